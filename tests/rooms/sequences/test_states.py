"""The moves that are allowed, and no other; the page that draws them is up to date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from addon.errors import Conflict
from addon.sequences.campaign_model import Campaign, CampaignState, Enrollment, EnrollmentState
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.states import (
    CAMPAIGN_MOVES,
    ENROLLMENT_MOVES,
    SEND_MOVES,
    Moves,
    drawn,
    may_follow,
    moved_campaign,
    moved_enrollment,
    moved_send,
)
from deploy.draw_states import PAGE, main
from tests.fakes.enrolled import NOW, a_campaign, a_send, an_enrollment

LATER = NOW + timedelta(minutes=1)

SEND = {
    "queued": "drafting held cancelled",
    "drafting": "drafted held failed cancelled",
    "drafted": "sending sent held cancelled",
    "sending": "sent drafted sending held failed cancelled",
    "held": "drafted queued sent cancelled",
    "sent": "",
    "failed": "",
    "cancelled": "",
}
ENROLLMENT = {
    "active": "away paused held finished replied booked opted_out bounced cancelled",
    "away": "active paused held finished replied booked opted_out bounced cancelled",
    "paused": "active held finished replied booked opted_out bounced cancelled",
    "held": "active finished replied booked opted_out bounced cancelled",
    "finished": "replied booked opted_out bounced",
    "replied": "booked opted_out",
    "booked": "opted_out",
    "opted_out": "",
    "bounced": "",
    "cancelled": "replied opted_out",
}
CAMPAIGN = {
    "draft": "scheduled cancelled",
    "scheduled": "running paused cancelled",
    "running": "paused finished cancelled",
    "paused": "scheduled cancelled",
    "finished": "running",
    "cancelled": "",
}
MACHINES: list[tuple[dict[str, str], Moves, type[StrEnum], Callable[..., Any], Callable[..., Any]]] = [
    (SEND, SEND_MOVES, SendState, moved_send, a_send),
    (ENROLLMENT, ENROLLMENT_MOVES, EnrollmentState, moved_enrollment, an_enrollment),
    (CAMPAIGN, CAMPAIGN_MOVES, CampaignState, moved_campaign, a_campaign),
]
PAIRS = [
    (moved, made, old, new, new in wanted[old].split())
    for wanted, _, states, moved, made in MACHINES
    for old in states
    for new in states
]


@pytest.mark.parametrize(("wanted", "moves", "states"), [machine[:3] for machine in MACHINES])
def test_the_tables_know_every_state(wanted: dict[str, str], moves: Moves, states: type[StrEnum]) -> None:
    assert set(moves) == set(states) == set(wanted)
    assert all(why for following in moves.values() for why in following.values())


@pytest.mark.parametrize(("moved", "made", "old", "new", "is_allowed"), PAIRS)
def test_a_state_follows_exactly_where_the_protocol_says_so(
    moved: Callable[..., Any], made: Callable[..., Any], old: StrEnum, new: StrEnum, is_allowed: bool
) -> None:
    one = made(state=old)
    if not is_allowed:
        with pytest.raises(Conflict) as refused:
            moved(one, new, LATER)
        assert (refused.value.reason, refused.value.values) == ("no_such_move", {"old": str(old), "new": str(new)})
        return
    fresh = moved(one, new, LATER)
    assert (fresh.state, fresh.updated_at) == (new, LATER)
    kept = {"state": one.state, "updated_at": one.updated_at}
    assert replace(fresh, **kept, **({"is_unsaid": False} if made is an_enrollment else {})) == one


def test_a_move_takes_what_comes_with_it() -> None:
    assert moved_send(a_send(), SendState.HELD, LATER, reason="edited").reason == "edited"
    assert moved_campaign(a_campaign(), CampaignState.PAUSED, LATER, reason="x").reason == "x"


def test_an_enrollment_that_moved_has_its_row_told() -> None:
    assert moved_enrollment(an_enrollment(), EnrollmentState.PAUSED, LATER).is_unsaid


@pytest.mark.parametrize("state", SendState)
def test_what_is_final_is_left_only_by_a_person(state: SendState) -> None:
    if state.is_final:
        assert state is SendState.HELD or not SEND_MOVES[state]
        assert not may_follow(SEND_MOVES, state, SendState.SENDING)
    else:
        assert SEND_MOVES[state]


def test_a_draft_is_asked_to_go_only_from_where_its_id_is_stored() -> None:
    before = {old for old in SendState if may_follow(SEND_MOVES, old, SendState.SENDING)}
    assert before == {SendState.DRAFTED, SendState.SENDING}


@pytest.mark.parametrize("over", [one for one in EnrollmentState if one.is_over and one is not EnrollmentState.HELD])
def test_nothing_goes_on_for_somebody_it_is_over_for(over: EnrollmentState) -> None:
    assert not may_follow(ENROLLMENT_MOVES, over, EnrollmentState.ACTIVE)


def test_an_opt_out_counts_wherever_it_is_not_over_already() -> None:
    deaf = {one for one in EnrollmentState if not may_follow(ENROLLMENT_MOVES, one, EnrollmentState.OPTED_OUT)}
    assert deaf == {"opted_out", "bounced"}


def test_the_page_shows_the_tables() -> None:
    assert PAGE.read_text(encoding="utf-8") == drawn(), "python -m deploy.draw_states draws it anew"


def test_drawing_writes_the_page(tmp_path: Path) -> None:
    page = tmp_path / "states.md"
    assert main(page) == 0
    text = page.read_text(encoding="utf-8")
    assert text == drawn()
    begun = [
        field.default for model in (Send, Enrollment, Campaign) for field in fields(model) if field.name == "state"
    ]
    assert re.findall(r"\[\*\] --> (\w+)", text) == begun
    for _, moves, _, _, _ in MACHINES:
        for old, following in moves.items():
            for new, why in following.items():
                assert f"    {old} --> {new}\n" in text
                assert f"| {old} | {new} | {why} |\n" in text
