/** Text inputs: one line or several, with a floating label, a counter, checks and suggestions. */

import { el, plain, uniqueId } from "./cards_element.js";
import { list, object, text, whole, word } from "./cards_model.js";
import { offerSuggestions } from "./cards_suggest.js";

/** @typedef {import("./cards_view.js").Drawing} Drawing */

const TYPES = ["SINGLE_LINE", "MULTIPLE_LINE"];
const INPUT_TYPES = ["INPUT_TYPE_UNSPECIFIED", "TEXT", "INTEGER", "FLOAT", "EMAIL", "EMOJI_PICKER"];
const CHECKS = {
  INTEGER: { pattern: /^[+-]?\d{1,18}$/, message: "Enter a whole number" },
  FLOAT: { pattern: /^[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})$/, message: "Enter a number" },
  EMAIL: { pattern: /^[^\s@<>]{1,64}@[^\s@<>]{1,253}$/, message: "Enter an email address" },
};
const KEYBOARDS = { INTEGER: "numeric", FLOAT: "decimal", EMAIL: "email" };

/** @param {any} widget @param {Drawing} drawing */
export function drawTextInput(widget, drawing) {
  const control = makeControl(widget);
  const frame = drawField({ control, label: text(widget.label), hint: text(widget.hintText), limit: limitOf(widget) });
  drawing.form.add(fieldOf(widget, control, frame));
  if (widget.onChangeAction) control.addEventListener("change", () => drawing.change(widget.onChangeAction));
  if (hasSuggestions(widget)) offerSuggestions(control, frame.box, suggestionsOf(widget, drawing));
  return frame.root;
}

/** @param {any} widget */
function makeControl(widget) {
  const several = word(TYPES, widget.type) === "MULTIPLE_LINE" && !widget.initialSuggestions;
  const properties = {
    id: uniqueId("text"),
    class: "gc-control",
    dir: "auto",
    placeholder: " ",
    autocomplete: "off",
    inputmode: /** @type {any} */ (KEYBOARDS)[inputType(widget)],
    testid: `input-${text(widget.name)}`,
    "aria-label": !widget.label && (text(widget.hintText) || text(widget.name)),
  };
  const control = several ? el("textarea", { ...properties, rows: 3 }) : el("input", { type: "text", ...properties });
  control.value = text(widget.value);
  return control;
}

/** @param {any} widget */
function inputType(widget) {
  return word(INPUT_TYPES, object(widget.validation).inputType);
}

/** @param {any} widget */
function limitOf(widget) {
  return whole(object(widget.validation).characterLimit, 0, 1_000_000, 0);
}

/**
 * @typedef {{root: HTMLElement, box: HTMLElement, complain: (message: string) => void, recount: () => void}} Frame
 */

/**
 * Draw what stands around a control: label, hint or fault, counter.
 * @param {{control: any, label: string, hint?: string, limit?: number, always?: boolean, after?: Node}} parts
 *   `always` keeps the label small (the control is never seen empty)
 * @returns {Frame}
 */
export function drawField({ control, label, hint = "", limit = 0, always = false, after }) {
  const note = el("span", { class: "gc-note", id: uniqueId("note"), dir: "auto", text: hint });
  const count = el("span", { class: "gc-count", "aria-hidden": "true" });
  const box = el("div", { class: label ? "gc-box" : "gc-box gc-unlabelled" }, control, label && plain("label", "gc-label", label, { for: control.id }), after);
  const root = el("div", { class: always ? "gc-field gc-floated" : "gc-field" }, box, el("div", { class: "gc-below" }, note, limit > 0 && count));
  control.setAttribute("aria-describedby", note.id);
  const recount = () => {
    count.textContent = `${control.value.length} / ${limit}`;
    root.classList.toggle("gc-over", limit > 0 && control.value.length > limit);
  };
  const complain = (/** @type {string} */ message) => {
    note.textContent = message || hint;
    root.classList.toggle("gc-wrong", message !== "");
    control.setAttribute("aria-invalid", String(message !== ""));
  };
  control.addEventListener("input", () => (recount(), complain("")));
  recount();
  return { root, box, complain, recount };
}

/**
 * @param {any} widget
 * @param {any} control
 * @param {Frame} frame
 * @returns {import("./cards_form.js").Field}
 */
function fieldOf(widget, control, frame) {
  return {
    name: text(widget.name),
    identity: JSON.stringify(["text", word(TYPES, widget.type), text(widget.value)]),
    state: () => control.value,
    restore: (state) => {
      control.value = state;
      frame.recount();
    },
    values: () => (control.value === "" ? [] : [control.value]),
    fault: () => faultOf(widget, control.value),
    complain: frame.complain,
    focus: () => control.focus(),
  };
}

/** @param {any} widget @param {string} value */
function faultOf(widget, value) {
  const limit = limitOf(widget);
  if (limit > 0 && value.length > limit) return `At most ${limit} characters`;
  const check = /** @type {any} */ (CHECKS)[inputType(widget)];
  return !check || value === "" || check.pattern.test(value.trim()) ? "" : check.message;
}

/** @param {any} widget */
function hasSuggestions(widget) {
  return Boolean(widget.initialSuggestions || widget.autoCompleteAction);
}

/** @param {any} widget @param {Drawing} drawing */
function suggestionsOf(widget, drawing) {
  const fixed = list(object(widget.initialSuggestions).items).map((item) => text(item.text));
  const action = widget.autoCompleteAction;
  return { fixed: fixed.filter(Boolean), ask: action ? () => drawing.suggest(action) : null };
}
