"""The pre-flight: what stops all, which rows stay out and why, what should be known, and the mend beside each."""

from __future__ import annotations

from string import Formatter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.leads.model import Problem
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import Light, Preflight
from addon.sequences.preflight import Flight, RowFacts, Setup, preflight
from addon.sequences.preflight_words import GREENS, KNOWN, LEFT_OUT, NEEDS, STOPS

READY = Setup(sender="ana@nordwind.example", account="ana@nordwind.example", company_limit=2, cap=10, days=1)
ORDER = [Light.RED, Light.AMBER, Light.GREEN]


def flight(*rows: RowFacts, **setup: Any) -> Flight:
    values = {name: getattr(READY, name) for name in READY.__slots__} | setup
    return preflight(rows or (RowFacts(row=2),), Setup(**values))


def found(seen: Flight, light: Light) -> dict[str, Preflight]:
    return {line.what: line for line in seen.lines if line.light is light}


def said(line: Preflight) -> str:
    return f"{line.text} {line.mend}".format(**line.values)


def test_a_ready_campaign_is_all_green() -> None:
    seen = flight(RowFacts(row=2), RowFacts(row=9))
    assert seen.rows == (2, 9)
    assert {line.light for line in seen.lines} == {Light.GREEN}
    assert "ana@nordwind.example" in said(found(seen, Light.GREEN)[Lock.GRANT])


@pytest.mark.parametrize(
    ("setup", "what"),
    [
        ({"is_stopped": True}, Lock.KILL_SWITCH),
        ({"has_postal_address": False}, Lock.NO_ADDRESS),
        ({"has_grant": False}, Lock.GRANT),
        ({"is_sender_right": False, "account": "x@other.example"}, Lock.SENDER),
    ],
)
def test_what_stops_everything_is_red_without_rows_and_has_a_mend(setup: dict[str, Any], what: str) -> None:
    seen = flight(**setup)
    line = found(seen, Light.RED)[what]
    assert (line.rows, seen.lines[0]) == ((), line)
    assert line.mend
    assert what not in found(seen, Light.GREEN)


def test_no_rows_stop_everything() -> None:
    seen = preflight((), READY)
    assert "no_rows" in found(seen, Light.RED)
    assert seen.rows == ()


@pytest.mark.parametrize(
    ("row", "what"),
    [
        *((RowFacts(row=3, problems=(problem,)), problem) for problem in list(Problem)[:4]),
        (RowFacts(row=3, problems=(Problem.DUPLICATE,)), Problem.DUPLICATE),
        (RowFacts(row=3, is_enrolled=True), "enrolled"),
        (RowFacts(row=3, holder="marco@nordwind.example"), Lock.PERSON),
        (RowFacts(row=3, company="acme.example", colleagues=2), Lock.COMPANY),
        (RowFacts(row=3, stop="no_draft"), "no_draft"),
        (RowFacts(row=3, stop="no_subject"), "no_subject"),
        (RowFacts(row=3, stop="missing_field", stop_name="first_name"), "missing_field"),
        (RowFacts(row=3, stop="leftover", stop_name="[Name]"), "leftover"),
        (RowFacts(row=3, stop="too_long"), "too_long"),
        (RowFacts(row=3, stop="bad_email"), Problem.BAD_EMAIL),
        (RowFacts(row=3, stop="bad_template"), "bad_template"),
        (RowFacts(row=3, stop="unknown_field", stop_name="x"), "bad_template"),
        (RowFacts(row=3, stop="something new"), "other"),
    ],
)
def test_a_row_that_stays_out_is_red_with_its_number_and_the_others_go(row: RowFacts, what: str) -> None:
    seen = flight(RowFacts(row=2), row, RowFacts(row=4))
    line = found(seen, Light.RED)[what]
    assert (line.rows, seen.rows) == ((3,), (2, 4))
    assert "{" not in said(line)


def test_somebody_who_wants_no_mail_is_told_as_that_whatever_else_is_wrong() -> None:
    row = RowFacts(row=3, problems=(Problem.BAD_EMAIL, Problem.OPTED_OUT), holder="x", stop="no_draft")
    assert set(found(flight(row), Light.RED)) == {Problem.OPTED_OUT}


@pytest.mark.parametrize("problem", list(KNOWN))
def test_a_finding_that_harms_no_mail_is_amber_and_its_row_goes(problem: Problem) -> None:
    seen = flight(RowFacts(row=2, problems=(problem,)), RowFacts(row=3))
    assert found(seen, Light.AMBER)[problem].rows == (2,)
    assert seen.rows == (2, 3)


def test_rows_with_one_reason_share_a_line_and_other_names_have_their_own() -> None:
    rows = (
        RowFacts(row=at, stop="missing_field", stop_name=name) for at, name in ((2, "city"), (5, "title"), (3, "city"))
    )
    lines = [line for line in flight(*rows).lines if line.light is Light.RED]
    assert [(line.values["name"], line.rows) for line in lines] == [("city", (2, 3)), ("title", (5,))]


def test_of_one_company_the_first_rows_go_up_to_the_limit() -> None:
    rows = [RowFacts(row=at, company="acme.example") for at in (2, 3, 4)]
    assert flight(*rows).rows == (2, 3)
    assert flight(*rows, company_limit=0).rows == (2, 3, 4)
    held = RowFacts(row=2, company="acme.example", stop="no_draft")
    assert flight(held, *rows[1:]).rows == (3, 4)
    private = [RowFacts(row=at) for at in range(2, 12)]
    assert len(flight(*private).rows) == 10


@pytest.mark.parametrize(
    ("setup", "what"),
    [({"has_sheet_grant": False}, Lock.SHEET_GRANT), ({"is_paused": True}, Lock.MAILBOX_PAUSED), ({"days": 4}, "days")],
)
def test_what_should_be_known_of_all_is_amber_without_rows(setup: dict[str, Any], what: str) -> None:
    line = found(flight(**setup), Light.AMBER)[what]
    assert line.rows == ()
    assert "{" not in said(line)


def test_standard_follow_ups_are_told() -> None:
    assert "defaults" not in found(flight(), Light.GREEN)
    assert "defaults" in found(flight(RowFacts(row=2, has_default=True)), Light.GREEN)


def test_every_problem_has_its_place_or_did_its_harm_before() -> None:
    silent = {Problem.NO_FIRST_NAME, Problem.NAME_UNUSABLE, Problem.NO_COMPANY, Problem.MANY_AT_COMPANY}
    assert (set(LEFT_OUT) | set(KNOWN)) & set(Problem) == set(Problem) - silent


def test_no_mend_has_fields_of_its_own() -> None:
    tables = (STOPS, LEFT_OUT, NEEDS, KNOWN, GREENS)
    mends = [words.mend for table in tables for words in table.values()]
    assert not [mend for mend in mends if any(name is not None for _, name, _, _ in Formatter().parse(mend))]


@given(
    st.lists(
        st.builds(
            RowFacts,
            row=st.integers(2, 30),
            problems=st.lists(st.sampled_from(Problem), max_size=3).map(tuple),
            is_enrolled=st.booleans(),
            holder=st.sampled_from(["", "marco"]),
            company=st.sampled_from(["", "a", "b"]),
            colleagues=st.integers(0, 3),
            stop=st.sampled_from(["", *LEFT_OUT, "odd"]),
            stop_name=st.text(max_size=5),
        ),
        max_size=12,
        unique_by=lambda one: one.row,
    ),
    st.booleans(),
)
def test_each_row_goes_or_is_red_once_and_red_comes_before_amber_before_green(rows: list[RowFacts], flag: bool) -> None:
    seen = flight(*rows, has_grant=flag, has_sheet_grant=flag) if rows else preflight((), READY)
    red = [row for line in seen.lines if line.light is Light.RED for row in line.rows]
    assert sorted([*red, *seen.rows]) == sorted(one.row for one in rows)
    lights = [ORDER.index(line.light) for line in seen.lines]
    assert lights == sorted(lights)
    for line in seen.lines:
        said(line)
