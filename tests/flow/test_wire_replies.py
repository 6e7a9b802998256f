"""Replies over the wire: every button as Google sends it, the sheet as Google keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from addon.ports import Delete, Query
from addon.sequences.campaign_model import EnrollmentState, Source
from addon.sequences.repository import SequenceRepository
from addon.tracking.heard_model import Heard, Outcome
from addon.tracking.repository import TrackingRepository
from tests.cast import ANA, lead_rows
from tests.fakes.enrolled import LEAD
from tests.fakes.hearing import a_heard, keep
from tests.flow.person import Person, parameters_of
from tests.flow.wire import Wire
from tests.hostile import STRINGS

TOM = ["Tom", "Lee", LEAD, "COO", "Acme", "Retail", 9, ""]


KEPT = ("campaigns", "enrollments", "heard", "events", "suppressions")


def forget(wire: Wire) -> None:
    """Leave nothing of the test before."""
    documents = wire.services.documents
    for collection in (f"tenants/{ANA.tenant}/{name}" for name in KEPT):
        documents.commit([Delete(collection, one.id) for one in documents.find(collection, Query(limit=400)).found])


class Desk:
    """Ana before the card, with what was heard of Tom, whose row is the last."""

    def __init__(self, wire: Wire, *heard: Heard) -> None:
        self.wire = wire
        forget(wire)
        self.ana: Person = wire.sheet([*lead_rows(2), TOM])
        now = wire.services.now()
        at = now - timedelta(hours=1)
        source = Source(spreadsheet_id=self.ana.file, sheet_id=0, tab="Leads")
        person = wire.services.suppressions.key_of(ANA.tenant, LEAD)
        messages = [replace(one, at=at, look_at=at) for one in heard or (a_heard(),)]
        keep(wire.services.documents, *messages, enrollment={"person": person}, source=source)
        self.ana.open()
        self.ana.press("Replies")

    def heard(self) -> Heard:
        found = TrackingRepository(self.wire.services.documents).find(ANA.tenant, "h1")
        assert found is not None
        return found

    def state(self) -> EnrollmentState:
        one = SequenceRepository(self.wire.services.documents).find(ANA.tenant, "e1")
        assert one is not None
        return one.state

    def said(self) -> str:
        """The notification of the last click; the list is empty after it."""
        assert "Nobody waits for you" in self.ana.text()
        notice: str = self.ana.answers[-1]["notification"]
        return notice


def test_home_says_how_many_wait_and_the_card_who_and_what(wire: Wire) -> None:
    desk = Desk(wire, a_heard(), a_heard(id="h2", message_id="m2", sender="eva@acme.example", sender_name="Eva"))
    assert "2 replies need you" in desk.ana.seen[-2]
    text = desk.ana.text()
    assert "tom@acme.example" in text
    assert "Wants a date · friendly" in text
    assert "Written by Eva (eva@acme.example)" in text
    assert "Step 1 · Leads" in text
    link = desk.ana.button("Open in Gmail")["onClick"]["openLink"]["url"]
    assert link == "https://mail.google.com/mail/?authuser=ana%40nordwind.example#all/t1"


@pytest.mark.parametrize(
    ("button", "outcome", "state", "notice"),
    [
        ("Meeting booked", Outcome.MEETING_BOOKED, EnrollmentState.BOOKED, "a meeting is booked"),
        ("Opt out", Outcome.OPTED_OUT, EnrollmentState.OPTED_OUT, "Opted out for good"),
        ("Done", Outcome.DONE, EnrollmentState.REPLIED, "off this list"),
    ],
)
def test_one_click_says_what_came_of_it(
    wire: Wire, button: str, outcome: Outcome, state: EnrollmentState, notice: str
) -> None:
    desk = Desk(wire)
    action = desk.ana.button(button)["onClick"]["action"]
    desk.ana.press(button)
    assert notice in desk.said()
    assert (desk.heard().outcome, desk.state()) == (outcome, state)
    after = desk.heard()
    desk.ana.act(action["function"], parameters_of(action))  # Google repeats requests
    assert (notice in desk.said(), desk.heard()) == (True, after)


def test_not_now_asks_for_a_day_and_the_reply_comes_back_on_it(wire: Wire) -> None:
    desk = Desk(wire)
    desk.ana.press("Not now")
    assert "Show it to me again on" in desk.ana.text()
    day = (wire.services.now() + timedelta(days=3)).date()
    action = desk.ana.button("Not now")["onClick"]["action"]
    desk.ana.act(action["function"], parameters_of(action), {"look_at": {"date": day.isoformat()}})  # type: ignore[dict-item]
    assert f"back here on {day}" in desk.said()
    wire.advance(96)
    desk.ana.open()
    desk.ana.press("Replies")
    assert "You put this off until today." in desk.ana.text()


def test_not_now_without_a_day_is_for_good(wire: Wire) -> None:
    desk = Desk(wire)
    desk.ana.press("Not now")
    desk.ana.press("Not now")
    assert "off this list" in desk.said()
    assert not desk.heard().needs_answer


def test_the_wrong_persons_colleague_becomes_a_row_once(wire: Wire) -> None:
    desk = Desk(wire)
    desk.ana.press("Wrong person")
    desk.ana.press("Wrong person", colleague="kim", colleague_name="Kim Ash")
    assert "Type the colleague's e-mail address" in desk.ana.answers[-1]["notification"]
    action = desk.ana.button("Wrong person")["onClick"]["action"]
    typed = {"colleague": ["Kim@Acme.example"], "colleague_name": ["Kim Ash"]}
    desk.ana.act(action["function"], parameters_of(action), typed)
    assert "kim@acme.example is added in row 5" in desk.said()
    desk.ana.act(action["function"], parameters_of(action), typed)
    assert "in the sheet already: row 5" in desk.said()
    columns = [[text for text, _ in cells] for cells in wire.grid(desk.ana.file).users()]
    assert [cells[4] for cells in columns[:3]] == ["Kim", "Ash", "kim@acme.example"]
    assert max(map(len, columns)) == 5


def test_a_colleague_whom_the_message_names_takes_one_click(wire: Wire) -> None:
    desk = Desk(wire, a_heard(contact="kim@acme.example", contact_name="=1+1"))
    assert "They name =1+1 (kim@acme.example)" in desk.ana.text()
    desk.ana.press("Wrong person")
    assert "added in row 5" in desk.said()


def test_a_label_is_corrected_and_an_opt_out_among_them_is_one(wire: Wire) -> None:
    desk = Desk(wire)
    desk.ana.press("This label is wrong")
    desk.ana.press("Save", intent="objection")
    assert "Objects · friendly" in desk.ana.text()
    assert (desk.heard().reader, desk.heard().needs_answer) == ("user", True)
    desk.ana.press("This label is wrong")
    desk.ana.press("Back")
    desk.ana.press("This label is wrong")
    desk.ana.press("Save", intent="opt_out")
    assert wire.services.suppressions.is_suppressed(ANA.tenant, LEAD)
    assert (desk.heard().outcome, desk.state()) == (Outcome.OPTED_OUT, EnrollmentState.OPTED_OUT)


def test_hostile_words_stay_words_and_hostile_clicks_do_nothing(wire: Wire) -> None:
    worst = [text for text in STRINGS if text.strip()][:5]
    heard = [
        a_heard(id=f"x{at}", message_id=f"x{at}", words=text[:200], sender_name=text[:200], contact_name=text[:200])
        for at, text in enumerate(worst)
    ]
    desk = Desk(wire, a_heard(words="<b>now</b>"), *heard)
    assert "&lt;b&gt;now" in desk.ana.text()
    before = desk.heard()
    for parameters in ({}, {"heard": "../h1"}, {"heard": "x" * 500, "page": "-1"}):
        for what in ("booked", "opt_out", "done", "wrong_person", "relabel", "not_now"):
            desk.ana.act(f"{wire.addon.origin}/addon/actions/replies.{what}", parameters)
    assert desk.heard() == before


def test_the_way_to_replies_is_there_without_any_and_in_german(wire: Wire) -> None:
    forget(wire)
    person = wire.sheet(lead_rows(1))
    assert "No reply needs you" in person.text()
    person.press("Replies")
    assert "Nobody waits for you" in person.text()
    person.locale = "de"
    person.open()
    person.press("Antworten")
    assert "Niemand wartet auf Sie" in person.text()
