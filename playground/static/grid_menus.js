/** The grid's context menu, and the edits the toolbar shares with it. */

import { letters } from "./dom.js";
import { openMenu } from "./menu.js";
import { openFilter } from "./grid_filter.js";

/** @typedef {import("./grid_selection.js").Range} Range */

/** @param {import("./grid.js").Grid} grid @param {{x: number, y: number}} point */
export function openContextMenu(grid, point) {
  const { kind } = grid.selection;
  const clear = { label: "Clear cells", hint: "Delete", run: () => grid.clearSelected() };
  const entries = [clear, "line"];
  if (kind !== "columns") entries.push(...rowEntries(grid));
  if (kind === "cells") entries.push("line");
  if (kind !== "rows") entries.push(...columnEntries(grid), "line", ...orderEntries(grid));
  openMenu(point, entries, "Cells");
}

/** @param {import("./grid.js").Grid} grid @returns {import("./menu.js").Entry[]} */
export function rowEntries(grid) {
  const { top, bottom } = grid.selection.range;
  const [count, many] = [bottom - top + 1, plural(bottom - top + 1, "row")];
  return [
    {
      label: `Insert ${many} above`,
      icon: "rowAdd",
      run: () => grid.edit({ op: "insertRows", at: top, count }),
      testid: "rows-above",
    },
    {
      label: `Insert ${many} below`,
      icon: "rowAdd",
      run: () => grid.edit({ op: "insertRows", at: bottom + 1, count }),
      testid: "rows-below",
    },
    {
      label: `Delete ${count === 1 ? `row ${top + 1}` : `rows ${top + 1}–${bottom + 1}`}`,
      icon: "rowDelete",
      run: () => grid.edit({ op: "deleteRows", at: top, count }),
      testid: "delete-rows",
    },
  ];
}

/** @param {import("./grid.js").Grid} grid @returns {import("./menu.js").Entry[]} */
export function columnEntries(grid) {
  const { left, right } = grid.selection.range;
  const [count, many] = [right - left + 1, plural(right - left + 1, "column")];
  const named = count === 1 ? `column ${letters(left)}` : `columns ${letters(left)}–${letters(right)}`;
  return [
    {
      label: `Insert ${many} left`,
      icon: "columnAdd",
      run: () => grid.edit({ op: "insertColumns", at: left, count }),
      testid: "columns-left",
    },
    {
      label: `Insert ${many} right`,
      icon: "columnAdd",
      run: () => grid.edit({ op: "insertColumns", at: right + 1, count }),
      testid: "columns-right",
    },
    {
      label: `Delete ${named}`,
      icon: "columnDelete",
      run: () => grid.edit({ op: "deleteColumns", at: left, count }),
      testid: "delete-columns",
    },
  ];
}

/** @param {import("./grid.js").Grid} grid @returns {import("./menu.js").Entry[]} */
export function orderEntries(grid) {
  const column = grid.selection.active.col;
  const { left, right } = grid.selection.range;
  const entries = [
    {
      label: `Sort sheet by column ${letters(column)}, A to Z`,
      icon: "sortUp",
      run: () => sortSheet(grid, false),
      testid: "sort-up",
    },
    {
      label: `Sort sheet by column ${letters(column)}, Z to A`,
      icon: "sortDown",
      run: () => sortSheet(grid, true),
      testid: "sort-down",
    },
    {
      label: `Filter by column ${letters(column)}…`,
      icon: "filter",
      run: () => openFilter(grid, column),
      testid: "filter",
    },
  ];
  if (left < right)
    entries.splice(2, 0, {
      label: "Sort only the selected columns, A to Z",
      icon: "sortUp",
      run: () => sortColumns(grid),
      testid: "sort-columns",
    });
  if (grid.tab?.filter)
    entries.push({
      label: "Remove filter",
      icon: "close",
      run: () => grid.edit({ op: "clearFilter" }),
      testid: "clear-filter",
    });
  return entries;
}

/** Sorts all rows below the header by the active cell's column. @param {import("./grid.js").Grid} grid @param {boolean} descending */
export function sortSheet(grid, descending) {
  return grid.edit({ op: "sort", column: grid.selection.active.col, descending, firstRow: 1 });
}

/** Sorts the selected columns and leaves the others, which tears rows apart as it does in Sheets. */
function sortColumns(grid) {
  const { left, right } = grid.selection.range;
  return grid.edit({
    op: "sort",
    column: grid.selection.active.col,
    descending: false,
    firstRow: 1,
    firstColumn: left,
    lastColumn: right,
  });
}

function plural(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
