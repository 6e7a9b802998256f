"""How rows share a call: which are asked together, and how a call that went wrong is asked in smaller parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from addon.accounts.model import Offer
from addon.drafting.model import Asked, Draft
from addon.drafting.orders import holds_order
from addon.drafting.read_answer import draft_from, mails_of
from addon.errors import Rejected
from addon.leads.model import Lead
from addon.lib.parts import ask_in_parts, groups_in_order

ROWS_A_CALL = 10
"""Rows of one call: 100 calls for 1,000 rows, and as many again where every call needs one repair (goal: 220)."""

MOST_CALLS = 8
"""Calls for one group of rows, whatever the model answers; the rows still without a mail then get the twin's."""

OF_THE_ROWS = ("unsafe", "empty", "cut_off", "not_json")
"""Refusals that one row can bring upon its neighbours, so that each half is asked again; others hold for all."""

NO_MAIL = Rejected("The model left this row out.", reason="left_out")

Ask = Callable[[Mapping[str, Asked]], tuple[Mapping[str, Any], str]]
"""Makes one call for the mails asked, by key, and returns the answer and the model's name."""


def groups_of(leads: Sequence[Lead]) -> Iterator[list[Lead]]:
    """Yield what is asked together, in order, so that what is asked again after a failure is the same question.

    A row whose cells give orders is alone: no neighbour's mail obeys them.
    """
    return groups_in_order(leads, ROWS_A_CALL, holds_order)


def mails(
    asked: Mapping[str, Asked], offer: Offer, ask: Ask, is_late: Callable[[], bool]
) -> dict[str, Draft | Rejected]:
    """Return a draft or the reason why there is none for every key, in at most ``MOST_CALLS`` calls.

    Raises what ``ask`` raises, but for ``Rejected``.
    """
    return ask_in_parts(asked, lambda group: _once(group, offer, ask), _is_of_the_row, MOST_CALLS, is_late)


def _once(group: Mapping[str, Asked], offer: Offer, ask: Ask) -> dict[str, Draft | Rejected]:
    try:
        answer, model = ask(group)
    except Rejected as refusal:
        return dict.fromkeys(group, refusal)
    came = mails_of(answer, group)
    return {key: _draft(came.get(key), one, offer, model) for key, one in group.items()}


def _draft(mail: Mapping[str, Any] | None, asked: Asked, offer: Offer, model: str) -> Draft | Rejected:
    if mail is None:
        return NO_MAIL
    try:
        return draft_from(mail, asked, offer, model)
    except Rejected as refusal:
        return refusal


def _is_of_the_row(answer: Draft | Rejected) -> bool:
    return isinstance(answer, Rejected) and answer.reason in (*OF_THE_ROWS, NO_MAIL.reason)
