import { bars } from "../chart/bars.ts";
import { bad, good } from "../chart/colours.ts";
import { field } from "../chart/field.ts";
import type { Document, Num, Valued } from "../data/document.ts";
import type { Plan, PlannedDepartment } from "../data/plan.ts";
import { between, dayName, format, monthName, monthOfYear, titled, withUnit } from "../state/numbers.ts";
import { call, capital, measureTitle, say, short } from "../state/state.ts";
import { titleOf } from "./departments.ts";
import { element, more, section, tableOf } from "./element.ts";
import { shade } from "./utilisation.ts";

const monthsOf = (months: number[]): string => (months.length === 12 ? say("all_year") : months.map(monthOfYear).join(", "));
const interval = (value: Valued | null | undefined, unit: string): string[] => [value?.value, value?.low, value?.high].map((one) => format(one, unit));

/** How many people each role has in each month of the year. */
function calendar(id: string, title: string, roles: string[], months: number[][]): HTMLElement {
  const most = Math.max(1, ...months.flat());
  const columns = Array.from({ length: 12 }, (_, i) => monthOfYear(i));
  return field({
    id,
    title,
    rows: roles,
    columns,
    cells: roles.flatMap((role, r) => columns.map((month, m) => {
      const people = months[r]?.[m] ?? 0;
      return { ...shade((people / most) * 0.85), told: format(people), lines: [role, month, say("people", format(people))] };
    })),
    table: { head: [say("month"), ...roles], rows: columns.map((month, m) => [month, ...roles.map((_, r) => format(months[r]?.[m]))]) },
  });
}

/** What is sure of the plan. */
function statements(planned: PlannedDepartment, plan: Plan): HTMLElement {
  const told: string[] = [];
  if (plan.quick) told.push(say("plan_quick"));
  else {
    const { objective: goal } = planned;
    const near = withUnit((planned.neighbours_certified ? null : planned.neighbours_within) ?? plan.indifference, plan.unit);
    told.push(`${capital(measureTitle(plan.objective))}: ${withUnit(goal?.value, plan.unit)} (${between(goal?.low, goal?.high, plan.unit)})`);
    if (planned.stopped) told.push(say("plan_chosen_on_these"));
    if ((planned.requirements ?? []).length > 0) told.push(!planned.keeps ? say("plan_breaks") : planned.requirements_certified ? say("plan_certified", format(planned.alpha_requirements, "share")) : say("plan_keeps_all"));
    told.push(planned.neighbours_certified || planned.neighbours_within != null ? say("plan_neighbours", near, format(planned.alpha_neighbours, "share")) : say("plan_no_neighbours", near));
    if (planned.excluded) told.push(say("plan_excluded", format(planned.excluded)));
    if (planned.enumerated) told.push(say("plan_enumerated"));
    if (planned.stopped) told.push(say("plan_stopped"));
    if (planned.exhausted) told.push(say("plan_exhausted"));
    told.push(say("plan_effort", format(planned.visited), format(planned.spent)));
  }
  if (plan.budget != null) told.push(say("plan_budget", withUnit(plan.budget, plan.unit)));
  return element("ul", "wide", ...told.map((text) => element("li", "", text)));
}

function department(answer: Document, plan: Plan, name: string, planned: PlannedDepartment, place: number): (HTMLElement | null)[] {
  const { unit } = plan;
  const id = (part: string): string => `plan-${place}-${part}`;
  const role = (key: string): string => short(planned.roles[key]?.title || call("role", key), 40);
  const roles = Object.keys(planned.roles).map((key) => (planned.roles[key]?.rented ? `${role(key)} (${say("rented")})` : role(key)));
  const kind = (one: string): string => (one === "sign" ? say("sign") : one === "look" ? say("look_for") : say("release"));
  const level = (one: Num, of: string): string => withUnit(one, of);
  const demand = (which: string): string => (which === "low" ? say("demand_low") : say("demand_high"));
  const signed = (people: number): string => (people > 0 ? `+${format(people)}` : format(people));
  const kept = (value: Valued, keeps: boolean): string => `${format(value.value, unit)}${keeps ? "" : ` (${say("breaks")})`}`;
  const requirements = (planned.requirements ?? []).map((one) => [
    `${capital(measureTitle(one.measure))} ${one.at_least ? "\u2265" : "\u2264"} ${level(one.level, one.unit)}${one.of_months ? ` (${say("in_months", format(one.in, "share"))})` : ""}`,
    format(one.chance, "share"), `${format(one.met)} / ${format(one.of_runs)}`, format(one.bound, "share"), one.certified ? say("yes") : say("no"),
  ]);
  const table = (part: string, title: string, head: string[], rows: string[][], words = 1): HTMLElement | null => tableOf(id(part), title, { head, rows, words });
  return [
    element("h3", "wide", element("bdi", "", titleOf(answer, name))),
    statements(planned, plan),
    calendar(id("calendar"), `${say("people_by_month")}: ${titleOf(answer, name, 48)}`, roles, Object.values(planned.roles).map((one) => one.months)),
    table("actions", say("what_to_do_when"), [say("date"), say("what"), say("role"), say("how_many"), say("from"), say("until")],
      (planned.actions ?? []).map((one) => [dayName(one.date) + (one.already ? ` (${say("already")})` : ""), kind(one.kind), role(one.role), format(one.people), dayName(one.from), one.until ? dayName(one.until) : ""]), 3),
    table("requirements", say("requirements"), [say("requirement"), say("chance_wanted"), say("met"), say("bound"), say("certified")], requirements),
    bars({
      id: id("prices"), title: titled(say("prices"), unit), unit, wide: true, most: 16, what: say("change"),
      groups: (planned.prices ?? []).map((one) => ({
        label: `${signed(one.change)} ${role(one.role)}: ${monthsOf(one.months)}${one.keeps ? "" : ` (${say("breaks")})`}`,
        entries: [{ colour: (one.gain.value ?? 0) < 0 ? bad : good, mean: one.gain.value, low: one.gain.low, high: one.gain.high }],
      })),
    }),
    table("delays", say("delays", planned.decide_by ? dayName(planned.decide_by) : ""), [say("weeks_later"), say("late_places"), titled(say("loss"), unit), say("low"), say("high")],
      (planned.delays ?? []).map((one) => [format(one.weeks), format(one.late), ...interval(one.loss, unit)])),
    table("demands", say("demands"), [say("demand"), titled(say("held"), unit), titled(say("replanned"), unit), titled(say("plan_regret"), unit)],
      Object.entries(planned.demands ?? {}).map(([which, one]) => [demand(which), kept(one.held, one.held_keeps), kept(one.replanned, one.replanned_keeps), `${format(one.regret.value, unit)} (${between(one.regret.low, one.regret.high, unit)})`])),
    more(
      say("other_plans"),
      ...Object.entries(planned.demands ?? {}).map(([which, one]) => calendar(id(`demand-${which}`), demand(which), roles, one.months)),
      ...(planned.plateau ?? []).slice(0, 12).map((one, i) => calendar(id(`alike-${i}`), `${say("alike", withUnit(one.difference.value, unit))} (${between(one.difference.low, one.difference.high, unit)})`, roles, one.months)),
    ),
    more(say("quick_view"), table("quick", say("quick_view"), [say("month"), say("role"), say("quick_load"), say("quick_wanted"), say("quick_capacity"), say("how_many")],
      (planned.quick ?? []).map((one) => [monthName(one.month), role(one.role), format(one.load), format(one.wanted), format(one.capacity), format(one.people)]), 2),
    table("quick-service", say("quick_service"), [say("month"), say("role"), ...["answered", "quick_abandoned", "utilisation"].flatMap((what) =>
      ["quick_steady", "quick_course", ...(what === "answered" ? [] : ["quick_closure"])].map((how) => `${say(what)}: ${say(how)}`))],
      (planned.quick ?? []).filter((one) => one.course.abandoned != null).map((one) => [monthName(one.month), role(one.role), ...[one.answered, one.course.answered, one.abandoned, one.course.abandoned, one.closure.abandoned, one.utilisation, one.course.utilisation, one.closure.utilisation].map((share) => format(share, "share"))]), 2)),
  ];
}

/** How many people of each role in each month, what must be done when, and what is sure of that. */
export function plan(answer: Document): HTMLElement | null {
  const found = answer.plan;
  if (!found) return null;
  return section("plan", say("plan"), ...Object.entries(found.departments).flatMap(([name, planned], place) => department(answer, found, name, planned, place)));
}
