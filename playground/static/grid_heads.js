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

  /** @param {Frame} frame @param {HeadState} state */
  show(frame, state) {
    this.columns.show(frame.columns, (node, column) => {
      lie(node, `translateX(${frame.left(column)}px)`, `${frame.width(column)}px`);
      dressColumn(node, column, state);
    });
    this.rows.show(frame.rows, (node, row) => {
      lie(node, `translateY(${frame.top(row)}px)`, "");
      dress(node, "headRow", row, String(row + 1), `rowhead ${state.selected("row", row)}`);
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
  return el(
    "div",
    { class: "colhead" },
    el("span", { class: "letter" }),
    el("span", { class: "resize", "data-resize": true }),
  );
}

function makeRow() {
  return el("div", { class: "rowhead" });
}

/** Writing what is there already would still cost the browser a layout. */
function lie(node, transform, width) {
  if (node.style.transform !== transform) node.style.transform = transform;
  if (node.style.width !== width) node.style.width = width;
}

function dress(node, name, index, text, className) {
  if (node.className !== className) node.className = className;
  if (node.dataset[name] === String(index)) return;
  node.dataset[name] = String(index);
  (node.querySelector(".letter") ?? node).textContent = text;
}

function dressColumn(node, column, state) {
  const key = state.own.get(column);
  dress(
    node,
    "headCol",
    column,
    letters(column),
    `colhead ${state.selected("column", column)}${key === undefined ? "" : " own"}`,
  );
  node.title = key === undefined ? "" : `Column of the add-on (${key})`;
  dressFilter(node, state.filtered === column);
}

function dressFilter(node, filtered) {
  const shown = node.querySelector(".filtered");
  if (filtered && !shown)
    node.insertBefore(el("span", { class: "filtered", title: "Filtered" }, icon("filter", 13)), node.lastChild);
  if (!filtered) shown?.remove();
}
