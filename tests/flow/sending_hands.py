"""Where hands find a sequence: a draft that waits, one that disappeared, one a hand edited; and what they then see."""

from __future__ import annotations

import json
from email import message_from_bytes, policy

from addon.sequences.campaign_model import Campaign, CampaignState, Enrollment, EnrollmentState
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.recipe_model import Recipe, Step
from addon.web.event_object import Event
from addon.web.held_actions import show_held
from cards.actions import Param
from tests.cast import ANA
from tests.fakes.gmail_account import FakeMessage
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.fakes.world import FILE

LEAD = "person0@firm0.example"
TWO_WEEKS = 24 * 14
ONE_STEP = Recipe(steps=(Step(id="first"),))


def state_of(morning: Morning, campaign: Campaign) -> CampaignState:
    return morning.services().sequences.campaign(ANA, campaign.id).state


def only(morning: Morning, campaign: Campaign) -> tuple[Enrollment, Send]:
    [one], [send] = morning.enrollments(campaign), morning.sends()
    return one, send


def body_of(message: FakeMessage) -> str:
    parsed = message_from_bytes(message.raw, policy=policy.default)
    part = parsed.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def drafted(morning: Morning, recipe: Recipe = ONE_STEP) -> Campaign:
    """Have Gmail fail between the draft and the request: a draft stands that was never asked to go."""
    campaign = morning.confirmed(recipe)
    morning.mailboxes.order("find_draft", Fault.BUSY)
    morning.work(hours=0.03)
    [send] = morning.sends()
    assert (send.state, send.was_requested) == (SendState.DRAFTED, False)
    assert list(morning.box.drafts) == [send.draft_id]
    return campaign


def left(morning: Morning) -> list[tuple[str, int]]:
    return [(one.to, one.step) for one in morning.services().held.left(ANA)]


def card(morning: Morning, **parameters: str) -> str:
    event = Event(sheet_id=FILE, access_token="token", parameters=parameters)
    return json.dumps(show_held(morning.services(), event, ANA).navigations, default=str)


def addresses(people: int) -> list[str]:
    return [f"person{number}@firm{number}.example" for number in range(people)]


def gone(morning: Morning, recipe: Recipe = ONE_STEP) -> tuple[Campaign, Enrollment]:
    """Have a draft disappear after its request, without a copy: nobody knows whether it went."""
    campaign = morning.confirmed(recipe)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=0.03)
    [draft] = morning.box.drafts
    morning.box.user_deletes(draft)
    morning.work(hours=26)
    one, send = only(morning, campaign)
    assert (one.state, send.state, one.reason) == (EnrollmentState.HELD, SendState.HELD, "draft_gone")
    return campaign, one


def edited(morning: Morning, recipe: Recipe = ONE_STEP) -> tuple[Campaign, Enrollment]:
    """Have the user edit a draft before it was asked to go."""
    campaign = drafted(morning, recipe)
    [draft] = morning.box.drafts
    morning.box.user_edits(draft, text="A better text")
    morning.work(hours=1)
    one, _ = only(morning, campaign)
    assert (one.state, one.reason) == (EnrollmentState.HELD, "edited_draft")
    return campaign, one


def press(morning: Morning, one: Enrollment) -> Event:
    return Event(sheet_id=FILE, access_token="token", parameters={Param.ENROLLMENT: one.id, Param.SEND: one.send_id})
