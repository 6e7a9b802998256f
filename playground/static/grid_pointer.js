/** The mouse over the grid: selecting, resizing columns, dragging selected lines elsewhere. */

import { measure } from "./grid_widths.js";

const EDGE = 24;
const STEP = 18;

export class Pointer {
  /** @param {import("./grid.js").Grid} grid */
  constructor(grid) {
    this.grid = grid;
    this.view = grid.view;
    this.drag = null;
    const root = this.view.root;
    root.addEventListener("pointerdown", (event) => this.down(event));
    root.addEventListener("pointermove", (event) => this.move(event));
    root.addEventListener("pointerup", (event) => this.up(event));
    root.addEventListener("pointercancel", () => this.stop());
    root.addEventListener("dblclick", (event) => this.twice(event));
    root.addEventListener("contextmenu", (event) => this.menu(event));
  }

  down(event) {
    if (event.button !== 0 || this.isOutside(event)) return;
    const column = resized(event);
    const spot = this.view.spot(event);
    if (column !== null) this.drag = { kind: "resize", column, x: event.clientX, width: this.grid.widths.of(column) };
    else if (this.startsMove(spot))
      this.drag = { kind: "move", axis: spot.area === "rows" ? "row" : "column", moved: false, spot };
    else this.startSelect(event, spot);
    this.view.root.setPointerCapture(event.pointerId);
  }

  /** Scroll bars and the open editor lie inside the grid's box too. */
  isOutside(event) {
    const bounds = this.view.root.getBoundingClientRect();
    const onBar =
      event.clientX - bounds.left > this.view.root.clientWidth ||
      event.clientY - bounds.top > this.view.root.clientHeight;
    return onBar || event.target instanceof HTMLTextAreaElement;
  }

  startsMove(spot) {
    const { selection } = this.grid;
    if (spot.area === "rows") return selection.kind === "rows" && selection.touches("row", spot.row) === "whole";
    return spot.area === "columns" && selection.kind === "columns" && selection.touches("column", spot.col) === "whole";
  }

  startSelect(event, spot) {
    const { selection } = this.grid;
    this.drag = { kind: "select" };
    if (event.shiftKey) selection.extend(spot.row, spot.col);
    else this.selectAt(spot);
    this.grid.selected({ reveal: false });
  }

  selectAt(spot) {
    const { selection } = this.grid;
    if (spot.area === "corner") selection.selectAll();
    else if (spot.area === "rows") selection.select(spot.row, 0, "rows");
    else if (spot.area === "columns") selection.select(0, spot.col, "columns");
    else selection.select(spot.row, spot.col);
  }

  move(event) {
    if (!this.drag) return;
    const spot = this.view.spot(event);
    if (this.drag.kind === "resize") this.resize(event);
    else if (this.drag.kind === "select") this.stretch(event, spot);
    else this.aim(event, spot);
  }

  resize(event) {
    this.grid.setWidth(this.drag.column, this.drag.width + event.clientX - this.drag.x);
  }

  stretch(event, spot) {
    this.grid.selection.extend(spot.row, spot.col);
    this.scrollAtEdge(event);
    this.grid.selected({ reveal: false });
  }

  aim(event, spot) {
    const { axis, spot: start } = this.drag;
    this.drag.moved ||= axis === "row" ? spot.row !== start.row : spot.col !== start.col;
    if (!this.drag.moved) return;
    this.grid.overlays.dropAt = {
      axis,
      at:
        axis === "row"
          ? this.between(this.view.rows, spot.row, spot.y)
          : this.between(this.view.columns, spot.col, spot.x),
    };
    this.scrollAtEdge(event);
    this.view.schedule();
  }

  between(axis, index, pixels) {
    return pixels > axis.offset(index) + axis.size(index) / 2 ? index + 1 : index;
  }

  scrollAtEdge(event) {
    const bounds = this.view.root.getBoundingClientRect();
    if (event.clientY > bounds.bottom - EDGE) this.view.root.scrollTop += STEP;
    if (event.clientY < bounds.top + EDGE) this.view.root.scrollTop -= STEP;
    if (event.clientX > bounds.right - EDGE) this.view.root.scrollLeft += STEP;
    if (event.clientX < bounds.left + EDGE) this.view.root.scrollLeft -= STEP;
  }

  up() {
    const drag = this.drag;
    const aim = this.grid.overlays.dropAt;
    this.stop();
    if (drag?.kind !== "move") return;
    if (drag.moved && aim) this.grid.moveSelected(aim.axis, aim.at);
    else if (!drag.moved) this.selectAt(drag.spot);
    this.grid.selected({ reveal: false });
  }

  stop() {
    this.drag = null;
    this.grid.overlays.dropAt = null;
    this.view.schedule();
  }

  twice(event) {
    const column = resized(event);
    if (column !== null) return this.fit(column);
    if (this.isOutside(event) || this.view.spot(event).area !== "cells") return undefined;
    return this.grid.startEdit();
  }

  fit(column) {
    const widths = [...this.view.rowNodes.bound.keys()].map((row) => measure(this.grid.textAt(row, column), row === 0));
    this.grid.setWidth(column, Math.max(...widths, measure("AA") + 20));
  }

  menu(event) {
    if (this.isOutside(event)) return;
    event.preventDefault();
    const spot = this.view.spot(event);
    if (!this.isSelected(spot)) this.selectAt(spot);
    this.grid.selected({ reveal: false });
    this.grid.openContextMenu({ x: event.clientX, y: event.clientY });
  }

  isSelected(spot) {
    const { selection } = this.grid;
    const [row, column] = [selection.touches("row", spot.row), selection.touches("column", spot.col)];
    if (spot.area === "rows") return row === "whole";
    return spot.area === "columns" ? column === "whole" : row !== "" && column !== "";
  }
}

function resized(event) {
  if (!(event.target instanceof HTMLElement) || event.target.dataset.resize === undefined) return null;
  return Number(event.target.parentElement.dataset.headCol);
}
