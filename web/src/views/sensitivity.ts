import { chart } from "../chart/chart.ts";
import { bad, good } from "../chart/colours.ts";
import { legend, lying } from "../chart/options.ts";
import type { Document } from "../data/document.ts";
import { between, format, measureTitle, say, withUnit } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** Bars that are drawn: further ones move next to nothing, and stand in the table. */
const most = 20;

/** What an assumption does to the answer, as Morris measures it: the mean size of its elementary effects. */
function screening(answer: Document, study: NonNullable<Document["sensitivity"]>): HTMLElement | null {
  const effects = [...(study.morris ?? [])].sort((a, b) => (b.absolute.value ?? 0) - (a.absolute.value ?? 0));
  if (effects.length === 0) return null;
  const labels = effects.map((effect) => study.factors[effect.factor]?.path ?? "");
  const range = ({ absolute }: { absolute: { low: number | null; high: number | null } }): string => between(absolute.low, absolute.high, study.unit);
  const drawn = effects.slice(0, most);
  return section(
    "sensitivity",
    say("sensitivity"),
    chart({
      title: [measureTitle(study.measure), titleOf(answer, study.department)].join(" \u00b7 "),
      height: 90 + 28 * drawn.length,
      option: () => lying(labels.slice(0, most), study.unit, [{ type: "bar", name: say("change"), color: good, data: drawn.map((effect) => effect.absolute.value) }]),
      hover: ({ dataIndex: i }) => {
        const effect = effects[i];
        return effect ? [labels[i] ?? "", withUnit(effect.absolute.value, study.unit), range(effect)] : [];
      },
      table: {
        head: [say("assumption"), say("change"), ""],
        rows: effects.map((effect, i) => [labels[i] ?? "", format(effect.absolute.value), range(effect)]),
      },
    }),
  );
}

/** How the answer changes when each assumption goes to an end of its range. */
export function tornado(answer: Document): HTMLElement | null {
  const study = answer.sensitivity;
  const bars = study?.tornado?.bars ?? [];
  if (!study) return null;
  if (bars.length === 0) return screening(answer, study);
  const drawn = bars.slice(0, most);
  const labels = bars.map((bar) => study.factors[bar.factor]?.path ?? "");
  const ends = ["low", "high"] as const;
  return section(
    "sensitivity",
    say("sensitivity"),
    chart({
      title: [measureTitle(study.measure), titleOf(answer, study.department), study.against ? titleOf(answer, study.against) : ""].filter((t) => t).join(" \u00b7 "),
      height: 90 + 28 * drawn.length,
      option: () => ({
        ...lying(
          labels.slice(0, most),
          study.unit,
          ends.map((end, i) => ({ type: "bar", barGap: "-100%", itemStyle: { opacity: 0.85 }, name: say(i ? "at_high" : "at_low"), color: i ? good : bad, data: drawn.map((bar) => bar[end].change) })),
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
