import { ink, paint, paper } from "./colours.ts";

export interface Key {
  name: string;
  colour: string;
}

const space = "http://www.w3.org/2000/svg";

function node(tag: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/** The picture of a chart by itself: with its title, the key to its colours, and a ground. */
export function pictureOf(place: HTMLElement, title: string, key: Key[]): SVGElement {
  const [width, height] = [place.clientWidth, place.clientHeight];
  const head = 30 + key.length * 18;
  const whole = node("svg", { xmlns: space, width, height: height + head, viewBox: `0 0 ${width} ${height + head}`, "font-family": "sans-serif" });
  whole.append(node("rect", { width, height: height + head, fill: paper() }), node("text", { x: 8, y: 20, "font-size": 15, "font-weight": 600, fill: ink() }, title));
  key.forEach(({ name, colour }, i) => {
    whole.append(node("rect", { x: 8, y: 30 + i * 18, width: 12, height: 12, fill: paint(colour) }), node("text", { x: 26, y: 40 + i * 18, "font-size": 12, fill: ink() }, name));
  });
  const drawn = place.querySelector("svg")?.cloneNode(true) as SVGElement | undefined;
  if (drawn) {
    for (const [name, value] of Object.entries({ x: 0, y: head, width, height })) drawn.setAttribute(name, String(value));
    drawn.removeAttribute("style");
    whole.append(drawn);
  }
  return whole;
}

const address = (picture: SVGElement): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;

function save(where: string, name: string): void {
  const link = document.createElement("a");
  link.href = where;
  link.download = name;
  link.click();
}

export const saveSvg = (picture: SVGElement, name: string): void => save(address(picture), `${name}.svg`);

/** Twice as many dots as on the screen, for paper. */
export async function savePng(picture: SVGElement, name: string): Promise<void> {
  const image = new Image();
  image.src = address(picture);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Number(picture.getAttribute("width")) * 2;
  canvas.height = Number(picture.getAttribute("height")) * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  save(canvas.toDataURL("image/png"), `${name}.png`);
}
