import type { Num } from "../data/document.ts";
import { call, language, say, short, unitTitle } from "./state.ts";

const none = "\u2013";
const formats = new Map<string, Intl.NumberFormat>();
const months = new Map<number, string>(); // a page has one language

function made(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language() + JSON.stringify(options);
  const found = formats.get(key) ?? new Intl.NumberFormat(language(), options);
  formats.set(key, found);
  return found;
}

/** A number as people of this language write it, without its unit: whole from 1,000 on, else four significant digits; shares as per cent. */
export function format(value: Num | undefined, unit = ""): string {
  if (value === null || value === undefined) return none;
  if (unit === "share") return made({ style: "percent", maximumFractionDigits: 1 }).format(value === 0 ? 0 : value);
  if (Math.abs(value) >= 1000) return made({ maximumFractionDigits: 0 }).format(value);
  return made({ maximumSignificantDigits: 4 }).format(value === 0 ? 0 : value);
}

/** A share that is small: to a hundredth of a per cent. */
export const exactShare = (value: Num | undefined): string => (value == null ? none : made({ style: "percent", maximumFractionDigits: 2 }).format(value));

/** The same in few letters, for axes and headlines. */
export function brief(value: Num | undefined, unit = "", digits = 3): string {
  if (value === null || value === undefined) return none;
  if (unit === "share") return made({ style: "percent", maximumFractionDigits: 0 }).format(value);
  return made({ notation: "compact", maximumSignificantDigits: digits }).format(value);
}

export const between = (low: Num | undefined, high: Num | undefined, unit = ""): string => `${format(low, unit)} \u2026 ${format(high, unit)}`;

function behind(text: string, unit: string): string {
  return unit === "share" || !unit ? text : `${text}\u00a0${unitTitle(unit)}`;
}

export const withUnit = (value: Num | undefined, unit: string): string => behind(format(value, unit), unit);
export const briefWithUnit = (value: Num | undefined, unit: string): string => behind(brief(value, unit, 4), unit);

const quantity = /^(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)\s*(%?\s*\/\s*[a-z]+|%|[a-z]{1,3})?$/;

type Figure = [value: string, unit: string];

/** Several figures as one: of the same unit, or each with its own. */
function several(all: Figure[], between: string): Figure {
  const [, unit] = all[0] ?? ["", ""];
  return all.every(([, its]) => its === unit) ? [all.map(([value]) => value).join(between), unit] : [all.map((one) => one.filter((part) => part).join("\u00a0")).join(between), ""];
}

/** A figure as scenario files write it, its number and its unit apart and in the reader's language; `unit` is that of a bare number. What is no number stays as it is. */
export function figure(text: string | number | null | undefined, unit = ""): Figure {
  if (text === null || text === undefined || text === "") return ["", ""];
  if (text === "true" || text === "false") return [text === "true" ? say("yes") : say("no"), ""];
  for (const between of [" \u2026 ", ", "]) {
    const parts = String(text).split(between);
    const all = parts.filter((part) => part !== "\u2026");
    if (parts.length < 2 || !all.every((part) => quantity.test(part))) continue;
    const [values, its] = several(all.map((part) => figure(part, unit)), between);
    return [all.length < parts.length ? `${values}${between}\u2026` : values, its];
  }
  const [, number, behind] = quantity.exec(String(text)) ?? [];
  if (number === undefined) return [short(String(text), 200), unit ? unitTitle(unit) : ""];
  const counted = behind?.replace(/\s*\/\s*/, " / ").trim() ?? unit;
  return [made({ maximumSignificantDigits: 15 }).format(Number(number)), counted && counted !== "%" ? call("unit", counted) : counted];
}

/** The same in one text. */
export const figureText = (text: string | number | null | undefined, unit = ""): string => figure(text, unit).filter((part) => part).join("\u00a0");

/** The name of a column or an axis with its unit, where that says more. */
export function titled(title: string, unit: string): string {
  const counted = unit ? unitTitle(unit) : "";
  const begins = (word: string): string => word.slice(0, 4).toLowerCase(); // a word in another case of its language begins alike
  return counted && !title.split(" ").some((word) => begins(word) === begins(counted)) ? `${title}, ${counted}` : title;
}

/** A month such as `2026-02` in the reader's language. */
export function monthName(month: string): string {
  const [year, number] = month.split("-").map(Number);
  if (!year || !number) return month;
  return `${monthOfYear(number - 1)} ${String(year).slice(-2)}`;
}

/** A month of any year, 0 January. */
export function monthOfYear(index: number): string {
  const name = months.get(index) ?? new Intl.DateTimeFormat(language(), { month: "short", timeZone: "UTC" }).format(Date.UTC(2025, index, 15));
  months.set(index, name);
  return name;
}

/** A day such as `2026-04-01` in the reader's language. */
export function dayName(day: string | null | undefined): string {
  if (!day) return none;
  const moment = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(moment)) return day;
  // Russian writes "year" behind it, which a table of dates can do without.
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeZone: "UTC" }).format(moment).replace(/\sг\.$/, "");
}
