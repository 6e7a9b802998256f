"""Has answers read that were heard: what they mean is kept beside the words, unless a person said it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from addon.errors import Conflict
from addon.ports import Documents
from addon.tracking.hearing import read_as
from addon.tracking.intent_model import Answer, Read, Reader
from addon.tracking.intent_service import Intents
from addon.tracking.repository import TrackingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A stored message that the model has not read: its id, and what it says, which is kept nowhere."""

    id: str
    answer: Answer


class Readings:
    """Reads answers after their signals are stored: nothing waits for a model, and nothing is lost with it."""

    def __init__(self, documents: Documents, intents: Intents) -> None:
        self._intents = intents
        self._store = TrackingRepository(documents)

    def keep(self, tenant: str, pending: Sequence[Pending], is_time_up: Callable[[], bool]) -> None:
        """Read what is pending and store what the model says; the twin's reading is stored already."""
        if not pending:
            return
        reads = self._intents.read([one.answer for one in pending], is_time_up=is_time_up, tenant=tenant)
        for one, read in zip(pending, reads, strict=True):
            if read.by is Reader.MODEL:
                self._replace(tenant, one.id, read)

    def _replace(self, tenant: str, id: str, read: Read) -> None:
        found = self._store.find(tenant, id)
        if found is None or found.reader != Reader.TWIN:
            return  # a person corrected it, or it is known for certain
        try:
            self._store.commit([self._store.heard_write(read_as(found, read))])
        except Conflict:
            return  # a button was pressed just now: the twin's reading stands
