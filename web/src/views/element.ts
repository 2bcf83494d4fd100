type Child = Node | string | null;

/** An element with what it holds. Text goes in as text only, never as markup. */
export function element(tag: string, className: string, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

export function section(key: string, title: string, ...children: Child[]): HTMLElement {
  const made = element("section", "", element("h2", "", title), ...children);
  made.id = key;
  return made;
}

export interface Table {
  head: string[];
  rows: string[][];
}

/** A table that scrolls by itself; columns after the first hold numbers unless `plain`. */
export function table(content: Table, plain = false): HTMLElement {
  const header = (scope: string, text: string): HTMLElement => {
    const cell = element("th", "", text);
    cell.setAttribute("scope", scope);
    return cell;
  };
  const body = content.rows.map((row) =>
    element("tr", "", ...row.map((text, i) => (i === 0 ? header("row", text) : element("td", "", text)))),
  );
  const made = element(
    "table",
    plain ? "plain" : "",
    element("thead", "", element("tr", "", ...content.head.map((text) => header("col", text)))),
    element("tbody", "", ...body),
  );
  const scroller = element("div", "scroller", made);
  scroller.tabIndex = 0;
  return scroller;
}
