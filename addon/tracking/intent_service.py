"""Reads what answers mean: by the model where one may, else by the offline twin, so that every answer is read.

Answers of the model are kept and paid for by the metered model behind the door; nothing is kept here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from addon.accounts.policy_service import Policies
from addon.errors import AssistantError
from addon.lib.parts import ask_in_parts
from addon.ports import ModelRequest, TextModel, Unusable
from addon.tracking.intent import twin
from addon.tracking.intent_model import Answer, Read, Reader
from addon.tracking.intent_prompt import READS_SCHEMA, prompt, read_answer
from addon.tracking.intent_shown import shown
from addon.tracking.urgency import UNSURE_BELOW

READS_A_CALL = 10
"""Answers of one call: a reading is some 80 tokens."""

MOST_CALLS = 8
"""Calls for one group, whatever the model answers: enough to find the one answer that spoils its neighbours'."""

MOST_TOKENS = 4_096
"""Tokens of one answer at most: ten readings take about 800."""

_LOG = logging.getLogger("tracking")


class Intents:
    """Reads answers; without a model, and where the tenant's policy keeps mail from it, all readings are the twin's."""

    def __init__(self, model: TextModel | None, policies: Policies) -> None:
        self._model = model
        self._policies = policies

    def read(self, answers: Sequence[Answer], *, is_time_up: Callable[[], bool], tenant: str) -> list[Read]:
        """Return what each answer means, in order; never raises.

        The twin stands in wherever the model is not asked or its answer does not count. No call begins once
        ``is_time_up``.
        """
        own = [twin(one.said, one.subject, one.language) for one in answers]
        beside = enumerate(zip(answers, own, strict=True))
        asked = {str(place): seen for place, (one, read) in beside if (seen := shown(one, read))}
        if self._model is None or not asked or not self._may_ask(tenant):
            return own
        calls = _Calls(self._model, tenant, is_time_up)
        found = calls.read(asked)
        reads = [_surer(read, found.get(str(place))) for place, read in enumerate(own)]
        by_model = sum(not _is_twins(read) for read in reads)
        _log(tenant, calls, answers=len(reads), asked=len(asked), by_model=by_model)
        return reads

    def _may_ask(self, tenant: str) -> bool:
        """Whether mail may be shown to the model; a policy that cannot be read now allows nothing."""
        try:
            return self._policies.policy(tenant).model_reads_answers
        except AssistantError:
            return False


class _Calls:
    """The calls for one reading; a failure that the next call would meet as well ends them."""

    def __init__(self, model: TextModel, tenant: str, is_time_up: Callable[[], bool]) -> None:
        self._model = model
        self._tenant = tenant
        self._is_time_up = is_time_up
        self.made = 0
        self.failure = ""

    def read(self, asked: Mapping[str, Answer]) -> dict[str, Read]:
        """Return the readings of the model that count, by key; always in the same groups, whose answers are kept."""
        reads: dict[str, Read] = {}
        keys = list(asked)
        for start in range(0, len(keys), READS_A_CALL):
            if self._is_over():
                break
            group = {key: asked[key] for key in keys[start : start + READS_A_CALL]}
            found = ask_in_parts(group, self._ask, _is_twins, MOST_CALLS, self._is_over)
            counts = {key: read for key, read in found.items() if not _is_twins(read)}
            if not counts:
                break  # a model that was of no use for a whole group would cost as much for the next
            reads |= counts
        return reads

    def _is_over(self) -> bool:
        return bool(self.failure) or self._is_time_up()

    def _ask(self, group: Mapping[str, Answer]) -> dict[str, Read]:
        answers = list(group.values())
        return dict(zip(group, read_answer(self._answer(answers), answers), strict=True))

    def _answer(self, answers: Sequence[Answer]) -> Mapping[str, Any]:
        """Return what the model answers, ``{}`` where that is of no use; whatever fails, an answer must not be lost."""
        self.made += 1
        try:
            return self._model.generate(self._request(answers), READS_SCHEMA).data
        except Unusable:
            return {}
        except AssistantError as error:
            self.failure = error.reason
        except Exception as defect:
            self.failure = type(defect).__name__  # its message may quote the mail
        return {}

    def _request(self, answers: Sequence[Answer]) -> ModelRequest:
        asked = prompt(answers)
        return ModelRequest(
            instructions=asked.instructions,
            data=asked.data,
            max_output_tokens=MOST_TOKENS,
            tenant=self._tenant,
            purpose="reading",
        )


def _surer(own: Read, found: Read | None) -> Read:
    """Return the model's reading, unless it calls itself a guess and the twin's is a better one."""
    if found is None or found.certainty < min(UNSURE_BELOW, own.certainty):
        return own
    return found


def _is_twins(read: Read) -> bool:
    return read.by is not Reader.MODEL


def _log(tenant: str, calls: _Calls, **counts: int) -> None:
    line = {"tenant": tenant, **counts, "calls": calls.made, "failure": calls.failure}
    _LOG.info("tracking.answers_read", extra={"line": line})
