"""CountedDocuments: any store, with a count of what is asked of it, and where it is written to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from addon.ports import Documents


class CountedDocuments:
    """A store that counts what is asked of it; ``written`` are the collections of its writes."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self.calls: Counter[str] = Counter()
        self.written: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._documents, name)

        def counted(*arguments: Any) -> Any:
            self.calls[name] += 1
            if name in ("create", "replace", "delete"):
                self.written.append(arguments[0])
            elif name == "commit":
                self.written += [write.collection for write in arguments[0]]
            return method(*arguments)

        return counted
