import { namesAfter } from "../data/answer.ts";
import type { Document } from "../data/document.ts";
import { call, measureTitle, say } from "../state/state.ts";
import { section } from "./element.ts";
import { groupedMeasures } from "./grouped.ts";
import { monthly } from "./months.ts";

export function payroll(answer: Document): HTMLElement | null {
  const rows = (before: string): [string, string][] => namesAfter(answer, before).map((name) => [before + name, call("label", before + name)]);
  const parts = [
    groupedMeasures(answer, measureTitle("payroll"), [["payroll", measureTitle("payroll")], ...rows("payroll.")]),
    groupedMeasures(answer, say("pay_parts"), rows("pay.")),
    groupedMeasures(answer, say("cost_parts"), [["cost", measureTitle("cost")], ...rows("cost.")]),
    monthly(answer, "cash"),
  ];
  return parts.some((part) => part) ? section("payroll", say("payroll"), ...parts) : null;
}
