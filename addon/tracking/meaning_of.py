"""What a message means where its kind tells; what a person says in their own words is to be read."""

from __future__ import annotations

from addon.lib.text import clean, shorten
from addon.tracking.inbound_model import AutoKind, BounceKind, InboundKind, Verdict
from addon.tracking.intent import LONGEST_WORDS, twin
from addon.tracking.intent_model import Intent, Mood, Read, Reader

TO_BE_READ = frozenset({InboundKind.REPLY, InboundKind.COLLEAGUE})
"""Kinds whose words tell what they mean."""

SURE, UNSURE = 1.0, 0.25
"""Certainties: of what headers and reports say, and of an invitation declined, which does not tell why."""

_OF_CALENDAR = {
    "accepted": (Intent.WANTS_DATE, Mood.POSITIVE, SURE),
    "counter": (Intent.WANTS_DATE, Mood.POSITIVE, SURE),
    "request": (Intent.WANTS_DATE, Mood.POSITIVE, SURE),
    "tentative": (Intent.WANTS_DATE, Mood.NEUTRAL, SURE),
    "declined": (Intent.NOT_NOW, Mood.NEUTRAL, UNSURE),
}
"""By the words of ``calendar_answer``."""


def of_verdict(verdict: Verdict, subject: str = "", language: str = "") -> Read | None:
    """Return what a message means by rules; ``language`` is the one we wrote in.

    None for what is ``TO_BE_READ``, and for what means nothing to a seller: own mails, lists, receipts, and notices
    that a mail is late. Who calls a mail spam wants no more of them, as does who says so.
    """
    if verdict.kind is InboundKind.BOUNCE:
        return None if _is_only_late(verdict) else _by_rules(Intent.BOUNCE, words=verdict.words)
    if verdict.kind is InboundKind.AUTO_REPLY:
        return _of_auto(verdict, subject)
    if verdict.kind is InboundKind.CALENDAR:
        return _of_calendar(verdict, subject)
    if verdict.kind is InboundKind.OPT_OUT:
        return _of_opt_out(verdict, subject, language)
    if verdict.kind is InboundKind.COMPLAINT:
        return _by_rules(Intent.OPT_OUT, mood=Mood.NEGATIVE)
    return None


def _is_only_late(verdict: Verdict) -> bool:
    failures = verdict.bounce.failures if verdict.bounce else ()
    return bool(failures) and all(one.kind is BounceKind.DELAYED for one in failures)


def _of_auto(verdict: Verdict, subject: str) -> Read:
    has_left = verdict.auto is not None and verdict.auto.kind is AutoKind.LEFT
    return _by_rules(Intent.WRONG_PERSON if has_left else Intent.AWAY, words=verdict.words or clean(subject))


def _of_calendar(verdict: Verdict, subject: str) -> Read | None:
    """Return what a calendar's answer means; its words are the subject's, as a calendar has none of its own."""
    found = _OF_CALENDAR.get(verdict.words)
    return _by_rules(found[0], mood=found[1], certainty=found[2], words=clean(subject)) if found else None


def _of_opt_out(verdict: Verdict, subject: str, language: str) -> Read:
    """Return the opt-out with its words as they stand in the message, where the twin finds the place."""
    own = twin(verdict.said, subject, language)
    quoted = own.words if own.intent is Intent.OPT_OUT else ""
    return _by_rules(Intent.OPT_OUT, mood=Mood.NEGATIVE, words=quoted or verdict.words, language=own.language)


def _by_rules(
    intent: Intent, *, words: str = "", mood: Mood = Mood.NEUTRAL, certainty: float = SURE, language: str = ""
) -> Read:
    return Read(
        intent=intent,
        mood=mood,
        words=shorten(words, LONGEST_WORDS),
        certainty=certainty,
        by=Reader.RULES,
        language=language,
    )
