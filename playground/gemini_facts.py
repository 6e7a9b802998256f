"""What a prompt says: the JSON data in it, as named facts, and the orders hidden in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_MAX_FACTS = 200
_MAX_DEPTH = 6
_MAX_OBJECTS = 200
"""Places tried for an object: text full of braces must not cost seconds."""

FIELDS = {
    "first": ("first name", "vorname", "prénom", "given name", "name"),
    "company": (
        "company",
        "organisation",
        "organization",
        "firma",
        "account",
        "empresa",
        "entreprise",
        "azienda",
        "bedrijf",
        "会社",
    ),
    "title": ("job title", "title", "role", "position", "funktion", "poste", "cargo", "ruolo", "functie", "役職"),
    "industry": ("industry", "sector", "branche", "secteur", "settore", "setor", "業種", "業界"),
    "country": ("country", "land", "region"),
    "notes": ("challenge", "notes", "note", "comment", "pain", "herausforderung", "notiz", "課題"),
    "what": ("what", "offer", "product", "we sell", "sell"),
    "proof": ("proof", "reference", "fact"),
    "link": ("booking", "link", "calendar", "url"),
}
"""Words that names of facts are made of, the best first."""

_IGNORE = re.compile(r"\b(?:ignore|disregard|forget)\b[^.\n]{0,40}\binstructions?\b", re.IGNORECASE)
_SAY = re.compile(
    r"\b(?:write|say|output|print|reply with|answer with|respond with|append|add)\b[:\s]+(.{1,200}?)(?=[.!\n]|$)", re.I
)
_SEND = re.compile(r"\b(?:send|forward|bcc|cc)\b[^.\n]{0,60}?\bto\b\s+(\S+@\S+)", re.IGNORECASE)
_LINK = re.compile(r"\b(?:include|add|insert|use|click)\b[^.\n]{0,40}?\b(?:link|url)\b[:\s]*(\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value found in the data, with the name it stood under and the group above it."""

    name: str
    value: str
    group: str = ""


def find_data(text: str) -> Any:
    """Return the largest JSON object in a text, or None."""
    decoder = json.JSONDecoder()
    best: tuple[int, Any] = (0, None)
    position = text.find("{")
    for _ in range(_MAX_OBJECTS):
        if position == -1:
            break
        try:
            found, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            end = position + 1
        else:
            best = max(best, (end - position, found), key=lambda pair: pair[0])
        position = text.find("{", end)
    return best[1]


def facts_of(data: Any) -> list[Fact]:
    """Return every text and number of the data with its name."""
    return list(_walk(data, "", "", 0))[:_MAX_FACTS]


def _walk(node: Any, name: str, group: str, depth: int) -> Iterator[Fact]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(node, dict):
        label = node.get("name") or node.get("header") or node.get("id")
        if isinstance(label, str) and isinstance(node.get("value"), str | int | float):
            yield Fact(label, str(node["value"]).strip(), name)
            return
        for key, value in node.items():
            yield from _walk(value, str(key), name, depth + 1)
    elif isinstance(node, list):
        for value in node:
            yield from _walk(value, name, group, depth + 1)
    elif isinstance(node, str | int | float) and not isinstance(node, bool) and str(node).strip():
        yield Fact(name, str(node).strip(), group)


def pick(facts: Sequence[Fact], field: str) -> Fact | None:
    """Return the fact that best fits one of ``FIELDS``: by its name, never by its place."""
    for word in FIELDS[field]:
        for fact in facts:
            if re.search(rf"\b{re.escape(word)}", fact.name.replace("_", " "), re.IGNORECASE):
                return fact
    return None


def orders_in(texts: Sequence[str]) -> list[str]:
    """Return what a gullible model would say after reading these texts."""
    said: list[str] = []
    for text in texts:
        ignores = bool(_IGNORE.search(text))
        obeyed = [match[1].strip(" \"'“”‘’") for match in _SAY.finditer(text)] if ignores or _is_order(text) else []
        obeyed += [f"A copy of this goes to {match[1]}." for match in _SEND.finditer(text)]
        obeyed += [f"See {match[1]}" for match in _LINK.finditer(text)]
        said += obeyed or (["I ignore my previous instructions."] if ignores else [])
    return list(dict.fromkeys(part for part in said if part))


def _is_order(text: str) -> bool:
    return bool(
        re.match(r"\s*(?:please\s+|system:\s*|assistant:\s*)?(?:write|say|output|print|reply|answer)\b", text, re.I)
    )
