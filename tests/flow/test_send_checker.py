"""The promise of DESIGN 5.1, played out: nothing goes twice and nothing is lost, whatever breaks and whoever presses.

The turns, the reconciler and the buttons are the real ones; ``send_checker_settings`` says what may befall them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import ModuleType
from typing import Any

import pytest

from addon.sequences import delivery, held_service, send_dispatch
from addon.sequences.delivery_model import Ambiguous, Answer, Delivered, Evidence, Send, SendState
from addon.sequences.states import moved_send
from tests.flow.send_checker import Choices, Found, explore, is_broken
from tests.flow.send_checker_settings import FAULTS, PRESSES, REFUSALS, THAWED, WORLDS, Checked, Setting, joined
from tests.flow.send_checker_world import played

EVER, MINUTE = timedelta(days=9), timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Thousands of runs break on purpose: each would log it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def _broken(found: Found) -> dict[str, list[str]]:
    return {ending: story for ending, story in found.stories.items() if is_broken(ending)}


@pytest.mark.parametrize("checked", WORLDS.values(), ids=WORLDS)
def test_nothing_goes_twice_and_nothing_is_lost(checked: Checked) -> None:
    found = explore(played(checked.setting), checked.faults, checked.presses)
    assert _broken(found) == {}
    assert found.runs > len(checked.setting.acts) + checked.faults, "something was played"


def test_where_nothing_breaks_the_mail_goes_once() -> None:
    choices = Choices()
    assert played(Setting())(choices) == "finished, 1 gone"
    assert {point.label for point in choices.trace} >= {
        "create_draft", "store drafted", "find_draft", "store sending", "send_draft", "store sent",
    }  # fmt: skip


def test_every_fault_of_the_tables_is_met_on_the_way() -> None:
    met: set[tuple[str, str]] = set()

    def play(choices: Choices, faults: Mapping[str, Sequence[str]]) -> str:
        ending = played(Setting(faults=faults))(choices)
        met.update((point.label.split()[0], point.option) for point in choices.trace if point.number)
        return ending

    tables = joined(FAULTS, REFUSALS)
    explore(lambda choices: play(choices, tables), 1)
    read_in_doubt = {name: tables[name] for name in ("thread", "history")} | {"send_draft": ("request_lost",)}
    explore(lambda choices: play(choices, read_in_doubt), 2)
    assert met == {(name, fault) for name, faults in tables.items() for fault in faults}


def test_strict_mode_asks_once_and_holds_the_rest() -> None:
    """Non-atomic sending and a copy that cannot be read: what strict mode is for."""
    setting = Setting(is_strict=True, linger=EVER, read_lag=EVER)
    found = explore(played(setting), 1)
    assert set(found.endings) == {"finished, 1 gone", "held, 1 gone", "held, 0 gone"}


def test_without_strict_mode_that_gmail_would_have_us_send_twice() -> None:
    """The honest half of the promise: zero duplicates only if Gmail's ``drafts.send`` is atomic."""
    found = explore(played(Setting(linger=EVER, read_lag=EVER)), 1, is_enough=is_broken)
    assert _broken(found) == {"DUPLICATE: 2 copies": ["send_draft: answer_lost"]}


def test_only_retry_may_ask_again_in_strict_mode() -> None:
    """It has the same draft asked again after 300 s: a Gmail that is not atomic sends twice there, and only there."""
    setting = Setting(
        is_strict=True, linger=EVER, read_lag=EVER, presses=PRESSES, faults={"send_draft": FAULTS["send_draft"]}
    )
    found = explore(played(setting), 1, 2)
    assert _broken(found) == {}
    twice = {ending: story for ending, story in found.stories.items() if ending.startswith("twice")}
    assert all(any("retry" in line for line in story) for story in twice.values())


# --- the checker finds what is wrong ---
def _asks_at_once(send: Send, now: datetime) -> Send:
    return replace(delivery.requested(send, now), look_at=now)


def _asks_again_in_strict_mode(send: Send, evidence: Evidence, now: datetime, **how: bool) -> Send | None:
    return delivery.reconciled(send, evidence, now, is_strict=False, may_go=how["may_go"])


def _believes_what_is_lost(send: Send, answer: Answer, now: datetime) -> Send:
    heard = Delivered(message_id="", thread_id="") if isinstance(answer, Ambiguous) else answer
    return delivery.after_answer(send, heard, now)


def _makes_another_draft(send: Send, evidence: Evidence, body_hash: str, now: datetime) -> Send | None:
    found = delivery.retried(send, evidence, body_hash, now)
    return found or moved_send(send, SendState.QUEUED, now, reason="", draft_id="", body_hash="", requests=0)


def _looks_no_more(send: Send, evidence: Evidence, now: datetime, **how: bool) -> Send | None:
    found = delivery.reconciled(send, evidence, now, is_strict=how["is_strict"], may_go=how["may_go"])
    return replace(found, look_at=None) if found and found.state is SendState.SENDING else found


MUTANTS: list[tuple[ModuleType, str, Callable[..., Any], Setting, str]] = [
    (send_dispatch, "requested", _asks_at_once, Setting(linger=MINUTE, read_lag=MINUTE, faults=THAWED), "DUPLICATE"),
    (send_dispatch, "reconciled", _asks_again_in_strict_mode,
     Setting(is_strict=True, linger=EVER, read_lag=EVER), "DUPLICATE"),
    (send_dispatch, "after_answer", _believes_what_is_lost, Setting(), "LOST"),
    (send_dispatch, "reconciled", _looks_no_more, Setting(read_lag=EVER), "UNFINISHED"),
    (held_service, "retried", _makes_another_draft, Setting(read_lag=EVER, presses=("retry",)), "DUPLICATE"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("room", "rule", "mutant", "setting", "ending"), MUTANTS, ids=[mutant.__name__ for _, _, mutant, _, _ in MUTANTS]
)
def test_a_rule_that_is_bent_is_found(
    room: ModuleType,
    rule: str,
    mutant: Callable[..., Any],
    setting: Setting,
    ending: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _broken(explore(played(setting), 1)) == {}
    monkeypatch.setattr(room, rule, mutant)
    found = explore(played(setting), 1, is_enough=is_broken)
    assert [one.split(":")[0] for one in _broken(found)] == [ending]
