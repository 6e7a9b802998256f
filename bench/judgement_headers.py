"""How well headers are read, and how well columns are known once their headers are gone."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from addon.leads.guess import guess_columns
from addon.leads.model import Cell, Field, Reading, Rows
from addon.leads.table import table_from
from bench.judged import Judged, share

SHEETS = Path(__file__).resolve().parents[1] / "tests" / "data" / "sheets"

OTHER_NAMES = {"company_size": Field.EMPLOYEES}
"""What the labels call our fields."""

OURS_ONLY = {
    Field.CHALLENGE: Field.NOTES,
    Field.LANGUAGE: None,
    Field.SALUTATION: None,
    Field.CITY: None,
    Field.TIME_ZONE: None,
}
"""Fields the labels of headers do not know, and what they call such a column."""


@dataclass
class Tally:
    """Counts over columns: right ones, and those said to hold a field, rightly or not, and those that do."""

    right: int = 0
    columns: int = 0
    said: int = 0
    rightly: int = 0
    held: int = 0
    found: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, said: str | None, gold: str | None, also: Iterable[str], where: str) -> None:
        """Count one column; ``also`` are fields that are as right, for a second column of the kind."""
        is_right = said == gold or (said is not None and said in also)
        self.columns += 1
        self.right += is_right
        self.said += said is not None
        self.rightly += said is not None and is_right
        self.held += gold is not None
        self.found += gold is not None and said == gold
        if not is_right:
            self.wrong.append(f"{where}: {said or 'none'} for {gold or 'none'}")

    def judged(self, name: str, aims: tuple[float, float, float] | None) -> Iterator[Judged]:
        """Yield accuracy over all columns, precision over those said and recall over those held."""
        accuracy, precision, recall = aims or (None, None, None)
        yield share(f"{name}: accuracy", self.right, self.columns, accuracy)
        yield share(f"{name}: precision", self.rightly, self.said, precision)
        yield share(f"{name}: recall", self.found, self.held, recall)


def judge(folder: Path) -> list[Judged]:
    """Judge header rows labelled by others, if they are in ``folder``, and our own sheets without their headers."""
    labelled = folder / "spreadsheets" / "headers.jsonl"
    return [*(_headers(_lines(labelled)) if labelled.is_file() else ()), *_removed(_lines(SHEETS / "gold.jsonl"))]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _headers(sheets: list[dict[str, Any]]) -> Iterator[Judged]:
    whole, addresses, with_address, traps = Tally(), 0, 0, []
    for sheet in sheets:
        said = {header: name for name, header in guess_columns(sheet["headers"], []).headers.items()}
        mapping = {header: _label(sheet["mapping"].get(header)) for header in sheet["headers"]}
        for header, gold in mapping.items():
            named = said.get(header)
            told = OURS_ONLY.get(named, named) if named else None
            also = [label for name in sheet.get("also_ok", {}).get(header, ()) if (label := _label(name))]
            whole.count(told, gold, also, f"{sheet['id']} {header!r}")
            if gold is None and told is not None and told not in also:
                traps.append(f"{header} ({sheet.get('tool', '')}): {told}")
        if Field.EMAIL in mapping.values():
            with_address += 1
            addresses += mapping.get(next((h for h, name in said.items() if name == Field.EMAIL), "")) == Field.EMAIL
    yield from whole.judged("headers", (0.95, 0.98, 0.90))
    yield share("headers: sheets with the right e-mail column", addresses, with_address, 0.98)
    yield Judged(name="headers: trap columns wrong", value=len(traps), aim=0, is_ceiling=True, detail="; ".join(traps))


def _removed(sheets: list[dict[str, Any]]) -> Iterator[Judged]:
    whole: Tally = Tally()
    by_language: Mapping[str, Tally] = defaultdict(Tally)
    for sheet in sheets:
        with (SHEETS / sheet["file"]).open(encoding="utf-8", newline="") as text:
            rows: list[list[Cell]] = [[_typed(cell) for cell in row] for row in csv.reader(text)]
        table = table_from(Reading(spans=(Rows(first=0, cells=rows[1:]),)))
        said = {table.headers.index(name): field for field, name in table.columns.headers.items()}
        for index, gold in enumerate(sheet["fields"]):
            also = sheet.get("also_ok", {}).get(str(index), ())
            for tally in (whole, by_language[sheet["lang"]]):
                tally.count(said.get(index), gold, also, f"{sheet['file']} {rows[0][index]!r}")
    yield from whole.judged("headers removed", (0.85, 0.95, 0.80))
    for language, tally in sorted(by_language.items()):
        yield from tally.judged(f"headers removed, {language}", None)
    yield Judged(name="headers removed: wrong columns", value=len(whole.wrong), detail="; ".join(whole.wrong[:40]))


def _typed(cell: str) -> Cell:
    """Return a cell as Sheets would read it: plain figures without a leading 0 are numbers."""
    return int(cell) if cell.isdecimal() and not cell.startswith("0") and len(cell) < 15 else cell


def _label(name: str | None) -> str | None:
    known = OTHER_NAMES.get(name or "", name)
    return known if known in tuple(Field) else None
