import type { Document } from "../data/document.ts";
import { capital, measureLabel, say } from "../state/state.ts";
import { more, section } from "./element.ts";
import { groupedMeasures } from "./grouped.ts";
import { monthly } from "./months.ts";

/** How many clients there are, come and go, and what they order. */
export function clients(answer: Document): HTMLElement | null {
  const rows = (...names: string[]): [string, string][] => names.map((name) => [name, capital(measureLabel(name))]);
  const flows = groupedMeasures(
    answer,
    { id: "client-flows", title: say("client_flows") },
    rows("clients_start", "clients_won", "clients_lost", "asleep", "woken", "clients_end", "buried"),
  );
  const orders = groupedMeasures(answer, { id: "orders", title: say("orders") }, rows("orders.first", "orders.repeat", "orders.upsell", "orders.missed"));
  if (!flows) return null;
  return section("clients", say("clients"), monthly(answer, "clients"), more(say("flows_and_orders"), flows, orders));
}
