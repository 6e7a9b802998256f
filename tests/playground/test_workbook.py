"""The grid: everything that stands on a line goes with it, and a change is all or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground import a1, csv_import, edits, filters, rendering, shelf
from playground.dimensions import Delete, Insert, Move, Shift
from playground.entry import read_entry
from playground.files import Files
from playground.workbook import Book, Box, Mark, Place, Refused, Rich, Tab, Workbook

SIZE = 12


def a_book(rows: list[list[Any]], **tab: Any) -> Book:
    return Book(title="Test", tabs=[Tab(sheet_id=0, title="Leads", rows=rows, **tab)])


def a_mark(kind: str, index: int) -> Mark:
    return Mark(id=7, key="k", value="v", visibility="DOCUMENT", place=Place(kind, 0, index))


def values(book: Book, box: Box | None = None, render: str = "UNFORMATTED_VALUE") -> list[list[Any]]:
    area = a1.Area(book.tabs[0], box or book.tabs[0].whole)
    return rendering.read_area(book, area, render, "FORMATTED_STRING")


inserts = st.builds(Insert, st.integers(0, SIZE), st.integers(1, 4))
deletes = st.builds(Delete, st.integers(0, SIZE - 1), st.integers(1, SIZE))
lines = st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE), st.integers(0, SIZE))
moves = lines.filter(lambda m: m[0] < m[1]).map(lambda m: Move(*m))
legal_moves = moves.filter(lambda m: not m.start < m.to < m.end)


@given(shift=inserts | deletes | legal_moves)
def test_following_an_index_agrees_with_moving_the_lines(shift: Shift) -> None:
    before = list(range(SIZE))
    after = shift.apply(before, -1) if not (isinstance(shift, Insert) and shift.at == SIZE) else before
    followed = {line: shift.follow(line) for line in before}
    assert {line: after.index(line) for line in before if line in after} == {
        line: at for line, at in followed.items() if at is not None
    }


@given(shift=inserts | deletes, start=st.integers(0, SIZE - 1), length=st.integers(1, 5))
def test_a_span_keeps_exactly_its_surviving_lines(shift: Shift, start: int, length: int) -> None:
    end = min(start + length, SIZE)
    kept = [at for line in range(start, end) if (at := shift.follow(line)) is not None]
    assert shift.span(start, end) == ((kept[0], kept[-1] + 1) if kept else None)


@pytest.mark.parametrize(
    ("edit", "index"),
    [
        (lambda b, t: edits.insert_lines(b, t, "COLUMNS", 0, 2), 4),
        (lambda b, t: edits.delete_lines(b, t, "COLUMNS", 0, 1), 1),
        (lambda b, t: edits.move_lines(b, t, "COLUMNS", 2, 3, 0), 0),
        (lambda b, t: edits.move_lines(b, t, "COLUMNS", 0, 1, 3), 1),
        (lambda b, t: edits.delete_lines(b, t, "COLUMNS", 2, 1), None),
    ],
)
def test_column_metadata_goes_with_its_column_and_dies_with_it(edit: Any, index: int | None) -> None:
    book = a_book([["a", "b", "mine"]])
    book.marks[7] = a_mark("COLUMN", 2)
    edit(book, book.tabs[0])
    assert (book.marks[7].place.index if book.marks else None) == index
    if index is not None:
        assert book.tabs[0].cell(0, index) == "mine"


def test_row_metadata_follows_a_move_but_not_a_sort() -> None:
    book = a_book([["b"], ["a"], ["c"]])
    book.marks[7] = a_mark("ROW", 0)
    edits.sort_rows(book, book.tabs[0], Box(0, 3, 0, 1), [(0, False)])
    assert values(book) == [["a"], ["b"], ["c"]]
    assert book.marks[7].place.index == 0
    edits.move_lines(book, book.tabs[0], "ROWS", 0, 1, 3)
    assert (values(book), book.marks[7].place.index) == ([["b"], ["c"], ["a"]], 2)


def test_sorting_puts_numbers_before_text_and_blanks_last_both_ways() -> None:
    rows = [["x"], [10], [None, "tail"], ["A"], [2]]
    for descending, expected in ((False, [2, 10, "A", "x", ""]), (True, ["x", "A", 10, 2, ""])):
        book = a_book([row[:] for row in rows])
        edits.sort_rows(book, book.tabs[0], Box(0, 5, 0, 2), [(0, descending)])
        assert [row[0] for row in values(book)] == expected


def test_hidden_rows_merges_filter_and_formats_go_along() -> None:
    book = a_book([["h"], ["x"], ["y"]])
    tab = book.tabs[0]
    tab.hidden_rows, tab.merges = {1}, [Box(0, 1, 0, 2)]
    tab.column_formats[0] = {"numberFormat": {"type": "PERCENT"}}
    filters.show_only(book, tab, 0, ["x"])
    edits.insert_lines(book, tab, "ROWS", 0, 1)
    edits.insert_lines(book, tab, "COLUMNS", 0, 1)
    assert (tab.hidden_rows, tab.merges, list(tab.column_formats)) == ({2}, [Box(1, 2, 1, 3)], [1])
    assert filters.hidden_rows(book, tab, 0, 10) == [2, 3]


def test_a_failed_change_leaves_nothing_behind() -> None:
    workbook = Workbook("id", "ana", a_book([["keep"]]))
    with pytest.raises(Refused):
        _type_and_fail(workbook)
    assert (values(workbook.book), workbook.version) == ([["keep"]], 1)


def _type_and_fail(workbook: Workbook) -> None:
    with workbook.change() as book:
        edits.type_in(book, book.tabs[0], 0, 0, [["lost"]])
        edits.delete_lines(book, book.tabs[0], "ROWS", 0, 5000)


def test_undo_takes_back_the_users_edit_and_keeps_what_others_wrote() -> None:
    workbook = Workbook("id", "ana", a_book([["a", "b"]]))
    with workbook.change(undoable=True) as book:
        edits.type_in(book, book.tabs[0], 0, 0, [["typed"]])
    with workbook.change() as book:
        book.tabs[0].put(0, 1, ["by the add-on"])
        book.touch(book.tabs[0], 0, 1)
    workbook.undo()
    assert values(workbook.book) == [["a", "by the add-on"]]
    with pytest.raises(Refused):
        workbook.undo()


def test_undo_refuses_when_the_sheet_was_rearranged_since() -> None:
    workbook = Workbook("id", "ana", a_book([["a"]]))
    with workbook.change(undoable=True) as book:
        edits.type_in(book, book.tabs[0], 0, 0, [["typed"]])
    with workbook.change() as book:
        edits.insert_lines(book, book.tabs[0], "ROWS", 0, 1)
    with pytest.raises(Refused, match="rearranged"):
        workbook.undo()
    assert values(workbook.book) == [[], ["typed"]]


def test_changes_are_told_as_few_ranges() -> None:
    workbook = Workbook("id", "ana", a_book([["a"]]))
    for row in (3, 4, 9):
        with workbook.change() as book:
            edits.type_in(book, book.tabs[0], row, 0, [["x"]])
    version, touches = workbook.changes_since(1)
    assert (version, [(t.first, t.last, t.structure) for t in touches]) == (4, [(3, 5, False), (9, 10, False)])
    assert workbook.changes_since(4) == (4, [])
    assert workbook.changes_since(99)[1][0].structure


@pytest.mark.parametrize(
    ("text", "locale", "shown"),
    [
        ("12", "en_US", "12"),
        ("1,234.5", "en_US", "1234.5"),
        ("1.234,5", "de_DE", "1234,5"),
        ("true", "en_US", "TRUE"),
        ("2026-03-01", "de_DE", "2026-03-01"),
        ("3/1/2026", "en_US", "3/1/2026"),
        ("1.3.2026", "de_DE", "01.03.2026"),
        ("12%", "en_US", "12%"),
        ("'=1+1", "en_US", "=1+1"),
        ("+49 30 1234", "de_DE", "+49 30 1234"),
        ('="a"&A9&1', "en_US", "a1"),
        ('=HYPERLINK("https://x.example","label")', "en_US", "label"),
        ("=IMPORTXML(A1)", "en_US", "#N/A"),
        ("=A1", "en_US", "#N/A"),
    ],
)
def test_typing_reads_what_a_user_means(text: str, locale: str, shown: str) -> None:
    book = a_book([])
    book.locale = locale
    edits.type_in(book, book.tabs[0], 0, 0, [[text]])
    assert values(book, render="FORMATTED_VALUE") == [[shown]]


@given(st.text(max_size=40), st.sampled_from(["en_US", "de_DE"]))
def test_any_text_can_be_typed_and_shown(text: str, locale: str) -> None:
    book = a_book([])
    book.locale = locale
    edits.type_in(book, book.tabs[0], 0, 0, [[text]])
    assert len(values(book, render="FORMATTED_VALUE")) <= 1
    assert isinstance(read_entry(text, locale), str | int | float | bool | Rich | None)


@given(st.text(alphabet="ab'! A1:$", max_size=12))
def test_a_written_range_reads_back_to_the_same_area(title: str) -> None:
    if not title:
        return
    book = Book(title="t", tabs=[Tab(sheet_id=0, title="first"), Tab(sheet_id=1, title=title)])
    area = a1.Area(book.tabs[1], Box(1, 3, 0, 28 - 2))
    assert a1.resolve(book, area.a1) == area


@given(st.binary(max_size=300))
def test_no_csv_is_refused(data: bytes) -> None:
    book = csv_import.to_book("x", csv_import.decode(data))
    assert book.tabs[0].row_count >= len(book.tabs[0].rows)


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"\xef\xbb\xbfName;Age\nAna;31\nZo\xc3\xab;2,5\n", [["Name", "Age"], ["Ana", 31], ["Zoë", "2,5"]]),
        ("Name\tAge\nAna\t31\n".encode("utf-16"), [["Name", "Age"], ["Ana", 31]]),
        ("Name,Ort\nJörg,Köln\n".encode("cp1252"), [["Name", "Ort"], ["Jörg", "Köln"]]),
        (b'a,b\n"x\ny",=1+1,extra\n', [["a", "b"], ["x\ny", "=1+1", "extra"]]),
        (b"phone,zip\n+4930123,01234\n", [["phone", "zip"], ["+4930123", "01234"]]),
    ],
)
def test_csv_files_of_the_world_open(data: bytes, rows: list[list[Any]]) -> None:
    assert values(csv_import.to_book("x", csv_import.decode(data))) == rows


def test_files_survive_a_restart_and_a_reset_lays_out_the_samples(tmp_path: Any) -> None:
    files = Files(tmp_path)
    leads = files.listing()[0]["id"]
    with files.get(leads).change() as book:
        edits.insert_lines(book, book.tabs[0], "COLUMNS", 0, 1)
        edits.add_mark(book, a_mark("COLUMN", 0))
        filters.show_only(book, book.tabs[0], 1, ["Hanna"])
    files.changed(leads)
    files.flush()
    again = Files(tmp_path)
    assert again.state() == files.state()
    assert again.get(leads).book.marks == files.get(leads).book.marks
    assert again.get(leads).book.tabs[0].filter == files.get(leads).book.tabs[0].filter
    again.reset()
    assert again.get(leads).book.marks == {}
    assert [file["title"] for file in again.listing()] == ["Leads (sample)", "Nasty sheet"]


def test_a_broken_file_on_disk_is_left_out(tmp_path: Any) -> None:
    (tmp_path / "x.json").write_text("{")
    assert shelf.load(tmp_path / "x.json") is None
    assert len(Files(tmp_path).listing()) == 2
