import { panels } from "../chart/panels.ts";
import type { Document } from "../data/document.ts";
import { titled } from "../state/numbers.ts";
import { capital, measureTitle, say } from "../state/state.ts";
import { colourOfDepartment, departmentNames, keyOf, titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** A measure by month: the mean as a line, and the band in which nine of ten replications lie. */
export function monthly(answer: Document, measure: string): HTMLElement | null {
  const shown = departmentNames(answer).filter((name) => answer.departments[name]?.months.some((month) => month.measures[measure]));
  const months = [...new Set(shown.flatMap((name) => answer.departments[name]?.months.map((month) => month.month) ?? []))].sort();
  if (months.length < 2) return null;
  const unit = answer.departments[shown[0] ?? ""]?.measures[measure]?.unit ?? "";
  const all = shown.map((name) => {
    const own = new Map(answer.departments[name]?.months.map((month) => [month.month, month.measures[measure]]));
    const pick = (figure: "mean" | "p05" | "p95") => months.map((month) => own.get(month)?.[figure] ?? null);
    return { name: titleOf(answer, name), colour: colourOfDepartment(answer, name), mean: pick("mean"), low: pick("p05"), high: pick("p95") };
  });
  if (all.every((panel) => panel.mean.every((value) => !value))) return null;
  return panels(`months-${measure}`, capital(say("band", titled(measureTitle(measure), unit))), months, all, unit, keyOf(answer, shown));
}

export const months = (answer: Document): HTMLElement | null =>
  section("months", say("months"), ...["profit", "revenue", "deals"].map((measure) => monthly(answer, measure)));
