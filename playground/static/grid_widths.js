/** Column widths: a matter of this page, kept in the browser by file and tab. */

export const DEFAULT_WIDTH = 100;
const LEAST = 32;
const MOST = 800;
const FIT_MOST = 230;
const SAMPLE_ROWS = 40;
/** One long text in forty does not widen the column. */
const USUAL = 37;

/** Widths of one tab's columns. */
export class Widths {
  /** @param {string} fileId @param {number} sheetId */
  constructor(fileId, sheetId) {
    this.key = `widths/${fileId}/${sheetId}`;
    /** @type {(number|null)[]} */
    this.sizes = read(this.key);
    this.fitted = this.sizes.length > 0;
  }

  /** @param {number} column @returns {number} pixels */
  of(column) {
    return this.sizes[column] ?? DEFAULT_WIDTH;
  }

  /** @param {number} column @param {number} pixels */
  set(column, pixels) {
    while (this.sizes.length < column) this.sizes.push(null);
    this.sizes[column] = Math.round(Math.max(LEAST, Math.min(MOST, pixels)));
    this.save();
  }

  /** Widths follow the columns the user moves. @param {{op: string, at?: number, from?: number, to?: number, count?: number}} edit */
  follow(edit) {
    const sizes = this.sizes;
    if (edit.op === "insertColumns") sizes.splice(edit.at, 0, ...Array(edit.count).fill(null));
    else if (edit.op === "deleteColumns") sizes.splice(edit.at, edit.count);
    else if (edit.op === "moveColumns") move(sizes, edit.from, edit.count, edit.to);
    else return;
    this.save();
  }

  /**
   * A first guess from what the columns hold, as Google makes it when a file is imported.
   * @param {number} columns @param {(row: number, column: number) => string} text
   */
  fit(columns, text) {
    this.fitted = true;
    for (let column = 0; column < columns; column += 1) {
      const needed = Array.from({ length: SAMPLE_ROWS }, (_, row) => measure(text(row + 1, column))).sort(
        (a, b) => a - b,
      );
      const most = Math.max(measure(text(0, column), true), needed[USUAL]);
      if (most > DEFAULT_WIDTH) this.set(column, Math.min(FIT_MOST, most));
    }
  }

  save() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.sizes));
    } catch {
      // A full or forbidden storage only costs the widths at the next visit.
    }
  }
}

/** @param {string} text @param {boolean} [isBold] @returns {number} pixels a cell needs to show it on one line */
export function measure(text, isBold = false) {
  if (!text) return 0;
  pen.font = `${isBold ? "bold " : ""}13px Roboto, Arial, "Liberation Sans", sans-serif`;
  return Math.ceil(pen.measureText(text.slice(0, 200)).width) + 12;
}

const pen = document.createElement("canvas").getContext("2d");

function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.map((size) => (typeof size === "number" ? size : null)) : [];
  } catch {
    return [];
  }
}

function move(sizes, from, count, to) {
  while (sizes.length < Math.max(from + count, to)) sizes.push(null);
  const taken = sizes.splice(from, count);
  sizes.splice(to > from ? to - count : to, 0, ...taken);
}
