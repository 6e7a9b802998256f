/** Row and cell nodes, made once and bound again to other rows and columns while one scrolls. */

import { el } from "./dom.js";

const FLASH = [
  { backgroundColor: "#fde9a8" },
  { backgroundColor: "#fff6d8", offset: 0.5 },
  { backgroundColor: "transparent" },
];
const FLASH_MS = 1500;

/**
 * @typedef {import("./store_blocks.js").Cell} Cell
 * @typedef {{cell: (row: number, column: number) => (Cell|null|undefined), owned: (column: number) => boolean}} Source
 * @typedef {{rows: number[], columns: number[], top: (row: number) => number, left: (column: number) => number,
 *   width: (column: number) => number}} Frame what is to be shown and where
 */

/** One cell node; keeps what it shows so that binding it to the same thing again costs nothing. */
class CellNode {
  constructor() {
    this.node = el("div", { class: "cell", role: "gridcell", dir: "auto" });
    this.row = this.column = -1;
    this.text = this.kind = "";
    this.left = this.width = -1;
  }

  bind(row, column, cell, owned) {
    if (row !== this.row || column !== this.column) this.address(row, column);
    const text = cell?.v ?? "";
    const kind = `cell k-${cell?.k ?? "n0"}${row === 0 ? " head" : ""}${owned ? " own" : ""}`;
    if (text !== this.text) this.node.textContent = this.text = text;
    if (kind !== this.kind) this.node.className = this.kind = kind;
  }

  address(row, column) {
    [this.row, this.column] = [row, column];
    this.node.dataset.row = String(row);
    this.node.dataset.col = String(column);
    this.node.id = `cell-${row}-${column}`;
    this.node.setAttribute("aria-colindex", String(column + 1));
    this.node.hidden = false;
    for (const animation of this.node.getAnimations()) animation.cancel();
  }

  lie(left, width) {
    if (left !== this.left) this.node.style.left = `${(this.left = left)}px`;
    if (width !== this.width) this.node.style.width = `${(this.width = width)}px`;
  }

  free() {
    if (this.column < 0) return;
    this.row = this.column = -1;
    this.node.hidden = true;
    this.node.removeAttribute("id");
    delete this.node.dataset.row;
    delete this.node.dataset.col;
  }
}

/** One row node with its cells; a column always lands in the same slot, so sideways scrolling binds only what is new. */
class RowNode {
  constructor() {
    this.node = el("div", { class: "row", role: "row" });
    this.row = -1;
    this.slots = [];
    this.top = -1;
  }

  bind(row, frame, source) {
    this.grow(frame.columns.length);
    if (row !== this.row) this.node.setAttribute("aria-rowindex", String((this.row = row) + 1));
    const top = frame.top(row);
    if (top !== this.top) this.node.style.transform = `translateY(${(this.top = top)}px)`;
    const taken = new Set();
    for (const column of frame.columns) taken.add(this.bindCell(row, column, frame, source));
    for (const slot of this.slots) if (!taken.has(slot)) slot.free();
    this.node.classList.toggle("loading", source.cell(row, frame.columns[0]) === undefined);
  }

  bindCell(row, column, frame, source) {
    const slot = this.slots[column % this.slots.length];
    slot.bind(row, column, source.cell(row, column), source.owned(column));
    slot.lie(frame.left(column), frame.width(column));
    return slot;
  }

  grow(count) {
    while (this.slots.length < count) {
      const slot = new CellNode();
      this.slots.push(slot);
      this.node.append(slot.node);
    }
  }

  slot(column) {
    const slot = this.slots[column % this.slots.length];
    return slot?.column === column ? slot : undefined;
  }
}

/** All row nodes of the page. */
export class RowNodes {
  /** @param {HTMLElement} layer */
  constructor(layer) {
    this.layer = layer;
    /** @type {Map<number, RowNode>} */
    this.bound = new Map();
    this.free = [];
  }

  /** @param {Frame} frame @param {Source} source */
  show(frame, source) {
    const wanted = new Set(frame.rows);
    for (const [row, node] of this.bound) if (!wanted.has(row)) this.release(row, node);
    for (const row of frame.rows) this.take(row).bind(row, frame, source);
    for (const node of this.free) node.node.remove();
    this.free.length = Math.min(this.free.length, 20);
  }

  release(row, node) {
    this.bound.delete(row);
    this.free.push(node);
  }

  take(row) {
    const found = this.bound.get(row);
    if (found) return found;
    const node = this.free.pop() ?? new RowNode();
    if (!node.node.isConnected) this.layer.append(node.node);
    this.bound.set(row, node);
    return node;
  }

  /** @param {number} row @param {number} column @returns {HTMLElement|undefined} */
  cell(row, column) {
    return this.bound.get(row)?.slot(column)?.node;
  }

  /** Lets a cell that somebody else changed glow for a moment. @param {number} row @param {number} column */
  flash(row, column) {
    this.cell(row, column)?.animate(FLASH, { duration: FLASH_MS, easing: "ease-out" });
  }
}
