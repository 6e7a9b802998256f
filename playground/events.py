"""Builds the event objects Google posts (contract section 2). One function a part; ``build`` puts them together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from playground.cast import User
from playground.deployment import EMAIL_SCOPE, LOCALE_SCOPE, Deployment
from playground.form_inputs import Typed, google_form

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """What a click or a keystroke carries beside the context."""

    parameters: Mapping[str, str]
    typed: Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of one event; user tokens are None where the user granted nothing that gives them."""

    system: str
    user_oauth: str | None
    user_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """The open spreadsheet; Google tells id and title only after the user's Allow."""

    id: str
    title: str
    is_granted: bool


def build(
    *,
    deployment: Deployment,
    host: str,
    user: User,
    granted: list[str],
    tokens: Tokens,
    context: JsonObject,
    now: datetime,
    click: Click | None = None,
) -> JsonObject:
    """Return the event; ``context`` is the host's own object (``{"sheets": {...}}``), ``granted`` the scopes ticked."""
    common: JsonObject = {"hostApp": host, "platform": "WEB"}
    if deployment.sends_locale and LOCALE_SCOPE in granted:
        common |= locale_part(user, now)
    if click is not None:
        common |= click_part(click, user)
    authorization = authorization_part(tokens, granted if deployment.sends_scopes else None)
    return {"commonEventObject": common, "authorizationEventObject": authorization, **context}


def locale_part(user: User, now: datetime) -> JsonObject:
    """Return locale and zone; the offset is in milliseconds from UTC at ``now``."""
    offset = now.astimezone(ZoneInfo(user.zone)).utcoffset()
    assert offset is not None
    zone = {"id": user.zone, "offset": int(offset.total_seconds() * 1000)}
    return {"userLocale": user.locale, "timeZone": zone}


def click_part(click: Click, user: User) -> JsonObject:
    """Return parameters and form inputs; either is left out when there is nothing in it."""
    form = google_form(click.typed, user.zone)
    parts = {"parameters": dict(click.parameters), "formInputs": form}
    return {key: value for key, value in parts.items() if value}


def sheets_part(file: OpenFile | None) -> JsonObject:
    """Return the Sheets context: without this user's grant for this file only that there is none."""
    if file is None or not file.is_granted:
        return {"sheets": {"addonHasFileScopePermission": False}}
    return {"sheets": {"addonHasFileScopePermission": True, "id": file.id, "title": file.title}}


def authorization_part(tokens: Tokens, granted: list[str] | None) -> JsonObject:
    """Return the tokens; ``granted`` None leaves authorizedScopes out (no granular consent)."""
    made: JsonObject = {"systemIdToken": tokens.system}
    if tokens.user_oauth:
        made["userOAuthToken"] = tokens.user_oauth
    if tokens.user_id:
        made["userIdToken"] = tokens.user_id
    if granted is not None:
        made["authorizedScopes"] = granted
    return made


def gives_identity(granted: list[str]) -> bool:
    """Whether the scopes ticked include the one that gives userIdToken."""
    return EMAIL_SCOPE in granted
