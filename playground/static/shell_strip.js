/** The playground's own strip: what no Google product has. Clock, stand-in model, faults, log, reset. */

import { getJson, postJson } from "./api.js";
import { ask } from "./dialogs.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";

const STEPS = [
  [1, "+1 hour"],
  [24, "+1 day"],
  [72, "+3 days"],
];
const MODES = [
  ["ok", "Answers well"],
  ["obedient", "Obeys instructions in its input"],
  ["fenced", "JSON in a code fence"],
  ["double_encoded", "JSON inside JSON"],
  ["prose", "JSON inside prose"],
  ["cut_off", "Cut off"],
  ["broken", "Broken JSON"],
  ["empty", "Empty answer"],
  ["unsafe", "Blocked as unsafe"],
  ["invented", "Invents facts"],
  ["429", "Too many requests"],
  ["429_hint", "Too many requests, with a hint"],
  ["500", "Server error"],
  ["timeout", "Does not answer"],
];
const FAULTS = [
  ["Sheets: next call is refused (429)", { api: "sheets", method: "*", kind: "429", times: 1 }],
  ["Sheets: next 3 calls fail (503)", { api: "sheets", method: "*", kind: "503", times: 3 }],
  ["Sheets: next call is written, its answer lost", { api: "sheets", method: "*", kind: "503_after", times: 1 }],
  ["Sheets: next 10 calls take 2 seconds", { api: "sheets", method: "*", kind: "delay", times: 10, delay_ms: 2000 }],
  ["Sheets: Google's quota of 60 calls a minute", { api: "sheets", method: "*", kind: "quota", times: 1 }],
  ["Sheets: no quota", { api: "sheets", method: "*", kind: "quota", times: 0 }],
  ["Sheets: take the faults back", { api: "sheets", method: "*", kind: "503", times: 0 }],
  ["Gmail: next mail is lost on its way to Google", { api: "gmail", method: "drafts.send", kind: "lost", times: 1 }],
  ["Gmail: next mail is sent, the answer lost", { api: "gmail", method: "drafts.send", kind: "answer_lost", times: 1 }],
  ["Gmail: next mail goes 10 minutes late", { api: "gmail", method: "drafts.send", kind: "late", seconds: 600 }],
  ["Gmail: no mails for 2 hours", { api: "gmail", method: "drafts.send", kind: "mail_limit", seconds: 7200 }],
  ["Gmail: take the faults back", { api: "gmail", method: "drafts.send", kind: "503", times: 0 }],
  ["Google: next connection to be used is dead", { api: "oauth", method: "token", kind: "invalid_grant", times: 1 }],
  ["Google: take the faults back", { api: "oauth", method: "token", kind: "503", times: 0 }],
];
const SESSION_MS = 5000;

export class Strip {
  /** @param {HTMLElement} host @param {{session: Object, say: (text: string) => void, toggleLog: () => void, onReset: () => void}} parts */
  constructor(host, parts) {
    this.parts = parts;
    this.now = el("output", { class: "strip-now", "data-testid": "clock-now", "aria-label": "The playground's time" });
    this.mode = this.modes(parts.session.model.mode);
    this.badge = el("span", { class: "strip-badge", hidden: true });
    /** @type {HTMLButtonElement[]} */
    this.steps = [];
    host.append(
      el("strong", { text: "Playground" }),
      el("span", { class: "strip-clock" }, icon("clock", 16), this.now),
      ...STEPS.map(([hours, label]) => this.step(label, `advance-${hours}`, { advance_hours: hours })),
      this.step("Next event", "advance-next", { advance_to: "next" }),
      el("label", { class: "strip-mode" }, el("span", { text: "Stand-in model" }), this.mode),
      this.button("warn", "Faults", (event) => openMenu(event.currentTarget, this.faults(), "Faults"), "faults"),
      el("span", { class: "strip-gap" }),
      this.button("log", "Developer log", () => parts.toggleLog(), "dev-log-toggle", this.badge),
      this.button("reset", "Reset", () => this.reset(), "reset"),
    );
    this.show(parts.session.now);
    setInterval(() => document.hidden || this.refresh(), SESSION_MS);
  }

  button(name, label, run, testid, extra = null) {
    return el(
      "button",
      { type: "button", class: "strip-button", "data-testid": testid, on: { click: run } },
      icon(name, 16),
      label,
      extra,
    );
  }

  step(label, testid, wanted) {
    const button = el("button", { type: "button", class: "strip-button", text: label, "data-testid": testid });
    button.addEventListener("click", () => this.advance(wanted));
    this.steps.push(button);
    return button;
  }

  modes(chosen) {
    const options = MODES.map(([value, text]) => el("option", { value, text, selected: value === chosen }));
    const select = el(
      "select",
      {
        "data-testid": "model-mode",
        title: "How the model stand-in answers. It is a program with rules, not a language model.",
      },
      ...options,
    );
    select.addEventListener("change", () => this.do(() => postJson("/play/model", { mode: select.value })));
    return select;
  }

  faults() {
    return FAULTS.map(([label, fault]) => ({
      label,
      run: () => this.do(async () => this.tellFaults(await postJson("/play/faults", fault))),
    }));
  }

  tellFaults({ faults }) {
    this.parts.say(
      faults.length
        ? `Planned: ${faults.map((fault) => `${fault.api} ${fault.kind}${fault.times > 1 ? ` ×${fault.times}` : ""}`).join(", ")}`
        : "No faults are planned.",
    );
  }

  /** Moves time; a walk may take a while, and there is one at a time. @param {Object} wanted as POST /clock has it */
  async advance(wanted) {
    this.steps.forEach((step) => (step.disabled = true));
    await this.do(async () => {
      const answer = await postJson("/clock", wanted);
      this.show(answer.now);
      this.parts.say(answer.problem ?? summary(answer));
    });
    this.steps.forEach((step) => (step.disabled = false));
  }

  async reset() {
    const body = [
      el("p", {
        text: "All sheets, permissions and mails of the playground go back to their first state. The add-on's own store is not touched.",
      }),
    ];
    if (!(await ask({ title: "Reset the playground?", body, ok: "Reset" }))) return;
    await this.do(async () => {
      await postJson("/reset", {});
      this.parts.onReset();
    });
  }

  async refresh() {
    const session = await getJson("/play/session").catch(() => null);
    if (!session) return;
    this.show(session.now);
    if (document.activeElement !== this.mode) this.mode.value = session.model.mode;
  }

  /** @param {string} now ISO time */
  show(now) {
    const date = new Date(now);
    this.now.textContent = Number.isNaN(date.getTime())
      ? now
      : date.toLocaleString("en-GB", {
          weekday: "short",
          day: "numeric",
          month: "short",
          hour: "2-digit",
          minute: "2-digit",
        });
    this.now.value = this.now.textContent;
    this.now.title = now;
  }

  /** @param {number} count troubled requests nobody has looked at */
  mark(count) {
    this.badge.hidden = count === 0;
    this.badge.textContent = String(count);
  }

  async do(act) {
    await act().catch((error) => this.parts.say(error.message));
  }
}

function summary({ ticks, sent = 0, received = 0, moved = true }) {
  if (!moved && !sent && !received) return "Nothing is due: time stands where it was.";
  const start = moved ? "Time moved on" : "Time stands where it was";
  return `${start}: ${sent} sent, ${received} received, ${ticks} ${ticks === 1 ? "tick" : "ticks"}.`;
}
