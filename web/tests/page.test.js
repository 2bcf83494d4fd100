// node --test: how the page behaves, whatever the document says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { begin, blank, compared, end, open, pictures, report, sectionsOf, spills, withDocument } from "./support.js";

before(begin);
after(end);

const measure = { mean: 1200, low: 1000, high: 1400, sd: 9, p05: 900, p50: 1200, p95: 1500, unit: "EUR", empty: 0 };
const monthly = { mean: 1200, low: 1000, high: 1400, p05: 900, p95: 1500 };
const hostile = '<img src=x onerror="window.broken=1"></script><script>window.broken=1</script>{a|b}{0}\u202e\u2066%s';
const roofing = compared("roofing_season.toml");

/** One department and two months, under a name and a title that want to be markup. */
const small = (title) => ({
  format: 1, salesim: "0.1.0", seed: 1, replications: 20, confidence: 0.95, command: `salesim run ${title}`,
  scenario: { title, hash: "0", currency: "EUR" },
  departments: { [title]: { title, measures: { profit: measure }, months: ["2026-01", "2026-02"].map((month) => ({ month, measures: { profit: monthly } })) } },
  assumptions: [{ path: title, value: title, unit: title, source: title, basis: "guess", said: true }],
  warnings: [{ code: "lead_cost", file: title, line: 1, column: 1, path: title, arguments: [title, title, title], message: title }],
  not_modelled: [{ code: "off", arguments: [title], message: title }],
});

test("one file that loads nothing and lets only its own script run", () => {
  const page = readFileSync(new URL(report(small("a"))), "utf8");
  assert.ok(page.length < 1e6);
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-/);
  assert.doesNotMatch(page, /<(script|link|img)\s[^>]*\b(src|href)=/);
});

test("with three departments the page is below two megabytes", (t) => {
  const three = structuredClone(roofing);
  delete three.departments.apart;
  assert.equal(Object.keys(three.departments).length, 3);
  const { length } = readFileSync(new URL(report(three)));
  t.diagnostic(`${Math.round(length / 1000)} kB`);
  assert.ok(length < 2e6);
});

test("sections without data are absent, and titles that want to be markup are text", async (t) => {
  const tab = await open(t, report(small(hostile)));
  assert.deepEqual(await sectionsOf(tab), ["decision", "money", "months", "assumptions", "not_modelled", "warnings", "about"]);
  assert.equal(await tab.evaluate(() => "broken" in window), false, "a title ran as code");
  assert.match(await tab.textContent("h1"), /<img src=x onerror=/);
});

for (const width of [390, 1200])
  test(`titles of ten thousand characters that turn the direction of writing break nothing at a width of ${width}`, async (t) => {
    const tab = await open(t, report(small(`\u202e${"x".repeat(10000)}${hostile}`)), { width });
    assert.equal(await spills(tab), false);
    assert.doesNotMatch(await tab.textContent("h1"), /\u202e/);
    assert.ok((await tab.locator("h1").boundingBox()).height < 700);
  });

test("the policy holds: a script put into the page does not run, and nothing is fetched", async (t) => {
  const tab = await open(t, report(small("a")));
  const ran = await tab.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.ran = 1";
    const image = document.createElement("div");
    image.innerHTML = '<img src="data:," onerror="window.ran = 2">';
    document.body.append(script, image);
    const fetched = await fetch("data:,x").then(() => "fetched", () => "refused");
    await new Promise((wait) => setTimeout(wait, 100));
    return [window.ran, fetched];
  });
  assert.deepEqual(ran, [undefined, "refused"]);
});

test("pointing at a chart tells its numbers, and the arrow keys read them", async (t) => {
  const tab = await open(t, report(roofing));
  const profit = tab.locator("#means-profit .plot");
  await profit.scrollIntoViewIfNeeded();
  await profit.hover({ position: { x: 300, y: 20 } });
  const first = Object.values(roofing.departments)[0];
  const mean = new Intl.NumberFormat("en", { maximumFractionDigits: 0 }).format(first.measures.profit.mean);
  await profit.locator(".hover").waitFor();
  assert.ok((await profit.locator(".hover").textContent()).includes(mean));
  const told = tab.locator("[aria-live]");
  for (const id of ["means-profit", "spread-profit", "months-profit", "utilisation-map", "waterfall-0"]) {
    await tab.locator(`#${id} .plot`).focus();
    await tab.keyboard.press("ArrowRight");
    const one = await told.textContent();
    assert.match(one, /\d/, id);
    await tab.locator(`#${id} .hover`).waitFor();
    await tab.keyboard.press("End");
    assert.notEqual(await told.textContent(), one, id);
  }
});

test("everything can be reached by the tabulator, and shows where one is", async (t) => {
  const tab = await open(t, report(small("a")));
  const reached = new Set();
  for (let i = 0; i < 80; i += 1) {
    await tab.keyboard.press("Tab");
    const [name, outline] = await tab.evaluate(() => [document.activeElement.tagName + (document.activeElement.className || ""), getComputedStyle(document.activeElement).outlineStyle]);
    reached.add(name);
    if (name !== "BODY") assert.equal(outline, "solid", name);
  }
  for (const name of ["SELECT", "BUTTON", "A", "DIVplot", "SUMMARY", "DIVscroller"]) assert.ok(reached.has(name), name);
});

test("a chart is saved as SVG and as PNG, with its title and the key to its colours", async (t) => {
  const tab = await open(t, report(roofing));
  const figure = tab.locator("#months-profit");
  for (const kind of ["SVG", "PNG"]) {
    const pressed = figure.getByRole("button", { name: kind }).click();
    const [file] = await Promise.all([tab.waitForEvent("download", { timeout: 10000 }), pressed]);
    const saved = readFileSync(await file.path());
    assert.equal(file.suggestedFilename(), `months-profit.${kind.toLowerCase()}`);
    assert.ok(saved.length > 5000, kind);
    if (kind === "PNG") {
      assert.equal(saved.subarray(1, 4).toString(), "PNG");
      const box = await figure.locator(".plot").boundingBox();
      assert.equal(saved.readUInt32BE(16), Math.round(box.width) * 2);
    } else {
      assert.match(saved.toString(), /^<svg /);
      for (const { title } of Object.values(roofing.departments)) assert.ok(saved.toString().includes(title), title);
    }
  }
});

test("light and dark follow the system until the reader chooses", async (t) => {
  const ground = (tab) => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await open(t, report(small("a")), { colorScheme: "dark" });
  const light = await open(t, report(small("a")), { colorScheme: "light" });
  const [black, white] = [await ground(dark), await ground(light)];
  assert.notEqual(black, white);
  await light.selectOption("#look", "dark");
  assert.equal(await ground(light), black);
  await dark.selectOption("#look", "light");
  assert.equal(await ground(dark), white);
  await dark.selectOption("#look", "system");
  assert.equal(await ground(dark), black);
});

test("on paper it is light, unfolded and as wide as the sheet, with every chart drawn", async (t) => {
  const tab = await open(t, report(roofing), { colorScheme: "dark" });
  await tab.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await tab.emulateMedia({ media: "print" });
  const state = await tab.evaluate(() => ({
    look: document.documentElement.dataset.look,
    folded: document.querySelectorAll("details.more:not([open])").length,
    widest: Math.max(...[...document.querySelectorAll(".plot svg")].map((one) => one.getBoundingClientRect().width)),
    buttons: [...document.querySelectorAll("button")].filter((one) => one.offsetParent).length,
  }));
  assert.deepEqual({ ...state, widest: 0 }, { look: "light", folded: 0, widest: 0, buttons: 0 });
  assert.ok(state.widest <= 688, `${state.widest} wide`);
  assert.deepEqual(await blank(tab), []);
  await tab.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await tab.evaluate(() => document.documentElement.dataset.look), "dark");
  await tab.pdf({ path: join(pictures, "roofing_season.pdf"), preferCSSPageSize: true, printBackground: true });
  const pages = readFileSync(join(pictures, "roofing_season.pdf")).toString("latin1").match(/\/Type \/Page\b/g).length;
  t.diagnostic(`${pages} sheets`);
  assert.ok(pages > 4 && pages < 40, `${pages} sheets`);
});

/** A study of so many points: what the program tells of it. */
function study(points) {
  const means = (i) => [1000 + (i % 97) * 10, 900 + (i % 89) * 12];
  const bins = Array.from({ length: 20 }, (_, i) => ({ from: 600 + 30 * i, to: 630 + 30 * i, points: points / 20, best: [points / 20 - 10 * i, 10 * i], means: means(i) }));
  const counts = Array.from({ length: 20 }, (_, i) => 10 + i);
  return {
    ...small("A study"), departments: {}, replications: 0,
    study: {
      measure: "profit", unit: "EUR", points, done: points, replications: points * 10, departments: ["one", "two"], titles: { one: "The one", two: "The other" },
      factors: [{ path: "a.b.rate", unit: "/ mo", low: 600, high: 1200 }, { path: "a.b.pass", unit: "%", low: 10, high: 50 }],
      spread: { unit: "EUR", from: 0, width: 100, departments: { one: { counts }, two: { counts: [...counts].reverse() } } },
      best: { one: 0.6, two: 0.4 },
      winners: [{ factor: 0, bins }, { factor: 1, bins }],
      table: Array.from({ length: points }, (_, i) => ({ point: i, values: [`${600 + i} / mo`, "20 %"], best: i % 2, means: means(i), replications: 10 })),
      table_of: points,
    },
  };
}

test("a study of ten thousand points stays usable", async (t) => {
  const tab = await open(t, withDocument(report(small("a")), study(10000)));
  assert.ok((await sectionsOf(tab)).includes("study"));
  assert.ok((await tab.locator("#study-table tbody tr").count()) <= 1000, "a table of more rows than anybody reads");
  assert.match(await tab.textContent("#study .sentence"), /The one.*60%/);
  assert.deepEqual(await blank(tab), []);
  const drawn = await tab.evaluate(() => Number(document.documentElement.dataset.drawn));
  t.diagnostic(`drawn after ${drawn} ms`);
  assert.ok(drawn < 3000);
});
