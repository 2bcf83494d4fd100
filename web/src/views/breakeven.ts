import { lines } from "../chart/lines.ts";
import type { Document } from "../data/document.ts";
import { between, format, titled, withUnit } from "../state/numbers.ts";
import { capital, measureTitle, say, short, unitTitle } from "../state/state.ts";
import { colourOfDepartment, titleOf } from "./departments.ts";
import { element, section } from "./element.ts";

/** At which values of an assumption another department becomes the best. */
export function breakeven(answer: Document): HTMLElement | null {
  const found = answer.breakeven;
  if (!found || found.points.length === 0) return null;
  const { factor, unit } = found;
  const title = (number: number | null): string => titleOf(answer, found.departments[number ?? -1] ?? "");
  const told = found.crossings.length
    ? found.crossings.map((one) => say("crossing", factor.path, withUnit(one.value, factor.unit), `${format(answer.confidence, "share")}: ${between(one.low, one.high)}${factor.unit ? ` ${unitTitle(factor.unit)}` : ""}`, title(one.below), title(one.above)))
    : [say("no_crossing", factor.path, `${between(factor.low, factor.high)}${factor.unit ? ` ${unitTitle(factor.unit)}` : ""}`, title(found.points[0]?.best ?? null))];
  return section(
    "breakeven",
    say("breakeven"),
    ...told.map((text) => element("p", "wide", element("bdi", "", text))),
    lines({
      id: "breakeven-lines",
      title: `${capital(titled(measureTitle(found.measure), unit))}: ${short(factor.path, 60)}`,
      unit,
      x: { title: factor.path, unit: factor.unit, values: found.points.map((point) => point.value) },
      lines: found.departments.map((name, d) => ({ name: titleOf(answer, name), colour: colourOfDepartment(answer, name), values: found.points.map((point) => point.means[d] ?? null) })),
      marks: found.crossings,
    }),
    element("p", "note wide", say("may_be_missed")),
    element("p", "note wide", say("replications_each", format(found.replications))),
  );
}
