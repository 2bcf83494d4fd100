import { namesAfter } from "../data/answer.ts";
import type { Document } from "../data/document.ts";
import { titled } from "../state/numbers.ts";
import { call, capital, say } from "../state/state.ts";
import { section } from "./element.ts";
import { groupedMeasures, unitOf } from "./grouped.ts";

export function queues(answer: Document): HTMLElement | null {
  const part = (id: string, title: string, before: string, after = ""): HTMLElement | null => {
    const measures = namesAfter(answer, before).filter((name) => name.endsWith(after));
    const rows = measures.map((name): [string, string] => [before + name, capital(call("activity", name.slice(0, name.length - after.length)))]);
    return groupedMeasures(answer, { id, title: titled(title, unitOf(answer, rows.map(([measure]) => measure))), what: say("activity") }, rows);
  };
  return section(
    "queues",
    say("queues"),
    part("waits", say("waits"), "wait.", ".mean"),
    part("long-waits", say("long_waits"), "wait.", ".p90"),
    part("answered", say("answered"), "answered_within."),
    part("waiting", say("waiting"), "queue."),
  );
}
