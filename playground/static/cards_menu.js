/** One open menu at a time, under the button that opened it. */

import { el, plain } from "./cards_element.js";
import { drawIcon, drawShape } from "./cards_icons.js";

/**
 * @typedef {{text: string, icon?: any, disabled?: boolean, run: () => void}} MenuItem
 */

export class Menu {
  #layer;
  /** @type {HTMLElement | null} */
  #anchor = null;
  /** @type {HTMLElement | null} */
  #list = null;

  /** @param {HTMLElement} layer the positioned element menus are drawn in */
  constructor(layer) {
    this.#layer = layer;
    document.addEventListener("pointerdown", (event) => this.#closeOutside(event));
  }

  /**
   * Open under the anchor; a second call for the same anchor closes.
   * @param {HTMLElement} anchor
   * @param {MenuItem[]} items
   */
  toggle(anchor, items) {
    const same = this.#anchor === anchor;
    this.close();
    if (same || items.length === 0) return;
    this.#anchor = anchor;
    anchor.setAttribute("aria-expanded", "true");
    this.#list = el("div", { class: "gc-menu", role: "menu", testid: "menu", onkeydown: (e) => this.#onKey(e) }, ...items.map((item) => this.#row(item)));
    this.#layer.append(this.#list);
    this.#place(anchor, this.#list);
    this.#rows()[0]?.focus();
  }

  close() {
    this.#anchor?.setAttribute("aria-expanded", "false");
    this.#list?.remove();
    this.#anchor = this.#list = null;
  }

  /** @param {MenuItem} item */
  #row(item) {
    const run = () => {
      this.close();
      item.run();
    };
    const properties = { type: "button", class: "gc-menu-item", role: "menuitem", disabled: item.disabled, onclick: run };
    return el("button", properties, item.icon && drawIcon(item.icon), plain("span", "", item.text));
  }

  /** @param {HTMLElement} anchor @param {HTMLElement} list */
  #place(anchor, list) {
    const outer = this.#layer.getBoundingClientRect();
    const button = anchor.getBoundingClientRect();
    const left = Math.min(button.left - outer.left, outer.width - list.offsetWidth - 8);
    const below = button.bottom - outer.top + 4;
    const fits = below + list.offsetHeight <= outer.height;
    list.style.left = `${Math.max(8, left)}px`;
    list.style.top = `${fits ? below : Math.max(8, button.top - outer.top - list.offsetHeight - 4)}px`;
  }

  #rows() {
    return /** @type {HTMLElement[]} */ ([...(this.#list?.querySelectorAll("button:not(:disabled)") ?? [])]);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const rows = this.#rows();
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key === "Escape" || event.key === "Tab") this.#return();
    else if (event.key in steps) rows[(at + steps[/** @type {keyof steps} */ (event.key)] + rows.length) % rows.length]?.focus();
    else return;
    event.preventDefault();
  }

  #return() {
    const anchor = this.#anchor;
    this.close();
    anchor?.focus();
  }

  /** @param {PointerEvent} event */
  #closeOutside(event) {
    const target = /** @type {Node} */ (event.target);
    if (this.#list && !this.#list.contains(target) && !this.#anchor?.contains(target)) this.close();
  }
}

/**
 * Draw a button of three dots that opens a menu.
 * @param {string} label
 * @param {(anchor: HTMLElement) => void} open
 */
export function moreButton(label, open) {
  const properties = { type: "button", class: "gc-more", "aria-label": label, "aria-haspopup": "menu", "aria-expanded": "false", testid: "card-menu" };
  const button = el("button", properties, drawShape("more"));
  button.addEventListener("click", () => open(button));
  return button;
}
