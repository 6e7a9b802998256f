"""The language of a page that a browser asks for: the add-on's own events say theirs, a browser sends a header."""

from __future__ import annotations

from flask import request

from cards.words import languages


def asked_language() -> str:
    """Return the language of ours that the request likes best, English where it likes none."""
    return request.accept_languages.best_match(["en", *sorted(languages())]) or "en"
