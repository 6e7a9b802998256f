"""The page that shows each mail exactly as it will leave; its links do nothing, and the token lets people in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template

from addon.errors import AssistantError, Unavailable
from addon.lib import log
from addon.web.pages import PAGES

if TYPE_CHECKING:
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
        try:
            mails = services().plans.previewed(token)
        except AssistantError as error:
            log.note(outcome=type(error).__name__.lower(), reason=error.reason)
            status = 503 if isinstance(error, Unavailable) else 404
            return _page(status, message=f"{error.message} Press Preview in the sidebar again.")
        return _page(200, mails=mails)

    return made


def _page(status: int, **shown: object) -> Response:
    text = render_template("preview.html", title="Preview", pages=PAGES, current="", **shown)
    headers = {
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": _POLICY,
    }
    return Response(text, status=status, headers=headers)
