import type { Answer, Document } from "./document.ts";

/** What the program embedded, or nothing where the page is still empty. */
export function readAnswer(): Answer | null {
  const text = document.getElementById("salesim-data")?.textContent?.trim();
  if (!text) return null;
  const read = JSON.parse(text) as Partial<Answer>;
  return read.document ? { document: read.document, words: read.words ?? {}, language: read.language ?? "en" } : null;
}

/** The names that follow `before` in measures of any department, in the order of their first appearance. */
export function namesAfter(answer: Document, before: string): string[] {
  const names = new Set<string>();
  for (const department of Object.values(answer.departments))
    for (const measure of Object.keys(department.measures))
      if (measure.startsWith(before)) names.add(measure.slice(before.length));
  return [...names];
}
