/** One open spreadsheet as the page knows it: its tabs, windows of its cells, edits on their way, changes by others. */

import { ApiError, getJson, postJson } from "./api.js";
import { BLOCK, Blocks, differences } from "./store_blocks.js";

/** @typedef {import("./store_blocks.js").Cell} Cell */
/**
 * @typedef {{column: number, values: string[]}} Filter
 * @typedef {{sheetId: number, title: string, rows: number, columns: number, hidden: boolean, filter: Filter|null,
 *   ownColumns: {index: number, key: string}[], hiddenRows?: number[]}} Tab
 * @typedef {{id: string, title: string, version: number, locale: string, timeZone: string, tabs: Tab[]}} FileMeta
 */

const POLL_MS = 250;
const FETCHES = 3;
const COLUMN_WINDOW = 2000;

/** Emits `meta` (tabs changed), `cells` (detail: sheetId, changed [[row, column]]), `lost` (detail: message), `found`,
 *  `gone` (no such file any more). */
export class Store extends EventTarget {
  constructor() {
    super();
    /** @type {FileMeta|null} */
    this.meta = null;
    this.blocks = new Blocks();
    this.version = 0;
    this.own = new Set();
    this.pending = 0;
    this.fetches = 0;
    this.view = null;
    this.hiddenRows = new Map();
    this.polling = false;
    this.lost = false;
  }

  /** @param {string} fileId @returns {Promise<FileMeta>} @throws {ApiError} when there is no such file */
  async open(fileId) {
    const meta = await getJson(`/play/files/${encodeURIComponent(fileId)}`);
    this.forget();
    this.version = meta.version;
    this.setMeta(meta);
    this.startPolling();
    return meta;
  }

  forget() {
    this.blocks = new Blocks();
    this.hiddenRows.clear();
    this.own.clear();
    this.view = null;
  }

  /** @param {number} sheetId @returns {Tab|undefined} */
  tab(sheetId) {
    return this.meta?.tabs.find((tab) => tab.sheetId === sheetId);
  }

  /** @param {number} sheetId @param {number} row @param {number} column @returns {Cell|null|undefined} undefined: not loaded */
  cell(sheetId, row, column) {
    return this.blocks.cell(sheetId, row, column);
  }

  /** @param {number} sheetId @returns {Set<number>} rows a filter hides, as far as they are known */
  hidden(sheetId) {
    return this.hiddenRows.get(sheetId) ?? new Set();
  }

  /** The shown text of a cell, fetched if need be. @returns {Promise<string>} */
  async text(sheetId, row, column) {
    const index = Math.floor(row / BLOCK);
    if (!this.blocks.find(sheetId, index)?.fresh) await this.load(sheetId, index);
    return this.cell(sheetId, row, column)?.v ?? "";
  }

  /** Says which rows [first, last) are looked at; missing ones are fetched, the newest wish first. */
  look(sheetId, first, last) {
    this.view = { sheetId, first: Math.floor(first / BLOCK), last: Math.ceil(last / BLOCK) };
    this.pump();
  }

  /** Shown texts of a whole column, read in large windows past the cache. @returns {Promise<string[]>} */
  async column(sheetId, column) {
    const rows = this.tab(sheetId)?.rows ?? 0;
    const texts = [];
    for (let first = 0; first < rows; first += COLUMN_WINDOW) {
      const answer = await getJson(this.cellsPath(sheetId, first, Math.min(rows, first + COLUMN_WINDOW)));
      for (let at = 0; at < Math.min(COLUMN_WINDOW, rows - first); at += 1)
        texts.push(answer.rows[at]?.[column]?.v ?? "");
    }
    return texts;
  }

  /** @param {number} sheetId @param {number} first @param {number} last @returns {Promise<void>} all rows [first, last) are loaded */
  async fetch(sheetId, first, last) {
    for (let index = Math.floor(first / BLOCK); index * BLOCK < last; index += 1) {
      if (!this.blocks.find(sheetId, index)?.rows) await this.load(sheetId, index);
    }
  }

  /**
   * Sends one edit and reads back what it changed.
   * @param {{op: string, sheetId?: number} & Object<string, *>} op
   * @returns {Promise<any>} the playground's answer
   */
  async edit(op) {
    this.showAtOnce(op);
    this.pending += 1;
    try {
      const answer = await postJson(this.path("/edit"), op);
      this.own.add(answer.version);
      await this.poll();
      return answer;
    } catch (error) {
      if (op.sheetId !== undefined) this.blocks.spoil(op.sheetId, 0, Infinity, true);
      this.pump();
      throw error;
    } finally {
      this.pending -= 1;
    }
  }

  showAtOnce(op) {
    if (op.op === "set") this.putAll(op.sheetId, op.row, op.column, [[op.value]]);
    if (op.op === "paste") this.putAll(op.sheetId, op.row, op.column, op.cells);
  }

  putAll(sheetId, row, column, cells) {
    cells.forEach((line, down) =>
      line.forEach((value, right) => {
        this.blocks.put(sheetId, row + down, column + right, value === "" ? null : { v: value, k: guess(value) });
      }),
    );
    this.emit("cells", { sheetId, changed: [] });
  }

  /** Fetches what is looked at, then the block below and the one above: people go on scrolling. */
  pump() {
    if (!this.view || !this.meta) return;
    const { sheetId, first, last } = this.view;
    const end = Math.ceil((this.tab(sheetId)?.rows ?? 0) / BLOCK);
    const seen = Array.from({ length: last - first }, (_, at) => first + at);
    for (const index of [...seen, last, first - 1]) {
      if (this.fetches >= FETCHES) return;
      if (index < 0 || index >= end) continue;
      const block = this.blocks.open(sheetId, index);
      if (!block.fresh && !block.loading) this.load(sheetId, index).catch((error) => this.lose(error));
    }
  }

  async load(sheetId, index) {
    const block = this.blocks.open(sheetId, index);
    const [wanted, quiet, blocks] = [block.wanted, block.quiet, this.blocks];
    block.loading = true;
    this.fetches += 1;
    try {
      const answer = await getJson(this.cellsPath(sheetId, index * BLOCK, (index + 1) * BLOCK));
      if (blocks !== this.blocks) return;
      block.fresh = block.wanted === wanted;
      this.take(sheetId, index, block, answer, quiet);
    } finally {
      block.loading = false;
      this.fetches -= 1;
    }
    this.pump();
  }

  take(sheetId, index, block, answer, quiet) {
    const changed = quiet ? [] : differences(block.rows, answer.rows);
    block.rows = answer.rows;
    if (block.fresh) block.quiet = false;
    this.keepHidden(sheetId, index, answer.hiddenRows ?? []);
    this.blocks.trim();
    this.emit("cells", { sheetId, changed: changed.map(([row, column]) => [row + index * BLOCK, column]) });
  }

  /** The window's own answer is newer than the tab's list: a filter follows the cells. */
  keepHidden(sheetId, index, rows) {
    const known = this.hidden(sheetId);
    const here = [...known].filter((row) => Math.floor(row / BLOCK) === index);
    if (here.length === rows.length && rows.every((row) => known.has(row))) return;
    this.hiddenRows.set(sheetId, new Set([...known].filter((row) => Math.floor(row / BLOCK) !== index).concat(rows)));
    this.emit("meta", {});
  }

  startPolling() {
    if (this.polling) return;
    this.polling = true;
    const again = async () => {
      await this.poll().then(
        () => this.find(),
        (error) => this.lose(error),
      );
      setTimeout(again, document.hidden ? POLL_MS * 5 : POLL_MS);
    };
    setTimeout(again, POLL_MS);
  }

  async poll() {
    if (!this.meta) return;
    const [since, blocks] = [this.version, this.blocks];
    const answer = await getJson(this.path(`/changes?since=${since}`));
    if (blocks !== this.blocks || since !== this.version) return;
    if (answer.version < since) await this.startOver();
    else if (answer.version > since) await this.follow(answer, since);
  }

  async startOver() {
    this.forget();
    const meta = await getJson(this.path(""));
    this.version = meta.version;
    this.setMeta(meta);
  }

  async follow(answer, since) {
    this.version = answer.version;
    const quiet = this.pending > 0 || this.isOwn(since, answer.version);
    const structural = answer.changed.some((change) => change.structure);
    for (const change of answer.changed) this.spoil(change, quiet);
    if (structural) this.setMeta(await getJson(this.path("")));
    this.pump();
  }

  spoil(change, quiet) {
    if (!change.structure) return this.blocks.spoil(change.sheetId, change.first, change.last, quiet);
    return this.blocks.spoil(change.sheetId, 0, Infinity, true);
  }

  isOwn(since, version) {
    if (version - since > 50) return false;
    for (let each = since + 1; each <= version; each += 1) if (!this.own.has(each)) return false;
    return true;
  }

  setMeta(meta) {
    this.meta = meta;
    for (const tab of meta.tabs) this.hiddenRows.set(tab.sheetId, new Set(tab.hiddenRows ?? []));
    this.emit("meta", {});
  }

  lose(error) {
    if (error instanceof ApiError && error.status === 404) return this.emit("gone", {});
    this.lost = true;
    return this.emit("lost", { message: error.message });
  }

  find() {
    if (this.lost) this.emit("found", {});
    this.lost = false;
    this.pump();
  }

  path(rest) {
    return `/play/files/${encodeURIComponent(this.meta?.id ?? "")}${rest}`;
  }

  cellsPath(sheetId, first, last) {
    return this.path(`/tabs/${sheetId}/cells?first=${first}&last=${last}`);
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** The kind a typed text will probably have; the playground's answer corrects it. */
function guess(value) {
  if (/^[-+]?\d+([.,]\d+)?$/.test(value)) return "n";
  return /^(true|false)$/i.test(value) ? "b" : "s";
}
