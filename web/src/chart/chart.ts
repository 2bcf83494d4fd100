import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { GridComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { isOnPaper, onLook } from "../state/look.ts";
import { say } from "../state/state.ts";
import { button, element, table, type Table } from "../views/element.ts";
import { faint, ink, paper } from "./colours.ts";
import { pictureOf, savePng, saveSvg, type Key } from "./export.ts";
import type { Option } from "./options.ts";
import { announce } from "./told.ts";

use([BarChart, CustomChart, LineChart, GridComponent, TitleComponent, TooltipComponent, SVGRenderer]);

/** A point of a chart: number of its series and of its item. */
export type Point = [series: number, item: number];

export interface Drawing {
  id: string;
  title: string;
  /** Takes the whole width of the page. */
  wide?: boolean;
  height: (width: number) => number;
  option: (width: number) => Option;
  /** Through which the arrow keys go. */
  points: Point[];
  /** What is told of a point, the heading first. */
  hover: (item: number, series: number) => string[];
  /** Tells of whatever lies above or below the pointer, not only of what it touches. */
  across?: boolean;
  key?: Key[];
  /** The key stands with the departments at the top of the page: it is needed in a picture only. */
  keyAbove?: boolean;
  /** The same numbers to read. */
  table: Table;
}

const waiting: (() => void)[] = [];
const places: { place: HTMLElement; height: (width: number) => number }[] = [];

/** Draws what was made: what the reader sees first at once, the rest while he reads. Nothing moves meanwhile: all have their size. */
export function drawAll(done: () => void): void {
  const widths = places.map(({ place }) => place.clientWidth);
  places.forEach(({ place, height }, i) => widths[i] && (place.style.height = `${height(widths[i])}px`));
  drawSome(done);
}

function drawSome(done: () => void): void {
  const until = performance.now() + 150;
  while (waiting.length && performance.now() < until) waiting.shift()?.();
  if (waiting.length) setTimeout(() => drawSome(done));
  else done();
}

export const legendOf = (key: Key[]): HTMLElement =>
  element(
    "ul",
    "key",
    ...key.map(({ name, colour }) => {
      const sample = element("span", "sample");
      sample.style.background = colour;
      return element("li", "", sample, element("bdi", "", name));
    }),
  );

/** A chart with its title, what the pointer and the arrow keys tell, the pictures to keep and the numbers behind it. */
export function chart(drawing: Drawing): HTMLElement {
  const place = element("div", "plot");
  place.tabIndex = 0;
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", drawing.title);
  place.setAttribute("aria-describedby", "keys");
  let plot: ECharts | undefined;
  let width = 0;
  const draw = (): void => {
    if (!place.clientWidth) return;
    width = place.clientWidth;
    const height = drawing.height(width);
    place.style.height = `${height}px`;
    if (plot) plot.resize({ width, height });
    else plot = init(place, null, { renderer: "svg", width, height });
    plot.setOption(
      {
        animation: false,
        textStyle: { color: ink(), fontFamily: "sans-serif", fontSize: 12 },
        tooltip: {
          trigger: drawing.across ? "axis" : "item",
          axisPointer: { type: "line", lineStyle: { color: ink() } },
          confine: true,
          transitionDuration: 0,
          backgroundColor: paper(),
          borderColor: faint(),
          textStyle: { color: ink() },
          formatter: (given: { dataIndex: number; seriesIndex: number } | { dataIndex: number; seriesIndex: number }[]) => {
            const point = Array.isArray(given) ? given[0] : given;
            const [heading = "", ...lines] = point ? drawing.hover(point.dataIndex, point.seriesIndex) : [];
            return element("div", "hover", element("strong", "", heading), ...lines.map((line) => element("div", "", line)));
          },
        },
        ...drawing.option(width),
      },
      true,
    );
  };
  const resized = new ResizeObserver(() => {
    if (place.clientWidth !== width && !isOnPaper()) draw();
  });
  onLook(draw);
  // Its size is watched only from here on: else it would be drawn twice.
  waiting.push(() => {
    if (!width) draw();
    resized.observe(place);
  });
  places.push({ place, height: drawing.height });

  let at = -1;
  place.addEventListener("keydown", (event) => {
    const { length } = drawing.points;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: length - 1 }[event.key];
    if (event.key === "Escape") plot?.dispatchAction({ type: "hideTip" });
    if (to === undefined || !length || !plot) return;
    event.preventDefault();
    at = Math.max(0, Math.min(length - 1, to));
    const [series, item] = drawing.points[at] ?? [0, 0];
    plot.dispatchAction({ type: "showTip", seriesIndex: series, dataIndex: item });
    announce(drawing.hover(item, series).join(". "));
  });
  place.addEventListener("blur", () => plot?.dispatchAction({ type: "hideTip" }));

  const picture = (): SVGElement => pictureOf(place, drawing.title, drawing.key ?? []);
  const foot = element(
    "div",
    "foot",
    folded(say("as_table"), drawing.title, () => table(drawing.table, drawing.title)),
    button("SVG", `SVG: ${drawing.title}`, () => saveSvg(picture(), drawing.id)),
    button("PNG", `PNG: ${drawing.title}`, () => void savePng(picture(), drawing.id)),
  );
  const legend = drawing.key && !drawing.keyAbove ? legendOf(drawing.key) : null;
  const made = element("figure", drawing.wide ? "wide" : "", element("figcaption", "", element("h3", "", element("bdi", "", drawing.title))), legend, place, foot);
  made.id = drawing.id;
  return made;
}

/** Something that is made when the reader opens it. */
function folded(title: string, whose: string, make: () => HTMLElement): HTMLElement {
  const summary = element("summary", "", title);
  summary.setAttribute("aria-label", `${title}: ${whose}`);
  const made = element("details", "numbers", summary);
  made.addEventListener("toggle", () => made.childElementCount < 2 && made.append(make()));
  return made;
}
