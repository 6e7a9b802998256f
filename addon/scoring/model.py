"""Scores: a number, a tier and reasons a person can argue with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """Hot from 70, Warm from 40, Cold below."""

    HOT = "Hot"
    WARM = "Warm"
    COLD = "Cold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why points were given (above 0) or taken (below 0): the header and value of the cell that spoke.

    ``value`` is ``""`` for a missing value, which reads ``no Phone``.
    """

    rule: str
    header: str
    value: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a model thinks of a row: ``fit`` from 0 to 100, and the headers of the cells it names for and against."""

    fit: int
    speaks_for: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A score from 0 to 100 with its tier and its reasons, strongest first."""

    points: int
    tier: Tier
    reasons: tuple[Reason, ...]
