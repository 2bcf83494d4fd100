import type { Document } from "../data/document.ts";
import { between, format, measureTitle, say, withUnit } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { element, section } from "./element.ts";

/** Who is best, and three numbers: how much it makes, how far it is ahead, how sure that is. */
export function decision(answer: Document): HTMLElement | null {
  const comparison = answer.comparison;
  const standings = comparison?.standings;
  if (!comparison || !standings) return null;
  const best = standings.best;
  const standing = standings.departments[best];
  const measure = answer.departments[best]?.measures[comparison.measure];
  if (!standing || !measure) return null;
  const others = (answer.further_comparisons ?? []).map((other) => {
    const first = titleOf(answer, other.standings?.best ?? "");
    const told = other.standings?.resolved ? say("decision_sure", first) : say("decision_open", first);
    return other.standings ? element("p", "", `${measureTitle(other.measure)}: ${told}`) : null;
  });
  const card = (value: string, about: string, more: string): HTMLElement =>
    element("div", "card", element("strong", "", value), element("span", "", about), element("small", "", more));
  const rival = standing.against_best;
  const title = titleOf(answer, best);
  return section(
    "decision",
    say("decision"),
    element("p", "sentence", standings.resolved ? say("decision_sure", title) : say("decision_open", title)),
    element(
      "div",
      "cards",
      card(withUnit(measure.mean, comparison.unit), measureTitle(comparison.measure), between(measure.low, measure.high, comparison.unit)),
      card(withUnit(rival.advantage, comparison.unit), say("ahead"), between(rival.low, rival.high, comparison.unit)),
      card(format(standing.best_mean.share, "share"), say("chance_best"), say("regret", withUnit(standing.best_mean.regret, comparison.unit))),
    ),
    ...others,
  );
}
