"""Writes drafts: by the model and through the guard, else by the offline twin.

The rules load with the first draft, not with the first card, which only asks who would write.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from addon.accounts.model import Offer
from addon.drafting.repository import StyleRepository
from addon.errors import Invalid, Rejected
from addon.leads.service import Leads
from addon.lib.ids import digest
from addon.lib.parts import late_after
from addon.lib.prices import cost, took
from addon.ports import Documents, ModelRequest, TextModel, Unusable

if TYPE_CHECKING:
    from addon.drafting.model import Asked, Draft, Shown, Style
    from addon.leads.model import Lead

TOKENS_IN, TOKENS_OUT = 500, 300
"""Tokens of one draft, its share of the instructions and of repairs in it, to say the cost beforehand."""

MOST_TOKENS = 8_192
"""Tokens of one answer at most: ten mails take about 3,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What all mails of one turn have in common: whose they are, what they offer, and how they should be."""

    tenant: str
    offer: Offer
    wish: str = ""
    variant: int = 0


class Drafting:
    """Writes drafts for rows; without a model all are the twin's."""

    def __init__(self, model: TextModel | None, documents: Documents, leads: Leads) -> None:
        self._model = model
        self._leads = leads
        self._styles = StyleRepository(documents)

    @property
    def has_model(self) -> bool:
        """Whether a model is asked at all."""
        return self._model is not None

    @property
    def writer_name(self) -> str:
        """Return the name of who writes: the model's id, or the twin's."""
        from addon.drafting.twin import WRITER_NAME

        return self._model.name if self._model else WRITER_NAME

    def estimate(self, rows: int) -> Decimal | None:
        """Return what drafts for so many rows will cost about, in the price list's currency; None where unknown."""
        return cost(self._model.name, rows * TOKENS_IN, rows * TOKENS_OUT) if self._model else None

    def shown(
        self, spreadsheet_id: str, sheet_id: int, access_token: str, ids: Collection[str] | None = None
    ) -> tuple[Shown, ...]:
        """Return the drafts that stand in a tab, by row; of the leads ``ids`` only, where given."""
        from addon.drafting.shown import COLUMNS, drafts_of

        return tuple(drafts_of(self._leads.own_cells(spreadsheet_id, sheet_id, access_token, COLUMNS), ids))

    def style(self, tenant: str, user: str) -> Style:
        """Return how the user wants drafts."""
        return self._styles.find(tenant, user)

    def wish(self, tenant: str, user: str, wish: str) -> Style:
        """Store what the user wants to be different and return the style; samples are to be approved again."""
        style = self._styles.find(tenant, user)
        fresh = replace(style, wish=wish.strip(), variant=style.variant + 1, approved="")
        self._styles.save(tenant, user, fresh)
        return fresh

    def approve(self, tenant: str, user: str, offer: Offer) -> Style:
        """Store that the user likes the samples of this offer and return the style."""
        style = self._styles.find(tenant, user)
        fresh = replace(style, approved=self._approval(style, offer))
        self._styles.save(tenant, user, fresh)
        return fresh

    def is_approved(self, style: Style, offer: Offer) -> bool:
        """Whether the user approved samples of this offer, wish and writer."""
        return style.approved == self._approval(style, offer)

    def _approval(self, style: Style, offer: Offer) -> str:
        return digest("style", self.writer_name, style.wish, str(style.variant), json.dumps(asdict(offer)))

    def write(self, lead: Lead, order: Order) -> Draft:
        """Return one draft; see ``write_all``. Raises ``Invalid`` when the row names nobody to write to."""
        (written,), _ = self.write_all([lead], order)
        if isinstance(written, Invalid):
            raise written
        return written

    def write_all(self, leads: Sequence[Lead], order: Order) -> tuple[list[Draft | Invalid], Mapping[str, int]]:
        """Return a draft for each lead, whose every sentence is supported, and what the model took.

        ``Draft.note`` says why the twin stepped in; ``Invalid`` stands for a row that names nobody to write to. Raises
        ``Unavailable`` with the model's ``retry_at`` when it cannot answer now.
        """
        from addon.drafting.language import language_of
        from addon.drafting.model import Asked

        offline = [self._offline(lead, order) for lead in leads]
        if self._model is None:
            return offline, {}
        asked = {
            f"r{number}": Asked(lead=lead, language=language_of(lead, order.offer), variant=order.variant)
            for number, (lead, twin) in enumerate(zip(leads, offline, strict=True), 1)
            if not isinstance(twin, Invalid)
        }
        taken: Counter[str] = Counter()
        answers = self._by_model(self._model, asked, order, taken) if asked else {}
        written = [_settled(answers.get(f"r{number}"), twin) for number, twin in enumerate(offline, 1)]
        return written, taken

    def _offline(self, lead: Lead, order: Order) -> Draft | Invalid:
        from addon.drafting.language import language_of
        from addon.drafting.twin import compose

        try:
            language = language_of(lead, order.offer)
            return compose(lead, order.offer, language, wish=order.wish, variant=order.variant)
        except Invalid as gap:
            return gap

    def _by_model(
        self, model: TextModel, asked: Mapping[str, Asked], order: Order, taken: Counter[str]
    ) -> dict[str, Draft | Rejected]:
        """Return the guarded drafts by key: what has faults is asked for once more, then loses them."""
        from addon.drafting.asking import mails
        from addon.drafting.evidence import complaints
        from addon.drafting.shape import faults_of

        def ask(group: Mapping[str, Asked]) -> tuple[Mapping[str, Any], str]:
            return self._ask(model, group, order, taken)

        is_late = late_after()
        answers = mails(asked, order.offer, ask, is_late)
        repairs: dict[str, Asked] = {}
        for key, draft in answers.items():
            if isinstance(draft, Rejected):
                continue
            one = asked[key]
            lost = complaints(draft, one.lead, order.offer, one.language)
            faults = [*(_fault(gone.claim) for gone in lost), *faults_of(draft, one, order.offer)]
            if faults:
                repairs[key] = replace(one, said=_said(draft), faults=tuple(faults))
        if repairs and not is_late():
            mended = mails(repairs, order.offer, ask, is_late)
            answers |= {key: draft for key, draft in mended.items() if not isinstance(draft, Rejected)}
        return {key: _guarded(answer, asked[key], order.offer) for key, answer in answers.items()}

    def _ask(
        self, model: TextModel, group: Mapping[str, Asked], order: Order, taken: Counter[str]
    ) -> tuple[Mapping[str, Any], str]:
        from addon.drafting.prompt import DRAFTS_SCHEMA, prompt_for

        prompt = prompt_for(group, order.offer, order.wish)
        request = ModelRequest(
            instructions=prompt.instructions,
            data=prompt.data,
            max_output_tokens=MOST_TOKENS,
            tenant=order.tenant,
            purpose="draft",
        )
        try:
            answer = model.generate(request, DRAFTS_SCHEMA)
        except Unusable as refusal:
            taken.update(took(model.name, refusal.usage))
            raise
        taken.update(took(answer.model, answer.usage))
        return answer.data, answer.model


def _settled(answer: Draft | Rejected | None, twin: Draft | Invalid) -> Draft | Invalid:
    if isinstance(twin, Invalid) or answer is None:
        return twin
    return replace(twin, note=answer.message) if isinstance(answer, Rejected) else answer


def _guarded(answer: Draft | Rejected, asked: Asked, offer: Offer) -> Draft | Rejected:
    """Return a draft without what nothing supports; ``Rejected`` where what is left is no mail to send."""
    from addon.drafting.evidence import guard
    from addon.drafting.shape import faults_of

    if isinstance(answer, Rejected):
        return answer
    try:
        kept = guard(answer, asked.lead, offer, asked.language)
    except Rejected as refusal:
        return refusal
    fault = next(faults_of(kept, asked, offer), None)
    return Rejected(f"The model's mail was not fit to send. {fault}", reason="unfit") if fault else kept


def _said(draft: Draft) -> tuple[str, ...]:
    return tuple(sentence.text for paragraph in draft.paragraphs for sentence in paragraph)


def _fault(claim: str) -> str:
    return f"Nothing in the row or in what we say supports {claim!r}."
