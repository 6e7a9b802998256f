/** The list of suggestions under a text input: fixed ones are filtered here, the add-on's are asked for after a pause. */

import { el, plain, uniqueId } from "./cards_element.js";
import { object, text } from "./cards_model.js";

const PAUSE_MS = 300;
const MOST = 20;

/**
 * @param {HTMLInputElement} control
 * @param {HTMLElement} box the positioned element around the control
 * @param {{fixed: string[], ask: (() => Promise<string[]>) | null}} source
 */
export function offerSuggestions(control, box, source) {
  const offer = new Offer(control, box, source);
  control.addEventListener("click", () => offer.show());
  control.addEventListener("input", () => offer.typed());
  control.addEventListener("keydown", (event) => offer.onKey(event));
  control.addEventListener("blur", () => offer.close());
}

class Offer {
  #control;
  #source;
  #list;
  /** @type {string[]} */
  #asked = [];
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #chosen = -1;

  /** @param {HTMLInputElement} control @param {HTMLElement} box @param {{fixed: string[], ask: (() => Promise<string[]>) | null}} source */
  constructor(control, box, source) {
    this.#control = control;
    this.#source = source;
    this.#list = el("ul", { class: "gc-suggestions", role: "listbox", id: uniqueId("list"), hidden: true, testid: "suggestions", "aria-label": "Suggestions" });
    box.append(this.#list);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.#list.id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(roles)) control.setAttribute(name, value);
  }

  typed() {
    this.#asked = [];
    this.show();
    clearTimeout(this.#timer);
    if (this.#source.ask && this.#control.value !== "") this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  /** Only the answer to the last question counts; one that fails offers nothing. */
  async #ask() {
    const turn = ++this.#turn;
    const answer = await this.#source.ask?.().catch(() => []);
    if (turn !== this.#turn || document.activeElement !== this.#control) return;
    this.#asked = [answer ?? []].flat().map((item) => text(item) || text(object(item).text)).filter(Boolean);
    this.show();
  }

  show() {
    const typed = this.#control.value.toLowerCase();
    const fixed = this.#source.fixed.filter((item) => item.toLowerCase().includes(typed) && item.toLowerCase() !== typed);
    const items = [...new Set([...fixed, ...this.#asked])].slice(0, MOST);
    this.#chosen = -1;
    this.#list.replaceChildren(...items.map((item) => this.#row(item)));
    this.#open(items.length > 0);
  }

  close() {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#open(false);
  }

  /** @param {boolean} open */
  #open(open) {
    this.#list.hidden = !open;
    this.#control.setAttribute("aria-expanded", String(open));
    this.#control.removeAttribute("aria-activedescendant");
  }

  /** @param {string} item */
  #row(item) {
    // pointerdown comes before the input's blur, which would close the list.
    const take = (/** @type {Event} */ event) => (event.preventDefault(), this.#take(item));
    return plain("li", "gc-suggestion", item, { role: "option", id: uniqueId("option"), "aria-selected": "false", onpointerdown: take });
  }

  /** @param {string} item */
  #take(item) {
    this.#control.value = item;
    this.#control.dispatchEvent(new Event("input", { bubbles: true }));
    this.close();
    this.#control.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (this.#list.hidden) return event.key === "ArrowDown" ? this.show() : undefined;
    const rows = this.#list.children;
    if (event.key === "ArrowDown") this.#choose((this.#chosen + 1) % rows.length);
    else if (event.key === "ArrowUp") this.#choose((this.#chosen - 1 + rows.length) % rows.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.#chosen >= 0) this.#take(rows[this.#chosen].textContent ?? "");
    else return;
    event.preventDefault();
  }

  /** @param {number} at */
  #choose(at) {
    this.#chosen = at;
    [...this.#list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    this.#control.setAttribute("aria-activedescendant", this.#list.children[at].id);
    this.#list.children[at].scrollIntoView({ block: "nearest" });
  }
}
