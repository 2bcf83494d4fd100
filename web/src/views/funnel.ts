import { bars, type Group, type Part } from "../chart/bars.ts";
import { legendOf } from "../chart/chart.ts";
import { open as stillOpen, partColour } from "../chart/colours.ts";
import { namesAfter } from "../data/answer.ts";
import type { Document } from "../data/document.ts";
import { titled } from "../state/numbers.ts";
import { call, capital, measureTitle, say } from "../state/state.ts";
import { colourOfDepartment, departmentNames, titleOf } from "./departments.ts";
import { element, section } from "./element.ts";

/** Leads from stage to stage of each department: how many passed, how many were lost there by which cause, how many are still there. */
export function funnel(answer: Document): HTMLElement | null {
  const stages = namesAfter(answer, "came.");
  if (stages.length === 0) return null;
  const of = (name: string, measure: string): number => answer.departments[name]?.measures[measure]?.mean ?? 0;
  const names = departmentNames(answer).filter((name) => stages.some((stage) => of(name, `came.${stage}`)));
  const causes = [...new Set(stages.flatMap((stage) => namesAfter(answer, `lost_at.${stage}.`)))].filter((cause) =>
    names.some((name) => stages.some((stage) => of(name, `lost_at.${stage}.${cause}`))),
  );
  const key = [...causes.map((cause, i) => ({ name: call("cause", cause), colour: partColour(i) })), { name: say("still_open"), colour: stillOpen }];
  const max = Math.max(1, ...names.flatMap((name) => ["leads", ...stages.map((stage) => `came.${stage}`)].map((measure) => of(name, measure))));
  const charts = names.map((name) => {
    const colour = colourOfDepartment(answer, name);
    const own = { name: say("passed"), colour };
    const whole = (label: string, value: number): Group => ({ label, entries: [{ colour, mean: value, parts: [{ ...own, value }] }] });
    const groups: Group[] = stages.map((stage) => {
      const came = of(name, `came.${stage}`);
      const passed = of(name, `passed.${stage}`);
      const lost = causes.map((cause) => of(name, `lost_at.${stage}.${cause}`));
      const open = Math.max(0, came - passed - lost.reduce((sum, one) => sum + one, 0));
      const parts: Part[] = [{ ...own, value: passed }, ...key.map((one, i) => ({ ...one, value: lost[i] ?? open }))];
      return { label: capital(call("stage", stage)), entries: [{ colour, mean: came, parts }] };
    });
    return bars({
      id: `funnel-${departmentNames(answer).indexOf(name)}`,
      title: titleOf(answer, name),
      unit: "leads",
      max,
      what: titled(say("stages"), "leads"),
      groups: [whole(capital(measureTitle("leads")), of(name, "leads")), ...groups, whole(capital(measureTitle("deals")), of(name, "deals"))],
      key: [own, ...key],
      keyAbove: true,
    });
  });
  return section("funnel", say("funnel"), element("div", "wide", legendOf([{ name: say("passed_key"), colour: "linear-gradient(90deg, #0072b2, #e69f00, #009e73)" }, ...key])), ...charts);
}
