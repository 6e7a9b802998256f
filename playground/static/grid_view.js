/** The scrolled picture of the sheet: layers, what part of the sheet they show, and where a pixel or a cell lies. */

import { el } from "./dom.js";
import { Axis } from "./grid_axis.js";
import { Heads } from "./grid_heads.js";
import { RowNodes } from "./grid_rows.js";
import { boxSize, place, scrollFor } from "./grid_scroll.js";

export const HEAD_WIDTH = 46;
export const HEAD_HEIGHT = 24;
export const ROW_HEIGHT = 21;
const SPARE_ROWS = 12;
const SPARE_PIXELS = 160;
/** The page promises at most 3,000 cell nodes, however large window and sheet are. */
const MOST_CELLS = 2900;

/**
 * @typedef {import("./grid_rows.js").Source} Source
 * @typedef {import("./grid_heads.js").HeadState} HeadState
 * @typedef {{area: "cells"|"rows"|"columns"|"corner", row: number, col: number, x: number}} Spot `x`: pixels into the sheet
 */

export class GridView {
  /** @param {HTMLElement} host @param {{source: Source, heads: HeadState, onShow: (first: number, last: number) => void}} parts */
  constructor(host, parts) {
    this.parts = parts;
    this.build(host);
    this.rowNodes = new RowNodes(this.rowLayer);
    this.headNodes = new Heads(this.columnHeads, this.rowHeads);
    this.rows = new Axis(1, () => ROW_HEIGHT);
    this.columns = new Axis(1, () => 100);
    this.overlays = [];
    this.waiting = false;
    this.root.addEventListener("scroll", () => this.schedule(), { passive: true });
    new ResizeObserver(() => this.schedule()).observe(this.root);
  }

  build(host) {
    this.rowLayer = el("div", { class: "grid-rows", role: "rowgroup" });
    this.overLayer = el("div", { class: "grid-over", "aria-hidden": "true" });
    this.cellLayer = el("div", { class: "grid-cells", role: "presentation" }, this.rowLayer, this.overLayer);
    this.columnHeads = el("div", { class: "grid-colheads", "aria-hidden": "true" });
    this.rowHeads = el("div", { class: "grid-rowheads", "aria-hidden": "true" });
    this.corner = el("div", { class: "grid-corner", "aria-hidden": "true" });
    this.headBar = el("div", { class: "grid-headbar", role: "presentation" }, this.corner, this.columnHeads);
    this.rowBar = el("div", { class: "grid-rowbar", role: "presentation" }, this.rowHeads);
    this.box = el("div", { class: "grid-box", role: "presentation" }, this.headBar, this.rowBar, this.cellLayer);
    const attributes = {
      class: "grid",
      role: "grid",
      tabindex: 0,
      "aria-label": "Cells",
      "aria-multiselectable": "true",
    };
    this.root = el("div", { ...attributes, "data-testid": "grid" }, this.box);
    host.append(this.root);
  }

  /** @param {Axis} rows @param {Axis} columns */
  setAxes(rows, columns) {
    [this.rows, this.columns] = [rows, columns];
    this.box.style.width = `${HEAD_WIDTH + columns.total + 60}px`;
    this.box.style.height = `${HEAD_HEIGHT + boxSize(rows.total) + 40}px`;
    this.root.setAttribute("aria-rowcount", String(rows.count));
    this.root.setAttribute("aria-colcount", String(columns.count));
    this.schedule();
  }

  /** An overlay is placed anew at every picture. @param {() => void} draw */
  addOverlay(draw) {
    this.overlays.push(draw);
  }

  schedule() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.render();
    });
  }

  render() {
    const frame = this.frame();
    this.cellLayer.style.transform = this.rowHeads.style.transform = `translateY(${this.at.shift}px)`;
    this.rowNodes.show(frame, this.parts.source);
    this.headNodes.show(frame, this.parts.heads);
    for (const draw of this.overlays) draw();
    this.parts.onShow(frame.rows[0] ?? 0, (frame.rows.at(-1) ?? 0) + 1);
  }

  /** @returns {import("./grid_rows.js").Frame} */
  frame() {
    const { width, height } = this.size();
    this.at = place(this.root.scrollTop, this.rows.total, height);
    const left = this.root.scrollLeft;
    const columns = this.columns.visible(
      this.columns.at(left - SPARE_PIXELS),
      this.columns.at(left + width + SPARE_PIXELS),
      MOST_CELLS / 4,
    );
    const most = Math.floor(MOST_CELLS / Math.max(1, columns.length));
    const seen = Math.ceil(height / ROW_HEIGHT) + 1;
    const spare = Math.max(0, Math.min(SPARE_ROWS, Math.floor((most - seen) / 2)));
    const first = this.rows.at(this.at.top - spare * ROW_HEIGHT);
    const rows = this.rows.visible(first, this.rows.at(this.at.top + height + spare * ROW_HEIGHT), most);
    return {
      rows,
      columns,
      top: (row) => this.top(row),
      left: (col) => this.columns.offset(col),
      width: (col) => this.columns.size(col),
    };
  }

  size() {
    return { width: this.root.clientWidth - HEAD_WIDTH, height: this.root.clientHeight - HEAD_HEIGHT };
  }

  /** @param {number} row @returns {number} pixels within the cell layer */
  top(row) {
    return this.rows.offset(row) - this.at.base;
  }

  /** Pixels of a range within the cell layer. @param {import("./grid_selection.js").Range} range */
  rectangle(range) {
    const [top, left] = [this.top(range.top), this.columns.offset(range.left)];
    return { top, left, width: this.columns.offset(range.right + 1) - left, height: this.top(range.bottom + 1) - top };
  }

  /** Scrolls as little as needed to show a cell. @param {number} row @param {number} col */
  reveal(row, col) {
    const { width, height } = this.size();
    const now = place(this.root.scrollTop, this.rows.total, height).top;
    const top = nearest(now, height, this.rows.offset(row), this.rows.size(row));
    if (top !== now) this.root.scrollTop = scrollFor(top, this.rows.total, height);
    this.root.scrollLeft = nearest(this.root.scrollLeft, width, this.columns.offset(col), this.columns.size(col));
    this.schedule();
  }

  /** What lies under the pointer. @param {{clientX: number, clientY: number}} event @returns {Spot} */
  spot(event) {
    const bounds = this.root.getBoundingClientRect();
    const [x, y] = [event.clientX - bounds.left - HEAD_WIDTH, event.clientY - bounds.top - HEAD_HEIGHT];
    const across = this.root.scrollLeft + Math.max(0, x);
    const down = place(this.root.scrollTop, this.rows.total, this.size().height).top + Math.max(0, y);
    const area = x < 0 ? (y < 0 ? "corner" : "rows") : y < 0 ? "columns" : "cells";
    return { area, row: this.rows.at(down), col: this.columns.at(across), x: across, y: down };
  }

  /** How many whole rows fit. @returns {number} */
  get page() {
    return Math.max(1, Math.floor(this.size().height / ROW_HEIGHT) - 1);
  }
}

function nearest(now, view, offset, size) {
  if (offset < now) return offset;
  return offset + size > now + view ? Math.min(offset, offset + size - view) : now;
}
