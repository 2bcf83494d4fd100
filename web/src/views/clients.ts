import type { Document } from "../data/document.ts";
import { call, say } from "../state/state.ts";
import { section } from "./element.ts";
import { groupedMeasures } from "./grouped.ts";

/** How many clients there are, come and go, and what they order. */
export function clients(answer: Document): HTMLElement | null {
  const rows = (...names: string[]): [string, string][] => names.map((name) => [name, call("label", name)]);
  const parts = [
    groupedMeasures(answer, say("clients"), rows("clients_start", "clients_won", "clients_lost", "asleep", "woken", "clients_end")),
    groupedMeasures(answer, say("orders"), rows("orders.first", "orders.repeat", "orders.upsell", "orders.missed")),
  ];
  return parts[0] ? section("clients", say("clients"), ...parts) : null;
}
