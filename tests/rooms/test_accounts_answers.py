"""What users answer about themselves: read as a person means it, refused where it cannot stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.answers import check_offer, employees
from addon.accounts.model import Offer
from addon.errors import Invalid

LIMITS = {"what": 300, "audience": 300, "proof": 500, "booking_link": 500, "signature": 500}


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("", None),
        (" \t", None),
        ("0", 0),
        ("50", 50),
        (" 50 ", 50),
        ("50.0", 50),
        ("50,00", 50),
        ("1,200", 1_200),
        ("1.200", 1_200),
        ("1 200", 1_200),
        ("1\u00a0200", 1_200),
        ("1\u202f200", 1_200),
        ("1'200", 1_200),
        ("1,200.0", 1_200),
        ("1.200,00", 1_200),
        ("1.000", 1_000),
        ("1,234,567", 1_234_567),
        ("10000000", 10_000_000),
    ],
)
def test_a_head_count_is_read_as_it_is_meant(typed: str, count: int | None) -> None:
    assert employees(typed, "Smallest") == count


@pytest.mark.parametrize(
    "typed",
    [
        *("1.5", "1,5", "50.01", "12,00,000", "1.200.00", "1,200,0", "1.200,300", "1 2", "1200.000", ".", "-5", "+5"),
        *("5k", "50-100", "10000001", "9" * 5_000, "\u0665\u0660", "\u00b2", "5\x00", "=1+1", "\u202e50"),
    ],
)
def test_what_is_no_whole_number_is_refused_and_named(typed: str) -> None:
    with pytest.raises(Invalid, match="Smallest: write a whole number"):
        employees(typed, "Smallest")


@given(st.integers(0, 10_000_000), st.sampled_from(",. '\u00a0"))
def test_groups_of_three_change_no_count(count: int, mark: str) -> None:
    assert employees(f"{count:,}".replace(",", mark), "Smallest") == count


@given(st.text())
def test_any_text_is_a_count_or_refused(text: str) -> None:
    try:
        count = employees(text, "Smallest")
    except Invalid:
        return
    assert count is None or 0 <= count <= 10_000_000


@pytest.mark.parametrize(("field", "limit"), LIMITS.items())
def test_an_answer_about_the_offer_that_is_too_long_is_refused_and_named(field: str, limit: int) -> None:
    def offer(length: int) -> Offer:
        answer: dict[str, Any] = {field: "https://a.example/".ljust(length, "x")}
        return replace(Offer(), **answer)

    check_offer(offer(limit))
    with pytest.raises(Invalid, match=f"at most {limit} characters") as refused:
        check_offer(offer(limit + 1))
    assert refused.value.field == field.removesuffix("_link")


@pytest.mark.parametrize(
    "link", ["http://a.example", "a.example", "https://here", "https://[::1", "https://a.example/ b"]
)
def test_a_booking_link_that_is_no_page_is_refused(link: str) -> None:
    with pytest.raises(Invalid, match="Booking link"):
        check_offer(Offer(booking_link=link))
