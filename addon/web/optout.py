"""The page by which a person opts out: GET shows it, POST does it, whoever presses.

Link scanners open every link of a mail and must change nothing; mail programs post ``List-Unsubscribe=One-Click`` to
the same address (RFC 8058) without cookies, login or a page. What a body says makes no difference, so none is read. The
page is the same for an address we know, one we do not, and one that opted out long ago.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from addon.errors import AssistantError, Rejected
from addon.leads.suppression_model import OptOutLink
from addon.lib import log
from addon.web.optout_words import WORDS

if TYPE_CHECKING:
    from addon.services import Services

_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Vary": "Accept-Language"}
LATER_SECONDS = "60"


def blueprint(services: Callable[[], Services]) -> Blueprint:
    """Return the blueprint of the page."""
    made = Blueprint("optout", __name__, template_folder="templates")

    @made.get("/u/<token>")
    def ask(token: str) -> Response:
        return _answer(lambda: services().suppressions.read_token(token), is_done=False)

    @made.post("/u/<token>")
    def opt_out(token: str) -> Response:
        return _answer(lambda: services().suppressions.opt_out(token), is_done=True)

    return made


def _answer(act: Callable[[], OptOutLink], *, is_done: bool) -> Response:
    try:
        link = act()
    except Rejected as error:
        log.note(outcome="rejected", reason=error.reason)
        return _page("broken", 404)
    except AssistantError as error:
        log.note(outcome=type(error).__name__.lower(), reason=error.reason)
        return _page("later", 503, {"Retry-After": LATER_SECONDS})
    if link.is_inert:
        return _page("preview", 200)
    return _page("done" if is_done else "ask", 200)


def _page(shown: str, status: int, headers: dict[str, str] | None = None) -> Response:
    language = request.accept_languages.best_match(list(WORDS)) or "en"
    text = render_template("optout.html", words=WORDS[language], language=language, shown=shown)
    return Response(text, status=status, headers={**_HEADERS, "Content-Language": language, **(headers or {})})
