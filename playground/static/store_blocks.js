/** Windows of cells the page has seen, kept as blocks of 200 rows, the longest unused thrown away first. */

export const BLOCK = 200;
const KEPT = 60;

/**
 * @typedef {{v: string, k: "n"|"s"|"b"|"e"|"f"}} Cell what is shown, and its kind
 * @typedef {{rows: (Cell|null)[][], fresh: boolean, loading: boolean, quiet: boolean, wanted: number, usedAt: number}} Block
 *   `quiet` keeps the page's own edits from flashing; `wanted` grows whenever the block goes stale
 */

export class Blocks {
  constructor() {
    /** @type {Map<number, Map<number, Block>>} */
    this.sheets = new Map();
    this.tick = 0;
  }

  /** @param {number} sheetId @param {number} index @returns {Block|undefined} */
  find(sheetId, index) {
    return this.sheets.get(sheetId)?.get(index);
  }

  /** @param {number} sheetId @param {number} index @returns {Block} an empty stale one if there was none */
  open(sheetId, index) {
    const sheet = this.sheets.get(sheetId) ?? new Map();
    this.sheets.set(sheetId, sheet);
    const block = sheet.get(index) ?? { rows: null, fresh: false, loading: false, quiet: false, wanted: 0, usedAt: 0 };
    block.usedAt = ++this.tick;
    sheet.set(index, block);
    return block;
  }

  /** @param {number} sheetId @param {number} row @param {number} column @returns {Cell|null|undefined} undefined: not here yet */
  cell(sheetId, row, column) {
    const rows = this.find(sheetId, Math.floor(row / BLOCK))?.rows;
    return rows ? (rows[row % BLOCK]?.[column] ?? null) : undefined;
  }

  /**
   * Marks rows [first, last) as to be fetched again; what is shown stays until then.
   * @param {number} sheetId @param {number} first @param {number} last @param {boolean} quiet
   */
  spoil(sheetId, first, last, quiet) {
    for (const [index, block] of this.sheets.get(sheetId) ?? []) {
      if (index * BLOCK >= last || (index + 1) * BLOCK <= first) continue;
      block.quiet = quiet && (block.quiet || block.fresh);
      block.fresh = false;
      block.wanted += 1;
    }
  }

  /** @param {number} sheetId @param {number} row @param {number} column @param {Cell|null} cell shown before the server has answered */
  put(sheetId, row, column, cell) {
    const rows = this.find(sheetId, Math.floor(row / BLOCK))?.rows;
    if (!rows) return;
    const line = (rows[row % BLOCK] ??= []);
    while (line.length < column) line.push(null);
    line[column] = cell;
  }

  /** Drops the blocks used longest ago, of all sheets together. */
  trim() {
    const all = [...this.sheets].flatMap(([sheetId, sheet]) =>
      [...sheet].map(([index, block]) => ({ sheetId, index, block })),
    );
    if (all.length <= KEPT) return;
    all.sort((a, b) => a.block.usedAt - b.block.usedAt);
    for (const { sheetId, index, block } of all.slice(0, all.length - KEPT)) {
      if (!block.loading) this.sheets.get(sheetId)?.delete(index);
    }
  }

  clear() {
    this.sheets.clear();
  }
}

/**
 * Where two readings of one block differ, as [row in the block, column].
 * @param {(Cell|null)[][]|null} before @param {(Cell|null)[][]} after
 * @returns {[number, number][]}
 */
export function differences(before, after) {
  if (!before) return [];
  const found = [];
  for (let row = 0; row < after.length; row += 1) {
    const [old, now] = [before[row] ?? [], after[row] ?? []];
    for (let column = 0; column < Math.max(old.length, now.length); column += 1) {
      if ((old[column]?.v ?? "") !== (now[column]?.v ?? "")) found.push([row, column]);
    }
  }
  return found;
}
