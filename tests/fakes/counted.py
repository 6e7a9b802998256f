"""CountedDocuments: any store, with a count of what is asked of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from addon.ports import Documents


class CountedDocuments:
    """A store that counts what is asked of it."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self.calls: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._documents, name)

        def counted(*arguments: Any) -> Any:
            self.calls[name] += 1
            return method(*arguments)

        return counted
