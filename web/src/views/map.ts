import { chart } from "../chart/chart.ts";
import { colourOf } from "../chart/colours.ts";
import { names } from "../chart/options.ts";
import type { Document } from "../data/document.ts";
import { format, measureTitle, say, withUnit } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { element, section } from "./element.ts";

/** Which department wins at which pair of values; pale where it is not settled. */
export function winners(answer: Document): HTMLElement | null {
  const map = answer.map;
  if (!map || map.cells.length === 0) return null;
  const columns = map.x_values.length;
  const name = (best: number | null): string => (best === null ? "\u2013" : titleOf(answer, map.departments[best] ?? ""));
  const xs = map.x_values.map((value) => format(value, map.x.unit));
  const ys = map.y_values.map((value) => format(value, map.y.unit));
  const key = element(
    "ul",
    "key",
    ...map.departments.map((department, i) => {
      const sample = element("span", "sample");
      sample.style.background = colourOf(i);
      return element("li", "", sample, titleOf(answer, department));
    }),
  );
  return section(
    "map",
    say("map"),
    key,
    chart({
      title: `${measureTitle(map.measure)}: ${map.x.path} \u2192, ${map.y.path} \u2191`,
      height: 120 + 28 * ys.length,
      option: () => ({
        grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
        xAxis: names(xs),
        yAxis: names(ys),
        series: [
          {
            type: "custom",
            data: map.cells.map((_, i) => [i % columns, Math.floor(i / columns)]),
            renderItem: (at: { dataIndex: number }, api: { value: (i: number) => number; coord: (p: number[]) => number[]; size: (p: number[]) => number[] }) => {
              const cell = map.cells[at.dataIndex];
              const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
              const [width = 0, height = 0] = api.size([1, 1]);
              const fill = cell?.best == null ? "#999999" : colourOf(cell.best);
              return { type: "rect", shape: { x: x - width / 2, y: y - height / 2, width, height }, style: { fill, opacity: cell?.resolved ? 1 : 0.4 } };
            },
          },
        ],
      }),
      hover: ({ dataIndex: i }) => {
        const cell = map.cells[i];
        return [
          `${map.x.path}: ${xs[i % columns] ?? ""}`,
          `${map.y.path}: ${ys[Math.floor(i / columns)] ?? ""}`,
          name(cell?.best ?? null),
          ...(cell?.means ?? []).map((mean, d) => `${name(d)}: ${withUnit(mean, map.unit)}`),
        ];
      },
      table: { head: ["", ...xs], rows: ys.map((y, r) => [y, ...xs.map((_, c) => name(map.cells[r * columns + c]?.best ?? null))]) },
    }),
  );
}
