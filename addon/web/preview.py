"""The page that shows each mail exactly as it will leave; its links do nothing, and the token lets people in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from addon.errors import AssistantError, Unavailable
from addon.lib import log
from addon.web.language import asked_language
from addon.web.pages import PAGES
from cards.words import number, say, say_many, speaking

if TYPE_CHECKING:
    from addon.sequences.plan_model import Shown
    from addon.services import Services

_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The frames inherit it: a mail is shown with its own inline styles, and fetches nothing from anywhere else."""


def blueprint(services: Callable[[], Services]) -> Blueprint:
    """Return the blueprint of the page."""
    made = Blueprint("preview", __name__, template_folder="templates")

    @made.get("/preview/<token>")
    def preview(token: str) -> Response:
        with speaking(asked_language()):
            try:
                shown = services().plans.previewed(token, _page_asked())
            except AssistantError as error:
                log.note(outcome=type(error).__name__.lower(), reason=error.reason)
                return _refused(503 if isinstance(error, Unavailable) else 404)
            return _page(200, shown=shown, where=_where(shown), steps=_steps(shown), words=_words())

    return made


def _page_asked() -> int:
    text = request.args.get("page", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 1


def _refused(status: int) -> Response:
    if status == 503:
        return _page(status, message=say("This cannot be shown just now. Load the page again in a minute."))
    return _page(status, message=say("This preview has ended. Press Preview in the sidebar again."))


def _where(shown: Shown) -> str:
    """Say who of all is on the page."""
    if shown.pages == 1:
        return say_many("{count} person", "{count} people", shown.total)
    last = shown.first + len(shown.people) - 1
    return say(
        "People {first} to {last} of {count}, in the order of the sheet",
        first=number(shown.first),
        last=number(last),
        count=number(shown.total),
    )


def _steps(shown: Shown) -> list[str]:
    most = max((len(mails) for mails in shown.people), default=0)
    return [say("Step {step}", step=number(at)) for at in range(1, most + 1)]


def _words() -> dict[str, str]:
    """Return what the page says around the mails."""
    return {
        "what": say("Each mail exactly as it will leave. The opt-out links here do nothing."),
        "sender": say("From"),
        "reply_to": say("Replies go to"),
        "to": say("To"),
        "plain": say("As plain text"),
        "before": say("Previous people"),
        "after": say("Next people"),
    }


def _page(status: int, **shown: object) -> Response:
    text = render_template(
        "preview.html", title=say("Preview"), language=asked_language(), pages=PAGES, current="", **shown
    )
    headers = {
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": _POLICY,
    }
    return Response(text, status=status, headers=headers)
