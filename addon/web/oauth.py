"""The way to Google's consent page and back. The start page needs the sidebar's token, the way back its own cookie.

Tokens, states and codes stand in addresses: no log line has one, lines name the route, and no page sends a referrer.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from addon.accounts.grant_model import Ending, GrantKind, Outcome
from addon.errors import AssistantError, Rejected
from addon.lib import log
from addon.lib.ids import random_id
from addon.web.language import asked_language
from addon.web.pages import PAGES
from cards import connect
from cards.words import say, speaking

if TYPE_CHECKING:
    from addon.services import Services

COOKIE_SECONDS = 600
"""As long as a visit."""

CLOSE = "window.close();"
"""The one script of ours: a page that is done closes itself."""

_CLOSE_HASH = base64.b64encode(hashlib.sha256(CLOSE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'sha256-{_CLOSE_HASH}'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}

_STATUS = {Ending.CONNECTED: 200, Ending.DENIED: 200, Ending.LATER: 503}
"""What each ending is answered with; 400 for the others."""

_ENDINGS = {"stale": Ending.STALE, "replayed": Ending.REPLAYED, "bad_client": Ending.MISCONFIGURED}
"""What a refusal's reason amounts to."""


def blueprint(services: Callable[[], Services], *, is_https: bool) -> Blueprint:
    """Return the blueprint of both ways; the cookie is for https only where we are."""
    made = Blueprint("oauth", __name__, template_folder="templates")

    @made.get("/oauth/<any(gmail,sheets):kind>/start")
    def start(kind: str) -> Answer:
        return _page_of(GrantKind(kind), lambda: _sent_off(services(), GrantKind(kind), is_https=is_https))

    @made.get("/oauth/<any(gmail,sheets):kind>/callback")
    def callback(kind: str) -> Answer:
        return _page_of(GrantKind(kind), lambda: _come_back(services(), GrantKind(kind)))

    @made.before_request
    def refuse_a_look() -> Answer | None:
        """A link checker's HEAD uses nothing up."""
        return Response(status=204) if request.method == "HEAD" else None

    return made


def _sent_off(services: Services, kind: GrantKind, *, is_https: bool) -> Answer:
    cookie = random_id()
    url = services.grants.consent_url(kind, request.args.get("token", ""), cookie)
    answer = redirect(url, 303)
    answer.headers.update(_HEADERS)
    answer.set_cookie(
        _cookie(kind),
        cookie,
        max_age=COOKIE_SECONDS,
        path=f"/oauth/{kind}/callback",
        secure=is_https,
        httponly=True,
        samesite="Lax",  # Strict would not come back with Google's redirect
    )
    return answer


def _come_back(services: Services, kind: GrantKind) -> Answer:
    given = request.args
    outcome = services.grants.finish(
        kind,
        given.get("state", ""),
        request.cookies.get(_cookie(kind), ""),
        given.get("code", ""),
        given.get("error", ""),
    )
    answer = _page(kind, outcome)
    answer.delete_cookie(_cookie(kind), path=f"/oauth/{kind}/callback")
    return answer


def _page_of(kind: GrantKind, view: Callable[[], Answer]) -> Answer:
    """Return what a view answers; what goes wrong in it becomes a page a person can read."""
    with speaking(asked_language()):
        try:
            return view()
        except AssistantError as error:
            log.note(outcome=type(error).__name__.lower(), reason=error.reason)
            ending = _ENDINGS.get(error.reason, Ending.REFUSED) if isinstance(error, Rejected) else Ending.LATER
            return _page(kind, Outcome(ending=ending))


def _page(kind: GrantKind, outcome: Outcome) -> Response:
    log.note(ending=outcome.ending)
    is_done = outcome.ending is Ending.CONNECTED
    text = render_template(
        "connected.html",
        title=connect.title(outcome),
        story=connect.story(kind, outcome),
        reference="" if is_done else log.current_reference(),
        reference_label=say("Reference for your administrator"),
        script=CLOSE if is_done else "",
        language=asked_language(),
        pages=PAGES,
        current="",
    )
    return Response(text, status=_STATUS.get(outcome.ending, 400), headers=_HEADERS)


def _cookie(kind: GrantKind) -> str:
    return f"oauth_{kind}"
