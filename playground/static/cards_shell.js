/** What the sidebar shows beside the add-on's own cards: Google's error, a question for sign-in, toasts; and the focus. */

import { el, plain } from "./cards_element.js";
import { drawShape } from "./cards_icons.js";
import { object, text } from "./cards_model.js";

const ERROR_SENTENCE = "Something went wrong when executing the add-on.";
const TOAST_MS = 6000;

/**
 * Return the answer that stands for one that never came.
 * @param {any} error
 * @returns {import("./cards.js").Answer}
 */
export function failure(error) {
  return { ok: false, message: ERROR_SENTENCE, detail: [error instanceof Error ? error.message : String(error)] };
}

/**
 * Draw Google's error; the reasons are for developers and folded away.
 * @param {Record<string, any>} answer
 */
export function drawError(answer) {
  const lines = [answer.detail ?? []].flat().map(text).filter(Boolean);
  const bullets = el("ul", {}, ...lines.map((line) => plain("li", "", line)));
  const reasons = lines.length > 0 && el("details", {}, el("summary", { text: "For developers" }), bullets);
  const words = el("div", { class: "gc-error-words" }, plain("div", "", text(answer.message) || ERROR_SENTENCE), reasons);
  return el("div", { class: "gc-error", role: "alert", testid: "error" }, drawShape("warning"), words);
}

/**
 * Return the card Google shows for a basic authorization prompt, null for anything else.
 * @param {any} authorization
 * @returns {Record<string, any> | null}
 */
export function authorizationCard(authorization) {
  const given = object(object(authorization).basicAuthorizationPrompt ?? authorization);
  if (!given.authorizationUrl) return null;
  const openLink = { url: text(given.authorizationUrl), openAs: "OVERLAY", onClose: "RELOAD" };
  const sentence = "The add-on needs your permission to continue.";
  const button = { text: "Authorize access", type: "FILLED", onClick: { openLink } };
  const widgets = [{ decoratedText: { text: sentence, bottomLabel: text(given.resource), wrapText: true } }, { buttonList: { buttons: [button] } }];
  return { header: { title: "Authorization required" }, sections: [{ widgets }] };
}

/**
 * Return a function that shows a notification in the container for a few seconds and to screen readers.
 * @param {HTMLElement} container a positioned element
 * @returns {(message: string) => void}
 */
export function createToaster(container) {
  const region = el("div", { class: "gc-toasts", "aria-live": "polite", role: "status", testid: "toasts" });
  container.append(region);
  return (message) => {
    const toast = plain("div", "gc-toast", message, { testid: "toast" });
    region.replaceChildren(toast);
    setTimeout(() => toast.remove(), TOAST_MS);
  };
}

/**
 * Remember a control so that its like can be found in a card drawn anew.
 * @param {HTMLElement} within
 * @param {Element | null} element
 * @returns {{mark: string, at: number} | null}
 */
export function focusKey(within, element) {
  if (!element || !within.contains(element)) return null;
  const mark = markOf(element);
  return { mark, at: controls(within).filter((other) => markOf(other) === mark).indexOf(element) };
}

/**
 * Give the focus back to the like of a control, else to the card's title; not if the user has moved it meanwhile.
 * @param {HTMLElement} within
 * @param {{mark: string, at: number} | null} key null where the focus was elsewhere
 */
export function refocus(within, key) {
  const active = document.activeElement;
  if (!key || (active && active !== document.body && !within.contains(active))) return;
  const found = controls(within).filter((other) => markOf(other) === key.mark)[Math.max(0, key.at)];
  if (found) /** @type {HTMLElement} */ (found).focus({ preventScroll: true });
  else focusCard(within);
}

/**
 * Put the focus at the start of a card that is new to the user, so that its title is read out.
 * @param {HTMLElement} within
 */
export function focusCard(within) {
  const start = within.querySelector(".gc-title") ?? within.querySelector(".gc-card");
  /** @type {HTMLElement | null} */ (start)?.focus({ preventScroll: true });
}

/** @param {HTMLElement} within */
function controls(within) {
  return [...within.querySelectorAll("button, input, select, textarea, a")];
}

/** @param {Element} element */
function markOf(element) {
  const group = element.closest("[data-testid]")?.getAttribute("data-testid") ?? "";
  return `${element.tagName} ${group} ${element.getAttribute("value") ?? ""}`;
}
