import { chart } from "../chart/chart.ts";
import { ink } from "../chart/colours.ts";
import { names, room } from "../chart/options.ts";
import type { Document } from "../data/document.ts";
import { call, format, say } from "../state/state.ts";
import { departmentNames, titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** How busy each role is, month by month. */
export function utilisation(answer: Document): HTMLElement | null {
  const before = "utilisation.";
  const parts = departmentNames(answer).map((name) => {
    const months = answer.departments[name]!.months;
    const roles = [...new Set(months.flatMap((m) => Object.keys(m.measures)))].filter((m) => m.startsWith(before));
    if (roles.length === 0) return null;
    const labels = roles.map((role) => call("role", role.slice(before.length)));
    const cells = roles.flatMap((role, y) => months.map((month, x) => [x, y, month.measures[role]?.mean ?? null] as const));
    return chart({
      title: titleOf(answer, name),
      height: 110 + 36 * roles.length,
      option: () => ({
        grid: { left: 16, right: 16, top: 8, bottom: 48, containLabel: true },
        xAxis: names(months.map((month) => month.month)),
        yAxis: names(labels, room()),
        visualMap: {
          min: 0,
          max: 1,
          orient: "horizontal",
          left: "center",
          bottom: 0,
          itemWidth: 12,
          text: ["100 %", "0 %"],
          textStyle: { color: ink() },
          inRange: { color: ["#f7fbff", "#9ecae1", "#2171b5", "#08306b"] },
        },
        series: [{ type: "heatmap", data: cells.map(([x, y, v]) => [x, y, v ?? "-"]) }],
      }),
      hover: ({ dataIndex: i }) => [labels[cells[i]?.[1] ?? 0] ?? "", months[cells[i]?.[0] ?? 0]?.month ?? "", format(cells[i]?.[2], "share")],
      table: { head: [say("month"), ...labels], rows: months.map((m) => [m.month, ...roles.map((role) => format(m.measures[role]?.mean, "share"))]) },
    });
  });
  return parts.some((part) => part) ? section("utilisation", say("utilisation"), ...parts) : null;
}
