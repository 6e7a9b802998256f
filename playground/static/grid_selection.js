/** What is selected: an active cell and a range around it. Knows no nodes. */

/**
 * @typedef {{top: number, left: number, bottom: number, right: number}} Range all four inclusive
 * @typedef {"cells"|"rows"|"columns"|"all"} Kind
 */

export class Selection {
  constructor() {
    this.rows = this.columns = 1;
    this.active = { row: 0, col: 0 };
    this.head = { row: 0, col: 0 };
    /** @type {Kind} */
    this.kind = "cells";
  }

  /** @param {number} rows @param {number} columns the sheet's size; the selection is pulled inside */
  resize(rows, columns) {
    [this.rows, this.columns] = [rows, columns];
    this.active = this.inside(this.active);
    this.head = this.inside(this.head);
  }

  /** @param {number} row @param {number} col @param {Kind} [kind] */
  select(row, col, kind = "cells") {
    this.kind = kind;
    this.active = this.inside({ row, col });
    this.head = this.active;
  }

  /** Stretches the range to a cell, the active cell stays. @param {number} row @param {number} col */
  extend(row, col) {
    this.head = this.inside({ row, col });
  }

  selectAll() {
    this.kind = "all";
    this.head = this.active;
  }

  /** @returns {Range} */
  get range() {
    const range = {
      top: Math.min(this.active.row, this.head.row),
      bottom: Math.max(this.active.row, this.head.row),
      left: Math.min(this.active.col, this.head.col),
      right: Math.max(this.active.col, this.head.col),
    };
    if (this.kind === "rows" || this.kind === "all") Object.assign(range, { left: 0, right: this.columns - 1 });
    if (this.kind === "columns" || this.kind === "all") Object.assign(range, { top: 0, bottom: this.rows - 1 });
    return range;
  }

  /** @returns {boolean} more than one cell */
  get isMany() {
    const { top, left, bottom, right } = this.range;
    return top !== bottom || left !== right;
  }

  /** How a header stands to the selection. @param {"row"|"column"} axis @param {number} index @returns {""|"part"|"whole"} */
  touches(axis, index) {
    const range = this.range;
    const [from, to] = axis === "row" ? [range.top, range.bottom] : [range.left, range.right];
    if (index < from || index > to) return "";
    return this.kind === "all" || this.kind === `${axis}s` ? "whole" : "part";
  }

  inside({ row, col }) {
    return { row: clamp(row, this.rows), col: clamp(col, this.columns) };
  }
}

function clamp(index, count) {
  return Math.max(0, Math.min(index, count - 1));
}
