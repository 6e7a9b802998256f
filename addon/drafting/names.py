"""Finds names and titles in an English sentence that no source carries."""

from __future__ import annotations

import re

from addon.drafting.carried import Carried
from addon.drafting.fold import bare, fold, plain, words

_WORD = re.compile(r"[^\W_][\w'&-]*")
_ALLOWED = words(
    """
    i ok hi hello dear ps p s english ai it hr crm erp api kpi kpis roi faq pdf csv saas b2b b2c b2g eu gdpr ui
    ux monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december mondays tuesdays wednesdays thursdays fridays am pm
    """
)
"""Capitals that name nobody; days and months are the dates' business."""

_PLAIN_STARTS = words(
    """
    it that this there here what who how where when why let today he she everyone everything nobody nothing
    either otherwise also however sure first second third finally honestly briefly still instead meanwhile now
    then well yes no so and but or if of to in on at for with as by from since while because after before until
    would could can may might will shall should do does did are is was were have has had please thanks thank
    happy glad sorry hope hoping one two three you we i they my our your their its the a an any some many most
    more less few each every all both
    """
)
_TELLS_A_NAME = re.compile(
    r"^(?:'s\b|,? and (?:I|you|your|we)\b|, | [A-Z]| (?:told|said|says|mentioned|shared|wrote)\b)"
)
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:\"(]|\n)\s*[\"'(]*$")
_DIGIT_TOKEN = re.compile(r"\b(?=[^\W_]*\d)[^\W\d_][^\W_]*(?:-\d+)?|\b[^\W\d_]+-\d+\b")
_HEADS = (
    r"ceo|cto|cfo|coo|cmo|cio|cro|vp|svp|evp|president|officer|director|head|manager|managers?|founder|co-founder|owner"
    r"|chief|chair(?:man|woman|person)?|lead|leader|partner|engineer|developer|buyer|analyst|consultant|recruiter"
    r"|controller|executive|specialist|coordinator|administrator|architect|planner|supervisor"
)
_TITLE = re.compile(
    r"\b(?:as|you are|you're|role as|work as|job as|position as|role of|promoted to|appointed|became|become) "
    rf"(?:an? |the |our |new )*((?:[\w&/'-]+ ){{0,4}}?(?:{_HEADS})\b"
    r"(?: (?:of|for) [\w&/-]+)?(?: (?:and|&) [\w&/-]+)?)"
)
_SMALL_WORDS = frozenset(["of", "for", "the", "a", "an", "and", "at", "in", "&", "to", "your"])


def unsupported_name(text: str, carried: Carried) -> str | None:
    """Return the first capitalised word, or word with a digit in it, that no source carries."""
    shown = plain(text)
    for found in _WORD.finditer(shown):
        if found[0][0].isupper() and not _is_known(found[0], carried) and not _is_plain_start(shown, found):
            return found[0]
    tokens = (found[0] for found in _DIGIT_TOKEN.finditer(shown))
    return next((token for token in tokens if not _is_known(token, carried)), None)


def unsupported_title(folded: str, carried: Carried) -> str | None:
    """Return the first title given to somebody that no source carries."""
    for found in _TITLE.finditer(folded):
        said = [word for word in re.split(r"[\s/]+", found[1]) if word not in _SMALL_WORDS]
        if not all(carried.has_word(part) for word in said for part in word.split("-")):
            return found[1]
    return None


def _is_known(word: str, carried: Carried) -> bool:
    folded = bare(fold(word).strip("'&-"))
    if folded.partition("'")[0] in _ALLOWED or carried.has_word(folded):
        return True
    parts = [part for part in re.split(r"[-'&]", folded) if part]
    return all(part in _ALLOWED or carried.has_word(part) or _is_lower(word, part) for part in parts)


def _is_lower(word: str, part: str) -> bool:
    """Whether a part of a hyphenated word stands in small letters: ``Nordlicht-specific``."""
    return "-" in word and part in word


def _is_plain_start(text: str, found: re.Match[str]) -> bool:
    """Whether a word has its capital from its place, not from being a name."""
    if not _ENDS_SENTENCE.search(text[: found.start()][-8:] if found.start() > 8 else text[: found.start()]):
        return False
    first = bare(found[0].casefold())
    if first.partition("'")[0] in _PLAIN_STARTS or first.endswith("ly"):
        return True
    rest = text[found.start() + len(first) :]
    return not _TELLS_A_NAME.match(rest) and not (found[0].isupper() and len(found[0]) > 1)
