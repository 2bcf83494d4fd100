import { BarChart, CustomChart, HeatmapChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { isDark, say } from "../state/state.ts";
import { element, table, type Table } from "../views/element.ts";
import { faint, ink, paper } from "./colours.ts";

use([BarChart, CustomChart, HeatmapChart, LineChart, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

export interface Drawing {
  title: string;
  height?: number;
  option: () => EChartsCoreOption;
  /** What is told of the point under the pointer. */
  hover: (point: { name: string; seriesName?: string; dataIndex: number; seriesIndex: number }) => string[];
  /** The same numbers to read. */
  table: Table;
}

function save(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

function savePicture(svg: string, width: number, height: number, name: string): void {
  const picture = new Image();
  picture.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    save(canvas.toDataURL("image/png"), name);
  };
  picture.src = svg;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element("button", "", text) as HTMLButtonElement;
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A chart with its title, what the pointer tells, the pictures to keep and the numbers behind it. */
export function chart(drawing: Drawing): HTMLElement {
  const height = drawing.height ?? 320;
  const place = element("div", "plot");
  place.style.height = `${height}px`;
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", drawing.title);
  const numbers = table(drawing.table);
  numbers.hidden = true;
  const made = element("figure", "", element("figcaption", "", drawing.title), place, numbers);
  const plot = init(place, null, { renderer: "svg", width: 600, height });
  const draw = (): void => {
    plot.setOption(
      {
        animation: false,
        textStyle: { color: ink(), fontFamily: "sans-serif", fontSize: 12 },
        tooltip: {
          trigger: "item",
          confine: true,
          backgroundColor: paper(),
          borderColor: faint(),
          textStyle: { color: ink() },
          formatter: (point: Parameters<Drawing["hover"]>[0]) =>
            element("div", "hover", ...drawing.hover(point).map((line) => element("div", "", line))),
        },
        ...drawing.option(),
      },
      true,
    );
  };
  draw();
  new ResizeObserver(() => {
    if (place.clientWidth > 0) plot.resize({ width: place.clientWidth, height });
  }).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  const picture = (): string => plot.getDataURL({ type: "svg", backgroundColor: isDark() ? paper() : "#ffffff" });
  const toggle = button(say("as_table"), () => {
    numbers.hidden = !numbers.hidden;
    toggle.setAttribute("aria-expanded", String(!numbers.hidden));
  });
  toggle.setAttribute("aria-expanded", "false");
  made.append(
    element(
      "div",
      "tools",
      toggle,
      button("SVG", () => save(picture(), "chart.svg")),
      button("PNG", () => savePicture(picture(), plot.getWidth(), height, "chart.png")),
    ),
  );
  return made;
}
