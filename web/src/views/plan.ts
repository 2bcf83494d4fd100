import type { Document } from "../data/document.ts";
import { between, format, measureTitle, say, withUnit } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { element, section, table } from "./element.ts";

/** How many people of each role in each month, and what that brings. */
export function plan(answer: Document): HTMLElement | null {
  const found = answer.plan;
  if (!found) return null;
  const parts = Object.entries(found.departments).flatMap(([name, planned]) => {
    const roles = Object.entries(planned.roles);
    const count = Math.max(0, ...roles.map(([, role]) => role.months.length));
    const months = answer.departments[name]?.months ?? [];
    const goal = planned.objective;
    return [
      element("h3", "", titleOf(answer, name)),
      element("p", "", `${measureTitle(found.objective)}: ${withUnit(goal.value, found.unit)} (${between(goal.low, goal.high, found.unit)})`),
      table({
        head: [say("month"), ...roles.map(([role, { title }]) => title ?? role)],
        rows: Array.from({ length: count }, (_, i) => [months[i]?.month ?? String(i + 1), ...roles.map(([, role]) => format(role.months[i]))]),
      }),
    ];
  });
  return section("plan", say("plan"), ...parts);
}
