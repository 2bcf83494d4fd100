// node --test: opens the built page, filled with a document, in a browser. Environment:
// SALESIM_PAGE: the page, dist/page.html if not set; SALESIM_ANSWER: a document; SALESIM_BROWSER: the browser.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const page = readFileSync(process.env.SALESIM_PAGE ?? here("../dist/page.html"), "utf8");
const pictures = here("../../build/screenshots/");
const holder = '<script type="application/json" id="salesim-data">';
const measure = { mean: 1200, low: 1000, high: 1400, sd: 9, p05: 900, p50: 1200, p95: 1500, unit: "EUR", empty: 0 };
const hostile = '<img src=x onerror="window.broken=1"></script><script>window.broken=1</script>';

/** Small, with a title that wants to be markup. */
const small = {
  format: 1, salesim: "0.1.0", seed: 1, replications: 20, confidence: 0.95, command: "salesim run",
  scenario: { title: hostile, hash: "0", currency: "EUR" },
  departments: { [hostile]: { title: hostile, measures: { profit: measure }, months: [{ month: "2026-01", measures: { profit: measure } }] } },
};

/** The page's words as the program holds them. */
function words() {
  const source = readFileSync(here("../../app/messages/page.hpp"), "utf8");
  return Object.fromEntries([...source.matchAll(/PageWords\{"([^"]+)", \{"([^"]+)"/g)].map((found) => [found[1], found[2]]));
}

function fill(document) {
  const data = JSON.stringify({ document, words: words(), language: "en" }).replaceAll("<", "\\u003c");
  return page.replace(holder, () => holder + data);
}

async function look(document, name, options = {}) {
  mkdirSync(pictures, { recursive: true });
  const file = `${pictures}${name}.html`;
  writeFileSync(file, fill(document));
  const browser = await chromium.launch({ executablePath: process.env.SALESIM_BROWSER ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const tab = await browser.newPage({ viewport: { width: 1100, height: 900 }, ...options });
    const errors = [];
    tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    tab.on("pageerror", (error) => errors.push(String(error)));
    await tab.goto(pathToFileURL(file).href);
    await tab.waitForTimeout(300);
    await tab.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
    for (const plot of (await tab.locator(".plot").all()).slice(0, 2)) {
      await plot.scrollIntoViewIfNeeded();
      const marks = plot.locator("path[fill]:not([fill=none]):not([fill=transparent])");
      if (await marks.count()) await marks.last().hover({ force: true });
    }
    const button = tab.locator(".tools button").first();
    await button.click();
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    assert.equal(await tab.locator("figure table").first().isVisible(), true);
    if (Object.keys(document.departments).length) assert.ok((await tab.locator(".hover").count()) > 0, "nothing is told of a point");
    const sections = await tab.locator("section").evaluateAll((all) => all.map((one) => one.id));
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    const broken = await tab.evaluate(() => "broken" in window);
    assert.deepEqual(errors, []);
    assert.equal(wide, false, "scrolls sideways");
    assert.equal(broken, false, "a title ran as code");
    return sections;
  } finally {
    await browser.close();
  }
}

test("sections without data are absent, and hostile titles are text", async () => {
  assert.deepEqual(await look(small, "small"), ["money", "months", "about"]);
});

test("fits a telephone", async () => {
  await look(small, "phone", { viewport: { width: 375, height: 700 } });
});

test("a document shows all that it holds", { skip: !process.env.SALESIM_ANSWER }, async () => {
  const document = JSON.parse(readFileSync(process.env.SALESIM_ANSWER, "utf8"));
  const sections = await look(document, "document");
  await look(document, "document_dark_phone", { viewport: { width: 375, height: 700 }, colorScheme: "dark" });
  const simulated = ["money", "months", "funnel", "losses", "utilisation", "queues", "payroll"];
  const studies = ["map", "sensitivity", "explanation", "plan"].filter((name) => document[name]);
  const wanted = [...(Object.keys(document.departments).length ? simulated : []), ...studies, "about"];
  for (const name of wanted) assert.ok(sections.includes(name), name);
});

test("the page asks only for words that the program holds", () => {
  const known = words();
  const source = ["about", "clients", "decision", "explanation", "funnel", "grouped", "losses", "map", "money", "months", "payroll", "plan", "queues", "sensitivity", "utilisation", "waterfall"]
    .map((name) => readFileSync(here(`../src/views/${name}.ts`), "utf8"))
    .join("");
  for (const [, key] of source.matchAll(/say\("([^"]+)"/g)) assert.ok(key in known, key);
});
