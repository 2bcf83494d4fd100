import { chart } from "../chart/chart.ts";
import { bad, good, ink } from "../chart/colours.ts";
import { lying, numbers } from "../chart/options.ts";
import type { Document, Waterfall } from "../data/document.ts";
import { between, format, measureTitle, say, short, withUnit } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { section } from "./element.ts";

function one(answer: Document, fall: Waterfall): HTMLElement {
  const steps = fall.steps.filter((step) => step.mean);
  const [from, to] = [titleOf(answer, fall.from), titleOf(answer, fall.to)];
  const labels = [from, ...steps.map((step) => measureTitle(step.measure)), to];
  let sum = fall.before ?? 0;
  const bars = steps.map((step) => ({ start: sum, end: (sum += step.mean ?? 0) }));
  const whole = { start: 0, end: fall.before ?? 0 };
  const all = [whole, ...bars, { start: 0, end: fall.after ?? 0 }];
  const last = all.length - 1;
  const colour = (i: number): string => (i === 0 || i === last ? "#777777" : all[i]!.end >= all[i]!.start ? good : bad);
  return chart({
    title: `${measureTitle(fall.measure)}: ${from} \u2192 ${to}`,
    height: 60 + 34 * all.length,
    option: () => ({
      ...lying(labels, fall.unit, [
        {
          type: "custom",
          encode: { x: [0, 1], y: 2 },
          data: all.map((bar, i) => [bar.start, bar.end, i]),
          renderItem: (_: unknown, api: { value: (i: number) => number; coord: (at: number[]) => number[] }) => {
            const i = api.value(2);
            const a = api.coord([api.value(0), i]);
            const b = api.coord([api.value(1), i]);
            const x = Math.min(a[0] ?? 0, b[0] ?? 0);
            const width = Math.max(1, Math.abs((a[0] ?? 0) - (b[0] ?? 0)));
            const change = i === 0 || i === last ? api.value(1) : api.value(1) - api.value(0);
            return {
              type: "group",
              children: [
                { type: "rect", shape: { x, y: (a[1] ?? 0) - 9, width, height: 18 }, style: { fill: colour(i) } },
                { type: "text", style: { x: x + width + 4, y: (a[1] ?? 0) - 6, text: short(change, fall.unit), fill: ink() } },
              ],
            };
          },
        },
      ]),
      grid: { left: 16, right: 64, top: 8, bottom: 8, containLabel: true },
      xAxis: numbers(fall.unit),
    }),
    hover: ({ dataIndex: i }) => {
      const step = steps[i - 1];
      if (!step) return [labels[i] ?? "", withUnit(i === 0 ? fall.before : fall.after, fall.unit)];
      return [labels[i] ?? "", withUnit(step.mean, fall.unit), between(step.low, step.high, fall.unit)];
    },
    table: {
      head: [say("what"), say("change"), say("low"), say("high")],
      rows: [
        [from, format(fall.before), "", ""],
        ...steps.map((step) => [measureTitle(step.measure), ...[step.mean, step.low, step.high].map((v) => format(v, fall.unit))]),
        [to, format(fall.after), "", ""],
      ],
    },
  });
}

export function waterfall(answer: Document): HTMLElement | null {
  const all = answer.waterfalls ?? [];
  return all.length ? section("waterfall", say("waterfall"), ...all.map((fall) => one(answer, fall))) : null;
}
