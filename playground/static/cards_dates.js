/** Date and time pickers: the browser's own, with Google's times turned into local text. */

import { el, uniqueId } from "./cards_element.js";
import { drawField } from "./cards_inputs.js";
import { drawShape } from "./cards_icons.js";
import { text, word } from "./cards_model.js";

/** @typedef {import("./cards_view.js").Drawing} Drawing */

const TYPES = ["DATE_AND_TIME", "DATE_ONLY", "TIME_ONLY"];
const CONTROLS = { DATE_AND_TIME: "datetime-local", DATE_ONLY: "date", TIME_ONLY: "time" };
const KEYS = { DATE_AND_TIME: "dateTime", DATE_ONLY: "date", TIME_ONLY: "time" };

/** @param {any} widget @param {Drawing} drawing */
export function drawDateTimePicker(widget, drawing) {
  const type = /** @type {keyof typeof KEYS} */ (word(TYPES, widget.type));
  const control = el("input", {
    type: CONTROLS[type],
    id: uniqueId("date"),
    class: "gc-control gc-date",
    value: localText(widget.valueMsEpoch, widget.timezoneOffsetDate, type),
    testid: `input-${text(widget.name)}`,
    "aria-label": !widget.label && text(widget.name),
  });
  const icon = el("span", { class: "gc-trailing" }, drawShape(type === "TIME_ONLY" ? "clock" : "calendar"));
  const frame = drawField({ control, label: text(widget.label), always: true, after: icon });
  drawing.form.add(fieldOf(widget, type, control, frame));
  if (widget.onChangeAction) control.addEventListener("change", () => drawing.change(widget.onChangeAction));
  return frame.root;
}

/**
 * Write a time as the picker's local text: in the card's offset, else dates in UTC and times in the browser's zone.
 * @param {any} milliseconds since the epoch, a number or its digits
 * @param {any} offsetMinutes
 * @param {keyof typeof KEYS} type
 */
export function localText(milliseconds, offsetMinutes, type) {
  const moment = Number(milliseconds);
  if (milliseconds === undefined || milliseconds === null || milliseconds === "") return "";
  const shifted = new Date(moment + offsetOf(moment, offsetMinutes, type) * 60_000);
  if (Number.isNaN(shifted.getTime())) return "";
  const [date, time] = shifted.toISOString().split("T");
  return { DATE_AND_TIME: `${date}T${time.slice(0, 5)}`, DATE_ONLY: date, TIME_ONLY: time.slice(0, 5) }[type];
}

/** @param {number} moment @param {any} offsetMinutes @param {keyof typeof KEYS} type */
function offsetOf(moment, offsetMinutes, type) {
  if (Number.isFinite(offsetMinutes)) return offsetMinutes;
  return type === "DATE_AND_TIME" ? -new Date(moment).getTimezoneOffset() : 0;
}

/**
 * @param {any} widget
 * @param {keyof typeof KEYS} type
 * @param {HTMLInputElement} control
 * @param {import("./cards_inputs.js").Frame} frame
 * @returns {import("./cards_form.js").Field}
 */
function fieldOf(widget, type, control, frame) {
  return {
    name: text(widget.name),
    identity: JSON.stringify(["date", type, text(widget.valueMsEpoch)]),
    state: () => control.value,
    restore: (state) => (control.value = state),
    values: () => (control.value === "" ? {} : { [KEYS[type]]: control.value }),
    complain: frame.complain,
    focus: () => control.focus(),
  };
}
