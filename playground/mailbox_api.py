"""The page's API to the mailboxes, below ``/play/mailboxes``: looking, and the hands of people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, jsonify, request

from playground import gmail_hands, gmail_shown
from playground.gmail_hands import HandError, Written
from playground.gmail_mailbox import Mailbox
from playground.gmail_store import Mailboxes
from playground.google_errors import ApiError
from playground.wire import MailWorld

Json = dict[str, Any]
Hand = Callable[[Mailboxes, Mailbox, Json], object]
MAX_TEXT = 5_000_000
GONE = "This draft is gone."


class NoMailboxError(HandError):
    """Nobody has this address."""


def blueprint(world: MailWorld) -> Blueprint:
    """Return the routes of the mail view."""
    routes = Blueprint("mailbox_api", __name__, url_prefix="/play/mailboxes")
    store = world.mailboxes

    @routes.get("")
    def listing() -> Response:
        with store.act():
            return jsonify({"mailboxes": gmail_shown.listing(store)})

    @routes.get("/<address>")
    def threads(address: str) -> Response:
        with store.act():
            return _box(_find(store, address))

    @routes.post("/<address>/<hand>", defaults={"what": "", "about": ""})
    @routes.post("/<address>/<what>/<about>/<hand>")
    def act(address: str, what: str, about: str, hand: str) -> Response:
        asked = request.get_json(silent=True) if request.content_length else {}
        do = HANDS.get((what, hand))
        if do is None or not isinstance(asked, dict):
            raise HandError("there is no such hand" if do is None else "the body must be a JSON object")
        with store.act():
            mailbox = _find(store, address)
            do(store, mailbox, asked | {"id": about})
            return _box(mailbox)

    @routes.errorhandler(HandError)
    @routes.errorhandler(ApiError)
    def refuse(error: HandError | ApiError) -> tuple[Response, int]:
        if isinstance(error, NoMailboxError):
            return jsonify({"message": str(error)}), 404
        if not isinstance(error, ApiError):
            return jsonify({"message": str(error)}), 400
        return jsonify({"message": GONE if error.code == 404 else error.message}), error.code

    return routes


def _find(store: Mailboxes, address: str) -> Mailbox:
    found = store.find(address.lower())
    if found is None:
        raise NoMailboxError(f"there is no mailbox {address}")
    return found


def _box(mailbox: Mailbox) -> Response:
    return jsonify({"address": mailbox.address, "threads": gmail_shown.threads(mailbox)})


def _text(asked: Mapping[str, Any], key: str) -> str:
    value = asked.get(key, "")
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise HandError(f"{key} must be text")
    return value


def _headers(asked: Mapping[str, Any]) -> dict[str, str]:
    headers = asked.get("headers", {})
    if not isinstance(headers, dict) or not all(isinstance(value, str) for value in headers.values()):
        raise HandError("headers must map names to texts")
    return headers


# --- hands ------------------------------------------------------------------------------------------------------------
def _receive(store: Mailboxes, mailbox: Mailbox, asked: Json) -> object:
    written = Written(
        sender=_text(asked, "from"),
        subject=_text(asked, "subject"),
        text=_text(asked, "text"),
        html=_text(asked, "html"),
        in_reply_to=_text(asked, "in_reply_to"),
        headers=_headers(asked),
    )
    return gmail_hands.receive(store, mailbox.address, written)


def _write(store: Mailboxes, mailbox: Mailbox, asked: Json) -> object:
    to, subject, text = _text(asked, "to"), _text(asked, "subject"), _text(asked, "text")
    return gmail_hands.write(store, mailbox, to, subject, text, _text(asked, "in_reply_to"))


def _edit(store: Mailboxes, mailbox: Mailbox, asked: Json) -> object:
    to, subject, text = _text(asked, "to"), _text(asked, "subject"), _text(asked, "text")
    return gmail_hands.edit_draft(store, mailbox, asked["id"], to, subject, text)


def _set_habits(store: Mailboxes, mailbox: Mailbox, asked: Json) -> None:
    """Change how the mailbox behaves; what is not named stays. ``limited_until`` is an ISO time with its offset."""
    del store
    wanted = {name: value for name, value in asked.items() if name != "id"}
    current = mailbox.habits
    for name, value in wanted.items():
        if not hasattr(current, name):
            raise HandError(f"there is no habit {name[:40]}")
        if not _is_like(value, getattr(current, name)):
            raise HandError(f"{name} must be like {getattr(current, name)!r}")
    if until := wanted.get("limited_until"):
        _check_instant(until)
    mailbox.habits = replace(current, **wanted)
    mailbox.is_changed = True


def _is_like(value: Any, current: Any) -> bool:
    if isinstance(current, list):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if isinstance(current, bool) or isinstance(value, bool):
        return isinstance(current, bool) and isinstance(value, bool)
    if isinstance(current, str):
        return isinstance(value, str)
    return isinstance(value, int) or (isinstance(current, float) and isinstance(value, float))


def _check_instant(text: str) -> None:
    try:
        if datetime.fromisoformat(text).tzinfo is None:
            raise ValueError
    except ValueError:
        raise HandError("limited_until must be an ISO time with its offset") from None


def _forget(store: Mailboxes, mailbox: Mailbox, asked: Json) -> None:
    del store, asked
    mailbox.forget_history()


HANDS: dict[tuple[str, str], Hand] = {
    ("", "receive"): _receive,
    ("", "write"): _write,
    ("", "habits"): _set_habits,
    ("", "forget_history"): _forget,
    ("drafts", "edit"): _edit,
    ("drafts", "send"): lambda store, mailbox, asked: gmail_hands.send_draft(store, mailbox, asked["id"]),
    ("drafts", "delete"): lambda store, mailbox, asked: gmail_hands.delete_draft(store, mailbox, asked["id"]),
    ("messages", "read"): lambda store, mailbox, asked: gmail_hands.read(store, mailbox, asked["id"]),
}
