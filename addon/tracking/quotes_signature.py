"""What stands below somebody's own words: signatures, what a device or a program adds, notices."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from addon.lib.text import fold
from addon.tracking.inbound_model import Address
from addon.tracking.quotes_words import FAREWELL, FOOTER, NOTICE

_DELIMITER = re.compile(r"\s*(?:--|—|__|–|-- ?\*)\s*")
_RULE = re.compile(r"\s*[-_=*~—–•.]{2,}[-_=*~—–•.\s]*")
_FOOTER = re.compile(
    rf"[\s<(\[*_\-]*(?:{FOOTER})(?![a-z])|.{{0,40}}(?:から送信|に送信|傳送|发送)\W*$|[^.]{{0,40}}gonderildi\W*$"
)
_FAREWELL = re.compile(rf"\W*(?:{FAREWELL})(?:\s*[,.!;:、。\-–]*\s*|,.{{0,30}})$")
_NOTICE = re.compile(rf"(?:{NOTICE})")
_AFTERTHOUGHT = re.compile(r"\s*p\.?\s?s\.?\s*[:.\-–]|\s*nb\s*[:.]|\s*ps\s")
_CONTACT = re.compile(r"@|https?:|www\.|\+?\d[\d\s()/.\-]{6,}\d")

NOBODY = Address()

MAX_FOOTER, MAX_SHORT = 130, 70
"""Characters of a device's line, and of a line on somebody's card."""

MAX_TAIL, MAX_BLOCK = 15, 40
"""Written lines of a card, and all its lines."""


def without_signature(lines: Sequence[str], sender: Address = NOBODY) -> list[str]:
    """Return one stretch of own lines without what its writer did not write for this mail.

    A postscript below a signature is kept.
    """
    kept = _without_blank_ends(lines)
    cut = next((at for at in range(len(kept)) if _ends_here(kept, at, sender)), len(kept))
    after = next((at for at in range(cut + 1, len(kept)) if _AFTERTHOUGHT.match(kept[at].casefold())), len(kept))
    return _trimmed([*_without_notices(_trimmed(kept[:cut])), "", *kept[after:]])


def _ends_here(lines: Sequence[str], at: int, sender: Address) -> bool:
    """Whether everything from that line on is signature."""
    line = lines[at]
    if len(line) > 4 * MAX_FOOTER or not line.strip():
        return False
    if _DELIMITER.fullmatch(line):
        return True
    if _is_footer(lines, at):
        return True
    if len(lines) - at > MAX_BLOCK:
        return False
    if _RULE.fullmatch(line):
        return _is_card(lines[at + 1 :])
    return _takes_leave(lines, at) or _is_senders_card(lines, at, sender)


def _is_footer(lines: Sequence[str], at: int) -> bool:
    """Whether a device signs there: in a line of its own, below a blank one or at the very end."""
    if len(lines[at]) > 4 * MAX_FOOTER or not _FOOTER.match(folded := fold(lines[at])):
        return False
    bare = re.sub(r"\(?https?:\S+|<\S*>|\[|\]", "", folded)
    is_apart = at == 0 or not lines[at - 1].strip()
    return len(bare) <= MAX_FOOTER and not bare.rstrip().endswith((":", "?")) and (is_apart or at >= len(lines) - 2)


def _takes_leave(lines: Sequence[str], at: int) -> bool:
    """Whether below words of leave stand a name and more about it, and nothing else."""
    if len(lines[at]) > MAX_SHORT or not _FAREWELL.match(fold(lines[at])):
        return False
    below = [line for line in lines[at + 1 :] if line.strip()]
    return 2 <= len(below) <= MAX_TAIL and all(map(_is_card_line, below))


def _is_senders_card(lines: Sequence[str], at: int, sender: Address) -> bool:
    """Whether the sender's own name stands there above their details."""
    name = fold(sender.name)
    if at == 0 or lines[at - 1].strip() or len(name.split()) < 2 or fold(lines[at]).strip(" ,*") != name:
        return False
    below = [line for line in lines[at + 1 :] if line.strip()]
    return 1 <= len(below) <= MAX_TAIL and all(map(_is_card_line, below))


def _is_card(lines: Sequence[str]) -> bool:
    written = [line for line in lines if line.strip()]
    if not 1 <= len(written) <= MAX_TAIL:
        return False
    return all(map(_is_card_line, written)) and any(_CONTACT.search(line) for line in written)


def _is_card_line(line: str) -> bool:
    """Whether the line may stand on somebody's card: short, no sentence, nothing asked."""
    text = line.strip()
    if _CONTACT.search(text) or _FOOTER.match(fold(text[:MAX_SHORT])):
        return len(text) <= 3 * MAX_SHORT
    return len(text) <= MAX_SHORT and not text.endswith((".", "?", "!?", ":")) and len(text.split()) <= 9


def _without_notices(lines: list[str]) -> list[str]:
    """Drop closing paragraphs no person wrote for this mail; the only paragraph stays."""
    while " " in "".join(lines):
        start = max((at for at, line in enumerate(lines) if not line.strip()), default=0)
        last = " ".join(lines[start:])
        if not start or len(last) < 25 or not (_NOTICE.search(fold(last[:2000]))) or not _reads_like_a_notice(last):
            return lines
        lines = _trimmed(lines[:start])
    return lines


def _reads_like_a_notice(text: str) -> bool:
    return len(text) > 200 or fold(text[:60]).startswith(("virus-free", "virenfrei", "please consider", "think before"))


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Return the lines without blank ones and rules at either end."""
    return _between(lines, lambda line: not line.strip() or _RULE.fullmatch(line) is not None)


def _without_blank_ends(lines: Sequence[str]) -> list[str]:
    return _between(lines, lambda line: not line.strip())


def _between(lines: Sequence[str], is_empty: Callable[[str], bool]) -> list[str]:
    written = [at for at, line in enumerate(lines) if not is_empty(line)]
    return list(lines[written[0] : written[-1] + 1]) if written else []
