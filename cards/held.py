"""What needs a person: each held mail with its reason and its buttons, and the question before a second copy."""

from __future__ import annotations

from collections.abc import Sequence

from addon.sequences.delivery_model import SendState
from addon.sequences.gate_model import RENEWED
from addon.sequences.plan_model import HeldMail
from cards import widgets as w
from cards.actions import Action, Param
from cards.held_reasons import TAKEN_BACK, held_reason
from cards.response import Card
from cards.words import number, say, say_many

PAGE_SIZE = 10
"""Held mails on one card: two widgets each, so that a card stays one a person reads."""

MAX_TOGETHER = 5
"""Sequences offered to be approved at once."""

MAX_LEFT = 20
"""Drafts named that stay in Gmail."""

Place = dict[Param, str]


def held(
    items: Sequence[HeldMail], place: Place, *, page: int = 0, total: int | None = None, left: Sequence[HeldMail] = ()
) -> Card:
    """Show a page of the held mails, those first that ask something.

    ``items`` are all that are known, ``total`` is how many there are (None: the same).
    ``left`` are mails that were ended after their draft was asked to be sent: their drafts stay with the user.
    """
    items = sorted(items, key=lambda one: not one.asks)
    total = max(len(items), total or 0)
    page = min(max(page, 0), max(len(items) - 1, 0) // PAGE_SIZE)
    shown = items[page * PAGE_SIZE :][:PAGE_SIZE]
    return w.card(
        say_many("{count} mail needs you", "{count} mails need you", total),
        [
            w.section(w.paragraph(_what(total)), *_together(items, place)),
            *(w.section(*_held(item, place)) for item in shown),
            _left(left),
            w.section(_pages(place, page, total, len(items)), _ways(place, page)),
        ],
        name="held",
    )


def _what(total: int) -> str:
    if not total:
        return say("Nothing is held. What can go goes by itself.")
    return say("Each of these mails says why it stopped. Nothing happens to them until you decide.")


def _together(items: Sequence[HeldMail], place: Place) -> list[w.Widget]:
    """Offer each sequence of which several mails want only a new approval to be approved at once."""
    waiting = [one for one in items if one.campaign and one.reason in RENEWED and not one.may_be_out]
    names = {one.campaign: one.campaign_name for one in waiting}
    several = [id for id in names if sum(one.campaign == id for one in waiting) > 1]
    return [_approve_all(id, names[id], place) for id in several[:MAX_TOGETHER]]


def _approve_all(campaign: str, name: str, place: Place) -> w.Widget:
    button = w.button(say("Approve all anew"), Action.RENEW_ALL_HELD, place | {Param.CAMPAIGN: campaign})
    return w.fact(say("Several mails wait for nothing but a new approval."), label=name, button=button)


def _held(item: HeldMail, place: Place) -> tuple[w.Widget | None, ...]:
    lines = (item.to, held_reason(item.reason), _warning(item))
    return w.fact("\n".join(filter(None, lines)), label=_where(item)), w.buttons(*_buttons(item, place))


def _warning(item: HeldMail) -> str:
    if item.asks:
        return say("A copy may already have gone. Look into your Sent folder first. Do you want to send another one?")
    return say("A copy may already have gone: look into your Sent folder.") if item.may_be_out else ""


def _where(item: HeldMail) -> str:
    if not item.row:
        return say("Step {step}", step=number(item.step))
    return say("Row {row} · step {step}", row=number(item.row), step=number(item.step))


def _buttons(item: HeldMail, place: Place) -> list[w.Widget | None]:
    parameters = place | {Param.ENROLLMENT: item.enrollment} | ({Param.SEND: item.send.id} if item.send else {})
    made = [w.button(text, action, parameters) for text, action in _offers(item)]
    return [*made, w.button(say("Cancel this"), Action.CANCEL_HELD, parameters)]


def _offers(item: HeldMail) -> list[tuple[str, Action]]:
    """Return what may be done beside cancelling: a mail that Gmail refused, or that was ended, has nothing else."""
    if item.send and item.send.state in (SendState.FAILED, SendState.CANCELLED, SendState.SENDING):
        return []
    sent = [(say("Mark sent"), Action.SENT_HELD)] if item.send and item.send.state is SendState.HELD else []
    if item.asks:
        return [*sent, (say("Yes, send another one"), Action.YES_HELD)]
    retry = (say("Retry"), Action.RETRY_HELD)
    if item.reason in RENEWED:
        others = sent if item.may_be_out else [retry] if item.reason in TAKEN_BACK else []
        return [(say("Approve anew"), Action.RENEW_HELD), *others]
    return [retry, *sent]


def _left(left: Sequence[HeldMail]) -> w.Widget:
    if not left:
        return {}
    lines = [f"{_where(item)} · {item.to}" for item in left[:MAX_LEFT]]
    more = len(left) - MAX_LEFT
    if more > 0:
        lines.append(say_many("{count} more", "{count} more", more))
    why = say("You ended these while it was open whether they had gone, so we do not touch their drafts.")
    return w.section(w.paragraph("\n".join([why, *lines])), header=say("Left in your Drafts"))


def _pages(place: Place, page: int, total: int, known: int) -> w.Widget | None:
    after = total - (page + 1) * PAGE_SIZE
    more = say_many("{count} more", "{count} more", after) if (page + 1) * PAGE_SIZE < known else ""
    return w.buttons(
        w.button(say("Back"), Action.SHOW_HELD, place | {Param.PAGE: str(page - 1)}) if page else None,
        w.button(more, Action.SHOW_HELD, place | {Param.PAGE: str(page + 1)}) if more else None,
    )


def _ways(place: Place, page: int) -> w.Widget | None:
    return w.buttons(
        w.button(say("Refresh"), Action.SHOW_HELD, place | {Param.PAGE: str(page)}),
        w.button(say("Back to Home"), Action.SHOW_HOME, place),
    )
