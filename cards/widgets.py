"""The smallest pieces of a card. Each takes plain text and escapes it as its field needs.

``text`` and section headers are HTML fields and are escaped; labels, titles, buttons and items are plain and are not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import time
from typing import Any

from cards.actions import Action, Param
from cards.response import Card

Widget = dict[str, Any]

MAX_TEXT = 2_000
"""Characters of user text shown in one widget; a cell may hold 50,000."""

MAX_ITEMS = 100
"""Items a selection may hold (Google's limit)."""

NOTHING = "—"
"""Stands where a required text would be empty: Google shows no card without it."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: object, limit: int = MAX_TEXT) -> str:
    """Return text for a plain field: no control or direction-override characters, cut at ``limit``."""
    cleaned = _UNPRINTABLE.sub("", str(text))
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1] + "…"


def rich(text: object, limit: int = MAX_TEXT) -> str:
    """Return text for an HTML field: escaped, line breaks kept."""
    return html.escape(plain(text, limit), quote=True).replace("\n", "<br>")


def card(title: str, sections: Iterable[Widget], *, subtitle: str = "", name: str = "") -> Card:
    """Build a card of the sections that have widgets."""
    header = {"title": plain(title, 200).strip() or NOTHING} | ({"subtitle": plain(subtitle, 200)} if subtitle else {})
    built: Card = {"header": header, "sections": [section for section in sections if section.get("widgets")]}
    if name:
        built["name"] = name
    return built


def section(*widgets: Widget | None, header: str = "") -> Widget:
    """Group the widgets that are there."""
    built: Widget = {"widgets": [widget for widget in widgets if widget]}
    if header:
        built["header"] = rich(header, 200)
    return built


def paragraph(text: str) -> Widget:
    """Show plain text."""
    return {"textParagraph": {"text": rich(text) or NOTHING}}


def fact(text: str, *, label: str = "", below: str = "", icon: str = "", button: Widget | None = None) -> Widget:
    """Show one line of fact with a small label above, a remark below, an icon and a button."""
    decorated: Widget = {"text": rich(text) or NOTHING, "wrapText": True}
    if label:
        decorated["topLabel"] = plain(label, 100)
    if below:
        decorated["bottomLabel"] = plain(below, 300)
    if icon:
        decorated["startIcon"] = {"knownIcon": icon}
    if button:
        decorated["button"] = button
    return {"decoratedText": decorated}


def click(action: Action, parameters: Mapping[Param, str] | None = None) -> Widget:
    """Call one of our actions; the function is a path that ``envelope`` makes a URL."""
    call: Widget = {"function": f"/addon/actions/{action}", "loadIndicator": "SPINNER", "persistValues": True}
    if parameters:
        call["parameters"] = [{"key": str(key), "value": plain(value)} for key, value in parameters.items()]
    return {"action": call}


def button(
    text: str,
    action: Action,
    parameters: Mapping[Param, str] | None = None,
    *,
    primary: bool = False,
) -> Widget:
    """Make a button; the primary one is filled."""
    built: Widget = {"text": plain(text, 60), "onClick": click(action, parameters)}
    if primary:
        built["type"] = "FILLED"
    return built


def link_button(text: str, url: str) -> Widget:
    """Make a button that opens a page."""
    return {"text": plain(text, 60), "onClick": {"openLink": {"url": url}}}


def popup_button(text: str, path: str, *, primary: bool = False) -> Widget:
    """Make a button that opens a page of ours in a small window; when that closes, the card is loaded anew."""
    built: Widget = {
        "text": plain(text, 60),
        "onClick": {"openLink": {"url": path, "openAs": "OVERLAY", "onClose": "RELOAD"}},
    }
    if primary:
        built["type"] = "FILLED"
    return built


def buttons(*items: Widget | None) -> Widget | None:
    """Put buttons in a row; none makes no widget."""
    present = [item for item in items if item]
    return {"buttonList": {"buttons": present}} if present else None


def text_input(
    name: str,
    label: str,
    value: str = "",
    *,
    hint: str = "",
    multiline: bool = False,
    limit: int = 500,
    is_email: bool = False,
) -> Widget:
    """Ask for text; with ``is_email`` Google says at once what is no address."""
    field: Widget = {"name": str(name), "label": plain(label, 100), "validation": {"characterLimit": limit}}
    if is_email:
        field["validation"]["inputType"] = "EMAIL"
    if value:
        field["value"] = plain(value, limit)
    if hint:
        field["hintText"] = plain(hint, 200)
    if multiline:
        field["type"] = "MULTIPLE_LINE"
    return {"textInput": field}


def choice(
    name: str,
    label: str,
    items: Sequence[tuple[str, str]],
    chosen: str,
    *,
    kind: str = "DROPDOWN",
    on_change: Widget | None = None,
) -> Widget:
    """Ask for one of ``items`` (value, text); at most 100 are offered, the chosen one always among them.

    ``on_change`` is a ``click`` that is called as soon as the user chooses.
    """
    offered = list(items[:MAX_ITEMS])
    if all(value != chosen for value, _ in offered):
        offered = [item for item in items if item[0] == chosen] + offered[: MAX_ITEMS - 1]
    selection: Widget = {
        "name": str(name),
        "label": plain(label, 100),
        "type": kind,
        "items": [
            {
                "text": plain(text, 200).strip() or NOTHING,
                "value": value,
                **({"selected": True} if value == chosen else {}),
            }
            for value, text in offered
        ],
    }
    if on_change:
        selection["onChangeAction"] = on_change["action"]
    return {"selectionInput": selection}


def several(name: str, label: str, items: Sequence[tuple[str, str]], chosen: Collection[str]) -> Widget:
    """Ask for any of at most 100 ``items`` (value, text), with a box each."""
    boxes = [
        {"text": plain(text, 200), "value": value, **({"selected": True} if value in chosen else {})}
        for value, text in items[:MAX_ITEMS]
    ]
    return {"selectionInput": {"name": str(name), "label": plain(label, 100), "type": "CHECK_BOX", "items": boxes}}


def day(name: str, label: str) -> Widget:
    """Ask for a day, none picked yet; Google answers with midnight UTC of it."""
    return {"dateTimePicker": {"name": str(name), "label": plain(label, 100), "type": "DATE_ONLY"}}


def time_of_day(name: str, label: str, value: time) -> Widget:
    """Ask for a time of day; Google wants it as milliseconds since midnight, in a string."""
    since = (value.hour * 60 + value.minute) * 60_000
    return {
        "dateTimePicker": {
            "name": str(name),
            "label": plain(label, 100),
            "type": "TIME_ONLY",
            "valueMsEpoch": str(since),
        }
    }
