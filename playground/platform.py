"""Google's add-on platform: builds an event, calls the add-on, judges the answer, and says what the host shows."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playground import deployment as deployments
from playground import events, judge, postman
from playground.access import Access
from playground.calls import Calls
from playground.cast import ADDON_CLIENT_ID, ADDON_SERVICE_ACCOUNT, User
from playground.deployment import Deployment
from playground.judge import Entry, Envelope, Verdict
from playground.keys import Keys

WENT_WRONG = "Something went wrong when executing the add-on."
AGENT = "Google-gsuiteaddons"

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who sits where: the user, the host, the open file, and for Gmail its own part of the event."""

    user: User
    host: str = "SHEETS"
    file_id: str | None = None
    gmail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call of the add-on, kept so that it can be repeated after a consent."""

    visit: Visit
    entry: Entry
    url: str
    click: events.Click | None = None


@dataclass(slots=True, kw_only=True)
class Platform:
    """Plays the platform for every user and host. Thread-safe as far as one user clicks one thing at a time."""

    deployment_path: Path
    base_url: str
    keys: Keys
    access: Access
    calls: Calls
    title_of: Callable[[str], str]
    envelope: Envelope = Envelope.BOTH
    keeps_context: bool = True
    """Whether clicks carry the file's id; documents say yes, reports from the field say no."""
    limit_seconds: float = postman.LIMIT_SECONDS
    _last: dict[str, Request] = field(default_factory=dict)

    @property
    def deployment(self) -> Deployment:
        """Read the deployed resource anew: ``deployments replace`` is live at once."""
        return deployments.read(self.deployment_path, self.base_url)

    # --- what people do ---
    def open(self, visit: Visit) -> JsonObject:
        """The user opened the sidebar: the host's homepage trigger."""
        return self._trigger(visit, self.deployment.homepage(visit.host), "homepageTrigger")

    def open_message(self, visit: Visit) -> JsonObject:
        """The user opened a mail."""
        return self._trigger(visit, self.deployment.contextual(), "contextualTriggers")

    def compose(self, visit: Visit) -> JsonObject:
        """The user pressed the add-on's icon in the compose window."""
        return self._trigger(visit, self.deployment.compose(), "composeTrigger")

    def grant_file(self, visit: Visit) -> JsonObject:
        """The user pressed Allow in Google's dialog about the open file."""
        assert visit.file_id is not None
        self.access.grant(visit.user.id, visit.file_id)
        return self._trigger(visit, self.deployment.file_granted(visit.host), "onFileScopeGrantedTrigger")

    def act(self, visit: Visit, function: str, click: events.Click) -> JsonObject:
        """The user clicked, or changed a field that has an action."""
        return self._click(visit, Entry.ACTION, function, click)

    def suggest(self, visit: Visit, function: str, click: events.Click) -> JsonObject:
        """The user paused typing in a field with suggestions."""
        return self._click(visit, Entry.SUGGEST, function, click)

    def universal(self, visit: Visit, index: int) -> JsonObject:
        """The user chose from the three-dot menu."""
        chosen = self.deployment.universal(visit.host)[index]
        if chosen.link:
            return shown(Verdict(link={"url": chosen.link, "openAs": "FULL_SIZE", "onClose": "NOTHING"}), 0)
        return self._click(visit, Entry.ACTION, chosen.function, events.Click(parameters={}, typed={}))

    def consent(self, user: User, scopes: Sequence[str] | None, asked: Sequence[str] | None = None) -> JsonObject:
        """The user answered Google's scope dialog; the last request is repeated, as Google does.

        ``scopes`` are the ticked ones (None: all); what he granted before and the dialog did not ask (``asked``; None:
        it asked for everything) stays granted.
        """
        if scopes is not None and asked is not None:
            before = self.access.consented(user.id, self.deployment.scopes)
            scopes = [*(scope for scope in before if scope not in asked), *scopes]
        self.access.consent(user.id, scopes)
        last = self._last.get(user.id)
        return self._call(last) if last else nothing("there is no request to repeat")

    # --- how it is done ---
    def _trigger(self, visit: Visit, url: str | None, name: str) -> JsonObject:
        if not self.deployment.has_host(visit.host):
            return nothing(f"the add-on is not deployed for {visit.host}")
        if url is None:
            return nothing(f"the deployment has no {name} for {visit.host}")
        return self._checked(Request(visit=visit, entry=Entry.TRIGGER, url=url))

    def _click(self, visit: Visit, entry: Entry, function: str, click: events.Click) -> JsonObject:
        return self._checked(Request(visit=visit, entry=entry, url=function, click=click))

    def _checked(self, request: Request) -> JsonObject:
        if fault := self.deployment.function_fault(request.url):
            return nothing(fault)
        return self._call(request)

    def _call(self, request: Request) -> JsonObject:
        self._last[request.visit.user.id] = request
        self.calls.count("addon", request.entry)
        deployment, started = self.deployment, time.monotonic()
        event = self._event(deployment, request)
        try:
            answer = postman.post(request.url, event, _header(deployment, event), agent=AGENT, limit=self.limit_seconds)
        except postman.NotAnsweredError as error:
            return shown(Verdict(ok=False, reasons=(str(error),)), _since(started))
        verdict = judge.response(
            request.entry,
            answer.status,
            answer.content_type,
            answer.body,
            prefixes=deployment.prefixes,
            host=request.visit.host,
            addon_name=deployment.name,
            envelope=self.envelope,
            scopes=deployment.scopes,
        )
        return shown(verdict, _since(started))

    def _event(self, deployment: Deployment, request: Request) -> JsonObject:
        user, granted = request.visit.user, self.access.consented(request.visit.user.id, deployment.scopes)
        tokens = events.Tokens(
            system=self.keys.service_token(ADDON_SERVICE_ACCOUNT, request.url),
            user_oauth=self.access.mint(user.id, ADDON_CLIENT_ID, granted) if granted else None,
            user_id=self.keys.user_token(user) if events.gives_identity(granted) else None,
        )
        return events.build(
            deployment=deployment,
            host=request.visit.host,
            user=user,
            granted=granted,
            tokens=tokens,
            context=self._context(request),
            now=datetime.now(UTC),
            click=request.click,
        )

    def _context(self, request: Request) -> JsonObject:
        visit = request.visit
        if request.click is not None and not self.keeps_context:
            return {}
        if visit.host == "GMAIL":
            return {"gmail": dict(visit.gmail)}
        if visit.host == "SHEETS":
            return events.sheets_part(self._open_file(visit))
        return {visit.host.lower(): {}}

    def _open_file(self, visit: Visit) -> events.OpenFile | None:
        if visit.file_id is None:
            return None
        is_granted = self.access.has_grant(visit.user.id, visit.file_id)
        return events.OpenFile(id=visit.file_id, title=self.title_of(visit.file_id), is_granted=is_granted)


def shown(verdict: Verdict, took_ms: int) -> JsonObject:
    """Return what the host's page shows for a verdict; ``detail`` and ``warnings`` are for developers only."""
    if not verdict.ok:
        return {"ok": False, "message": WENT_WRONG, "detail": list(verdict.reasons), "took_ms": took_ms}
    made: JsonObject = {
        "ok": True,
        "navigations": list(verdict.navigations),
        "stateChanged": verdict.state_changed,
        "took_ms": took_ms,
        "warnings": list(verdict.warnings),
    }
    optional = {
        "notification": verdict.notification or None,
        "link": verdict.link,
        "hostAction": verdict.host_action,
        "suggestions": None if verdict.suggestions is None else list(verdict.suggestions),
        "authorization": verdict.authorization,
    }
    return made | {key: value for key, value in optional.items() if value is not None}


def nothing(why: str) -> JsonObject:
    """Return what the page shows when Google would do nothing at all; only a developer sees why."""
    return shown(Verdict(warnings=(why,)), 0) | {"detail": [why]}


def _header(deployment: Deployment, event: JsonObject) -> str | None:
    """Return the bearer token the deployment asks for."""
    tokens = event["authorizationEventObject"]
    names = {"SYSTEM_ID_TOKEN": "systemIdToken", "USER_ID_TOKEN": "userIdToken"}
    token: str | None = tokens.get(names.get(deployment.header_token, ""))
    return token


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
