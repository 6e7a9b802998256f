"""People who stand in other tabs too: this file's, another file's, a colleague's, never another tenant's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.model import Caller
from addon.leads.elsewhere import known_elsewhere, packed
from addon.leads.model import Check, Finding, Problem, Roster, Tab
from addon.leads.roster_repository import MAX_ROSTERS, PAGE, RosterRepository
from tests.cast import ANA, GRETA, MARCO
from tests.fakes.counted import CountedDocuments
from tests.fakes.documents import FakeDocuments
from tests.fakes.world import World

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ELSEWHERE = (Problem.ELSEWHERE_TAB, Problem.ELSEWHERE_FILE, Problem.ELSEWHERE_TEAM)
TABS = [Tab(sheet_id=number, title=f"Tab {number}", rows=9, columns=2) for number in (1, 2)]


def roster(tab_id: str, file: str, people: list[int], sheet_id: int = 1, user: str = "ana") -> Roster:
    rows = {one: [at] for at, one in enumerate(people)}
    email = f"{user}@n.example"
    return Roster(tab_id=tab_id, file=file, sheet_id=sheet_id, user=user, email=email, people=packed(rows))


def found(people: dict[int, list[int]], *rosters: Roster) -> list[tuple[Problem, tuple[int, ...], str]]:
    here = known_elsewhere(people, rosters, TABS, "here", "file", "ana")
    return [(finding.problem, finding.rows, finding.detail) for finding in here]


def test_each_row_counts_once_at_the_nearest_place() -> None:
    people = {11: [2], 22: [3, 9], 33: [4], 44: [5], 55: [6]}
    assert found(
        people,
        roster("team", "theirs", [11, 22, 33, 44], user="marco"),
        roster("file", "mine", [11, 22, 33]),
        roster("tab", "file", [11, 22], sheet_id=2),
    ) == [
        (Problem.ELSEWHERE_TAB, (2, 3, 9), "Tab 2"),
        (Problem.ELSEWHERE_FILE, (4,), ""),
        (Problem.ELSEWHERE_TEAM, (5,), "marco@n.example"),
    ]


def test_the_tab_itself_and_tabs_that_are_gone_say_nothing() -> None:
    assert found({11: [2]}, roster("here", "file", [11]), roster("gone", "file", [11], sheet_id=77)) == []


@given(st.sets(st.integers(0, 2**64 - 1), max_size=20), st.sets(st.integers(0, 2**64 - 1), max_size=20))
def test_exactly_the_people_of_both_are_found(here: set[int], there: set[int]) -> None:
    rows = {one: [at] for at, one in enumerate(sorted(here))}
    told = {row for _, numbers, _ in found(rows, roster("other", "file", sorted(there), 2)) for row in numbers}
    assert told == {rows[one][0] for one in here & there}


def checked(world: World, caller: Caller, file: str, title: str = "Leads") -> Check:
    services = world.services()
    workbook = services.leads.outline(caller, file, "token")
    tab = next(tab for tab in workbook.tabs if tab.title == title)
    return services.leads.check(caller, workbook, tab, "token")


def elsewhere(check: Check) -> list[Finding]:
    return [finding for finding in check.findings if finding.problem in ELSEWHERE]


def sheet_of(world: World, file: str, *addresses: str) -> None:
    world.spreadsheets.add(file, [["First name", "Email"], *(["Petra", address] for address in addresses)])


def test_a_colleagues_lead_is_named_with_the_colleague_and_a_strangers_never() -> None:
    world = World()
    sheet_of(world, "marcos", "petra@n.example", "jan@n.example")
    sheet_of(world, "gretas", "mia@n.example")
    sheet_of(world, "anas", "mia@n.example", "PETRA@n.example")
    checked(world, MARCO, "marcos")
    checked(world, GRETA, "gretas")
    assert elsewhere(checked(world, ANA, "anas")) == [
        Finding(problem=Problem.ELSEWHERE_TEAM, rows=(3,), detail=MARCO.email)
    ]


def test_a_person_who_left_the_other_sheet_is_forgotten_at_its_next_check() -> None:
    world = World()
    sheet_of(world, "first", "petra@n.example")
    sheet_of(world, "second", "petra@n.example")
    checked(world, ANA, "first")
    assert [finding.problem for finding in elsewhere(checked(world, ANA, "second"))] == [Problem.ELSEWHERE_FILE]
    sheet_of(world, "first", "jan@n.example")
    checked(world, ANA, "first")
    assert elsewhere(checked(world, ANA, "second")) == []


def test_a_lead_stays_that_of_who_checked_the_tab_first() -> None:
    repository = RosterRepository(FakeDocuments())
    repository.save("t", roster("tab", "file", [1], user="ana"))
    repository.save("t", roster("tab", "file", [1, 2], user="marco"))
    [kept] = repository.recent("t")
    assert (kept.email, len(kept.people)) == ("ana@n.example", 16)


def test_a_tab_checked_again_after_a_day_is_among_the_last_checked_though_nobody_came() -> None:
    repository = RosterRepository(FakeDocuments())
    for tab_id, at in (("old", NOW), ("new", NOW + timedelta(hours=1)), ("old", NOW + timedelta(hours=23))):
        repository.save("t", replace(roster(tab_id, "file", [1]), updated_at=at))
    assert [found.tab_id for found in repository.recent("t")] == ["new", "old"]
    repository.save("t", replace(roster("old", "file", [1], user="marco"), updated_at=NOW + timedelta(hours=25)))
    assert [(found.tab_id, found.user) for found in repository.recent("t")] == [("old", "ana"), ("new", "ana")]


def test_however_many_tabs_a_tenant_has_the_reads_are_bounded() -> None:
    documents = CountedDocuments(FakeDocuments())
    repository = RosterRepository(documents)
    for number in range(MAX_ROSTERS + 30):
        repository.save("t", roster(f"tab{number}", "file", [number]))
    documents.calls.clear()
    assert len(list(repository.recent("t"))) == MAX_ROSTERS
    assert documents.calls == {"find": MAX_ROSTERS // PAGE}
