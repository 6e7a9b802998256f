/** Several out of many: chosen items are chips, the rest is found by typing. */

import { el, plain, uniqueId } from "./cards_element.js";
import { drawField } from "./cards_inputs.js";
import { drawShape } from "./cards_icons.js";

/** @typedef {import("./cards_selection.js").Item} Item */
/**
 * @typedef {object} Choice
 * @property {string} name
 * @property {string} label
 * @property {string} hint
 * @property {Item[]} items
 * @property {number} most how many may be chosen
 * @property {number} least characters to type before anything is offered
 * @property {() => void} changed
 */

/** @param {Choice} choice */
export function drawMultiSelect(choice) {
  const made = new MultiSelect(choice);
  return { root: made.root, field: made.field };
}

class MultiSelect {
  #choice;
  /** @type {Set<Item>} */
  #chosen;
  #control;
  #list = el("ul", { class: "gc-suggestions", role: "listbox", hidden: true, "aria-label": "Suggestions", "aria-multiselectable": "true" });
  #chips = el("div", { class: "gc-chosen" });
  #frame;

  /** @param {Choice} choice */
  constructor(choice) {
    this.#choice = choice;
    this.#chosen = new Set(choice.items.filter((item) => item.selected).slice(0, choice.most));
    this.#control = this.#makeControl(choice);
    this.#frame = drawField({ control: this.#control, label: choice.label, hint: choice.hint });
    this.#frame.box.append(this.#list);
    this.root = el("div", { class: "gc-multi" }, this.#chips, this.#frame.root);
    this.#redraw();
  }

  /** @param {Choice} choice */
  #makeControl(choice) {
    return el("input", {
      type: "text",
      id: uniqueId("multi"),
      class: "gc-control",
      role: "combobox",
      "aria-expanded": "false",
      "aria-label": !choice.label && choice.name,
      autocomplete: "off",
      placeholder: " ",
      dir: "auto",
      testid: `input-${choice.name}`,
      onclick: () => this.#offer(),
      oninput: () => this.#offer(),
      onblur: () => this.#open(false),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
    });
  }

  get field() {
    return {
      state: () => new Set([...this.#chosen].map((item) => item.value)),
      restore: (/** @type {Set<string>} */ values) => {
        this.#chosen = new Set(this.#choice.items.filter((item) => values.has(item.value)));
        this.#redraw();
      },
      values: () => [...this.#chosen].map((item) => item.value),
      complain: this.#frame.complain,
      focus: () => this.#control.focus(),
    };
  }

  #offer() {
    const typed = this.#control.value.toLowerCase();
    const full = this.#chosen.size >= this.#choice.most;
    const found = this.#choice.items.filter((item) => !this.#chosen.has(item) && item.text.toLowerCase().includes(typed));
    const shown = full || typed.length < this.#choice.least ? [] : found;
    this.#list.replaceChildren(...shown.map((item) => this.#row(item)));
    this.#open(shown.length > 0);
  }

  /** @param {boolean} open */
  #open(open) {
    this.#list.hidden = !open;
    this.#control.setAttribute("aria-expanded", String(open));
  }

  /** @param {Item} item */
  #row(item) {
    const take = (/** @type {Event} */ event) => (event.preventDefault(), this.#add(item));
    const picture = item.picture && el("img", { class: "gc-item-picture", src: item.picture, alt: "" });
    const words = el("span", { class: "gc-item-text", dir: "auto" }, item.text, item.below && plain("span", "gc-item-below", item.below));
    return el("li", { class: "gc-suggestion", role: "option", "aria-selected": "false", onpointerdown: take }, picture, words);
  }

  /** @param {Item} item */
  #add(item) {
    this.#chosen.add(item);
    this.#control.value = "";
    this.#redraw();
    this.#offer();
    this.#choice.changed();
  }

  /** @param {Item} item */
  #remove(item) {
    this.#chosen.delete(item);
    this.#redraw();
    this.#control.focus();
    this.#choice.changed();
  }

  #redraw() {
    this.#chips.replaceChildren(...[...this.#chosen].map((item) => this.#chip(item)));
  }

  /** @param {Item} item */
  #chip(item) {
    const run = () => this.#remove(item);
    const properties = { type: "button", class: "gc-remove", "aria-label": `Remove ${item.text}`, onclick: run };
    const remove = el("button", properties, drawShape("close"));
    return el("span", { class: "gc-chip gc-chosen-chip" }, plain("span", "", item.text), remove);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const first = this.#list.querySelector("li");
    const last = [...this.#chosen].at(-1);
    if (event.key === "ArrowDown" && this.#list.hidden) this.#offer();
    else if (event.key === "Escape") this.#open(false);
    else if (event.key === "Backspace" && this.#control.value === "" && last) this.#remove(last);
    else if (event.key === "Enter" && first && !this.#list.hidden) press(first);
    else return;
    event.preventDefault();
  }
}

/** @param {Element} row */
function press(row) {
  row.dispatchEvent(new PointerEvent("pointerdown", { cancelable: true }));
}
