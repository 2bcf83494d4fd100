import { plain } from "../chart/colours.ts";
import { field } from "../chart/field.ts";
import type { Factor } from "../data/answers.ts";
import type { Document } from "../data/document.ts";
import { format, titled, withUnit } from "../state/numbers.ts";
import { capital, measureTitle, say, short } from "../state/state.ts";
import { colourOfDepartment, keyOf, titleOf } from "./departments.ts";
import { element, section } from "./element.ts";

export const factorTitle = (factor: Partial<Factor> | undefined): string => short(titled(factor?.path ?? "", factor?.unit ?? ""), 90);

/** Which department wins at which pair of values; pale where it is not settled. */
export function winners(answer: Document): HTMLElement | null {
  const map = answer.map;
  if (!map || map.cells.length === 0) return null;
  const columns = map.x_values.length;
  const name = (best: number | null): string => (best === null ? say("nobody") : titleOf(answer, map.departments[best] ?? ""));
  const [xs, ys] = [map.x_values.map((value) => format(value)), map.y_values.map((value) => format(value))];
  const where = (i: number): string[] => [`${map.x.path}: ${withUnit(map.x_values[i % columns], map.x.unit)}`, `${map.y.path}: ${withUnit(map.y_values[Math.floor(i / columns)], map.y.unit)}`];
  const seen = map.departments.filter((_, i) => map.cells.some((cell) => cell.best === i));
  const wins = map.departments.map((_, d) => map.cells.filter((cell) => cell.best === d).length);
  const most = wins.indexOf(Math.max(...wins));
  const settled = map.cells.filter((cell) => cell.resolved).length;
  return section(
    "map",
    say("map"),
    element("p", "wide", element("bdi", "", say("map_told", capital(name(most)), format(wins[most]), format(map.cells.length), format(settled)))),
    element("p", "wide", say("map_simulated", format(map.simulated), format(map.cells.length), format(answer.confidence, "share"))),
    field({
      id: "winner-map",
      title: `${capital(measureTitle(map.measure))}: ${say("map_title")}`,
      columns: xs,
      rows: ys,
      x: `${factorTitle(map.x)} \u2192`,
      y: `\u2191 ${factorTitle(map.y)}`,
      upwards: true,
      key: keyOf(answer, seen),
      keyAbove: true,
      cells: map.cells.map((cell, i) => ({
        fill: cell.best === null ? plain : colourOfDepartment(answer, map.departments[cell.best] ?? ""),
        opacity: cell.resolved ? 1 : 0.35,
        ...(cell.resolved ? {} : { told: "?" }),
        lines: [
          name(cell.best) + (cell.resolved ? "" : ` (${say("not_settled")})`),
          ...where(i),
          ...(cell.simulated ? [] : [say("between_simulated")]),
          ...cell.means.map((mean, d) => `${name(d)}: ${withUnit(mean, map.unit)}`),
        ],
      })),
      table: {
        words: 4,
        head: [factorTitle(map.x), factorTitle(map.y), say("best"), say("settled"), ...map.departments.map((_, d) => titled(name(d), map.unit))],
        rows: map.cells.map((cell, i) => [
          xs[i % columns] ?? "", ys[Math.floor(i / columns)] ?? "", name(cell.best), cell.resolved ? say("yes") : say("no"), ...cell.means.map((mean) => format(mean, map.unit)),
        ]),
      },
    }),
  );
}
