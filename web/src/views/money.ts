import { bars } from "../chart/bars.ts";
import { histogram } from "../chart/histogram.ts";
import type { Document } from "../data/document.ts";
import { format, titled } from "../state/numbers.ts";
import { capital, measureTitle, say } from "../state/state.ts";
import { colourOfDepartment, departmentNames, titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** A measure of every department: its mean, the interval of that, and where nine of ten replications lie. */
function means(answer: Document, measure: string): HTMLElement | null {
  const shown = departmentNames(answer).flatMap((name) => {
    const own = answer.departments[name]?.measures[measure];
    return own && own.mean !== null ? [{ name, own }] : [];
  });
  const unit = shown[0]?.own.unit ?? "";
  return bars({
    id: `means-${measure}`,
    title: `${capital(titled(measureTitle(measure), unit))}: ${say("interval_and_spread", format(answer.confidence, "share"))}`,
    unit,
    dots: true,
    what: say("department"),
    groups: shown.map(({ name, own: { mean, low, high, p05, p95 } }) => ({
      label: titleOf(answer, name),
      entries: [{ colour: colourOfDepartment(answer, name), mean, low, high, p05, p95 }],
    })),
  });
}

function spread(answer: Document, measure: string): HTMLElement | null {
  const found = answer.distributions?.[measure];
  if (!found) return null;
  const of = departmentNames(answer)
    .filter((name) => found.departments[name])
    .map((department) => ({ department, name: titleOf(answer, department), colour: colourOfDepartment(answer, department) }));
  return histogram(`spread-${measure}`, capital(say("spread", titled(measureTitle(measure), found.unit))), found, of, say("replications"));
}

export function money(answer: Document): HTMLElement | null {
  const others = Object.keys(answer.distributions ?? {}).filter((measure) => measure !== "profit" && measure !== "revenue");
  const parts = ["profit", "revenue", ...others].flatMap((measure) => [means(answer, measure), spread(answer, measure)]);
  return section("money", say("money"), ...parts);
}
