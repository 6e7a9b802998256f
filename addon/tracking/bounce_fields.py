"""Delivery reports for machines: the fields of RFC 3464, also as broken as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from addon.tracking.bounce_words import ADDRESS
from addon.tracking.inbound_model import Inbound

MAX_RECIPIENTS = 200
"""Recipients of one report that are read."""

MAX_SOURCE = 300_000

_FIELD = re.compile(r"[ \t>]{0,4}([A-Za-z][A-Za-z-]{2,40})[ \t]*:[ \t]*(.*)")
_RECIPIENT = ("final-recipient", "original-recipient", "x-actual-recipient")
_OF_RECIPIENT = frozenset({*_RECIPIENT, "action", "status", "diagnostic-code", "remote-mta", "x-display-name"})
_REPORTS = ("message/delivery-status", "message/global-delivery-status")

Fields = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One recipient as a report or a notice tells of it, before it is judged."""

    address: str
    action: str = ""
    status: str = ""
    words: str = ""


def told_in_fields(mail: Inbound) -> tuple[Told, ...]:
    """Return the recipients of a report's fields, in order, each address once.

    Reports stand in parts of their own; from mailers that break the structure, anywhere in a text.
    """
    sources = [part.text for part in mail.parts if part.kind in _REPORTS]
    found = _told("\n\n".join(sources))
    return found or _told("\n\n".join(part.text for part in mail.parts if part.kind == "text/plain"))


def _told(source: str) -> tuple[Told, ...]:
    source = source[:MAX_SOURCE]
    if "recipient" not in source.lower():
        return ()
    found: dict[str, Told] = {}
    for fields in list(_recipients(source))[:MAX_RECIPIENTS]:
        told = _recipient(fields)
        if told.address:
            found.setdefault(told.address.lower(), told)
    return tuple(found.values())


def _recipient(fields: Fields) -> Told:
    names = [name for field in _RECIPIENT if (name := _address(fields.get(field, "")))]
    words = re.sub(r"^\s*[\w-]{1,40}\s*;\s*", "", fields.get("diagnostic-code", ""))
    return Told(
        address=next((name for name in names if "." in name.partition("@")[2]), names[0] if names else ""),
        action=re.split(r"[\s(;]", fields.get("action", "").strip().lower())[0],
        status=fields.get("status", "").strip(),
        words=words,
    )


def _address(value: str) -> str:
    found = ADDRESS.search(value.partition(";")[2] or value)
    return found[0].strip(".'") if found else ""


def _recipients(source: str) -> Iterator[Fields]:
    """Yield the fields of each recipient; a block without a recipient belongs to the one before it."""
    current: Fields = {}
    for block in _blocks(source):
        if any(name in block for name in _RECIPIENT):
            if current:
                yield current
            current = block
        elif current:
            current = block | current
    if current:
        yield current


def _blocks(source: str) -> Iterator[Fields]:
    """Yield groups of fields, parted by blank lines and wherever a recipient is named again."""
    block: Fields = {}
    last = ""
    for line in [*source.split("\n"), ""]:
        match = _FIELD.match(line)
        name = match[1].lower() if match else ""
        if (not line.strip() or (name in _RECIPIENT and name in block)) and block:
            yield block
            block, last = {}, ""
        if match and name in _OF_RECIPIENT:
            block.setdefault(name, match[2].strip())
            last = name
        elif match and not line.startswith((" ", "\t")):
            last = ""
        elif last and line.strip():
            block[last] = f"{block[last]} {line.strip()}"[:4_000]
