import { chart } from "../chart/chart.ts";
import { bad, good } from "../chart/colours.ts";
import { lying } from "../chart/options.ts";
import type { Document, Valued } from "../data/document.ts";
import { between, call, format, measureTitle, say, withUnit } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** What each mechanism adds to the difference of two departments. */
export function explanation(answer: Document): HTMLElement | null {
  const told = answer.explanation;
  if (!told) return null;
  const rows: [string, Valued][] = [
    ...Object.entries(told.parts).map(([name, part]): [string, Valued] => [call("mechanism", name), part]),
    [say("rest"), told.rest],
    [say("whole"), told.whole],
  ];
  return section(
    "explanation",
    say("explanation"),
    chart({
      title: `${measureTitle(told.measure)}: ${titleOf(answer, told.department)} \u2212 ${titleOf(answer, told.against)}`,
      height: 60 + 28 * rows.length,
      option: () =>
        lying(rows.map(([label]) => label), told.unit, [
          { type: "bar", data: rows.map(([, part]) => ({ value: part.value, itemStyle: { color: (part.value ?? 0) < 0 ? bad : good } })) },
        ]),
      hover: ({ dataIndex: i }) => [rows[i]?.[0] ?? "", withUnit(rows[i]?.[1].value ?? null, told.unit), between(rows[i]?.[1].low ?? null, rows[i]?.[1].high ?? null, told.unit)],
      table: { head: [say("what"), say("change"), say("low"), say("high")], rows: rows.map(([label, p]) => [label, format(p.value), format(p.low), format(p.high)]) },
    }),
  );
}
