import type { Answer, Num } from "../data/document.ts";

let words: Record<string, string> = {};
let language = "en";

export function useAnswer(answer: Answer): void {
  words = answer.words;
  language = answer.language;
}

/** A word or sentence of the page, its places filled. The program embeds them in the reader's language. */
export function say(key: string, ...filling: string[]): string {
  return (words[key] ?? key).replace(/\{(\d+)\}/g, (place, index: string) => filling[Number(index)] ?? place);
}

/** What people call what the document names: a measure, a cause, a unit; `otherwise` where they have no word for it. */
export function call(kind: string, name: string, otherwise = name): string {
  return words[`${kind}.${name}`] ?? otherwise;
}

export const measureTitle = (name: string): string => call("measure", name);
export const unitTitle = (unit: string): string => call("unit", unit);

const none = "\u2013";

/** A number as people of this language write it; shares as per cent. */
export function format(value: Num | undefined, unit = ""): string {
  if (value === null || value === undefined) return none;
  if (unit === "share") return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(value);
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value === 0 ? 0 : value);
}

/** The same in few letters, for axes. */
export function short(value: number, unit = ""): string {
  if (unit === "share") return format(value, unit);
  return new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

export const between = (low: Num, high: Num, unit = ""): string => `${format(low, unit)} \u2026 ${format(high, unit)}`;

export const withUnit = (value: Num, unit: string): string =>
  unit === "share" || !unit ? format(value, unit) : `${format(value, unit)}\u00a0${unitTitle(unit)}`;

export const isDark = (): boolean => matchMedia("(prefers-color-scheme: dark)").matches;
