// node --test: the page with the answers of the program for the shipped scenarios. Environment:
// SALESIM: the program, build/salesim if not set; SALESIM_PAGE: the page; SALESIM_BROWSER: the browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(process.env.SALESIM_PAGE ?? join(root, "web/dist/page.html"), "utf8");
const catalogue = readFileSync(join(root, "app/messages/page.hpp"), "utf8");
const words = [...catalogue.matchAll(/PageWords\{"([^"]+)",\s*\{"([^"]+)",\s*"([^"]+)"\}\}/g)];
const pictures = join(root, "build/screenshots");
const folder = mkdtempSync(join(tmpdir(), "salesim_page_"));
let browser;

/** The address of the page with a document in it, as the program embeds it. */
function embed(document, language = "en") {
  const said = Object.fromEntries(words.map(([, key, en, ru]) => [key, language === "ru" ? ru : en]));
  const text = JSON.stringify({ document, words: said, language }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const path = join(folder, "page.html");
  writeFileSync(path, page.replace('id="salesim-data"></script>', () => `id="salesim-data">${text}</script>`));
  return pathToFileURL(path).href;
}

/** What the program says of a scenario, by `compare`, or by `run` where there is only one department. */
function answer(name) {
  const salesim = process.env.SALESIM ?? join(root, "build/salesim");
  const scenario = `scenarios/${name}.toml`;
  const text = readFileSync(join(root, scenario), "utf8");
  const several = (text.match(/^\[departments\.\w+\]/gm) ?? []).length > 1;
  const command = [several ? "compare" : "run", scenario, "--replications", "8", "--format", "json"];
  const options = { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"], timeout: 120000 };
  return JSON.parse(execFileSync(salesim, command, options));
}

/** Opens the page and fails on what the browser complains of and on whatever is loaded. */
async function open(address, width = 1200) {
  const tab = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints = [];
  tab.on("console", (one) => one.type() === "error" && complaints.push(one.text()));
  tab.on("pageerror", (one) => complaints.push(String(one)));
  tab.on("request", (one) => /^https?:/.test(one.url()) && complaints.push(one.url()));
  await tab.goto(address);
  await tab.waitForSelector("section#about", { timeout: 20000 });
  assert.deepEqual(complaints, []);
  return tab;
}

before(async () => {
  mkdirSync(pictures, { recursive: true });
  const executablePath = process.env.SALESIM_BROWSER ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const roofing = answer("roofing_season");

test("one file below two megabytes that loads nothing and lets only its own script run", () => {
  assert.ok(page.length < 2e6);
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-/);
  assert.doesNotMatch(page, /<(script|link|img)\s[^>]*\b(src|href)=/);
});

test("the page shows the numbers of the document", async () => {
  const tab = await open(embed(roofing));
  const { profit } = roofing.departments.conveyor.measures;
  const shown = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 }).format(profit.mean);
  const digits = (await tab.textContent("#money")).replace(/[^\d.…]/g, "");
  assert.ok(digits.includes(shown.replace(/[^\d]/g, "").slice(0, 3)));
  const drawn = await tab.$$eval(".plot", (all) => all.map((one) => one.querySelectorAll("svg path").length));
  assert.ok(drawn.length > 5);
  assert.ok(drawn.every((paths) => paths > 0));
  await tab.close();
});

test("a chart is saved as SVG and as PNG", async () => {
  const tab = await open(embed(roofing));
  const figure = tab.locator("#months figure").first();
  for (const kind of ["SVG", "PNG"]) {
    const pressed = figure.getByRole("button", { name: kind }).click();
    const [file] = await Promise.all([tab.waitForEvent("download", { timeout: 10000 }), pressed]);
    const saved = readFileSync(await file.path());
    assert.ok(file.suggestedFilename().endsWith(`.${kind.toLowerCase()}`));
    assert.ok(saved.length > 1000);
    assert.equal(kind === "SVG" ? saved.subarray(0, 4).toString() : saved.subarray(1, 4).toString(), kind === "SVG" ? "<svg" : "PNG");
  }
  await tab.close();
});

test("a title of ten thousand characters that turns the direction of writing does not break the page", async () => {
  const long = structuredClone(roofing);
  long.scenario.title = `\u202e${"x".repeat(10000)}`;
  const tab = await open(embed(long), 800);
  assert.equal(await tab.textContent("h1"), long.scenario.title);
  assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await tab.close();
});

test("every shipped scenario is shown without complaints", async () => {
  const names = readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".toml"));
  for (const name of names) {
    const tab = await open(embed(answer(name.slice(0, -5))));
    assert.ok((await tab.locator(".plot").count()) > 0, name);
    await tab.close();
  }
  assert.ok(names.length > 2);
});

for (const language of ["en", "ru"])
  for (const width of [1200, 800, 390])
    test(`fits a width of ${width} in ${language}`, async () => {
      const tab = await open(embed(roofing, language), width);
      await tab.screenshot({ path: join(pictures, `${language}_${width}.png`), fullPage: true });
      assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await tab.close();
    });

test("is drawn soon", async (at) => {
  const address = embed(roofing);
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const tab = await open(address);
    times.push(await tab.evaluate(() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
    await tab.close();
  }
  times.sort((a, b) => a - b);
  at.diagnostic(`drawn after ${Math.round(times[2])} ms, the median of five`);
  assert.ok(times[2] < 5000);
});
