import { bars, type Group } from "../chart/bars.ts";
import { bad, good } from "../chart/colours.ts";
import type { Document, Waterfall } from "../data/document.ts";
import { titled } from "../state/numbers.ts";
import { capital, measureTitle, say } from "../state/state.ts";
import { colourOfDepartment, titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** Steps from the profit of one department to that of another. */
function one(answer: Document, fall: Waterfall, id: string): HTMLElement | null {
  const [from, to] = [titleOf(answer, fall.from, 48), titleOf(answer, fall.to, 48)];
  const end = (name: string, label: string, mean: number | null): Group => ({ label, entries: [{ colour: colourOfDepartment(answer, name), mean }] });
  let level = fall.before ?? 0;
  const steps = fall.steps
    .filter((step) => step.mean)
    .map((step): Group => {
      const { mean, low, high } = step;
      const begin = level;
      level += mean ?? 0;
      return { label: capital(measureTitle(step.measure)), entries: [{ colour: (mean ?? 0) < 0 ? bad : good, mean, low, high, from: begin }] };
    });
  return bars({
    id,
    title: `${capital(titled(measureTitle(fall.measure), fall.unit))}: ${from} \u2192 ${to}`,
    unit: fall.unit,
    told: true,
    groups: [end(fall.from, from, fall.before), ...steps, end(fall.to, to, fall.after)],
  });
}

export const waterfall = (answer: Document): HTMLElement | null =>
  section("waterfall", say("waterfall"), ...(answer.waterfalls ?? []).map((fall, i) => one(answer, fall, `waterfall-${i}`)));
