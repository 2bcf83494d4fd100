import { chart, type Drawing } from "./chart.ts";
import { ink, paint, soft } from "./colours.ts";
import type { Key } from "./export.ts";
import { names, text, type Option, type Pen } from "./options.ts";

export interface Cell {
  fill: string;
  opacity?: number;
  /** Written into the cell where there is room. */
  told?: string;
  ink?: string;
  lines: string[];
}

export interface Field {
  id: string;
  title: string;
  rows: string[];
  /** Rows that only say what the following ones belong to. */
  heads?: number[];
  columns: string[];
  /** Row by row; null where there is nothing. */
  cells: (Cell | null)[];
  table: Drawing["table"];
  x?: string;
  y?: string;
  /** The first row lies at the bottom. */
  upwards?: boolean;
  key?: Key[];
  keyAbove?: boolean;
}

/** Coloured cells in rows and columns. */
export function field(what: Field): HTMLElement {
  const across = what.columns.length;
  const tall = 26;
  const heads = new Set(what.heads);
  const there = what.cells.flatMap((cell, i) => (cell ? [i] : []));
  const room = (width: number): number => Math.min(width * 0.34, 230);
  return chart({
    id: what.id,
    title: what.title,
    wide: true,
    ...(what.key ? { key: what.key, keyAbove: what.keyAbove ?? false } : {}),
    height: () => what.rows.length * tall + (what.x ? 50 : 28) + (what.y ? 22 : 4),
    points: there.map((_, i) => [0, i]),
    table: what.table,
    hover: (i) => what.cells[there[i] ?? -1]?.lines ?? [],
    option: (width) => ({
      grid: { left: room(width) + 6, right: 12, top: what.y ? 22 : 4, bottom: what.x ? 50 : 28 },
      title: what.y ? [{ text: what.y, left: 0, top: 3, padding: 0, textStyle: { fontSize: 12, fontWeight: "normal", color: soft(), width, overflow: "truncate" } }] : [],
      xAxis: names(what.columns, { name: what.x ?? "", nameLocation: "middle", nameGap: 28, nameTextStyle: { color: soft() } }),
      yAxis: names(what.rows, {
        inverse: !what.upwards,
        axisLine: { show: false },
        axisLabel: { color: ink(), width: room(width), overflow: "truncate", interval: 0, fontSize: 12, formatter: (name: string, i: number) => (heads.has(i) ? "" : name) },
      }),
      series: [
        {
          type: "custom",
          encode: { x: 0, y: 1 },
          data: there.map((i) => [i % across, Math.floor(i / across)]),
          renderItem: (at: { dataIndex: number }, pen: Pen) => {
            const cell = what.cells[there[at.dataIndex] ?? -1];
            if (!cell) return null;
            const [x, y] = pen.coord([pen.value(0), pen.value(1)]);
            const [wide, high] = pen.size([1, 1]);
            const children: Option[] = [
              { type: "rect", shape: { x: x - wide / 2 + 0.5, y: y - high / 2 + 0.5, width: wide - 1, height: high - 1 }, style: { fill: paint(cell.fill), opacity: cell.opacity ?? 1 } },
            ];
            if (cell.told && wide >= 7 * cell.told.length) children.push(text(x, y, cell.told, { align: "center", verticalAlign: "middle", fontSize: 11, fill: cell.ink ?? ink() }));
            return { type: "group", children };
          },
        },
        {
          type: "custom",
          silent: true,
          encode: { x: 0, y: 1 },
          data: [...heads].map((row) => [0, row]),
          renderItem: (_: unknown, pen: Pen) => text(4, pen.coord([0, pen.value(1)])[1] + 2, what.rows[pen.value(1)] ?? "", { verticalAlign: "middle", width: width - 8, fontWeight: 600 }),
        },
      ],
    }),
  });
}
