"""What is written, and what is put right when rows moved between the read and the write."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from addon.leads.model import OwnCells, OwnColumn, Place
from addon.leads.write_back import (
    Standing,
    cell_hash,
    column_cells,
    is_edited,
    mark_of,
    missing_columns,
    remember,
    repairs,
    stands,
)

SCORE, TIER = OwnColumn.SCORE, OwnColumn.TIER


def test_a_cell_is_edited_when_it_holds_what_we_never_wrote() -> None:
    written = remember({}, {SCORE: 62})[SCORE]
    assert not is_edited(62, written)
    assert not is_edited(62.0, written)
    assert not is_edited("", written)
    assert is_edited(90, written)
    assert is_edited("62", written)


def test_the_cell_before_is_still_ours_after_a_crash_between_store_and_sheet() -> None:
    written = remember(remember({}, {SCORE: 10}), {SCORE: 20})[SCORE]
    assert not is_edited(10, written)
    assert not is_edited(20, written)
    assert is_edited(10, remember({SCORE: written}, {SCORE: 30})[SCORE])


def test_cells_become_one_run_a_column_with_gaps_left_alone() -> None:
    (column,) = column_cells({7: {SCORE: 1}, 4: {SCORE: 2}})
    assert (column.key, column.first, column.cells) == (SCORE, 4, [2, None, None, 1])


def test_a_clashing_name_gets_our_suffix_and_a_users_column_is_never_adopted() -> None:
    own = {SCORE: OwnCells(index=2, cells=["Score"])}
    missing = missing_columns((SCORE, TIER, OwnColumn.STATUS), own, ("status ", "x", "Score", "TIER"), 0)
    assert [(column.key, column.header) for column in missing] == [
        (TIER, "Tier (Sales Assistant)"),
        (OwnColumn.STATUS, "Status (Sales Assistant)"),
    ]


def standing(ids: list[str], scores: list[object], tiers: list[object]) -> Standing:
    return Standing(ids=["Lead ID", *ids], columns=[["Score", *scores], ["Tier", *tiers]], header_row=0)  # type: ignore[list-item]


@given(data=st.data(), count=st.integers(1, 8))
def test_after_any_move_every_value_is_put_back_at_its_lead(data: st.DataObject, count: int) -> None:
    """Values were written where the leads stood at the read; rows were permuted and inserted before and after."""
    ids = [f"L{number}" for number in range(count)]
    cells = {id: (number + 1, f"T{number}") for number, id in enumerate(ids)}
    marks = {id: mark_of(pair) for id, pair in cells.items()}
    landed = [Place(id=id, row=row + 1, mark=marks[id]) for row, id in enumerate(ids)]

    def moved(rows: list[tuple[str, object, object]]) -> list[tuple[str, object, object]]:
        rows = data.draw(st.permutations(rows))
        for _ in range(data.draw(st.integers(0, 2))):
            rows.insert(data.draw(st.integers(0, len(rows))), ("", "", ""))
        return rows

    at_write = moved([(id, "", "") for id in ids])
    for row, id in enumerate(ids):
        at_write[row] = (at_write[row][0], *cells[id])
    rows = moved(at_write)
    now = standing([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
    for row, id in repairs(landed, marks, now).items():
        rows[row - 1] = (rows[row - 1][0], *cells.get(id, ("", "")))
    assert all((score, tier) == cells.get(id, ("", "")) for id, score, tier in rows)


def test_nothing_is_to_repair_where_nothing_moved() -> None:
    landed = [Place(id="A", row=1, mark=mark_of((62, "Warm")))]
    assert stands(landed, standing(["A"], [62], ["Warm"]))
    assert not stands(landed, standing(["", "A"], ["", 62], ["", "Warm"]))
    assert not stands(landed, standing(["A"], [63], ["Warm"]))


def test_a_persons_edit_is_left_even_when_rows_moved() -> None:
    landed = [Place(id="A", row=1, mark=mark_of((62, "Warm")))]
    assert repairs(landed, {"A": mark_of((62, "Warm"))}, standing(["", "A"], ["", 99], ["", "Warm"])) == {}


def test_a_stray_value_gives_way_to_what_the_row_had() -> None:
    landed = [Place(id="A", row=1, mark=mark_of((62, "Warm")))]
    marks = {"A": mark_of((62, "Warm")), "B": mark_of((10, "Cold"))}
    assert repairs(landed, marks, standing(["B", "A"], [62, ""], ["Warm", ""])) == {1: "B", 2: "A"}
    assert repairs(landed, marks, standing(["", "A"], [62, ""], ["Warm", ""])) == {1: "", 2: "A"}


@given(st.one_of(st.integers(), st.text(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False)))
def test_hash_tells_types_apart_but_not_whole_floats(cell: object) -> None:
    assert cell_hash(cell) == cell_hash(cell)  # type: ignore[arg-type]
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) < 2**53:
        assert cell_hash(float(cell)) == cell_hash(cell)
        assert cell_hash(str(cell)) != cell_hash(cell)
