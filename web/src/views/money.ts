import { chart } from "../chart/chart.ts";
import { colourOf } from "../chart/colours.ts";
import { interval } from "../chart/intervals.ts";
import { grid, legend, lying, names, numbers } from "../chart/options.ts";
import type { Document } from "../data/document.ts";
import { between, format, measureTitle, say, short, withUnit } from "../state/state.ts";
import { departmentNames, titleOf } from "./departments.ts";
import { section } from "./element.ts";

function means(answer: Document, measure: string): HTMLElement | null {
  const shown = departmentNames(answer).filter((name) => answer.departments[name]?.measures[measure]?.mean != null);
  const all = shown.map((name) => answer.departments[name]!.measures[measure]!);
  if (all.length === 0) return null;
  const unit = all[0]!.unit;
  const labels = shown.map((name) => titleOf(answer, name));
  const colours = shown.map((name) => colourOf(departmentNames(answer).indexOf(name)));
  return chart({
    title: `${measureTitle(measure)} (${say("interval", format(answer.confidence, "share"))})`,
    height: 60 + 44 * shown.length,
    option: () => ({
      ...lying(labels, unit, [
        {
          type: "custom",
          renderItem: interval(colours),
          encode: { x: [0, 1, 2], y: 3 },
          data: all.map((value, i) => [value.low ?? value.mean, value.mean, value.high ?? value.mean, i]),
        },
      ]),
      xAxis: numbers(unit),
    }),
    hover: ({ dataIndex: i }) => [labels[i] ?? "", withUnit(all[i]?.mean ?? null, unit), between(all[i]?.low ?? null, all[i]?.high ?? null, unit)],
    table: {
      head: [say("department"), say("mean"), say("low"), say("high"), "5 %", "50 %", "95 %"],
      rows: all.map((m, i) => [labels[i] ?? "", ...[m.mean, m.low, m.high, m.p05, m.p50, m.p95].map((v) => format(v, unit))]),
    },
  });
}

function histogram(answer: Document, measure: string): HTMLElement | null {
  const found = answer.distributions?.[measure];
  if (!found || found.from === null || !found.width) return null;
  const [from, width] = [found.from, found.width];
  const shown = departmentNames(answer).filter((name) => found.departments[name]);
  const counts = shown.map((name) => found.departments[name]!.counts);
  const bins = Array.from({ length: Math.max(0, ...counts.map((c) => c.length)) }, (_, i) => from + width * i);
  return chart({
    title: say("spread", measureTitle(measure)),
    height: 320 + 20 * shown.length,
    option: () => ({
      grid: { ...grid, bottom: 24 + 24 * shown.length },
      legend: { ...legend(), orient: "vertical", left: 0 },
      xAxis: names(bins.map((bin) => short(bin + width / 2, found.unit))),
      yAxis: { ...numbers(""), scale: false, minInterval: 1 },
      series: shown.map((name, s) => ({
        type: "line",
        step: "middle",
        name: titleOf(answer, name),
        symbol: "circle",
        symbolSize: 5,
        data: counts[s],
        areaStyle: { opacity: 0.12 },
        color: colourOf(departmentNames(answer).indexOf(name)),
      })),
    }),
    hover: ({ dataIndex: i, seriesIndex: s }) => [
      titleOf(answer, shown[s] ?? ""),
      between(bins[i] ?? null, (bins[i] ?? 0) + width, found.unit),
      say("replications_here", format(counts[s]?.[i] ?? 0)),
    ],
    table: {
      head: [measureTitle(measure), ...shown.map((name) => titleOf(answer, name))],
      rows: bins.map((bin, i) => [between(bin, bin + width, found.unit), ...counts.map((c) => format(c[i] ?? 0))]),
    },
  });
}

export function money(answer: Document): HTMLElement | null {
  const parts = ["profit", "revenue"].flatMap((measure) => [means(answer, measure), histogram(answer, measure)]);
  return parts.some((part) => part) ? section("money", say("money"), ...parts) : null;
}
