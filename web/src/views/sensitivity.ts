import { chart } from "../chart/chart.ts";
import { bad, good } from "../chart/colours.ts";
import { legend, lying } from "../chart/options.ts";
import type { Document } from "../data/document.ts";
import { between, format, measureTitle, say, withUnit } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** How the answer changes when each assumption goes to an end of its range. */
export function tornado(answer: Document): HTMLElement | null {
  const study = answer.sensitivity;
  const bars = study?.tornado?.bars ?? [];
  if (!study || bars.length === 0) return null;
  const labels = bars.map((bar) => study.factors[bar.factor]?.path ?? "");
  const ends = ["low", "high"] as const;
  return section(
    "sensitivity",
    say("sensitivity"),
    chart({
      title: [measureTitle(study.measure), titleOf(answer, study.department), study.against ? titleOf(answer, study.against) : ""].filter((t) => t).join(" \u00b7 "),
      height: 90 + 28 * bars.length,
      option: () => ({
        ...lying(
          labels,
          study.unit,
          ends.map((end, i) => ({ type: "bar", barGap: "-100%", itemStyle: { opacity: 0.85 }, name: say(i ? "at_high" : "at_low"), color: i ? good : bad, data: bars.map((bar) => bar[end].change) })),
        ),
        legend: legend(),
      }),
      hover: ({ dataIndex: i, seriesIndex: s }) => {
        const end = bars[i]?.[ends[s] ?? "low"];
        return [labels[i] ?? "", format(end?.at), withUnit(end?.change ?? null, study.unit), between(end?.low ?? null, end?.high ?? null, study.unit)];
      },
      table: {
        head: [say("assumption"), say("at_low"), say("change"), say("at_high"), say("change")],
        rows: bars.map((bar, i) => [labels[i] ?? "", format(bar.low.at), format(bar.low.change), format(bar.high.at), format(bar.high.change)]),
      },
    }),
  );
}
