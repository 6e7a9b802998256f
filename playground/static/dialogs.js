/** Questions the page asks: all are <dialog>, so focus, Esc and the backdrop are the browser's. */

import { el } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {{title: string, body: Node[], ok: string, cancel?: string, okId?: string, cancelId?: string, kind?: string}} Question
 */

/** @param {Question} question @returns {Promise<boolean>} whether the user agreed */
export function ask({ title, body, ok, cancel = "Cancel", okId, cancelId, kind = "" }) {
  return new Promise((resolve) => {
    const no = el("button", { type: "button", class: "button", text: cancel, "data-testid": cancelId });
    const yes = el("button", { type: "submit", class: "button primary", text: ok, "data-testid": okId });
    const form = el(
      "form",
      { method: "dialog" },
      el("h2", { text: title }),
      ...body,
      el("div", { class: "dialog-buttons" }, no, yes),
    );
    const dialog = el("dialog", { class: `dialog ${kind}`, "aria-label": title }, form);
    no.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", () => (dialog.returnValue = "yes"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    yes.value = "yes";
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** @param {string} title @param {string} label @param {string} value @returns {Promise<string|null>} */
export async function askText(title, label, value) {
  const input = el("input", { class: "text-field", value, "aria-label": label, autofocus: true, dir: "auto" });
  const said = ask({ title, body: [input], ok: "OK" });
  input.select();
  return (await said) ? input.value : null;
}

/**
 * Google's dialog about one file.
 * @param {{addon: string, user: {name: string, email: string}, title: string}} who
 * @returns {Promise<boolean>}
 */
export function askForFile({ addon, user, title }) {
  const file = el("div", { class: "consent-file" }, icon("sheet", 22), el("span", { text: title, dir: "auto" }));
  const body = [
    person(user),
    el("p", { text: "If you allow it, the add-on may:" }),
    el("ul", { class: "consent-list" }, el("li", { text: "See, edit and comment on this file, and no other file" })),
    file,
    note("This is the playground's stand-in for Google's dialog. The permission holds for this person and this file."),
  ];
  const ids = { okId: "consent-allow", cancelId: "consent-cancel", kind: "consent" };
  return ask({ title: `${addon} wants access to this file`, body, ok: "Allow", ...ids });
}

/**
 * Google's dialog about scopes; each can be refused, as granular consent has it.
 * @param {{addon: string, user: {name: string, email: string}, scopes: string[], words: Object<string, string>}} who
 * @returns {Promise<string[]|null>} the ticked ones, null for a refusal
 */
export async function askForScopes({ addon, user, scopes, words }) {
  const boxes = scopes.map((scope) => el("input", { type: "checkbox", checked: true, "data-scope": scope }));
  const body = [
    person(user),
    el("p", { text: "Select what the add-on can access:" }),
    el("div", { class: "scope-list" }, ...boxes.map((box) => scopeLine(box, words[box.dataset.scope]))),
    note("This is the playground's stand-in for Google's dialog."),
  ];
  const ids = { okId: "scopes-allow", cancelId: "scopes-cancel", kind: "consent" };
  const agreed = await ask({ title: `${addon} wants additional access to your account`, body, ok: "Continue", ...ids });
  return agreed ? boxes.filter((box) => box.checked).map((box) => box.dataset.scope) : null;
}

/** A scope in Google's words, its name below. @param {HTMLInputElement} box @param {string} [words] */
function scopeLine(box, words) {
  const name = el("small", { class: "soft", text: box.dataset.scope });
  return el("label", {}, box, el("span", {}, words ? el("span", { class: "scope-words", text: words }) : null, name));
}

function person(user) {
  return el("p", { class: "consent-person" }, avatar(user), el("span", { text: `${user.name} · ${user.email}` }));
}

function note(text) {
  return el("p", { class: "soft small", text });
}

const COLOURS = ["#7b1fa2", "#00695c", "#c2185b", "#e65100", "#1a56db", "#455a64"];

/** A circle with the first letter of a person's name. @param {{id?: string, name: string}} user @returns {HTMLElement} */
export function avatar(user) {
  const hue = [...user.name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % COLOURS.length;
  return el("span", {
    class: "face",
    style: `background:${COLOURS[hue]}`,
    text: [...user.name][0] ?? "?",
    "aria-hidden": "true",
  });
}
