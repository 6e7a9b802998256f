"""A stateless model checker: every run is played from its beginning, each time with another choice of faults.

A run asks ``choose`` wherever something may go wrong. ``explore`` plays every way of choosing at most so many faults,
and counts what came of them. Nothing is drawn by lot: what it finds, it finds every time.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

FINE = "fine"


@dataclass(frozen=True, slots=True)
class Point:
    """One choice of a run: where it was, what was chosen of how many, and whether that was a fault."""

    label: str
    option: str
    number: int
    options: int
    faults_before: int
    is_free: bool

    def __str__(self) -> str:
        return f"{self.label}: {self.option}"


class Choices:
    """The choices of one run: those of ``script`` first, then nothing goes wrong any more."""

    def __init__(self, script: Sequence[int] = ()) -> None:
        self._script = script
        self.trace: list[Point] = []
        self.faults = 0

    def choose(self, label: str, faults: Sequence[str], *, is_free: bool = False) -> str:
        """Return ``FINE`` or one of ``faults``; a free choice is a person's and no fault."""
        at = len(self.trace)
        number = self._script[at] if at < len(self._script) else 0
        option = (FINE, *faults)[number]
        self.trace.append(Point(label, option, number, len(faults) + 1, self.faults, is_free))
        self.faults += bool(number) and not is_free
        return option

    def story(self) -> list[str]:
        """Return what was chosen that was not fine."""
        return [str(point) for point in self.trace if point.number]


@dataclass
class Found:
    """How many runs ended how, and the shortest story of each ending."""

    endings: Counter[str] = field(default_factory=Counter)
    stories: dict[str, list[str]] = field(default_factory=dict)

    @property
    def runs(self) -> int:
        return self.endings.total()

    def add(self, ending: str, story: list[str]) -> None:
        self.endings[ending] += 1
        if ending not in self.stories or len(story) < len(self.stories[ending]):
            self.stories[ending] = story


def is_broken(ending: str) -> bool:
    """Whether an ending breaks a promise: those begin with a word in capitals."""
    return ending.split()[0].strip(":").isupper()


def explore(
    play: Callable[[Choices], str],
    most_faults: int,
    most_free: int = 1,
    is_enough: Callable[[str], bool] = lambda ending: False,
) -> Found:
    """Play every run of at most ``most_faults`` faults and ``most_free`` free choices; ``play`` names its ending.

    Runs with fewer choices come first; ``is_enough`` ends it at an ending that was looked for.
    """
    found = Found()
    scripts: deque[tuple[int, ...]] = deque([()])
    while scripts:
        script = scripts.popleft()
        choices = Choices(script)
        ending = play(choices)
        found.add(ending, choices.story())
        if is_enough(ending):
            break
        scripts.extend(_children(choices.trace, len(script), most_faults, most_free))
    return found


def _children(trace: Sequence[Point], begin: int, most_faults: int, most_free: int) -> list[tuple[int, ...]]:
    """Return the scripts that differ from a run at one point after its own script, where more may be chosen."""
    scripts = []
    for at in range(begin, len(trace)):
        point = trace[at]
        free = sum(bool(one.number) and one.is_free for one in trace[:at])
        if (free < most_free) if point.is_free else (point.faults_before < most_faults):
            before = tuple(one.number for one in trace[:at])
            scripts += [(*before, number) for number in range(1, point.options)]
    return scripts
