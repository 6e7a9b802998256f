"""What a user says of their columns lasts, and a tab without a header is served without one."""

from __future__ import annotations

import pytest

from addon.errors import Rejected
from addon.leads.model import NO_HEADER, Cell, Check, Field, OwnColumn, Tab, Workbook
from addon.leads.repository import LeadRepository
from addon.runs.model import RunKind, RunState
from addon.services import Services
from tests.cast import ANA, lead_rows
from tests.fakes.documents import FakeDocuments
from tests.fakes.world import FILE, World


def place(services: Services) -> tuple[Workbook, Tab]:
    workbook = services.leads.outline(ANA, FILE, "token")
    return workbook, workbook.tabs[0]


def check(world: World) -> Check:
    services = world.services()
    return services.leads.check(ANA, *place(services), "token")


def say(world: World, field: Field, name: str) -> Check:
    services = world.services()
    key = next(key for key, text in check(world).headers.items() if text == name)
    return services.leads.save_columns(ANA, *place(services), {field: key}, "token")


def test_a_confirmed_column_is_known_when_renamed_and_moved() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(3))
    say(world, Field.NOTES, "Industry")
    at = next(index for index, column in enumerate(sheet.columns) if column.cells[0] == "Industry")
    sheet.columns[at].cells[0] = "What they make"
    sheet.move_column(at, 0)
    assert check(world).columns.headers[Field.NOTES] == "What they make"


def test_a_mark_outlives_the_store() -> None:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(3))
    say(world, Field.NOTES, "Industry")
    world.documents = FakeDocuments()
    assert check(world).columns.headers[Field.NOTES] == "Industry"


def test_saving_marks_once_and_again_only_what_changed() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(3))
    say(world, Field.NOTES, "Industry")
    say(world, Field.NOTES, "Industry")
    assert world.spreadsheets.calls.count("mark_fields") == 1
    say(world, Field.NOTES, "Company")
    marked = {column.cells[0] for column in sheet.columns if "notes" in column.fields}
    assert marked == {"Company"}
    assert not any(column.own for column in sheet.columns)


@pytest.mark.parametrize("reason", ["no_access", "access_expired"])
def test_without_the_right_to_mark_what_the_store_remembers_serves(reason: str) -> None:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(3))

    def forbid(name: str) -> None:
        if name == "mark_fields":
            raise Rejected("no", reason=reason)

    world.spreadsheets.before = forbid
    assert say(world, Field.NOTES, "Industry").columns.headers[Field.NOTES] == "Industry"
    assert check(world).columns.headers[Field.NOTES] == "Industry"


def headless(count: int) -> list[list[Cell]]:
    return lead_rows(count)[1:]


def test_a_run_on_a_tab_without_a_header_gives_the_first_row_its_score_and_moves_nothing() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, headless(120))
    before = sheet.user_cells()
    assert check(world).columns.header_row == NO_HEADER
    assert check(world).rows == 120
    assert world.finish(world.start(RunKind.SCORE)).state is RunState.DONE
    assert sheet.user_cells() == before
    assert sheet.rows == 120
    assert len([cell for cell in sheet.own_cells(OwnColumn.SCORE) if cell != ""]) == 120
    assert {column.note for column in sheet.columns if column.own} == {column.own for column in sheet.columns} - {""}
    assert check(world).columns.header_row == NO_HEADER


def test_a_column_inserted_into_a_tab_without_a_header_moves_no_lead_to_another() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, headless(120))
    run = world.start(RunKind.SCORE)
    calls: list[str] = []

    def insert(name: str) -> None:
        calls.append(name)
        if name == "write" and calls.count("write") == 2:
            sheet.insert_column(0)

    world.spreadsheets.after = insert
    assert world.finish(run).state is RunState.DONE
    tab = LeadRepository(world.documents).records(ANA.tenant, [str(id) for id in sheet.own_cells(OwnColumn.LEAD_ID)])
    scores = sheet.own_cells(OwnColumn.SCORE)
    for row, id in enumerate(sheet.own_cells(OwnColumn.LEAD_ID)):
        record = tab.get(str(id))
        assert scores[row] == (record.cells.get(OwnColumn.SCORE, "") if record else "")
    assert len([score for score in scores if score != ""]) == 120
