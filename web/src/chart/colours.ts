import { isDark } from "../state/look.ts";

/** Colours that people with any colour vision tell apart (after Okabe and Ito). */
const first = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c7a00"];

/** The colour of the department at this place; further ones take their hue by the golden angle, so that none repeats. */
export function colourOf(place: number): string {
  return first[place] ?? `hsl(${Math.round((place * 137.508) % 360)}, 55%, ${40 + ((place * 7) % 25)}%)`;
}

/** Colours of parts that are no departments: greys and earths, so that nobody takes them for one. */
const earths = ["#5c6670", "#b4a58c", "#8c5a50", "#a3acb5", "#6f7f5c", "#d1c3b0", "#7d6b8a", "#c08e7a", "#8fa3a0", "#4a4038"];
export const partColour = (place: number): string => earths[place % earths.length] ?? "#888888";

/** What adds and what takes away: no colour of a department. */
export const good = (): string => (isDark() ? "#8fb3c9" : "#52778f");
export const bad = (): string => (isDark() ? "#c9506f" : "#8f2d56");
export const plain = (): string => (isDark() ? "#9aa4af" : "#8d969f");
export const ink = (): string => (isDark() ? "#e8e8e8" : "#222222");
export const soft = (): string => (isDark() ? "#aab2bc" : "#555e68");
export const faint = (): string => (isDark() ? "#3b4149" : "#d9dde2");
export const paper = (): string => (isDark() ? "#181b20" : "#ffffff");
