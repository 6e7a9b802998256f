/** What is drawn over the cells: the selected range, the active cell, the copied range, the place a line would move to. */

import { el } from "./dom.js";

/** @typedef {import("./grid_selection.js").Range} Range */

export class Overlays {
  /** @param {import("./grid_view.js").GridView} view @param {import("./grid_selection.js").Selection} selection */
  constructor(view, selection) {
    [this.view, this.selection] = [view, selection];
    this.range = this.add("over-range");
    this.active = this.add("over-active");
    this.copy = this.add("over-copy");
    this.drop = this.add("over-drop");
    /** @type {Range|null} */
    this.copied = null;
    /** @type {{axis: "row"|"column", at: number}|null} */
    this.dropAt = null;
    view.addOverlay(() => this.draw());
  }

  add(name) {
    const node = el("div", { class: `over ${name}`, hidden: true });
    this.view.overLayer.append(node);
    return node;
  }

  draw() {
    const { active, range, isMany } = this.selection;
    this.lay(this.range, isMany ? range : null);
    this.lay(this.active, { top: active.row, bottom: active.row, left: active.col, right: active.col });
    this.lay(this.copy, this.copied);
    this.drawDrop();
    this.tell(this.view.rowNodes.cell(active.row, active.col));
  }

  /** Tells screen readers which cell is active; out of view there is none. */
  tell(cell) {
    if (cell !== this.told) this.told?.removeAttribute("aria-selected");
    this.told = cell;
    cell?.setAttribute("aria-selected", "true");
    if (cell) this.view.root.setAttribute("aria-activedescendant", cell.id);
    else this.view.root.removeAttribute("aria-activedescendant");
  }

  lay(node, range) {
    node.hidden = range === null;
    if (range === null) return;
    const { top, left, width, height } = this.view.rectangle(range);
    node.hidden = height === 0;
    Object.assign(node.style, {
      transform: `translate(${left - 1}px, ${top - 1}px)`,
      width: `${width + 1}px`,
      height: `${height + 1}px`,
    });
  }

  drawDrop() {
    this.drop.hidden = this.dropAt === null;
    if (!this.dropAt) return;
    const { axis, at } = this.dropAt;
    const isRow = axis === "row";
    const [x, y] = isRow
      ? [0, this.view.top(at)]
      : [this.view.columns.offset(at), this.view.at.top - this.view.at.base];
    const [width, height] = isRow ? [this.view.columns.total, 3] : [3, this.view.size().height];
    Object.assign(this.drop.style, {
      transform: `translate(${x - 1}px, ${y - 1}px)`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }
}
