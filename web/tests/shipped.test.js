// node --test: the page with the answers of the program for the shipped scenarios.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { answer, begin, blank, compared, end, numbersIn, open, pictures, report, same, scenarios, sectionsOf, spills } from "./support.js";

before(begin);
after(end);

const roofing = compared("roofing_season.toml");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What must be shown of a document, from what it holds. */
function wanted(document) {
  const all = Object.values(document.departments);
  const has = (before) => all.some(({ measures }) => Object.entries(measures).some(([name, { mean }]) => name.startsWith(before) && mean > 0));
  const lost = all.some(({ losses }) => ["leads", "clients"].some((who) => losses?.[who]?.total.heads.mean > 0));
  const sections = {
    decision: true, money: true, months: all[0].months.length > 1, funnel: has("came."), clients: has("clients_"), losses: lost,
    waterfall: document.waterfalls?.length > 0, utilisation: has("utilisation."), queues: has("wait.") || has("queue."), payroll: has("payroll"),
    assumptions: document.assumptions.length > 0, not_modelled: document.not_modelled.length > 0,
    warnings: document.warnings?.length > 0 || all.some((one) => one.notes?.length), about: true,
  };
  return Object.keys(sections).filter((name) => sections[name]);
}

for (const name of scenarios)
  test(`${name}: every section is there, every chart is drawn, nothing is complained of`, async (t) => {
    const document = compared(name);
    const tab = await open(t, report(document));
    assert.deepEqual(await sectionsOf(tab), wanted(document));
    assert.deepEqual(await blank(tab), []);
    assert.equal(await spills(tab), false);
  });

for (const language of ["en", "ru"])
  test(`the numbers of decision, money and losses are those of the document, in ${language}`, async (t) => {
    const tab = await open(t, report(roofing, language));
    const names = Object.keys(roofing.departments);
    const { measure, unit, standings, differences, best } = roofing.comparison;
    const of = (name, what) => roofing.departments[name].measures[what];
    const [decision] = await numbersIn(tab, "#decision");
    const own = (figure) => (name) => [of(name, measure)[figure], unit];
    const difference = (figure) => (name) => [differences[name]?.[figure], unit];
    const standing = (name) => standings.departments[name];
    const lines = [
      ...["mean", "low", "high"].map(own), ...["mean", "low", "high"].map(difference), (name) => [differences[name]?.p_adjusted, "p"],
      (name) => [best[name]?.share_of_replications, "share"], (name) => [standing(name).best_mean.share, "share"], (name) => [standing(name).best_mean.regret, unit],
      (name) => [standing(name).risk.worst.value, unit], (name) => [standing(name).risk.loss?.share, "share"],
    ];
    same(decision, lines.flatMap((line) => names.map(line)), language, "decision");
    const cards = await tab.locator("#decision .card strong").allTextContents();
    const headline = new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 4 }).format(of(standings.best, measure).mean);
    assert.ok(cards[0].startsWith(headline), cards[0]);

    for (const what of ["profit", "revenue"]) {
      const [means] = await numbersIn(tab, `#means-${what}`);
      const figures = names.flatMap((name) => ["mean", "low", "high", "p05", "p95"].map((figure) => [of(name, what)[figure], unit]));
      same(means, figures, language, what);
      const counts = names.flatMap((name) => roofing.distributions[what].departments[name].counts.filter((count) => count).map((count) => [count, ""]));
      same((await numbersIn(tab, `#spread-${what}`))[0].filter((text) => !text.includes("\u2026")), counts, language, `how ${what} differs`);
    }

    for (const who of ["leads", "clients"])
      for (const what of ["margin", "heads"]) {
        const ledger = (name) => roofing.departments[name].losses[who];
        const causes = Object.keys(ledger(names[0]).causes).map((cause) => (name) => ledger(name).causes[cause][what]);
        const rows = [...causes, (name) => ledger(name).total[what]].filter((row) => names.some((name) => row(name).mean));
        const [shown] = await numbersIn(tab, `#losses-${who}-${what}`);
        same(shown, rows.flatMap((row) => names.flatMap((name) => [row(name).mean, row(name).low, row(name).high].map((value) => [value, ""]))), language, `${what} of ${who}`);
      }
  });

/** One document with everything that the commands answer of one scenario. */
function everything() {
  const file = "scenarios/first_steps.toml";
  const pass = "pipeline.meet.pass=20%..60%";
  const work = "pipeline.meet.work=30min..90min";
  const of = (part, ...words) => ({ [part]: answer(...words)[part] });
  return {
    ...compared("first_steps.toml"),
    ...of("selection", "select", file, "--delta", "20000", "--max-replications", "40"),
    ...of("map", "map", file, "--x", pass, "--y", work, "--columns", "5", "--rows", "4", "--replications", "10"),
    ...of("breakeven", "breakeven", file, pass, "--replications", "10"),
    ...of("explanation", "explain", file, "one_tier", "lead_desk", "--replications", "4"),
    ...of("uncertainty", "compare", file, "--uncertainty", "10", "--replications", "2"),
    ...of("plan", "staff", "scenarios/roofing_season.toml", "--time-limit", "5s", "--replications", "20"),
    ...sensitivity("tornado"),
  };
}

function sensitivity(method) {
  const ranges = ["--range", "pipeline.meet.pass=20%..60%", "--range", "pipeline.meet.work=30min..90min"];
  const points = method === "tornado" ? [] : ["--points", "16"];
  const { sensitivity: found } = answer("sensitivity", "scenarios/first_steps.toml", "--department", "lead_desk", "--method", method, ...points, "--replications", "4", ...ranges);
  return { sensitivity: found };
}

const whole = everything();

test("what each command answers has its section", async (t) => {
  const tab = await open(t, report(whole));
  const shown = await sectionsOf(tab);
  for (const name of ["selection", "map", "breakeven", "sensitivity", "uncertainty", "explanation", "plan"]) assert.ok(shown.includes(name), name);
  assert.deepEqual(await blank(tab), []);
  const [months] = await numbersIn(tab, "#plan-0-calendar");
  const roles = Object.values(Object.values(whole.plan.departments)[0].roles);
  same(months, Array.from({ length: 12 }, (_, m) => roles.map((role) => [role.months[m], ""])).flat(), "en", "people by month");
  const worthKnowing = whole.uncertainty.worth.some((one) => one.value.value > 1e-6);
  assert.equal((await tab.locator("#worth").count()) > 0, worthKnowing, "what is worth knowing");
  await tab.screenshot({ path: join(pictures, "every_answer.png"), fullPage: true });
  const phone = await open(t, report(whole), { width: 390 });
  assert.equal(await spills(phone), false);
  await phone.screenshot({ path: join(pictures, "every_answer_390.png"), fullPage: true });
});

test("a plan by formulas alone is shown as one", async (t) => {
  const tab = await open(t, report(answer("staff", "scenarios/roofing_season.toml", "--quick")));
  assert.ok((await sectionsOf(tab)).includes("plan"));
  assert.match(await tab.textContent("#plan"), /approximation/);
  assert.doesNotMatch(await tab.textContent("#decision"), /requirements are kept/);
  assert.deepEqual(await blank(tab), []);
});

for (const method of ["morris", "sobol", "regression"])
  test(`sensitivity by ${method} is drawn`, async (t) => {
    const tab = await open(t, report({ ...compared("first_steps.toml"), ...sensitivity(method) }));
    assert.ok((await tab.locator(`#${method} .plot svg path`).count()) > 1);
  });

for (const look of ["light", "dark"])
  test(`axe finds nothing serious, ${look}`, async (t) => {
    for (const document of [roofing, whole]) {
      const tab = await open(t, report(document), { colorScheme: look });
      await tab.getByRole("button", { name: "Open all tables" }).click();
      const { violations } = await tab.evaluate(`${axe}; axe.run()`);
      const bad = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      assert.deepEqual(bad.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
    }
  });

for (const language of ["en", "ru"])
  for (const width of [1200, 800, 390])
    test(`fits a width of ${width} in ${language}`, async (t) => {
      const tab = await open(t, report(roofing, language), { width });
      await tab.screenshot({ path: join(pictures, `roofing_season_${language}_${width}.png`), fullPage: true });
      assert.equal(await spills(tab), false);
      const height = await tab.evaluate(() => document.documentElement.scrollHeight);
      t.diagnostic(`${height} pixels high`);
      if (width === 1200) assert.ok(height < 11000, `${height} pixels for four departments`);
    });

test("is drawn soon with three departments: the median of five, from the beginning of loading until the last chart is drawn", async (t) => {
  const three = structuredClone(roofing);
  delete three.departments.apart;
  const address = report(three);
  const times = [];
  for (let i = 0; i < 5; i += 1) times.push(await (await open(t, address)).evaluate(() => Number(document.documentElement.dataset.drawn)));
  times.sort((a, b) => a - b);
  t.diagnostic(`${times[2]} ms of ${times}; less than 1,000 is wanted, a busy machine is given twice as long`);
  assert.ok(times[2] < 2000, `${times}`);
});
