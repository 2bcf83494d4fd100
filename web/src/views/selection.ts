import { bars } from "../chart/bars.ts";
import { plain } from "../chart/colours.ts";
import type { Document } from "../data/document.ts";
import { figureText, format, titled, withUnit } from "../state/numbers.ts";
import { capital, measureTitle, say, short, within } from "../state/state.ts";
import { colourOfDepartment, titleOf } from "./departments.ts";
import { section, tableOf } from "./element.ts";
import { sentence } from "./decision.ts";

/** The best of many candidates, and at what the others were dropped. */
export function selection(answer: Document): HTMLElement | null {
  const found = answer.selection;
  if (!found) return null;
  const { unit, measure } = found;
  const title = (name: string | null | undefined): string => {
    const one = found.candidates[name ?? ""];
    if (!one) return name ?? "";
    const settings = one.settings.map(({ path, value }) => `${path.split(".").slice(-2).join(".")} = ${figureText(value)}`);
    return short([titleOf(answer, one.department, 50), ...settings].join(", "), 120);
  };
  const all = Object.entries(found.candidates).sort(([, a], [, b]) => Number(b.remaining) - Number(a.remaining) || ((b.mean ?? 0) - (a.mean ?? 0)) * (found.larger_is_better === false ? -1 : 1));
  all.sort(([a], [b]) => Number(b === found.best) - Number(a === found.best));
  const told = found.decided
    ? say("selected", title(found.best), within(measureTitle(measure)), withUnit(found.indifference, unit), format(found.confidence, "share"))
    : say("not_selected", title(found.best), within(measureTitle(measure)));
  return section(
    "selection",
    say("selection"),
    sentence(told),
    bars({
      id: "candidates",
      title: capital(titled(measureTitle(measure), unit)),
      unit,
      dots: true,
      wide: true,
      most: 20,
      groups: all.map(([name, one]) => ({
        label: title(name),
        entries: [{ colour: one.remaining ? colourOfDepartment(answer, one.department) : plain, mean: one.mean, lines: [say("replications_here", format(one.replications)), ...(one.remaining ? [] : [say("dropped_by", title(one.dropped_by))])] }],
      })),
    }),
    tableOf("candidates-table", say("candidates"), {
      words: 2,
      head: [say("candidate"), say("dropped_for"), titled(say("mean"), unit), say("replications"), say("dropped_after"), titled(say("behind"), unit)],
      rows: all.map(([name, one]) => [
        title(name), one.remaining ? say("remaining") : title(one.dropped_by), format(one.mean, unit), format(one.replications), one.remaining ? "" : format(one.dropped_after), one.remaining ? "" : format(one.behind, unit),
      ]),
    }),
  );
}
