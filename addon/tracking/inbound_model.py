"""A message that came in, as read from its bytes, and what it turned out to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Who a header names; ``address`` is as written but lower-cased, ``""`` where there is none."""

    address: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A leaf of a message, decoded: ``text`` for text and for embedded messages (their source), ``""`` for the rest.

    ``kind`` is like ``text/plain``, lower-cased; ``parameters`` of its Content-Type by lower-cased name.
    """

    kind: str
    text: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    name: str = ""

    def parameter(self, name: str) -> str:
        """Return a parameter of the Content-Type, ``""`` if absent."""
        return next((value for key, value in self.parameters if key == name), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """A message as read. ``headers`` are decoded, in order, with lower-cased names; nothing in it is trusted.

    ``text`` is the body a person reads: text/plain, else the text of the HTML; ``html`` is the HTML as it came.
    ``parts`` are all leaves, the first of them what ``text`` was taken from.
    """

    headers: tuple[tuple[str, str], ...] = ()
    sender: Address = Address()
    to: tuple[Address, ...] = ()
    subject: str = ""
    text: str = ""
    html: str = ""
    kind: str = "text/plain"
    parameters: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()

    def header(self, name: str) -> str:
        """Return the first header of that name (lower case), ``""`` if absent."""
        return next((value for key, value in self.headers if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """Return all headers of that name, in order."""
        return tuple(value for key, value in self.headers if key == name)


class BounceKind(StrEnum):
    """Why a mail came back, by what follows from it."""

    HARD = "hard"
    """The address does not exist: never again."""
    SOFT = "soft"
    """Full, busy, temporarily refused: this mail is lost, the address is not."""
    DELAYED = "delayed"
    """Still trying: nothing follows."""
    POLICY = "policy"
    """Refused for what we sent or how: reputation, content, size, authentication. The address may be fine."""
    OWN_LIMIT = "own_limit"
    """Our own side's sending limit: nothing is wrong with the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One recipient a report speaks of; ``status`` like ``5.1.1``, ``words`` the server's, cut to 500 characters."""

    address: str
    kind: BounceKind
    status: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """What a delivery report says; ``original_ids`` are Message-IDs of the mail it is about, ours among them."""

    failures: tuple[Failure, ...] = ()
    original_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Somebody called a mail spam; providers often hide who, and then only ``original_ids`` tell."""

    recipients: tuple[str, ...] = ()
    original_ids: tuple[str, ...] = ()


class AutoKind(StrEnum):
    """What an automatic answer says of the person."""

    AWAY_UNTIL = "away_until"
    AWAY = "away"
    LEFT = "left"
    RECEIPT = "receipt"
    """Only that it arrived: a ticket number, a read receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoAnswer:
    """An automatic answer: ``back_on`` is the first day they are there again, ``contact`` somebody named instead."""

    kind: AutoKind
    back_on: date | None = None
    contact: Address = Address()
    words: str = ""


class InboundKind(StrEnum):
    """What a message is, in the order in which it is asked; the first that holds is the answer."""

    OWN = "own"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    AUTO_REPLY = "auto_reply"
    RECEIPT = "receipt"
    LIST = "list"
    CALENDAR = "calendar"
    OPT_OUT = "opt_out"
    REPLY = "reply"
    COLLEAGUE = "colleague"
    """An answer of somebody else than the one we wrote to."""


CLASSIFIER = 1
"""The version of the rules below ``classify``: what an older one heard may be read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a message turned out to be. ``said`` is a person's own text, ``words`` the piece of it that decided."""

    kind: InboundKind
    bounce: Bounce | None = None
    auto: AutoAnswer | None = None
    said: str = ""
    words: str = ""
