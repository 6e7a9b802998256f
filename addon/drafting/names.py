"""Finds names and titles that no source carries, by what a language does with capitals."""

from __future__ import annotations

import re

from addon.drafting.carried import Carried
from addon.drafting.fold import bare, words
from addon.drafting.names_in_kana import unsupported_name_in_japanese
from addon.drafting.tongue import Tongue, compiled, whole_words
from addon.lib.lookalikes import fold, plain

_WORD = re.compile(r"[^\W_][\w'&-]*")
_ALLOWED = words(
    """
    i ok ps p s ai ki ia it hr rh crm erp tms wms api kpi kpis roi faq pdf csv saas b2b b2c b2g eu ue gdpr dsgvo rgpd
    avg ui ux am pm kmu pme lkw pkw edv co2 usd eur gbp chf url web online internet
    """
)
"""Capitals that name nobody."""

_WELL_KNOWN = words(
    """
    adidas airbus aldi allianz amazon android apple asana atlassian aws azure basf bayer bmw bosch cisco confluence
    coupa daimler datev descartes dhl docusign dpd dropbox dynamics ebay edeka ericsson facebook fedex figma forbes
    github gitlab gls google handelsblatt hellmann hubspot ibm ikea instagram intercom jira jungheinrich kpmg
    lidl lufthansa maersk mailchimp marketo mckinsey mercedes microsoft miro monday.com navision netsuite nokia notion
    odoo openai oracle outlook pipedrive personio porsche powerpoint powerbi pwc qlik rewe sage salesforce samsung sap
    schenker servicenow shopify siemens slack snowflake sony sharepoint stripe swisscom tableau telekom tesla tiktok
    tomtom toyota trello twilio twitter uber ups vodafone volkswagen walmart wordpress workday xing youtube zalando
    zapier zendesk zoho zoom linkedin techcrunch
    amsterdam athens austin barcelona basel berlin bern birmingham bologna boston bremen brussels bruxelles budapest
    chicago cologne copenhagen dallas dortmund dresden dublin dusseldorf edinburgh essen frankfurt geneva glasgow graz
    hamburg hannover helsinki istanbul kiel koln kyoto leeds leipzig lille linz lisboa lisbon london lubeck luxembourg
    lyon madrid mailand manchester marseille miami milan milano munchen munich nantes napoli nurnberg nuremberg osaka
    oslo paris porto prag prague roma rom rotterdam salzburg sevilla seville singapore stockholm strasbourg stuttgart
    sydney tokyo torino toronto toulouse turin utrecht valencia venice vienna warsaw warschau wien zurich
    """
)
"""Firms, programs and cities that name somebody in any writing, where every noun has a capital as well."""

_NAMELESS_OWNERS = """
    today's tomorrow's everybody's everyone's somebody's someone's nobody's anybody's customer's company's team's
    business's let's it's that's there's here's what's who's how's where's one's world's industry's market's
    """
"""Words whose ``'s`` at the start of a sentence tells no name."""

_TELLS_A_NAME = re.compile(
    r"^(?:'s\b|,? and (?:I|you|your|we)\b|, | [A-Z]| (?:told|said|says|mentioned|shared|wrote)\b"
    r"| (?:from|at) (?:your|[A-Z]))"
)
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:;¡¿\"(]|\n)\s*[\"'(¡¿]*$")
_LATIN = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]"
_DIGIT_TOKEN = re.compile(
    rf"(?<![^\W\u3040-\u30ff\u3400-\u9fff])(?:(?={_LATIN}*\d){_LATIN}(?:{_LATIN}|\d)*(?:-\d+)?|{_LATIN}+-\d+\b)"
)
_TIME_TOKEN = re.compile(r"[a-z]?\d{1,2}h(?:\d{2})?|h\d{2}")
_NAMES_BEFORE = re.compile(r"\b(?:bei|von|namens)\s+$")
_OF_A_FIRM = re.compile(r"^ ?(?:aus|von|bei|vom) (?:ihr|eur|dein|der|dem)")
_LEGAL = re.compile(r"^ (?:gmbh|ag|se|kg|ohg|inc|ltd|llc)\b", re.IGNORECASE)
_SMALL_WORDS = words(
    """
    of for the a an and at in to your der die das des von fur und bei le la les de du d et el los del y il lo di della
    dei e do da dos van het en voor o os
    """
) | {"&", "d'"}
_SAME_TITLE = (
    words("ceo geschaftsfuhrer geschaftsfuhrerin pdg directeur general directrice generale director directora general"),
    words("cfo finanzvorstand daf"),
    words("cto technikvorstand"),
    words(
        "owner founder inhaber inhaberin grunder grunderin fondateur fondatrice fundador fundadora fondatore titolare"
    ),
)


def unsupported_name(text: str, carried: Carried, tongue: Tongue) -> str | None:
    """Return the first name, or word with a digit in it, that no source carries."""
    shown = plain(text)
    if tongue.code == "ja":
        return unsupported_name_in_japanese(shown, carried, _ALLOWED) or _unknown_token(shown, carried)
    for found in _WORD.finditer(shown):
        if found[0][0].isupper() and not _is_known(found[0], carried, tongue) and not _is_no_name(shown, found, tongue):
            return found[0]
    return _unknown_token(shown, carried)


def unsupported_title(folded: str, carried: Carried, tongue: Tongue) -> str | None:
    """Return the first title given to somebody that no source carries."""
    if not tongue.has_spaces:
        found = compiled(tongue.titles).search(folded)
        return found[0] if found and found[0] not in carried.text else None
    for found in _title(tongue).finditer(folded):
        said = [word for word in re.split(r"[\s/]+", found[1]) if word not in _SMALL_WORDS]
        if not all(_is_titled(part, carried) for word in said for part in word.split("-")):
            return found[1]
    return None


def _is_titled(word: str, carried: Carried) -> bool:
    return carried.has_word(word) or any(word in same and same & carried.words for same in _SAME_TITLE)


def _title(tongue: Tongue) -> re.Pattern[str]:
    articles = "an?|the|our|new|die|der|eine?|neue[rn]?|le|la|une?|el|il|lo|het|de|o"
    return whole_words(
        rf"(?:{tongue.given}) (?:(?:{articles}) )*((?:[\w&/'-]+ ){{0,4}}?(?:{tongue.titles})\b"
        r"(?: (?:of|for|der|des|fur|de|du|di|van|do|da) [\w&/-]+)?(?: (?:and|&|und|et|y|e|en) [\w&/-]+)?)"
    )


def _unknown_token(shown: str, carried: Carried) -> str | None:
    for found in _DIGIT_TOKEN.finditer(shown):
        folded = fold(found[0])
        is_known = folded in _ALLOWED or carried.has_word(folded) or folded in carried.text
        if not is_known and not _TIME_TOKEN.fullmatch(folded):
            return found[0]
    return None


def _is_known(word: str, carried: Carried, tongue: Tongue) -> bool:
    folded = bare(fold(word).strip("'&-"))
    if "'" in folded and tongue.code in ("fr", "it"):
        folded = folded.rpartition("'")[2]
    if (
        _is_common(folded.partition("'")[0], tongue)
        or carried.has_word(folded)
        or carried.has_word(folded.removesuffix("s"))
    ):
        return True
    parts = [part for part in re.split(r"[-'&]", folded) if part]
    return all(_is_common(part, tongue) or carried.has_word(part) or _is_lower(word, part) for part in parts)


def _is_common(folded: str, tongue: Tongue) -> bool:
    return folded in _ALLOWED or folded in tongue.plain


def _is_lower(word: str, part: str) -> bool:
    """Whether a part of a hyphenated word stands in small letters: ``Nordlicht-specific``."""
    return "-" in word and part in word


def _is_no_name(text: str, found: re.Match[str], tongue: Tongue) -> bool:
    return _is_plain_start(text, found, tongue) or bool(tongue.nouns and _is_noun(text, found, tongue))


def _is_plain_start(text: str, found: re.Match[str], tongue: Tongue) -> bool:
    """Whether a word has its capital from its place, not from being a name."""
    if not _ENDS_SENTENCE.search(text[: found.start()][-8:] if found.start() > 8 else text[: found.start()]):
        return False
    first = bare(found[0].casefold())
    if first.partition("'")[0] in tongue.plain or (first.endswith("ly") and tongue.code == "en"):
        return True
    if first in _WELL_KNOWN:
        return False
    if tongue.code == "en" and (owner := found[0].casefold()).endswith("'s") and owner not in _NAMELESS_OWNERS.split():
        return False
    rest = text[found.end() :]
    is_noun = bool(tongue.nouns) and _is_noun(text, found, tongue)
    if tongue.nouns:
        return is_noun
    return not _TELLS_A_NAME.match(rest) and not (found[0].isupper() and len(found[0]) > 1)


def _is_noun(text: str, found: re.Match[str], tongue: Tongue) -> bool:
    """Whether a capitalised word of a language that writes its nouns so is one, by its ending or by what is around it.

    A word nobody knows is a name after ``bei`` or ``Herr``, before GmbH, beside another such word, and in capitals.
    """
    word, folded = found[0], fold(found[0])
    if folded in _WELL_KNOWN or bare(folded) in _WELL_KNOWN or folded.removesuffix("s") in _WELL_KNOWN:
        return False
    before, after = text[: found.start()], text[found.end() :]
    if compiled(rf"\b(?:{tongue.honorifics})\.?\s+$").search(fold(before) + " ") or _LEGAL.match(after):
        return False
    if _has_noun_ending(folded, tongue):
        return True
    if _ENDS_SENTENCE.search(before[-8:]) and _OF_A_FIRM.match(fold(after)):
        return False
    if re.search(r"[^\W\d_][A-Z]", word) or _NAMES_BEFORE.search(fold(before) + " "):
        return False
    beside = re.match(r" ([^\W\d_a-z][\w-]+)", after)
    return not (beside and not _is_common(fold(beside[1]), tongue) and not _has_noun_ending(fold(beside[1]), tongue))


def _has_noun_ending(folded: str, tongue: Tongue) -> bool:
    return any(compiled(rf"\w*(?:{tongue.nouns})").fullmatch(part) for part in [folded.rpartition("-")[2]])
