"""Who asks not to be written to is believed; who says no, not yet, or by mail please, is not silenced for good."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.tracking.opt_out_words import MAX_WORDS, opts_out
from addon.tracking.quotes import said_text

DATA = Path(__file__).resolve().parents[2] / "data" / "opt_outs"
ASKS = (DATA / "asks.txt").read_text(encoding="utf-8").splitlines()
OTHERS = (DATA / "others.txt").read_text(encoding="utf-8").splitlines()


def test_every_wording_that_asks_is_found():
    assert [text for text in ASKS if not opts_out(text)] == []


def test_no_other_answer_is_taken_for_one():
    assert [(text, opts_out(text)) for text in OTHERS if opts_out(text)] == []


@pytest.mark.parametrize("text", ["Stop", "STOP!!!", "stop please", "Hi,\nstop\nPhil", "unsubscribe\n\nPhil"])
def test_one_word_is_enough_on_its_own_line(text: str):
    assert opts_out(text)


def test_the_sentence_that_asks_is_handed_back():
    said = "Thanks for the offer.\nWe are a small shop. Please take us off your list! Best, Ann"
    assert opts_out(said) == "Please take us off your list!"


def test_quoted_words_do_not_count():
    quoted = 'On 3 May 2024, at 10:12, Ben <ben@ours.example> wrote:\n\n> Reply "stop" to unsubscribe.'
    reply = f"Sounds good, let us talk.\n\n{quoted}"
    assert opts_out(said_text(reply)) == ""


def test_words_below_a_signature_do_not_count():
    assert opts_out(said_text("Yes please.\n\n-- \nAnn Bo\nunsubscribe from our newsletter: https://x.example")) == ""


def test_a_pause_until_a_day_is_no_opt_out():
    assert opts_out("Please do not contact us before September.") == ""
    assert opts_out("Please do not contact us.")


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "👍", "\u202eno\u202c", ".", "=HYPERLINK(1)"])
def test_nothing_is_made_of_nothing(text: str):
    assert opts_out(text) == ""


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_few_plain_words(text: str):
    found = opts_out(text)
    assert len(found) <= MAX_WORDS
    assert found.isprintable()


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(ASKS), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_what_stands_around_a_request_hides_nothing(ask: str, gap: str):
    assert opts_out(f"Good morning,{gap}{ask}{gap}Kind regards{gap}Ann Bo")


@pytest.mark.parametrize(
    "piece", ["remove me ", "do not contact ", "stop ", "a ", "please no more mails until ", "if you click ", "?"]
)
def test_long_texts_are_read_in_a_moment(piece: str):
    started = time.process_time()
    opts_out(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 1
