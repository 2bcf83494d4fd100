import { namesAfter } from "../data/answer.ts";
import type { Document } from "../data/document.ts";
import { call, capital, measureLabel, measureTitle, say } from "../state/state.ts";
import { more, section } from "./element.ts";
import { groupedMeasures } from "./grouped.ts";
import { monthly } from "./months.ts";

export function payroll(answer: Document): HTMLElement | null {
  const rows = (before: string): [string, string][] => namesAfter(answer, before).map((name) => [before + name, capital(measureLabel(before + name))]);
  const roles = (before: string): [string, string][] => namesAfter(answer, before).map((name) => [before + name, capital(call("role", name))]);
  return section(
    "payroll",
    say("payroll"),
    monthly(answer, "cash"),
    groupedMeasures(answer, { id: "pay-parts", title: say("pay_parts") }, rows("pay.")),
    groupedMeasures(answer, { id: "cost-parts", title: say("cost_parts") }, [["payroll", capital(measureTitle("payroll"))], ...rows("cost."), ["cost", capital(measureTitle("cost"))]]),
    more(
      say("by_role"),
      groupedMeasures(answer, { id: "payroll-roles", title: capital(measureTitle("payroll")), what: say("role") }, roles("payroll.")),
      groupedMeasures(answer, { id: "headcount-roles", title: say("headcount"), what: say("role") }, roles("headcount.")),
    ),
  );
}
