/** Copy, cut and paste through the browser's own clipboard events. */

import { fromTsv, tile, toTsv } from "./grid_tsv.js";

const MOST_COPIED = 2_000_000;
const MOST_PASTED = 500_000;

export class Clipboard {
  /** @param {import("./grid.js").Grid} grid */
  constructor(grid) {
    this.grid = grid;
    const root = grid.view.root;
    root.addEventListener("copy", (event) => this.isOurs(event) && this.copy(event));
    root.addEventListener("cut", (event) => this.isOurs(event) && this.cut(event));
    root.addEventListener("paste", (event) => this.isOurs(event) && this.paste(event));
  }

  isOurs(event) {
    return !(event.target instanceof HTMLTextAreaElement);
  }

  copy(event) {
    event.preventDefault();
    const range = this.grid.selection.range;
    const size = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (size > MOST_COPIED) return this.grid.say("This selection is too large to copy at once.");
    const cells = this.grid.texts(range);
    if (cells) event.clipboardData.setData("text/plain", toTsv(cells));
    else this.copyLater(range);
    return this.grid.markCopied(range);
  }

  /** Rows never looked at must be fetched first, which is too late for the event itself. */
  async copyLater(range) {
    const cells = await this.grid.fetchTexts(range);
    await navigator.clipboard.writeText(toTsv(cells)).catch(() => this.grid.say("The browser did not allow copying."));
  }

  cut(event) {
    this.copy(event);
    this.grid.clearSelected();
  }

  paste(event) {
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    if (!text) return;
    const range = this.grid.selection.range;
    const table = fromTsv(text);
    const cells = tile(table, range.bottom - range.top + 1, range.right - range.left + 1);
    if (cells.reduce((sum, line) => sum + line.length, 0) > MOST_PASTED)
      this.grid.say("That is too much to paste at once. Open it as a CSV file instead.");
    else this.grid.pasteAt(range, cells);
  }
}
