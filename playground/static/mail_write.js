/** Forms in which mail is written: a reply, a new mail from outside, a change to a draft. */

import { el } from "./dom.js";

/**
 * @typedef {{name: string, label: string, value?: string, options?: {value: string, label: string}[], isLong?: boolean}} Field
 */

let drawn = 0;

/**
 * A form that stays when its work fails, so that nothing typed is lost.
 * @param {{title: string, fields: Field[], ok: string, testid: string, cancel?: () => void,
 *   submit: (written: Object<string, string>) => Promise<void>}} parts
 * @returns {HTMLFormElement}
 */
export function drawForm({ title, fields, ok, testid, cancel, submit }) {
  const done = el("button", { type: "submit", class: "button primary", text: ok, "data-testid": `${testid}-ok` });
  const away = cancel && el("button", { type: "button", class: "button", text: "Cancel", on: { click: cancel } });
  const form = el(
    "form",
    { class: "mail-form", "aria-label": title, "data-testid": testid },
    ...fields.map(drawField),
    el("div", { class: "mail-buttons" }, done, away ?? null),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    done.disabled = true;
    await submit(Object.fromEntries(new FormData(form)));
    done.disabled = false;
  });
  return form;
}

/** @param {Field} field */
function drawField({ name, label, value = "", options, isLong }) {
  drawn += 1;
  const id = `mail-field-${drawn}`;
  const control = drawControl({ name, value, options, isLong });
  control.id = id;
  return el("div", { class: "mail-field" }, el("label", { for: id, text: label }), control);
}

function drawControl({ name, value, options, isLong }) {
  if (isLong) return el("textarea", { class: "text-field", name, value, rows: 6, required: true, dir: "auto" });
  if (!options) return el("input", { class: "text-field", name, value, dir: "auto" });
  const choices = options.map((option) => el("option", { value: option.value, text: option.label }));
  return el("select", { class: "text-field", name }, ...choices);
}
