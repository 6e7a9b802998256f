"""Writes drafts: by the model and through the guard, else by the offline twin.

The rules load with the first draft, not with the first card, which only asks who would write.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from addon.accounts.model import Offer
from addon.errors import Rejected, Unavailable
from addon.leads.model import Lead
from addon.ports import ModelRequest, TextModel

if TYPE_CHECKING:
    from addon.drafting.model import Draft


class Drafting:
    """Writes one draft at a time; without a model all are the twin's."""

    def __init__(self, model: TextModel | None) -> None:
        self._model = model

    @property
    def has_model(self) -> bool:
        """Whether a model is asked at all."""
        return self._model is not None

    @property
    def writer_name(self) -> str:
        """Return the name of who writes: the model's id, or the twin's."""
        from addon.drafting.twin import WRITER_NAME

        return self._model.name if self._model else WRITER_NAME

    def write(self, lead: Lead, offer: Offer, *, language: str = "en", fall_back: bool = False) -> Draft:
        """Return a draft whose every sentence is supported; ``note`` says why the twin stepped in.

        Raises ``Invalid`` when the row names nobody to write to, before any call; ``Unavailable`` with the model's
        ``retry_at`` when it cannot answer now, unless ``fall_back``.
        """
        from addon.drafting.twin import compose

        offline = compose(lead, offer)
        if self._model is None:
            return offline
        try:
            return self._by_model(self._model, lead, offer, language)
        except Rejected as refusal:
            return replace(offline, note=refusal.message)
        except Unavailable as outage:
            if not fall_back:
                raise
            return replace(offline, note=outage.message)

    def _by_model(self, model: TextModel, lead: Lead, offer: Offer, language: str) -> Draft:
        from addon.drafting.evidence import guard
        from addon.drafting.prompt import DRAFT_SCHEMA, prompt_for
        from addon.drafting.read_answer import draft_from

        prompt = prompt_for(lead, offer, language)
        answer = model.generate(ModelRequest(instructions=prompt.instructions, data=prompt.data), DRAFT_SCHEMA)
        return guard(draft_from(answer.data, lead, offer, answer.model), lead, offer)
