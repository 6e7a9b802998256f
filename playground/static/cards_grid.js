/** A grid of items with pictures. */

import { clickable } from "./cards_buttons.js";
import { el, plain } from "./cards_element.js";
import { colour, list, object, safePicture, text, whole, word } from "./cards_model.js";

/** @typedef {import("./cards_view.js").Drawing} Drawing */

const LAYOUTS = ["GRID_ITEM_LAYOUT_UNSPECIFIED", "TEXT_BELOW", "TEXT_ABOVE"];
const BORDERS = ["BORDER_TYPE_UNSPECIFIED", "NO_BORDER", "STROKE"];
const CROPS = ["IMAGE_CROP_TYPE_UNSPECIFIED", "SQUARE", "CIRCLE", "RECTANGLE_CUSTOM", "RECTANGLE_4_3"];
const MOST_COLUMNS = 5;
const LARGEST_RADIUS = 100;

/** @param {any} widget @param {Drawing} drawing */
export function drawGrid(widget, drawing) {
  const cells = list(widget.items).map((item, at) => drawItem(item, at, widget, drawing));
  const table = el("div", { class: "gc-grid", role: "list" }, ...cells.map((cell) => el("div", { role: "listitem" }, cell)));
  table.style.setProperty("--gc-columns", String(whole(widget.columnCount, 1, MOST_COLUMNS, 2)));
  return el("div", {}, widget.title && plain("div", "gc-grid-title", text(widget.title)), table);
}

/** @param {any} item @param {number} at @param {any} widget @param {Drawing} drawing */
function drawItem(item, at, widget, drawing) {
  const words = el(
    "span",
    { class: "gc-grid-text" },
    item.title && plain("span", "gc-grid-name", text(item.title)),
    item.subtitle && plain("span", "gc-grid-below", text(item.subtitle)),
  );
  const picture = item.image ? drawPicture(object(item.image), text(item.title)) : null;
  const parts = word(LAYOUTS, item.layout) === "TEXT_ABOVE" ? [words, picture] : [picture, words];
  const extra = [{ key: "grid_item_identifier", value: text(item.id) || String(at) }];
  const cell = clickable(widget.onClick, "gc-grid-item", drawing, parts, extra);
  border(cell, widget.borderStyle);
  return cell;
}

/** @param {Record<string, any>} image @param {string} otherwise */
function drawPicture(image, otherwise) {
  const crop = object(image.cropStyle);
  const type = word(CROPS, crop.type);
  const box = drawImage(image.imageUri, text(image.altText) || otherwise, `gc-grid-picture gc-crop-${type.toLowerCase()}`);
  const ratio = Number(crop.aspectRatio);
  if (type === "RECTANGLE_CUSTOM" && ratio > 0) box.style.aspectRatio = String(ratio);
  border(box, image.borderStyle);
  return box;
}

/** @param {HTMLElement} element @param {any} style */
function border(element, style) {
  const given = object(style);
  const radius = Number(given.cornerRadius);
  if (radius > 0) element.style.borderRadius = `${Math.min(radius, LARGEST_RADIUS)}px`;
  if (word(BORDERS, given.type) === "STROKE") element.style.border = `1px solid ${colour(given.strokeColor)?.css ?? "#c4c7c5"}`;
}

/**
 * Draw a picture; one that Google would not load, or that fails, is its alternative text.
 * @param {any} address
 * @param {string} label
 * @param {string} className
 * @returns {HTMLElement}
 */
export function drawImage(address, label, className) {
  const url = safePicture(address);
  const box = el("span", { class: `gc-picture ${className}` });
  const failed = () => {
    box.classList.add("gc-failed");
    box.replaceChildren(plain("span", "gc-alt", label || "Image"));
  };
  if (url) box.append(el("img", { src: url, alt: label, referrerpolicy: "no-referrer", onerror: failed }));
  else failed();
  return box;
}
