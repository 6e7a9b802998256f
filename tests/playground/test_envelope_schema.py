"""Our schema of the envelopes is a schema, is closed, and uses no name Google's texts contradict."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from playground.judge_envelope import CARD_KEYS, SCHEMA_PATH, canonical

SCHEMA = json.loads(SCHEMA_PATH.read_text("utf-8"))


def objects(schema):
    """Yield every object with properties inside a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for key, inner in schema.items():
            if key != "required":
                yield from objects(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


def test_it_is_a_valid_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_object_but_a_card_is_closed_and_named():
    found = list(objects(SCHEMA["$defs"]))
    cards = [one for one in found if one == {"type": "object"}]
    assert len(cards) == len(CARD_KEYS)
    assert len(found) > 20
    for one in found:
        if one not in cards:
            assert one["additionalProperties"] is False
            assert one["title"]


def test_keys_are_made_camel_case_outside_cards_only():
    card = {"text_paragraph": None, "sections": []}
    payload = {"render_actions": {"action": {"navigations": [{"push_card": card}], "link": None}}}
    assert canonical(payload) == {"renderActions": {"action": {"navigations": [{"pushCard": card}]}}}


@pytest.mark.parametrize("name", ["popCard", "popToCardName", "openCreatedDraftAction", "selectActions", "navigation"])
def test_names_that_do_not_exist_are_not_in_it(name):
    assert all(name not in one.get("properties", {}) for one in objects(SCHEMA["$defs"]))
