import type { Num } from "../data/document.ts";
import { between, brief, format, titled, withUnit } from "../state/numbers.ts";
import { say } from "../state/state.ts";
import { chart } from "./chart.ts";
import { faint, ink, paint, paper } from "./colours.ts";
import type { Key } from "./export.ts";
import { below, text, type Option, type Pen } from "./options.ts";

export interface Part {
  name: string;
  value: number;
  colour: string;
}

/** A bar or a dot with the interval of its mean (thick) and where nine of ten replications lie (thin). */
export interface Entry {
  name?: string;
  colour: string;
  mean: Num;
  low?: Num | undefined;
  high?: Num | undefined;
  p05?: Num;
  p95?: Num;
  /** Where a bar begins; nought if not said. */
  from?: number;
  /** Of what a bar is made, from its beginning on. */
  parts?: Part[];
  /** What else the pointer tells. */
  lines?: string[];
}

export interface Group {
  label: string;
  entries: Entry[];
}

export interface Bars {
  id: string;
  title: string;
  unit: string;
  groups: Group[];
  /** Dots on a scale that need not begin at nought. */
  dots?: boolean;
  /** Numbers stand behind the bars. */
  told?: boolean;
  key?: Key[];
  keyAbove?: boolean;
  wide?: boolean;
  /** Groups that are drawn: further ones stand in the table. */
  most?: number;
  /** What the groups are; what their entries are, where a group has several. */
  what?: string;
  whose?: string;
  /** End of the scale, where several charts share it. */
  max?: number;
}

/** Paths may be broken after their points, where no letter shows it. */
const breakable = (label: string): string => label.replace(/\.(?=[a-z_*])/g, ".\u200b");
const number = (value: Num | undefined): number => value ?? NaN;
const known = (value: Num | undefined): boolean => value !== null && value !== undefined;

interface Place extends Entry {
  label: string;
  first: boolean;
  y: number;
}

/** Where each bar lies: beside its label where there is room, else below it. */
function lay(groups: Group[], beside: boolean, thick: number): { places: Place[]; height: number } {
  let height = 0;
  const places = groups.flatMap((group) => {
    const made = group.entries.map((entry, i) => ({ ...entry, label: group.label, first: i === 0, y: beside ? height + 15 : height + 16 + thick * (i + 0.5) }));
    height += beside ? 30 : 16 + thick * group.entries.length + 8;
    return made;
  });
  return { places, height };
}

function lines(entry: Entry, unit: string): string[] {
  if (entry.parts) return entry.parts.filter((part) => part.value).map((part) => `${part.name}: ${withUnit(part.value, unit)}`);
  const told = [withUnit(entry.mean, unit)];
  if (known(entry.low) || known(entry.high)) told.push(`${say("interval")}: ${between(entry.low, entry.high, unit)}`);
  if (known(entry.p05)) told.push(`5\u201395 %: ${between(entry.p05, entry.p95, unit)}`);
  return [...told, ...(entry.lines ?? [])];
}

function numbers({ groups, unit, what, whose }: Bars): { head: string[]; rows: string[][]; words: number } {
  const all = groups.flatMap((group) => group.entries);
  const [intervals, spread, several] = [all.some((one) => known(one.low)), all.some((one) => known(one.p05)), all.some((one) => one.name)];
  const parts = [...new Set(all.flatMap((one) => one.parts?.map((part) => part.name) ?? []))];
  const cell = (value: Num | undefined): string => format(value, unit);
  return {
    words: several ? 2 : 1,
    head: [
      what ?? say("what"),
      ...(several ? [whose ?? say("department")] : []),
      ...(parts.length ? parts : [titled(say("mean"), unit)]),
      ...(intervals ? [say("low"), say("high")] : []),
      ...(spread ? ["5 %", "95 %"] : []),
    ],
    rows: groups.flatMap((group) =>
      group.entries.map((one) => [
        group.label,
        ...(several ? [one.name ?? ""] : []),
        ...(parts.length ? parts.map((name) => cell(one.parts?.find((part) => part.name === name)?.value)) : [cell(one.mean)]),
        ...(intervals ? [cell(one.low), cell(one.high)] : []),
        ...(spread ? [cell(one.p05), cell(one.p95)] : []),
      ]),
    ),
  };
}

/** One item of the series: its label, its bar or dot, its interval, and a ground that the pointer finds. */
function draw(place: Place, bars: Bars, beside: boolean, room: number, thick: number, pen: Pen, area: { x: number; width: number }): Option {
  const at = (value: Num | undefined): number => pen.coord([number(value), place.y])[0];
  const y = pen.coord([0, place.y])[1];
  const colour = paint(place.colour);
  const line = (from: Num | undefined, to: Num | undefined, wide: number, stroke: string): Option[] =>
    known(from) && known(to) ? [{ type: "line", silent: true, shape: { x1: at(from), y1: y, x2: at(to), y2: y }, style: { stroke, lineWidth: wide } }] : [];
  const bar = (from: number, to: number, fill: string): Option => ({
    type: "rect",
    silent: true,
    shape: { x: Math.min(at(from), at(to)), y: y - thick / 2 + 1, width: Math.max(1, Math.abs(at(to) - at(from))), height: thick - 2 },
    style: { fill },
  });
  const children: Option[] = [{ type: "rect", shape: { x: 0, y: y - thick / 2, width: area.x + area.width, height: thick }, style: { fill: "rgba(128,128,128,0)" } }];
  if (place.first)
    children.push(
      beside
        ? text(room, y, breakable(place.label), { width: room - 4, align: "right", verticalAlign: "middle", overflow: "break", lineHeight: 13, height: 28, lineOverflow: "truncate" })
        : text(area.x, y - thick / 2 - 13, place.label, { width: area.width }),
    );
  if (bars.dots) {
    children.push(...line(place.p05, place.p95, 1.5, colour), ...line(place.low, place.high, 5, colour));
    if (known(place.mean)) children.push({ type: "circle", silent: true, shape: { cx: at(place.mean), cy: y, r: 5 }, style: { fill: colour, stroke: faint(), lineWidth: 1 } });
  } else if (place.parts) {
    let sum = 0;
    for (const part of place.parts) if (part.value > 0) children.push(bar(sum, (sum += part.value), paint(part.colour)));
  } else if (known(place.mean)) {
    const end = (place.from ?? 0) + (place.mean ?? 0);
    children.push(bar(place.from ?? 0, end, colour));
    if (place.from === undefined) children.push(...line(place.low, place.high, 3.5, paper()), ...line(place.low, place.high, 1.5, ink())); // seen on dark bars, too
    if (bars.told) children.push(text(Math.max(at(end), at(place.from ?? 0)) + 4, y, brief(place.mean, bars.unit), { verticalAlign: "middle" }));
  }
  return { type: "group", children };
}

/** Lying bars or dots, one below another, in groups that have a label. */
export function bars(what: Bars): HTMLElement | null {
  if (what.groups.length === 0) return null;
  const groups = what.groups.slice(0, what.most ?? 40);
  const single = groups.every((group) => group.entries.length === 1);
  const thick = what.dots ? 16 : single ? 16 : 11;
  const isBeside = (width: number): boolean => single && width >= 460;
  const { places } = lay(groups, false, thick);
  return chart({
    id: what.id,
    title: what.title,
    wide: what.wide ?? false,
    ...(what.key ? { key: what.key, keyAbove: what.keyAbove ?? false } : {}),
    height: (width) => lay(groups, isBeside(width), thick).height + 46,
    points: places.map((_, i) => [0, i]),
    table: numbers(what),
    hover: (i) => {
      const place = places[i];
      return place ? [[place.label, place.name].filter((part) => part).join(" \u00b7 "), ...lines(place, what.unit)] : [];
    },
    option: (width) => {
      const beside = isBeside(width);
      const laid = lay(groups, beside, thick);
      const room = beside ? Math.min(width * 0.38, 230) : 22;
      return {
        grid: { left: room + (beside ? 8 : 4), right: what.told ? 60 : 26, top: 4, bottom: 42 },
        xAxis: below(what.unit, { scale: what.dots ?? false, ...(what.max === undefined ? {} : { max: what.max }), ...(what.max === 1 ? { interval: 0.25 } : {}) }),
        yAxis: { type: "value", min: 0, max: laid.height, inverse: true, show: false },
        series: [
          {
            type: "custom",
            encode: { x: [0, 1, 2, 3, 4, 5], y: 6 },
            data: laid.places.map((place) => {
              const from = place.from ?? (what.dots ? number(place.mean) : 0);
              const end = place.parts ? place.parts.reduce((sum, part) => sum + part.value, 0) : (place.from ?? 0) + number(place.mean);
              const interval = place.from === undefined ? [place.low, place.high] : [end, end];
              return [from, end, ...[...interval, place.p05, place.p95].map((value) => value ?? "-"), place.y];
            }),
            renderItem: (at: { dataIndex: number; coordSys: { x: number; width: number } }, pen: Pen) => {
              const place = laid.places[at.dataIndex];
              return place ? draw(place, what, beside, room, thick, pen, at.coordSys) : null;
            },
          },
        ],
      };
    },
  });
}
