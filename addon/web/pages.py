"""The pages a listing needs and a person may read: help, privacy, terms, support. No scripts, no tracking."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, render_template

PAGES = {
    "help": "Help",
    "privacy": "Privacy",
    "terms": "Terms",
    "support": "Support",
}
"""Path → title; the text is ``templates/<path>.html``."""


def blueprint() -> Blueprint:
    """Return the blueprint of the pages; they need no services and no configuration."""
    made = Blueprint("pages", __name__, template_folder="templates")
    for name in PAGES:
        made.add_url_rule(f"/{name}", name, _page(name))
    return made


def _page(name: str) -> Callable[[], str]:
    return lambda: render_template(f"{name}.html", title=PAGES[name], pages=PAGES, current=name)
