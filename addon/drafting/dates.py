"""Finds statements of time: what has happened when. A time we propose is no statement."""

from __future__ import annotations

import re

from addon.drafting.carried import Carried
from addon.drafting.fold import words
from addon.drafting.subject import is_about_us, is_ask

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|april|june|july|august|september|october|november|december)"
_SPAN = rf"(?:week|month|year|quarter|summer|winter|spring|autumn|fall|night|weekend|decade|{_DAY}|{_MONTH}|march|may)"
_PAST = re.compile(
    rf"\b(?:last|past|previous) (?:few |couple of |two |three )?{_SPAN}s?\b|\byesterday\b|\b\w+ ago\b"
    rf"|\bearlier (?:this {_SPAN}|today)\b|\bthis past \w+\b"
)
_LATELY = re.compile(r"\b(?:recently|lately|just (?:now|announced|raised|launched|opened|hired|joined|moved|won))\b")
_CARRIES_LATELY = re.compile(r"\b(?:recent|late|new|just|last|ago)")
_CALENDAR = re.compile(rf"\b{_MONTH}\b|\b(?:in|since|by|until|of|early|late|mid|from) (?:march|may)\b")
_MONTHS = words(
    """
    march may january february april june july august september october november december
    """
)
_NEAR = re.compile(rf"\b(?:{_DAY}s?|tomorrow|tonight|(?:this|next|coming) {_SPAN})\b")
_OURS = re.compile(r"\b(?:i|we)(?:'ll| will| can| could| would| plan)\b")


def unsupported_date(folded: str, carried: Carried, company: str) -> str | None:
    """Return the first date or time of a folded sentence that no source carries and that is no proposal of ours."""
    for found in (*_PAST.finditer(folded), *_CALENDAR.finditer(folded)):
        if not _has(carried, found[0]) and not is_about_us(folded, found.start(), company):
            return found[0]
    for found in _LATELY.finditer(folded):
        if not _CARRIES_LATELY.search(carried.text) and not is_about_us(folded, found.start(), company):
            return found[0]
    if is_ask(folded) or _OURS.search(folded):
        return None
    return next((found[0] for found in _NEAR.finditer(folded) if not _has(carried, found[0])), None)


def _has(carried: Carried, said: str) -> bool:
    return said in carried.text or said.rpartition(" ")[2] in carried.words & _MONTHS
