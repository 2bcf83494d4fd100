/** Light or dark, as the reader wants it. Whatever is drawn listens; it knows nothing of whoever does. */
export const choices = ["system", "light", "dark"] as const;
export type Choice = (typeof choices)[number];

const key = "salesim-look";
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let choice: Choice = remembered();
let onPaper = false;

function remembered(): Choice {
  try {
    return choices.find((one) => one === localStorage.getItem(key)) ?? "system";
  } catch {
    return "system"; // a page opened from a file may have no storage
  }
}

export const chosen = (): Choice => choice;
export const isDark = (): boolean => !onPaper && (choice === "system" ? system.matches : choice === "dark");
export const isOnPaper = (): boolean => onPaper;

function tell(): void {
  const { dataset } = document.documentElement;
  dataset["look"] = isDark() ? "dark" : "light";
  if (onPaper) dataset["paper"] = "";
  else delete dataset["paper"];
  for (const listener of listeners) listener();
}

export function choose(wanted: Choice): void {
  choice = wanted;
  try {
    localStorage.setItem(key, wanted);
  } catch {
    // then it is forgotten with the page
  }
  tell();
}

/** Calls `listener` whenever colours or the width to draw for have changed. */
export const onLook = (listener: () => void): void => void listeners.add(listener);

export function watchLook(): void {
  system.addEventListener("change", tell);
  for (const [event, paper] of [["beforeprint", true], ["afterprint", false]] as const)
    addEventListener(event, () => {
      onPaper = paper;
      tell();
    });
  tell();
}

/** On paper nothing can be unfolded: what belongs to the page is open there. Tables behind charts are printed if the reader opened them. Before `watchLook`, which then draws what was opened. */
export function openForPaper(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details.more:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    opened = [];
  });
}
