import type { EChartsCoreOption } from "echarts/core";
import { short } from "../state/state.ts";
import { faint, ink } from "./colours.ts";

export const lines = (): object => ({ splitLine: { lineStyle: { color: faint() } } });

/** An axis of numbers. */
export const numbers = (unit: string): object => ({
  type: "value",
  scale: true,
  axisLabel: { color: ink(), hideOverlap: true, formatter: (value: number) => short(value, unit) },
  ...lines(),
});

/** An axis of names. */
export const names = (data: string[], width = 0): object => ({
  type: "category",
  data,
  axisTick: { show: false },
  axisLabel: { color: ink(), hideOverlap: width === 0, ...(width ? { width, overflow: "break", fontSize: 12, lineHeight: 15, interval: 0 } : {}) },
});

/** How wide the names beside lying bars may be. */
export const room = (): number => (window.innerWidth < 600 ? 100 : 190);

export const grid = { left: 16, right: 24, top: 16, bottom: 8, containLabel: true };
export const legend = (): object => ({ type: "plain", bottom: 0, textStyle: { color: ink() }, icon: "roundRect" });

/** Bars that lie, one below another. */
export function lying(labels: string[], unit: string, series: object[], more: object = {}): EChartsCoreOption {
  const several = series.length > 1;
  return {
    grid: several ? { ...grid, bottom: 40 } : grid,
    ...(several ? { legend: legend() } : {}),
    xAxis: { ...numbers(unit), scale: false },
    yAxis: { ...names(labels, room()), inverse: true },
    series,
    ...more,
  };
}
