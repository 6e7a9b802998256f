"""Writes drafts: by the model and through the guard, else by the offline twin.

The rules load with the first draft, not with the first card, which only asks who would write.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from addon.accounts.model import Offer
from addon.drafting.repository import StyleRepository
from addon.errors import Invalid, Rejected, Unavailable
from addon.leads.service import Leads
from addon.lib.ids import digest
from addon.lib.prices import cost
from addon.ports import Documents, ModelRequest, TextModel

if TYPE_CHECKING:
    from addon.drafting.model import Asked, Draft, Removed, Shown, Style
    from addon.leads.model import Lead

TOKENS_IN, TOKENS_OUT = 500, 300
"""Tokens of one draft, its share of the instructions and of repairs in it, to say the cost beforehand."""

MOST_TOKENS = 8_192
"""Tokens of one answer at most: ten mails take about 3,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What all mails of one turn have in common: whose they are, what they offer, and how they should be.

    ``number`` is 1 for first mails, more for follow-ups.
    """

    tenant: str
    offer: Offer
    wish: str = ""
    variant: int = 0
    number: int = 1


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

    def shown(self, spreadsheet_id: str, sheet_id: int, access_token: str) -> tuple[Shown, ...]:
        """Return the drafts that stand in a tab, by row: one call."""
        from addon.drafting.shown import COLUMNS, drafts_of

        return tuple(drafts_of(self._leads.own_cells(spreadsheet_id, sheet_id, access_token, COLUMNS)))

    def style(self, tenant: str, user: str) -> Style:
        """Return how the user wants drafts."""
        return self._styles.find(tenant, user)

    def wish(self, tenant: str, user: str, wish: str) -> Style:
        """Store what the user wants to be different and return the style; samples are to be approved again."""
        from addon.drafting.model import LONGEST_WISH

        style = self._styles.find(tenant, user)
        fresh = replace(style, wish=wish.strip()[:LONGEST_WISH], variant=style.variant + 1, approved="")
        self._styles.save(tenant, user, fresh)
        return fresh

    def approve(self, tenant: str, user: str, offer: Offer) -> Style:
        """Store that the user likes the samples of this offer and return the style."""
        style = self._styles.find(tenant, user)
        fresh = replace(style, approved=self.approval(style, offer))
        self._styles.save(tenant, user, fresh)
        return fresh

    def is_approved(self, style: Style, offer: Offer) -> bool:
        """Whether the user approved samples of this offer, wish and writer."""
        return style.approved == self.approval(style, offer)

    def approval(self, style: Style, offer: Offer) -> str:
        """Return what an approval of samples stands for: this offer, wish and writer."""
        return digest("style", self.writer_name, style.wish, str(style.variant), json.dumps(asdict(offer)))

    def language(self, lead: Lead, offer: Offer) -> str:
        """Return the code of the language a lead's draft is written in."""
        from addon.drafting.language import language_of

        return language_of(lead, offer)

    def write_all(
        self,
        order: Order,
        leads: Sequence[Lead],
        taken: Counter[str],
        is_late: Callable[[], bool],
        before: Mapping[str, tuple[str, ...]] | None = None,
    ) -> list[Draft | Invalid]:
        """Return a draft for each lead, whose every sentence is supported; what the model took is added to ``taken``.

        ``before`` are the texts that go before a lead's follow-up, by Lead ID.
        ``Draft.note`` says why the twin stepped in; ``Invalid`` stands for a row that names nobody to write to. Nothing
        more is asked once ``is_late``. Raises ``Unavailable`` with the model's ``retry_at`` when it cannot answer now.
        """
        rows = [_asked(lead, order, (before or {}).get(lead.id, ())) for lead in leads]
        if self._model is None:
            return [_offline(row, order) for row in rows]
        asked = {f"r{number}": row for number, row in enumerate(rows, 1) if _is_anybody(row, order.offer)}
        answers = self._by_model(self._model, asked, order, taken, is_late) if asked else {}
        return [_settled(answers.get(f"r{number}"), row, order) for number, row in enumerate(rows, 1)]

    def _by_model(
        self,
        model: TextModel,
        asked: Mapping[str, Asked],
        order: Order,
        taken: Counter[str],
        is_late: Callable[[], bool],
    ) -> dict[str, Draft | Rejected]:
        """Return the guarded drafts by key: what has faults is asked for once more, then loses them."""
        from addon.drafting.asking import mails

        def ask(group: Mapping[str, Asked]) -> tuple[Mapping[str, Any], str]:
            return self._ask(model, group, order, taken)

        answers = mails(asked, order.offer, ask, is_late)
        repairs = _repairs(answers, asked, order.offer)
        if repairs and not is_late():
            with _unless_tomorrow():
                mended = mails(repairs, order.offer, ask, is_late)
                answers |= {key: draft for key, draft in mended.items() if not isinstance(draft, Rejected)}
        return {key: _guarded(answer, asked[key], order.offer) for key, answer in answers.items()}

    def _ask(
        self, model: TextModel, group: Mapping[str, Asked], order: Order, taken: Counter[str]
    ) -> tuple[Mapping[str, Any], str]:
        from addon.drafting.prompt import DRAFTS_SCHEMA, prompt_for
        from addon.runs.turn_dispatch import asked

        prompt = prompt_for(group, order.offer, order.wish)
        request = ModelRequest(
            instructions=prompt.instructions,
            data=prompt.data,
            max_output_tokens=MOST_TOKENS,
            tenant=order.tenant,
            purpose="draft",
        )
        answer = asked(model, request, DRAFTS_SCHEMA, taken)
        return answer.data, answer.model


def _asked(lead: Lead, order: Order, before: tuple[str, ...]) -> Asked:
    from addon.drafting.language import language_of
    from addon.drafting.model import Asked

    language = language_of(lead, order.offer)
    return Asked(lead=lead, language=language, variant=order.variant, number=order.number, before=before)


def _is_anybody(row: Asked, offer: Offer) -> bool:
    """Whether the row names somebody to write to; a call for any other would be for nothing."""
    from addon.drafting.frame import greeting

    try:
        greeting(row.lead, offer, row.language)
    except Invalid:
        return False
    return True


def _offline(row: Asked, order: Order) -> Draft | Invalid:
    from addon.drafting.follow_up import compose_follow_up
    from addon.drafting.twin import compose

    try:
        if row.number > 1:
            return compose_follow_up(row, order.offer, wish=order.wish)
        return compose(row.lead, order.offer, row.language, wish=order.wish, variant=order.variant)
    except Invalid as gap:
        return gap


def _settled(answer: Draft | Rejected | None, row: Asked, order: Order) -> Draft | Invalid:
    """Return the model's draft, or in its place the twin's, which says why."""
    if answer is not None and not isinstance(answer, Rejected):
        return answer
    twin = _offline(row, order)
    if answer is None or isinstance(twin, Invalid):
        return twin
    return replace(twin, note=answer.message)


def _repairs(answers: Mapping[str, Draft | Rejected], asked: Mapping[str, Asked], offer: Offer) -> dict[str, Asked]:
    """Return what to ask again: each mail with faults, what it said, and what is wrong with it."""
    from addon.drafting.evidence import complaints
    from addon.drafting.pressing import pressing_in
    from addon.drafting.shape import faults_of

    repairs: dict[str, Asked] = {}
    for key, draft in answers.items():
        if not isinstance(draft, Rejected):
            one = asked[key]
            lost = complaints(draft, one.lead, offer, one.language)
            lost = (*pressing_in(draft, one, offer), *lost) if one.number > 1 else lost
            if faults := (*map(_fault, lost), *faults_of(draft, one, offer)):
                repairs[key] = replace(one, said=_said(draft), faults=faults)
    return repairs


@contextmanager
def _unless_tomorrow() -> Iterator[None]:
    """Go on without a repair where it would have to wait until the next day: what was answered is guarded as it is."""
    try:
        yield
    except Unavailable as outage:
        if outage.reason != "daily_limit":
            raise


def _guarded(answer: Draft | Rejected, asked: Asked, offer: Offer) -> Draft | Rejected:
    """Return a draft without what nothing supports; ``Rejected`` where what is left is no mail to send."""
    from addon.drafting.evidence import guard
    from addon.drafting.follow_up import opened
    from addon.drafting.pressing import without_pressing
    from addon.drafting.shape import faults_of, is_in_another_language

    if isinstance(answer, Rejected):
        return answer
    if is_in_another_language(answer, asked, offer):
        return Rejected("The model's mail was in another language.", reason="language")
    if asked.number > 1:
        answer = without_pressing(answer, asked, offer)
    try:
        kept = guard(answer, asked.lead, offer, asked.language)
    except Rejected as refusal:
        return refusal
    fault = next(faults_of(kept, asked, offer), None)
    if fault:
        return Rejected(f"The model's mail was not fit to send. {fault}", reason="unfit")
    return opened(kept, asked, offer) if asked.number > 1 else kept


def _said(draft: Draft) -> tuple[str, ...]:
    return tuple(sentence.text for paragraph in draft.paragraphs for sentence in paragraph)


def _fault(gone: Removed) -> str:
    """Return what is wrong with a sentence the guard takes out, so that the model can mend it."""
    from addon.drafting.model import MORE_THAN_ONE, PRESSING, TWICE

    if gone.claim == MORE_THAN_ONE:
        return f"It asks for more than one thing: keep the last request and leave out {gone.text!r}."
    if gone.claim == PRESSING:
        return f"It presses or reproaches the reader, or speaks of answers: leave out {gone.text!r}."
    if gone.claim == TWICE:
        return f"The booking page is added once, at the end: leave out {gone.text!r}."
    return f"Nothing in the row or in what we say supports {gone.claim!r}."
