"""Judges what an add-on answers as Google does: the envelope of its entry point, no unknown key, cards by the proto.

What Google would refuse makes ``ok`` False with Google's words in ``reasons``; what people would only see as a fault
(``judge_lint``) is a warning.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NoReturn

from playground import judge_envelope, judge_links
from playground.judge_card import RefusedError, as_dict, cut, normalise, parse
from playground.judge_lint import Place, lint, lint_message

__all__ = ["Entry", "Envelope", "Verdict", "answer", "lint", "normalise", "response"]

JsonObject = dict[str, Any]
AUTHORIZATION = ("requestingGoogleScopes", "basicAuthorizationPrompt", "customAuthorizationPrompt")
OPEN_AS = {0: "FULL_SIZE", 1: "OVERLAY"}
ON_CLOSE = {0: "NOTHING", 1: "RELOAD"}
HOSTS_OF_ACTIONS = {"editorAction": ("SHEETS", "DOCS", "SLIDES"), "gmailAction": ("GMAIL",)}


class Entry(StrEnum):
    """How the add-on was called: by a trigger, a click (form submission), or typing with suggestions."""

    TRIGGER = "trigger"
    ACTION = "action"
    SUGGEST = "suggest"


class Envelope(StrEnum):
    """Which form clicks may be answered in: SubmitFormResponse, RenderActions, or either (the docs disagree)."""

    WRAPPED = "wrapped"
    BARE = "bare"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What Google makes of an answer. Cards in ``navigations`` are canonical and cut as Google cuts them.

    ``authorization`` is Google's own object in camelCase; a custom prompt's cards are in ``navigations``.
    """

    ok: bool = True
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    navigations: tuple[JsonObject, ...] = ()
    notification: str = ""
    link: JsonObject | None = None
    host_action: JsonObject | None = None
    suggestions: tuple[JsonObject, ...] | None = None
    authorization: JsonObject | None = None
    state_changed: bool = False


@dataclass(slots=True)
class _Judge:
    """One judgement: the place the answer is shown at, and the warnings gathered on the way."""

    place: Place
    host: str | None
    scopes: Collection[str] | None
    warnings: list[str] = field(default_factory=list)

    def warn(self, message: str) -> None:
        self.warnings.append(message)


def response(entry: str, status: int, content_type: str, body: bytes, **rules: Any) -> Verdict:
    """Judge an HTTP answer; ``rules`` are those of ``answer``."""
    try:
        payload = read_body(status, content_type, body)
    except RefusedError as error:
        return Verdict(ok=False, reasons=(str(error),))
    return answer(entry, payload, **rules)


def read_body(status: int, content_type: str, body: bytes) -> Any:
    """Return the JSON of an HTTP answer; raise RefusedError unless it is 200, application/json and strict JSON."""
    if status != 200:
        raise RefusedError(f"HTTP status {status} instead of 200")
    if content_type.split(";")[0].strip().lower() != "application/json":
        raise RefusedError(f"Content-Type {content_type[:100]!r} instead of application/json")
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise RefusedError(f"invalid JSON: {error}") from error


def answer(
    entry: str,
    payload: Any,
    *,
    prefixes: Sequence[str] | None = None,
    host: str | None = None,
    addon_name: str = "",
    envelope: str = Envelope.BOTH,
    scopes: Collection[str] | None = None,
) -> Verdict:
    """Judge the JSON an add-on answered to one entry point.

    ``prefixes`` is the deployment's openLinkUrlPrefixes, ``scopes`` its oauthScopes, ``host`` the host app; None of any
    leaves what depends on it unchecked.
    """
    judge = _Judge(Place(host=host or "SHEETS", prefixes=prefixes, addon_name=addon_name), host, scopes)
    try:
        verdict = _judge(judge, Entry(entry), _object(payload), Envelope(envelope))
    except RefusedError as error:
        return Verdict(ok=False, reasons=(str(error),), warnings=tuple(judge.warnings))
    return replace(verdict, warnings=tuple(judge.warnings))


def _judge(judge: _Judge, entry: Entry, payload: JsonObject, envelope: Envelope) -> Verdict:
    if any(key in payload for key in AUTHORIZATION):
        return _authorization(judge, payload)
    if entry is Entry.SUGGEST:
        return _suggestions(payload)
    if entry is Entry.TRIGGER or _is_bare(judge, payload, envelope):
        judge_envelope.check(payload, "trigger")
        return _render(judge, payload, entry)
    judge_envelope.check(payload, "action")
    if "renderActions" not in payload:
        judge.warn("the answer shows nothing")
    verdict = _render(judge, payload.get("renderActions", {}), entry)
    return replace(verdict, state_changed=payload.get("stateChanged", False))


def _object(payload: Any) -> JsonObject:
    if not isinstance(payload, dict):
        raise RefusedError(f"the answer must be a JSON object, not {type(payload).__name__}")
    made: JsonObject = judge_envelope.canonical(payload)
    return made


def _is_bare(judge: _Judge, payload: JsonObject, envelope: Envelope) -> bool:
    """Whether a click was answered in the trigger's form and that form is allowed."""
    looks_bare = "renderActions" not in payload and ("action" in payload or "hostAppAction" in payload)
    if envelope is Envelope.BOTH and looks_bare:
        judge.warn("a click was answered with bare RenderActions: Google's documents disagree on whether that works")
    return envelope is Envelope.BARE or (envelope is Envelope.BOTH and looks_bare)


# --- RenderActions -----------------------------------------------------------------------------------------------
def _render(judge: _Judge, payload: JsonObject, entry: Entry) -> Verdict:
    action = payload.get("action", {})
    if "linkPreview" in action or "links" in action:
        _link_preview(judge, action)
    navigations = tuple(_navigations(judge, action.get("navigations", [])))
    return Verdict(
        navigations=navigations,
        notification=action.get("notification", {}).get("text", ""),
        link=_link(judge, action["link"]) if "link" in action else None,
        host_action=_host_action(judge, payload["hostAppAction"], entry) if "hostAppAction" in payload else None,
    )


def _navigations(judge: _Judge, items: Iterable[JsonObject]) -> Iterable[JsonObject]:
    for index, item in enumerate(items):
        (key, value), *_ = item.items()
        if key in judge_envelope.CARD_KEYS:
            yield {key: _card(judge, value, f"navigations[{index}].{key}")}
            continue
        if value is False:
            judge.warn(f"navigations[{index}]: {key} should be true")
        yield {key: value}


def _card(judge: _Judge, card: Any, path: str) -> JsonObject:
    try:
        message = parse(card)
    except RefusedError as error:
        raise RefusedError(f"{path}: {error}") from error
    for fault in lint_message(message, judge.place):
        judge.warn(f"{path}: {fault}")
    cut(message)
    return as_dict(message)


def _link_preview(judge: _Judge, action: JsonObject) -> None:
    judge.warn("linkPreview and links answer smart-chip triggers only")
    preview = action.get("linkPreview", {})
    if "previewCard" in preview:
        _card(judge, preview["previewCard"], "linkPreview.previewCard")


def _link(judge: _Judge, link: JsonObject) -> JsonObject:
    url = link.get("url", "")
    if wrong := judge_links.link_fault(url, judge.place.prefixes):
        judge.warn(f"link: {wrong}")
    open_as, on_close = link.get("openAs", "FULL_SIZE"), link.get("onClose", "NOTHING")
    return {"url": url, "openAs": OPEN_AS.get(open_as, open_as), "onClose": ON_CLOSE.get(on_close, on_close)}


def _host_action(judge: _Judge, action: JsonObject, entry: Entry) -> JsonObject | None:
    if not action:
        judge.warn("hostAppAction is empty")
        return None
    ((kind, inner),) = action.items()
    if judge.host and judge.host not in HOSTS_OF_ACTIONS[kind]:
        raise RefusedError(f"hostAppAction.{kind} is not for {judge.host}")
    if entry is Entry.TRIGGER:
        judge.warn("hostAppAction works as the answer to a click only")
    if kind == "gmailAction":
        return {"gmail": inner}
    _need_scope(judge, "https://www.googleapis.com/auth/drive.file")
    return {"requestFileScope": True}


# --- authorization and suggestions ---------------------------------------------------------------------------------
def _authorization(judge: _Judge, payload: JsonObject) -> Verdict:
    asked = {key: value for key, value in payload.items() if key not in ("schema", "$schema")}
    judge_envelope.check(asked, "authorization")
    if scopes := asked.get("requestingGoogleScopes"):
        _check_scopes(judge, scopes)
    if basic := asked.get("basicAuthorizationPrompt"):
        judge.warn("basic_authorization_prompt is not allowed for public listings")
        if wrong := judge_links.link_fault(basic["authorizationUrl"], judge.place.prefixes):
            judge.warn(f"authorizationUrl: {wrong}")
    if custom := asked.get("customAuthorizationPrompt"):
        shown = tuple(_navigations(judge, custom["action"].get("navigations", [])))
        return Verdict(navigations=shown, authorization={"customAuthorizationPrompt": {}})
    return Verdict(authorization=asked)


def _check_scopes(judge: _Judge, asked: JsonObject) -> None:
    scopes: list[str] = asked.get("scopes", [])
    if not scopes and not asked.get("allScopes"):
        raise RefusedError("requesting_google_scopes asks for no scope")
    for scope in scopes:
        _need_scope(judge, scope)


def _need_scope(judge: _Judge, scope: str) -> None:
    if judge.scopes is not None and scope not in judge.scopes:
        raise RefusedError(f"scope {scope} is not in the deployment's oauthScopes")


def _suggestions(payload: JsonObject) -> Verdict:
    judge_envelope.check(payload, "suggest")
    items = payload.get("autoComplete", {}).get("items", [])
    return Verdict(suggestions=tuple({"text": item.get("text", "")} for item in items))


# --- strict JSON ---------------------------------------------------------------------------------------------------
def _once(pairs: list[tuple[str, Any]]) -> JsonObject:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        raise ValueError(f"key {twice!r} stands twice in one object")
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
