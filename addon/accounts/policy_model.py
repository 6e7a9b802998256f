"""What an administrator decides for everybody of a tenant who sends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of sending. ``stopped_at`` set is the kill switch; ``stopped_by`` the user's sub.

    ``daily_cap`` are mails a mailbox in any 24 hours, reached from ``first_cap`` on by ``ramp`` more for each clean
    day (PRODUCT, Defaults). ``is_strict``: what evidence does not settle is held, never sent again. ``postal_address``
    stands below every mail; without one nothing is sent. ``model_reads_answers``: whether what people answer may be
    shown to the language model; else only the offline twin reads it.
    """

    daily_cap: int = 40
    first_cap: int = 10
    ramp: int = 5
    people_per_company: int = 2
    is_strict: bool = True
    model_reads_answers: bool = True
    postal_address: str = ""
    sender_company: str = ""
    stopped_at: datetime | None = None
    stopped_by: str = ""
    version: str = ""
