import { chart } from "../chart/chart.ts";
import { colourOf } from "../chart/colours.ts";
import { legend, lying } from "../chart/options.ts";
import type { Document, Interval } from "../data/document.ts";
import { between, format, say, withUnit } from "../state/state.ts";
import { departmentNames, titleOf } from "./departments.ts";

/** Rows with a bar for each department. Rows that are nought everywhere are left out. */
export function grouped(
  answer: Document,
  title: string,
  unit: string,
  rows: { label: string; of: (department: string) => Interval | null | undefined }[],
): HTMLElement | null {
  const names = departmentNames(answer);
  const shown = rows.filter((row) => names.some((name) => row.of(name)?.mean));
  if (shown.length === 0) return null;
  const labels = shown.map((row) => row.label);
  return chart({
    title,
    height: 60 + 24 * names.length + shown.length * (14 + 14 * names.length),
    option: () => ({
      ...lying(
        labels,
        unit,
        names.map((name, i) => ({
          type: "bar",
          name: titleOf(answer, name),
          color: colourOf(i),
          data: shown.map((row) => row.of(name)?.mean ?? null),
        })),
      ),
      grid: { left: 16, right: 24, top: 8, bottom: 24 + 24 * names.length, containLabel: true },
      legend: { ...legend(), orient: "vertical", left: 0 },
    }),
    hover: ({ dataIndex: i, seriesIndex: s }) => {
      const value = shown[i]?.of(names[s] ?? "");
      return [titleOf(answer, names[s] ?? ""), labels[i] ?? "", withUnit(value?.mean ?? null, unit), between(value?.low ?? null, value?.high ?? null, unit)];
    },
    table: {
      head: [say("what"), ...names.map((name) => titleOf(answer, name))],
      rows: shown.map((row) => [
        row.label,
        ...names.map((name) => `${format(row.of(name)?.mean, unit)} (${between(row.of(name)?.low ?? null, row.of(name)?.high ?? null, unit)})`),
      ]),
    },
  });
}

/** The same of measures, each row one. */
export function groupedMeasures(answer: Document, title: string, measures: [string, string][]): HTMLElement | null {
  const of = (department: string, measure: string) => answer.departments[department]?.measures[measure];
  const unit = measures.flatMap(([measure]) => departmentNames(answer).map((name) => of(name, measure)?.unit)).find((u) => u) ?? "";
  return grouped(answer, title, unit, measures.map(([measure, label]) => ({ label, of: (name) => of(name, measure) })));
}
