"""What an answer means to a seller, and in which mood it was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What the person wants to happen next."""

    INTERESTED = "interested"
    WANTS_DATE = "wants_date"
    QUESTION = "question"
    OBJECTION = "objection"
    NOT_NOW = "not_now"
    NOT_INTERESTED = "not_interested"
    WRONG_PERSON = "wrong_person"
    OPT_OUT = "opt_out"
    AWAY = "away"
    BOUNCE = "bounce"


class Mood(StrEnum):
    """How it sounds."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Reader(StrEnum):
    """Who read it."""

    RULES = "rules"
    """The classifier: headers and reports left no doubt."""
    MODEL = "model"
    TWIN = "twin"
    USER = "user"
    """A person corrected the label, and theirs wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is to be read: their own words without quoted mail, the subject, and the language we wrote in, if known."""

    said: str
    subject: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What an answer means. ``words`` decided, and are a piece of what they said or of the subject, else ``""``.

    ``certainty`` is 0 to 1 and orders what a person should look at; it is no probability. ``language`` is an ISO 639-1
    code, ``""`` where no language was recognised.
    """

    intent: Intent
    mood: Mood = Mood.NEUTRAL
    words: str = ""
    certainty: float = 0.0
    by: Reader = Reader.TWIN
    language: str = ""
