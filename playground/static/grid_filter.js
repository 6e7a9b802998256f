/** The filter's dialog: which values of a column are shown. */

import { el, letters } from "./dom.js";

const MOST_LISTED = 500;

/**
 * Asks which values of a column to show.
 * @param {import("./grid.js").Grid} grid
 * @param {number} column
 */
export async function openFilter(grid, column) {
  const dialog = frame(column);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  const texts = await grid.columnTexts(column).catch(() => null);
  if (texts === null || !dialog.isConnected) return dialog.close();
  return fill(dialog, new Choice(grid, column, texts));
}

/** The values and which of them are ticked. */
class Choice {
  constructor(grid, column, texts) {
    [this.grid, this.column] = [grid, column];
    this.counts = new Map();
    for (const text of texts.slice(1)) this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
    const collator = new Intl.Collator(undefined, { numeric: true });
    this.values = [...this.counts.keys()].sort(collator.compare);
    const filter = grid.tab.filter;
    this.ticked = new Set(filter?.column === column ? filter.values : this.values);
  }

  found(search) {
    const wanted = search.trim().toLowerCase();
    return this.values.filter((value) => value.toLowerCase().includes(wanted));
  }

  tick(values, on) {
    for (const value of values) this.ticked[on ? "add" : "delete"](value);
  }

  apply() {
    const values = this.values.filter((value) => this.ticked.has(value));
    const { grid, column } = this;
    if (values.length === this.values.length) return grid.tab.filter ? grid.edit({ op: "clearFilter" }) : undefined;
    return grid.edit({ op: "filter", column, values });
  }
}

function frame(column) {
  const dialog = el("dialog", {
    class: "dialog filter",
    "aria-label": `Filter by column ${letters(column)}`,
    "data-testid": "filter-dialog",
  });
  dialog.append(
    el("h2", { text: `Filter by column ${letters(column)}` }),
    el("p", { class: "soft", text: "Reading the column…" }),
  );
  return dialog;
}

function fill(dialog, choice) {
  const search = el("input", {
    type: "search",
    class: "text-field",
    placeholder: "Search values",
    "aria-label": "Search values",
  });
  const list = el("div", { class: "filter-list", role: "group", "aria-label": "Values" });
  const draw = () => list.replaceChildren(...lines(choice, search.value));
  const tickAll = (on) => {
    choice.tick(choice.found(search.value), on);
    draw();
  };
  search.addEventListener("input", draw);
  draw();
  dialog.lastChild.replaceWith(links(tickAll), search, list, buttons(dialog, choice));
  search.focus();
}

function lines(choice, search) {
  const found = choice.found(search);
  const drawn = found.slice(0, MOST_LISTED).map((value) => line(choice, value));
  if (found.length > MOST_LISTED)
    drawn.push(el("p", { class: "soft", text: `${found.length - MOST_LISTED} more: search to see them.` }));
  return drawn;
}

function line(choice, value) {
  const box = el("input", { type: "checkbox", checked: choice.ticked.has(value), "data-value": value });
  box.addEventListener("change", () => choice.tick([value], box.checked));
  const count = el("span", { class: "soft", text: String(choice.counts.get(value)) });
  return el("label", {}, box, el("span", { class: "filter-value", dir: "auto", text: value || "(Blanks)" }), count);
}

function links(tickAll) {
  const all = el("button", { type: "button", class: "link", text: "Select all", on: { click: () => tickAll(true) } });
  const none = el("button", {
    type: "button",
    class: "link",
    text: "Clear",
    "data-testid": "filter-none",
    on: { click: () => tickAll(false) },
  });
  return el("div", { class: "filter-links" }, all, none);
}

function buttons(dialog, choice) {
  const cancel = el("button", { type: "button", class: "button", text: "Cancel", on: { click: () => dialog.close() } });
  const ok = el("button", { type: "button", class: "button primary", text: "OK", "data-testid": "filter-ok" });
  ok.addEventListener("click", () => {
    dialog.close();
    choice.apply();
  });
  return el("div", { class: "dialog-buttons" }, cancel, ok);
}
