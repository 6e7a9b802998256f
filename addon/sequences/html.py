"""The same words as HTML: paragraphs, line breaks and links, everything else escaped."""

from __future__ import annotations

import re
from html import escape

_LINK = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]{1,2000}")
_BEHIND = ".,;:!?'*"
"""Marks that end a sentence rather than an address."""

_PARAGRAPH = '<p style="margin:0 0 1em">'
_SMALL = '<p style="margin:2em 0 0;font-size:12px;color:#5f6368">'


def page(text: str, small: str, language: str) -> str:
    """Return a mail's HTML of its text and of HTML for the small print below; ``language`` is a code."""
    body = "".join(f"{_PARAGRAPH}{_lines(paragraph)}</p>" for paragraph in text.split("\n\n") if paragraph)
    return f'<div dir="auto" lang="{escape(language)}">{body}{_SMALL}{small}</p></div>'


def link(url: str, text: str) -> str:
    """Return a link with a text."""
    return f'<a href="{escape(url)}">{escape(text)}</a>'


def lines(texts: tuple[str, ...]) -> str:
    """Return escaped lines below each other."""
    return "<br>".join(map(escape, texts))


def _lines(paragraph: str) -> str:
    return "<br>".join(map(_linked, paragraph.split("\n")))


def _linked(line: str) -> str:
    """Return a line with its addresses as links."""
    made, at = [], 0
    for match in _LINK.finditer(line):
        url = _address(match[0])
        made += [escape(line[at : match.start()]), link(url, url)]
        at = match.start() + len(url)
    return "".join([*made, escape(line[at:])])


def _address(found: str) -> str:
    """Return an address without the marks of the sentence it ends, and without a bracket that opened before it."""
    url = found.rstrip(_BEHIND)
    while url.endswith((")", "]")) and url.count(url[-1]) > url.count({")": "(", "]": "["}[url[-1]]):
        url = url[:-1].rstrip(_BEHIND)
    return url
