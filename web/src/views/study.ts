import { bars, type Group } from "../chart/bars.ts";
import { histogram } from "../chart/histogram.ts";
import type { Study } from "../data/answers.ts";
import type { Document } from "../data/document.ts";
import { between, figureText, format, titled, withUnit } from "../state/numbers.ts";
import { capital, measureTitle, say, within } from "../state/state.ts";
import { sentence } from "./decision.ts";
import { colourOfDepartment, keyOf, titleOf } from "./departments.ts";
import { element, section, tableOf } from "./element.ts";
import { factorTitle } from "./map.ts";

/** In which share of the points each department is the best, for each step of a factor. */
function winnersBy(answer: Document, study: Study, which: Study["winners"][number]): HTMLElement | null {
  const factor = study.factors[which.factor];
  const groups = which.bins.map((bin): Group => {
    const all = bin.best.reduce((sum, one) => sum + one, 0);
    const parts = study.departments.map((name, d) => ({ name: titleOf(answer, name), colour: colourOfDepartment(answer, name), value: all ? (bin.best[d] ?? 0) / all : 0 }));
    const label = bin.label === "" ? say("other_values") : (bin.label != null ? figureText(bin.label) : (bin.from === bin.to ? withUnit(bin.from, factor?.unit ?? "") : between(bin.from, bin.to)));
    return { label: `${label} (${format(bin.points)})`, entries: [{ colour: "", mean: 1, parts }] };
  });
  return bars({
    id: `study-factor-${which.factor}`, title: `${factorTitle(factor)}: ${say("share_of_points")}`, unit: "share", max: 1, groups, key: keyOf(answer, study.departments), keyAbove: true, what: factorTitle(factor),
  });
}

/** What many points say together: who is the best at how many of them, and at which values. */
export function study(answer: Document): HTMLElement | null {
  const found = answer.study;
  if (!found) return null;
  const { unit, measure } = found;
  const shares = found.departments.map((name) => [name, found.best[name] ?? null] as const).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  const share = shares[0]?.[1] ?? null;
  const leaders = shares.filter(([, one]) => one === share).map(([name]) => titleOf(answer, name)).join("; ");
  const title = capital(titled(measureTitle(measure), unit));
  const of = keyOf(answer, found.departments).map((key, d) => ({ ...key, department: found.departments[d] ?? "" }));
  const rows = (found.table ?? []).map((row) => [String(row.point), ...row.values.map((value) => figureText(value)), titleOf(answer, found.departments[row.best ?? -1] ?? ""), ...found.departments.map((_, d) => format(row.means[d], unit)), format(row.replications)]);
  const total = found.table_of ?? rows.length;
  return section(
    "study",
    say("study"),
    sentence(say("study_best", leaders, format(share, "share"), format(found.done), within(measureTitle(measure)))),
    element("p", "wide", say("study_points", format(found.done), format(found.points), format(found.replications))),
    bars({
      id: "study-best", title: say("share_of_points"), unit: "share", max: 1, told: true, what: say("department"),
      groups: shares.map(([name, one]) => ({ label: titleOf(answer, name), entries: [{ colour: colourOfDepartment(answer, name), mean: one }] })),
    }),
    bars({
      id: "study-means", title: `${title}: ${say("means_of_points")}`, unit, dots: true, what: say("department"),
      groups: found.departments.flatMap((name) => {
        const own = found.spread?.departments[name];
        return own?.mean == null ? [] : [{ label: titleOf(answer, name), entries: [{ colour: colourOfDepartment(answer, name), mean: own.mean, p05: own.p05 ?? null, p95: own.p95 ?? null }] }];
      }),
    }),
    found.spread ? histogram("study-spread", `${title}: ${say("over_points")}`, found.spread, of, say("points")) : null,
    ...found.winners.map((which) => winnersBy(answer, found, which)),
    tableOf("study-table", total > rows.length ? `${say("points")} (${say("rows_shown", format(rows.length), format(total))})` : say("points"), {
      head: [say("point"), ...found.factors.map(factorTitle), say("best"), ...found.departments.map((name) => titled(titleOf(answer, name, 40), unit)), say("replications")],
      rows,
      words: found.factors.length + 2,
    }),
  );
}
