"""Rows as a sequence sees them, and its words in Status: whatever the user does to the sheet meanwhile."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from addon.errors import Invalid, Unavailable
from addon.leads.model import OwnColumn, Problem, Workbook
from addon.leads.standing_model import Rank, RowNow, Said, TabStanding
from addon.leads.suppression_model import SuppressionReason
from addon.runs.model import RunKind
from addon.services import Services
from tests.cast import ANA, lead_rows
from tests.fakes.spreadsheets import FakeSheet, FakeSpreadsheet
from tests.fakes.world import FILE, World
from tests.flow.small_slices import crew

AT = datetime(2026, 11, 25, 13, 6, tzinfo=UTC)
SENT = Said(status="Step 1 of 3 sent", activity=AT)


class Desk:
    """A tab of ten leads, and the room that looks at it."""

    def __init__(self, rows: int = 10) -> None:
        self.world = World()
        self.sheet: FakeSheet = self.world.spreadsheets.add(FILE, lead_rows(rows))
        self.services: Services = self.world.services()

    def selected(self, choice: str = "2-") -> TabStanding:
        return self.services.leads.selected(ANA.tenant, FILE, 0, "token", choice)

    def ids(self) -> list[str]:
        """The ids of all leads, in the order in which they stood at the start."""
        return [row.id for row in sorted(self.selected().rows, key=lambda row: int(row.email[6:].split("@")[0]))]

    def now(self, *ids: str) -> dict[str, RowNow]:
        return dict(self.services.leads.rows_now(ANA.tenant, FILE, 0, "token", ids))

    def say(self, words: dict[str, Said]) -> frozenset[str]:
        return self.services.leads.say(ANA.tenant, FILE, 0, "token", words)

    def shown(self, key: OwnColumn = OwnColumn.STATUS) -> dict[str, object]:
        """Return what a column of ours shows, by the address in its row."""
        emails = next(column.cells for column in self.sheet.columns if column.cells[0] == "Email")
        cells = self.sheet.own_cells(key)
        return {str(email): cell for email, cell in zip(emails[1:], cells[1:], strict=True) if email}

    def calls(self, act: Callable[[], object]) -> list[str]:
        del self.world.spreadsheets.calls[:]
        act()
        return list(self.world.spreadsheets.calls)

    def once(self, at: int, act: Callable[[], object], name: str = "write") -> None:
        """Let the user act before the ``at``-th call of a name from now on (from 1)."""
        seen = 0

        def before(call: str) -> None:
            nonlocal seen
            seen += call == name
            if call == name and seen == at:
                act()

        self.world.spreadsheets.before = before


@pytest.fixture
def desk() -> Desk:
    return Desk()


def email(number: int) -> str:
    return f"person{number}@company{number}.example"


# --- rows as they stand ---
def test_choosing_rows_gives_each_an_id_and_costs_one_read_from_then_on(desk: Desk) -> None:
    users = desk.sheet.user_cells()
    first = desk.selected("2-4, 7")
    assert [row.row for row in first.rows] == [2, 3, 4, 7]
    assert len({row.id for row in first.rows}) == 4
    assert first.rows[0].email == first.rows[0].person == email(0)
    assert (first.tab, first.zone) == ("Leads", "UTC")
    assert desk.sheet.user_cells() == users
    assert desk.calls(lambda: desk.selected("2-4, 7")) == ["read"]
    assert [row.id for row in desk.selected("2-4, 7").rows] == [row.id for row in first.rows]


def test_new_rows_are_those_of_which_no_sequence_spoke(desk: Desk) -> None:
    ids = desk.ids()
    desk.say({ids[0]: SENT, ids[1]: Said(status="Confirmed")})
    assert [row.id for row in desk.selected("new").rows] == ids[2:]


def test_findings_are_those_of_the_chosen_rows_and_name_who_opted_out(desk: Desk) -> None:
    desk.sheet.columns[2].cells[9] = email(1)
    desk.services.suppressions.add(ANA.tenant, email(2), SuppressionReason.USER)
    found = desk.selected("3-9")
    assert found.problems(4)[0] is Problem.OPTED_OUT
    assert Problem.OPTED_OUT not in found.problems(3)
    assert desk.selected("10").problems(10)[0] is Problem.DUPLICATE
    assert all(3 <= row <= 9 for finding in found.findings for row in finding.rows)


def test_a_faulty_choice_is_named_before_anything_is_read(desk: Desk) -> None:
    def choose() -> None:
        with pytest.raises(Invalid, match="abc"):
            desk.selected("abc")

    assert desk.calls(choose) == []


def test_rows_now_is_one_read_and_says_what_our_columns_hold(desk: Desk) -> None:
    run = desk.world.start(RunKind.DRAFT)
    desk.world.finish(run)
    ids = desk.ids()
    found: dict[str, RowNow] = {}
    assert desk.calls(lambda: found.update(desk.now(*ids[:2], "NOSUCHID00"))) == ["read"]
    assert set(found) == set(ids[:2])
    assert found[ids[0]].cells[OwnColumn.SUBJECT] == desk.shown(OwnColumn.SUBJECT)[email(0)]
    assert found[ids[0]].cells[OwnColumn.DRAFT] == desk.shown(OwnColumn.DRAFT)[email(0)]
    assert found[ids[0]].cells[OwnColumn.FOLLOW_UP_2] == ""
    assert desk.calls(desk.now) == []


def test_rows_are_found_again_where_they_went(desk: Desk) -> None:
    ids = desk.ids()
    desk.sheet.insert_rows(1)
    desk.sheet.move_row(3, 8)
    desk.sheet.insert_column(0, "Region")
    found = desk.now(*ids)
    assert {row.email: row.row for row in found.values()}[email(1)] == 9
    assert not any(row.is_changed for row in found.values())
    assert [found[id].email for id in ids] == [email(number) for number in range(10)]


def test_a_lead_sorted_without_our_columns_keeps_its_own_draft(desk: Desk) -> None:
    desk.world.finish(desk.world.start(RunKind.DRAFT))
    ids = desk.ids()
    before = desk.now(*ids)
    desk.sheet.reorder(list(reversed(range(10))), only_users=True)
    after = desk.now(*ids)
    assert [after[id].row for id in ids] == list(range(11, 1, -1))
    assert {id: row.cells for id, row in after.items()} == {id: row.cells for id, row in before.items()}
    assert not any(row.is_changed for row in after.values())


def test_a_row_with_another_person_in_it_is_changed_and_a_deleted_one_gone(desk: Desk) -> None:
    ids = desk.ids()
    desk.sheet.columns[2].cells[1] = "Somebody.Else@company0.example"
    desk.sheet.columns[2].cells[2] = email(1).upper()
    desk.sheet.delete_rows(3)
    found = desk.now(*ids[:3])
    assert (found[ids[0]].is_changed, found[ids[0]].person) == (True, "somebody.else@company0.example")
    assert not found[ids[1]].is_changed
    assert ids[2] not in found


def test_columns_stay_what_they_were_when_the_rows_were_chosen(desk: Desk) -> None:
    ids = desk.ids()
    desk.sheet.insert_column(0, "Email address")
    for row in range(1, 11):
        desk.sheet.columns[0].cells[row] = f"other{row}@elsewhere.example"
    assert not any(row.is_changed for row in desk.now(*ids).values())
    chosen = desk.selected()
    assert not any(row.is_changed for row in desk.now(*(row.id for row in chosen.rows)).values())
    desk.sheet.columns[3].cells[0] = "E-mail (renamed)"
    assert len(desk.now(*(row.id for row in chosen.rows))) == 10


def test_a_copied_row_leaves_the_lead_at_its_first_place(desk: Desk) -> None:
    ids = desk.ids()
    desk.sheet.copy_row(1, 6)
    found = desk.now(ids[0], ids[5])
    assert found[ids[0]].row == 2
    assert ids[5] not in found


# --- what a sequence says ---
def test_words_of_any_number_of_rows_are_written_and_looked_at_in_three_calls(desk: Desk) -> None:
    ids = desk.ids()
    desk.say({ids[0]: SENT})
    gone: list[frozenset[str]] = []
    words = dict.fromkeys([*ids[1:], "NOSUCHID00"], SENT)
    assert desk.calls(lambda: gone.append(desk.say(words))) == ["read", "write", "read"]
    assert gone == [{"NOSUCHID00"}]
    assert set(desk.shown().values()) == {"Step 1 of 3 sent"}
    assert set(desk.shown(OwnColumn.LAST_ACTIVITY).values()) == {"2026-11-25 13:06"}
    assert desk.calls(lambda: desk.say(words)) == ["read"]


def test_the_columns_come_when_they_are_first_needed_and_stand_in_order(desk: Desk) -> None:
    desk.world.finish(desk.world.start(RunKind.SCORE))
    assert desk.sheet.own_cells(OwnColumn.LAST_ACTIVITY) == []
    users = desk.sheet.user_cells()
    desk.say({desk.ids()[3]: SENT})
    own = [column.own for column in desk.sheet.columns if column.own]
    assert own[-2:] == ["Status", "Last activity"]
    assert desk.sheet.user_cells() == users
    assert desk.shown()[email(3)] == SENT.status


def test_the_clock_of_the_file_counts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    describe = FakeSpreadsheet.describe

    def in_adelaide(sheet: FakeSpreadsheet) -> Workbook:
        return replace(describe(sheet), time_zone="Australia/Adelaide")

    monkeypatch.setattr(FakeSpreadsheet, "describe", in_adelaide)
    desk.say({desk.ids()[0]: SENT})
    assert desk.shown(OwnColumn.LAST_ACTIVITY)[email(0)] == "2026-11-25 23:36"


def test_a_run_does_not_write_over_a_sequence_and_shows_again_when_it_is_over(desk: Desk) -> None:
    ids = desk.ids()
    desk.say({ids[0]: Said(status="Held: somebody answered", activity=AT, rank=Rank.HELD), ids[1]: SENT})
    seen: set[object] = set()
    desk.world.spreadsheets.after = lambda name: seen.add(desk.shown().get(email(0))) if name == "write" else None
    for kind in (RunKind.SCORE, RunKind.DRAFT):
        desk.world.finish(desk.world.start(kind, "2-"))
    assert seen == {"Held: somebody answered"}
    shown = desk.shown()
    assert (shown[email(0)], shown[email(1)]) == ("Held: somebody answered", SENT.status)
    run_word = shown[email(2)]
    desk.say({ids[0]: Said(status="", rank=Rank.RUN), ids[1]: Said(status="Finished", rank=Rank.RUN)})
    assert (desk.shown()[email(0)], desk.shown()[email(1)]) == (run_word, "Finished")
    desk.world.finish(desk.world.start(RunKind.SCORE, "3"))
    assert desk.shown()[email(1)] == "Scored"


def test_drafting_an_unchanged_row_again_brings_no_old_word_back(desk: Desk) -> None:
    desk.world.finish(desk.world.start(RunKind.DRAFT))
    run_word = desk.shown()[email(0)]
    [first, *_] = desk.ids()
    desk.say({first: SENT})
    desk.world.finish(desk.world.start(RunKind.DRAFT, "2-"))
    desk.say({first: Said(status="", rank=Rank.RUN)})
    assert desk.shown()[email(0)] == run_word


def test_a_word_said_while_a_run_writes_stands_when_the_run_is_over(desk: Desk) -> None:
    [first, *_] = desk.ids()
    desk.once(2, lambda: desk.say({first: SENT}))
    desk.world.finish(desk.world.start(RunKind.SCORE, "2-"))
    assert desk.shown()[email(0)] == SENT.status
    assert desk.shown()[email(1)] == "Scored"


def test_a_copy_of_a_row_is_in_no_sequence(desk: Desk) -> None:
    desk.world.finish(desk.world.start(RunKind.SCORE))
    [first, *_] = desk.ids()
    desk.say({first: SENT})
    desk.sheet.copy_row(1, 6)
    desk.world.finish(desk.world.start(RunKind.SCORE, "2-"))
    assert desk.sheet.own_cells(OwnColumn.STATUS)[1] == SENT.status
    assert desk.sheet.own_cells(OwnColumn.STATUS)[6] == "Scored"


@pytest.mark.parametrize(
    "act",
    [
        lambda sheet: sheet.insert_rows(1),
        lambda sheet: sheet.insert_rows(3, 2),
        lambda sheet: sheet.delete_rows(1),
        lambda sheet: sheet.move_row(2, 9),
        lambda sheet: sheet.reorder([9, 1, 2, 3, 4, 0, 5, 6, 7, 8]),
        lambda sheet: sheet.move_column(0, 10),
        lambda sheet: sheet.insert_column(0, "Mine"),
    ],
)
def test_rows_that_move_between_the_read_and_the_write_get_their_own_words(
    desk: Desk, act: Callable[[FakeSheet], None]
) -> None:
    ids = desk.ids()
    desk.say({id: Said(status=f"Old {id}", activity=AT) for id in ids})
    users = {email(number) for number in range(10)}
    desk.once(1, lambda: act(desk.sheet))
    desk.say({ids[0]: SENT, ids[4]: Said(status="Replied", activity=AT, rank=Rank.REPLIED)})
    left = users & desk.shown().keys()
    meant = {email(n): f"Old {ids[n]}" for n in range(10)} | {email(0): SENT.status, email(4): "Replied"}
    assert {who: desk.shown()[who] for who in left} == {who: meant[who] for who in left}
    nobody = [row for row, cell in enumerate(desk.sheet.own_cells(OwnColumn.LEAD_ID)) if cell == ""]
    assert {desk.sheet.own_cells(OwnColumn.STATUS)[row] for row in nobody} <= {""}


def test_the_last_rows_deleted_under_a_write_are_skipped(desk: Desk) -> None:
    ids = desk.ids()
    desk.say(dict.fromkeys(ids, SENT))
    desk.once(1, lambda: desk.sheet.delete_rows(8, 3))
    gone = desk.say({ids[0]: Said(status="Replied"), ids[9]: Said(status="Replied")})
    assert gone == {ids[9]}
    assert desk.shown()[email(0)] == "Replied"


def test_another_workers_same_word_is_left_alone(desk: Desk) -> None:
    ids = desk.ids()
    desk.say({id: Said(status="Confirmed") for id in ids})
    desk.once(1, lambda: desk.world.services().leads.say(ANA.tenant, FILE, 0, "token", {ids[5]: SENT}))
    desk.say({ids[0]: SENT})
    assert (desk.shown()[email(0)], desk.shown()[email(5)]) == (SENT.status, SENT.status)


def test_a_tab_without_ids_gets_no_word_and_no_column(desk: Desk) -> None:
    ids = desk.ids()
    desk.sheet.columns = [column for column in desk.sheet.columns if column.own != OwnColumn.LEAD_ID]
    assert desk.say({ids[0]: SENT}) == {ids[0]}
    assert set(desk.shown().values()) == {""}


def test_rows_that_never_rest_are_given_up_for_now(desk: Desk) -> None:
    ids = desk.ids()
    desk.world.spreadsheets.before = lambda name: desk.sheet.reorder([*range(1, 10), 0]) if name == "write" else None
    with pytest.raises(Unavailable) as stopped:
        desk.say({ids[0]: SENT, ids[5]: Said(status="Replied")})
    assert stopped.value.reason == "restless"


@pytest.mark.parametrize("seed", range(30))
def test_a_hostile_editor_gets_no_word_onto_another_lead(seed: int) -> None:
    luck, desk = random.Random(seed), Desk(12)
    ids = dict(zip((email(number) for number in range(12)), desk.ids(), strict=True))
    words: dict[str, str] = {}
    acts: list[Callable[[FakeSheet], None]] = [
        lambda sheet: sheet.insert_rows(luck.randrange(1, sheet.rows)),
        lambda sheet: sheet.delete_rows(luck.randrange(1, sheet.rows)),
        lambda sheet: sheet.move_row(luck.randrange(1, sheet.rows), luck.randrange(1, sheet.rows)),
        lambda sheet: sheet.reorder(luck.sample(range(sheet.rows - 1), sheet.rows - 1)),
        lambda sheet: sheet.insert_column(luck.randrange(len(sheet.columns))),
    ]

    def meddle(name: str) -> None:
        if name in ("read", "write") and luck.random() < 0.3:
            luck.choice(acts)(desk.sheet)

    for number in range(8):
        desk.world.spreadsheets.before = meddle
        said = {who: f"Word {number} for {who}" for who in luck.sample(sorted(ids), 3)}
        desk.say({ids[who]: Said(status=word, activity=AT) for who, word in said.items()})
        words |= said
        desk.world.spreadsheets.before = lambda _: None
        shown = desk.shown()
        assert {who: word for who, word in shown.items() if word} == {who: words[who] for who in words if who in shown}


def test_a_large_tab_is_read_in_parts(desk: Desk) -> None:
    desk.world.finish(desk.world.start(RunKind.DRAFT))
    ids = desk.ids()
    whole = desk.now(*ids)
    parts = crew(desk.world, 100)
    parts.is_large = True
    leads = desk.world.services().leads
    described = FakeSpreadsheet.describe
    book = described(FakeSpreadsheet(desk.world.spreadsheets, FILE, "token"))
    leads._books.put((ANA.tenant, FILE), replace(book, tabs=tuple(replace(tab, rows=600_000) for tab in book.tabs)))
    assert leads.rows_now(ANA.tenant, FILE, 0, "token", ids) == whole
