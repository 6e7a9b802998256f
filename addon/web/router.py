"""One door for everything Google calls: who is it, what is it, which handler, and the answer in Google's form.

The order is a promise: the system token before the body is parsed, the user's token before any handler runs.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

import orjson
from flask import Blueprint, Response, request

from addon.accounts.model import Caller
from addon.config import Config
from addon.errors import AssistantError, Conflict, Invalid, Label, Unavailable
from addon.lib import log
from addon.lib.ids import reference as new_reference
from addon.web.bearer import bearer
from addon.web.body import posted_json
from addon.web.event_object import Event
from addon.web.verify import Verifier
from cards.actions import Action
from cards.notice import problem
from cards.response import ActionEnvelope, Entry, Reply, envelope, notify, push
from cards.words import say, speaking

if TYPE_CHECKING:
    from addon.services import Services

_LOG = logging.getLogger(__name__)

MAX_BODY = 1024 * 1024
"""Bytes of an event; Google's are a few kilobytes."""

Handler = Callable[["Services", Event, Caller], Reply]
"""Reads typed input, calls one service, chooses a card. May raise the four errors; must bear being called twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """What is built. ``triggers`` and ``universal`` are keyed by path; a universal action answers as a click does."""

    triggers: Mapping[str, Handler] = field(default_factory=dict)
    universal: Mapping[str, Handler] = field(default_factory=dict)
    actions: Mapping[Action, Handler] = field(default_factory=dict)


class Router:
    """Answers Google's calls with the handlers of ``routes``."""

    def __init__(self, config: Config, verifier: Verifier, services: Callable[[], Services], routes: Routes) -> None:
        self._verifier = verifier
        self._services = services
        self._routes = routes
        self._actions = {str(name): handler for name, handler in routes.actions.items()}
        self._form = ActionEnvelope(config.addon_action_envelope)
        self._base_url = config.base_url

    def blueprint(self) -> Blueprint:
        """Return the blueprint of every path Google may POST to."""
        made = Blueprint("addon", __name__)
        for path, handler in self._routes.triggers.items():
            made.add_url_rule(path, path, self._view(handler, Entry.TRIGGER), methods=["POST"])
        for path, handler in self._routes.universal.items():
            made.add_url_rule(path, path, self._view(handler, Entry.ACTION), methods=["POST"])
        made.add_url_rule("/addon/actions/<action>", "action", self._act, methods=["POST"])
        return made

    def _view(self, handler: Handler, entry: Entry) -> Callable[[], Response]:
        return lambda: self._answer(handler, entry)

    def _act(self, action: str) -> Response:
        if action in self._actions:
            log.note(action=action)
        return self._answer(self._actions.get(action, _not_built), Entry.ACTION)

    def _answer(self, handler: Handler, entry: Entry) -> Response:
        self._verifier.verify_system(bearer(), request.path)
        try:
            event = Event.read(posted_json())
        except Invalid as error:
            return self._json(_shown(error, entry), entry)
        caller = replace(
            self._verifier.verify_user(event.user_id_token), locale=event.locale, time_zone=event.time_zone
        )
        with speaking(event.locale):
            return self._json(self._handled(handler, event, caller, entry), entry)

    def _handled(self, handler: Handler, event: Event, caller: Caller, entry: Entry) -> Reply:
        """Return the handler's reply; whatever goes wrong in it becomes something a person can read."""
        try:
            with log.part("handler"):
                return self._tried(handler, event, caller)
        except AssistantError as error:
            _note(error)
            return _shown(error, entry)
        except Exception as error:
            reference = _reference()
            _LOG.exception("web.handler_broke", extra={"line": {"event": "web.handler_broke", "id": reference}})
            _note(error)
            return _card(say("Something went wrong on our side. Nothing was lost; try again."))

    def _tried(self, handler: Handler, event: Event, caller: Caller) -> Reply:
        services = self._services()
        try:
            return handler(services, event, caller)
        except Conflict:
            log.count("conflicts")
        return handler(services, event, caller)  # read again what somebody else moved, and decide anew

    def _json(self, reply: Reply, entry: Entry) -> Response:
        body = envelope(reply, entry, self._form, self._base_url)
        return Response(_encoded(body), mimetype="application/json")


def _encoded(body: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(body)
    except (TypeError, ValueError):  # half a surrogate pair from a sheet: escape it
        return json.dumps(body).encode()


def _not_built(services: Services, event: Event, caller: Caller) -> Reply:  # noqa: ARG001
    return notify(
        say("This button belongs to another version of the add-on. Press Refresh, or open the sidebar again.")
    )


def _reference() -> str:
    return log.current_reference() or new_reference()


def _note(error: Exception) -> None:
    reason = error.reason if isinstance(error, AssistantError) else "unexpected"
    log.note(outcome=type(error).__name__.lower(), reason=reason)


def _shown(error: AssistantError, entry: Entry) -> Reply:
    """Return what the user sees: a mend beside the form they are in, anything else as a card.

    The card is pushed, also after a click: Google's back arrow then leads to the form as it was.
    """
    if isinstance(error, Invalid) and entry is Entry.ACTION:
        return notify(f"{_said(error)} ({_reference()})")
    return _card(_sentence(error))


def _sentence(error: AssistantError) -> str:
    if isinstance(error, Conflict):
        return say("Somebody else changed this at the same moment. Press Refresh and try again.")
    if isinstance(error, Unavailable) and error.retry_at:
        at = f"{error.retry_at.astimezone(UTC):%H:%M}"
        return say("{problem} Try again after {time} UTC.", problem=_said(error), time=at)
    if isinstance(error, Unavailable):
        return say("{problem} Try again in a minute.", problem=_said(error))
    return _said(error)


def _said(error: AssistantError) -> str:
    values = {name: say(value) if isinstance(value, Label) else value for name, value in error.values.items()}
    return say(error.template, **values)


def _card(message: str) -> Reply:
    return push(problem(message, _reference()))
