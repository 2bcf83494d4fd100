import { chart } from "../chart/chart.ts";
import { colourOf } from "../chart/colours.ts";
import { grid, legend, names, numbers } from "../chart/options.ts";
import type { Document } from "../data/document.ts";
import { between, format, measureTitle, say, withUnit } from "../state/state.ts";
import { departmentNames, titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** A measure by month: the mean as a line, and the band in which nine of ten replications lie. */
export function monthly(answer: Document, measure: string): HTMLElement | null {
  const shown = departmentNames(answer).filter((n) => answer.departments[n]!.months.some((m) => m.measures[measure]));
  if (shown.length === 0) return null;
  const months = [...new Set(shown.flatMap((name) => answer.departments[name]!.months.map((month) => month.month)))];
  const unit = answer.departments[shown[0]!]!.measures[measure]?.unit ?? "";
  const at = (name: string, i: number) => answer.departments[name]?.months.find((m) => m.month === months[i])?.measures[measure];
  return chart({
    title: say("band", measureTitle(measure)),
    height: 320 + 24 * shown.length,
    option: () => ({
      grid: { ...grid, bottom: 24 + 24 * shown.length },
      legend: { ...legend(), orient: "vertical", left: 0, data: shown.map((name) => titleOf(answer, name)) },
      xAxis: names(months),
      yAxis: numbers(unit),
      series: shown.flatMap((name) => {
        const color = colourOf(departmentNames(answer).indexOf(name));
        const points = months.map((_, i) => at(name, i));
        const band = { type: "line", stack: `band ${name}`, stackStrategy: "all", symbol: "none", lineStyle: { opacity: 0 }, silent: true, color };
        return [
          { ...band, data: points.map((p) => p?.p05 ?? null) },
          { ...band, areaStyle: { opacity: 0.15 }, data: points.map((p) => (p?.p05 == null || p.p95 == null ? null : p.p95 - p.p05)) },
          { type: "line", name: titleOf(answer, name), symbolSize: 6, lineStyle: { width: 2 }, color, data: points.map((p) => p?.mean ?? null) },
        ];
      }),
    }),
    hover: ({ dataIndex: i, seriesIndex: s }) => {
      const name = shown[Math.floor(s / 3)] ?? "";
      const value = at(name, i);
      return [titleOf(answer, name), months[i] ?? "", withUnit(value?.mean ?? null, unit), `5\u201395 %: ${between(value?.p05 ?? null, value?.p95 ?? null, unit)}`];
    },
    table: {
      head: [say("month"), ...shown.map((name) => titleOf(answer, name))],
      rows: months.map((month, i) => [month, ...shown.map((name) => `${format(at(name, i)?.mean, unit)} (${between(at(name, i)?.p05 ?? null, at(name, i)?.p95 ?? null, unit)})`)]),
    },
  });
}

export function months(answer: Document): HTMLElement | null {
  const parts = ["profit", "revenue", "deals"].map((measure) => monthly(answer, measure));
  return parts.some((part) => part) ? section("months", say("months"), ...parts) : null;
}
