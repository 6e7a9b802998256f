"""The log: one JSON object a line, with nothing personal in it whoever wrote it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from addon.lib import log


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What the process's log says while a test runs; the root logger is put back afterwards."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    log.configure("INFO", stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers[:] = before
    root.setLevel(level)


def said(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_request_says_its_parts_and_counters_in_one_line(lines: io.StringIO) -> None:
    line = log.open_line("7F3K-92QD")
    with log.part("sheets"):
        log.count("sheets_calls")
    with log.part("sheets"):
        log.count("sheets_calls", 2)
    log.note(action="leads.check")
    log.close_line(line, logging.INFO, route="/addon/actions/<action>", status=200)
    [entry] = said(lines)
    assert (entry["id"], entry["route"], entry["status"]) == ("7F3K-92QD", "/addon/actions/<action>", 200)
    assert (entry["level"], entry["action"], entry["counts"]) == ("info", "leads.check", {"sheets_calls": 3})
    assert entry["parts"]["sheets"] >= 0
    assert entry["took_ms"] >= entry["parts"]["sheets"]


def test_outside_a_request_parts_and_counters_do_nothing() -> None:
    line = log.open_line("A")
    log.close_line(line, logging.DEBUG)
    with log.part("x"):
        log.count("y")
        log.note(z=1)
    assert (line.parts, line.counts, log.current_reference()) == ({}, {}, "")


@pytest.mark.parametrize(
    "secret",
    [
        "ya29.a0AfH6SMB-x_y.z",
        "1//0gabcdefghijklmnop",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
        "AIzaSyA-0123456789012345678901234567",
        "Bearer abc.def",
        "ana.sousa+x@nordwind.example",
        "josé@exämple.example",
        "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----",
    ],
)
def test_what_looks_like_a_secret_or_an_address_is_blotted_out(lines: io.StringIO, secret: str) -> None:
    logging.getLogger("vendor").warning("could not use %s for it", secret)
    logging.getLogger("audit").info(json.dumps({"audit": "x", "value": secret}))
    assert len(said(lines)) == 2
    for part in secret.replace("Bearer", "").replace("PRIVATE KEY", "").split():
        if len(part) > 8:
            assert part not in lines.getvalue()


def test_ordinary_words_stay(lines: io.StringIO) -> None:
    logging.getLogger("x").info("worker.turn_crashed kind=%s id=%s at 1//2 eye AI", "run", "9f86d081")
    assert said(lines)[0]["event"] == "worker.turn_crashed kind=run id=9f86d081 at 1//2 eye AI"


def test_an_error_is_shown_by_where_it_arose_not_by_what_it_quotes(lines: io.StringIO) -> None:
    def break_on(cell: str) -> None:
        raise ValueError(f"cannot read {cell}")

    try:
        break_on("Ana Sousa")
    except ValueError:
        logging.getLogger("x").exception("room.broke")
    [entry] = said(lines)
    assert entry["error"].startswith("ValueError at test_lib_log.py:")
    assert "break_on" in entry["error"]
    assert "Ana" not in lines.getvalue()


def test_the_audits_json_becomes_fields(lines: io.StringIO) -> None:
    logging.getLogger("audit").info('{"audit": "accounts:offer:saved", "user": "1001"}')
    logging.getLogger("x").info("{not json")
    first, second = said(lines)
    assert (first["audit"], first["user"]) == ("accounts:offer:saved", "1001")
    assert second["event"] == "{not json"


def test_a_line_break_in_a_value_does_not_break_the_line(lines: io.StringIO) -> None:
    logging.getLogger("x").info("a\nb\u2028c")
    assert len(lines.getvalue().split("\n")) == 2
