"""The way to the pages where files come in and go out; each card has the link too, for popup blockers."""

from __future__ import annotations

from cards import widgets as w
from cards.actions import Action, Param
from cards.response import Card
from cards.words import say


def import_button() -> w.Widget:
    """Make the button for people who have no sheet yet."""
    return w.button(say("Import a file"), Action.IMPORT_FILE)


def export_button(parameters: dict[Param, str]) -> w.Widget:
    """Make the button that exports the tab of ``parameters``."""
    return w.button(say("Export CSV"), Action.EXPORT_CSV, parameters)


def import_page(path: str) -> Card:
    """Lead to the page that takes a file."""
    return _page(
        say("Import a file"),
        say(
            "A page opens where you choose a CSV or Excel file. It becomes a new Google Sheet of your own; open it and "
            "press this icon there. The link holds for ten minutes and for one file."
        ),
        say("Open the import page"),
        path,
        {},
    )


def export_page(path: str, parameters: dict[Param, str]) -> Card:
    """Lead to the file."""
    return _page(
        say("Export CSV"),
        say("The file holds every lead of the tab with all columns, yours and ours. The link holds for ten minutes."),
        say("Download the file"),
        path,
        parameters,
    )


def _page(title: str, text: str, words: str, path: str, parameters: dict[Param, str]) -> Card:
    return w.card(
        title,
        [
            w.section(w.paragraph(text), w.buttons(w.link_button(words, path))),
            w.section(w.buttons(w.button(say("Back to Home"), Action.SHOW_HOME, parameters))),
        ],
        name="file",
    )
