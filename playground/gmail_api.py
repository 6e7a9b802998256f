"""Gmail v1 over REST, as far as the add-on and its tests need it, and as strict as Google."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Blueprint, Response, request

from playground import gmail_account, gmail_drafts, gmail_errors, gmail_faults, gmail_messages
from playground.discovery import Api, Method, load_document
from playground.gmail_call import Call, Json, Trouble
from playground.gmail_mailbox import Mailbox
from playground.google_errors import ApiError, unauthenticated
from playground.masks import apply_mask
from playground.wire import MailWorld, Token

API = "gmail"
PREFIX = "gmail.users."
METADATA = "https://www.googleapis.com/auth/gmail.metadata"


@cache
def api() -> Api:
    """Return the compiled discovery document."""
    return Api(load_document("gmail.v1"), "google.apps.gmail.v1")


HANDLERS: dict[str, Callable[[Call], Json | None]] = {
    "getProfile": gmail_account.profile,
    "labels.list": gmail_account.list_labels,
    "labels.get": gmail_account.get_label,
    "settings.sendAs.list": gmail_account.list_send_as,
    "settings.sendAs.get": gmail_account.get_send_as,
    "history.list": gmail_account.history,
    "watch": gmail_account.watch,
    "stop": gmail_account.stop,
    "drafts.create": gmail_drafts.create,
    "drafts.get": gmail_drafts.get,
    "drafts.list": gmail_drafts.list_all,
    "drafts.update": gmail_drafts.update,
    "drafts.delete": gmail_drafts.delete,
    "drafts.send": gmail_drafts.send,
    "messages.send": gmail_drafts.send_message,
    "messages.get": gmail_messages.get,
    "messages.list": gmail_messages.list_all,
    "messages.modify": gmail_messages.modify,
    "messages.trash": gmail_messages.trash,
    "messages.untrash": gmail_messages.untrash,
    "threads.get": gmail_messages.get_thread,
    "threads.list": gmail_messages.list_threads,
}


def blueprint(world: MailWorld) -> Blueprint:
    """Return the routes below ``/gmail/v1``."""
    routes = Blueprint("gmail_api", __name__)

    @routes.route("/gmail/v1/<path:rest>", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    def call_gmail(rest: str) -> Response:
        found = api().find(request.method, f"gmail/v1/{rest}")
        if found is None:
            return gmail_faults.perform(world.mailboxes, None, _unknown)
        method, places = found
        name = method.id.removeprefix(PREFIX)
        world.calls.count(API, name)
        fault = world.faults.take(API, name)
        return gmail_faults.perform(world.mailboxes, fault, lambda: _prepare(world, method, name, places))

    return routes


def _unknown() -> gmail_faults.Act:
    raise ApiError(404, "Method not found.", status="NOT_FOUND")


def _prepare(world: MailWorld, method: Method, name: str, places: dict[str, str]) -> gmail_faults.Act:
    """Check a request as Gmail does on its arrival; return what it does, be it later."""
    store = world.mailboxes
    token = _authenticate(world)
    if not token.scopes & method.scopes:
        raise gmail_errors.missing_scope(name)
    parameters = method.read_path(places) | method.read_query(list(request.args.items(multi=True)))
    body = method.read_body(request.get_data(cache=False), request.mimetype)
    mask = method.read_mask(parameters.get("fields"))
    mailbox = _mailbox(world, token, str(parameters["userId"]))
    handler = HANDLERS.get(name)
    if handler is None:
        raise ApiError(501, f"The playground does not play {method.id}.", status="UNIMPLEMENTED")
    store.quota.spend(mailbox.address, name, mailbox.habits)
    is_narrow = token.scopes & method.scopes == {METADATA}

    def act(trouble: Trouble) -> Any:
        call = Call(
            store=store, mailbox=mailbox, parameters=parameters, body=body, is_narrow=is_narrow, trouble=trouble
        )
        with store.quota.place(mailbox.address, mailbox.habits), store.act():
            answer = handler(call)
        method.check_answer(answer)
        return answer if mask is None or answer is None else apply_mask(mask, answer)

    return act


def _authenticate(world: MailWorld) -> Token:
    kind, _, bearer = request.headers.get("Authorization", "").partition(" ")
    token = world.access.look_up(bearer.strip()) if kind.lower() == "bearer" else None
    if token is None:
        raise unauthenticated()
    return token


def _mailbox(world: MailWorld, token: Token, user_id: str) -> Mailbox:
    """Return the caller's own mailbox; nobody reads another's."""
    mailbox = world.mailboxes.of_user(token.user)
    if user_id.lower() not in ("me", mailbox.address):
        raise gmail_errors.delegation_denied(user_id)
    if mailbox.habits.is_off:
        raise gmail_errors.precondition("Mail service not enabled")
    return mailbox
