"""Reads what an answer means without a model: weighted phrases, then the few rules that settle mixed messages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from addon.tracking.intent_language import languages_of
from addon.tracking.intent_model import Intent, Mood, Read
from addon.tracking.intent_phrases import Hit
from addon.tracking.intent_scores import BY_MACHINE, DECIDES, Score, scores_of
from addon.tracking.intent_settle import settle
from addon.tracking.intent_text import Spelled, spell
from addon.tracking.intent_words import phrases_of
from addon.tracking.opt_out_words import opts_out

_REPLIES = re.compile(r"(?:re|aw|sv|vs|r|rif|odp|ynt|res|rv|antw|antwort|vedr|ref) ")
"""How the subject of an answer begins, spelled: the rest is what we wrote."""

_BY_ITSELF = "auto"
"""What machines add to such a subject in most languages."""

_FIRST_WORDS = 8
"""Characters by which words that were made plain are found again."""

LONGEST_WORDS = 160
"""Characters quoted of what decided."""

_NEGATION_REACHES = 3
"""Words between a negation and what it turns round."""

_LONGEST_REACH = 80
"""Characters between them, so that a long message is not searched for each."""

_AFTER_BUT = 0.6
"""What follows a but is what is meant."""

_TURNED: Mapping[str, Intent] = {Intent.INTERESTED: Intent.NOT_INTERESTED, Intent.WANTS_DATE: Intent.NOT_INTERESTED}
_MOODS = {
    Intent.INTERESTED: Mood.POSITIVE,
    Intent.WANTS_DATE: Mood.POSITIVE,
    Intent.OBJECTION: Mood.NEGATIVE,
    Intent.NOT_INTERESTED: Mood.NEGATIVE,
    Intent.OPT_OUT: Mood.NEGATIVE,
}


def twin(said: str, subject: str = "", language: str = "") -> Read:
    """Return what an answer means by its own words, without quoted mail; ``language`` is the one we wrote in.

    Never raises, and reads the same text the same way. What no phrase knows is guessed, mostly to be a question, with a
    certainty of 0.1: a person should look at it.
    """
    body, head = spell(said), spell(subject)
    hits, spoken = _heard(body, head, language)
    scores, asked_out = scores_of(hits), opts_out(said)
    intent = settle(scores, asks="?" in body.text, asks_out=bool(asked_out))
    score = scores.get(intent)
    return Read(
        intent=intent,
        mood=_mood(intent, scores),
        words=_asked_out(said, asked_out) if asked_out and intent is Intent.OPT_OUT else _words(body, head, score),
        certainty=_certainty(scores, intent),
        language=spoken,
    )


def actionable(text: str, language: str = "en") -> float:
    """Return from 0 to 1 how much a sentence asks somebody to act: a request, a date, a question, a promise.

    It orders sentences; it is no probability.
    """
    spelled = spell(text)
    hits = phrases_of(language).hits(spelled.text)
    scores = scores_of(hit for hit in hits if hit.label != "imperative" or _begins_sentence(spelled, hit))
    value = {label: score.value for label, score in scores.items()}
    asked = value.get("request", 0.0) + value.get("imperative", 0.0)
    meant = max(value.get(Intent.WANTS_DATE, 0.0), value.get(Intent.QUESTION, 0.0) if "?" in spelled.text else 0.0)
    weight = asked + meant / 2
    return weight / (weight + DECIDES)


def _begins_sentence(text: Spelled, hit: Hit) -> bool:
    return text.text[: hit.start].rstrip()[-1:] in ("", ".", "?")


def _heard(body: Spelled, head: Spelled, expected: str) -> tuple[list[Hit], str]:
    """Return the phrases of a message in the language in which most of it is understood, and that language.

    Machines write English whatever the language, so that is listened to as well; the subject, mostly ours, tells only
    of machines, and of an opt-out where nothing else is said.
    """
    languages = languages_of(body, head, expected)
    hits = {language: _turned(body, phrases_of(language).hits(body.text)) for language in languages}
    spoken = max(languages, key=lambda language: languages[language] + _understood(hits[language]))
    machine = [hit for hit in hits.get("en") or phrases_of("en").hits(body.text) if hit.label in BY_MACHINE]
    told = BY_MACHINE if body.text.strip(" .?") else (*BY_MACHINE, Intent.OPT_OUT)
    books = [phrases_of(language) for language in dict.fromkeys([*languages, "en"])]
    heads = [
        replace(hit, is_head=True)
        for book in books
        for hit in book.hits(head.text)
        if hit.label in told and (not _REPLIES.match(head.text) or _BY_ITSELF in head.text[hit.start : hit.end])
    ]
    is_known = languages[spoken] or _understood(hits[spoken])
    return hits[spoken] + machine + heads, spoken if is_known else ""


def _understood(hits: list[Hit]) -> float:
    return max((hit.weight for hit in hits if hit.label in tuple(Intent)), default=0.0)


def _turned(body: Spelled, hits: list[Hit]) -> list[Hit]:
    """Return the hits as their sentence turns them: a negation makes a wish a no, and what follows a but counts more.

    What stands inside a harmless phrase is not meant: ``why not``, ``off the call list``.
    """
    harmless = [hit for hit in hits if hit.label == "harmless"]
    heard = [hit for hit in hits if not any(_is_meant_by(one, hit) for one in harmless)]
    negators = [hit for hit in heard if hit.label == "negator"]
    buts = [hit for hit in heard if hit.label == "but"]
    return [_negated(body, _stressed(body, hit, buts), negators) for hit in heard]


def _is_meant_by(harmless: Hit, hit: Hit) -> bool:
    is_inside = harmless.start <= hit.start and hit.end <= harmless.end
    return is_inside or (hit.label == Intent.OPT_OUT and _overlap(harmless, hit))


def _stressed(body: Spelled, hit: Hit, buts: list[Hit]) -> Hit:
    is_after = any(
        but.end <= hit.start < but.end + _LONGEST_REACH and _is_one_sentence(body, but.end, hit.start) for but in buts
    )
    return replace(hit, weight=hit.weight + _AFTER_BUT) if is_after else hit


def _negated(body: Spelled, hit: Hit, negators: list[Hit]) -> Hit:
    if hit.label not in _TURNED or not any(_reaches(body, negator, hit) for negator in negators):
        return hit
    return replace(hit, label=_TURNED[hit.label], weight=hit.weight - 1)


def _reaches(body: Spelled, negator: Hit, hit: Hit) -> bool:
    """Whether a negation stands inside a phrase, or few words before it in the same sentence."""
    if _overlap(negator, hit):
        return hit.start < negator.start
    if not negator.end <= hit.start <= negator.end + _LONGEST_REACH:
        return False
    is_close = body.text.count(" ", negator.end, hit.start) <= _NEGATION_REACHES
    return is_close and _is_one_sentence(body, negator.end, hit.start)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _is_one_sentence(body: Spelled, start: int, end: int) -> bool:
    return not {".", "?"} & set(body.text[start:end])


def _mood(intent: Intent, scores: Mapping[str, Score]) -> Mood:
    if intent in _MOODS or intent in BY_MACHINE:
        return _MOODS.get(intent, Mood.NEUTRAL)
    positive, negative = (scores[sign].count if sign in scores else 0 for sign in ("positive", "negative"))
    if positive == negative:
        return Mood.NEUTRAL
    return Mood.POSITIVE if positive > negative else Mood.NEGATIVE


def _words(body: Spelled, head: Spelled, score: Score | None) -> str:
    """Return the sentence around what decided, or of a long one no more than that; else the first question."""
    if not score:
        mark = body.text.find("?")
        return body.quote(*body.sentence(mark - 1))[:LONGEST_WORDS].strip() if mark > 0 else ""
    hit, text = score.hit, head if score.hit.is_head else body
    whole = text.quote(*text.sentence(hit.start))
    return whole if 0 < len(whole) <= LONGEST_WORDS else text.quote(hit.start, hit.end)[:LONGEST_WORDS].strip()


def _asked_out(said: str, asked: str) -> str:
    """Return the words of an opt-out as they stand in the message, about as many."""
    begins = said.find(asked[:_FIRST_WORDS])
    return said[begins:][: min(len(asked), LONGEST_WORDS)].strip() if begins >= 0 else ""


def _certainty(scores: Mapping[str, Score], intent: Intent) -> float:
    """Return how far what decided stands above the strongest other reading, 0 to 1."""
    if intent not in scores:
        return 0.5 if intent is Intent.OPT_OUT else 0.1
    own = scores[intent].value
    other = max((scores[label].value for label in Intent if label in scores and label is not intent), default=0.0)
    return round(min(0.95, own / (own + other + 1)), 2)
