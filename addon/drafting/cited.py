"""Asks of a sentence in a language whose grammar we do not read that it names the cell or answer it rests on."""

from __future__ import annotations

import re

from addon.drafting.model import Sentence, Source, SourceKind
from addon.drafting.persons import company
from addon.drafting.subject import is_ask, is_question, subjects
from addon.drafting.tongue import Tongue, compiled
from addon.leads.model import Field, Lead
from addon.lib.lookalikes import fold

_CUT = re.compile(r"[.;:!?]")
_FIRMLY = re.compile(
    r"\b(?:weiss|sehe|sah|gesehen|gelesen|gehort|bemerkt|erfahren|bekannt, dass|sais|vu|lu|remarque|appris|se que"
    r"|visto"
    r"|leido|notado|so che|letto|notato|weet dat|zag|gezien|gelezen|sei que|vi que|li que)\b"
)
"""Words after which even a hedged sentence claims to know."""

_NAMES = (Field.COMPANY, Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME)


def uncited(sentence: Sentence, lead: Lead, tongue: Tongue) -> str | None:
    """Return the words of a statement about the prospect that cites no cell but their name, or None.

    What such a cell says is not compared: it may be in another language than the draft.
    """
    folded = fold(compiled(tongue.they).sub("they", sentence.text))
    if is_question(folded) or is_ask(folded, tongue) or _cites_a_fact(sentence, lead):
        return None
    for found in subjects(company(lead), tongue).finditer(folded):
        if found["them"] and not _is_loose(folded, found, tongue):
            return folded[found.start() : found.start() + 40].strip()
    return None


def uncited_in_any_language(sentence: Sentence, lead: Lead) -> str | None:
    """Return the words of a statement without any source, or of one that names the prospect and cites no cell.

    For languages the guard knows nothing of: only a question may stand for itself.
    """
    folded = fold(sentence.text)
    if is_question(folded):
        return None
    names = (fold(lead.value(field)[:200]).split() for field in _NAMES)
    is_named = any(len(word) > 2 and word in folded for name in names for word in name)
    if not sentence.sources or (is_named and not _cites_a_fact(sentence, lead)):
        return folded[:40].strip()
    return None


def _cites_a_fact(sentence: Sentence, lead: Lead) -> bool:
    return any(_is_fact(source, lead) for source in sentence.sources)


def _is_fact(source: Source, lead: Lead) -> bool:
    named = {lead.value(field).strip() for field in _NAMES}
    return source.kind is SourceKind.CELL and source.value.strip() not in named


def _is_loose(folded: str, found: re.Match[str], tongue: Tongue) -> bool:
    """Whether the clause around a mention of the prospect asks, hedges, promises or thanks instead of stating."""
    starts = [cut.end() for cut in _CUT.finditer(folded, 0, found.start())]
    end = _CUT.search(folded, found.end())
    clause = folded[starts[-1] if starts else 0 : end.start() if end else len(folded)]
    if _FIRMLY.search(clause):
        return False
    return bool(tongue.pattern(f"{tongue.loose}|{tongue.us}").search(clause))
