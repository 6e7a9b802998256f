"""The audit line: who did what to what, one structured log line an act."""

from __future__ import annotations

import json
import logging

_LOG = logging.getLogger("audit")


def audit(tag: str, *, tenant: str, user: str, **facts: str | int) -> None:
    """Write the act to the log; ``tag`` is ``room:noun:verb``, and no value holds an address, a body or a token."""
    _LOG.info(json.dumps({"audit": tag, "tenant": tenant, "user": user, **facts}, sort_keys=True))
