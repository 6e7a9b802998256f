"""What happened in a sequence, the latest first: when, what, to whom, why, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from addon.sequences.campaign_model import Campaign
from addon.sequences.event_model import RECIPIENT, SYSTEM, EventType
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import Told
from addon.sequences.signal_model import SignalKind
from cards import widgets as w
from cards.actions import Action, Param
from cards.campaign import parameters, title
from cards.held_reasons import HELD_REASONS
from cards.response import Card
from cards.waits import WAITS
from cards.words import Message, moment, say

WORDS = {
    EventType.APPROVED: Message("Approved"),
    EventType.QUEUED: Message("Taken into the sequence"),
    EventType.SENT: Message("Sent"),
    EventType.DEFERRED: Message("Put off"),
    EventType.BOUNCED: Message("Came back"),
    EventType.REJECTED: Message("Refused"),
    EventType.COMPLAINED: Message("Complained of"),
    EventType.AUTORESPONDED: Message("Answered by a machine"),
    EventType.REPLIED: Message("Answered"),
    EventType.UNSUBSCRIBED: Message("Opted out"),
    EventType.OPENED: Message("Opened"),
    EventType.CLICKED: Message("A link was followed"),
    EventType.BOOKED: Message("A meeting was booked"),
    EventType.BOOKING_CANCELLED: Message("A meeting was called off"),
    EventType.RESUMED: Message("Goes on"),
    EventType.HELD: Message("Held"),
    EventType.CANCELLED: Message("Ended"),
    EventType.FAILED: Message("Failed"),
}
"""What each event is called."""

REASONS: dict[str, Message] = {
    "changed": Message("The steps or cells as they are now"),
    "paused": Message("Pause was pressed"),
    "undone": Message("Undo was pressed"),
    "stopped": Message("Stop was pressed"),
    "cancelled": Message("Cancel this was pressed"),
    "retried": Message("Retry was pressed"),
    "found_sent": Message("A sent copy was found"),
    "marked_sent": Message("Marked as sent"),
    "new_attempt": Message("Another attempt was confirmed"),
    "replaced": Message("Another attempt takes its place"),
    "rate_limited": Message("Google's limit"),
    "no_step": Message("This step was taken out"),
    "opted_out": WAITS[Lock.OPTED_OUT],
    SignalKind.AWAY: Message("They are away"),
    SignalKind.NOTED: Message("Nothing follows from it"),
    "back_again": Message("They are back"),
}
"""Why, where neither a lock nor the Held card has a sentence for it."""


def log(campaign: Campaign, told: Sequence[Told], user: str, *, page: int = 0, has_older: bool = False) -> Card:
    """Show a page of a campaign's events as ``user``, the sub of its reader, sees them."""
    lines = [_line(one, campaign, user) for one in told] or [w.paragraph(say("Nothing has happened yet."))]
    here = parameters(campaign)
    return w.card(
        say("Log"),
        [
            w.section(*lines),
            w.section(
                w.buttons(
                    w.button(say("Newer"), Action.SHOW_LOG, here | {Param.PAGE: str(page - 1)}) if page else None,
                    w.button(say("Older"), Action.SHOW_LOG, here | {Param.PAGE: str(page + 1)}) if has_older else None,
                ),
                w.buttons(
                    w.button(say("Back to the sequence"), Action.SHOW_SEQUENCE, here),
                    w.button(say("Back to Home"), Action.SHOW_HOME, here),
                ),
            ),
        ],
        subtitle=title(campaign),
        name="log",
    )


def _line(one: Told, campaign: Campaign, user: str) -> w.Widget:
    words = say(WORDS[one.event.type])
    what = say("{what}: step {step}", what=words, step=one.step) if one.step else words
    when = moment(one.event.at, campaign.zone)
    return w.fact(
        "\n".join(filter(None, (what, one.to, _why(one.event.reason)))),
        label=say("{time} · {who}", time=when, who=_who(one.event.by, user)),
    )


def _who(by: str, user: str) -> str:
    if by == SYSTEM:
        return say("by itself")
    if by == RECIPIENT:
        return say("by the recipient")
    return say("by you") if by == user else say("by a colleague")


def _why(reason: str) -> str:
    """Say why; a word without a sentence is given as it is, for whoever must look into it."""
    if not reason:
        return ""
    if reason in REASONS:
        return say(REASONS[reason])
    if reason in WAITS:
        return say(WAITS[Lock(reason)])
    return say(HELD_REASONS[reason]) if reason in HELD_REASONS else reason
