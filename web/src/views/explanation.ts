import { bars, type Group } from "../chart/bars.ts";
import { bad, good, plain } from "../chart/colours.ts";
import type { Document, Valued } from "../data/document.ts";
import { titled } from "../state/numbers.ts";
import { call, capital, measureTitle, say } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** What each mechanism adds to the difference of two departments. */
export function explanation(answer: Document): HTMLElement | null {
  const told = answer.explanation;
  if (!told) return null;
  const row = (label: string, { value, low, high }: Valued, colour = (value ?? 0) < 0 ? bad : good): Group => ({ label, entries: [{ colour, mean: value, low, high }] });
  const parts = Object.entries(told.parts).sort(([, a], [, b]) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
  return section(
    "explanation",
    say("explanation"),
    bars({
      id: "explanation-parts",
      title: `${capital(titled(measureTitle(told.measure), told.unit))}: ${titleOf(answer, told.department, 48)} \u2212 ${titleOf(answer, told.against, 48)}`,
      unit: told.unit,
      wide: true,
      groups: [row(say("whole"), told.whole, plain), row(say("rest"), told.rest), ...parts.map(([name, part]) => row(`${capital(call("mechanism", name))} (${name})`, part))],
    }),
  );
}
