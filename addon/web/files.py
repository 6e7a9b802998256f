"""The pages for files: one that takes an upload, and the download. The token in the address is what lets people in.

Neither page runs a script or needs one. The address is in no log line: lines name the route.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from addon.errors import AssistantError, Conflict, Invalid, Rejected, Unavailable
from addon.leads.files_model import MAX_FILE, Imported, Pass, PassKind, PassState
from addon.lib import log
from addon.web.pages import PAGES

if TYPE_CHECKING:
    from addon.services import Services

MAX_UPLOAD = MAX_FILE + 64 * 1024
"""Bytes of a request: the file and the form around it."""

_ACCESS_GONE = ("access_expired", "no_access", "seal_broken")
_PRESS_AGAIN = "Press the button in the sidebar again: it opens a fresh page."


def blueprint(services: Callable[[], Services]) -> Blueprint:
    """Return the blueprint of both pages."""
    made = Blueprint("files", __name__, template_folder="templates")

    @made.get("/import/<token>")
    def ask(token: str) -> Response:
        return _tried(lambda: _asked(services().files.find_pass(PassKind.IMPORT, token)))

    @made.post("/import/<token>")
    def take(token: str) -> Response:
        return _tried(lambda: _taken(services(), token))

    @made.get("/export/<token>.csv")
    def give(token: str) -> Response:
        return _tried(lambda: _given(services(), token))

    return made


def _asked(given: Pass) -> Response:
    if given.state is PassState.DONE:
        return _page("Already imported", 200, message="This file is imported.", url=given.url)
    return _page("Import a file", 200, form=True)


def _taken(services: Services, token: str) -> Response:
    given = services.files.find_pass(PassKind.IMPORT, token)  # before a byte of the body is read
    if given.state is PassState.DONE:
        return _asked(given)
    try:
        name, data = _upload()
        found = services.files.import_file(token, name, data)
    except Invalid as error:
        log.note(outcome="invalid", reason=error.reason)
        return _page("Import a file", 400, form=True, fault=error.message)
    except Unavailable as error:
        log.note(outcome="unavailable", reason=error.reason)
        return _page("Import a file", 503, form=True, fault=f"{error.message} Send the same file again in a minute.")
    return _imported(found)


def _upload() -> tuple[str, bytes]:
    """Return the uploaded file's name and bytes; ``Invalid`` without one or beyond the limit."""
    request.max_content_length = MAX_UPLOAD
    try:
        sent = request.files.get("file")
    except RequestEntityTooLarge as error:
        raise Invalid("This file is larger than 20 MB. Split it into several files.", reason="too_large") from error
    except HTTPException as error:
        raise Invalid("The upload was cut off on its way. Send the file again.", reason="cut_off") from error
    if sent is None or not sent.filename:
        raise Invalid("Choose a file first.", reason="no_file")
    with contextlib.closing(sent):
        return sent.filename[:300], sent.stream.read(MAX_FILE + 1)


def _imported(found: Imported) -> Response:
    return _page("Your new sheet is ready", 200, found=found, url=found.made.url)


def _given(services: Services, token: str) -> Response:
    from addon.leads.exporting import csv_bytes  # the rules of a table: not for every start of the server

    export = services.files.export(token)
    kept_as = f"attachment; filename=\"leads.csv\"; filename*=UTF-8''{quote(export.name, safe='')}"
    headers = {"Cache-Control": "no-store", "Content-Disposition": kept_as}
    return Response(csv_bytes(export.rows), mimetype="text/csv", headers=headers)


def _tried(view: Callable[[], Response]) -> Response:
    """Return what a view answers; what goes wrong in it becomes a page a person can read."""
    try:
        return view()
    except AssistantError as error:
        log.note(outcome=type(error).__name__.lower(), reason=error.reason)
        return _refused(error)


def _refused(error: AssistantError) -> Response:
    if isinstance(error, Conflict):
        return _page("Just a moment", 409, message="This link is in use at this moment. Load the page again.")
    if isinstance(error, Unavailable):
        return _page("Google is busy", 503, message=f"{error.message} Load the page again in a minute.")
    if error.reason in ("bad_token", "expired", *_ACCESS_GONE):
        status = 404 if error.reason == "bad_token" else 410
        return _page("This page has expired", status, message=f"{error.message} {_PRESS_AGAIN}")
    status = 409 if isinstance(error, Rejected) else 400
    return _page("That did not work", status, message=error.message)


def _page(title: str, status: int, **shown: Any) -> Response:
    shown = {"reference": log.current_reference() if status >= 400 else "", **shown}
    text = render_template("import.html", title=title, pages=PAGES, current="", **shown)
    return Response(text, status=status, headers={"Cache-Control": "no-store"})
