import { element } from "../views/element.ts";

const told = element("div", "unseen");
told.setAttribute("aria-live", "polite");

/** Where a screen reader hears what the arrow keys come to. */
export const listener = (): HTMLElement => told;

export function announce(text: string): void {
  told.textContent = text;
}
