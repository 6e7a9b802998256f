"""JSON in a model's text: found in any wrapping, never read where it is cut off, never taken for prose."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.lib.json_text import looks_like_json, read_object

WHOLE = {"subject": 'A {b} "c"', "sentences": [{"text": "x", "sources": []}]}


@pytest.mark.parametrize(
    "shape",
    [
        "%s",
        "```json\n%s\n```",
        "```%s```",
        "Sure! %s Enjoy.",
        "Use {name}: %s",
        "{} %s",
        "[%s]",
        "%s\n\n%s",
    ],
)
def test_one_object_is_found_in_any_wrapping(shape: str) -> None:
    assert read_object(shape.replace("%s", json.dumps(WHOLE))) == WHOLE


@given(st.integers(1, len(json.dumps(WHOLE)) - 1), st.sampled_from(["", "```json\n", "Sure: "]))
def test_cut_off_object_is_never_read(length: int, before: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_object(before + json.dumps(WHOLE)[:length])


@pytest.mark.parametrize(
    "text", ["", "none", "[]", "5", '"text"', "{'a': 1}", '{"a": NaN}', '{"a": 1} {"a": 2}', "{" * 9999]
)
def test_anything_else_is_no_object(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_object(text)


@pytest.mark.parametrize("text", ["A {nice} day", "We said: fine", "[sic] is Latin", 'They call it "fast": so it is'])
def test_prose_is_not_taken_for_json(text: str) -> None:
    assert not looks_like_json(text)
