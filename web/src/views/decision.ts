import type { Comparison, Document } from "../data/document.ts";
import { between, briefWithUnit, brief, exactShare, format, titled, withUnit } from "../state/numbers.ts";
import { capital, measureTitle, say, within } from "../state/state.ts";
import { departmentNames, titleOf } from "./departments.ts";
import { element, more, section, tableOf } from "./element.ts";

type Card = [value: string, about: string, more: string];

export const cards = (...all: Card[]): HTMLElement =>
  element(
    "dl",
    "cards wide",
    ...all.map(([value, about, small]) => element("div", "card", element("dt", "", about), element("dd", "", element("strong", "", value), element("small", "", small)))),
  );

export const sentence = (text: string): HTMLElement => element("p", "sentence wide", element("bdi", "", text));

const interval = (low: number | null | undefined, high: number | null | undefined, unit: string): string => `${brief(low, unit, 4)} \u2026 ${brief(high, unit, 4)}`;

/** Who is the best, in a sentence that says how sure that is. */
function verdict(answer: Document, comparison: Comparison): string {
  const { standings, measure } = comparison;
  if (!standings) return "";
  const [best, by, sure] = [titleOf(answer, standings.best), within(measureTitle(measure)), format(answer.confidence, "share")];
  if (standings.resolved) return say("decision_sure", best, by, sure);
  const rivals = Object.entries(standings.departments).filter(([name, one]) => name !== standings.best && one.against_best.possible);
  return say("decision_open", best, by, sure, rivals.map(([name]) => titleOf(answer, name)).join("; "));
}

/** What is known of every department by the measure that decides: a line for each figure. */
function details(answer: Document, comparison: Comparison): HTMLElement | null {
  const { measure, unit, standings, differences, best } = comparison;
  const names = departmentNames(answer);
  const line = (label: string, of: (name: string) => number | null | undefined, as = unit): string[] => [label, ...names.map((name) => format(of(name), as))];
  const own = (name: string) => answer.departments[name]?.measures[measure];
  const standing = (name: string) => standings?.departments[name];
  const difference = say("difference_to", titleOf(answer, comparison.baseline, 40));
  return tableOf("departments-table", `${say("departments_compared")}: ${titled(measureTitle(measure), unit)}`, {
    head: [say("what"), ...names.map((name) => titleOf(answer, name))],
    rows: [
      line(say("mean"), (name) => own(name)?.mean),
      line(say("low"), (name) => own(name)?.low),
      line(say("high"), (name) => own(name)?.high),
      line(difference, (name) => differences[name]?.mean),
      line(`${difference}: ${say("low")}`, (name) => differences[name]?.low),
      line(`${difference}: ${say("high")}`, (name) => differences[name]?.high),
      [say("p_adjusted"), ...names.map((name) => chance(differences[name]?.p_adjusted))],
      line(say("best_run"), (name) => best[name]?.share_of_replications, "share"),
      line(say("chance_best"), (name) => standing(name)?.best_mean.share, "share"),
      line(say("regret_short"), (name) => standing(name)?.best_mean.regret),
      line(say("worst"), (name) => standing(name)?.risk.worst.value),
      line(say("loss_chance"), (name) => standing(name)?.risk.loss?.share, "share"),
    ],
  });
}

/** A p-value: smaller ones than this say no more. */
const chance = (value: number | null | undefined): string => (value != null && value < 0.0001 ? `< ${format(0.0001)}` : format(value));

function compared(answer: Document, comparison: Comparison): (HTMLElement | null)[] {
  const { standings, measure: name, unit } = comparison;
  const standing = standings?.departments[standings.best];
  const measure = standings && answer.departments[standings.best]?.measures[name];
  if (!standing || !measure) return [];
  const { against_best: rival, best_mean: chance } = standing;
  const names = departmentNames(answer);
  const other = names.length === 2 ? comparison.differences[names.find((one) => one !== comparison.baseline) ?? ""] : undefined;
  const turned = (standings.best === comparison.baseline) === comparison.larger_is_better;
  const ends = other ? (turned ? [other.high, other.low].map((one) => (one == null ? null : -one)) : [other.low, other.high]) : [rival.low, rival.high];
  const surely = chance.share === 1 ? `> ${format(0.999, "share")}` : format(chance.share, "share");
  const others = (answer.further_comparisons ?? []).filter((other) => other.standings).map((other) => element("p", "wide", element("bdi", "", verdict(answer, other))));
  return [
    sentence(verdict(answer, comparison)),
    cards(
      [briefWithUnit(measure.mean, unit), capital(measureTitle(name)), interval(measure.low, measure.high, unit)],
      [briefWithUnit(rival.advantage, unit), say("ahead"), interval(ends[0], ends[1], unit)],
      [surely, say("chance_best"), say("regret", briefWithUnit(chance.regret, unit))],
    ),
    ...others,
  ];
}

/** The answer where it is of one department, or of a procedure that compares in its own way. */
function alone(answer: Document): HTMLElement[] {
  const [name, ...others] = departmentNames(answer);
  const profit = name === undefined || others.length ? undefined : answer.departments[name]?.measures["profit"];
  if (!name || !profit) return [];
  const { unit } = profit;
  const [revenue, deals] = ["revenue", "deals"].map((one) => answer.departments[name]?.measures[one]);
  return [
    sentence(say("one_department", titleOf(answer, name), briefWithUnit(profit.mean, unit), format(answer.confidence, "share"), interval(profit.low, profit.high, unit))),
    cards(
      ...(
        [
          ["profit", profit],
          ["revenue", revenue],
          ["deals", deals],
        ] as const
      ).flatMap(([measure, own]): Card[] => (own ? [[briefWithUnit(own.mean, own.unit), capital(measureTitle(measure)), interval(own.low, own.high, own.unit)]] : [])),
    ),
  ];
}

function ofPlan(answer: Document): HTMLElement[] {
  const found = answer.plan;
  return Object.entries(found?.departments ?? {}).flatMap(([name, planned]) => {
    if (!found) return [];
    if (found.quick) return [sentence(`${titleOf(answer, name)}: ${say("plan_quick")}`)];
    if (planned.objective?.value == null) return [];
    const { value, low, high } = planned.objective;
    const told = [titleOf(answer, name), within(measureTitle(found.objective)), withUnit(value, found.unit), between(low, high, found.unit)];
    const asked = (planned.requirements ?? []).length > 0;
    const kept = !asked ? "plan_makes" : planned.requirements_certified ? "plan_keeps" : planned.keeps ? "plan_seems_to_keep" : "plan_fails";
    return [sentence(planned.stopped ? say("plan_so_far", ...told) : say(kept, ...told, format(planned.alpha_requirements, "share")))];
  });
}

/** What has become of the precision that was asked for. */
function precision(answer: Document): HTMLElement | null {
  const found = answer.precision;
  if (!found) return null;
  const [runs, reached, wanted] = [format(answer.replications), exactShare(found.reached), exactShare(found.wanted)];
  const told = found.reached === null ? say("precision_unknown", runs, wanted) : found.resolved ? say("precision_reached", reached, wanted) : say("precision_missed", runs, reached, wanted);
  return element("p", "wide precision", `${capital(measureTitle(found.measure))}. ${told}`);
}

/** Who is best, and three numbers: how much it makes, how far it is ahead, how sure that is. */
export function decision(answer: Document): HTMLElement | null {
  const { comparison } = answer;
  const parts = comparison?.standings && departmentNames(answer).length > 1 ? compared(answer, comparison) : answer.plan ? ofPlan(answer) : alone(answer);
  const table = comparison?.standings && departmentNames(answer).length > 1 ? more(say("departments_compared"), details(answer, comparison)) : null;
  return section("decision", say("decision"), ...parts, precision(answer), table);
}
