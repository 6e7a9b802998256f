"""A tab as its page shows it: whose each column is, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Shown = tuple[str, str]
"""What a cell shows and its kind: s text, n number, b box, f formula, e error."""

BLANK: Shown = ("", "")


@dataclass(frozen=True)
class Grid:
    """One moment. ``own`` is our columns' keys by index."""

    title: str
    columns: Sequence[Sequence[Shown]]
    own: dict[int, str]

    def users(self) -> list[list[Shown]]:
        """Return the user's columns without the blanks at their ends; one without any cell is nobody's yet."""
        theirs = (_trimmed(cells) for index, cells in enumerate(self.columns) if index not in self.own)
        return [cells for cells in theirs if cells]

    def ours(self) -> Iterator[Shown]:
        for index in self.own:
            yield from self.columns[index]

    def index(self, key: str) -> int:
        """Return where our column is, or else the user's of that header."""
        marked = {name: index for index, name in self.own.items()}
        return marked[key] if key in marked else self.headers().index(key)

    def headers(self) -> list[str]:
        return ["" if index in self.own else cells[0][0] for index, cells in enumerate(self.columns)]

    def cells(self, key: str) -> list[str]:
        """Return what a column shows below row 1."""
        return [text for text, _ in self.columns[self.index(key)][1:]]

    def beside(self, header: str, key: str) -> dict[str, str]:
        """Return what our column ``key`` shows by the user's cell under ``header``."""
        return {name: cell for name, cell in zip(self.cells(header), self.cells(key), strict=True) if name}


def grid_of(tab: dict[str, Any], rows: Sequence[Sequence[dict[str, Any] | None]]) -> Grid:
    """Read a tab's description and its rows as ``/play/files`` gives them."""
    height = max((number for number, row in enumerate(rows, 1) if any(row)), default=0)
    return Grid(
        title=tab["title"],
        columns=[[_shown(row, index) for row in rows[:height]] for index in range(tab["columns"])],
        own={mark["index"]: mark["key"] for mark in tab["ownColumns"] if mark["key"] in OURS},
    )


OURS = ("Lead ID", "Score", "Tier", "Why", "Subject", "Draft", "Follow-up 1", "Follow-up 2", "Evidence", "Status")


def _shown(row: Sequence[dict[str, Any] | None], index: int) -> Shown:
    cell = row[index] if index < len(row) else None
    return (cell.get("f") or cell["v"], cell["k"]) if cell else BLANK


def _trimmed(cells: Sequence[Shown]) -> list[Shown]:
    height = max((number for number, cell in enumerate(cells, 1) if cell != BLANK), default=0)
    return list(cells[:height])
