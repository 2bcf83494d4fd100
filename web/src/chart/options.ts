import { brief, titled } from "../state/numbers.ts";
import { unitTitle } from "../state/state.ts";
import { faint, ink, soft } from "./colours.ts";

export type Option = Record<string, unknown>;

/** An axis of numbers below, with its unit in the middle under it. */
export const below = (unit: string, more: Option = {}): Option => ({
  type: "value",
  name: unit ? unitTitle(unit) : "",
  nameLocation: "middle",
  nameGap: 24,
  nameTextStyle: { color: soft() },
  splitNumber: 4,
  axisLabel: { color: soft(), hideOverlap: true, formatter: (value: number) => brief(value, unit) },
  splitLine: { lineStyle: { color: faint() } },
  axisLine: { onZero: false, lineStyle: { color: faint() } },
  ...more,
});

/** How much room the numbers of an axis at the left take. */
export const roomFor = (unit: string, ...values: number[]): number => 16 + 6.5 * Math.max(3, ...values.map((value) => brief(value, unit, 2).length));

/** An axis of numbers at the left, with its name and unit above it. */
export const beside = (unit: string, title = "", more: Option = {}): Option => ({
  type: "value",
  name: title ? titled(title, unit) : unitTitle(unit),
  nameTextStyle: { color: soft(), align: "left", padding: [0, 0, 0, -32] },
  splitNumber: 3,
  axisLabel: { color: soft(), hideOverlap: true, formatter: (value: number) => brief(value, unit) },
  splitLine: { lineStyle: { color: faint() } },
  ...more,
});

/** An axis of names below. */
export const names = (data: string[], more: Option = {}): Option => ({
  type: "category",
  data,
  axisTick: { show: false },
  axisLine: { onZero: false, lineStyle: { color: faint() } },
  axisLabel: { color: soft(), hideOverlap: true },
  ...more,
});

/** Text in a chart that ends where its room does. */
export const text = (x: number, y: number, words: string, more: Option = {}): Option => ({
  type: "text",
  silent: true,
  style: { x, y, text: words, fill: ink(), fontSize: 12, overflow: "truncate", ...more },
});

/** What a custom series hands to whoever draws an item of it. */
export interface Pen {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
  size: (size: [number, number]) => [number, number];
}
