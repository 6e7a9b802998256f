"""What is written, and what is put right when rows moved between the read and the write."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from addon.leads.model import OwnCells, OwnColumn
from addon.leads.write_back import Landing, cell_hash, column_cells, is_edited, missing_columns, remember, repairs

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


@given(data=st.data(), count=st.integers(1, 8))
def test_after_any_move_between_read_and_write_every_value_is_put_back_at_its_lead(
    data: st.DataObject, count: int
) -> None:
    """Write values where the leads stood at the read; meanwhile rows were permuted and blank ones inserted."""
    ids = [f"L{number}" for number in range(count)]
    intended = {id: {SCORE: number + 1, TIER: f"T{number}"} for number, id in enumerate(ids)}
    placed = {id: row for row, id in enumerate(ids)}
    moved = data.draw(st.permutations(ids))
    for _ in range(data.draw(st.integers(0, 3))):
        moved.insert(data.draw(st.integers(0, len(moved))), "")
    scores: list[object] = [""] * len(moved)
    tiers: list[object] = [""] * len(moved)
    for id, row in placed.items():
        scores[row], tiers[row] = intended[id][SCORE], intended[id][TIER]
    own = {SCORE: OwnCells(index=1, cells=scores), TIER: OwnCells(index=2, cells=tiers)}  # type: ignore[arg-type]
    for row, cells in repairs(Landing(placed=placed, intended=intended), moved, own, (SCORE, TIER)).items():
        scores[row], tiers[row] = cells[SCORE], cells[TIER]
    wanted = [intended.get(id, {SCORE: "", TIER: ""}) for id in moved]
    assert scores == [cells[SCORE] for cells in wanted]
    assert tiers == [cells[TIER] for cells in wanted]


def test_a_persons_edit_on_a_row_that_did_not_move_is_left() -> None:
    landing = Landing(placed={"A": 1}, intended={"A": {SCORE: 62}})
    own = {SCORE: OwnCells(index=0, cells=["Score", 99])}
    assert repairs(landing, ["Lead ID", "A"], own, (SCORE,)) == {}


@given(st.one_of(st.integers(), st.text(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False)))
def test_hash_tells_types_apart_but_not_whole_floats(cell: object) -> None:
    assert cell_hash(cell) == cell_hash(cell)  # type: ignore[arg-type]
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) < 2**53:
        assert cell_hash(float(cell)) == cell_hash(cell)
        assert cell_hash(str(cell)) != cell_hash(cell)
