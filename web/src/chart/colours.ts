import { isDark } from "../state/state.ts";

/** Colours that people with any colour vision tell apart (after Okabe and Ito). */
const first = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c7a00"];

/** The colour of the department at this place; further ones take their hue by the golden angle, so that none repeats. */
export function colourOf(place: number): string {
  return first[place] ?? `hsl(${Math.round((place * 137.508) % 360)}, 55%, ${40 + ((place * 7) % 25)}%)`;
}

export const good = "#0072b2";
export const bad = "#d55e00";
export const ink = (): string => (isDark() ? "#e8e8e8" : "#222222");
export const faint = (): string => (isDark() ? "#4a4f57" : "#d9dde2");
export const paper = (): string => (isDark() ? "#181b20" : "#ffffff");
