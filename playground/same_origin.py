"""Keeps other web pages away from the playground's own controls: they could reset it or act as a user."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Request

from playground.judge_links import LOOPBACK

CONTROLS = ("/play/", "/clock", "/reset", "/state", "/o/oauth2/")
SAME = frozenset({"same-origin", "none"})


def fault(request: Request) -> str:
    """Say why a request must not pass; empty when it may.

    The Host must be loopback (a foreign name pointing here is DNS rebinding); a browser's request must come from our
    own page; what changes something must be JSON, which a foreign form cannot send without asking first.
    """
    if not request.path.startswith(CONTROLS):
        return ""
    if (urlsplit(f"//{request.host}").hostname or "") not in LOOPBACK:
        return "the Host is not this machine"
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        return ""
    return _origin_fault(request) or _body_fault(request)


def _origin_fault(request: Request) -> str:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in SAME:
        return "another site asked for this"
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return "another origin asked for this"
    return ""


def _body_fault(request: Request) -> str:
    is_consent = request.path.startswith("/o/oauth2/")
    is_empty = not request.content_length and not request.content_type
    return "" if request.is_json or is_consent or is_empty else "the body must be JSON"
