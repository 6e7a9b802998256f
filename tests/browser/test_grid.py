"""The playground's grid as a person uses it: scrolling, typing, pasting, ordering, and watching it fill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Playground

pytestmark = pytest.mark.browser

MOST_CELLS = 3000
PEOPLE = "Name,Country,Size\nAnna,DE,30\nBruno,IT,4\nChloe,FR,100\nDora,DE,7\n"
Visit = Callable[[str], Page]


def cell(page: Page, row: int, col: int) -> Locator:
    return page.locator(f'[data-row="{row}"][data-col="{col}"]')


def column(page: Page, col: int, rows: int = 5) -> list[str]:
    return [cell(page, row, col).inner_text() for row in range(rows)]


def head(page: Page, col: int) -> Locator:
    return page.locator(f'[data-head-col="{col}"]')


def choose(page: Page, at: Locator, entry: str) -> None:
    at.click(button="right")
    page.get_by_test_id(entry).click()


def count_cells(page: Page) -> int:
    return page.locator(".cell").count()


@pytest.fixture
def people(playground: Playground) -> str:
    return playground.open_csv(PEOPLE)


@pytest.fixture(scope="module")
def large(playground: Playground) -> str:
    lines = [",".join(f"H{col}" for col in range(60))]
    lines += [",".join(f"r{row}c{col}" for col in range(60)) for row in range(1, 20_000)]
    return playground.open_csv("\n".join(lines), "Large")


# Scrolling


def test_twenty_thousand_rows_need_few_nodes(visit: Visit, large: str) -> None:
    page = visit(large)
    for top, left in [(0, 0), (5_000, 0), (210_000, 2_000), (419_000, 5_000), (0, 5_000)]:
        page.get_by_test_id("grid").evaluate("(grid, [top, left]) => grid.scrollTo(left, top)", [top, left])
        row = page.evaluate("() => new Promise(requestAnimationFrame)") and round(top / 21)
        expect(page.locator(f'.rowhead:text-is("{max(row, 1)}")')).to_have_count(1)
        assert 0 < count_cells(page) <= MOST_CELLS


def test_the_last_row_shows_its_cells(visit: Visit, large: str) -> None:
    page = visit(large)
    page.get_by_test_id("grid").focus()
    page.keyboard.press("Control+ArrowRight")
    page.keyboard.press("Control+ArrowDown")
    page.locator('input[aria-label="Cell address"]').fill("BH20000")
    page.keyboard.press("Enter")
    expect(cell(page, 19_999, 59)).to_have_text("r19999c59")
    assert count_cells(page) <= MOST_CELLS


def test_a_large_window_stays_within_the_promise(visit: Visit, large: str) -> None:
    page = visit(large)
    page.set_viewport_size({"width": 3840, "height": 2160})
    expect(cell(page, 60, 20)).to_have_text("r60c20")
    assert count_cells(page) <= MOST_CELLS


def test_wheel_scrolling_never_leaves_the_view_empty(visit: Visit, large: str) -> None:
    page = visit(large)
    page.get_by_test_id("grid").hover()
    for _ in range(10):
        page.mouse.wheel(0, 700)
    page.wait_for_function("document.querySelector('[data-testid=grid]').scrollTop === 7000")
    expect(cell(page, 340, 0)).to_have_text("r340c0")


# Editing


def test_typing_replaces_a_cell(visit: Visit, people: str, playground: Playground) -> None:
    page = visit(people)
    cell(page, 1, 0).click()
    page.keyboard.type("Ada")
    with page.expect_response("**/edit"):
        page.keyboard.press("Enter")
    expect(cell(page, 1, 0)).to_have_text("Ada")
    expect(page.locator('input[aria-label="Cell address"]')).to_have_value("A3")
    assert playground.row(people, 1) == ["Ada", "DE", "30"]


def test_double_click_keeps_the_old_text_and_escape_forgets(visit: Visit, people: str, playground: Playground) -> None:
    page = visit(people)
    cell(page, 1, 0).dblclick()
    page.keyboard.type("bel")
    page.keyboard.press("Tab")
    expect(cell(page, 1, 0)).to_have_text("Annabel")
    page.keyboard.press("F2")
    page.keyboard.type("!")
    page.keyboard.press("Escape")
    assert playground.row(people, 1) == ["Annabel", "DE", "30"]


def test_the_formula_bar_shows_and_changes_the_cell(visit: Visit, people: str) -> None:
    page = visit(people)
    cell(page, 2, 1).click()
    bar = page.get_by_test_id("formula-bar")
    expect(bar).to_have_value("IT")
    bar.fill('=A3&"!"')
    bar.press("Enter")
    expect(cell(page, 2, 1)).to_have_text("Bruno!")
    cell(page, 2, 1).click()
    expect(bar).to_have_value('=A3&"!"')


def test_the_formula_bar_keeps_line_breaks(visit: Visit, playground: Playground) -> None:
    file_id = playground.open_csv('Name,Draft\nAnna,"Hi Anna,\n\nshort"\n')
    page = visit(file_id)
    cell(page, 1, 1).click()
    bar = page.get_by_test_id("formula-bar")
    expect(bar).to_have_value("Hi Anna,\n\nshort")
    bar.press("Control+End")
    bar.press("Alt+Enter")
    bar.press("B")
    with page.expect_response("**/edit"):
        bar.press("Enter")
    assert playground.row(file_id, 1)[1] == "Hi Anna,\n\nshort\nB"


def test_markup_is_shown_as_text(visit: Visit, playground: Playground) -> None:
    text = '<img src=x onerror="document.title=1"> & "co"'
    page = visit(playground.open_csv("a,b\n"))
    cell(page, 1, 1).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(cell(page, 1, 1)).to_have_text(text)
    assert page.locator(".cell *").count() == 0


def test_delete_clears_the_selected_range_and_undo_brings_it_back(visit: Visit, people: str) -> None:
    page = visit(people)
    cell(page, 1, 0).click()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Delete")
    expect(cell(page, 2, 1)).to_have_text("")
    assert column(page, 0) == ["Name", "", "", "Chloe", "Dora"]
    page.keyboard.press("Control+z")
    expect(cell(page, 2, 1)).to_have_text("IT")
    assert column(page, 0) == ["Name", "Anna", "Bruno", "Chloe", "Dora"]


def test_paste_fills_several_cells(visit: Visit, people: str, playground: Playground) -> None:
    page = visit(people)
    page.evaluate("navigator.clipboard.writeText('x\\t\"two\\nlines\"\\ny\\t5\\n')")
    cell(page, 1, 1).click()
    with page.expect_response("**/edit"):
        page.keyboard.press("Control+v")
    expect(cell(page, 2, 2)).to_have_text("5")
    expect(cell(page, 2, 1)).to_have_text("y")
    assert playground.row(people, 1) == ["Anna", "x", "two\nlines"]


def test_one_copied_cell_is_pasted_over_the_whole_selection(visit: Visit, people: str) -> None:
    page = visit(people)
    cell(page, 1, 0).click()
    page.keyboard.press("Control+c")
    cell(page, 2, 0).click()
    cell(page, 4, 1).click(modifiers=["Shift"])
    page.keyboard.press("Control+v")
    expect(cell(page, 4, 1)).to_have_text("Anna")
    assert column(page, 0) == ["Name", "Anna", "Anna", "Anna", "Anna"]


# Order


def test_sort_orders_rows_below_the_header(visit: Visit, people: str) -> None:
    page = visit(people)
    cell(page, 2, 2).click()
    page.get_by_test_id("tool-sortUp").click()
    expect(cell(page, 1, 0)).to_have_text("Bruno")
    assert column(page, 2) == ["Size", "4", "7", "30", "100"]
    assert column(page, 0) == ["Name", "Bruno", "Dora", "Anna", "Chloe"]


def test_inserted_column_pushes_the_others(visit: Visit, people: str) -> None:
    page = visit(people)
    choose(page, head(page, 1), "columns-left")
    expect(cell(page, 0, 2)).to_have_text("Country")
    assert column(page, 1) == [""] * 5


def test_rows_can_be_inserted_and_deleted(visit: Visit, people: str) -> None:
    page = visit(people)
    choose(page, cell(page, 2, 0), "rows-above")
    expect(cell(page, 3, 0)).to_have_text("Bruno")
    choose(page, cell(page, 1, 0), "delete-rows")
    expect(cell(page, 2, 0)).to_have_text("Bruno")
    assert column(page, 0) == ["Name", "", "Bruno", "Chloe", "Dora"]


def test_a_selected_column_is_dragged_elsewhere(visit: Visit, people: str) -> None:
    page = visit(people)
    head(page, 0).click()
    box, target = head(page, 0).bounding_box(), head(page, 2).bounding_box()
    assert box is not None
    assert target is not None
    page.mouse.move(box["x"] + 40, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(target["x"] + target["width"] - 10, target["y"] + 10, steps=4)
    page.mouse.up()
    expect(cell(page, 0, 2)).to_have_text("Name")
    assert [cell(page, 0, col).inner_text() for col in range(3)] == ["Country", "Size", "Name"]


def test_filter_hides_rows_and_can_be_taken_off(visit: Visit, people: str) -> None:
    page = visit(people)
    choose(page, cell(page, 1, 1), "filter")
    page.get_by_test_id("filter-none").click()
    page.locator('.filter-list input[data-value="DE"]').check()
    page.get_by_test_id("filter-ok").click()
    expect(cell(page, 2, 0)).to_have_count(0)
    assert cell(page, 1, 0).inner_text() == "Anna"
    assert cell(page, 4, 0).inner_text() == "Dora"
    choose(page, cell(page, 1, 1), "clear-filter")
    expect(cell(page, 2, 0)).to_have_text("Bruno")


# Files and tabs


def test_a_csv_of_ones_own_opens(visit: Visit, people: str, tmp_path: Path) -> None:
    page = visit(people)
    file = tmp_path / "Messe Köln.csv"
    file.write_bytes("Firma;Ort\nMüller & Söhne;Köln\n".encode("cp1252"))
    page.get_by_test_id("file-open-csv").set_input_files(file)
    expect(page.get_by_test_id("file-title")).to_have_value("Messe Köln")
    expect(cell(page, 1, 0)).to_have_text("Müller & Söhne")
    page.reload()
    expect(cell(page, 1, 1)).to_have_text("Köln")


def test_tabs_are_added_renamed_and_kept_over_a_reload(visit: Visit, people: str, playground: Playground) -> None:
    page = visit(people)
    page.get_by_test_id("add-tab").click()
    page.get_by_test_id("tab-Sheet2").dblclick()
    page.keyboard.type("Q3 <leads>")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("tab-Q3 <leads>")).to_have_attribute("aria-selected", "true")
    assert playground.tabs(people) == ["Sheet1", "Q3 <leads>"]
    page.reload()
    expect(page.get_by_test_id("tab-Q3 <leads>")).to_have_attribute("aria-selected", "true")


def test_a_refused_edit_is_said_and_taken_back(visit: Visit, people: str) -> None:
    page = visit(people)
    cell(page, 1, 0).click()
    page.keyboard.insert_text("x" * 50_001)
    page.evaluate("text => navigator.clipboard.writeText(text)", "x" * 50_001)
    page.keyboard.press("Control+v")
    expect(page.get_by_test_id("toast")).to_contain_text("50000 characters")
    expect(cell(page, 1, 0)).to_have_text("Anna")


# Living


def test_another_persons_change_appears_without_reload(visit: Visit, people: str, playground: Playground) -> None:
    page = visit(people)
    playground.edit(people, op="set", row=3, column=3, value="scored")
    expect(cell(page, 3, 3)).to_have_text("scored")
    flashes = cell(page, 3, 3).evaluate("cell => cell.getAnimations().length")
    assert flashes == 1


def test_another_persons_column_appears_without_reload(visit: Visit, people: str, playground: Playground) -> None:
    page = visit(people)
    playground.edit(people, op="insertColumns", at=0, count=1)
    expect(cell(page, 0, 1)).to_have_text("Name")


def test_what_one_types_survives_a_change_of_another_cell(visit: Visit, people: str, playground: Playground) -> None:
    page = visit(people)
    cell(page, 1, 0).click()
    page.keyboard.type("half a na")
    playground.edit(people, op="set", row=1, column=1, value="AT")
    expect(cell(page, 1, 1)).to_have_text("AT")
    page.keyboard.type("me")
    page.keyboard.press("Enter")
    expect(cell(page, 1, 0)).to_have_text("half a name")
