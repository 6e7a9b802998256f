"""Gmail on a bad day: what was ordered at ``POST /play/faults`` for the API ``gmail``.

Beside the kinds every API knows (see ``faults``): ``lost`` is ``drop``, ``answer_lost`` is ``drop_after``; ``hang``
keeps the connection without an answer for ``delay_ms`` (30 s, where not said) and closes it; ``truncated`` breaks off
in the middle of the answer; ``late`` closes at once and does it ``seconds`` later; ``non_atomic`` keeps a sent draft
for ``seconds``; ``invisible`` keeps the sent copy from being read for ``seconds``; ``rate``, ``rate_403``,
``mail_limit``, ``concurrent``, ``not_enabled``, ``precondition`` and ``bad_recipient`` are refusals, for ``seconds``
where they have an end. All ``seconds`` are of the business clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Response

from playground import gmail_errors, wire
from playground.faults import Dropped, Fault
from playground.gmail_call import Trouble
from playground.gmail_store import Mailboxes
from playground.google_errors import ApiError

HANG_SECONDS = 30.0
Act = Callable[[Trouble], Any]
Prepare = Callable[[], Act]

_REFUSALS: dict[str, Callable[[], ApiError]] = {
    "rate_403": gmail_errors.quota_exceeded,
    "concurrent": gmail_errors.too_many_at_once,
    "not_enabled": lambda: gmail_errors.precondition("Mail service not enabled"),
    "precondition": gmail_errors.precondition,
    "bad_recipient": lambda: gmail_errors.invalid("Invalid To header"),
}
_LASTING = {"rate": 60.0, "mail_limit": 24 * 3600.0}
"""How long a limit lasts that was ordered without an end."""


def perform(store: Mailboxes, fault: Fault | None, prepare: Prepare) -> Response:
    """Answer one call, with the trouble ordered for it."""
    try:
        return _perform(store, fault, prepare)
    except ApiError as error:
        response = wire.json_response(gmail_errors.body_of(error), error.code)
        response.headers.update(error.headers)
        return response
    except ConnectionResetError as lost:
        return wire.lost(lost)


def _perform(store: Mailboxes, fault: Fault | None, prepare: Prepare) -> Response:
    if fault is None:
        return answered(prepare()(Trouble()))
    if fault.kind == "late":
        act = prepare()
        store.later(fault.seconds, lambda: act(Trouble()))
        raise Dropped("the playground does this call later, on request")
    if not fault.after:
        _strike(store, fault)
    answer = prepare()(trouble_of(fault))
    if fault.after:
        _strike(store, fault)
    return truncated(answer) if fault.kind == "truncated" else answered(answer)


def trouble_of(fault: Fault) -> Trouble:
    """Return what a fault changes about a call's effect."""
    return Trouble(
        lingers_seconds=fault.seconds if fault.kind == "non_atomic" else 0.0,
        unreadable_seconds=fault.seconds if fault.kind == "invisible" else 0.0,
    )


def _strike(store: Mailboxes, fault: Fault) -> None:
    if fault.kind == "hang":
        time.sleep(fault.delay_seconds or HANG_SECONDS)
        raise Dropped("the playground hung on request")
    if fault.kind in _REFUSALS:
        raise _REFUSALS[fault.kind]()
    if fault.kind in _LASTING:
        until = store.now() + timedelta(seconds=fault.seconds or _LASTING[fault.kind])
        raise gmail_errors.rate_limited(until, sending=fault.kind == "mail_limit")
    fault.strike()


def answered(answer: Any) -> Response:
    """Return an answer; of what has none, Google's 204."""
    return Response(status=204) if answer is None else wire.json_response(answer)


def truncated(answer: Any) -> Response:
    """Return half an answer that says it is whole."""
    whole = answered(answer)
    half = Response(whole.get_data()[: (whole.content_length or 0) // 2], 200, content_type=whole.content_type)
    half.headers["Content-Length"] = str((whole.content_length or 0) + 1)
    return half
