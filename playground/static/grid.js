/** The editable grid: brings view, selection, editor, clipboard and store together. */

import { letters } from "./dom.js";
import { Axis } from "./grid_axis.js";
import { Clipboard } from "./grid_clipboard.js";
import { Editor } from "./grid_editor.js";
import { Keys } from "./grid_keys.js";
import { openContextMenu } from "./grid_menus.js";
import { Overlays } from "./grid_overlays.js";
import { Pointer } from "./grid_pointer.js";
import { Selection } from "./grid_selection.js";
import { GridView, ROW_HEIGHT } from "./grid_view.js";
import { Widths } from "./grid_widths.js";

const MOST_CLEARED = 500_000;

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./grid_selection.js").Range} Range
 * @typedef {{store: Store, bar: HTMLTextAreaElement, say: (text: string) => void, onSelect: (grid: Grid) => void}} Parts
 */

export class Grid {
  /** @param {HTMLElement} host @param {Parts} parts */
  constructor(host, parts) {
    Object.assign(this, parts);
    this.sheetId = -1;
    this.selections = new Map();
    this.widths = new Widths("", -1);
    this.own = new Map();
    this.selection = new Selection();
    this.view = new GridView(host, {
      source: this.source(),
      heads: this.headState(),
      onShow: (first, last) => this.onShow(first, last),
    });
    this.overlays = new Overlays(this.view, this.selection);
    this.editor = new Editor(this.view.overLayer, this.bar, this.desk());
    this.view.addOverlay(() => this.editor.lie());
    [new Pointer(this), new Keys(this), new Clipboard(this)].forEach((part) => part);
    this.bar.addEventListener("focus", () => !this.editor.isOpen && this.startEdit(undefined, { focus: false }));
    this.store.addEventListener("cells", (event) => this.onCells(event.detail));
  }

  source() {
    return { cell: (row, col) => this.store.cell(this.sheetId, row, col), owned: (col) => this.own.has(col) };
  }

  headState() {
    const grid = this;
    return {
      get own() {
        return grid.own;
      },
      get filtered() {
        return grid.tab?.filter?.column ?? -1;
      },
      selected: (axis, index) => grid.selection.touches(axis, index),
    };
  }

  desk() {
    return {
      commit: (place, text) => this.edit({ op: "set", row: place.row, column: place.col, value: text }),
      done: (move) => this.afterEdit(move),
      rectangle: ({ row, col }) => this.view.rectangle({ top: row, bottom: row, left: col, right: col }),
    };
  }

  /** @returns {import("./store.js").Tab|undefined} the tab shown */
  get tab() {
    return this.store.tab(this.sheetId);
  }

  /** Shows a tab, with selection and place as they were when it was left. @param {number} sheetId */
  show(sheetId) {
    if (sheetId === this.sheetId && this.fileId === this.store.meta.id) return this.refresh();
    this.leave();
    [this.sheetId, this.fileId] = [sheetId, this.store.meta.id];
    this.widths = new Widths(this.fileId, sheetId);
    const kept = this.selections.get(this.key) ?? { row: 0, col: 0, top: 0, left: 0 };
    this.refresh();
    this.selection.select(kept.row, kept.col);
    this.view.root.scrollTo(kept.left, kept.top);
    return this.selected({ reveal: false });
  }

  leave() {
    this.editor.commit();
    this.forgetCopy();
    if (this.sheetId < 0) return;
    const { scrollTop, scrollLeft } = this.view.root;
    this.selections.set(this.key, { ...this.selection.active, top: scrollTop, left: scrollLeft });
  }

  get key() {
    return `${this.fileId}/${this.sheetId}`;
  }

  /** Takes over size, widths, filter and own columns of the tab. */
  refresh() {
    const { tab } = this;
    if (!tab) return;
    const hidden = this.store.hidden(this.sheetId);
    this.own = new Map(tab.ownColumns.map(({ index, key }) => [index, key]));
    this.selection.resize(tab.rows, tab.columns);
    const rows = new Axis(tab.rows, (row) => (hidden.has(row) ? 0 : ROW_HEIGHT));
    this.view.setAxes(rows, new Axis(tab.columns, (column) => this.widths.of(column)));
    this.onSelect(this);
  }

  onShow(first, last) {
    if (this.tab) this.store.look(this.sheetId, first, last);
  }

  onCells({ sheetId, changed }) {
    if (sheetId !== this.sheetId) return;
    if (!this.widths.fitted && this.store.cell(sheetId, 0, 0) !== undefined) this.fitWidths();
    this.view.schedule();
    this.onSelect(this);
    if (changed.length)
      requestAnimationFrame(() => changed.forEach(([row, col]) => this.view.rowNodes.flash(row, col)));
  }

  fitWidths() {
    this.widths.fit(this.tab.columns, (row, col) => this.textAt(row, col));
    this.refresh();
  }

  /** @param {number} column @param {number} pixels */
  setWidth(column, pixels) {
    this.widths.set(column, pixels);
    this.refresh();
  }

  /** Call after the selection has changed. @param {{reveal?: boolean}} how */
  selected({ reveal = true }) {
    this.editor.commit();
    const { head } = this.selection;
    if (reveal) this.view.reveal(head.row, head.col);
    this.view.schedule();
    this.onSelect(this);
    if (document.activeElement !== this.view.root) this.view.root.focus({ preventScroll: true });
  }

  /** Moves the active cell. @param {{row: number, col: number}} by */
  step(by) {
    const { row, col } = this.selection.active;
    this.selection.select(
      by.row ? this.view.rows.step(row, by.row) : row,
      by.col ? this.view.columns.step(col, by.col) : col,
    );
    this.selected({});
  }

  /** @param {string} name A1 address or column letters with row @param {{row: number, col: number}} place */
  goTo({ row, col }) {
    this.selection.select(row, col);
    this.selected({});
  }

  /** @param {string} [text] what to start with instead of the cell's own content @param {{focus?: boolean}} [how] */
  startEdit(text, how) {
    const { row, col } = this.selection.active;
    this.view.reveal(row, col);
    this.editor.open({ row, col }, text ?? this.contentAt(row, col), how);
  }

  afterEdit(move) {
    if (move) this.step(move);
    else this.onSelect(this);
    if (
      this.view.root.contains(document.activeElement) ||
      document.activeElement === document.body ||
      document.activeElement === this.bar
    ) {
      this.view.root.focus({ preventScroll: true });
    }
  }

  /** @param {number} row @param {number} col @returns {string} */
  textAt(row, col) {
    return this.store.cell(this.sheetId, row, col)?.v ?? "";
  }

  /** What one edits: a formula rather than what it comes to. @param {number} row @param {number} col */
  contentAt(row, col) {
    const cell = this.store.cell(this.sheetId, row, col);
    return cell?.f ?? cell?.v ?? "";
  }

  /** @param {Range} range @returns {string[][]|null} null when some of it is not here yet */
  texts({ top, left, bottom, right }) {
    const rows = this.shownRows(top, bottom);
    if (rows.some((row) => this.store.cell(this.sheetId, row, left) === undefined)) return null;
    return rows.map((row) => Array.from({ length: right - left + 1 }, (_, at) => this.textAt(row, left + at)));
  }

  async fetchTexts(range) {
    await this.store.fetch(this.sheetId, range.top, range.bottom + 1);
    return this.texts(range) ?? [];
  }

  shownRows(top, bottom) {
    return this.view.rows.visible(top, bottom, Infinity);
  }

  /** @param {number} column @returns {Promise<string[]>} */
  columnTexts(column) {
    return this.store.column(this.sheetId, column);
  }

  /**
   * One edit of this tab; what goes wrong is said, not thrown.
   * @param {{op: string} & Object<string, *>} op
   * @returns {Promise<any|null>}
   */
  async edit(op) {
    this.forgetCopy();
    const { widths, sheetId } = this;
    try {
      const answer = await this.store.edit({ sheetId, ...op });
      widths.follow(op);
      if (widths === this.widths) this.refresh();
      return answer;
    } catch (error) {
      this.say(error.message);
      return null;
    }
  }

  clearSelected() {
    const { top, left, bottom, right } = this.selection.range;
    const [height, width] = [bottom - top + 1, right - left + 1];
    if (height * width > MOST_CLEARED) return this.say("That is too much to clear at once.");
    return this.pasteAt(
      { top, left, bottom, right },
      Array.from({ length: height }, () => Array(width).fill("")),
    );
  }

  /** @param {Range} range its top left corner counts @param {string[][]} cells */
  async pasteAt({ top, left }, cells) {
    if (cells.length === 1 && cells[0].length === 1)
      return this.edit({ op: "set", row: top, column: left, value: cells[0][0] });
    const done = this.edit({ op: "paste", row: top, column: left, cells });
    this.selection.extend(top + cells.length - 1, left + Math.max(...cells.map((line) => line.length)) - 1);
    this.view.schedule();
    return done;
  }

  /** Moves the selected whole rows or columns. @param {"row"|"column"} axis @param {number} to before which line */
  async moveSelected(axis, to) {
    const { top, bottom, left, right } = this.selection.range;
    const [from, count] = axis === "row" ? [top, bottom - top + 1] : [left, right - left + 1];
    if (to >= from && to <= from + count) return;
    const at = to > from ? to - count : to;
    await this.edit({ op: axis === "row" ? "moveRows" : "moveColumns", from, count, to });
    this.selection.select(axis === "row" ? at : 0, axis === "row" ? 0 : at, axis === "row" ? "rows" : "columns");
    this.selection.extend(axis === "row" ? at + count - 1 : 0, axis === "row" ? 0 : at + count - 1);
    this.selected({ reveal: false });
  }

  undo() {
    return this.edit({ op: "undo" });
  }

  /** @param {Range} range gets the dashed frame of something copied */
  markCopied(range) {
    this.overlays.copied = range;
    this.view.schedule();
  }

  forgetCopy() {
    this.overlays.copied = null;
    this.view.schedule();
  }

  /** @param {{x: number, y: number}} point */
  openContextMenu(point) {
    openContextMenu(this, point);
  }

  /** @returns {string} like A1 or A1:C3 */
  get address() {
    const { active, range, isMany } = this.selection;
    if (!isMany) return `${letters(active.col)}${active.row + 1}`;
    return `${letters(range.left)}${range.top + 1}:${letters(range.right)}${range.bottom + 1}`;
  }
}
