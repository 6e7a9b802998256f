"""Who needs an answer first."""

from __future__ import annotations

from collections.abc import Sequence

from addon.tracking.heard_model import Heard


def answer_first(heard: Sequence[Heard]) -> list[Heard]:
    """Return the messages in the order in which a person should see to them: the latest first."""
    return sorted(heard, key=lambda one: one.at, reverse=True)
