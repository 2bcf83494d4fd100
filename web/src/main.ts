import { readAnswer } from "./data/answer.ts";
import "./page.css";
import { say, useAnswer } from "./state/state.ts";
import { about, assumptions, notModelled, warnings } from "./views/about.ts";
import { clients } from "./views/clients.ts";
import { decision } from "./views/decision.ts";
import { element } from "./views/element.ts";
import { explanation } from "./views/explanation.ts";
import { funnel } from "./views/funnel.ts";
import { losses } from "./views/losses.ts";
import { winners } from "./views/map.ts";
import { money } from "./views/money.ts";
import { months } from "./views/months.ts";
import { payroll } from "./views/payroll.ts";
import { plan } from "./views/plan.ts";
import { queues } from "./views/queues.ts";
import { tornado } from "./views/sensitivity.ts";
import { utilisation } from "./views/utilisation.ts";
import { waterfall } from "./views/waterfall.ts";

const views = [
  decision, money, months, funnel, clients, losses, waterfall, utilisation, queues, payroll,
  winners, tornado, explanation, plan, assumptions, notModelled, warnings, about,
];

function show(page: HTMLElement): void {
  const answer = readAnswer();
  if (!answer) return;
  useAnswer(answer);
  document.documentElement.lang = answer.language;
  const { scenario } = answer.document;
  document.title = `${scenario.title} \u00b7 salesim`;
  const period = [scenario.first_day, scenario.last_day].filter((day) => day).join(" \u2013 ");
  const sections = views.map((view) => view(answer.document)).filter((made) => made !== null);
  const links = sections.map((made) => {
    const link = element("a", "", made.firstElementChild?.textContent ?? "");
    link.setAttribute("href", `#${made.id}`);
    return link;
  });
  const menu = element("nav", "", ...links);
  menu.setAttribute("aria-label", say("contents"));
  page.append(element("header", "", element("h1", "", scenario.title), element("p", "", period)), menu, element("main", "", ...sections));
}

const page = document.getElementById("page");
if (page) show(page);
