// node --test: workbooks as LibreOffice reads them, sheet by sheet as CSV, against the JSON of the same answer. Environment:
// SALESIM: the program, build/salesim if not set; SALESIM_OFFICE: LibreOffice, soffice if not set.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "salesim_workbook_"));
after(() => rmSync(folder, { recursive: true, force: true }));

function salesim(...words) {
  const program = process.env.SALESIM ?? join(root, "build/salesim");
  execFileSync(program, [...words, "--quiet"], { cwd: root, stdio: ["ignore", "ignore", "inherit"], timeout: 120000 });
}

/** Fields of RFC 4180. */
function rows(csv) {
  const table = [[""]];
  let quoted = false;
  for (let i = 0; i < csv.length; i += 1) {
    const row = table.at(-1);
    if (quoted && csv[i] === '"' && csv[i + 1] === '"') row[row.length - 1] += csv[(i += 1)];
    else if (csv[i] === '"') quoted = !quoted;
    else if (quoted || !",\n".includes(csv[i])) row[row.length - 1] += csv[i];
    else if (csv[i] === ",") row.push("");
    else table.push([""]);
  }
  return table.filter((row) => row.length > 1);
}

/** What LibreOffice makes of a workbook: a table for each sheet, cells as they are and not as they are shown. */
function sheets(book, names) {
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const office = process.env.SALESIM_OFFICE ?? "soffice";
  execFileSync(office, [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, `${book}.xlsx`)], {
    stdio: "pipe",
    timeout: 120000,
  });
  return names.map((name) => rows(readFileSync(join(folder, `${book}-${name}.csv`), "utf8")));
}

/** Empty where there is no number, else the same to 15 digits, as a spreadsheet keeps them, shares as per cent. */
function same(cell, value, what) {
  if (value === null || value === undefined) return assert.equal(cell, "", what);
  const read = cell.endsWith("%") ? Number(cell.slice(0, -1)) / 100 : Number(cell);
  assert.ok(Math.abs(read - value) <= 1e-14 * Math.abs(value), `${what}: ${cell} instead of ${value}`);
}

const parts = ["mean", "low", "high", "sd", "p05", "p50", "p95"];
const english = ["Summary", "Measures", "Months", "Losses", "Assumptions", "About"];
const russian = ["Итоги", "Показатели", "По месяцам", "Потери", "Допущения", "Об ответе"];

for (const [scenario, language, names] of [["first_steps", "en", english], ["roofing_season", "ru", russian], ["wholesale", "en", english]])
  test(`every number of ${scenario} is in its workbook, in ${language}`, () => {
    const asked = ["compare", `scenarios/${scenario}.toml`, "--replications", "6", "--lang", language];
    salesim(...asked, "--format", "xlsx", "--output", join(folder, `${scenario}.xlsx`));
    salesim(...asked, "--format", "json", "--output", join(folder, `${scenario}.json`));
    const answer = JSON.parse(readFileSync(join(folder, `${scenario}.json`), "utf8"));
    const departments = Object.entries(answer.departments);
    const [summary, measures, months, losses, assumptions, about] = sheets(scenario, names);

    assert.equal(summary.length, 1 + departments.length);
    departments.forEach(([name, department], d) => {
      assert.deepEqual(summary[d + 1].slice(0, 2), [name, department.title ?? ""]);
      ["profit", "revenue", "cost", "deals"].forEach((measure, m) =>
        ["mean", "low", "high", "p05", "p95"].forEach((part, p) =>
          same(summary[d + 1][2 + 5 * m + p], department.measures[measure]?.[part], `${name} ${measure} ${part}`)));
    });

    const all = departments.flatMap(([name, department]) => Object.entries(department.measures).map((one) => [name, ...one]));
    assert.equal(measures.length, 1 + all.length);
    all.forEach(([name, measure, figures], row) => {
      assert.deepEqual([measures[row + 1][0], measures[row + 1][2]], [name, measure]);
      parts.forEach((part, p) => same(measures[row + 1][4 + p], figures[part], `${name} ${measure} ${part}`));
    });

    const [, first] = departments[0];
    assert.deepEqual(months.slice(1).map((row) => row[0]), first.months.map((month) => month.month));
    ["profit", "revenue", "cash", "leads", "deals"].forEach((measure, m) =>
      departments.forEach(([name, department], d) =>
        department.months.forEach((month, row) =>
          same(months[row + 1][1 + m * departments.length + d], month.measures[measure]?.mean, `${name} ${measure} ${month.month}`))));

    let row = 1;
    for (const [name, department] of departments)
      for (const who of ["leads", "clients"]) {
        const ledger = department.losses?.[who];
        if (!ledger) continue;
        for (const loss of [...(ledger.total ? [ledger.total] : []), ...Object.values(ledger.causes)]) {
          assert.equal(losses[row][0], name);
          same(losses[row][2], loss.heads?.mean, `${name} ${who}`);
          same(losses[row][3], loss.margin?.mean, `${name} ${who} margin`);
          row += 1;
        }
      }
    assert.equal(losses.length, row);

    assert.equal(assumptions.length, 1 + answer.assumptions.length);
    answer.assumptions.forEach((one, i) => {
      const [path, value, unit] = assumptions[i + 1];
      assert.equal(path, one.path);
      const [, number, written] = /^(-?[\d.]+(?:e[-+]?\d+)?)\s*([^\d:]*)$/.exec(one.value) ?? [];
      if (number === undefined) return assert.notEqual(value, "", path);
      same(value, written === "%" ? Number(number) / 100 : Number(number), path);
      assert.notEqual(unit, "", path);
      if (language === "en") assert.equal(unit, written ? written.replace(/^w([hd])$/, "working $1") : one.unit === "money" ? answer.scenario.currency : one.unit === "factor" ? "times" : one.unit, path);
    });
    const told = Object.values(about).map((one) => one[1]);
    for (const text of [answer.scenario.title, answer.scenario.hash, answer.command, answer.salesim]) assert.ok(told.includes(text), text);
  });
