"""Asking for several things in one call, and in smaller parts where a call brought not all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, islice
from time import monotonic
from typing import TypeVar

from addon.errors import Unavailable

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


CALLS_AT_ONCE = 2
"""Calls made at the same time: a free key allows 10 to 15 a minute and an answer takes some ten seconds."""

IsLate = Callable[[], bool]


def groups_in_order(rows: Sequence[Asked], size: int, is_alone: Callable[[Asked], bool]) -> Iterator[list[Asked]]:
    """Yield rows to ask together, at most ``size``, in order, so that asking again later is the same question.

    A row that ``is_alone`` shares with none.
    """
    for alone, run in groupby(rows, is_alone):
        together, step = list(run), 1 if alone else size
        yield from (together[start : start + step] for start in range(0, len(together), step))


def ask_at_once(
    groups: Sequence[Asked], ask: Callable[[Asked, Counter[str], IsLate], Answer]
) -> list[tuple[Answer | Exception, Counter[str]]]:
    """Return what ``ask`` answered for each group, or why it did not, and what that took, whether it did or not.

    A group whose turn comes after ``PATIENCE_SECONDS`` is not begun.
    """
    is_late = late_after()

    def one(group: Asked) -> tuple[Answer | Exception, Counter[str]]:
        taken: Counter[str] = Counter()
        try:
            if is_late():
                raise Unavailable("The model is slow at the moment.", reason="slow")
            return ask(group, taken, is_late), taken
        except Exception as failure:
            return failure, taken

    with ThreadPoolExecutor(max_workers=CALLS_AT_ONCE) as pool:
        return list(pool.map(one, groups))
