"""Which country a cell or a domain names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from addon.lib.countries import country_code
from addon.lib.text import fold
from addon.sequences.iana import zones_of

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "ja")
"""Those the add-on writes in."""

EVERYBODYS = frozenset(
    [
        "ac",
        "ad",
        "ag",
        "ai",
        "am",
        "as",
        "bz",
        "cc",
        "cd",
        "cf",
        "co",
        "cx",
        "dj",
        "fm",
        "ga",
        "gg",
        "gl",
        "gq",
        "im",
        "io",
        "je",
        "la",
        "lc",
        "ly",
        "md",
        "me",
        "ml",
        "ms",
        "mu",
        "nu",
        "pw",
        "sc",
        "sh",
        "so",
        "sr",
        "st",
        "su",
        "tk",
        "tm",
        "to",
        "tv",
        "vc",
        "vg",
        "ws",
    ]
)
"""Codes of countries under which anybody registers names for how they read (``.io``, ``.ai``) or because they are free.

Most stand in Google Search's list of country codes that it treats as generic; the others are sold in the same way.
"""


def country_of(text: str) -> str:
    """Return the code (ISO 3166-1, two letters) of a country's name or code in one of ``LANGUAGES``, else ``""``."""
    return country_code(text) or (_codes().get(fold(text[:60]), "") if text.strip() else "")


def country_of_domain(domain: str) -> str:
    """Return the country whose code a domain (or address) ends in, ``""`` where that says nothing."""
    end = domain.rpartition("@")[2].rstrip(".").rpartition(".")[2].casefold()
    code = {"uk": "GB", "xn--p1ai": "RU", "рф": "RU"}.get(end, end.upper())
    return code if end not in EVERYBODYS and zones_of(code) else ""


@cache
def _codes() -> Mapping[str, str]:
    """Return the names and three-letter codes of every country by their folded form, as CLDR has them."""
    from babel import Locale
    from babel.core import get_global

    longer = {alias: codes[0] for alias, codes in get_global("territory_aliases").items() if len(alias) == 3}
    found = {fold(alias): code for alias, code in longer.items() if alias.isalpha() and zones_of(code)}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if zones_of(code):
                found.setdefault(fold(name), code)
                found.setdefault(fold(code), code)
    return found
