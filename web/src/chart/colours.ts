import { isDark, onLook } from "../state/look.ts";

/** Colours that people with any colour vision tell apart (after Okabe and Ito). */
const first = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c7a00"];

/** The colour of the department at this place; further ones take their hue by the golden angle, so that none repeats. */
export function colourOf(place: number): string {
  return first[place] ?? `hsl(${Math.round((place * 137.508) % 360)}, 55%, ${40 + ((place * 7) % 25)}%)`;
}

/** Colours of parts that are no departments: greys and earths, so that nobody takes them for one. */
const earths = ["#5c6670", "#b4a58c", "#8c5a50", "#a3acb5", "#6f7f5c", "#d1c3b0", "#7d6b8a", "#c08e7a", "#8fa3a0", "#4a4038"];
export const partColour = (place: number): string => earths[place % earths.length] ?? "#888888";

/** Colours that are of no department, nor near to one: what adds and what takes away, the ends of a range, leads that are still open, and whatever is not settled. */
const tones = {
  light: { good: "#2f4858", bad: "#8f2d56", low: "#4a331c", high: "#8c25f4", open: "#1f0891", plain: "#8d969f" },
  dark: { good: "#d5e0e8", bad: "#ff3b6b", low: "#efe3b0", high: "#a45cff", open: "#b4f22e", plain: "#9aa4af" },
};
export const palette = { departments: first, parts: earths, tones };
type Tone = keyof typeof tones.light;
const tone = (name: string): string => tones[isDark() ? "dark" : "light"][name as Tone];
export const [good, bad, low, high, open, plain] = (["good", "bad", "low", "high", "open", "plain"] as const).map((name) => `var(--tone-${name})`) as [string, string, string, string, string, string];

/** A colour as it is drawn now: light and dark have other tones. What is no drawing takes them by their names. */
export const paint = (colour: string): string => colour.replace(/^var\(--tone-(\w+)\)$/, (_, name: string) => tone(name));
onLook(() => {
  for (const name of Object.keys(tones.light)) document.documentElement.style.setProperty(`--tone-${name}`, tone(name));
});

export const ink = (): string => (isDark() ? "#e8e8e8" : "#222222");
export const soft = (): string => (isDark() ? "#aab2bc" : "#555e68");
export const faint = (): string => (isDark() ? "#3b4149" : "#d9dde2");
export const paper = (): string => (isDark() ? "#181b20" : "#ffffff");
