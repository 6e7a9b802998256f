"""One measured figure beside its baseline and its goal, and how figures are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``goal`` numbers the subject; ``is_met`` is None where a figure stands for comparison only."""

    goal: int
    what: str
    measured: str
    baseline: str = ""
    aim: str = ""
    is_met: bool | None = None


def at_most(goal: int, what: str, ratio: float, ceiling: float, measured: str, baseline: str) -> Figure:
    """Return the figure of a ratio that must not exceed ``ceiling``."""
    return Figure(
        goal=goal,
        what=what,
        measured=f"{measured} = {ratio:.2f} ×",
        baseline=baseline,
        aim=f"≤ {ceiling:g} ×",
        is_met=ratio <= ceiling,
    )


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a Markdown table."""
    rows = [("#", "what", "measured", "baseline", "goal", "")]
    for figure in figures:
        verdict = "" if figure.is_met is None else "ok" if figure.is_met else "**miss**"
        rows.append((str(figure.goal), figure.what, figure.measured, figure.baseline, figure.aim, verdict))
    rows.insert(1, tuple("---" for _ in rows[0]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows) + "\n"
