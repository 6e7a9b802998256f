"""Nothing is half there: each action has a handler, each gallery of names agrees with the product's fixed ones."""

from __future__ import annotations

from addon.accounts.connection_model import Door
from addon.accounts.model import LANGUAGES
from addon.leads.model import Field, OwnColumn, Problem
from addon.runs.model import RunKind, RunState
from addon.tracking.inbound_model import InboundKind
from addon.tracking.intent_model import Intent, Mood
from addon.web.routes import ACTIONS
from cards import columns, findings, replies, run, settings, start
from cards.actions import Action


def test_every_action_has_a_handler_and_every_handler_an_action() -> None:
    assert set(ACTIONS) == set(Action)


def test_our_columns_have_the_fixed_names() -> None:
    fixed = "Lead ID|Score|Tier|Why|Subject|Draft|Follow-up 1|Follow-up 2|Evidence|Status|Last activity"
    assert [str(column) for column in OwnColumn] == fixed.split("|")


def test_runs_have_the_fixed_states() -> None:
    fixed = "queued|running|waiting|stopping|stopped|done|failed"
    assert [str(state) for state in RunState] == fixed.split("|")


def test_every_field_problem_kind_and_state_has_words_on_a_card() -> None:
    assert set(columns.FIELDS) == set(Field)
    assert set(findings.PROBLEMS) == set(Problem)
    assert set(run.DOING) == set(RunKind)
    assert set(run.STATES) == set(RunState)


def test_every_door_and_language_has_words_on_a_card() -> None:
    assert set(settings.DOORS) == set(Door)
    assert [code for code, _ in start.LANGUAGES] == ["", *LANGUAGES]


def test_every_meaning_mood_and_kind_of_message_has_words_on_a_card() -> None:
    assert set(replies.INTENTS) == set(Intent)
    assert set(replies.MOODS) == set(Mood)
    assert set(replies.KINDS) == set(InboundKind)
