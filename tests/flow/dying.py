"""A process that dies once, before or after any write or call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.fakes.documents import FakeDocuments


class Crash(BaseException):
    """The process dies here."""


@dataclass
class Dying:
    """Dies at the given step, once, unless its life is over before."""

    point: int
    died: bool = False
    is_over: bool = False
    died_at: str = ""

    def step(self, name: str) -> None:
        if self.died or self.is_over:
            return
        if self.point == 0:
            self.died, self.died_at = True, name
            raise Crash
        self.point -= 1


class DyingDocuments:
    """A store whose process dies before or after a write."""

    def __init__(self, documents: FakeDocuments, dying: Dying) -> None:
        self.documents, self.dying = documents, dying

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.documents, name)
        if name not in ("create", "replace", "delete", "commit"):
            return method

        def write(*arguments: object) -> object:
            self.dying.step(f"before {name}")
            result = method(*arguments)
            self.dying.step(f"after {name}")
            return result

        return write
