/** Choices: check boxes, radio buttons, switches, a drop-down, several out of many. */

import { el, plain, uniqueId } from "./cards_element.js";
import { drawField } from "./cards_inputs.js";
import { drawShape } from "./cards_icons.js";
import { list, safePicture, text, whole, word } from "./cards_model.js";
import { drawMultiSelect } from "./cards_multiselect.js";

/** @typedef {import("./cards_view.js").Drawing} Drawing */
/** @typedef {{text: string, value: string, selected: boolean, picture: string | null, below: string}} Item */

const TYPES = ["CHECK_BOX", "RADIO_BUTTON", "SWITCH", "DROPDOWN", "MULTI_SELECT"];
const CONTROL_TYPES = ["SWITCH", "CHECKBOX", "CHECK_BOX"];
const MOST_ITEMS = 100;
const DEFAULT_MOST_CHOSEN = 3;

/** @param {any} widget @param {Drawing} drawing */
export function drawSelectionInput(widget, drawing) {
  const type = word(TYPES, widget.type);
  const items = readItems(widget);
  if (type === "DROPDOWN") return drawDropdown(widget, items, drawing);
  if (type === "MULTI_SELECT") return drawMany(widget, items, drawing);
  return drawGroup(widget, type, items, drawing);
}

/** @param {any} widget @returns {Item[]} */
function readItems(widget) {
  return list(widget.items)
    .slice(0, MOST_ITEMS)
    .map((item) => ({
      text: text(item.text),
      value: item.value === undefined ? text(item.text) : text(item.value),
      selected: item.selected === true,
      picture: safePicture(item.startIconUri),
      below: text(item.bottomText),
    }));
}

/** @param {any} widget @param {string} type @param {Item[]} items */
function identityOf(widget, type, items) {
  return JSON.stringify([type, items.map((item) => [item.value, item.selected])]);
}

/** @param {any} widget @param {Item[]} items @param {Drawing} drawing */
function drawDropdown(widget, items, drawing) {
  const chosen = items.findIndex((item) => item.selected);
  const properties = {
    id: uniqueId("select"),
    class: "gc-control gc-select",
    testid: `input-${text(widget.name)}`,
    "aria-label": !widget.label && text(widget.name),
  };
  const nothing = el("option", { value: "", hidden: true });
  const control = el("select", properties, nothing, ...items.map((item) => el("option", { value: item.value, text: item.text, dir: "auto" })));
  control.selectedIndex = chosen + 1;
  const arrow = el("span", { class: "gc-trailing" }, drawShape("down"));
  const frame = drawField({ control, label: text(widget.label), hint: text(widget.hintText), after: arrow });
  const mark = () => frame.root.classList.toggle("gc-floated", control.selectedIndex > 0);
  mark();
  control.addEventListener("change", () => {
    mark();
    if (widget.onChangeAction) drawing.change(widget.onChangeAction);
  });
  drawing.form.add({
    name: text(widget.name),
    identity: identityOf(widget, "DROPDOWN", items),
    state: () => control.selectedIndex,
    restore: (at) => {
      control.selectedIndex = at;
      mark();
    },
    values: () => (control.selectedIndex > 0 ? [control.value] : []),
    complain: frame.complain,
    focus: () => control.focus(),
  });
  return frame.root;
}

/** @param {any} widget @param {Item[]} items @param {Drawing} drawing */
function drawMany(widget, items, drawing) {
  const most = whole(widget.multiSelectMaxSelectedItems, 1, MOST_ITEMS, DEFAULT_MOST_CHOSEN);
  const least = whole(widget.multiSelectMinQueryLength, 0, 10, 0);
  const changed = () => widget.onChangeAction && drawing.change(widget.onChangeAction);
  const made = drawMultiSelect({ name: text(widget.name), label: text(widget.label), hint: text(widget.hintText), items, most, least, changed });
  drawing.form.add({ name: text(widget.name), identity: identityOf(widget, "MULTI_SELECT", items), ...made.field });
  return made.root;
}

/** @param {any} widget @param {string} type @param {Item[]} items @param {Drawing} drawing */
function drawGroup(widget, type, items, drawing) {
  const group = uniqueId("group");
  const label = text(widget.label);
  const rows = items.map((item) => drawRow(item, type, group));
  const note = el("div", { class: "gc-note", id: uniqueId("note") });
  const root = el(
    "div",
    {
      class: "gc-group",
      role: type === "RADIO_BUTTON" ? "radiogroup" : "group",
      testid: `input-${text(widget.name)}`,
      "aria-labelledby": label && group,
      "aria-label": !label && text(widget.name),
      "aria-describedby": note.id,
    },
    label && plain("div", "gc-group-label", label, { id: group }),
    ...rows.map((row) => row.root),
    note,
  );
  const boxes = rows.map((row) => row.box);
  const complain = (/** @type {string} */ message) => {
    note.textContent = message;
    root.classList.toggle("gc-wrong", message !== "");
  };
  root.addEventListener("change", () => {
    complain("");
    if (widget.onChangeAction) drawing.change(widget.onChangeAction);
  });
  drawing.form.add({
    name: text(widget.name),
    identity: identityOf(widget, type, items),
    state: () => boxes.map((box) => box.checked),
    restore: (/** @type {boolean[]} */ state) => boxes.forEach((box, at) => (box.checked = state[at])),
    values: () => items.filter((_, at) => boxes[at].checked).map((item) => item.value),
    complain,
    focus: () => boxes[0]?.focus(),
  });
  return root;
}

/** @param {Item} item @param {string} type @param {string} group */
function drawRow(item, type, group) {
  const box = el("input", {
    type: type === "RADIO_BUTTON" ? "radio" : "checkbox",
    id: uniqueId("item"),
    class: type === "SWITCH" ? "gc-switch" : "gc-tick",
    role: type === "SWITCH" && "switch",
    name: `${group}-items`,
    value: item.value,
    checked: item.selected,
  });
  const below = item.below && plain("span", "gc-item-below", item.below);
  const label = el("label", { class: "gc-item-text", for: box.id, dir: "auto" }, item.text, below);
  const picture = item.picture && el("img", { class: "gc-item-picture", src: item.picture, alt: "" });
  const parts = type === "SWITCH" ? [picture, label, box] : [box, picture, label];
  return { box, root: el("div", { class: "gc-item" }, ...parts) };
}

/**
 * Draw the switch or check box at the end of a decorated text.
 * @param {any} control
 * @param {string} label what a screen reader calls it
 * @param {Drawing} drawing
 */
export function drawSwitchControl(control, label, drawing) {
  const isSwitch = word(CONTROL_TYPES, control.controlType) === "SWITCH";
  const value = text(control.value);
  const box = el("input", {
    type: "checkbox",
    class: isSwitch ? "gc-switch" : "gc-tick",
    role: isSwitch && "switch",
    "aria-label": label || text(control.name),
    testid: `input-${text(control.name)}`,
    checked: control.selected === true,
  });
  if (control.onChangeAction) box.addEventListener("change", () => drawing.change(control.onChangeAction));
  drawing.form.add({
    name: text(control.name),
    identity: JSON.stringify(["switch", isSwitch, value, control.selected === true]),
    state: () => box.checked,
    restore: (state) => (box.checked = state),
    values: () => (box.checked ? [value] : []),
    focus: () => box.focus(),
  });
  return box;
}
