/** Buttons, chips and everything else that is clicked. */

import { el, plain } from "./cards_element.js";
import { drawIcon, iconName } from "./cards_icons.js";
import { colour, list, object, text, word } from "./cards_model.js";

/** @typedef {import("./cards_view.js").Drawing} Drawing */

const TYPES = ["TYPE_UNSPECIFIED", "OUTLINED", "FILLED", "FILLED_TONAL", "BORDERLESS"];
const LAYOUTS = ["LAYOUT_UNSPECIFIED", "WRAPPED", "HORIZONTAL_SCROLLABLE"];
const CLICKS = ["action", "openLink", "openDynamicLinkAction", "card", "overflowMenu"];

/**
 * Say which of the click's kinds is set.
 * @param {any} onClick
 * @returns {string | undefined}
 */
export function clickKind(onClick) {
  return CLICKS.find((kind) => object(onClick)[kind]);
}

/** @param {any} widget @param {Drawing} drawing */
export function drawButtonList(widget, drawing) {
  return el("div", { class: "gc-buttons" }, ...list(widget.buttons).map((button) => drawButton(button, drawing)));
}

/**
 * Draw a button of a card; one with an icon alone is named by its alternative text.
 * @param {any} button
 * @param {Drawing} drawing
 * @param {string} [otherwise] the type of a button that names none
 */
export function drawButton(button, drawing, otherwise = "OUTLINED") {
  const label = text(button.text);
  const name = label || text(button.altText) || iconName(button.icon) || "Button";
  const icon = drawIcon(button.icon);
  if (icon && !label) icon.setAttribute("aria-hidden", "true");
  const made = el(
    "button",
    {
      type: "button",
      class: buttonClass(button, otherwise, label),
      testid: `button-${name}`,
      disabled: button.disabled === true,
      title: button.altText && text(button.altText),
      "aria-label": !label && name,
      "aria-haspopup": clickKind(button.onClick) === "overflowMenu" && "menu",
    },
    icon,
    label && plain("span", "gc-button-text", label),
  );
  made.addEventListener("click", () => drawing.click(button.onClick, made));
  paint(made, button);
  return made;
}

/** @param {any} button @param {string} otherwise @param {string} label */
function buttonClass(button, otherwise, label) {
  const given = word(TYPES, button.type);
  const type = button.color ? "FILLED" : given === TYPES[0] ? otherwise : given;
  const wide = object(button.width).type === "TYPE_FILL_CONTAINER";
  return ["gc-button", `gc-${type.toLowerCase().replace("_", "-")}`, !label && "gc-icon-button", wide && "gc-wide"]
    .filter(Boolean)
    .join(" ");
}

/** @param {HTMLElement} made @param {any} button */
function paint(made, button) {
  const chosen = colour(button.color);
  if (!chosen || button.disabled === true) return;
  made.style.setProperty("--gc-fill", chosen.css);
  made.style.setProperty("--gc-on-fill", chosen.dark ? "#fff" : "#1f1f1f");
}

/** @param {any} widget @param {Drawing} drawing */
export function drawChipList(widget, drawing) {
  const scrolls = word(LAYOUTS, widget.layout) === "HORIZONTAL_SCROLLABLE";
  const chips = list(widget.chips).map((chip) => drawChip(chip, drawing));
  return el("div", { class: scrolls ? "gc-chips gc-scrolls" : "gc-chips" }, ...chips);
}

/** @param {any} chip @param {Drawing} drawing */
function drawChip(chip, drawing) {
  const label = text(chip.label);
  const name = label || text(chip.altText) || iconName(chip.icon) || "Chip";
  const disabled = chip.disabled === true || chip.enabled === false;
  const properties = {
    type: "button",
    class: "gc-chip",
    testid: `chip-${name}`,
    disabled,
    title: chip.altText && text(chip.altText),
    "aria-label": !label && name,
  };
  const made = el("button", properties, drawIcon(chip.icon), label && plain("span", "", label));
  made.addEventListener("click", () => drawing.click(chip.onClick, made));
  return made;
}

/**
 * Wrap content in a button where the card gives it a click, else in a plain box.
 * @param {any} onClick
 * @param {string} className
 * @param {Drawing} drawing
 * @param {(string | Node | null | false)[]} children
 * @param {{key: string, value: string}[]} [extra] parameters the click adds
 */
export function clickable(onClick, className, drawing, children, extra = []) {
  if (!clickKind(onClick)) return el("div", { class: className }, ...children);
  const made = el("button", { type: "button", class: `${className} gc-clickable` }, ...children);
  made.addEventListener("click", () => drawing.click(onClick, made, extra));
  return made;
}
