"""What was approved: a digest changes exactly when something a recipient sees changes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.policy_model import Policy
from addon.leads.model import OwnColumn
from addon.sequences.approval import (
    approval_of,
    approve,
    canonical,
    cells_digest,
    diff,
    digest_of,
    footer_digest,
    footer_lines,
    is_edited,
)
from addon.sequences.campaign_model import Mail

MAIL = Mail(
    step_id="first",
    sender="ana@nordwind.example",
    sender_name="Ana",
    to="tom@acme.example",
    to_name="Tom",
    subject="Hello",
    text="Hi Tom,\n\none\ntwo\n",
    html="<p>Hi Tom,</p>",
    headers={"List-Unsubscribe": "<https://a.example/u/t>"},
)
FIRST = (OwnColumn.SUBJECT, OwnColumn.DRAFT)
CELLS = {OwnColumn.SUBJECT: "Hello", OwnColumn.DRAFT: "Hi Tom", OwnColumn.FOLLOW_UP_1: ""}
POLICY = Policy(postal_address="Hafen 1\r\n20457 Hamburg", sender_company="Nordwind")
SEEN = ("step_id", "sender", "sender_name", "to", "to_name", "subject", "text", "html", "reply_to", "variant")


@pytest.mark.parametrize("name", SEEN)
@given(value=st.text(max_size=40))
def test_the_digest_changes_exactly_with_what_is_seen(name: str, value: str) -> None:
    other = replace(MAIL, **{name: value})  # type: ignore[arg-type]
    assert (digest_of(other) == digest_of(MAIL)) == (other == MAIL)


def test_the_digest_is_the_same_for_ever() -> None:
    assert digest_of(MAIL) == "7a2a7030b574eaf1f241efccc86ce7126cfbbc4339688fbbc88b55ccf755a3c1"
    assert list(json.loads(canonical(MAIL))) == sorted(json.loads(canonical(MAIL)))


def test_headers_that_only_machines_read_do_not_count() -> None:
    assert digest_of(replace(MAIL, headers={})) == digest_of(MAIL)


def test_an_approval_is_of_all_mails_in_their_order() -> None:
    assert approval_of(["a", "b"]) == approval_of(iter(["a", "b"]))
    assert len({approval_of(one) for one in ([], ["a"], ["a", "b"], ["b", "a"], ["ab"], ["a,b"])}) == 6


def test_a_mail_is_edited_when_a_cell_it_was_made_of_says_something_else() -> None:
    approved = approve(MAIL, FIRST, CELLS, POLICY, days=0)
    assert not is_edited(approved, CELLS)
    assert is_edited(approved, {**CELLS, OwnColumn.DRAFT: "Hi Tim"})
    assert is_edited(approved, {**CELLS, OwnColumn.SUBJECT: ""})
    assert not is_edited(approved, {**CELLS, OwnColumn.FOLLOW_UP_1: "More"})


def test_a_blank_follow_up_that_is_filled_later_is_edited() -> None:
    approved = approve(MAIL, (OwnColumn.FOLLOW_UP_1,), CELLS, POLICY, days=3)
    assert not is_edited(approved, {OwnColumn.FOLLOW_UP_1: ""})
    assert is_edited(approved, {OwnColumn.FOLLOW_UP_1: "More"})
    assert approved.days == 3


def test_a_mail_made_of_no_cell_is_never_edited() -> None:
    assert not is_edited(approve(MAIL, (), CELLS, POLICY, days=0), {OwnColumn.DRAFT: "other"})


@pytest.mark.parametrize("same", ["Hi Tom\n", "\r\nHi Tom", " Hi Tom "])
def test_ends_of_lines_and_blanks_around_a_cell_do_not_count(same: str) -> None:
    assert cells_digest(FIRST, {**CELLS, OwnColumn.DRAFT: same}) == cells_digest(FIRST, CELLS)


def test_cells_do_not_run_into_each_other() -> None:
    one = {OwnColumn.SUBJECT: "a", OwnColumn.DRAFT: "bc"}
    two = {OwnColumn.SUBJECT: "ab", OwnColumn.DRAFT: "c"}
    assert cells_digest(FIRST, one) != cells_digest(FIRST, two)


@pytest.mark.parametrize("change", [{"postal_address": "Hafen 2"}, {"sender_company": "Other"}, {"sender_company": ""}])
def test_the_footers_digest_changes_with_what_stands_below_mails(change: dict[str, Any]) -> None:
    assert footer_digest(replace(POLICY, **change)) != footer_digest(POLICY)


def test_the_rest_of_the_policy_is_no_footer() -> None:
    assert footer_digest(replace(POLICY, daily_cap=5, version="7")) == footer_digest(POLICY)
    assert footer_lines(POLICY) == ("Nordwind", "Hafen 1, 20457 Hamburg")
    assert footer_lines(Policy()) == ()


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({}, ()),
        ({"subject": "Bye"}, (("Hello", "Bye"),)),
        ({"text": "Hi Tom,\n\none\n2\n"}, (("two", "2"),)),
        ({"text": "Hi Tom,\n\none\ntwo\nthree\n"}, (("", "three"),)),
        ({"text": "Hi Tom,\n\ntwo\n"}, (("one", ""),)),
        ({"sender_name": "A"}, (("Ana <ana@nordwind.example>", "A <ana@nordwind.example>"),)),
    ],
)
def test_changed_lines_stand_beside_what_they_were(change: dict[str, str], lines: tuple[tuple[str, str], ...]) -> None:
    assert diff(MAIL, replace(MAIL, **change)) == lines  # type: ignore[arg-type]
