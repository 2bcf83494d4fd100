import type { Document } from "../data/document.ts";
import { call, capital, say, unitTitle } from "../state/state.ts";
import { departmentNames } from "./departments.ts";
import { more, section } from "./element.ts";
import { grouped } from "./grouped.ts";

/** What was lost with leads and clients, by cause: the margin that was expected of them, and how many they were. */
export function losses(answer: Document): HTMLElement | null {
  const part = (who: "leads" | "clients", what: "margin" | "heads"): HTMLElement | null => {
    const of = (name: string) => answer.departments[name]?.losses?.[who];
    const causes = [...new Set(departmentNames(answer).flatMap((name) => Object.keys(of(name)?.causes ?? {})))];
    return grouped(
      answer,
      {
        id: `losses-${who}-${what}`,
        title: what === "margin" ? say("lost_margin", unitTitle(who)) : say("lost_heads", unitTitle(who)),
        unit: what === "margin" ? (answer.scenario.currency ?? "") : who,
        what: say("cause"),
      },
      [
        ...causes.map((cause) => ({ label: capital(call("cause", cause)), of: (name: string) => of(name)?.causes[cause]?.[what] })),
        ...(causes.length > 1 ? [{ label: say("all_causes"), of: (name: string) => of(name)?.total[what] }] : []),
      ],
    );
  };
  return section(
    "losses",
    say("losses"),
    part("leads", "margin"),
    part("clients", "margin"),
    more(say("lost_counts"), part("leads", "heads"), part("clients", "heads")),
  );
}
