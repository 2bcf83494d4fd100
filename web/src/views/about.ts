import type { Document } from "../data/document.ts";
import { call, format, say } from "../state/state.ts";
import { element, section, table } from "./element.ts";

export function assumptions(answer: Document): HTMLElement | null {
  const all = answer.assumptions ?? [];
  if (all.length === 0) return null;
  const text = (value: string | number | null | undefined): string => (value == null ? "" : String(value));
  return section(
    "assumptions",
    say("assumptions"),
    table(
      {
        head: [say("assumption"), say("value"), say("range"), say("basis"), say("source")],
        rows: all.map((one) => [
          one.path,
          `${text(one.value)} ${one.unit ? call("unit", one.unit) : ""}`.trim(),
          one.low == null && one.high == null ? "" : `${text(one.low)} \u2026 ${text(one.high)}`,
          one.basis ? call("basis", one.basis) : "",
          one.source ?? "",
        ]),
      },
      true,
    ),
  );
}

export function notModelled(answer: Document): HTMLElement | null {
  const all = answer.not_modelled ?? [];
  return all.length ? section("not_modelled", say("not_modelled"), element("ul", "", ...all.map((one) => element("li", "", one.message)))) : null;
}

export function warnings(answer: Document): HTMLElement | null {
  const all = (answer.warnings ?? []).map((one) => one.message);
  const cut = answer.interrupted;
  if (cut) all.unshift(say("interrupted", format(cut.done), format(cut.wanted)));
  return all.length ? section("warnings", say("warnings"), element("ul", "", ...all.map((text) => element("li", "", text)))) : null;
}

export function about(answer: Document): HTMLElement {
  const rows = [
    [say("version"), answer.salesim],
    [say("scenario_hash"), answer.scenario.hash],
    [say("seed"), String(answer.seed)],
    [say("replications"), format(answer.replications)],
    [say("confidence"), format(answer.confidence, "share")],
  ];
  const terms = element("dl", "", ...rows.flatMap(([term, value]) => [element("dt", "", term ?? ""), element("dd", "", value ?? "")]));
  return section("about", say("about"), terms, answer.command ? element("pre", "", answer.command) : null);
}
