import { drawAll } from "./chart/chart.ts";
import { listener } from "./chart/told.ts";
import { readAnswer } from "./data/answer.ts";
import "./page.css";
import { openForPaper, watchLook } from "./state/look.ts";
import { say, short, useAnswer } from "./state/state.ts";
import { about, assumptions, notModelled, warnings } from "./views/about.ts";
import { breakeven } from "./views/breakeven.ts";
import { clients } from "./views/clients.ts";
import { decision } from "./views/decision.ts";
import { element } from "./views/element.ts";
import { explanation } from "./views/explanation.ts";
import { funnel } from "./views/funnel.ts";
import { contents, departmentKey, header } from "./views/header.ts";
import { losses } from "./views/losses.ts";
import { winners } from "./views/map.ts";
import { money } from "./views/money.ts";
import { months } from "./views/months.ts";
import { payroll } from "./views/payroll.ts";
import { plan } from "./views/plan.ts";
import { queues } from "./views/queues.ts";
import { selection } from "./views/selection.ts";
import { sensitivity } from "./views/sensitivity.ts";
import { study } from "./views/study.ts";
import { uncertainty } from "./views/uncertainty.ts";
import { utilisation } from "./views/utilisation.ts";
import { waterfall } from "./views/waterfall.ts";

/** From top to bottom; one that has nothing to show gives nothing. */
const views = [
  decision, study, selection, money, months, funnel, clients, losses, waterfall, utilisation, queues, payroll,
  winners, breakeven, sensitivity, uncertainty, explanation, plan, assumptions, notModelled, warnings, about,
];

function show(page: HTMLElement): void {
  const answer = readAnswer();
  if (!answer) return;
  useAnswer(answer);
  const { documentElement } = document;
  documentElement.lang = answer.language;
  document.title = `${short(answer.document.scenario.title, 120)} \u00b7 salesim`;
  openForPaper();
  watchLook();
  const sections = views.map((view) => view(answer.document)).filter((made) => made !== null);
  const keys = element("p", "unseen", say("keys"));
  keys.id = "keys";
  const departments = departmentKey(answer.document);
  page.append(header(answer.document), contents(sections), ...(departments ? [departments] : []), keys, listener(), element("main", "", ...sections));
  drawAll(() => (documentElement.dataset["drawn"] = String(Math.round(performance.now()))));
}

const page = document.getElementById("page");
if (page) show(page);
