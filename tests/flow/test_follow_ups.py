"""Runs that write follow-ups: which rows are meant, what is written where, what a person wrote is kept."""

from __future__ import annotations

from email import message_from_bytes, policy

from addon.leads.model import Cell, OwnColumn
from addon.runs.model import RunKind
from tests.cast import lead_rows
from tests.fakes.sending import Morning
from tests.fakes.spreadsheets import FakeSheet
from tests.fakes.world import FILE, World

FIRST, SECOND = PAIR = (OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2)
DRAFTS = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE)


def column(sheet: FakeSheet, key: OwnColumn) -> list[Cell]:
    """Return the cells of a column of ours, to be written over as a person does."""
    return next(one.cells for one in sheet.columns if one.own == key)


def text_of(raw: bytes) -> str:
    body = message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    assert body
    return str(body.get_content()).replace("\r\n", "\n")


def test_only_rows_with_a_draft_and_without_follow_ups_are_meant() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(4))
    world.finish(world.start(RunKind.DRAFT, "2-4"))
    before = sheet.user_cells()
    run = world.finish(world.start(RunKind.FOLLOW_UPS))
    assert (run.total, run.counts) == (3, {"offline": 3})
    first, second = (sheet.own_cells(key)[1:] for key in PAIR)
    assert [bool(cell) for cell in first] == [bool(cell) for cell in second] == [True] * 3 + [False]
    assert sheet.own_cells(OwnColumn.STATUS)[1:] == ["Follow-ups written offline"] * 3 + [""]
    assert sheet.user_cells() == before
    assert world.finish(world.start(RunKind.FOLLOW_UPS)).total == 0
    assert world.finish(world.start(RunKind.FOLLOW_UPS, "2-5")).total == 3


def test_without_a_draft_there_is_nothing_to_follow_up() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(3))
    assert world.finish(world.start(RunKind.FOLLOW_UPS)).total == 0
    assert not any(one.own for one in sheet.columns), "and no column is inserted"


def test_a_follow_up_a_person_wrote_or_edited_is_kept() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(3))
    world.finish(world.start(RunKind.DRAFT))
    world.finish(world.start(RunKind.FOLLOW_UPS, "2-3"))
    column(sheet, FIRST)[1] = "My own words"
    column(sheet, SECOND)[3] = "Mine as well"
    run = world.finish(world.start(RunKind.FOLLOW_UPS, "2-4"))
    assert run.counts == {"kept": 2, "offline": 1}
    assert (column(sheet, FIRST)[1], column(sheet, SECOND)[3]) == ("My own words", "Mine as well")
    assert column(sheet, FIRST)[3] == ""


def test_a_draft_a_person_wrote_is_followed_up_too() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(2))
    world.finish(world.start(RunKind.DRAFT, "2"))
    column(sheet, OwnColumn.DRAFT)[2] = "Hello,\n\nwritten by hand."
    world.finish(world.start(RunKind.FOLLOW_UPS))
    assert all(column(sheet, FIRST)[1:])
    assert column(sheet, OwnColumn.DRAFT)[2] == "Hello,\n\nwritten by hand."


def test_drafts_and_evidence_stay_and_a_later_draft_run_finds_them_written() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(3))
    world.finish(world.start(RunKind.DRAFT))
    before = [sheet.own_cells(key) for key in DRAFTS]
    world.finish(world.start(RunKind.FOLLOW_UPS))
    world.finish(world.start(RunKind.DRAFT, "2-4"))
    assert [sheet.own_cells(key) for key in DRAFTS] == before


def test_the_mails_of_a_sequence_say_what_stands_in_the_follow_ups() -> None:
    morning = Morning()
    morning.world.finish(morning.world.start(RunKind.FOLLOW_UPS))
    cells = [str(morning.sheet.own_cells(key)[1]) for key in PAIR]
    morning.confirmed()
    morning.work(hours=24 * 21)
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    texts = [text_of(one.raw) for one in sent]
    assert len(texts) == 3
    assert [text.startswith(cell) for text, cell in zip(texts[1:], cells, strict=True)] == [True, True]
