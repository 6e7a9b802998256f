"""What waits for an answer, and what its buttons do: once, for its owner alone, with the sequence and the row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from addon.accounts.grant_model import GrantKind
from addon.accounts.model import Caller
from addon.errors import Invalid
from addon.leads.model import Cell
from addon.leads.suppression_model import SuppressionReason
from addon.ports import Query
from addon.sequences.campaign_model import EnrollmentState, Source
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import EventLog
from addon.sequences.repository import SequenceRepository
from addon.tracking.heard_model import Heard, Outcome
from addon.tracking.inbound_model import InboundKind
from addon.tracking.reply_service import PAGE_SIZE, Replies
from addon.tracking.repository import TrackingRepository
from tests.cast import ANA, HEADERS, MARCO
from tests.fakes.consenting import connect
from tests.fakes.enrolled import LEAD, NOW
from tests.fakes.hearing import a_heard, keep
from tests.fakes.world import FILE, World

KIM = "kim@acme.example"
ROWS: list[list[Cell]] = [
    list(HEADERS),
    ["Tom", "Lee", LEAD, "COO", "Acme", "", "", ""],
    ["Ida", "Roe", "ida@b.example", *[""] * 5],
]
HERE: dict[str, Any] = {"file": FILE, "access_token": "token"}

Press = Callable[[Replies, Caller], Any]
BUTTONS: dict[str, Press] = {
    "booked": lambda replies, caller: replies.booked(caller, "h1"),
    "not now": lambda replies, caller: replies.not_now(caller, "h1", date(2026, 12, 1)),
    "not now for good": lambda replies, caller: replies.not_now(caller, "h1", None),
    "done": lambda replies, caller: replies.done(caller, "h1"),
    "label": lambda replies, caller: replies.relabel(caller, "h1", "objection"),
    "opt out": lambda replies, caller: replies.opt_out(caller, "h1"),
    "wrong person": lambda replies, caller: replies.wrong_person(caller, "h1", KIM, "Kim Ash", **HERE),
}


def a_world(*heard: Heard, **more: Any) -> World:
    world = World()
    world.clock.at = NOW
    world.spreadsheets.add(FILE, ROWS)
    tom = world.services().leads.selected(ANA.tenant, FILE, 0, "token", "2").rows[0].id
    person = {"lead_id": tom, "person": world.services().suppressions.key_of(ANA.tenant, LEAD)}
    source = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")
    enrollment = person | more.pop("enrollment", {})
    keep(world.documents, *(heard or (a_heard(),)), enrollment=enrollment, source=source, **more)
    return world


def kept(world: World, id: str = "h1") -> Heard:
    found = TrackingRepository(world.documents).find(ANA.tenant, id)
    assert found is not None
    return found


def state(world: World) -> EnrollmentState:
    one = SequenceRepository(world.documents).find(ANA.tenant, "e1")
    assert one is not None
    return one.state


def events(world: World) -> list[tuple[EventType, str]]:
    return [(one.type, one.by) for one in EventLog(world.documents).of_enrollment(ANA.tenant, "e1")]


def row(world: World, at: int) -> list[Cell]:
    sheet = world.spreadsheets.files[FILE][0]
    return [column.cells[at] for column in sheet.columns if not column.own][:5]


# --- what is shown ---
def test_a_reply_is_shown_with_who_what_and_where() -> None:
    world = a_world(a_heard(sender="eva@acme.example", sender_name="Eva"))
    [one] = world.services().replies.open(replace(ANA, time_zone="Europe/Berlin"), **HERE).shown
    assert (one.name, one.company, one.row) == ("Tom Lee", "Acme", 2)
    assert (one.address, one.sender, one.campaign, one.step) == (LEAD, "eva@acme.example", "Leads", 1)
    assert (one.intent, one.words, one.zone) == ("wants_date", "Could you show us next week?", "Europe/Berlin")


def test_whoever_wrote_from_the_address_we_wrote_to_is_not_named_twice() -> None:
    [one] = a_world(a_heard(sender=LEAD.upper())).services().replies.open(ANA).shown
    assert one.sender == ""


@pytest.mark.parametrize("contact", ["", "nobody", LEAD, "a@b@c", "x" * 300 + "@acme.example"])
def test_nobody_is_named_who_could_not_be_written_to(contact: str) -> None:
    [one] = a_world(a_heard(contact=contact)).services().replies.open(ANA).shown
    assert one.contact == ""


def test_pages_hold_all_that_waits_and_the_count_leaves_out_what_is_put_off_or_done() -> None:
    waiting = [a_heard(id=f"w{at:02}", at=NOW - timedelta(minutes=at)) for at in range(PAGE_SIZE + 3)]
    later = a_heard(id="later", look_at=NOW + timedelta(days=1))
    over = a_heard(id="over", needs_answer=False)
    theirs = a_heard(id="theirs", mailbox=MARCO.user)
    replies = a_world(*waiting, later, over, theirs).services().replies
    first, second = replies.open(ANA), replies.open(ANA, page=99)
    assert (len(first.shown), first.left, first.total) == (PAGE_SIZE, 3, PAGE_SIZE + 3)
    assert (len(second.shown), second.left, second.page) == (3, 0, 1)
    assert {one.id for page in (first, second) for one in page.shown} == {one.id for one in waiting}
    assert (replies.count(ANA), replies.count(MARCO)) == (PAGE_SIZE + 3, 1)


def test_a_file_that_cannot_be_read_hides_no_reply() -> None:
    world = a_world()
    del world.spreadsheets.files[FILE]
    [one] = world.services().replies.open(ANA, **HERE).shown
    assert (one.address, one.name) == (LEAD, "")


# --- all buttons ---
@pytest.mark.parametrize("name", BUTTONS)
def test_a_colleague_can_press_nothing_of_somebody_elses(name: str) -> None:
    world = a_world()
    before = kept(world)
    with pytest.raises(Invalid, match="gone"):
        BUTTONS[name](world.services().replies, MARCO)
    assert kept(world) == before
    assert not world.services().suppressions.is_suppressed(ANA.tenant, LEAD)


@pytest.mark.parametrize("name", BUTTONS)
def test_a_click_that_google_repeats_changes_nothing_more(name: str) -> None:
    world = a_world()
    BUTTONS[name](world.services().replies, ANA)
    after = (kept(world), state(world), events(world), world.spreadsheets.files[FILE][0].rows)
    world.clock.advance(minutes=1)
    BUTTONS[name](world.services().replies, ANA)
    assert (kept(world), state(world), events(world), world.spreadsheets.files[FILE][0].rows) == after


@pytest.mark.parametrize("name", BUTTONS)
def test_a_message_nobody_heard_is_gone(name: str) -> None:
    world = a_world(a_heard(id="another"))
    with pytest.raises(Invalid, match="gone"):
        BUTTONS[name](world.services().replies, ANA)


@pytest.mark.parametrize("name", BUTTONS)
def test_every_button_has_the_mailbox_looked_at(name: str) -> None:
    world = a_world()
    BUTTONS[name](world.services().replies, ANA)
    [due] = world.documents.find("due", Query()).found
    assert (due.data["kind"], due.data["due_at"]) == ("mailbox", NOW)


# --- what came of it ---
def test_a_meeting_ends_the_sequence_by_the_users_word() -> None:
    world = a_world()
    world.services().replies.booked(ANA, "h1")
    assert (kept(world).outcome, kept(world).needs_answer) == (Outcome.MEETING_BOOKED, False)
    assert (state(world), events(world)) == (EnrollmentState.BOOKED, [(EventType.BOOKED, ANA.user)])


def test_a_meeting_that_an_invitation_told_of_can_still_be_noted() -> None:
    world = a_world(a_heard(kind=InboundKind.CALENDAR), enrollment={"state": EnrollmentState.BOOKED})
    world.services().replies.booked(ANA, "h1")
    assert not kept(world).needs_answer


def test_not_now_is_asked_again_on_the_morning_of_that_day_where_the_user_is() -> None:
    world = a_world()
    world.services().replies.not_now(replace(ANA, time_zone="America/New_York"), "h1", date(2026, 12, 1))
    assert kept(world).look_at == datetime(2026, 12, 1, 13, 0, tzinfo=UTC)
    replies = world.services().replies
    assert (replies.count(ANA), replies.open(ANA).shown, state(world)) == (0, (), EnrollmentState.REPLIED)
    world.clock.at = datetime(2026, 12, 1, 13, 0, tzinfo=UTC)
    assert [one.outcome for one in replies.open(ANA).shown] == [Outcome.NOT_NOW]
    replies.done(ANA, "h1")
    assert replies.count(ANA) == 0


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(1970, 1, 1), date(2030, 1, 1), date.max])
def test_a_day_that_is_over_or_years_away_is_refused(day: date) -> None:
    world = a_world()
    with pytest.raises(Invalid, match="still to come"):
        world.services().replies.not_now(ANA, "h1", day)
    assert kept(world).outcome is Outcome.OPEN


def test_done_keeps_what_came_of_it_before() -> None:
    world = a_world()
    world.services().replies.booked(ANA, "h1")
    world.services().replies.done(ANA, "h1")
    world.services().replies.not_now(ANA, "h1", date(2026, 12, 1))
    assert (kept(world).outcome, kept(world).needs_answer) == (Outcome.MEETING_BOOKED, False)


def test_a_users_label_wins_and_the_reply_still_waits() -> None:
    world = a_world()
    world.services().replies.relabel(ANA, "h1", "not_interested")
    assert (kept(world).intent, kept(world).reader, kept(world).needs_answer) == ("not_interested", "user", True)


@pytest.mark.parametrize("label", ["", "OPT_OUT", "happy", "opt_out\n"])
def test_a_label_there_is_none_of_is_refused(label: str) -> None:
    with pytest.raises(Invalid, match="Choose what"):
        a_world().services().replies.relabel(ANA, "h1", label)


@pytest.mark.parametrize(
    "press", [BUTTONS["opt out"], lambda replies, caller: replies.relabel(caller, "h1", "opt_out")]
)
def test_an_opt_out_is_for_whom_we_wrote_to_and_for_who_wrote(press: Press) -> None:
    world = a_world(a_heard(sender="Eva@acme.example"))
    press(world.services().replies, ANA)
    suppressions = world.services().suppressions
    assert suppressions.suppressed(ANA.tenant, (LEAD, "eva@acme.example", KIM)) == {LEAD, "eva@acme.example"}
    assert (kept(world).outcome, kept(world).intent) == (Outcome.OPTED_OUT, "opt_out")
    assert (state(world), events(world)) == (EnrollmentState.OPTED_OUT, [(EventType.UNSUBSCRIBED, ANA.user)])


def test_the_suppression_stands_where_the_rest_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    world = a_world()
    services = world.services()
    monkeypatch.setattr(services.replies._doors.due, "commit", _broken)
    with pytest.raises(RuntimeError):
        services.replies.opt_out(ANA, "h1")
    assert services.suppressions.is_suppressed(ANA.tenant, LEAD)
    world.services().replies.opt_out(ANA, "h1")
    assert kept(world).outcome is Outcome.OPTED_OUT


def _broken(*_: object) -> None:
    raise RuntimeError("the process dies")


# --- the colleague ---
def test_the_colleague_becomes_the_row_below_the_last_with_name_and_company() -> None:
    world = a_world()
    found = world.services().replies.wrong_person(ANA, "h1", " Kim@ACME.example ", "Kim Ash", **HERE)
    assert (found.address, found.row, found.is_new) == (KIM, 4, True)
    assert row(world, 3) == ["Kim", "Ash", KIM, "", "Acme"]
    assert (kept(world).outcome, kept(world).contact) == (Outcome.WRONG_PERSON, KIM)
    assert [row(world, at) for at in range(3)] == [list(cells[:5]) for cells in ROWS]


def test_the_named_colleague_is_taken_without_typing_and_formulas_stay_text() -> None:
    world = a_world(a_heard(contact=KIM, contact_name="=HYPERLINK(1)\r\n Ash"))
    found = world.services().replies.wrong_person(ANA, "h1", "", "", **HERE)
    assert (found.row, row(world, 3)[2]) == (4, KIM)
    assert all("\n" not in str(cell) for cell in row(world, 3))


def test_a_colleague_who_stands_in_the_tab_is_pointed_at() -> None:
    world = a_world()
    found = world.services().replies.wrong_person(ANA, "h1", "Ida@B.example", "Ida", **HERE)
    assert (found.row, found.is_new, world.spreadsheets.files[FILE][0].rows) == (3, False, len(ROWS))
    assert kept(world).outcome is Outcome.WRONG_PERSON


def test_a_suppressed_colleague_is_refused() -> None:
    world = a_world()
    world.services().suppressions.add(ANA.tenant, KIM, SuppressionReason.LINK)
    with pytest.raises(Invalid, match="wants no mail"):
        world.services().replies.wrong_person(ANA, "h1", KIM, "", **HERE)
    assert (world.spreadsheets.files[FILE][0].rows, kept(world).needs_answer) == (len(ROWS), True)


@pytest.mark.parametrize("typed", ["", "kim", "kim@", "a@b, c@d", "kim@acme.example\r\nBcc: x@y.example", LEAD])
def test_what_is_no_colleagues_address_is_refused(typed: str) -> None:
    world = a_world()
    with pytest.raises(Invalid, match="colleague's"):
        world.services().replies.wrong_person(ANA, "h1", typed, "", **HERE)
    assert world.spreadsheets.files[FILE][0].rows == len(ROWS)


def test_a_tab_without_addresses_says_so_and_gets_no_row() -> None:
    world = a_world()
    world.spreadsheets.add(FILE, [["Fruit", "Colour"], ["apple", "red"]])
    with pytest.raises(Invalid, match="hold e-mail addresses"):
        world.services().replies.wrong_person(ANA, "h1", KIM, "", **HERE)


def test_another_open_file_is_left_alone_and_the_grant_writes_where_it_belongs() -> None:
    world = a_world()
    world.spreadsheets.add("other", [list(HEADERS)])
    elsewhere = {"file": "other", "access_token": "token"}
    with pytest.raises(Invalid, match="connect Sheets"):
        world.services().replies.wrong_person(ANA, "h1", KIM, "", **elsewhere)
    services = world.services()
    services.accounts.enter(ANA)
    connect(services.grants, world.consent, ANA, GrantKind.SHEETS)
    assert services.replies.wrong_person(ANA, "h1", KIM, "", **elsewhere).row == 4
    assert world.spreadsheets.files["other"][0].rows == 1


def test_a_crash_after_the_row_was_added_leaves_one_row() -> None:
    world = a_world()
    services = world.services()
    world.spreadsheets.after = _dies_after_append(world)
    with pytest.raises(RuntimeError):
        services.replies.wrong_person(ANA, "h1", KIM, "Kim Ash", **HERE)
    world.clock.advance(minutes=2)  # whoever died held the tab
    again = world.services().replies.wrong_person(ANA, "h1", KIM, "Kim Ash", **HERE)
    assert (again.row, again.is_new, world.spreadsheets.files[FILE][0].rows) == (4, False, 4)


def _dies_after_append(world: World) -> Callable[[str], None]:
    def after(name: str) -> None:
        if name == "append":
            world.spreadsheets.after = lambda _: None
            raise RuntimeError("the process dies")

    return after


def test_who_left_is_not_held_any_more_once_the_colleague_is_named() -> None:
    left = {"state": EnrollmentState.HELD, "reason": "left"}
    world = a_world(a_heard(kind=InboundKind.AUTO_REPLY, contact=KIM), enrollment=left)
    world.services().replies.wrong_person(ANA, "h1", "", "", **HERE)
    assert state(world) is EnrollmentState.CANCELLED
