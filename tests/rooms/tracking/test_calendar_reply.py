"""What a calendar sends says whether they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.tracking.calendar_reply import calendar_answer
from addon.tracking.inbound_model import Inbound, Part


def sent(ics: str, **parameters: str) -> Inbound:
    calendar = Part(kind="text/calendar", text=ics, parameters=tuple(parameters.items()))
    return Inbound(parts=(Part(kind="text/plain", text="METHOD:REPLY"), calendar))


def reply(status: str) -> str:
    return (
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"ATTENDEE;CN=Max Mann;ROLE=REQ-PARTICIPANT;PART\r\n STAT={status}:mailto:max@acme.example\r\nEND:VEVENT\r\n"
    )


@pytest.mark.parametrize(
    ("status", "says"),
    [("ACCEPTED", "accepted"), ("declined", "declined"), ("TENTATIVE", "tentative"), ("NEEDS-ACTION", "")],
)
def test_an_invitation_answered(status: str, says: str) -> None:
    assert calendar_answer(sent(reply(status))) == says


@pytest.mark.parametrize(
    ("method", "says"), [("COUNTER", "counter"), ("request", "request"), ("PUBLISH", ""), ("CANCEL", "")]
)
def test_another_time_and_an_invitation(method: str, says: str) -> None:
    assert calendar_answer(sent(f"BEGIN:VCALENDAR\nMETHOD:{method}\nEND:VCALENDAR")) == says
    assert calendar_answer(sent("BEGIN:VCALENDAR\nEND:VCALENDAR", method=method)) == says


def test_lines_of_any_end_are_read() -> None:
    for end in ("\r", "\n"):
        assert calendar_answer(sent(reply("ACCEPTED").replace("\r\n", end))) == "accepted"


def test_no_calendar_says_nothing() -> None:
    assert calendar_answer(Inbound(parts=(Part(kind="text/plain", text="METHOD:REPLY"),))) == ""


@given(st.text(max_size=200))
def test_any_text_gives_one_of_the_words(text: str) -> None:
    said = calendar_answer(sent(f"METHOD:REPLY\nATTENDEE;{text}"))
    assert said in {"", "accepted", "declined", "tentative", "counter", "request"}
