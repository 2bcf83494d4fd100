import type { Num } from "../data/document.ts";
import { format, titled, withUnit } from "../state/numbers.ts";
import { chart } from "./chart.ts";
import { ink } from "./colours.ts";
import type { Key } from "./export.ts";
import { below, beside, roomFor } from "./options.ts";

export interface Lines {
  id: string;
  title: string;
  unit: string;
  /** What is varied, its unit and its values. */
  x: { title: string; unit: string; values: number[] };
  lines: (Key & { values: Num[] })[];
  /** Values at which something happens, with the interval that they are known to. */
  marks: { value: Num; low: Num; high: Num }[];
}

/** How something changes with a value, a line for each department. */
export function lines({ id, title, unit, x, lines: all, marks }: Lines): HTMLElement {
  const known = marks.flatMap(({ value, low, high }) => (value === null ? [] : [{ value, low: low ?? value, high: high ?? value }]));
  return chart({
    id,
    title,
    wide: true,
    across: true,
    key: all,
    keyAbove: true,
    height: () => 320,
    points: x.values.map((_, i) => [0, i]),
    hover: (i) => [`${x.title}: ${withUnit(x.values[i], x.unit)}`, ...all.map((line) => `${line.name}: ${withUnit(line.values[i], unit)}`)],
    table: { head: [titled(x.title, x.unit), ...all.map((line) => titled(line.name, unit))], rows: x.values.map((value, i) => [format(value), ...all.map((line) => format(line.values[i], unit))]) },
    option: () => ({
      grid: { left: roomFor(unit, ...all.flatMap((line) => line.values.map((value) => value ?? 0))), right: 26, top: 26, bottom: 46 },
      xAxis: { ...below("", { scale: true }), name: titled(x.title, x.unit), min: "dataMin", max: "dataMax" },
      yAxis: beside(unit, "", { scale: true }),
      series: [
        ...all.map((line) => ({ type: "line", symbolSize: 5, color: line.colour, data: line.values.map((value, i) => [x.values[i], value ?? "-"]) })),
        ...known.map((mark) => ({
          type: "custom",
          silent: true,
          tooltip: { show: false },
          encode: { x: [0, 1, 2] },
          data: [[mark.low, mark.value, mark.high]],
          renderItem: ({ coordSys }: { coordSys: { y: number; height: number } }, pen: { coord: (at: [number, number]) => [number, number] }) => {
            const [from, at, to] = [mark.low, mark.value, mark.high].map((value) => pen.coord([value, 0])[0]) as [number, number, number];
            return {
              type: "group",
              children: [
                { type: "rect", shape: { x: from, y: coordSys.y, width: Math.max(1, to - from), height: coordSys.height }, style: { fill: ink(), opacity: 0.1 } },
                { type: "line", shape: { x1: at, y1: coordSys.y, x2: at, y2: coordSys.y + coordSys.height }, style: { stroke: ink(), lineDash: [4, 3] } },
              ],
            };
          },
        })),
      ],
    }),
  });
}
