/** Column letters and row numbers, with the handles that resize columns. */

import { el, letters } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @typedef {import("./grid_rows.js").Frame} Frame
 * @typedef {{own: Map<number, string>, filtered: number, selected: (kind: "row"|"column", index: number) => ""|"part"|"whole"}} HeadState
 *   `own`: column to the add-on's key for it; `filtered`: the filtered column or -1
 */

export class Heads {
  /** @param {HTMLElement} columnLayer @param {HTMLElement} rowLayer */
  constructor(columnLayer, rowLayer) {
    this.columns = new Pool(columnLayer, makeColumn);
    this.rows = new Pool(rowLayer, makeRow);
  }

  /** @param {Frame & {height: number}} frame @param {HeadState} state */
  show(frame, state) {
    this.columns.show(frame.columns, (node, column) => {
      node.style.transform = `translateX(${frame.left(column)}px)`;
      node.style.width = `${frame.width(column)}px`;
      dressColumn(node, column, state);
    });
    this.rows.show(frame.rows, (node, row) => {
      node.style.transform = `translateY(${frame.top(row)}px)`;
      node.textContent = String(row + 1);
      node.dataset.headRow = String(row);
      node.className = `rowhead ${state.selected("row", row)}`;
    });
  }
}

/** Nodes by index, recycled. */
class Pool {
  constructor(layer, make) {
    [this.layer, this.make] = [layer, make];
    this.bound = new Map();
  }

  show(indexes, dress) {
    const wanted = new Set(indexes);
    const free = [];
    for (const [index, node] of this.bound) {
      if (wanted.has(index)) continue;
      this.bound.delete(index);
      free.push(node);
    }
    for (const index of indexes) dress(this.take(index, free), index);
    for (const node of free) node.remove();
  }

  take(index, free) {
    let node = this.bound.get(index);
    if (!node) {
      node = free.pop() ?? this.layer.appendChild(this.make());
      this.bound.set(index, node);
    }
    return node;
  }
}

function makeColumn() {
  return el("div", { class: "colhead" }, el("span", { class: "letter" }), el("span", { class: "resize", "data-resize": true }));
}

function makeRow() {
  return el("div", { class: "rowhead" });
}

function dressColumn(node, column, state) {
  const key = state.own.get(column);
  node.dataset.headCol = String(column);
  node.className = `colhead ${state.selected("column", column)}${key === undefined ? "" : " own"}`;
  node.firstChild.textContent = letters(column);
  node.title = key === undefined ? "" : `Column of the add-on (${key})`;
  dressFilter(node, state.filtered === column);
}

function dressFilter(node, filtered) {
  const shown = node.querySelector(".filtered");
  if (filtered && !shown) node.insertBefore(el("span", { class: "filtered", title: "Filtered" }, icon("filter", 13)), node.lastChild);
  if (!filtered) shown?.remove();
}
