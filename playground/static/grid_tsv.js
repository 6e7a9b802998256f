/** Cells as the clipboard carries them: tab-separated, quoted where a cell holds a tab, a line break or a quote. */

/** @param {string[][]} cells @returns {string} */
export function toTsv(cells) {
  return cells.map((line) => line.map(quote).join("\t")).join("\n");
}

/** @param {string} text @returns {string[][]} a table; its lines may differ in length */
export function fromTsv(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  for (let end = "\t"; end !== "";) {
    const match = pattern.exec(text);
    end = match[3];
    rows.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (end !== "\t" && end !== "") rows.push([]);
  }
  return withoutLastEmpty(rows);
}

/** One value over many cells, or the table as it is. @param {string[][]} cells @param {number} rows @param {number} columns */
export function tile(cells, rows, columns) {
  const width = Math.max(...cells.map((line) => line.length));
  if (rows % cells.length || columns % width) return cells;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, col) => cells[row % cells.length][col % width] ?? ""),
  );
}

function quote(cell) {
  return /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function withoutLastEmpty(rows) {
  const last = rows.at(-1);
  if (rows.length > 1 && (last.length === 0 || (last.length === 1 && last[0] === ""))) rows.pop();
  return rows;
}
