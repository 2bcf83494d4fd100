import type { Distribution } from "../data/document.ts";
import { between, format, titled } from "../state/numbers.ts";
import { say } from "../state/state.ts";
import { chart } from "./chart.ts";
import { ink, soft } from "./colours.ts";
import type { Key } from "./export.ts";
import { below, beside, type Pen } from "./options.ts";

const tall = 68;

/** How often each value came out: equal steps, a panel for each department, one scale below. */
export function histogram(id: string, title: string, found: Distribution, of: (Key & { department: string })[], count: string): HTMLElement | null {
  const { from, width: step, unit } = found;
  if (from === null || !step || of.length === 0) return null;
  const counts = of.map(({ department }) => found.departments[department]?.counts ?? []);
  const bins = Math.max(0, ...counts.map((own) => own.length));
  const most = Math.max(1, ...counts.flat());
  const start = (bin: number): number => from + bin * step;
  const shown = counts.flatMap((own, s) => own.flatMap((n, bin): [number, number][] => (n ? [[s, bin]] : [])));
  const items = counts.map((own) => own.map((n, bin) => [start(bin), n, start(bin + 1)] as const).filter(([, n]) => n));
  const points = items.flatMap((own, s) => own.map((_, i): [number, number] => [s, i]));
  return chart({
    id,
    title,
    key: of,
    keyAbove: true,
    height: () => of.length * tall + 64,
    points,
    hover: (i, s) => {
      const [low = null, n = 0, high = null] = items[s]?.[i] ?? [];
      return [of[s]?.name ?? "", titled(between(low, high, unit), unit), `${count}: ${format(n)}`];
    },
    table: {
      words: 2,
      head: [say("department"), titled(say("value"), unit), count],
      rows: shown.map(([s, bin]) => [of[s]?.name ?? "", between(start(bin), start(bin + 1), unit), format(counts[s]?.[bin] ?? 0)]),
    },
    option: (width) => ({
      title: [{ text: count, left: 3, top: 4, padding: 0, textStyle: { fontSize: 12, fontWeight: "normal", color: soft() } }, ...of.map(({ name }, s) => ({ text: name, left: 48, top: s * tall + 20, padding: 0, textStyle: { fontSize: 11, fontWeight: "normal", color: ink(), width: width - 80, overflow: "truncate" } }))],
      grid: of.map((_, s) => ({ left: 44, right: 26, top: s * tall + 36, height: tall - 24 })),
      xAxis: of.map((_, s) => {
        const last = s === of.length - 1;
        const { axisLabel, ...axis } = below(last ? unit : "", { gridIndex: s, min: from, max: start(bins), splitLine: { show: false }, axisTick: { show: last } });
        return { ...axis, axisLabel: { ...(axisLabel as object), show: last, showMinLabel: false, showMaxLabel: false } };
      }),
      yAxis: of.map((_, s) => beside("", "", { gridIndex: s, min: 0, max: most, interval: most, axisLabel: { color: soft() } })),
      series: items.map((own, s) => ({
        type: "custom",
        xAxisIndex: s,
        yAxisIndex: s,
        encode: { x: [0, 2], y: 1 },
        data: own,
        renderItem: (_: unknown, pen: Pen) => {
          const [x, y] = pen.coord([pen.value(0), pen.value(1)]);
          const [right, ground] = pen.coord([pen.value(2), 0]);
          return { type: "rect", shape: { x: x + 0.5, y, width: Math.max(1, right - x - 1), height: ground - y }, style: { fill: of[s]?.colour } };
        },
      })),
    }),
  });
}
