"""The small HTML that Google shows in paragraphs, decorated text and section headers; anything else is a fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

PAIRED = frozenset({"b", "i", "u", "s", "font", "a", "time"})

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

LinkFault = Callable[[str], str]
"""Says what is wrong with a URL; empty when nothing is."""


def faults(text: str, link_fault: LinkFault) -> list[str]:
    """Return what is wrong with a text in an HTML field."""
    found: list[str] = []
    opened: list[str] = []
    at = 0
    while (at := text.find("<", at)) >= 0:
        tag = _TAG.match(text, at)
        if tag is None:
            found.append(f"unescaped '<' at {at}: what follows is lost")
            at += 1
            continue
        found += _tag_faults(tag, opened, link_fault)
        at = tag.end()
    return found + [f"<{name}> is never closed" for name in opened]


def _tag_faults(tag: re.Match[str], opened: list[str], link_fault: LinkFault) -> list[str]:
    closes, name, attributes = bool(tag[1]), tag[2].lower(), dict(_attributes(tag[3]))
    if name == "br":
        return ["</br> is no tag"] if closes else [f"<br> takes no {key}" for key in attributes]
    if name not in PAIRED:
        return [f"<{name}> is not one of Google's tags"]
    if closes:
        return _close(name, opened)
    if not tag[4]:
        opened.append(name)
    return _attribute_faults(name, attributes, link_fault)


def _close(name: str, opened: list[str]) -> list[str]:
    if opened and opened[-1] == name:
        opened.pop()
        return []
    if name not in opened:
        return [f"</{name}> closes nothing"]
    del opened[opened.index(name) :]
    return [f"</{name}> closes across another tag"]


def _attribute_faults(name: str, attributes: dict[str, str], link_fault: LinkFault) -> list[str]:
    wanted = {"font": "color", "a": "href"}.get(name)
    found = [f"<{name}> takes no {key}" for key in attributes if key != wanted]
    if wanted and wanted not in attributes:
        found.append(f"<{name}> needs {wanted}")
    elif name == "font" and not _COLOUR.fullmatch(attributes["color"]):
        found.append("<font color> must be #rrggbb")
    elif name == "a" and (wrong := link_fault(attributes["href"])):
        found.append(f"<a href>: {wrong}")
    return found


def _attributes(source: str) -> list[tuple[str, str]]:
    return [(match[1].lower(), unescape(match[2] or match[3] or "")) for match in _ATTRIBUTE.finditer(source)]
