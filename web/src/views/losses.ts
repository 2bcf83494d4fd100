import type { Document } from "../data/document.ts";
import { call, say, unitTitle } from "../state/state.ts";
import { departmentNames } from "./departments.ts";
import { section } from "./element.ts";
import { grouped } from "./grouped.ts";

/** What was lost with leads and clients, by cause: the margin that was expected of them, and how many they were. */
export function losses(answer: Document): HTMLElement | null {
  const parts = (["leads", "clients"] as const).flatMap((who) => {
    const of = (name: string) => answer.departments[name]?.losses?.[who]?.causes;
    const causes = [...new Set(departmentNames(answer).flatMap((name) => Object.keys(of(name) ?? {})))];
    const rows = (what: "margin" | "heads") => causes.map((cause) => ({ label: call("cause", cause), of: (name: string) => of(name)?.[cause]?.[what] }));
    return [
      grouped(answer, say("lost_margin", unitTitle(who)), answer.scenario.currency ?? "", rows("margin")),
      grouped(answer, say("lost_heads", unitTitle(who)), who, rows("heads")),
    ];
  });
  return parts.some((part) => part) ? section("losses", say("losses"), ...parts) : null;
}
