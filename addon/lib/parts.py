"""Asking for several things in one call, and in smaller parts where a call brought not all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from time import monotonic
from typing import TypeVar

PATIENCE_SECONDS = 50.0
"""No further part is asked for after this long: the lease of whoever asks is 90 s, and a call takes 30 s at most."""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def late_after(seconds: float = PATIENCE_SECONDS, time: Callable[[], float] = monotonic) -> Callable[[], bool]:
    """Return a question that is answered yes once so many seconds have passed by the clock ``time``."""
    end = time() + seconds
    return lambda: time() > end


def ask_in_parts(
    asked: Mapping[str, Asked],
    ask: Callable[[Mapping[str, Asked]], Mapping[str, Answer]],
    is_wanting: Callable[[Answer], bool],
    most: int,
    is_late: Callable[[], bool],
) -> dict[str, Answer]:
    """Return an answer for every key, in at most ``most`` calls of ``ask``, which answers every key it is given.

    Nothing more is asked once ``is_late``.
    What ``is_wanting`` is asked for again: in two halves where a whole call was, else together; alone only once.
    Keys that no call was left for keep their last answer. Raises what ``ask`` raises.
    """
    waiting: list[Mapping[str, Asked]] = [asked] if asked else []
    answers: dict[str, Answer] = {}
    for _ in range(most):
        if not waiting or (answers and is_late()):
            break
        group = waiting.pop(0)
        found = ask(group)
        answers |= found
        again = {key: one for key, one in group.items() if is_wanting(found[key])}
        if again and len(group) > 1:
            half = (len(again) + 1) // 2 if len(again) == len(group) else len(again)
            rows = iter(again.items())
            waiting += [dict(part) for part in (list(islice(rows, half)), list(rows)) if part]
    return answers
