import type { Assumption, Document } from "../data/document.ts";
import { figure, figureText, format } from "../state/numbers.ts";
import { call, say, short } from "../state/state.ts";
import { element, more, section, table } from "./element.ts";

/** Figures with their units, in the reader's language; ends of a belief in another unit than the value have it behind them. */
function figures(all: Assumption[]): HTMLElement {
  const head = [say("assumption"), say("value"), say("unit"), say("low"), say("high"), say("basis"), say("source")];
  const rows = all.map((one) => {
    const [value, unit] = figure(one.value, one.unit);
    const end = (text: Assumption["low"]): string => {
      const [number, its] = figure(text, one.unit);
      return its === unit ? number : figureText(text, one.unit);
    };
    return [one.path, value, unit, end(one.low), end(one.high), one.basis ? call("basis", one.basis) : "", short(one.source ?? "", 200)];
  });
  return table({ head, rows, words: head.length }, say("assumptions"));
}

export function assumptions(answer: Document): HTMLElement | null {
  const all = answer.assumptions ?? [];
  if (all.length === 0) return null;
  const [said, taken] = [true, false].map((wanted) => all.filter((one) => (one.said ?? true) === wanted)) as [Assumption[], Assumption[]];
  const bases = [...new Set(said.map((one) => one.basis ?? ""))];
  const counted = bases.map((basis) => `${basis ? call("basis", basis) : say("not_said")} ${format(said.filter((one) => (one.basis ?? "") === basis).length)}`);
  return section(
    "assumptions",
    say("assumptions"),
    said.length ? element("div", "wide", element("p", "", `${say("basis")}: ${counted.join(" \u00b7 ")}`), figures(said)) : null,
    taken.length ? more(say("by_default", format(taken.length)), element("div", "wide", element("p", "note", say("by_default_note")), figures(taken))) : null,
  );
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
