"""What kind of thing one cell is, by its looks and by the words in it."""

from __future__ import annotations

import re
from functools import cache

from addon.leads import cell_words
from addon.lib.countries import country_code
from addon.lib.text import fold, words

_EMAIL = re.compile(r"(mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}|[^<>@]*<[^\s@<>]+@[^\s@<>]+>", re.IGNORECASE)
_PHONE = re.compile(
    r"(\+|00|\(|0)[\d\s()./+-]{6,22}(\s*(x|ext\.?)\s*\d{1,6})?|\d{3}[-. ]\d{3}[-. ]\d{4}|\d{2,4}([ -]\d{2,4}){2,4}",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{1,4}\s?[./年-]\s?\d{1,2}\s?[./月-]\s?\d{1,4}日?([ T,].{0,20})?|\d{1,2}:\d{2}(:\d{2})?"
    r"|\d{1,2}\.? [A-Za-zÀ-ÿ.]{3,12} \d{4}|[A-Za-z]{3,9} \d{1,2},? \d{4}"
)
_SITE = re.compile(r"(https?://)?([\w-]+\.)+[a-z]{2,24}(:\d+)?(/\S*)?", re.IGNORECASE)
_PROFILE = re.compile(r"(linkedin|xing|facebook|twitter|instagram|x)\.com(/|$)", re.IGNORECASE)
_BAND = re.compile(
    r"\d[\d.,]*\s*(-|–|—|to|bis|à|a|tot|~|〜|～)\s*\d[\d.,]*\s*(employees|mitarbeiter|名|人|명)?"
    r"|[<>≥≤]?\s*\d[\d.,]*\s*\+?\s*(employees|mitarbeiter|salariés|empleados|dipendenti|medewerkers|名|人|명)"
    r"|(\d[\d.,]*\s*\+|[<>≥≤]\s*\d[\d.,]*)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[~<>≈]?\s*\d[\d.,' ]*(k|\+)?")
_CODE = re.compile(r"[a-z]{2}([-_][A-Za-z]{2,4})?|[A-Z]{2}", re.ASCII)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KANJI_NAME = re.compile(r"[\u3400-\u9fff々ヶ]{1,4}[ \u3000][\u3040-\u30ff\u3400-\u9fff々]{1,5}")
_KANJI_PART = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々ヶ]{1,5}")
_MAX_NAME_WORDS, _MAX_NAME = 6, 60


def is_email(text: str) -> bool:
    """Whether the text is an address, bare, as a link or with a name before it."""
    return _EMAIL.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether the text is a day or a time of day."""
    return _DATE.fullmatch(text) is not None


def is_phone(text: str) -> bool:
    """Whether the text is written as a telephone number is: with blanks, dashes, brackets or a leading 0 or +."""
    digits = sum(char.isdecimal() for char in text)
    return 7 <= digits <= 20 and _PHONE.fullmatch(text) is not None and not is_date(text)


def is_site(text: str) -> bool:
    """Whether the text is the address of a site that is no profile at a network."""
    return _SITE.fullmatch(text) is not None and not _PROFILE.search(text)


def is_link(text: str) -> bool:
    """Whether the text is the address of any page."""
    return "://" in text or _SITE.fullmatch(text) is not None


def is_country(text: str) -> bool:
    """Whether the text is a country's name or code."""
    return country_code(text) is not None


def is_count(text: str) -> bool:
    """Whether the text begins like a number or a range of numbers."""
    return not is_date(text) and (is_band(text) or _COUNT.match(text) is not None)


def is_band(text: str) -> bool:
    """Whether the text is a range of numbers as directories give for staff: ``11-50``, ``1.000+``."""
    return _BAND.fullmatch(text) is not None and not is_date(text)


def is_figure(text: str) -> bool:
    """Whether the text has no letters."""
    return not any(char.isalpha() for char in text)


def is_salutation(text: str) -> bool:
    """Whether the text is a form of address such as ``Frau`` or ``Mr.``."""
    return len(text) <= 20 and " ".join(words(text)) in _phrases(cell_words.SALUTATIONS)


def is_yes_or_no(text: str) -> bool:
    """Whether the text is yes or no, in words that may be codes of countries too: ``sì``, ``no``."""
    return fold(text) in _words(cell_words.YES_AND_NO)


def is_language(text: str) -> bool:
    """Whether the text is a language's name, or its code with or without a country."""
    if len(text) > 30:
        return False
    if _CODE.fullmatch(text):
        return text[:2].lower() in _words(cell_words.LANGUAGE_CODES)
    return " ".join(words(text)) in _phrases(cell_words.LANGUAGES)


def is_name(text: str) -> bool:
    """Whether the text could be a person's name or part of one: few words, no digits, no marks of other things."""
    if len(text) > _MAX_NAME or "@" in text or any(char.isdecimal() for char in text):
        return False
    return 0 < len(words(text)) <= _MAX_NAME_WORDS


def is_spelt_as_name(text: str) -> bool:
    """Whether the text is written as names are: a capital first, or signs that know none."""
    if not is_name(text) or any(char in text for char in '&/:;!?()"|'):
        return False
    if has_cjk(text):
        return _KANJI_NAME.fullmatch(text) is not None or _KANJI_PART.fullmatch(text) is not None
    parts = [part for part in text.replace(",", " ").split() if fold(part).strip("'.") not in particles()]
    return bool(parts) and all(part.lstrip("'’")[:1].isupper() or part[:2] in ("d'", "d’") for part in parts)


def is_two_part_kanji_name(text: str) -> bool:
    """Whether the text is a Japanese name with a blank between its parts."""
    return _KANJI_NAME.fullmatch(text) is not None


def has_cjk(text: str) -> bool:
    """Whether any sign is Chinese, Japanese or Korean."""
    return _CJK.search(text) is not None


def has_given_name(text: str) -> bool:
    """Whether the first word, or the last, is a common first name."""
    parts = words(text)
    return bool(parts) and not {parts[0], parts[-1]}.isdisjoint(given_names())


def is_given_name(text: str) -> bool:
    """Whether the first word is a common first name."""
    parts = words(text)
    return bool(parts) and parts[0] in given_names()


def has_family_sign(text: str) -> bool:
    """Whether the text begins as family names do, with ``van`` or ``De``, or is a common Japanese one."""
    parts = words(text)
    return bool(parts) and ((len(parts) > 1 and parts[0] in particles()) or text in _words(cell_words.CJK_SURNAMES))


def is_firm(text: str) -> bool:
    """Whether the text ends, or begins, as the names of firms do, or holds a word of firms."""
    if has_cjk(text):
        return any(mark in text for mark in cell_words.CJK_FIRMS.split())
    return has_legal_form(text) or not _words(cell_words.FIRM_WORDS).isdisjoint(words(text))


def has_legal_form(text: str) -> bool:
    """Whether the text ends in a legal form, or begins with one."""
    parts = words(text)
    if len(parts) < 2:
        return False
    forms = _phrases(cell_words.LEGAL_FORMS)
    tails = (" ".join(parts[-size:]) for size in range(1, min(6, len(parts))))
    return any(tail in forms for tail in tails) or parts[0] in forms


def is_title(text: str) -> bool:
    """Whether the text holds a word of job titles."""
    if len(text) > 100 or "@" in text:
        return False
    if has_cjk(text):
        return any(mark in text for mark in cell_words.CJK_TITLES.split())
    parts = words(text)
    if not _words(cell_words.TITLES).isdisjoint(parts):
        return True
    endings = tuple(_phrases(cell_words.TITLE_ENDINGS))
    return any(len(part) > 7 and part.endswith(endings) for part in parts)


def is_industry(text: str) -> bool:
    """Whether the text is mostly words of industries."""
    if len(text) > 60 or any(char.isdecimal() for char in text):
        return False
    if has_cjk(text):
        return len(text) <= 12 and any(mark in text for mark in cell_words.CJK_INDUSTRIES.split())
    parts = [part for part in words(text) if len(part) > 3]
    known = sum(part in _words(cell_words.INDUSTRIES) for part in parts)
    return bool(parts) and 2 * known >= len(parts) and not has_legal_form(text)


def is_sentence(text: str) -> bool:
    """Whether the text is free text: several words, or many signs where words are not parted."""
    if has_cjk(text):
        return len(text) >= 6
    return len(text.split()) >= 3


@cache
def particles() -> frozenset[str]:
    """Return what family names begin with."""
    return _words(cell_words.PARTICLES)


@cache
def given_names() -> frozenset[str]:
    """Return common first names, folded."""
    return _words(cell_words.GIVEN_NAMES)


@cache
def legal_words() -> frozenset[str]:
    """Return the words legal forms are made of."""
    return frozenset(word for form in _phrases(cell_words.LEGAL_FORMS) for word in form.split())


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


@cache
def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(words(phrase)) for phrase in text.split("|"))


def tells_of_trouble(text: str) -> bool:
    """Whether a text holds a word of trouble, as what people write under ``Challenge`` does."""
    if has_cjk(text):
        return any(mark in text for mark in cell_words.TROUBLES.split() if has_cjk(mark))
    return not _words(cell_words.TROUBLES).isdisjoint(words(text))
