/** The switch between the sheet and the mailboxes. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

/** @typedef {"sheet"|"mail"} View */

const VIEWS = [
  ["sheet", "Sheet"],
  ["mail", "Mail"],
];

export class Views {
  /** @param {HTMLElement} host @param {(view: View) => void} onShow */
  constructor(host, onShow) {
    this.onShow = onShow;
    /** @type {View} */
    this.current = "sheet";
    this.buttons = VIEWS.map(([view, label]) => this.draw(view, label));
    host.append(...this.buttons);
  }

  draw(view, label) {
    const props = { type: "button", class: "view-button", "data-view": view, "data-testid": `view-${view}` };
    const pressed = String(view === this.current);
    const show = () => this.show(view);
    const words = el("span", { text: label });
    return el("button", { ...props, "aria-pressed": pressed, on: { click: show } }, icon(view, 18), words);
  }

  /** @param {View} view */
  show(view) {
    this.current = view;
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    for (const node of document.querySelectorAll(".sheet-only")) node.hidden = view !== "sheet";
    for (const node of document.querySelectorAll(".mail")) node.hidden = view !== "mail";
    this.onShow(view);
  }
}
