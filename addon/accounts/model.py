"""Who uses the add-on: tenants, users, what they sell and whom they sell to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from addon.lib.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """The verified user of one request. ``tenant`` is the Workspace domain, or ``u:`` + sub without one."""

    tenant: str
    user: str
    email: str
    locale: str = "en"
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """One organisation; everything it owns is stored below ``tenants/{id}``."""

    id: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One person, keyed by Google's ``sub``; the first authenticated event creates them."""

    id: str
    tenant: str
    email: str
    created_at: datetime


LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "ja")
"""Codes of the languages drafts can be written in whoever writes."""


class Tone(StrEnum):
    """How a draft sounds."""

    FRIENDLY = "friendly"
    PLAIN = "plain"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """An approved text with facts about ourselves that a draft may state; ``name`` is what people call it."""

    name: str
    text: str

    @property
    def key(self) -> str:
        """What tells it from the others, whoever types it how."""
        return clean(self.name).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """A problem the tenant knows people of a role in an industry to have; an empty role or industry means any."""

    text: str
    role: str = ""
    industry: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others, whoever types it how."""
        return " | ".join(clean(part).casefold() for part in (self.role, self.industry, self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """What a tenant's drafts may draw on, whoever writes: approved snippets, and the problems it knows."""

    snippets: tuple[Snippet, ...] = ()
    pains: tuple[PainPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a user sells. ``proof`` is a fact about ourselves a draft may state; ``booking_link`` is https or empty.

    ``language`` is the code drafts are written in, such as ``de``; empty means each lead's own language.
    """

    what: str = ""
    audience: str = ""
    proof: str = ""
    booking_link: str = ""
    tone: Tone = Tone.FRIENDLY
    signature: str = ""
    language: str = ""
    playbook: Playbook = Playbook()

    @property
    def is_complete(self) -> bool:
        """Whether what we sell and who signs are known; drafts are written without, but say less."""
        return bool(self.what and self.signature)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdealCustomer:
    """Whom the user wants in one tab. Words compare case-folded; the bounds of employees are inclusive head counts."""

    titles: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    min_employees: int | None = None
    max_employees: int | None = None
    keywords: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
