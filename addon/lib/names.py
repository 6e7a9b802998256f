"""A person's full name taken apart, for a greeting: ``nameparser`` reads it, this adds what sheets need beyond it.

Sheets hold companies, desks, addresses and two people where a name is wanted, shout in capitals, and write a family
name first in more ways than with a comma.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from addon.lib.name_words import (
    ASIAN_SURNAMES,
    COUPLES,
    JAPANESE_SURNAMES,
    SECOND_GIVEN,
    is_nobody,
    is_person,
    spelled,
    without_remarks,
)
from addon.lib.text import clean, fold

if TYPE_CHECKING:
    from nameparser import Parser

MAX_NAME = 120
"""Characters above which a cell tells a story and names nobody."""

REMEMBERED = 16_384
"""Names whose parts are remembered: a check and a run ask for each of them several times."""

FAMILY_FIRST_LANGUAGES = frozenset({"hu"})
"""Languages in Latin script that write the family name first without fail."""

SURNAME_LANGUAGES = frozenset({"ko", "vi", "zh"})
"""Languages that write it first at home and last abroad: there a well-known family name decides."""

TWO_FAMILIES = frozenset({"es", "gl", "pt"})
"""Languages in which people carry a family name of each parent."""

_PLAIN = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?")
"""A word as most names are made of; the library, at forty times the price, reads two of them in order."""

_PLAIN_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "Frau", "Herr"})
_MIDDLE = re.compile(r"[A-Z]\.")

_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.-?)+[^\W\d_]?|[A-Z]{2}|[^\W\d_]{1,3}\.")
_LIKE_A_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{3,}")
_EASTERN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_JAPANESE = re.compile(r"[\u3040-\u30ff\uff66-\uff9f\u3400-\u9fff]+")
_HONORIFIC = re.compile(r"\s*(?P<tail>様|さま|さん|氏|殿|先生|君|くん|部長|課長|社長|御中)\.?$")
_TURNED = re.compile(r"(?P<first>[^\W\d_][^,]*?),\s*(?P<rest>[^\W\d_]\.?)")
_INITIAL_BEFORE_COMMA = re.compile(r"(?P<first>[^\W\d_]{2,}\s+[^\W\d_]\.?),\s*(?P<rest>[^\W\d_]{2,}(?:-[^\W\d_]+)?)")


class Order(StrEnum):
    """Which part of a name its bearer writes first."""

    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """The parts of a name, each ``""`` where there is none; all are empty for a cell that names no person.

    ``prefix`` holds titles and forms of address (``Frau Dr.``), ``suffix`` what stands behind (``Jr.``, ``MBA``). A
    shouted or whispered name is spelled as one writes it. ``Anna & Peter`` is one given name of two people.
    """

    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    order: Order = Order.GIVEN_FIRST

    @property
    def called(self) -> str:
        """The name to greet with: the given name, of ``J. Robert`` the second, ``""`` where all are initials."""
        words = [word for word in f"{self.given} {self.middle}".split() if not is_initials(word)]
        return self.given if self.given and not is_initials(self.given.split()[0]) else " ".join(words[:1])


def split_name(text: str, language: str = "") -> PersonName:
    """Return the parts of a full name as a cell holds it; never raises.

    ``language`` is a two-letter code of the person's language or ``""``; it settles what the text cannot: the order of
    Hungarian, Chinese, Korean and Vietnamese names, and two family names in Spanish and Portuguese.
    """
    return _split(text, language[:2].lower()) if len(text) <= MAX_NAME else PersonName()


def can_greet(text: str, language: str = "") -> bool:
    """Whether a cell of a first or a full name holds something to greet with: ``Anna``, ``Frau Kunze``, ``田中``.

    Initials, titles alone, companies, desks and addresses do not, nor do two people. ``language`` as in ``split_name``.
    """
    if _is_plain(text):
        return True
    name = split_name(text, language)
    if _are_two(name.prefix) or _are_two(name.given):
        return False
    return bool(name.called or (name.family and (name.prefix or _EASTERN.search(name.family))))


def _are_two(part: str) -> bool:
    """Whether a part of a name is of two people: ``Petra & Hans``, ``Mr and Mrs``; ``E`` and ``Y`` are initials."""
    joint = COUPLES.search(part)
    if joint is None or joint[0] in {"E", "Y"}:
        return False
    return bool(part[: joint.start()].strip()) and bool(part[joint.end() :].strip(" ."))


def is_initials(word: str) -> bool:
    """Whether a word only abbreviates names: ``J.``, ``J.R.``, ``Chr.``; one letter of Asia is a whole name."""
    return _INITIALS.fullmatch(word) is not None and not _EASTERN.search(word)


@lru_cache(maxsize=REMEMBERED)
def _split(text: str, language: str) -> PersonName:
    if language not in FAMILY_FIRST_LANGUAGES | SURNAME_LANGUAGES and (found := _plainly(text)):
        return found
    kept = without_remarks(clean(text))
    if not is_person(kept):
        return PersonName()
    if found := _unspaced(kept, language):
        return found
    return _spelled(_ordered(_parsed(_straight(kept), language), kept, language), kept)


def _plainly(text: str) -> PersonName | None:
    """Return what the library would say of the names most people have: a title, a middle initial, two plain words."""
    words = text.split(" ")
    prefix = words.pop(0) if len(words) > 2 and words[0].rstrip(".") in _PLAIN_TITLES else ""
    middle = words.pop(1) if len(words) == 3 and _MIDDLE.fullmatch(words[1]) else ""
    if len(words) != 2:
        return None
    if text.isupper() and not (prefix or middle) and all(len(word) > 2 for word in words):
        words = [spelled(word, one_case=True, is_first=True) for word in words]
    if not all(map(_is_plain, words)):
        return None
    return PersonName(given=words[0], middle=middle, family=words[1], prefix=prefix)


def _is_plain(word: str) -> bool:
    if _PLAIN.fullmatch(word) is None:
        return False
    return not any(part in _special() or is_nobody(part) for part in fold(word).split("-"))


def _straight(text: str) -> str:
    """Return a name without the comma that stands at the wrong place: ``Carolyn E, Savage``, ``Joseph Aro, B``."""
    found = _INITIAL_BEFORE_COMMA.fullmatch(text)
    if found is None:
        found = _TURNED.fullmatch(text)
        found = found if found and " " in found["first"].strip() else None
    return f"{found['first']} {found['rest']}" if found else text


def _parsed(text: str, language: str) -> PersonName:
    found = _parser(language).parse(text)
    given, family, suffix = found.given, found.family, found.suffix
    if not (given and family) and _LIKE_A_NAME.fullmatch(suffix) and fold(suffix) not in _suffix_words():
        # A degree that is spelled like a name is one.
        given, family, suffix = (given, suffix, "") if given else (suffix, family, "")
    is_eastern = _EASTERN.search(family + given) is not None
    turns = is_eastern and bool(given) and text.find(family) < text.find(given)
    first = Order.FAMILY_FIRST if language in FAMILY_FIRST_LANGUAGES or turns else Order.GIVEN_FIRST
    return PersonName(
        given=given,
        middle=found.middle,
        family=family,
        prefix=found.title,
        suffix=suffix,
        order=first,
    )


def _ordered(name: PersonName, text: str, language: str) -> PersonName:
    """Put right who comes first where capitals, an initial at the end, or the language say so."""
    if language in TWO_FAMILIES and "," in text and name.middle and not any(map(is_initials, name.middle.split())):
        return replace(name, given=f"{name.given} {name.middle}", middle="")
    if not (name.given and name.family) or "," in text or name.order is Order.FAMILY_FIRST:
        return name
    words = [*name.given.split(), *name.middle.split(), *name.family.split()]
    if language in TWO_FAMILIES:
        return _with_two_families(name)
    if language in SURNAME_LANGUAGES and fold(words[0]) in ASIAN_SURNAMES and fold(words[-1]) not in ASIAN_SURNAMES:
        return _turned(name, words, 1, Order.FAMILY_FIRST)
    loud = next((at for at, word in enumerate(words) if not _is_loud(word)), len(words))
    if 0 < loud < len(words) and all(word[1:].islower() for word in words[loud:]):
        return _turned(name, words, loud, Order.GIVEN_FIRST)
    if len(words) == 3 and is_initials(words[2]) and not any(map(is_initials, words[:2])):
        return _turned(name, words, 1, Order.GIVEN_FIRST)
    return name


def _turned(name: PersonName, words: list[str], family: int, order: Order) -> PersonName:
    """Read the first ``family`` words as the family name."""
    given, *middle = words[family:]
    if order is Order.FAMILY_FIRST:
        given, middle = " ".join([given, *middle]), []
    return replace(name, given=given, middle=" ".join(middle), family=" ".join(words[:family]), order=order)


def _is_loud(word: str) -> bool:
    return len(word) > 2 and word.isupper() and not is_initials(word)


def _with_two_families(name: PersonName) -> PersonName:
    middle = name.middle.split()
    seconds = next((at for at, word in enumerate(middle) if fold(word) not in SECOND_GIVEN), len(middle))
    rest = middle[seconds:]
    return replace(
        name,
        given=" ".join([name.given, *middle[:seconds]]),
        middle=" ".join(rest[:-1]),
        family=" ".join([*rest[-1:], name.family]),
    )


def _unspaced(text: str, language: str) -> PersonName | None:
    """Return a Japanese name written without a blank, if its family name is a common one."""
    found = _HONORIFIC.search(text)
    name = text[: found.start()] if found else text
    if language in {"zh", "ko"} or not _JAPANESE.fullmatch(name):
        return None
    for length in (3, 2):
        if name[:length] in JAPANESE_SURNAMES and len(name) <= length + 4:
            suffix = found["tail"] if found else ""
            return PersonName(given=name[length:], family=name[:length], suffix=suffix, order=Order.FAMILY_FIRST)
    return None


def _spelled(name: PersonName, text: str) -> PersonName:
    """Spell the parts as one writes them; ``text`` says whether capitals mean anything."""
    letters = COUPLES.sub(" ", text)
    one_case = letters.isupper() or letters.islower()
    return replace(
        name,
        given=spelled(name.given, one_case=one_case, is_first=True),
        middle=spelled(name.middle, one_case=one_case, is_first=True),
        family=spelled(name.family, one_case=one_case),
        prefix=spelled(name.prefix, one_case=one_case, is_first=True) if one_case else name.prefix,
    )


@cache
def _parser(language: str) -> Parser:
    from nameparser import FAMILY_FIRST, Lexicon, Parser, Policy, locales, parser_for  # 55 ms: not before a check

    packs = {"zh": [locales.ZH], "ru": [locales.RU], "uk": [locales.RU], "tr": [locales.TR_AZ], "az": [locales.TR_AZ]}
    titles = {"congresswoman", "rechtsanwalt", "rechtsanwältin", *(["m"] if language == "fr" else [])}
    lexicon = Lexicon.default().add(titles=titles, suffix_words={"attorney"})
    policy = Policy(name_order=FAMILY_FIRST) if language in FAMILY_FIRST_LANGUAGES else Policy()
    return parser_for(*packs.get(language, []), base=Parser(lexicon=lexicon, policy=policy))


@cache
def _suffix_words() -> frozenset[str]:
    return frozenset(fold(word) for word in _parser("").lexicon.suffix_words)


@cache
def _special() -> frozenset[str]:
    """Return every word to which the library gives a meaning of its own."""
    lexicon = _parser("").lexicon
    known = (
        lexicon.titles, lexicon.suffix_acronyms, lexicon.suffix_words, lexicon.particles, lexicon.conjunctions,
        lexicon.bound_given_names, lexicon.maiden_markers, lexicon.honorific_tails, lexicon.given_name_titles,
    )  # fmt: skip
    return frozenset(fold(word) for words in known for entry in words for word in entry.replace(".", " ").split())
