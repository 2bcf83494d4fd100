import { bars, type Group } from "../chart/bars.ts";
import { bad, good, high, low, plain } from "../chart/colours.ts";
import type { Factor, Sensitivity } from "../data/answers.ts";
import type { Document, Valued } from "../data/document.ts";
import { between, format, titled, withUnit } from "../state/numbers.ts";
import { capital, measureTitle, say, within } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { element, section, tableOf } from "./element.ts";

/** Bars that are drawn: further ones move next to nothing, and stand in the table. */
const most = 20;

const path = (study: Sensitivity, factor: number): string => study.factors[factor]?.path ?? "";
const size = (value: Valued): number => Math.abs(value.value ?? 0);
const written = (factor: Factor | undefined, value: number | null): string => withUnit(value, factor?.unit ?? "");
const ofValue = (colour: string, { value, low, high }: Valued, lines: string[] = []) => ({ colour, mean: value, low, high, lines });

/** How the answer changes when each assumption goes to an end of its range. */
function tornado(study: Sensitivity, title: string): (HTMLElement | null)[] {
  const all = study.tornado?.bars ?? [];
  const groups = all.map((bar): Group => {
    const factor = study.factors[bar.factor];
    return {
      label: `${path(study, bar.factor)}: ${written(factor, bar.low.at)} \u2026 ${written(factor, bar.high.at)}`,
      entries: ([["low", low], ["high", high]] as const).map(([end, colour]) => ({
        name: end === "low" ? say("at_low") : say("at_high"),
        colour,
        mean: bar[end].change,
        low: bar[end].low,
        high: bar[end].high,
        lines: [`${say("answer_there")}: ${withUnit(bar[end].answer, study.unit)}`, bar[end].turns ? say("turns") : bar[end].resolved ? say("moves") : say("not_settled")],
      })),
    };
  });
  const key = [{ name: say("at_low"), colour: low }, { name: say("at_high"), colour: high }];
  const base = study.tornado?.base;
  const told = element("p", "wide", say("tornado_base", withUnit(base?.value, study.unit), between(base?.low, base?.high, study.unit)));
  return [told, bars({ id: "tornado", title: `${title}: ${within(say("change"))}`, unit: study.unit, groups, key, most, wide: true, what: say("assumption"), whose: say("end") })];
}

/** Elementary effects: how far each assumption moves the answer at all, and how differently. */
function morris(study: Sensitivity, title: string): (HTMLElement | null)[] {
  const all = [...(study.morris ?? [])].sort((a, b) => size(b.absolute) - size(a.absolute));
  const lines = (one: (typeof all)[number]): string[] => [
    `${say("effect_mean")}: ${withUnit(one.mean.value, study.unit)}`, `${say("effect_spread")}: ${withUnit(one.spread.value, study.unit)}`, `${say("noise")}: ${withUnit(one.noise, study.unit)}`,
  ];
  return [
    bars({ id: "morris", title: `${title}: ${say("effect_size")}`, unit: study.unit, most, wide: true, what: say("assumption"), groups: all.map((one) => ({ label: path(study, one.factor), entries: [ofValue(good, one.absolute, lines(one))] })) }),
    tableOf("morris-table", say("effects"), {
      head: [say("assumption"), titled(say("effect_size"), study.unit), say("effect_mean"), say("effect_spread"), say("noise")],
      rows: all.map((one) => [path(study, one.factor), ...[one.absolute.value, one.mean.value, one.spread.value, one.noise].map((value) => format(value, study.unit))]),
    }),
  ];
}

/** Shares of the variance. */
function sobol(study: Sensitivity, title: string): (HTMLElement | null)[] {
  const all = [...(study.sobol?.factors ?? [])].sort((a, b) => (b.total.value ?? 0) - (a.total.value ?? 0));
  const names = [say("sobol_first"), say("sobol_total")] as const;
  const groups = all.map((one): Group => ({
    label: path(study, one.factor),
    entries: [{ name: names[0], ...ofValue(good, one.first) }, { name: names[1], ...ofValue(plain, one.total) }],
  }));
  const key = [{ name: names[0], colour: good }, { name: names[1], colour: plain }];
  const told = say("sobol_answer", withUnit(study.sobol?.mean, study.unit), withUnit(study.sobol?.deviation, study.unit));
  return [element("p", "wide", told), bars({ id: "sobol", title: `${title}: ${say("sobol_shares")}`, unit: "share", groups, key, most, wide: true, what: say("assumption"), whose: say("share_of") })];
}

/** A straight line through the answer, over the whole range of each assumption. */
function regression(study: Sensitivity, title: string): (HTMLElement | null)[] {
  const found = study.regression;
  const all = [...(found?.factors ?? [])].sort((a, b) => size(b.effect) - size(a.effect));
  return [
    element("p", "wide", say("r_squared", format(found?.r_squared, "share"), format(found?.rank_r_squared, "share"))),
    bars({
      id: "regression", title: `${title}: ${say("regression_effect")}`, unit: study.unit, most, wide: true, what: say("assumption"),
      groups: all.map((one) => ({ label: path(study, one.factor), entries: [ofValue((one.effect.value ?? 0) < 0 ? bad : good, one.effect, [`${say("standardised")}: ${format(one.standardised)}`, `${say("rank")}: ${format(one.rank)}`])] })),
    }),
    tableOf("regression-table", say("coefficients"), {
      head: [say("assumption"), titled(say("regression_effect"), study.unit), say("low"), say("high"), say("standardised"), say("rank")],
      rows: all.map((one) => [path(study, one.factor), ...[one.effect.value, one.effect.low, one.effect.high].map((value) => format(value, study.unit)), format(one.standardised), format(one.rank)]),
    }),
  ];
}

export function sensitivity(answer: Document): HTMLElement | null {
  const study = answer.sensitivity;
  if (!study) return null;
  const whose = [titleOf(answer, study.department, 48), ...(study.against ? [titleOf(answer, study.against, 48)] : [])].join(" \u2212 ");
  const title = `${capital(titled(measureTitle(study.measure), study.unit))}: ${whose}`;
  const parts = study.tornado ? tornado(study, title) : study.morris?.length ? morris(study, title) : study.sobol ? sobol(study, title) : study.regression ? regression(study, title) : [];
  return section("sensitivity", say("sensitivity"), ...parts);
}
