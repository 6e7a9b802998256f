"""What a wish in words asks of the offline writer, as far as it can follow: length, tone, angle, link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from addon.accounts.model import Tone
from addon.lib.lookalikes import fold

LONGEST_WISH = 300

_SHORTER = r"(?:much )?(?:shorter|short|brief(?:er)?|concise|kurzer|kurz|knapper|knapp|weniger text)"
_LONGER = r"(?:longer|more detail(?:s|ed)?|langer|ausfuhrlicher|mehr details?)"
_FORMAL = r"(?:(?:more )?formal(?:ly)?|formeller|formell|formlicher|formlich|hoflicher|politer|more polite)"
_FRIENDLY = (
    r"(?:friendlier|(?:more )?friendly|warmer|casual|less formal|freundlicher|freundlich|lockerer|weniger formell)"
)
_ANGLE = (
    r"(?:(?:an?other|different|new|other) (?:angle|opening|start|text|one|version)"
    r"|(?:anderer?|anderen|andere|neuer|neuen) (?:einstieg|aufhanger|anfang|ansatz|text|version)|anders"
    r"|different(?:ly)?)"
)
_NO_LINK = (
    r"(?:(?:no|without(?: the| a)?|drop the|remove the) (?:booking )?link"
    r"|(?:ohne(?: den)?|kein(?:en)?) (?:termin)?link)"
)
_FILLER = (
    r"(?:please|pls|bitte|and|und|but|aber|a|an|the|bit|little|more|less|etwas|ein|einen|eine|wenig|mehr|it|make|be|es"
    r"|should|with|mit|mach|mache|write|schreib|schreibe|text|mail|mails|email|draft|drafts|tone|ton|in|im|them|sie|all"
    r"|try|use|also|auch|sound|to|too|much|very|sehr|noch|viel)"
)


_NOT = (
    r"(?:(?:(?:please )?(?:do not|don't|don t|dont|never)|not|no|less|weniger|nicht|kein(?:e|en)?|bitte nicht|ohne)"
    r"(?: (?:make|be|sound|write|it|them|the|a|an|so|too|any|that|mails?|zu|es|mehr|ganz|als|sein|machen|more|much))*)"
)
_LESS_FORMAL = r"(?:less formal(?:ly)?|weniger formell|weniger formlich)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wish as understood; ``is_followed`` is false where it says more than that."""

    length: int = 0
    tone: Tone | None = None
    other_angle: bool = False
    no_link: bool = False
    is_followed: bool = True


def understood(text: str) -> Wish:
    """Return what of a wish in English or German the offline writer can follow; ``length`` is -1, 0 or 1."""
    said = fold(text[:LONGEST_WISH])
    folded = _without_what_it_forbids(said)
    shorter, longer = _asks(_SHORTER, folded), _asks(_LONGER, folded)
    friendly = _asks(_FRIENDLY, folded)
    formal = _asks(_FORMAL, re.sub(rf"\b{_FRIENDLY}\b", " ", folded))
    return Wish(
        length=int(longer) - int(shorter),
        tone=Tone.FRIENDLY if friendly else Tone.FORMAL if formal else None,
        other_angle=_asks(_ANGLE, folded),
        no_link=_asks(_NO_LINK, folded),
        is_followed=folded == said and not _rest(folded),
    )


def _without_what_it_forbids(folded: str) -> str:
    """Return a wish without what it asks not to be, such as ``not so formal``: nothing of that can be followed.

    ``Less formal`` is what the offline writer knows as friendly.
    """
    wished = "|".join((_ANGLE, _FRIENDLY, _FORMAL, _SHORTER, _LONGER))
    return re.sub(rf"\b(?!{_LESS_FORMAL}\b){_NOT} (?:{wished})\b", " ", folded)


def _asks(pattern: str, folded: str) -> bool:
    return bool(re.search(rf"\b{pattern}\b", folded))


def _rest(folded: str) -> str:
    """Return what a wish says beside what is understood."""
    for pattern in (_NO_LINK, _ANGLE, _FRIENDLY, _FORMAL, _SHORTER, _LONGER, _FILLER):
        folded = re.sub(rf"\b{pattern}\b", " ", folded)
    return re.sub(r"[\W_]+", "", folded)
