import { namesAfter } from "../data/answer.ts";
import type { Document } from "../data/document.ts";
import { call, say } from "../state/state.ts";
import { section } from "./element.ts";
import { groupedMeasures } from "./grouped.ts";

export function queues(answer: Document): HTMLElement | null {
  const rows = (before: string, after = ""): [string, string][] =>
    namesAfter(answer, before)
      .filter((name) => name.endsWith(after))
      .map((name) => [before + name, call("label", before + name)]);
  const parts = [
    groupedMeasures(answer, say("waits"), [...rows("wait.", ".mean"), ...rows("wait.", ".p90")]),
    groupedMeasures(answer, say("answered"), rows("answered_within.")),
    groupedMeasures(answer, say("waiting"), rows("queue.")),
  ];
  return parts.some((part) => part) ? section("queues", say("queues"), ...parts) : null;
}
