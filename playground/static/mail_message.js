/** One message of a thread: who, when, what, and its headers for those who ask. */

import { avatar } from "./dialogs.js";
import { el } from "./dom.js";
import { drawHtml, drawText, outward } from "./mail_body.js";
import { longTime, nameOf, notable, unsubscribeLink } from "./mail_model.js";

/** @typedef {import("./mail_model.js").Message} Message */

/**
 * @param {Message} message
 * @param {(written: string) => string} zoneFor the zone of the person a To header names
 * @param {Node|null} hands buttons for a draft, null for others
 * @returns {HTMLElement}
 */
export function drawMessage(message, zoneFor, hands = null) {
  const isDraft = message.draftId !== null;
  const leave = message.labels.includes("INBOX") ? unsubscribeLink(message) : "";
  const shown = longTime(message.at, zoneFor(message.to));
  const time = el("time", { datetime: message.at, text: shown, "data-testid": "mail-time" });
  const head = el(
    "header",
    { class: "mail-head" },
    avatar({ name: nameOf(message.from) || "?" }),
    el(
      "div",
      { class: "mail-head-words" },
      el("div", { class: "mail-from" }, name(message.from), leave ? outward(leave, "Unsubscribe") : null),
      people("to", message.to),
      message.cc ? people("cc", message.cc) : null,
    ),
    isDraft ? el("span", { class: "mail-draft", text: "Draft" }) : null,
    time,
  );
  const label = `${isDraft ? "Draft" : "Message"} from ${nameOf(message.from)}`;
  const props = { class: "mail-message", "aria-label": label, "data-testid": isDraft ? "mail-draft" : "mail-message" };
  return el("article", props, head, drawBody(message), drawHeaders(message), hands);
}

function name(written) {
  return el("strong", { text: written || "(nobody)", dir: "auto", "data-testid": "mail-from" });
}

function people(word, written) {
  return el("div", { class: "soft small" }, `${word} `, el("span", { text: written || "nobody yet", dir: "auto" }));
}

/** HTML where there is some, with the plain text a click away. */
function drawBody(message) {
  const { text, html } = message;
  if (!html) return el("div", { class: "mail-body" }, drawText(text));
  const place = el("div", { class: "mail-body" });
  const toggle = el("button", { type: "button", class: "link small", "data-testid": "mail-as-text" });
  const show = (asText) => {
    place.replaceChildren(asText ? drawText(text) : drawHtml(html));
    toggle.textContent = asText ? "Show as HTML" : "Show as plain text";
    toggle.onclick = () => show(!asText);
  };
  show(false);
  return el("div", {}, place, text ? toggle : null);
}

function drawHeaders(message) {
  const lines = notable(message).flatMap(([name, value]) => [el("dt", { text: name }), el("dd", { text: value })]);
  if (!lines.length) return null;
  const summary = el("summary", { text: "Headers", "data-testid": "mail-headers" });
  return el("details", { class: "mail-headers" }, summary, el("dl", {}, ...lines));
}
