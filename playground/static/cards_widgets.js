/** One widget of a card as an element. */

import { clickable, drawButton, drawButtonList, drawChipList } from "./cards_buttons.js";
import { drawDateTimePicker } from "./cards_dates.js";
import { el, plain } from "./cards_element.js";
import { drawGrid, drawImage } from "./cards_grid.js";
import { drawIcon } from "./cards_icons.js";
import { drawTextInput } from "./cards_inputs.js";
import { list, object, text, whole, word } from "./cards_model.js";
import { drawSelectionInput, drawSwitchControl } from "./cards_selection.js";
import { richText } from "./cards_text.js";

/** @typedef {import("./cards_view.js").Drawing} Drawing */

/** @type {Record<string, (widget: any, drawing: Drawing) => HTMLElement>} */
const KINDS = {
  textParagraph: drawTextParagraph,
  image: drawImageWidget,
  decoratedText: drawDecoratedText,
  buttonList: drawButtonList,
  textInput: drawTextInput,
  selectionInput: drawSelectionInput,
  dateTimePicker: drawDateTimePicker,
  divider: () => el("hr", { class: "gc-divider" }),
  grid: drawGrid,
  columns: drawColumns,
  chipList: drawChipList,
};
const ALIGNMENTS = ["HORIZONTAL_ALIGNMENT_UNSPECIFIED", "START", "CENTER", "END"];
const VERTICALS = ["VERTICAL_ALIGNMENT_UNSPECIFIED", "CENTER", "TOP", "BOTTOM"];
const SIZES = ["HORIZONTAL_SIZE_STYLE_UNSPECIFIED", "FILL_AVAILABLE_SPACE", "FILL_MINIMUM_SPACE"];
const MOST_COLUMNS = 2;
const MOST_LINES = 1000;

/**
 * Draw a widget; a kind this sidebar does not know is left out, as Google does.
 * @param {any} widget
 * @param {Drawing} drawing
 * @returns {HTMLElement | null}
 */
export function drawWidget(widget, drawing) {
  const kind = Object.keys(KINDS).find((name) => widget[name] !== undefined && widget[name] !== null);
  if (!kind) return null;
  const box = KINDS[kind](object(widget[kind]), drawing);
  return el("div", { class: `gc-widget gc-widget-${kind.toLowerCase()}`, testid: `widget-${kind}` }, box);
}

/** @param {any} widget @param {Drawing} drawing */
function drawTextParagraph(widget, drawing) {
  const paragraph = el("div", { class: "gc-text", dir: "auto" }, richText(text(widget.text), drawing.follow));
  const lines = whole(widget.maxLines, 0, MOST_LINES, 0);
  return lines > 0 ? clamp(paragraph, lines, drawing) : paragraph;
}

/**
 * Cut a text after some lines; what is cut can be shown. Whether anything is, is known once the card stands in the page.
 * @param {HTMLElement} paragraph
 * @param {number} lines
 * @param {Drawing} drawing
 */
function clamp(paragraph, lines, drawing) {
  const more = el("button", { type: "button", class: "gc-show", hidden: true, "aria-expanded": "false", text: "Show more" });
  paragraph.classList.add("gc-clamped");
  paragraph.style.setProperty("--gc-lines", String(lines));
  more.addEventListener("click", () => {
    const cut = paragraph.classList.toggle("gc-clamped");
    more.textContent = cut ? "Show more" : "Show less";
    more.setAttribute("aria-expanded", String(!cut));
  });
  drawing.mounted.push(() => (more.hidden = paragraph.scrollHeight <= paragraph.clientHeight + 1));
  return el("div", {}, paragraph, more);
}

/** @param {any} widget @param {Drawing} drawing */
function drawImageWidget(widget, drawing) {
  return clickable(widget.onClick, "gc-image", drawing, [drawImage(widget.imageUrl, text(widget.altText), "gc-image-picture")]);
}

/** @param {any} widget @param {Drawing} drawing */
function drawDecoratedText(widget, drawing) {
  const icon = drawIcon(widget.startIcon ?? widget.icon);
  const body = decoratedBody(widget, drawing);
  const main = clickable(widget.onClick, "gc-decorated-main", drawing, [icon, body]);
  const end = drawEnd(widget, body, drawing);
  return el("div", { class: widget.wrapText === true ? "gc-decorated gc-wraps" : "gc-decorated" }, body.hasChildNodes() || icon ? main : null, end);
}

/** @param {any} widget @param {Drawing} drawing */
function decoratedBody(widget, drawing) {
  const words = text(widget.text);
  return el(
    "span",
    { class: "gc-decorated-body" },
    widget.topLabel && plain("span", "gc-top-label", text(widget.topLabel)),
    words !== "" && el("span", { class: "gc-text", dir: "auto" }, richText(words, drawing.follow)),
    widget.bottomLabel && plain("span", "gc-bottom-label", text(widget.bottomLabel)),
  );
}

/** @param {any} widget @param {HTMLElement} body @param {Drawing} drawing */
function drawEnd(widget, body, drawing) {
  if (widget.button) return drawButton(object(widget.button), drawing);
  if (widget.switchControl) return drawSwitchControl(object(widget.switchControl), spoken(body), drawing);
  return drawIcon(widget.endIcon);
}

/** @param {HTMLElement} body */
function spoken(body) {
  return [...body.children].map((line) => line.textContent).join(" ");
}

/** @param {any} widget @param {Drawing} drawing */
function drawColumns(widget, drawing) {
  const columns = list(widget.columnItems).slice(0, MOST_COLUMNS);
  return el("div", { class: "gc-columns" }, ...columns.map((column) => drawColumn(column, drawing)));
}

/** @param {any} column @param {Drawing} drawing */
function drawColumn(column, drawing) {
  const box = el("div", { class: "gc-column" }, ...list(column.widgets).map((widget) => drawWidget(widget, drawing)));
  box.dataset.align = word(ALIGNMENTS, column.horizontalAlignment);
  box.dataset.vertical = word(VERTICALS, column.verticalAlignment);
  box.dataset.size = word(SIZES, column.horizontalSizeStyle);
  return box;
}
