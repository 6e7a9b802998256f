"""The audit line: who did what to what, one structured log line and, with a tenant, one document."""

from __future__ import annotations

import json
import logging
from typing import Protocol

_LOG = logging.getLogger("audit")


class Audit(Protocol):
    """Takes one act; ``tag`` is ``room:noun:verb`` and no value holds an address, a body or a token."""

    def __call__(self, tag: str, *, tenant: str, user: str, **facts: str | int) -> None:
        """Record the act."""


def audit(tag: str, *, tenant: str, user: str, **facts: str | int) -> None:
    """Write the act to the log as JSON."""
    _LOG.info(json.dumps({"audit": tag, "tenant": tenant, "user": user, **facts}, sort_keys=True))
