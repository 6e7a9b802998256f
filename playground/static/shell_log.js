/** The developer log: each request to the add-on, and what the host thought of the answer. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

const KEPT = 200;

/**
 * @typedef {{entry: string, target: string, ms: number, answer: {ok: boolean, message?: string, detail?: string[], warnings?: string[]}}} Line
 */

export class Log {
  /** @param {HTMLElement} host @param {(unseen: number) => void} onTrouble number of troubled requests not yet looked at */
  constructor(host, onTrouble) {
    [this.host, this.onTrouble] = [host, onTrouble];
    this.unseen = 0;
    this.list = el("ol", { class: "log-list" });
    const close = el(
      "button",
      {
        type: "button",
        class: "tool round",
        "aria-label": "Close the developer log",
        on: { click: () => this.toggle(false) },
      },
      icon("close", 16),
    );
    const clear = el("button", { type: "button", class: "link", text: "Clear", on: { click: () => this.clear() } });
    const empty = el("p", { class: "soft log-empty", text: "Requests to the add-on will stand here, newest first." });
    host.append(el("header", {}, el("h2", { text: "Developer log" }), clear, close), empty, this.list);
  }

  /** @param {boolean} [show] */
  toggle(show = this.host.hidden) {
    this.host.hidden = !show;
    if (show) this.onTrouble((this.unseen = 0));
  }

  /** @param {Line} line */
  add(line) {
    this.list.prepend(draw(line));
    while (this.list.children.length > KEPT) this.list.lastChild.remove();
    if (this.host.hidden && troubles(line.answer).length) this.onTrouble((this.unseen += 1));
  }

  clear() {
    this.list.replaceChildren();
  }
}

function draw({ entry, target, ms, answer }) {
  const notes = troubles(answer);
  const verdict = el("span", { class: `log-verdict ${answer.ok ? "ok" : "bad"}`, text: answer.ok ? "ok" : "failed" });
  const time = new Date().toLocaleTimeString("en-GB");
  const words = [time, entry, target].map((text, at) =>
    el("span", { class: ["log-time", "log-entry", "log-target"][at], text }),
  );
  const line = [verdict, ...words, el("span", { class: "log-ms", text: `${ms} ms` })];
  if (!notes.length) return el("li", { "data-ok": String(answer.ok) }, el("div", { class: "log-line" }, ...line));
  const list = el("ul", {}, ...notes.map((text) => el("li", { text })));
  return el(
    "li",
    { "data-ok": String(answer.ok) },
    el(
      "details",
      { open: !answer.ok },
      el("summary", { class: "log-line" }, ...line, el("span", { class: "log-count", text: `${notes.length}` })),
      list,
    ),
  );
}

function troubles(answer) {
  return [...(answer.detail ?? []), ...(answer.warnings ?? [])].map(String);
}
