"""How the reader of uploaded files does on broken spreadsheets: expected records equal, each refusal a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addon.adapters.table_files import UploadedFiles
from addon.errors import Invalid
from addon.leads.files_model import NewTab
from addon.leads.importing import new_tab
from addon.lib.text import cell_text
from bench.judged import Judged, share

Record = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: the first tab's records, a refusal, or a crash."""

    path: str
    records: Sequence[Record] | None = None
    refusal: str = ""
    crash: str = ""


def judge(folder: Path) -> list[Judged]:
    """Return figures over ``spreadsheets/csv_torture.jsonl``: lines of ``path`` and ``expected_records`` (or null)."""
    base = folder / "spreadsheets"
    lines = (base / "csv_torture.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    outcomes = [outcome_of(base, case["path"]) for case in cases]
    crashed = [each for each in outcomes if each.crash]
    refused = [each for each in outcomes if each.refusal]
    return [
        share("csv torture: no crash", len(cases) - len(crashed), len(cases), 1.0, _named(crashed, "crash")),
        share("csv torture: refusals that say why", _say_why(refused), len(refused), 1.0, _named(refused, "refusal")),
        *_equal(base, cases, outcomes),
    ]


def outcome_of(base: Path, path: str) -> Outcome:
    """Read one file as an import does."""
    try:
        read = UploadedFiles().read(path, (base / path).read_bytes())
        return Outcome(path=path, records=records_of(new_tab(read.tabs[0], is_text=read.is_text)))
    except Invalid as refusal:
        return Outcome(path=path, refusal=refusal.message)
    except Exception as error:  # a crash is what is measured
        return Outcome(path=path, crash=repr(error)[:200])


def records_of(tab: NewTab) -> list[Record]:
    """Return the rows below the header by its names; a cell without a name is left out."""
    header = [cell_text(cell) for cell in tab.rows[max(tab.frozen_rows - 1, 0)]]
    below = tab.rows[max(tab.frozen_rows, 1) :]
    return [
        {name: cell_text(row[at]) if at < len(row) else "" for at, name in enumerate(header) if name} for row in below
    ]


def _equal(base: Path, cases: Sequence[Mapping[str, Any]], outcomes: Sequence[Outcome]) -> list[Judged]:
    """Judge the files with expected records; those that expect a text their own file does not hold stand apart."""
    fair, wrong, impossible = 0, [], []
    for case, outcome in zip(cases, outcomes, strict=True):
        expected = case["expected_records"]
        if expected is None:
            continue
        records = [expected] if isinstance(expected, dict) else expected
        if missing := _nowhere(records, base / case["path"]):
            impossible.append(f"{case['path']} expects {missing!r}")
            continue
        fair += 1
        if list(outcome.records or ()) != [dict(record) for record in records]:
            wrong.append(case["path"])
    aside = f"{len(impossible)} expect what their file does not hold: {'; '.join(impossible)}" if impossible else ""
    detail = "; ".join(text for text in (", ".join(wrong), aside) if text)
    return [share("csv torture: expected records equal", fair - len(wrong), fair, 1.0, detail)]


def _nowhere(records: Sequence[Record], file: Path) -> str:
    """Return an expected text that stands nowhere in the file, even with its quotations undone; "" if all do."""
    text = file.read_bytes().decode("utf-8", errors="replace").replace('""', '"')
    cells = (cell for record in records for cell in record.values())
    return next((cell for cell in cells if cell not in text), "")


def _say_why(refused: Sequence[Outcome]) -> int:
    return sum(each.refusal.endswith(".") and len(each.refusal.split()) > 5 for each in refused)


def _named(outcomes: Sequence[Outcome], what: str) -> str:
    return "; ".join(f"{Path(each.path).name}: {getattr(each, what)}" for each in outcomes)
