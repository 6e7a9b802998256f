/** One folder of one mailbox: a line for each thread. */

import { el } from "./dom.js";
import { isUnread, partner, readable, shortTime, snippet } from "./mail_model.js";

/** @typedef {import("./mail_model.js").Thread} Thread */

const EMPTY = {
  inbox: "Nothing has arrived here.",
  sent: "Nothing was sent from here.",
  drafts: "There are no drafts.",
};

/**
 * @param {Thread[]} threads @param {import("./mail_model.js").Folder} folder @param {string} zone
 * @param {(threadId: string) => void} open
 * @returns {HTMLElement}
 */
export function drawList(threads, folder, zone, open) {
  if (!threads.length) return el("p", { class: "soft mail-empty", text: EMPTY[folder], "data-testid": "mail-empty" });
  const lines = threads.map((thread) => el("li", {}, drawLine(thread, folder, zone, open)));
  const list = el("ul", { class: "mail-list", "aria-label": "Threads" }, ...lines);
  list.addEventListener("keydown", walk);
  return list;
}

function drawLine(thread, folder, zone, open) {
  const messages = readable(thread);
  const last = messages.at(-1) ?? thread.messages[0];
  const unread = isUnread(thread);
  const subject = el("span", { class: "mail-line-subject", text: last.subject || "(no subject)", dir: "auto" });
  const begin = el("span", { class: "soft", text: snippet(last), dir: "auto" });
  return el(
    "button",
    {
      type: "button",
      class: unread ? "mail-line unread" : "mail-line",
      "data-thread": thread.id,
      "data-testid": "mail-line",
      on: { click: () => open(thread.id) },
    },
    unread ? el("span", { class: "mail-hidden", text: "Unread." }) : null,
    el("span", { class: "mail-line-who", text: partner(thread, folder), dir: "auto" }),
    messages.length > 1 ? el("span", { class: "mail-line-count", text: String(messages.length) }) : null,
    el("span", { class: "mail-line-words" }, subject, " – ", begin),
    el("time", { class: "mail-line-time", datetime: last.at, text: shortTime(last.at, zone) }),
  );
}

/** Arrow keys go from line to line. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const lines = [...event.currentTarget.querySelectorAll("button")];
  lines[lines.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
}
