/** The box one types in, over the active cell; the formula bar shares its text. */

import { el } from "./dom.js";

/**
 * @typedef {{row: number, col: number}} Place
 * @typedef {{commit: (place: Place, text: string) => void, done: (move: Place|null) => void,
 *   rectangle: (place: Place) => {top: number, left: number, width: number, height: number}}} Desk `done` gets the step to take next
 */

export class Editor {
  /** @param {HTMLElement} layer @param {HTMLTextAreaElement} bar the formula bar @param {Desk} desk */
  constructor(layer, bar, desk) {
    [this.bar, this.desk] = [bar, desk];
    /** @type {Place|null} */
    this.place = null;
    this.input = el("textarea", {
      class: "cell-editor",
      rows: 1,
      dir: "auto",
      spellcheck: "false",
      "aria-label": "Cell content",
      hidden: true,
    });
    layer.append(this.input);
    this.input.addEventListener("input", () => this.echo(this.input, bar));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => document.activeElement !== bar && this.commit());
    bar.addEventListener("input", () => this.echo(bar, this.input));
    bar.addEventListener("keydown", (event) => this.key(event));
    bar.addEventListener("blur", () => document.activeElement !== this.input && this.commit());
  }

  get isOpen() {
    return this.place !== null;
  }

  /** @param {Place} place @param {string} text @param {{focus?: boolean}} [how] */
  open(place, text, { focus = true } = {}) {
    this.place = place;
    this.before = text;
    this.input.hidden = false;
    this.input.value = this.bar.value = text;
    this.lie();
    if (focus) this.input.focus();
    this.input.setSelectionRange(text.length, text.length);
  }

  /** Puts the box where its cell is now. */
  lie() {
    if (!this.place) return;
    const { top, left, width, height } = this.desk.rectangle(this.place);
    Object.assign(this.input.style, {
      transform: `translate(${left - 1}px, ${top - 1}px)`,
      minWidth: `${width + 1}px`,
      minHeight: `${height + 1}px`,
    });
    this.input.style.height = "0";
    this.input.style.height = `${Math.min(this.input.scrollHeight + 2, 200)}px`;
    this.input.style.width = `${Math.max(width + 1, Math.min(480, this.input.value.length * 7 + 30))}px`;
  }

  echo(from, to) {
    to.value = from.value;
    this.lie();
  }

  key(event) {
    if (!this.place || event.isComposing) return;
    event.stopPropagation();
    if (event.key === "Escape") this.cancel();
    else if (event.key === "Enter" && !event.altKey) this.leave(event, { row: event.shiftKey ? -1 : 1, col: 0 });
    else if (event.key === "Tab") this.leave(event, { row: 0, col: event.shiftKey ? -1 : 1 });
    else if (event.key === "Enter") this.breakLine(event);
  }

  breakLine(event) {
    event.preventDefault();
    const [typed, other] = event.target === this.bar ? [this.bar, this.input] : [this.input, this.bar];
    typed.setRangeText("\n", typed.selectionStart, typed.selectionEnd, "end");
    this.echo(typed, other);
  }

  leave(event, move) {
    event.preventDefault();
    this.commit(move);
  }

  /** Keeps what was typed. @param {Place|null} [move] */
  commit(move = null) {
    if (!this.place) return;
    const [place, text] = [this.place, this.input.value];
    this.close();
    if (text !== this.before) this.desk.commit(place, text);
    this.desk.done(move);
  }

  cancel() {
    this.close();
    this.desk.done(null);
  }

  close() {
    this.place = null;
    this.input.hidden = true;
  }
}
