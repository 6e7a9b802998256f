"""The text of an HTML mail without what mail programs mark as quoted or as signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from html.parser import HTMLParser

from addon.tracking.html_text import is_hidden, text_of_html


def _names_in(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _names_in("area base br col embed hr img input link meta source track wbr")
_UNSEEN = _names_in("head style script title template noscript object svg select")
_BLOCKS = _names_in("""address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4
    h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul""")
_SPACED = _names_in("p h1 h2 h3 h4 h5 h6 ul ol table")

_DECLARATION = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^<>]{0,2000}>", re.DOTALL)
_NO_TAG = re.compile(r"<(?!/?[A-Za-z][^<>]{0,4000}>)")
_RENAMED = re.compile(r"^(?:x_|ecx|m_-?\d+)+")
"""What programs put before the classes of a mail they quote or show."""

_QUOTES = _names_in("""yahoo_quoted moz-cite-prefix gmail_attr gmail_quote_attribution zmail_extra tutanota_quote
    front-blockquote mail-editor-reference-message-container""")
_CONTAINERS = _names_in("gmail_quote gmail_quote_container protonmail_quote")
"""Around an attribution and a blockquote; what stands below the blockquote in there is an answer."""

_SIGNATURES = _names_in("""gmail_signature gmail_signature_prefix moz-signature protonmail_signature_block
    ms-outlook-mobile-signature applemailsignature zmail_signature""")
_ENDS = _names_in("divrplyfwdmsg appendonsend olk_src_body_section stopspelling")
"""From these on all is quoted."""


class _Hold(IntEnum):
    """What an open tag does to the text in it; a container hides it up to its blockquote."""

    NONE = 0
    CONTAINER = 1
    QUOTED = 2
    SIGNED = 3
    UNSEEN = 4


MAX_HTML = 300_000
"""Characters of HTML that are read: own words stand first, and programs wrap few words in much markup."""

MAX_NAMES = 20
"""Classes of a tag that are looked at."""

_HIDING = (_Hold.CONTAINER, _Hold.QUOTED, _Hold.SIGNED, _Hold.UNSEEN)


def unquoted_text(html: str) -> str:
    """Return the text without marked quotes and signatures; a line ``>`` stands for each quote that was left out.

    What nobody sees is left out too. Never raises.
    """
    reader = _Reader()
    try:
        reader.feed(_whole_tags(html[:MAX_HTML]))
        reader.close()
    except (AssertionError, ValueError):  # the parser's own assertions on broken declarations
        return text_of_html(html)
    return reader.text()


def _whole_tags(html: str) -> str:
    """Return the HTML without comments and declarations; a bracket that opens no tag becomes text.

    The standard parser's time is quadratic in tags that are never closed.
    """
    return _NO_TAG.sub("&lt;", _DECLARATION.sub("", html))


class _Reader(HTMLParser):
    """Collects lines; open tags are counted, so that a stray end tag costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, _Hold]] = []
        self._count: Counter[str] = Counter()
        self._held: Counter[_Hold] = Counter()
        self._parts: list[str] = []
        self._has_ended = False
        self._released = 0  # open tags below this one were looked through for containers

    def text(self) -> str:
        """Return the lines read so far."""
        lines = (re.sub(r"[ \t\f\v\u00a0]+", " ", line).strip() for line in "".join(self._parts).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break lines, and note what the tag holds."""
        self._break(tag)
        hold = _Hold.UNSEEN if tag in _UNSEEN or is_hidden(attrs) else self._marked(tag, dict(attrs))
        if tag in _VOID:
            return
        if hold in (_Hold.QUOTED, _Hold.CONTAINER) and not self._has_ended:
            self._stand_in(tag)
        self._open.append((tag, hold))
        self._count[tag] += 1
        self._held[hold] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat ``<br/>`` like ``<br>``, and ``<div/>`` as browsers do: as opened."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag and whatever was left open in it."""
        if self._count[tag]:
            while self._open:
                closed, hold = self._open.pop()
                self._count[closed] -= 1
                self._held[hold] -= 1
                if closed == tag:
                    break
            self._released = min(self._released, len(self._open))
        if tag != "br":
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """Take the text, blanks collapsed save in ``<pre>``."""
        if self._is_hidden():
            return
        text = data if self._count["pre"] else re.sub(r"\s+", " ", data)
        if text.strip(" ") or not (self._parts and self._parts[-1].endswith("\n")):
            self._parts.append(text)

    def _marked(self, tag: str, attributes: Mapping[str, str | None]) -> _Hold:
        names = {_RENAMED.sub("", name) for name in _names(attributes)}
        self._has_ended = self._has_ended or not names.isdisjoint(_ENDS)
        if names & _SIGNATURES or attributes.get("data-smartmail") == "gmail_signature" or names == {"signature"}:
            return _Hold.SIGNED
        if tag == "blockquote" or names & _QUOTES:
            return _Hold.QUOTED
        return _Hold.CONTAINER if names & _CONTAINERS else _Hold.NONE

    def _stand_in(self, tag: str) -> None:
        """Leave a quoted line for the quote, and take what follows a quote in a container as an answer."""
        if not self._is_hidden():
            self._line()
            self._parts.append(">\n")
        if tag == "blockquote" and not self._held[_Hold.QUOTED] and self._held[_Hold.CONTAINER]:
            self._release()

    def _release(self) -> None:
        for at in range(self._released, len(self._open)):
            tag, hold = self._open[at]
            if hold is _Hold.CONTAINER:
                self._open[at] = (tag, _Hold.NONE)
        self._held[_Hold.NONE] += self._held[_Hold.CONTAINER]
        self._held[_Hold.CONTAINER] = 0
        self._released = len(self._open)

    def _is_hidden(self) -> bool:
        held = self._held
        return self._has_ended or any(held[hold] for hold in _HIDING)

    def _break(self, tag: str) -> None:
        if self._is_hidden():
            return
        if tag == "br":
            self._parts.append("\n")
        elif tag in _BLOCKS:
            self._line()
            if tag in _SPACED:
                self._parts.append("\n")

    def _line(self) -> None:
        """Begin a line unless one has just begun."""
        if self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")


def _names(attributes: Mapping[str, str | None]) -> list[str]:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower().split()[:MAX_NAMES]
