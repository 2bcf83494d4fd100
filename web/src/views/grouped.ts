import { bars, type Bars, type Entry } from "../chart/bars.ts";
import type { Document, Interval } from "../data/document.ts";
import { colourOfDepartment, departmentNames, keyOf, titleOf } from "./departments.ts";

type Value = (Interval & { p05?: number | null; p95?: number | null }) | null | undefined;
type Drawn = Omit<Bars, "groups" | "key" | "keyAbove">;

/** Rows with a bar for each department that has a value. Rows that are nought everywhere are left out. */
export function grouped(answer: Document, drawn: Drawn, rows: { label: string; of: (department: string) => Value }[]): HTMLElement | null {
  const names = departmentNames(answer);
  const groups = rows.flatMap(({ label, of }) => {
    const entries = names.flatMap((name): Entry[] => {
      const value = of(name);
      return value && value.mean !== null ? [{ name: titleOf(answer, name), colour: colourOfDepartment(answer, name), ...value }] : [];
    });
    return entries.some((entry) => entry.mean || entry.high) ? [{ label, entries }] : [];
  });
  return bars({ ...drawn, groups, key: keyOf(answer, names), keyAbove: true });
}

/** The same of measures, each row one. */
export function groupedMeasures(answer: Document, drawn: Omit<Drawn, "unit">, measures: [string, string][]): HTMLElement | null {
  const of = (department: string, measure: string): Value => answer.departments[department]?.measures[measure];
  const unit = unitOf(answer, measures.map(([measure]) => measure));
  return grouped(
    answer,
    { ...drawn, unit },
    measures.map(([measure, label]) => ({
      label,
      of: (name) => {
        const found = of(name, measure);
        return found && { mean: found.mean, low: found.low, high: found.high };
      },
    })),
  );
}

export function unitOf(answer: Document, measures: string[]): string {
  for (const measure of measures)
    for (const { measures: own } of Object.values(answer.departments)) if (own[measure]?.unit) return own[measure].unit;
  return "";
}
