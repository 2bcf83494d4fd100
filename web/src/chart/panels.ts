import type { Num } from "../data/document.ts";
import { between, format, monthName, titled, withUnit } from "../state/numbers.ts";
import { say } from "../state/state.ts";
import { chart } from "./chart.ts";
import { ink, soft } from "./colours.ts";
import type { Key } from "./export.ts";
import { beside, names, roomFor } from "./options.ts";

export interface Panel {
  name: string;
  colour: string;
  mean: Num[];
  low: Num[];
  high: Num[];
}

const tall = 178;
const number = (value: Num | undefined): number | string => value ?? "-";
const columnsOf = (width: number, panels: number): number => Math.max(1, Math.min(panels, Math.floor(width / 240)));

/** A panel for each department on one scale: the mean of each month over the band of nine of ten replications, the others' means pale behind. */
export function panels(id: string, title: string, months: string[], all: Panel[], unit: string, key: Key[]): HTMLElement {
  const values = all.flatMap((panel) => [...panel.low, ...panel.high, ...panel.mean]).filter((value) => value !== null);
  const [bottom, top] = [Math.min(0, ...values), Math.max(0, ...values)];
  const others = all.length <= 5 ? all.length - 1 : 0;
  const each = 3 + others;
  return chart({
    id,
    title,
    wide: true,
    across: true,
    key,
    keyAbove: true,
    height: (width) => Math.ceil(all.length / columnsOf(width, all.length)) * tall,
    points: all.flatMap((_, p) => months.map((_month, i): [number, number] => [p * each, i])),
    table: {
      words: 2,
      head: [say("month"), say("department"), titled(say("mean"), unit), "5 %", "95 %"],
      rows: months.flatMap((month, i) => all.map((panel) => [monthName(month), panel.name, ...[panel.mean, panel.low, panel.high].map((one) => format(one[i], unit))])),
    },
    hover: (i, series) => {
      const panel = all[Math.floor(series / each)];
      return panel ? [`${monthName(months[i] ?? "")} \u00b7 ${panel.name}`, withUnit(panel.mean[i], unit), `5\u201395 %: ${between(panel.low[i], panel.high[i], unit)}`] : [];
    },
    option: (width) => {
      const columns = columnsOf(width, all.length);
      const wide = width / columns;
      const room = roomFor(unit, bottom, top, top / 3);
      const at = (i: number): { left: number; top: number } => ({ left: (i % columns) * wide, top: Math.floor(i / columns) * tall + 3 });
      return {
        title: all.map((panel, i) => ({ text: panel.name, ...at(i), padding: 0, textStyle: { fontSize: 12, fontWeight: "normal", color: ink(), width: wide - 16, overflow: "truncate" } })),
        grid: all.map((_, i) => ({ left: at(i).left + room, width: wide - room - 22, top: at(i).top + 40, height: tall - 70 })),
        xAxis: all.map((_, i) => names(months.map(monthName), { gridIndex: i, boundaryGap: false, axisLabel: { color: soft(), hideOverlap: true, interval: (n: number) => n % (wide > 500 ? 3 : 6) === 0 } })),
        yAxis: all.map((_, i) => beside(unit, "", { gridIndex: i, min: bottom, max: top, axisLabel: { ...(beside(unit)["axisLabel"] as object), showMaxLabel: false, showMinLabel: bottom === 0 } })),
        series: all.flatMap((panel, i) => {
          const common = { type: "line", xAxisIndex: i, yAxisIndex: i, symbol: "none", silent: true };
          const band = { ...common, stack: `band ${i}`, stackStrategy: "all", lineStyle: { opacity: 0 } };
          const pale = others ? all.filter((one) => one !== panel) : [];
          return [
            { ...common, z: 4, color: panel.colour, lineStyle: { width: 2 }, data: panel.mean.map(number) },
            { ...band, data: panel.low.map(number) },
            { ...band, areaStyle: { color: panel.colour, opacity: 0.22 }, data: panel.high.map((high, m) => (high === null ? "-" : high - (panel.low[m] ?? 0))) },
            ...pale.map((one) => ({ ...common, z: 3, color: one.colour, lineStyle: { width: 1, opacity: 0.45 }, data: one.mean.map(number) })),
          ];
        }),
      };
    },
  });
}
