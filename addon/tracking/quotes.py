"""What somebody wrote themselves: a reply without quoted mail, what introduces it, signatures and footers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from addon.lib.text import words
from addon.tracking.inbound_model import Address, Inbound
from addon.tracking.quotes_html import unquoted_text
from addon.tracking.quotes_marks import Intro, intro_ending, is_head, is_quoted, is_title
from addon.tracking.quotes_signature import without_signature

MAX_READ, MAX_LINES = 200_000, 4_000
"""Characters and lines read of a mail; nobody writes more above a quote."""


def said(mail: Inbound, ours: Collection[str] = ()) -> str:
    """Return the sender's own text, answers between quoted lines included; "" if there is none.

    ``ours`` are our sending addresses: an attribution that names one is certain.
    """
    is_answer = bool(mail.header("in-reply-to") or mail.header("references"))
    if not mail.html:
        return _own(mail.text, ours, mail.sender, is_answer=is_answer)
    marked = _own(unquoted_text(mail.html), ours, mail.sender)
    if not _has_plain(mail):
        return marked
    plain = _own(mail.text, ours, mail.sender, is_answer=is_answer)
    return marked if _begins_with(plain, marked) else plain


def said_text(text: str, ours: Collection[str] = ()) -> str:
    """Return the own text of a plain one of which nothing else is known: if every line is marked, all are its own."""
    return _own(text, ours, Address(), is_answer=False)


def said_html(html: str, ours: Collection[str] = ()) -> str:
    """Return the own text of an HTML body, "" if all of it is quoted."""
    return _own(unquoted_text(html), ours, Address())


def _has_plain(mail: Inbound) -> bool:
    return any(part.kind == "text/plain" for part in mail.parts) if mail.parts else bool(mail.text.strip())


def _begins_with(plain: str, marked: str) -> bool:
    """Whether the HTML's marks cut where the plain text's did not: it then holds the same words, but fewer."""
    fewer = words(marked)
    return bool(fewer) and words(plain)[: len(fewer)] == fewer


def _own(text: str, ours: Collection[str], sender: Address, *, is_answer: bool = True) -> str:
    lines = _lines(text)
    if not is_answer and all(is_quoted(line) or not line.strip() for line in lines):
        return "\n".join(lines).strip()
    stretches = [without_signature(stretch, sender) for stretch in _stretches(lines, frozenset(map(str.lower, ours)))]
    return "\n\n".join("\n".join(stretch) for stretch in stretches if stretch).strip()


def _lines(text: str) -> list[str]:
    return text[:MAX_READ].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")[:MAX_LINES]


def _stretches(lines: Sequence[str], ours: Collection[str]) -> Iterator[list[str]]:
    """Yield the stretches of lines between quotes, up to the mark from which on all is another's."""
    intros = _intros(lines, ours)
    stretch: list[str] = []
    at = 0
    while at < len(lines):
        end, kept = _quote(lines, at, intros)
        if end == at:
            stretch.append(lines[at])
            at += 1
            continue
        yield [*stretch, kept]
        stretch = []
        if not _goes_on(lines, end):
            return
        at = end
    yield stretch


def _intros(lines: Sequence[str], ours: Collection[str]) -> Mapping[int, Intro]:
    found = (intro_ending(lines, last, ours) for last in range(len(lines)) if not is_quoted(lines[last]))
    return {intro.start: intro for intro in found if intro}


def _quote(lines: Sequence[str], at: int, intros: Mapping[int, Intro]) -> tuple[int, str]:
    """Return behind which line the mark or quoted line at ``at`` ends, ``at`` if there is none, and text before it."""
    if intro := intros.get(at):
        return intro.end, intro.kept
    if is_quoted(lines[at]) or is_title(lines[at]) or is_head(lines, at):
        return at + 1, ""
    return at, ""


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether own text may follow: after quoted lines, or where a mark is followed by such."""
    if is_quoted(lines[at - 1]):
        return True
    return next((is_quoted(line) for line in lines[at : at + 4] if line.strip()), False)
