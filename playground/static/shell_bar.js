/** Menus, toolbar, formula bar and the sums at the bottom: everything about the selection that is not the grid itself. */

import { address, el } from "./dom.js";
import { openFilter } from "./grid_filter.js";
import { columnEntries, orderEntries, rowEntries, sortSheet } from "./grid_menus.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";

const MOST_SUMMED = 50_000;

/**
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {{samples: () => {id: string, title: string}[], open: (fileId: string) => void, pickCsv: () => void, copyFile: () => void}} Files
 */

/** @param {HTMLElement} host @param {Grid} grid @param {Files} files */
export function buildMenus(host, grid, files) {
  const menus = {
    File: () => fileEntries(files),
    Edit: () => editEntries(grid),
    Insert: () => [...rowEntries(grid).slice(0, 2), "line", ...columnEntries(grid).slice(0, 2)],
    Delete: () => [
      rowEntries(grid)[2],
      columnEntries(grid)[2],
      "line",
      { label: "Clear cells", hint: "Delete", run: () => grid.clearSelected() },
    ],
    Data: () => orderEntries(grid),
  };
  host.append(...Object.entries(menus).map(([name, entries]) => menuButton(name, entries)));
}

function menuButton(name, entries) {
  const button = el("button", {
    type: "button",
    class: "menu-button",
    text: name,
    "aria-haspopup": "menu",
    "data-testid": `menu-${name.toLowerCase()}`,
  });
  button.addEventListener("click", () => openMenu(button, entries(), name));
  return button;
}

function fileEntries(files) {
  const samples = files
    .samples()
    .map(({ id, title }) => ({ label: title, icon: "sheet", run: () => files.open(id), testid: `open-${id}` }));
  const rest = [
    { label: "Open CSV…", icon: "plus", run: () => files.pickCsv(), testid: "open-csv" },
    { label: "Make a copy", run: () => files.copyFile(), testid: "copy-file" },
  ];
  return [...samples, "line", ...rest];
}

function editEntries(grid) {
  return [
    { label: "Undo", icon: "undo", hint: "Ctrl+Z", run: () => grid.undo(), testid: "undo" },
    "line",
    { label: "Copy", hint: "Ctrl+C", run: () => document.execCommand("copy") },
    { label: "Clear cells", hint: "Delete", run: () => grid.clearSelected() },
  ];
}

/** @param {HTMLElement} host @param {Grid} grid */
export function buildToolbar(host, grid) {
  const insertRow = () => grid.edit({ op: "insertRows", at: grid.selection.range.bottom + 1, count: 1 });
  const insertColumn = () => grid.edit({ op: "insertColumns", at: grid.selection.range.right + 1, count: 1 });
  const tools = [
    ["undo", "Undo (Ctrl+Z)", () => grid.undo()],
    null,
    ["rowAdd", "Insert row below", insertRow],
    ["columnAdd", "Insert column right", insertColumn],
    null,
    ["rowDelete", "Delete selected rows", () => rowEntries(grid)[2].run()],
    ["columnDelete", "Delete selected columns", () => columnEntries(grid)[2].run()],
    null,
    ["sortUp", "Sort sheet A to Z by this column", () => sortSheet(grid, false)],
    ["sortDown", "Sort sheet Z to A by this column", () => sortSheet(grid, true)],
    ["filter", "Filter by this column", () => openFilter(grid, grid.selection.active.col)],
  ];
  host.append(...tools.map((tool) => (tool ? toolButton(...tool) : el("span", { class: "tool-line" }))));
}

function toolButton(name, label, run) {
  return el(
    "button",
    {
      type: "button",
      class: "tool",
      title: label,
      "aria-label": label,
      "data-testid": `tool-${name}`,
      on: { click: run },
    },
    icon(name),
  );
}

/** The formula row. */
export class FormulaRow {
  /** @param {HTMLInputElement} name @param {HTMLTextAreaElement} content @param {HTMLElement} sums */
  constructor(name, content, sums) {
    [this.name, this.content, this.sums] = [name, content, sums];
  }

  /** @param {Grid} grid */
  bind(grid) {
    this.name.addEventListener("focus", () => this.name.select());
    this.name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const place = address(this.name.value);
      if (place) grid.goTo(place);
      else this.show(grid);
    });
  }

  /** @param {Grid} grid */
  show(grid) {
    if (document.activeElement !== this.name) this.name.value = grid.address;
    const { row, col } = grid.selection.active;
    if (!grid.editor?.isOpen) this.content.value = grid.contentAt(row, col);
    this.sums.textContent = summed(grid);
  }
}

/** Count, sum and average of what is selected, as far as it has been loaded. */
function summed(grid) {
  const { top, bottom, left, right } = grid.selection.range;
  if (!grid.selection.isMany || (bottom - top + 1) * (right - left + 1) > MOST_SUMMED) return "";
  const cells = [];
  for (let row = top; row <= bottom; row += 1)
    for (let col = left; col <= right; col += 1) cells.push(grid.store.cell(grid.sheetId, row, col));
  const filled = cells.filter((cell) => cell);
  const numbers = filled
    .filter((cell) => cell.k === "n")
    .map((cell) => Number(cell.v))
    .filter(Number.isFinite);
  if (!numbers.length) return filled.length ? `Count: ${filled.length}` : "";
  const sum = numbers.reduce((total, number) => total + number, 0);
  return `Count: ${filled.length} · Sum: ${short(sum)} · Average: ${short(sum / numbers.length)}`;
}

function short(number) {
  return number.toLocaleString("en-GB", { maximumFractionDigits: 2 });
}
