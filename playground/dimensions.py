"""What inserting, deleting or moving rows or columns does to the things that stand on them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Insert:
    """``count`` new lines before line ``at``."""

    at: int
    count: int

    def follow(self, index: int) -> int | None:
        return index + self.count if index >= self.at else index

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        grown = self.count if end > self.at else 0
        return (start + self.count if start >= self.at else start), end + grown

    def apply(self, lines: list[T], blank: T) -> list[T]:
        if self.at >= len(lines):
            return lines
        return [*lines[: self.at], *[blank] * self.count, *lines[self.at :]]


@dataclass(frozen=True, slots=True)
class Delete:
    """Lines ``at`` .. ``at + count - 1`` go."""

    at: int
    count: int

    def follow(self, index: int) -> int | None:
        if index < self.at:
            return index
        return None if index < self.at + self.count else index - self.count

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        first, last = self._survivors_before(start), self._survivors_before(end)
        return (first, last) if last > first else None

    def apply(self, lines: list[T], blank: T) -> list[T]:
        del blank
        if self.at >= len(lines):
            return lines
        return lines[: self.at] + lines[self.at + self.count :]

    def _survivors_before(self, index: int) -> int:
        gone = min(max(index - self.at, 0), self.count)
        return index - gone


@dataclass(frozen=True, slots=True)
class Move:
    """Lines ``start`` .. ``end - 1`` go before line ``to``, an index as it was before they were taken away."""

    start: int
    end: int
    to: int

    def follow(self, index: int) -> int | None:
        count = self.end - self.start
        landing = self.to if self.to <= self.start else self.to - count
        if self.start <= index < self.end:
            return landing + index - self.start
        left = index - count if index >= self.end else index
        return left + count if left >= landing else left

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        first, last = self.follow(start), self.follow(end - 1)
        if first is not None and last is not None and last - first == end - 1 - start:
            return first, last + 1
        return start, end

    def apply(self, lines: list[T], blank: T) -> list[T]:
        needed = max(self.end, self.to)
        if min(self.start, self.to) >= len(lines):
            return lines
        full = lines + [blank] * (needed - len(lines))
        moved = full[self.start : self.end]
        rest = full[: self.start] + full[self.end :]
        landing = self.to if self.to <= self.start else self.to - len(moved)
        return rest[:landing] + moved + rest[landing:]


Shift = Insert | Delete | Move
