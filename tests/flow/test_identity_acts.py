"""What is ours follows its lead through everything people do to rows, and what they typed over it is theirs."""

from __future__ import annotations

from addon.leads.model import OwnColumn
from addon.runs.model import RunKind, RunState
from tests.cast import lead_rows
from tests.fakes.spreadsheets import FakeColumn, FakeSheet
from tests.fakes.world import FILE, World
from tests.flow.small_slices import Crew, crew, draft_for

ROWS = 12
TYPED = "My own words"


def own(sheet: FakeSheet, key: OwnColumn) -> FakeColumn:
    return next(column for column in sheet.columns if column.own == key)


def emails(sheet: FakeSheet) -> FakeColumn:
    return next(column for column in sheet.columns if column.cells[0] == "Email")


def drafted() -> tuple[World, FakeSheet, Crew]:
    """A sheet with a draft in every row; the user rewrote the one in row 3."""
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    workers = crew(world, 5)
    workers.finish(workers.start(RunKind.DRAFT))
    own(sheet, OwnColumn.DRAFT).cells[3] = TYPED
    return world, sheet, workers


def drafts(sheet: FakeSheet) -> dict[object, object]:
    return dict(zip(emails(sheet).cells[1:], own(sheet, OwnColumn.DRAFT).cells[1:], strict=True))


def draft_of(address: object) -> str:
    return draft_for(str(address))[1]


def test_sorting_their_columns_alone_takes_our_cells_and_typed_words_along() -> None:
    _, sheet, workers = drafted()
    writer = emails(sheet).cells[3]
    sheet.reorder([7, 6, 5, 4, 3, 2, 1, 0, 11, 10, 9, 8], only_users=True)
    assert drafts(sheet)[writer] != TYPED
    run = workers.finish(workers.start(RunKind.DRAFT))
    assert (run.state, run.total) == (RunState.DONE, 0)
    assert drafts(sheet) == {one: TYPED if one == writer else draft_of(one) for one in emails(sheet).cells[1:]}


def test_another_person_pasted_over_a_row_gets_a_draft_of_their_own() -> None:
    _, sheet, workers = drafted()
    old = own(sheet, OwnColumn.LEAD_ID).cells[5]
    emails(sheet).cells[5] = "new@firm.example"
    run = workers.finish(workers.start(RunKind.DRAFT))
    assert run.total == 1
    assert own(sheet, OwnColumn.DRAFT).cells[5] == draft_of("new@firm.example")
    assert own(sheet, OwnColumn.LEAD_ID).cells[5] not in ("", old)


def test_typed_words_outlive_a_corrected_address() -> None:
    _, sheet, workers = drafted()
    emails(sheet).cells[3] = "corrected@firm.example"
    workers.finish(workers.start(RunKind.DRAFT))
    assert own(sheet, OwnColumn.DRAFT).cells[3] == TYPED
    assert own(sheet, OwnColumn.EVIDENCE).cells[3] == ""


def test_a_copied_row_keeps_its_draft_under_an_id_of_its_own() -> None:
    world, sheet, workers = drafted()
    sheet.insert_rows(13)
    sheet.copy_row(5, 13)
    run = workers.finish(workers.start(RunKind.DRAFT))
    ids = own(sheet, OwnColumn.LEAD_ID).cells
    assert run.total == 0
    assert ids[13] == f"{ids[5]}-2" or ids[13] not in ids[:13]
    assert own(sheet, OwnColumn.DRAFT).cells[13] == own(sheet, OwnColumn.DRAFT).cells[5]
    again = workers.finish(workers.start(RunKind.DRAFT, "14"))
    assert again.counts == {"drafted": 1}, "the copy is not taken for an edit of the user's"
    del world


def test_a_copied_file_keeps_every_draft_and_knows_the_typed_one() -> None:
    world, sheet, _ = drafted()
    copy = sheet.copied("Copy of Leads")
    world.spreadsheets.files["copy"] = {0: copy}
    there = crew(world, 5)
    there.file = "copy"
    before = list(own(copy, OwnColumn.DRAFT).cells)
    assert there.finish(there.start(RunKind.DRAFT)).total == 0
    assert own(copy, OwnColumn.DRAFT).cells == before
    assert not set(own(copy, OwnColumn.LEAD_ID).cells[1:]) & set(own(sheet, OwnColumn.LEAD_ID).cells[1:])
    assert there.finish(there.start(RunKind.DRAFT, "2-13")).counts == {"drafted": ROWS - 1, "kept": 1}


def test_a_deleted_row_that_is_put_back_has_its_draft_again() -> None:
    _, sheet, workers = drafted()
    taken = sheet.take_rows(4, 2)
    workers.finish(workers.start(RunKind.DRAFT))
    sheet.put_back(1, taken)
    run = workers.finish(workers.start(RunKind.DRAFT))
    assert run.total == 0
    assert all(cell in (TYPED, draft_of(address)) for address, cell in drafts(sheet).items())


def test_rows_whose_people_are_cleared_away_keep_nothing_of_ours() -> None:
    _, sheet, workers = drafted()
    for column in sheet.columns:
        if not column.own:
            column.cells[6] = ""
    workers.finish(workers.start(RunKind.DRAFT))
    assert [column.cells[6] for column in sheet.columns if column.own] == [""] * 5
