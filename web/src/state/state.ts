import type { Answer } from "../data/document.ts";

let words: Record<string, string> = {};
let tongue = "en";

export function useAnswer(answer: Answer): void {
  words = answer.words;
  tongue = answer.language;
}

export const language = (): string => tongue;

/** A word or sentence of the page, its places filled. The program embeds them in the reader's language. */
export function say(key: string, ...filling: string[]): string {
  return (words[key] ?? key).replace(/\{(\d+)\}/g, (place, index: string) => filling[Number(index)] ?? place);
}

/** What people call what the document names: a measure, a cause, a unit; its own name in plain letters where they have no word for it. */
export function call(kind: string, name: string): string {
  return words[`${kind}.${name}`] ?? (kind === "unit" ? name : name.replaceAll("_", " "));
}

export const measureTitle = (name: string): string => call("measure", name);
export const measureLabel = (name: string): string => words[`label.${name}`] ?? measureTitle(name);
export const unitTitle = (unit: string): string => (unit === "share" ? "%" : call("unit", unit));

/** A title as it begins a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(tongue) + text.slice(1);

/** A title as it stands within a sentence: abbreviations keep their capitals. */
export const within = (text: string): string => (/^.\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase(tongue) + text.slice(1));

/** Text of a file for one line: nothing that turns the direction of what follows, and no more than `most` characters. */
export function short(text: string, most = 70): string {
  const plain = text.replace(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ").trim();
  return plain.length > most ? `${plain.slice(0, most - 1)}\u2026` : plain;
}
