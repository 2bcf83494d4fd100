// What the tests of the page share: the program's answers, pages with a document in them, and a browser. Environment:
// SALESIM: the program, build/salesim if not set; SALESIM_BROWSER: the browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const pictures = join(root, "build/screenshots");
export const scenarios = readdirSync(join(root, "scenarios")).filter((name) => name.endsWith(".toml"));

const folder = mkdtempSync(join(tmpdir(), "salesim_page_"));
const salesim = process.env.SALESIM ?? join(root, "build/salesim");
let browser;
let made = 0;

export async function begin() {
  mkdirSync(pictures, { recursive: true });
  const executablePath = process.env.SALESIM_BROWSER ?? "/usr/bin/chromium";
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

export async function end() {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}

export function run(...words) {
  return execFileSync(salesim, words, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"], timeout: 120000 });
}

const answers = new Map();

/** What the program answers to a command, as a document. */
export function answer(...words) {
  const key = words.join(" ");
  if (!answers.has(key)) answers.set(key, run(...words, "--format", "json", "--quiet"));
  return JSON.parse(answers.get(key));
}

/** What the program says of a scenario, by `compare`, or by `run` where there is only one department. */
export function compared(name, replications = 8) {
  const more = [`scenarios/${name}`, "--replications", String(replications)];
  const { departments } = answer("run", ...more);
  return Object.keys(departments).length > 1 ? answer("compare", ...more) : answer("run", ...more);
}

/** The address of the page that the program makes of a document. */
export function report(document, language = "en") {
  const path = join(folder, `page${(made += 1)}`);
  writeFileSync(`${path}.json`, JSON.stringify(document));
  run("report", `${path}.json`, "-o", `${path}.html`, "--lang", language, "--quiet");
  return pathToFileURL(`${path}.html`).href;
}

/** The same page with another document in it, which the program could not have read. */
export function withDocument(address, document) {
  const page = readFileSync(new URL(address), "utf8");
  const [, before, data, after] = page.match(/^([\s\S]*id="salesim-data">)([\s\S]*?)(<\/script>[\s\S]*)$/);
  const text = JSON.stringify({ ...JSON.parse(data), document }).replaceAll("<", "\\u003c");
  writeFileSync(new URL(address), before + text + after);
  return address;
}

/** Opens the page, waits until all is drawn, and fails on what the browser complains of and on whatever is loaded. */
export async function open(t, address, { width = 1200, ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...more });
  t.after(() => context.close());
  const tab = await context.newPage();
  const complaints = [];
  tab.on("console", (one) => ["error", "warning"].includes(one.type()) && complaints.push(one.text()));
  tab.on("pageerror", (one) => complaints.push(String(one)));
  tab.on("request", (one) => /^https?:/.test(one.url()) && complaints.push(one.url()));
  await tab.goto(address);
  await tab.waitForFunction(() => document.documentElement.dataset.drawn, null, { timeout: 20000 });
  assert.deepEqual(complaints, []);
  return tab;
}

export const sectionsOf = (tab) => tab.locator("main > section").evaluateAll((all) => all.map((one) => one.id));
export const spills = (tab) => tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Charts in which nothing is drawn though they can be seen. */
export const blank = (tab) =>
  tab.$$eval(".plot", (all) => all.filter((one) => one.clientWidth && one.querySelectorAll("svg path, svg rect, svg circle").length < 2).map((one) => one.ariaLabel));

/** Unfolds whatever is folded in this part of the page. */
export const unfold = (tab, where) => tab.$$eval(`${where} details`, (all) => all.forEach((one) => (one.open = true)));

/** What stands in the cells of the tables there that hold numbers, table by table. */
export async function numbersIn(tab, where) {
  await unfold(tab, where);
  await tab.waitForFunction((inside) => [...document.querySelectorAll(`${inside} details.numbers`)].every((one) => one.querySelector("table")), where);
  return tab.$$eval(`${where} table`, (all) =>
    all.map((one) => [...one.querySelectorAll("tbody tr")].flatMap((row) => [...row.querySelectorAll("td:not(.word)")].map((cell) => cell.textContent))),
  );
}

/** The number that a text says in this language; null where it says that there is none. */
export function read(text, language) {
  if (text === "\u2013") return null;
  const parts = new Intl.NumberFormat(language).formatToParts(-1234567.5);
  const sign = (type) => parts.find((part) => part.type === type).value;
  const plain = text.replaceAll(sign("group"), "").replace(sign("decimal"), ".").replace(sign("minusSign"), "-").replace(/\s/g, "");
  assert.match(plain, /^-?\d+(\.\d+)?%?$/, `no number: ${text}`);
  return plain.endsWith("%") ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}

/** That the texts say these numbers, as far as the page writes them out: whole from 1,000 on, four digits below, shares to 0.1 %. */
export function same(texts, wanted, language, what) {
  assert.equal(texts.length, wanted.length, `${what}: so many numbers`);
  wanted.forEach(([value, unit], i) => {
    if (unit === "p" && texts[i].startsWith("< ")) return assert.ok(value < read(texts[i].slice(2), language), `${what}: ${value} ${texts[i]}`);
    const shown = read(texts[i], language);
    if (value === null || value === undefined) return assert.equal(shown, null, `${what}, number ${i}`);
    const room = unit === "share" ? 0.0005001 : Math.abs(value) >= 1000 ? 0.5001 : Math.abs(value) * 0.000501;
    assert.ok(shown !== null && Math.abs(shown - value) <= room, `${what}, number ${i}: ${texts[i]} for ${value}`);
  });
}
