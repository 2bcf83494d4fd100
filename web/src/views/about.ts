import type { Document } from "../data/document.ts";
import { format } from "../state/numbers.ts";
import { call, say, short } from "../state/state.ts";
import { element, more, section, table } from "./element.ts";

export function assumptions(answer: Document): HTMLElement | null {
  const all = answer.assumptions ?? [];
  if (all.length === 0) return null;
  const text = (value: string | number | null | undefined): string => (value == null ? "" : short(String(value), 200));
  const head = [say("assumption"), say("value"), say("unit"), say("low"), say("high"), say("basis"), say("source")];
  const bases = [...new Set(all.map((one) => one.basis ?? ""))];
  const counted = bases.map((basis) => `${basis ? call("basis", basis) : say("not_said")}: ${format(all.filter((one) => (one.basis ?? "") === basis).length)}`);
  const rows = all.map((one) => [
    one.path, text(one.value), one.unit ? call("unit", one.unit) : "", text(one.low), text(one.high), one.basis ? call("basis", one.basis) : "", text(one.source),
  ]);
  return section("assumptions", say("assumptions"), element("div", "wide", element("p", "", counted.join(" \u00b7 ")), table({ head, rows, words: head.length }, say("assumptions"))));
}

const list = (texts: string[]): HTMLElement => element("ul", "wide columns", ...texts.map((text) => element("li", "", element("bdi", "", text))));

export function notModelled(answer: Document): HTMLElement | null {
  const all = answer.not_modelled ?? [];
  return all.length ? section("not_modelled", say("not_modelled"), list(all.map((one) => one.message))) : null;
}

export function warnings(answer: Document): HTMLElement | null {
  const all = [
    ...(answer.interrupted ? [say("interrupted", format(answer.interrupted.done), format(answer.interrupted.wanted))] : []),
    ...(answer.warnings ?? []).map((one) => one.message),
  ];
  const notes = [...new Set(Object.values(answer.departments).flatMap((department) => department.notes?.map((note) => note.message) ?? []))];
  return section("warnings", say("warnings"), all.length ? list(all) : null, notes.length ? more(say("notes", format(notes.length)), list(notes)) : null);
}

export function about(answer: Document): HTMLElement | null {
  const rows: [string, string][] = [
    [say("version"), answer.salesim],
    [say("scenario_hash"), answer.scenario.hash],
    [say("seed"), String(answer.seed)],
    ...(answer.replications ? [[say("replications"), format(answer.replications)] as [string, string]] : []),
    [say("confidence"), format(answer.confidence, "share")],
  ];
  const terms = element("dl", "terms", ...rows.flatMap(([term, value]) => [element("dt", "", term), element("dd", "", value)]));
  const command = answer.command ? element("pre", "", answer.command) : null;
  if (command) {
    command.tabIndex = 0;
    command.setAttribute("role", "region");
    command.setAttribute("aria-label", say("command"));
  }
  return section("about", say("about"), element("div", "wide", terms, command));
}
