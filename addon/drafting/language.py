"""Chooses the language of a lead's mail: what the user set, else what the row says, else English."""

from __future__ import annotations

from functools import cache

from addon.accounts.model import Offer
from addon.drafting.links import domain_of
from addon.leads.model import Field, Lead
from addon.lib.countries import country_code
from addon.lib.text import fold, words

DEFAULT = "en"

_READ_IN = ("en", "de", "fr", "es", "pt", "it", "nl", "ja")
"""Languages in which a sheet may name a language."""

_SPOKEN_IN = {
    "en": "US GB IE AU NZ",
    "de": "DE AT",
    "fr": "FR",
    "es": "ES MX AR CL CO PE UY CR",
    "pt": "PT BR",
    "it": "IT",
    "nl": "NL",
    "ja": "JP",
    "pl": "PL",
    "sv": "SE",
    "da": "DK",
    "nb": "NO",
    "fi": "FI",
    "cs": "CZ",
    "hu": "HU",
    "ro": "RO",
    "tr": "TR",
    "el": "GR",
    "ko": "KR",
    "zh": "CN TW",
    "ru": "RU",
}
"""Countries where one language serves for business mail. In Switzerland, Belgium or Canada none does."""

_OF_COUNTRY = {country: code for code, countries in _SPOKEN_IN.items() for country in countries.split()}
_OF_DOMAIN = {
    **{country.lower(): code for country, code in _OF_COUNTRY.items() if country not in {"CO", "GB"}},
    "uk": "en",
}
"""Top-level domains; Colombia's ``co`` is anybody's."""

_LONG_CODES = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ita": "it",
    "nld": "nl", "dut": "nl", "jpn": "ja", "pol": "pl", "swe": "sv", "dan": "da", "nor": "nb", "no": "nb", "nn": "nb",
    "fin": "fi", "ces": "cs", "cze": "cs", "hun": "hu", "ron": "ro", "rum": "ro", "tur": "tr", "ell": "el", "gre": "el",
    "kor": "ko", "zho": "zh", "chi": "zh", "rus": "ru", "flemish": "nl", "flamisch": "nl", "vlaams": "nl",
    "castellano": "es", "castilian": "es", "mandarin": "zh", "polski": "pl", "svenska": "sv", "dansk": "da",
    "norsk": "nb", "norwegian": "nb", "norwegisch": "nb", "suomi": "fi", "cestina": "cs", "magyar": "hu",
    "romana": "ro", "turkce": "tr", "ελληνικα": "el", "한국어": "ko", "中文": "zh", "русскии": "ru",
}  # fmt: skip
"""ISO 639-2, and other words for a language than its name."""


def language_of(lead: Lead, offer: Offer) -> str:
    """Return the code (ISO 639-1) of the language to write to a lead in, ``en`` where nothing tells.

    The surest sign decides: the user, a cell, the country, the domain.
    """
    found = (
        _named(offer.language),
        _named(lead.value(Field.LANGUAGE)),
        _OF_COUNTRY.get(country_code(lead.value(Field.COUNTRY)) or "", ""),
        _of_domain(domain_of(lead.value(Field.EMAIL))),
        _of_domain(_host(lead.value(Field.WEBSITE))),
    )
    return next(filter(None, found), DEFAULT)


def _named(cell: str) -> str:
    """Return the first language a cell names, by name or code, else that of the country it names."""
    text = fold(cell[:100])
    if not text:
        return ""
    known = _names()
    code = known.get(text) or next((known[word] for word in words(text) if word in known), "")
    return code or _OF_COUNTRY.get(country_code(text) or "", "")


def _of_domain(domain: str) -> str:
    return _OF_DOMAIN.get(domain.rpartition(".")[2], "") if "." in domain else ""


def _host(website: str) -> str:
    """Return the host of a website as written in a sheet, with or without its scheme."""
    text = website.strip()[:300].casefold()
    return text.partition("://")[2 if "://" in text else 0].partition("/")[0].partition("?")[0].partition(":")[0]


@cache
def _names() -> dict[str, str]:
    """Return codes by folded name: each language's name in each language a sheet may be in, and its codes."""
    from babel import Locale  # only a mail that is written needs it

    found = {fold(Locale(reader).languages[code]): code for reader in _READ_IN for code in _SPOKEN_IN}
    return {**found, **{fold(word): code for word, code in _LONG_CODES.items()}, **{code: code for code in _SPOKEN_IN}}
