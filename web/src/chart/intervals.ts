import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";

/** Draws a mean and its interval: data are `[low, mean, high, row]`. */
export function interval(colours: string[]): (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => object {
  return (params, api) => {
    const at = (i: number): number[] => api.coord([api.value(i), api.value(3)]);
    const [low, mean, high] = [at(0), at(1), at(2)];
    const x = (p: number[]): number => p[0] ?? 0;
    const y = low[1] ?? 0;
    const colour = colours[params.dataIndex] ?? "#888888";
    const line = (x1: number, y1: number, x2: number, y2: number): object => ({
      type: "line",
      shape: { x1, y1, x2, y2 },
      style: { stroke: colour, lineWidth: 3 },
    });
    return {
      type: "group",
      children: [
        line(x(low), y, x(high), y),
        line(x(low), y - 6, x(low), y + 6),
        line(x(high), y - 6, x(high), y + 6),
        { type: "circle", shape: { cx: x(mean), cy: y, r: 6 }, style: { fill: colour } },
      ],
    };
  };
}
