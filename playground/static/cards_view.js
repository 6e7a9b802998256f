/** One whole card as an element: header, sections, footer, menu. */

import { drawButton } from "./cards_buttons.js";
import { el, plain, uniqueId } from "./cards_element.js";
import { drawImage } from "./cards_grid.js";
import { drawIcon, drawShape } from "./cards_icons.js";
import { moreButton } from "./cards_menu.js";
import { list, object, text, whole, word } from "./cards_model.js";
import { richText } from "./cards_text.js";
import { drawWidget } from "./cards_widgets.js";

/**
 * What widgets need while a card is drawn and later, when it is clicked.
 * @typedef {object} Drawing
 * @property {import("./cards_form.js").Form} form
 * @property {(onClick: any, source: HTMLElement, extra?: {key: string, value: string}[]) => void} click
 * @property {(action: any) => void} change
 * @property {(action: any) => Promise<string[]>} suggest
 * @property {(url: string) => void} follow opens a link of a text
 * @property {(() => void) | null} back null on the first card
 * @property {(anchor: HTMLElement, actions: any[]) => void} menu
 * @property {(() => void)[]} mounted run once the card stands in the page
 */

const IMAGE_TYPES = ["SQUARE", "CIRCLE"];
const DIVIDERS = ["DIVIDER_STYLE_UNSPECIFIED", "SOLID_DIVIDER", "NO_DIVIDER"];
const ALIGNMENTS = ["HORIZONTAL_ALIGNMENT_UNSPECIFIED", "START", "CENTER", "END"];
const MOST_WIDGETS = 100;

/**
 * Draw a card.
 * @param {Record<string, any>} card in camelCase
 * @param {Drawing} drawing
 * @returns {HTMLElement}
 */
export function drawCard(card, drawing) {
  const plainLines = word(DIVIDERS, card.sectionDividerStyle) === "NO_DIVIDER";
  const sections = list(card.sections).map((section) => drawSection(section, drawing));
  return el(
    "div",
    { class: "gc-card", testid: "card", tabindex: -1 },
    drawBar(card, drawing),
    el("div", { class: plainLines ? "gc-body gc-no-dividers" : "gc-body" }, ...sections),
    drawFooter(object(card.fixedFooter), drawing),
  );
}

/** @param {Record<string, any>} card @param {Drawing} drawing */
function drawBar(card, drawing) {
  const actions = list(card.cardActions);
  if (!card.header && !drawing.back && actions.length === 0) return null;
  const properties = { type: "button", class: "gc-back", testid: "back", "aria-label": "Back", onclick: drawing.back };
  const back = drawing.back && el("button", properties, drawShape("back"));
  const menu = actions.length > 0 && moreButton("More card actions", (anchor) => drawing.menu(anchor, actions));
  return el("div", { class: "gc-bar" }, back, drawHeader(object(card.header)), menu);
}

/** @param {Record<string, any>} header */
function drawHeader(header) {
  const round = word(IMAGE_TYPES, header.imageType) === "CIRCLE";
  const image = header.imageUrl && drawImage(header.imageUrl, text(header.imageAltText), round ? "gc-header-image gc-round" : "gc-header-image");
  const titles = el(
    "div",
    { class: "gc-titles" },
    header.title && plain("h2", "gc-title", text(header.title), { testid: "card-title", tabindex: -1 }),
    header.subtitle && plain("div", "gc-subtitle", text(header.subtitle), { testid: "card-subtitle" }),
  );
  return el("div", { class: "gc-header" }, image, titles);
}

/** @param {any} section @param {Drawing} drawing */
function drawSection(section, drawing) {
  const widgets = list(section.widgets).slice(0, MOST_WIDGETS).map((widget) => drawWidget(widget, drawing));
  const header = section.header ? el("h3", { class: "gc-section-header", dir: "auto" }, richText(text(section.header), drawing.follow)) : null;
  const shown = section.collapsible === true ? whole(section.uncollapsibleWidgetsCount, 0, MOST_WIDGETS, 0) : widgets.length;
  const root = el("section", { class: "gc-section", testid: "section" });
  if (shown >= widgets.length) root.append(...present(header, ...widgets));
  else root.append(...collapsible(section, header, widgets, shown));
  return root;
}

/** @param {...(Node | null)} nodes */
function present(...nodes) {
  return /** @type {Node[]} */ (nodes.filter(Boolean));
}

/** @param {any} section @param {HTMLElement | null} header @param {(HTMLElement | null)[]} widgets @param {number} shown */
function collapsible(section, header, widgets, shown) {
  const rest = el("div", { class: "gc-rest", id: uniqueId("rest"), hidden: true }, ...present(...widgets.slice(shown)));
  const always = present(...widgets.slice(0, shown));
  const control = section.collapseControl ? ownToggle(object(section.collapseControl), rest) : null;
  if (header && shown === 0 && !control) return [headerToggle(header, rest), rest];
  return [...present(header), ...always, rest, control ?? toggle("gc-show gc-collapse", rest, wordsOf("Show more"), wordsOf("Show less"))];
}

/** @param {string} words */
function wordsOf(words) {
  return () => [el("span", { text: words }), drawShape("down")];
}

/** @param {HTMLElement} header @param {HTMLElement} rest */
function headerToggle(header, rest) {
  const content = [...header.childNodes];
  const parts = () => [el("span", { class: "gc-section-words", dir: "auto" }, ...content), drawShape("down")];
  header.replaceChildren(toggle("gc-section-toggle", rest, parts, parts));
  return header;
}

/** @param {Record<string, any>} control @param {HTMLElement} rest */
function ownToggle(control, rest) {
  const made = toggle("gc-show gc-collapse", rest, ownWords(control.expandButton, "Show more"), ownWords(control.collapseButton, "Show less"));
  made.dataset.align = word(ALIGNMENTS, control.horizontalAlignment);
  return made;
}

/** @param {any} button @param {string} otherwise */
function ownWords(button, otherwise) {
  const given = object(button);
  const words = text(given.text) || (given.icon ? "" : otherwise);
  return () => present(drawIcon(given.icon), plain("span", "", words));
}

/** @param {string} className @param {HTMLElement} rest @param {() => Node[]} more @param {() => Node[]} less */
function toggle(className, rest, more, less) {
  const made = el("button", { type: "button", class: className, "aria-controls": rest.id, "aria-expanded": "false", testid: "section-toggle" }, ...more());
  made.addEventListener("click", () => {
    rest.hidden = !rest.hidden;
    made.setAttribute("aria-expanded", String(!rest.hidden));
    made.replaceChildren(...(rest.hidden ? more() : less()));
  });
  return made;
}

/** @param {Record<string, any>} footer @param {Drawing} drawing */
function drawFooter(footer, drawing) {
  if (!footer.primaryButton && !footer.secondaryButton) return null;
  const primary = footer.primaryButton && drawButton(object(footer.primaryButton), drawing, "FILLED");
  const secondary = footer.secondaryButton && drawButton({ ...object(footer.secondaryButton), color: null }, drawing, "OUTLINED");
  return el("div", { class: "gc-footer", testid: "fixed-footer" }, primary, secondary);
}

/**
 * Draw the header of a card that waits at the bottom.
 * @param {Record<string, any>} card
 * @param {() => void} open
 */
export function drawPeek(card, open) {
  const header = drawHeader(object(card.peekCardHeader ?? card.header));
  return el("button", { type: "button", class: "gc-peek", testid: "peek", onclick: open }, header, drawShape("down"));
}
