"""Faults Google's parser lets pass but people would see: contract section 5, one rule each.

``lint`` is for our own cards, where every line it returns is a failure; the host reports them as warnings.
Button.type and materialIcon carry Chat's badge in the docs yet Google's own samples show them elsewhere: they pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playground import judge_links, judge_markup
from playground.judge_card import MAX_SECTIONS, MAX_WIDGETS, Part, RefusedError, cut, parse, walk
from playground.judge_names import CHAT_ONLY, EITHER, KNOWN_ICONS, REQUIRED

MAX_ITEMS = 100
BUTTONS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a card is shown: host, allow-list (None: unknown), the add-on's name, the compose dialog or not."""

    host: str = "SHEETS"
    prefixes: Sequence[str] | None = None
    addon_name: str = ""
    in_compose: bool = False


Rule = Callable[[Any, Place], Iterator[str]]


def lint(
    card: Any,
    *,
    host: str = "SHEETS",
    prefixes: Sequence[str] | None = None,
    addon_name: str = "",
    in_compose: bool = False,
) -> list[str]:
    """Return every fault of a card, each with its path; a card Google refuses outright has that one fault."""
    try:
        message = parse(card)
    except RefusedError as error:
        return [str(error)]
    place = Place(host=host, prefixes=prefixes, addon_name=addon_name, in_compose=in_compose)
    return lint_message(message, place)


def lint_message(message: Any, place: Place) -> list[str]:
    """Return the faults of a parsed card."""
    found = [f"{part.path or 'card'}: {fault}" for part in walk(message) for fault in _faults(part, place)]
    untouched = type(message)()
    untouched.CopyFrom(message)
    return found + cut(untouched)


def _faults(part: Part, place: Place) -> Iterator[str]:
    yield from _missing(part)
    yield from _chat_only(part)
    if rule := _RULES.get(part.kind):
        yield from rule(part.message, place)


def _missing(part: Part) -> Iterator[str]:
    for name in REQUIRED.get(part.kind, ()):
        folds = part.kind == "Button" and "collapseControl" in part.path
        if not _is_set(part.message, name) and not (folds and name == "on_click"):
            yield f"{_json(part, name)} is missing"
    for names in EITHER.get(part.kind, ()):
        if not any(_is_set(part.message, name) for name in names):
            yield f"needs one of {', '.join(_json(part, name) for name in names)}"


def _chat_only(part: Part) -> Iterator[str]:
    for name in CHAT_ONLY.get(part.kind, ()):
        if _is_set(part.message, name):
            yield f"{_json(part, name)} is for Google Chat only"


def _card(card: Any, place: Place) -> Iterator[str]:
    if len(card.sections) > MAX_SECTIONS:
        yield f"{len(card.sections)} sections, {MAX_SECTIONS} are shown"
    widgets = sum(len(section.widgets) for section in card.sections)
    if widgets > MAX_WIDGETS:
        yield f"{widgets} widgets, {MAX_WIDGETS} are allowed"
    names = list(_input_names(card))
    yield from (f"two inputs are called {name!r}" for name, count in Counter(names).items() if count > 1)
    if place.addon_name and card.header.title.strip().casefold() == place.addon_name.strip().casefold():
        yield "header.title repeats the add-on's name, which the host shows already"


def _input_names(card: Any) -> Iterator[str]:
    """Yield each input's name once; switches of one group share a name and differ in value."""
    groups: set[tuple[str, str]] = set()
    for part in walk_own(card):
        if part.kind in {"TextInput", "SelectionInput", "DateTimePicker"}:
            yield part.message.name
        elif part.kind == "SwitchControl":
            member = (part.message.name, part.message.value)
            if member in groups or not any(name == member[0] for name, _ in groups):
                yield part.message.name
            groups.add(member)


def walk_own(card: Any) -> Iterator[Part]:
    """Walk a card without the cards that its clicks open."""
    inner: tuple[str, ...] = ()
    for part in walk(card):
        if part.kind == "Card" and part.path:
            inner += (part.path + ".",)
        if not part.path.startswith(inner):
            yield part


def _text(field: str) -> Rule:
    def rule(message: Any, place: Place) -> Iterator[str]:
        text = getattr(message, field)
        for fault in judge_markup.faults(text, lambda url: judge_links.link_fault(url, place.prefixes)):
            yield f"{field}: {fault}"

    return rule


def _picture(field: str) -> Rule:
    def rule(message: Any, place: Place) -> Iterator[str]:
        url = getattr(message, field)
        if url and (wrong := judge_links.picture_fault(url, place.prefixes)):
            yield wrong

    return rule


def _icon(icon: Any, place: Place) -> Iterator[str]:
    yield from _picture("icon_url")(icon, place)
    if icon.known_icon and icon.known_icon not in KNOWN_ICONS:
        yield f"knownIcon {icon.known_icon!r} is none of Google's"


def _action(action: Any, place: Place) -> Iterator[str]:
    if action.function and (wrong := judge_links.address_fault(action.function, place.prefixes)):
        yield f"function {wrong}"
    keys = Counter(parameter.key for parameter in action.parameters)
    yield from (f"parameter {key!r} is given twice" for key, count in keys.items() if count > 1)


def _open_link(link: Any, place: Place) -> Iterator[str]:
    if link.url and (wrong := judge_links.link_fault(link.url, place.prefixes)):
        yield wrong


def _text_input(field: Any, _: Place) -> Iterator[str]:
    if field.initial_suggestions.items and field.type_:
        yield "initialSuggestions work with SINGLE_LINE only"


def _selection(field: Any, _: Place) -> Iterator[str]:
    has_source = field.WhichOneof("multi_select_data_source")
    if not field.items and not has_source:
        yield "items is missing"
    if len(field.items) > MAX_ITEMS:
        yield f"{len(field.items)} items, {MAX_ITEMS} are allowed"
    chosen = sum(item.selected for item in field.items)
    if chosen > 1 and _enum(field, "type_") in {"RADIO_BUTTON", "DROPDOWN"}:
        yield f"{chosen} items are selected where one can be"


def _enum(message: Any, name: str) -> str:
    """Return the name of an enum's value; empty for a number Google does not know."""
    known = message.DESCRIPTOR.fields_by_name[name].enum_type.values_by_number.get(getattr(message, name))
    return known.name if known else ""


def _buttons(row: Any, _: Place) -> Iterator[str]:
    if len(row.buttons) > BUTTONS_IN_A_ROW:
        yield f"{len(row.buttons)} buttons in a row, {BUTTONS_IN_A_ROW} are advised"


def _colour(colour: Any, _: Place) -> Iterator[str]:
    parts = [colour.red, colour.green, colour.blue, *([colour.alpha.value] if colour.HasField("alpha") else [])]
    if not all(0 <= part <= 1 for part in parts):
        yield "colour parts must lie between 0 and 1"


def _columns(columns: Any, place: Place) -> Iterator[str]:
    if not (place.host == "GMAIL" and place.in_compose):
        yield "columns are shown only in the dialog opened from an email draft"
    if len(columns.column_items) > 2:
        yield f"{len(columns.column_items)} columns, 2 are allowed"


_RULES: dict[str, Rule] = {
    "Card": _card,
    "CardHeader": _picture("image_url"),
    "Section": _text("header"),
    "TextParagraph": _text("text"),
    "DecoratedText": _text("text"),
    "Image": _picture("image_url"),
    "ImageComponent": _picture("image_uri"),
    "SelectionItem": _picture("start_icon_uri"),
    "Icon": _icon,
    "Action": _action,
    "OpenLink": _open_link,
    "TextInput": _text_input,
    "SelectionInput": _selection,
    "ButtonList": _buttons,
    "Color": _colour,
    "Columns": _columns,
}


def _is_set(message: Any, name: str) -> bool:
    field = message.DESCRIPTOR.fields_by_name[name]
    if field.label != field.LABEL_REPEATED and field.message_type is not None:
        return bool(message.HasField(name))
    return bool(getattr(message, name))


def _json(part: Part, name: str) -> str:
    return str(part.message.DESCRIPTOR.fields_by_name[name].json_name)
