import { field } from "../chart/field.ts";
import type { Document } from "../data/document.ts";
import { brief, format, monthName } from "../state/numbers.ts";
import { call, say } from "../state/state.ts";
import { departmentNames, titleOf } from "./departments.ts";
import { section } from "./element.ts";

/** From white to dark blue; the text on it is what can be read there. */
export function shade(share: number): { fill: string; ink: string } {
  const at = Math.max(0, Math.min(1, share));
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * at);
  return { fill: `rgb(${mix(240, 8)}, ${mix(246, 64)}, ${mix(252, 129)})`, ink: at > 0.69 ? "#ffffff" : "#000000" };
}

/** How busy each role is, month by month. */
export function utilisation(answer: Document): HTMLElement | null {
  const before = "utilisation.";
  const all = departmentNames(answer).map((name) => {
    const own = answer.departments[name]?.months ?? [];
    const measures = [...new Set(own.flatMap((month) => Object.keys(month.measures)))].filter((measure) => measure.startsWith(before));
    return {
      title: titleOf(answer, name),
      roles: measures.map((measure) => ({ role: call("role", measure.slice(before.length)), of: new Map(own.map((month) => [month.month, month.measures[measure]?.mean ?? null])) })),
    };
  });
  const months = [...new Set(all.flatMap(({ roles }) => roles.flatMap(({ of }) => [...of.keys()])))].sort();
  if (months.length === 0) return null;
  const rows = all.filter(({ roles }) => roles.length).flatMap(({ title, roles }) => [{ role: title, title, of: null }, ...roles.map((one) => ({ ...one, title }))]);
  const chart = field({
    id: "utilisation-map",
    title: say("utilisation_title"),
    rows: rows.map(({ role }) => role),
    heads: rows.flatMap(({ of }, i) => (of ? [] : [i])),
    columns: months.map(monthName),
    cells: rows.flatMap(({ role, title, of }) =>
      months.map((month) => {
        const value = of?.get(month) ?? null;
        return value === null ? null : { ...shade(value), told: brief(value, "share"), lines: [role, title, monthName(month), format(value, "share")] };
      }),
    ),
    table: {
      words: 3,
      head: [say("month"), say("department"), say("role"), say("utilisation")],
      rows: months.flatMap((month) => rows.flatMap(({ role, title, of }) => (of ? [[monthName(month), title, role, format(of.get(month), "share")]] : []))),
    },
  });
  return section("utilisation", say("utilisation"), chart);
}
