"""The documents the contract is told with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

from addon.ports import Create, Documents, Page, Query

AT = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
THINGS = "tenants/t/things"
fresh = count()


def put(documents: Documents, values: Mapping[str, Any], collection: str = THINGS) -> None:
    """Store one document an id, each with ``value`` and ``group`` 1."""
    documents.commit([Create(collection, id, {"value": value, "group": 1}) for id, value in values.items()])


def ids(page: Page) -> list[str]:
    return [found.id for found in page.found]


def found_ids(documents: Documents, **query: Any) -> list[str]:
    return ids(documents.find(THINGS, Query(**query)))


def typed(value: Any) -> Any:
    """Return a value with its types, for 1, 1.0 and True are equal to Python."""
    if isinstance(value, dict):
        return {name: typed(item) for name, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return type(value), value, getattr(value, "tzinfo", None)
