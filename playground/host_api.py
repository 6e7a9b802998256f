"""The page's API to the host: the sidebar's calls, the settings of the stand-ins, clock, reset and state."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, jsonify, request

from playground import fault_targets, judge, scope_words
from playground.cast import CAST, User
from playground.clock import Walk
from playground.events import Click
from playground.faults import EVERY_METHOD, BadFaultError
from playground.form_inputs import read_typed
from playground.judge_card import RefusedError
from playground.platform import Visit

if TYPE_CHECKING:
    from playground.world import World

_LOCALE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")

MAX_HOURS = 24 * 366 * 2
JsonObject = dict[str, Any]


class BadAskError(ValueError):
    """The page asked for something that cannot be; its message goes back with status 400."""


def blueprint(world: World) -> Blueprint:
    """Return the routes of the host."""
    routes = Blueprint("host", __name__)
    for path, answer in _posts(world).items():
        routes.add_url_rule(path, path.strip("/").replace("/", "_"), _with_body(answer), methods=["POST"])
    routes.add_url_rule("/play/session", view_func=lambda: jsonify(session(world)), endpoint="session")
    routes.add_url_rule("/state", view_func=lambda: jsonify(world.state()), endpoint="state")

    @routes.errorhandler(BadAskError)
    @routes.errorhandler(BadFaultError)
    def refuse(error: ValueError) -> tuple[Response, int]:
        return jsonify({"message": str(error)}), 400

    return routes


def _posts(world: World) -> dict[str, Callable[[JsonObject], JsonObject]]:
    platform = world.platform
    return {
        "/play/host/open": lambda asked: platform.open(read_visit(world, asked)),
        "/play/host/home": lambda asked: platform.open(read_visit(world, asked, needs_file=False)),
        "/play/host/grant": lambda asked: platform.grant_file(read_visit(world, asked)),
        "/play/host/action": lambda asked: platform.act(
            read_visit(world, asked, needs_file=False), _text(asked, "function"), read_click(asked)
        ),
        "/play/host/suggest": lambda asked: platform.suggest(
            read_visit(world, asked, needs_file=False), _text(asked, "function"), read_click(asked)
        ),
        "/play/host/universal": lambda asked: _universal(world, asked),
        "/play/host/consent": lambda asked: platform.consent(
            _user(asked), _scopes(asked, "scopes"), _scopes(asked, "asked")
        ),
        "/play/host/draw": lambda asked: draw(world, asked.get("card")),
        "/play/model": lambda asked: _set_model(world, asked),
        "/play/faults": lambda asked: _plan_fault(world, asked),
        "/play/share": lambda asked: _share(world, asked),
        "/play/expire_tokens": lambda _: {"expired": world.access.expire_tokens()},
        "/play/rotate_keys": lambda _: _rotate(world),
        "/clock": lambda asked: _advance(world, asked),
        "/reset": lambda _: _reset(world),
    }


def _with_body(answer: Callable[[JsonObject], JsonObject]) -> Callable[[], Response]:
    def view() -> Response:
        asked = request.get_json(silent=True) if request.content_length else {}
        if not isinstance(asked, dict):
            raise BadAskError("the body must be a JSON object")
        return jsonify(answer(asked))

    return view


# --- reading what the page sent ---------------------------------------------------------------------------------------
def read_visit(world: World, asked: Mapping[str, Any], *, needs_file: bool = True) -> Visit:
    """Read who sits where; BadAskError for a stranger, an unknown file, or one not shared with the user."""
    user, host, file_id = _user(asked), asked.get("host", "SHEETS"), asked.get("file")
    if host not in ("SHEETS", "GMAIL"):
        raise BadAskError(f"unknown host {host!r}")
    if file_id is None and needs_file:
        raise BadAskError("file is missing")
    if file_id is not None and not (world.has_file(file_id) and world.access.can_see(user.id, file_id)):
        raise BadAskError(f"no such file for {user.id}")
    return Visit(user=user, host=host, file_id=file_id)


def read_click(asked: Mapping[str, Any]) -> Click:
    """Read parameters and what was typed; BadAskError for other shapes."""
    parameters = asked.get("parameters") or {}
    if isinstance(parameters, list):
        parameters = {item.get("key"): item.get("value", "") for item in parameters if isinstance(item, dict)}
    if not isinstance(parameters, dict) or not all(isinstance(part, str) for kv in parameters.items() for part in kv):
        raise BadAskError("parameters must map strings to strings")
    try:
        return Click(parameters=parameters, typed=read_typed(asked.get("formInputs") or {}))
    except ValueError as error:
        raise BadAskError(str(error)) from error


def _user(asked: Mapping[str, Any]) -> User:
    try:
        user = CAST[asked["user"]]
    except (KeyError, TypeError):
        raise BadAskError("unknown user") from None
    locale = asked.get("locale") or user.locale
    if not isinstance(locale, str) or not _LOCALE.fullmatch(locale):
        raise BadAskError("locale must be one such as en-GB or de")
    return replace(user, locale=locale)


def _text(asked: Mapping[str, Any], key: str) -> str:
    value = asked.get(key)
    if not isinstance(value, str):
        raise BadAskError(f"{key} must be text")
    return value


def _scopes(asked: Mapping[str, Any], key: str) -> list[str] | None:
    scopes = asked.get(key)
    if scopes is not None and not (isinstance(scopes, list) and all(isinstance(scope, str) for scope in scopes)):
        raise BadAskError(f"{key} must be a list of texts")
    return scopes


# --- answering --------------------------------------------------------------------------------------------------------
def session(world: World) -> JsonObject:
    """Return what the page needs before anything is open."""
    deployment = world.platform.deployment
    menu = [
        {"label": entry.label, "index": index} | ({"openLink": entry.link} if entry.link else {})
        for index, entry in enumerate(deployment.universal("SHEETS"))
    ]
    return {
        "users": [{"id": user.id, "name": user.name, "email": user.email} for user in CAST.values()],
        "files": world.files.listing(),
        "addon": {
            "name": deployment.name,
            "logoUrl": deployment.common.get("logoUrl", ""),
            "scopes": list(deployment.scopes),
            "primaryColor": deployment.common.get("layoutProperties", {}).get("primaryColor", ""),
            "universalActions": menu,
        },
        "model": {"mode": world.model.mode},
        "now": world.now_text(),
        "faults": world.faults.as_list(),
        "scopeWords": scope_words.WORDS,
    }


def draw(world: World, card: Any) -> JsonObject:
    """Return the card as hosts show it; ``detail`` says what is wrong with it, refused or not."""
    deployment = world.platform.deployment
    faults = judge.lint(card, prefixes=deployment.prefixes, addon_name=deployment.name)
    try:
        return {"ok": True, "card": judge.normalise(card), "detail": faults}
    except RefusedError as error:
        return {"ok": False, "card": None, "detail": [str(error)]}


def _universal(world: World, asked: Mapping[str, Any]) -> JsonObject:
    visit, index = read_visit(world, asked, needs_file=False), asked.get("index")
    if type(index) is not int or not 0 <= index < len(world.platform.deployment.universal(visit.host)):
        raise BadAskError("there is no such universal action")
    return world.platform.universal(visit, index)


def _set_model(world: World, asked: Mapping[str, Any]) -> JsonObject:
    try:
        world.model.set_mode(_text(asked, "mode"))
    except ValueError as error:
        raise BadAskError(str(error)) from error
    return {"mode": world.model.mode}


def _plan_fault(world: World, asked: Mapping[str, Any]) -> JsonObject:
    times, delay_ms, seconds = asked.get("times", 1), asked.get("delay_ms", 0), asked.get("seconds", 0)
    if type(times) is not int or type(delay_ms) not in (int, float) or type(seconds) not in (int, float):
        raise BadAskError("times, delay_ms and seconds must be numbers")
    kind, api = str(asked.get("kind", "delay")), _text(asked, "api")
    if (api, kind) == ("gemini", "quota"):
        if times < 0:
            raise BadAskError("times must be at least 0: the requests of any minute, 0 for no limit")
        world.model.quota.limit(times)
        return {"faults": world.faults.as_list(), "model": world.model.as_dict()}
    method = _text(asked, "method") if asked.get("method") else EVERY_METHOD
    fault_targets.check(api, method)
    world.faults.add(api, method, kind, times, delay_ms, seconds)
    return {"faults": world.faults.as_list()}


def _share(world: World, asked: Mapping[str, Any]) -> JsonObject:
    users = asked.get("users")
    if not isinstance(users, list) or not all(user in CAST for user in users):
        raise BadAskError("users must name people of the cast")
    world.access.share(_text(asked, "file"), users)
    return {"file": asked["file"], "users": users}


def _rotate(world: World) -> JsonObject:
    world.keys.rotate()
    return {"keys": list(world.keys.certificates())}


def _advance(world: World, asked: Mapping[str, Any]) -> JsonObject:
    sent, received = world.mailboxes.totals()
    before = world.clock.offset()
    is_next = asked.get("advance_to") == "next"
    walk = world.advance_to_next(MAX_HOURS) if is_next else world.advance(_hours(asked))
    sent_now, received_now = world.mailboxes.totals()
    made = _walked(world, walk) | {"sent": sent_now - sent, "received": received_now - received}
    return made | ({"moved": world.clock.offset() > before} if is_next else {})


def _hours(asked: Mapping[str, Any]) -> float:
    hours = asked.get("advance_hours")
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 <= hours <= MAX_HOURS:
        raise BadAskError(f"advance_hours must be a number from 0 to {MAX_HOURS}")
    return hours


def _walked(world: World, walk: Walk) -> JsonObject:
    made = {"now": world.now_text(), "ticks": walk.ticks}
    return made | ({"problem": walk.problem} if walk.problem else {})


def _reset(world: World) -> JsonObject:
    world.reset()
    return {"now": world.now_text()}
