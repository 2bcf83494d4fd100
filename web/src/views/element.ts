import { say } from "../state/state.ts";
import { format } from "../state/numbers.ts";

export type Child = Node | string | null;

/** An element with what it holds. Text goes in as text only, never as markup. */
export function element(tag: string, className = "", ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

export function button(text: string, label: string, act: () => void): HTMLElement {
  const made = element("button", "", text);
  made.setAttribute("type", "button");
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

/** A part of the page, or nothing where it has nothing to show. */
export function section(key: string, title: string, ...children: (Child | undefined)[]): HTMLElement | null {
  const parts = children.filter((child): child is Node | string => child !== null && child !== undefined);
  if (parts.length === 0) return null;
  const heading = element("h2", "", title);
  heading.id = `${key}-title`;
  const made = element("section", "", heading, element("div", "parts", ...parts));
  made.id = key;
  made.setAttribute("aria-labelledby", heading.id);
  return made;
}

/** What not every reader asks for: folded on the screen, open on paper. */
export function more(title: string, ...children: Child[]): HTMLElement | null {
  const parts = children.filter((child): child is Node | string => child !== null);
  if (parts.length === 0) return null;
  return element("details", "more wide", element("summary", "", title), element("div", "parts", ...parts));
}

/** A text whose paths may be broken after their points. */
const breakable = (text: string): Child[] => text.split(/(?<=\.)(?=[a-z_*])/).flatMap((part, i) => (i ? [element("wbr"), part] : [part]));

export interface Table {
  head: string[];
  rows: string[][];
  /** How many columns, from the first, hold words; the others hold numbers. One if not said. */
  words?: number;
}

/** Rows that a table shows at most: more than anybody reads, and as many as a browser lays out at once. */
const mostRows = 1000;

/** A table that scrolls by itself. */
export function table(content: Table, caption: string): HTMLElement {
  const words = content.words ?? 1;
  const cell = (text: string, i: number): HTMLElement => {
    const made = element(i === 0 ? "th" : "td", i < words ? "word" : "", i < words ? element("bdi", "", ...breakable(text)) : text);
    if (i === 0) made.setAttribute("scope", "row");
    return made;
  };
  const head = content.head.map((text, i) => {
    const made = element("th", i < words ? "word" : "", ...breakable(text));
    made.setAttribute("scope", "col");
    return made;
  });
  const shown = content.rows.slice(0, mostRows);
  const title = element("caption", "unseen", caption);
  const made = element("table", "", title, element("thead", "", element("tr", "", ...head)), element("tbody", "", ...shown.map((row) => element("tr", "", ...row.map(cell)))));
  const scroller = element("div", "scroller", made);
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", caption);
  if (shown.length === content.rows.length) return scroller;
  return element("div", "", scroller, element("p", "note", say("rows_shown", format(shown.length), format(content.rows.length))));
}

/** A table of its own, with a heading that people see. */
export function tableOf(id: string, title: string, content: Table): HTMLElement | null {
  if (content.rows.length === 0) return null;
  const made = element("div", "wide", element("h3", "", title), table(content, title));
  made.id = id;
  return made;
}
