"""The judgement prints every figure with its aim and never fails but for a missing folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.judged import Judged, lines, share
from bench.judgement import main


def test_figures_are_shown_beside_their_aims() -> None:
    shown = lines(
        [
            share("found", 9, 10, 0.95),
            share("of nothing", 0, 0, 1.0),
            Judged(name="slips", value=2, aim=0, is_ceiling=True, detail="a; b"),
            Judged(name="rows", value=1200, unit=" rows"),
        ]
    ).splitlines()
    assert [line.split() for line in shown] == [
        ["found", "0.900", "≥", "0.950", "missed", "9", "of", "10"],
        ["of", "nothing", "1.000", "≥", "1.000", "ok", "0", "of", "0"],
        ["slips", "2", "≤", "0.000", "missed", "a;", "b"],
        ["rows", "1200", "rows"],
    ]


def test_labels_of_others_are_judged_with_their_leeway(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = {
        "id": "x", "tool": "t", "lang": "en", "headers": ["Email", "Mobile", "Staff", "Status", "Pains"],
        "mapping": {"Email": "email", "Mobile": None, "Staff": "company_size", "Status": "status", "Pains": "notes"},
        "also_ok": {"Mobile": ["phone"]},
    }  # fmt: skip
    (tmp_path / "spreadsheets").mkdir()
    (tmp_path / "spreadsheets" / "headers.jsonl").write_text(json.dumps(sheet), encoding="utf-8")
    assert main([str(tmp_path), "headers"]) == 0
    shown = capsys.readouterr().out
    assert "5 of 5" in shown
    assert "4 of 4" in shown
    assert "missed" not in shown


def test_a_missing_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "BENCH_DATA" in capsys.readouterr().err
    assert main([str(tmp_path), "headers"]) == 0
