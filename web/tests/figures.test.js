// node --test: figures of scenarios with their units, what a study's page says of its scenario, and colours.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { answer, begin, blank, compared, end, open, pictures, report, root, run, spills, unfold } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "salesim_figures_"));
before(begin);
after(end);
after(() => rmSync(folder, { recursive: true, force: true }));

const roofing = compared("roofing_season.toml");

/** The rows of a table of assumptions: what each column says. */
const rowsOf = (tab, where) => tab.$$eval(`${where} tbody tr`, (all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));

test("what the scenario says stands first, what it takes by default is folded, and together they are all assumptions", async (t) => {
  const tab = await open(t, report(roofing));
  const said = await rowsOf(tab, "#assumptions > .parts > div.wide");
  const taken = await rowsOf(tab, "#assumptions details");
  const paths = (wanted) => roofing.assumptions.filter((one) => one.said === wanted).map((one) => one.path);
  assert.deepEqual(said.map(([path]) => path), paths(true));
  assert.deepEqual(taken.map(([path]) => path), paths(false));
  assert.ok(taken.length > 30);
  assert.equal(await tab.locator("#assumptions details tbody").isVisible(), false);
  assert.match(await tab.textContent("#assumptions summary"), new RegExp(`: ${taken.length}$`));
  const row = (path) => taken.find(([one]) => one === path);
  assert.deepEqual(row("departments.*.roles.*.speed").slice(1, 3), ["1", "times"]);
  assert.deepEqual(row("departments.*.roles.*.talent").slice(1, 3), ["no", ""]);
  for (const one of taken) assert.equal(one[5], "default", one[0]);
});

test("numbers of figures are those of the document, their units in the reader's language", async (t) => {
  const units = { s: "с", min: "мин", h: "ч", d: "дн.", w: "нед.", mo: "мес.", y: "лет", wh: "раб. ч", wd: "раб. дн.", "/ mo": "в месяц", "%": "%" };
  const bare = { money: roofing.scenario.currency, companies: "компаний", factor: "раз", number: "число", leads: "лидов", clients: "клиентов", orders: "заказов", attempts: "попыток", people: "чел.", contacts: "контактов", share: "%" };
  const tab = await open(t, report(roofing, "ru"));
  const shown = [...(await rowsOf(tab, "#assumptions > .parts > div.wide")), ...(await rowsOf(tab, "#assumptions details"))];
  const ordered = [...roofing.assumptions.filter((one) => one.said), ...roofing.assumptions.filter((one) => !one.said)];
  let translated = 0;
  ordered.forEach(({ path, value, unit = "" }, i) => {
    const [, number, behind] = /^(-?\d+(?:\.\d+)?)\s*(\D*)$/.exec(value) ?? [];
    if (number === undefined) return;
    const counted = behind ? units[behind.trim()] : bare[unit];
    assert.ok(counted, `${path}: ${value}, ${unit}`);
    assert.deepEqual(shown[i].slice(1, 3), [new Intl.NumberFormat("ru", { maximumSignificantDigits: 15 }).format(Number(number)), counted], path);
    translated += 1;
  });
  assert.ok(translated > 150);
});

test("a Russian page has no English unit in its assumptions, axes and headings", async (t) => {
  const ranges = ["--range", "segments.customers.inbound.web.rate=200/mo..300/mo", "--range", "pipeline.meet.work=30min..90min"];
  const { sensitivity } = answer("sensitivity", "scenarios/first_steps.toml", "--department", "lead_desk", "--replications", "2", ...ranges);
  const { map } = answer("map", "scenarios/first_steps.toml", "--x", "segments.customers.inbound.web.rate=200/mo..300/mo", "--y", "pipeline.meet.work=30min..90min", "--rows", "2", "--columns", "2", "--replications", "2");
  const tab = await open(t, report({ ...compared("first_steps.toml"), sensitivity, map }, "ru"));
  await unfold(tab, "main");
  await tab.waitForTimeout(300);
  const texts = await tab.$$eval("main :is(td, th, svg text, h3)", (all) => all.map((one) => one.textContent));
  const english = texts.filter((text) => /(^|[\d\s,])(\/ (mo|h|d)|min|mo|companies|people|leads|times|attempts|wh|wd)$/.test(text));
  assert.deepEqual(english, []);
  assert.ok(texts.some((text) => text.endsWith("в месяц")));
});

test("a study's page has its period, what its scenario rests on and what repeats it", async (t) => {
  const database = join(folder, "study.db");
  const study = join(folder, "study.toml");
  writeFileSync(study, `title = "Two rates"\nscenarios = ["${join(root, "scenarios/first_steps.toml")}"]\nreplications = 2\n[factors]\n"segments.customers.inbound.web.rate" = ["200 / mo", "300 / mo"]\n"pipeline.meet.work" = ["30 min", "60 min"]\n`);
  run("sweep", study, "--output", database, "--quiet");
  for (const [language, width] of [["en", 1200], ["ru", 390]]) {
    const page = join(folder, `study_${language}.html`);
    run("report", database, "-o", page, "--lang", language, "--quiet");
    const tab = await open(t, pathToFileURL(page).href, { width });
    assert.match(await tab.textContent("header p"), /20\d\d.*20\d\d/);
    const rows = await rowsOf(tab, "#assumptions > .parts > div.wide");
    const varied = await tab.evaluate(() => JSON.parse(document.getElementById("salesim-data").textContent).document.study.factors.map((one) => one.path));
    assert.deepEqual(rows.slice(0, varied.length).map(([path]) => path), varied);
    assert.deepEqual(rows.slice(0, 2).map((row) => row.slice(1, 3)), language === "ru" ? [["200, 300", "в месяц"], ["30, 60", "мин"]] : [["200, 300", "/ mo"], ["30, 60", "min"]]);
    assert.ok(rows.length > 20);
    assert.equal(await tab.textContent("#about pre"), `salesim verify ${database}\nsalesim report ${database}`);
    assert.deepEqual(await blank(tab), []);
    assert.equal(await spills(tab), false);
    await tab.screenshot({ path: join(pictures, `study_${language}_${width}.png`), fullPage: true });
  }
});

test("a precision that was asked for is told as the program tells it, reached or not", async (t) => {
  for (const [most, wanted] of [["8", "not reached"], ["100000", "reached"]]) {
    const asked = ["run", "scenarios/first_steps.toml", "--department", "one_tier", "--precision", most === "8" ? "0.1%" : "60%", "--max-replications", most];
    const document = answer(...asked);
    assert.equal(document.precision.resolved, wanted === "reached");
    const sentence = run(...asked, "--quiet").toString().replace(/\s+/g, " ").match(/(Not resolved within|Precision: half-width)[^.]*(\.\d[^.]*)*\./)[0];
    const tab = await open(t, report(document));
    const plain = (text) => text.replace(/[\s\u00a0]+/g, " ").replace(/ %/g, "%");
    const page = plain(await tab.textContent("#decision .precision"));
    assert.ok(page.includes(plain(sentence)), `${page} | ${sentence}`);
  }
});

test("a table's head breaks paths after their points only", async (t) => {
  const path = "departments.conveyor.roles.wholesale_hunter.staff.september";
  const { breakeven } = answer("breakeven", "scenarios/first_steps.toml", "pipeline.meet.pass=20%..60%", "--replications", "2");
  const tab = await open(t, report({ ...compared("first_steps.toml"), breakeven: { ...breakeven, factor: { ...breakeven.factor, path } } }), { width: 390 });
  await unfold(tab, "#breakeven");
  const head = tab.locator("#breakeven thead th").first();
  await head.waitFor();
  // The lines of the head, from where each letter lies.
  const lines = await head.evaluate((made) => {
    const walker = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
    const found = [];
    let top = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let i = 0; i < node.data.length; i += 1) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const at = range.getBoundingClientRect();
        if (at.width === 0) continue;
        if (top === null || Math.abs(at.top - top) > 4) found.push("");
        top = at.top;
        found[found.length - 1] += node.data[i];
      }
    return found;
  });
  assert.ok(lines.length > 1, lines.join("|"));
  for (const line of lines.slice(0, -1)) assert.match(line, /[.,\s]$/, lines.join("|"));
});

/** What colours.ts declares. */
async function palette() {
  const { outputFiles } = buildSync({ entryPoints: [new URL("../src/chart/colours.ts", import.meta.url).pathname], bundle: true, format: "esm", write: false });
  globalThis.matchMedia = () => ({ matches: false, addEventListener() {} });
  return (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)).palette;
}

/** Oklab (Ottosson 2020), in hundredths: 2 is just seen, 10 is another colour. */
function oklab(colour) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const [l, m, s] = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]].map((row) => Math.cbrt(row[0] * r + row[1] * g + row[2] * b));
  return [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]].map((row) => 100 * (row[0] * l + row[1] * m + row[2] * s));
}
const apart = (one, other) => Math.hypot(...oklab(one).map((value, i) => value - oklab(other)[i]));

test("what is no department has a colour that is near to none, in light and dark", async () => {
  const { departments, parts, tones } = await palette();
  for (const [look, tone] of Object.entries(tones)) {
    for (const name of ["good", "bad", "low", "high", "open"])
      for (const department of departments) assert.ok(apart(tone[name], department) > 13, `${look}: ${name} and ${department} are ${apart(tone[name], department)} apart`);
    for (const part of parts) assert.ok(apart(tone.open, part) > 13, `${look}: open and ${part}`);
    assert.ok(apart(tone.low, tone.high) > 20 && apart(tone.good, tone.bad) > 15, look);
  }
});

test("colours follow the look: in the chart, in its key and in its picture", async (t) => {
  const tab = await open(t, report(roofing), { colorScheme: "light" });
  const { tones } = await palette();
  const fills = () => tab.$$eval("#funnel-0 svg path", (all) => all.map((one) => one.getAttribute("fill")));
  const key = () => tab.$$eval("#funnel .key li:last-child .sample", ([one]) => getComputedStyle(one).backgroundColor);
  const rgb = (colour) => `rgb(${[1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)).join(", ")})`;
  for (const look of ["light", "dark"]) {
    await tab.selectOption("#look", look);
    assert.ok((await fills()).includes(tones[look].open), look);
    assert.equal(await key(), rgb(tones[look].open), look);
  }
});

test("what is written into the cells of a heat map can be read", async (t) => {
  const tab = await open(t, report(roofing));
  const pairs = await tab.$$eval("#utilisation-map svg text", (all) =>
    all.flatMap((one) => (/%$/.test(one.textContent) && one.previousElementSibling?.tagName === "path" ? [[one.getAttribute("fill"), one.previousElementSibling.getAttribute("fill")]] : [])),
  );
  assert.ok(pairs.length > 100, `${pairs.length} cells`);
  const luminance = (colour) => {
    const parts = colour.startsWith("#") ? [1, 3, 5].map((i) => parseInt((colour.length === 4 ? colour.replace(/\w/g, "$&$&") : colour).slice(i, i + 2), 16)) : colour.match(/\d+/g).map(Number);
    const [r, g, b] = parts.map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const pair of pairs) {
    const [low, high] = pair.map(luminance).sort((a, b) => a - b);
    assert.ok((high + 0.05) / (low + 0.05) >= 4.45, `${pair}`);
  }
});
