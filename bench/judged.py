"""One judgement measured on labelled examples: a value beside its aim, and how such values are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """``value`` beside ``aim``; ``unit`` is written after both, ``detail`` says what was counted or went wrong.

    ``aim`` is None where a value stands for information only; ``is_ceiling`` makes it the most allowed, not the least.
    """

    name: str
    value: float
    aim: float | None = None
    is_ceiling: bool = False
    unit: str = ""
    detail: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether the aim is met; None without one."""
        if self.aim is None:
            return None
        return self.value <= self.aim if self.is_ceiling else self.value >= self.aim


def share(name: str, good: int, of: int, aim: float | None = None, detail: str = "") -> Judged:
    """Return ``good`` of ``of`` as a share of 0..1; of nothing the share is 1."""
    counted = f"{good} of {of}"
    return Judged(
        name=name, value=good / of if of else 1.0, aim=aim, detail=f"{counted}; {detail}" if detail else counted
    )


def lines(judged: Iterable[Judged]) -> str:
    """Return one line for each judgement, with its aim and ``ok`` or ``missed``."""
    return "".join(f"{_line(each)}\n" for each in judged)


def _line(each: Judged) -> str:
    verdict = {True: "ok", False: "missed", None: ""}[each.is_met]
    sign = "≤" if each.is_ceiling else "≥"
    aim = "" if each.aim is None else f"{sign} {_number(each.aim)}{each.unit}"
    return f"{each.name:<48} {_number(each.value) + each.unit:>10}  {aim:<10} {verdict:<7} {each.detail}".rstrip()


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) and abs(value) > 1 else f"{value:.3f}"
