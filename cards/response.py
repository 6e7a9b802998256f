"""The envelopes, in one place: what a handler decides (``Reply``) becomes the JSON Google reads.

Triggers answer ``{"action": …}``; clicks answer ``{"renderActions": {"action": …}}`` or, with
``ADDON_ACTION_ENVELOPE=bare``, the trigger's form: Google's own texts disagree on clicks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Card = dict[str, Any]
"""A card as the JSON of google.apps.card.v1.Card; action functions are paths until ``envelope`` makes them URLs."""


class Entry(StrEnum):
    """How Google called us: a trigger, a click, or typing in a field with suggestions."""

    TRIGGER = "trigger"
    ACTION = "action"
    SUGGEST = "suggest"


class ActionEnvelope(StrEnum):
    """The form a click is answered in (``ADDON_ACTION_ENVELOPE``)."""

    WRAPPED = "wrapped"
    BARE = "bare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to show: card moves in order, a notification in plain text, or a request for the open file.

    ``opens`` is the path of a page of ours to open beside the cards. ``asks_scopes`` has Google ask the user for
    scopes and then repeat the request; nothing else of the reply is used then.
    """

    navigations: tuple[Mapping[str, Any], ...] = ()
    notification: str = ""
    asks_for_file: bool = False
    opens: str = ""
    asks_scopes: tuple[str, ...] = ()
    state_changed: bool = False


def push(card: Card) -> Reply:
    """Put a card on top of the stack."""
    return Reply(navigations=({"pushCard": card},))


def update(card: Card, notification: str = "") -> Reply:
    """Replace the card on top; equal input names keep what was typed."""
    return Reply(navigations=({"updateCard": card},), notification=notification)


def home(card: Card, notification: str = "") -> Reply:
    """Go back to the first card and replace it."""
    return Reply(navigations=({"popToRoot": True}, {"updateCard": card}), notification=notification, state_changed=True)


def back(card: Card, notification: str) -> Reply:
    """Take the card on top away and replace the one below it."""
    return Reply(navigations=({"pop": True}, {"updateCard": card}), notification=notification, state_changed=True)


def notify(text: str) -> Reply:
    """Say one sentence at the bottom and leave the cards alone."""
    return Reply(notification=text)


def open_page(path: str, card: Card) -> Reply:
    """Open a page of ours in a new tab, and put the card that leads to it on top of the stack."""
    return Reply(navigations=({"pushCard": card},), opens=path)


def ask_for_file() -> Reply:
    """Have Google ask the user for access to the open file; good only as the answer to a click."""
    return Reply(asks_for_file=True)


def ask_scopes(scopes: Sequence[str]) -> Reply:
    """Have Google ask the user for these of the add-on's scopes, and call us once more with the answer."""
    return Reply(asks_scopes=tuple(map(str, scopes)))


def envelope(reply: Reply, entry: Entry, form: ActionEnvelope, base_url: str) -> dict[str, Any]:
    """Return the JSON of a reply, with every action function and page of ours made absolute under ``base_url``."""
    if reply.asks_scopes:
        return {"requesting_google_scopes": {"scopes": list(reply.asks_scopes)}}
    action: dict[str, Any] = {}
    if reply.navigations:
        action["navigations"] = [_absolute(navigation, base_url) for navigation in reply.navigations]
    if reply.notification:
        action["notification"] = {"text": reply.notification}
    if reply.opens:
        action["link"] = {"url": base_url + reply.opens, "openAs": "FULL_SIZE", "onClose": "NOTHING"}
    render: dict[str, Any] = {"action": action} if action else {}
    if reply.asks_for_file:
        render["hostAppAction"] = {"editorAction": {"requestFileScopeForActiveDocument": {}}}
    if entry is Entry.TRIGGER or form is ActionEnvelope.BARE:
        return render
    return {"renderActions": render, "stateChanged": reply.state_changed}


def _absolute(value: Any, base_url: str) -> Any:
    if isinstance(value, dict):
        return {
            key: base_url + inner
            if key in ("function", "url") and str(inner).startswith("/")
            else _absolute(inner, base_url)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_absolute(item, base_url) for item in value]
    return value
