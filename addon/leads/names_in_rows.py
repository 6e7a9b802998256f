"""First and last name of a row that has them in one cell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from addon.leads.model import Field
from addon.lib.countries import country_code
from addon.lib.names import split_name
from addon.lib.text import fold

_SPOKEN = {
    "es": "AR BO CL CO CR DO EC ES GT HN MX NI PA PE PR PY SV UY VE",
    "fr": "FR",
    "hu": "HU",
    "ko": "KR",
    "pt": "AO BR MZ PT",
    "ru": "BY KZ RU",
    "tr": "TR",
    "vi": "VN",
    "zh": "CN HK MO TW",
}
"""Countries whose names have an order or a form of their own, by the language that tells it."""

_OF_COUNTRY = {country: code for code, countries in _SPOKEN.items() for country in countries.split()}

_NAMED = {
    "es": "spanish spanisch espanol espagnol castellano spaans spagnolo espanhol スペイン語",
    "fr": "french franzosisch francais frances francese frans フランス語",
    "hu": "hungarian ungarisch magyar hongrois hungaro ungherese hongaars ハンガリー語",
    "ko": "korean koreanisch coreen coreano koreaans 한국어 韓国語",
    "pt": "portuguese portugiesisch portugues portugais portoghese portugees ポルトガル語",
    "ru": "russian russisch russe ruso russo русскии ロシア語",
    "tr": "turkish turkisch turkce turc turco turks トルコ語",
    "vi": "vietnamese vietnamesisch vietnamien vietnamita vietnamees ベトナム語",
    "zh": "chinese chinesisch chinois chino chines cinese chinees mandarin 中文 中国語",
}
"""How a cell may call a language, folded."""


def name_parts(values: Mapping[Field, str]) -> dict[Field, str]:
    """Return the first and last name that a row lacks, from its full name; none that could not be used in a greeting.

    A part is taken only if the other one, where the row has it, stands in the full name too.
    """
    first, last = values.get(Field.FIRST_NAME, ""), values.get(Field.LAST_NAME, "")
    full = values.get(Field.FULL_NAME, "")
    if (first and last) or not full or (fold(first or last) not in fold(full)):
        return {}
    name = split_name(full, name_language(values))
    found = {Field.FIRST_NAME: "" if first else name.called, Field.LAST_NAME: "" if last else name.family}
    return {field: text for field, text in found.items() if text}


def name_language(values: Mapping[Field, str]) -> str:
    """Return the language that tells the order of a row's name: what a cell says, the country, the address's ending."""
    if said := values.get(Field.LANGUAGE, ""):
        return _language_named(said[:40])
    if country := values.get(Field.COUNTRY, ""):
        return _OF_COUNTRY.get(country_code(country) or "", "")
    ending = values.get(Field.EMAIL, "").rpartition(".")[2].upper()
    return _OF_COUNTRY.get(ending, "") if ending != "CO" else ""


def _language_named(text: str) -> str:
    word = fold(text).replace("_", "-").partition("-")[0].strip()
    return word if word in _NAMED else _languages().get(word, "")


@cache
def _languages() -> dict[str, str]:
    return {fold(word): code for code, words in _NAMED.items() for word in words.split()}
