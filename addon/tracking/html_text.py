"""The text a reader of an HTML mail sees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser

MAX_HTML = 500_000
"""Characters of HTML that are read."""

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    }
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"head", "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title"})
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])", re.I)
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_UNREAD = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_NO_TAG = re.compile(r"<(?!/?[A-Za-z][^<>]{0,20000}>)[!?]?(?:\[[^<>]{0,200}>|DOCTYPE[^<>]{0,2000}>)?", re.IGNORECASE)
"""What opens no complete tag. Python's parser takes quadratic time over such, so it never sees them."""

_BLANKS = re.compile(r"[^\S\n]+")


def text_of_html(html: str) -> str:
    """Return what is shown: no scripts, styles, comments or hidden elements; a line for each block. Never raises."""
    source = _NO_TAG.sub(_literal, _UNREAD.sub("", html[:MAX_HTML]))
    shown = _parsed(source, _Shown())
    return shown or _parsed(source, _Everything())  # an element hidden and never closed hides the rest


def is_hidden(attributes: Sequence[tuple[str, str | None]]) -> bool:
    """Whether an element's own attributes keep it from being seen."""
    return any(name == "hidden" or (name == "style" and _HIDING.search(value or "")) for name, value in attributes)


class _Shown(HTMLParser):
    """Gathers text; inside an unseen element only the nesting of its own tag is followed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unseen:
            self._depth += tag == self._unseen
        elif tag not in _VOID and self.is_unseen(tag, attrs):
            self._unseen, self._depth = tag, 1
        else:
            self.pieces.append(_gap(tag))

    def handle_endtag(self, tag: str) -> None:
        if not self._unseen:
            self.pieces.append("" if tag in _CELLS else _gap(tag))
        elif tag == self._unseen or (self._unseen == "head" and tag == "html"):
            self._depth -= 1
            self._unseen = self._unseen if self._depth else ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<p/>`` as browsers do: a start, unless the element is void."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))

    def is_unseen(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        """Whether nobody sees what is inside."""
        if tag in _UNSEEN:
            return True
        return is_hidden(attrs)


class _Everything(_Shown):
    """Hides only what is never text."""

    def is_unseen(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:  # noqa: ARG002
        return tag in {"script", "style"}


def _parsed(source: str, reader: _Shown) -> str:
    try:
        reader.feed(source)
        reader.close()
    except (AssertionError, ValueError):  # the parser's own assertions on broken declarations
        return _lines(unescape(_MARKUP.sub(" ", source)))
    return _lines("".join(reader.pieces))


def _literal(match: re.Match[str]) -> str:
    return "&lt;" if match[0] == "<" else " "


def _gap(tag: str) -> str:
    return "\n" if tag in _BLOCKS else " " if tag in _CELLS else ""


def _lines(text: str) -> str:
    lines = [line.strip() for line in _BLANKS.sub(" ", text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
