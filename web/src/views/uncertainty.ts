import { bars } from "../chart/bars.ts";
import { good, plain } from "../chart/colours.ts";
import type { Document } from "../data/document.ts";
import { between, format, titled, withUnit } from "../state/numbers.ts";
import { capital, measureTitle, say } from "../state/state.ts";
import { cards, sentence } from "./decision.ts";
import { colourOfDepartment, titleOf } from "./departments.ts";
import { element, section, tableOf } from "./element.ts";

/** What replications and what assumptions leave open, who is best how often over the beliefs, and what is worth knowing. */
export function uncertainty(answer: Document): HTMLElement | null {
  const found = answer.uncertainty;
  if (!found) return null;
  const { unit, measure } = found;
  const name = (one: { department: string; against?: string | null }): string =>
    one.against ? `${titleOf(answer, one.department)} \u2212 ${titleOf(answer, one.against, 30)}` : titleOf(answer, one.department);
  const shares = found.answers
    .filter((one) => !one.against)
    .map(({ department }, i) => [department, found.share_best[i] ?? null, found.share_best_intervals[i]] as const)
    .sort(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  const worth = [...found.worth].sort((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0));
  const best = found.best ?? "";
  const [, share, ends] = shares.find(([department]) => department === best) ?? [];
  const shareOfBest = format(share, "share");
  const title = capital(titled(measureTitle(measure), unit));
  return section(
    "uncertainty",
    say("uncertainty"),
    ...(found.best ? [sentence(say("best_over_beliefs", titleOf(answer, best), shareOfBest))] : []),
    found.best
      ? cards(
          [shareOfBest, say("share_best"), `${titleOf(answer, best, 40)}: ${between(ends?.low, ends?.high, "share")}`],
          [withUnit(found.everything, unit), say("worth_of_everything"), between(found.everything_interval.low, found.everything_interval.high, unit)],
        )
      : null,
    bars({
      id: "share-best",
      title: say("share_best"),
      unit: "share",
      max: 1,
      what: say("department"),
      groups: shares.length < 2 ? [] : shares.map(([department, mean, open]) => ({ label: titleOf(answer, department), entries: [{ colour: colourOfDepartment(answer, department), mean, low: open?.low ?? null, high: open?.high ?? null }] })),
    }),
    element("p", "", say("draws", format(found.draws), format(found.replications))),
    found.best && !found.moved ? element("p", "", say("not_moved")) : null,
    shares.length && !worth.some((one) => (one.value.value ?? 0) > 1e-6) ? element("p", "", say("nothing_worth")) : bars({
      id: "worth",
      title: titled(say("worth_of_knowing"), unit),
      unit,
      most: 20,
      what: say("assumption"),
      groups: worth.map((one) => ({
        label: found.factors[one.factor]?.path ?? "",
        entries: [{ colour: one.resolved ? good : plain, mean: one.value.value, low: one.value.low, high: one.value.high, lines: [say("floor", withUnit(one.floor, unit)), one.resolved ? say("above_floor") : say("below_floor")] }],
      })),
    }),
    bars({
      id: "beliefs",
      title: `${title}: ${say("intervals_of_beliefs")}`,
      unit,
      dots: true,
      wide: true,
      what: say("department"),
      groups: found.answers.map((one) => ({
        label: name(one),
        entries: [{ colour: colourOfDepartment(answer, one.department), mean: one.mean, low: one.simulation.low, high: one.simulation.high, p05: one.total.low, p95: one.total.high, lines: [`${say("of_assumptions")}: ${between(one.assumptions.low, one.assumptions.high, unit)}`] }],
      })),
    }),
    tableOf("beliefs-table", `${title}: ${say("intervals_of_beliefs")}`, {
      head: [say("department"), say("mean"), ...[say("of_simulation"), say("of_assumptions"), say("of_both")].flatMap((one) => [`${one}: ${say("low")}`, `${one}: ${say("high")}`])],
      rows: found.answers.map((one) => [name(one), format(one.mean, unit), ...[one.simulation, one.assumptions, one.total].flatMap((part) => [format(part.low, unit), format(part.high, unit)])]),
    }),
  );
}
