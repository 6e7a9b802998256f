"""Greets a lead by language, name order and tone; a gender is never guessed, only read from a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from addon.accounts.model import Tone
from addon.drafting.fold import words
from addon.drafting.forms import FORMS, Forms
from addon.drafting.persons import FAMILY_FIRST_SCRIPT, Called, called, company
from addon.leads.model import Field, Lead
from addon.lib.lookalikes import fold


@dataclass(frozen=True, slots=True)
class Salutation:
    """The first line of a mail and the fields it was read from."""

    text: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class _Address:
    """How a cell says a person is addressed: ``gender`` is ``f``, ``m`` or empty; ``degree`` is ``Dr.`` or the like."""

    gender: str = ""
    degree: str = ""
    where: Field | None = None


_HERS = words(
    """
    ms mrs miss madam frau fr mme madame mlle sra srta senora senorita signora sigra ssa dottssa dottoressa dra
    mevrouw mevr mw dona female weiblich femme mujer donna vrouw feminin feminino femenino f w 女性 女士 小姐
    """
)
_HIS = words(
    """
    mr mister sir herr herrn hr m monsieur mon sr senor signor sig dottore dhr heer senhor male mannlich
    homme hombre uomo man masculin masculino 男性 先生
    """
)
_BOTH = re.compile(
    r"[(/]\s*(?:a|ª|s|me|in|ra|na|e|o|mrs|ms)\b\)?|\b(?:mr|sr|herr|sig|monsieur)\w*\.?\s*(?:&|\+|/|\b(?:and|und|et|y|e)\b)"
)
"""A form for either gender, ``Sr(a)`` or ``Mr/s``: a suffix in brackets or behind a slash."""

_JOINED = (
    (re.compile(r"\bsig[. ]*(?:\.|\s)*(?:ra|na)\b"), "signora"),
    (re.compile(r"\bsr[. ]*(?:a|ta)\b"), "sra"),
    (re.compile(r"\bm[. ]+(?:me|lle)\b"), "mme"),
    (re.compile(r"\bdott?[. ]*ssa\b"), "dottoressa"),
)
"""Forms for a woman that are written in two parts; their first alone is a man's."""

_DEGREES = (
    (re.compile(r"\bprof(?:essor(?:in)?)?\b\.? ?dr\b"), "Prof. Dr."),
    (re.compile(r"\bprof(?:essor(?:in)?)?\b"), "Prof."),
    (re.compile(r"\b(?:dr|dra|doktor|doctor|dott|dottssa|dott\. ?ssa|dottoressa|dottore)\b"), "Dr."),
)
_WHERE_DEGREES_STAND = (Field.SALUTATION, Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME)


def salutation(lead: Lead, tone: Tone, language: str = "en") -> Salutation | None:
    """Return the greeting in a language (its code), or None where the row names neither a person nor a company.

    ``Ms`` or ``Herr`` are said only where a cell says so. In a language without forms of its own it is English.
    """
    code = language[:2].lower()
    forms = FORMS.get(code, FORMS["en"])
    name, firm = called(lead, code), company(lead)
    if name.whole and (polite := _politely(lead, name, forms, tone)):
        return polite
    is_family_alone = name.whole == name.family and not _is_whole(name.family) and not forms.by_family
    if firm and (not name.whole or is_family_alone):
        return Salutation(forms.team(tone).format(company=firm), (Field.COMPANY,))
    return _by_name(name, _address(lead).degree, forms, tone) if name.whole else None


def _politely(lead: Lead, name: Called, forms: Forms, tone: Tone) -> Salutation | None:
    """Greet by honorific and family name, where the tone does so and a cell tells how."""
    address = _address(lead)
    pattern = forms.honoured(tone, address.gender, address.degree)
    if not name.family or not pattern:
        return None
    family = name.family[:1].upper() + name.family[1:] if forms.capital_family else name.family
    own = tuple(field for field in name.fields if field is not Field.FIRST_NAME or address.where is field)
    text = pattern.format(family=family, degree=address.degree)
    return Salutation(text, tuple(dict.fromkeys((*((Field.SALUTATION,) if address.gender else ()), *own))))


def _by_name(name: Called, degree: str, forms: Forms, tone: Tone) -> Salutation:
    full = f"{degree} {name.whole}" if degree and forms.degrees else name.whole
    by_family = name.family or name.whole
    return Salutation(
        forms.named(tone).format(given=name.given or name.whole, full=full, family=by_family),
        name.fields,
    )


def _is_whole(family: str) -> bool:
    """Whether a name that could not be parted is a whole one: 山田太郎 has no blank to part it at."""
    return bool(FAMILY_FIRST_SCRIPT.search(family))


def _address(lead: Lead) -> _Address:
    """Read a cell such as ``Frau Dr.``; one that names both genders, or a couple, tells none."""
    said = _said(lead.value(Field.SALUTATION)[:60])
    hers, his = bool(said & _HERS), bool(said & _HIS)
    degree, where = next(
        ((found, field) for field in _WHERE_DEGREES_STAND if (found := _degree(lead, field))), ("", None)
    )
    return _Address("f" if hers and not his else "m" if his and not hers else "", degree, where)


def _said(cell: str) -> frozenset[str]:
    """Return the words of a form of address, parts of one joined; none where it is a form for either gender."""
    folded = fold(cell.replace("ª", "a").replace("º", "o"))
    if _BOTH.search(folded):
        return frozenset()
    for pattern, whole in _JOINED:
        folded = pattern.sub(whole, folded)
    return frozenset(words(folded.replace(".", " ").replace("/", " ")))


def _degree(lead: Lead, field: Field) -> str:
    said = " ".join(fold(lead.value(field)[:100]).replace(".", ". ").split())
    return next((form for pattern, form in _DEGREES if pattern.search(said)), "")
