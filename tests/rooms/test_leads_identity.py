"""Lead IDs follow their rows through everything people do to a sheet."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.leads import identity
from addon.leads.identity import LENGTH, RowIdentity, Scope, id_for, id_without_person, resolve, verifies
from addon.lib.ids import digest

SCOPE = Scope(tenant="nordlicht.example", spreadsheet_id="file-1", sheet_id=0)
OTHER_SCOPES = (
    Scope(tenant="other.example", spreadsheet_id="file-1", sheet_id=0),
    Scope(tenant="nordlicht.example", spreadsheet_id="file-2", sheet_id=0),
    Scope(tenant="nordlicht.example", spreadsheet_id="file-1", sheet_id=7),
)
PEOPLE = [f"person{number}@firm.example" for number in range(6)]

people = st.lists(st.sampled_from([None, *PEOPLE]), max_size=25)
junk = st.one_of(st.just(""), st.text(max_size=14), st.sampled_from(["0", "LEAD-1", "ABCDEFGHJK", "ABCDEFGHJK-2", "-"]))


def drawn(seed: int = 0) -> Callable[[], bytes]:
    return partial(random.Random(seed).randbytes, 8)


def identified(persons: list[str | None], seed: int = 0) -> list[RowIdentity]:
    """Rows as they stand in the sheet after our ids were written."""
    ids = resolve(SCOPE, [RowIdentity(id="", person=person) for person in persons], drawn(seed))
    return [RowIdentity(id=id, person=person) for id, person in zip(ids, persons, strict=True)]


def ids_of(rows: list[RowIdentity], seed: int = 1, scope: Scope = SCOPE) -> list[str]:
    return resolve(scope, rows, drawn(seed))


@given(people)
def test_every_row_gets_an_id_of_its_own_that_proves_itself(persons: list[str | None]) -> None:
    rows = identified(persons)
    assert len({row.id for row in rows}) == len(rows)
    assert all(verifies(SCOPE, row.id, row.person) for row in rows)


@given(people)
def test_ids_that_stand_right_stay(persons: list[str | None]) -> None:
    rows = identified(persons)
    assert ids_of(rows) == [row.id for row in rows]


@given(people, st.randoms(use_true_random=False))
def test_sorted_rows_keep_their_ids(persons: list[str | None], shuffle: random.Random) -> None:
    rows = identified(persons)
    shuffle.shuffle(rows)
    assert ids_of(rows) == [row.id for row in rows]


@given(people, st.data())
def test_deleting_rows_leaves_the_others_alone(persons: list[str | None], data: st.DataObject) -> None:
    rows = [row for row in identified(persons) if data.draw(st.booleans())]
    assert ids_of(rows) == [row.id for row in rows]


@given(people, people, st.data())
def test_inserting_rows_leaves_the_others_alone(
    persons: list[str | None], fresh: list[str | None], data: st.DataObject
) -> None:
    rows = identified(persons)
    for person in fresh:
        rows.insert(data.draw(st.integers(0, len(rows))), RowIdentity(id="", person=person))
    found = ids_of(rows)
    assert [id for id, row in zip(found, rows, strict=True) if row.id] == [row.id for row in rows if row.id]
    assert len(set(found)) == len(found)


@given(people.filter(bool), st.data())
def test_of_copied_rows_the_first_keeps_the_id(persons: list[str | None], data: st.DataObject) -> None:
    rows = identified(persons)
    source, place = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(rows)))
    rows.insert(place, rows[source if source < len(rows) else 0])
    found = ids_of(rows)
    first = [row.id for row in rows].index(rows[place].id)
    assert found[first] == rows[place].id
    assert len(set(found)) == len(found)
    changed = [at for at, row in enumerate(rows) if found[at] != row.id]
    assert len(changed) == 1
    assert rows[changed[0]].id == rows[place].id


@given(people.filter(bool), st.data())
def test_another_person_in_a_row_is_another_lead(persons: list[str | None], data: st.DataObject) -> None:
    rows = identified(persons)
    at = data.draw(st.integers(0, len(rows) - 1))
    changed = RowIdentity(id=rows[at].id, person="newcomer@firm.example")
    found = ids_of([*rows[:at], changed, *rows[at + 1 :]])
    assert found[at] == id_for(SCOPE, "newcomer@firm.example", 0)
    assert [*found[:at], *found[at + 1 :]] == [row.id for row in (*rows[:at], *rows[at + 1 :])]


def test_an_address_edited_and_put_back_is_the_same_lead_again() -> None:
    [row] = identified([PEOPLE[0]])
    [edited] = ids_of([RowIdentity(id=row.id, person=PEOPLE[1])])
    [back] = ids_of([RowIdentity(id=edited, person=PEOPLE[0])])
    assert edited != row.id
    assert back == row.id


def test_an_address_that_became_unreadable_makes_another_lead() -> None:
    [row] = identified([PEOPLE[0]])
    [found] = ids_of([RowIdentity(id=row.id, person=None)])
    assert found != row.id
    assert verifies(SCOPE, found, None)


@pytest.mark.parametrize("scope", OTHER_SCOPES, ids=["tenant", "file", "tab"])
@given(people)
def test_an_id_of_elsewhere_is_replaced(scope: Scope, persons: list[str | None]) -> None:
    rows = identified(persons)
    assert not {row.id for row in rows} & set(ids_of(rows, scope=scope))


@given(people, st.lists(junk, min_size=25, max_size=25), st.integers(0, 9), st.integers(10, 19))
def test_a_run_after_a_crash_finds_the_same_ids_for_people(
    persons: list[str | None], cells: list[str], seed: int, other: int
) -> None:
    rows = [RowIdentity(id=cell, person=person) for cell, person in zip(cells, persons, strict=False)]
    first, second = ids_of(rows, seed), ids_of(rows, other)
    known = [at for at, row in enumerate(rows) if row.person]
    assert [first[at] for at in known] == [second[at] for at in known]
    assert len(set(first)) == len(first)


@given(people, st.lists(junk, min_size=25, max_size=25), st.integers(0, 9))
def test_resolving_twice_changes_nothing(persons: list[str | None], cells: list[str], seed: int) -> None:
    rows = [RowIdentity(id=cell, person=person) for cell, person in zip(cells, persons, strict=False)]
    once = ids_of(rows, seed)
    again = [RowIdentity(id=id, person=row.person) for id, row in zip(once, rows, strict=True)]
    assert ids_of(again, seed + 1) == once


def test_rows_of_one_person_are_numbered_and_a_number_that_is_free_is_used_again() -> None:
    rows = identified([PEOPLE[0]] * 3)
    assert [row.id for row in rows] == [id_for(SCOPE, PEOPLE[0], nth) for nth in range(3)]
    kept = rows[2]
    assert ids_of([kept, RowIdentity(id="", person=PEOPLE[0])]) == [kept.id, rows[0].id]


def test_a_lot_drawn_twice_is_drawn_again() -> None:
    rows = [RowIdentity(id="", person=None)] * 50
    found = resolve(SCOPE, rows, lambda: b"always the same")
    assert len(set(found)) == 50
    assert found[0] == id_without_person(SCOPE, b"always the same")


@given(st.sampled_from(PEOPLE), st.integers(0, 9_999_998))
def test_an_id_is_short_and_never_looks_like_a_number(person: str, nth: int) -> None:
    id = id_for(SCOPE, person, nth)
    stem, _, number = id.partition("-")
    assert len(stem) == LENGTH
    assert stem.isalnum()
    assert stem[0].isalpha()
    assert not set(stem) & set("ILOU")
    assert number == (str(nth + 1) if nth else "")
    assert verifies(SCOPE, id, person)


@given(st.text(max_size=30), st.sampled_from([None, *PEOPLE]))
def test_no_other_text_is_an_id(text: str, person: str | None) -> None:
    assert not verifies(SCOPE, text, person)


@pytest.mark.parametrize("suffix", ["-1", "-0", "-02", "-2-2", "-", "-٢", "-99999999999999999999", " ", "-2 "])
def test_an_id_written_otherwise_is_none(suffix: str) -> None:
    assert not verifies(SCOPE, id_for(SCOPE, PEOPLE[0]) + suffix, PEOPLE[0])
    assert not verifies(SCOPE, id_for(SCOPE, PEOPLE[0], 1) + suffix, PEOPLE[0])


@pytest.mark.parametrize("persons", [1, 500], ids=["one person", "many people"])
def test_the_work_grows_with_the_rows_only(persons: int, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[tuple[str, ...]] = []
    monkeypatch.setattr(identity, "digest", lambda *parts: hashed.append(parts) or digest(*parts))
    rows = identified([f"p{at % persons}@firm.example" for at in range(500)])
    assert len(hashed) == 500
    ids_of([*rows, *rows])
    assert len(hashed) <= 500 + 1_500
