import { legendOf } from "../chart/chart.ts";
import type { Document } from "../data/document.ts";
import { choices, choose, chosen, type Choice } from "../state/look.ts";
import { dayName } from "../state/numbers.ts";
import { say, short } from "../state/state.ts";
import { everyDepartment, keyOf } from "./departments.ts";
import { button, element } from "./element.ts";

/** Light, dark, or as the system has it. */
function looks(): HTMLElement {
  const title: Record<Choice, string> = { system: say("look_system"), light: say("look_light"), dark: say("look_dark") };
  const menu = element("select") as HTMLSelectElement;
  menu.id = "look";
  for (const choice of choices) {
    const option = element("option", "", title[choice]) as HTMLOptionElement;
    option.value = choice;
    menu.append(option);
  }
  menu.value = chosen();
  menu.addEventListener("change", () => choose(menu.value as Choice));
  return element("label", "look", `${say("look")} `, menu);
}

/** Opens whatever is folded, or folds it again. */
function folding(): HTMLElement {
  let open = false;
  const made = button(say("open_all"), say("open_all"), () => {
    open = !open;
    for (const one of document.querySelectorAll("details")) one.open = open;
    made.textContent = open ? say("close_all") : say("open_all");
    made.setAttribute("aria-label", made.textContent);
  });
  return made;
}

export function header(answer: Document): HTMLElement {
  const { title, first_day: first, last_day: last } = answer.scenario;
  const period = first && last ? element("p", "", `${dayName(first)} \u2013 ${dayName(last)}`) : null;
  return element(
    "header",
    "",
    element("div", "titles", element("h1", "", element("bdi", "", short(title, 300))), period),
    element("div", "controls", looks(), folding(), button(say("print"), say("print"), () => print())),
  );
}

/** Which colour is which department, once for the whole page. */
export function departmentKey(answer: Document): HTMLElement | null {
  const all = everyDepartment(answer);
  if (all.length < 2) return null;
  const made = element("aside", "departments", legendOf(keyOf(answer, all)));
  made.setAttribute("aria-label", say("departments"));
  return made;
}

export function contents(sections: HTMLElement[]): HTMLElement {
  const links = sections.map((made) => {
    const link = element("a", "", made.firstElementChild?.textContent ?? "");
    link.setAttribute("href", `#${made.id}`);
    return link;
  });
  const menu = element("nav", "", ...links);
  menu.setAttribute("aria-label", say("contents"));
  return menu;
}
