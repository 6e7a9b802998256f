"""Addresses: the short cut for plain ones says what the library says."""

from __future__ import annotations

import pytest
from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from addon.lib.address import normalise


def by_the_library(address: str) -> str | None:
    try:
        found = validate_email(address, check_deliverability=False, allow_smtputf8=True, strict=True)
    except EmailNotValidError:
        return None
    return f"{found.local_part}@{found.ascii_domain}".lower()


letters = "abzKS019_+-."
locals_ = st.text(letters, min_size=1, max_size=8) | st.text("ab.", min_size=60, max_size=68)
labels = st.text("abZ09-", min_size=1, max_size=5) | st.sampled_from(["xn--a", "a" * 63, "a" * 64, "a" * 80])
endings = st.sampled_from(["com", "example", "x", "c0m", "0", *SPECIAL_USE_DOMAIN_NAMES])
domains = st.builds(lambda parts, end: ".".join([*parts, end]), st.lists(labels, max_size=4), endings)


@settings(max_examples=1_500, deadline=None)
@given(local=locals_, domain=domains)
@example(local="a" * 64, domain="b.com")
@example(local="a" * 65, domain="b.com")
@example(local="a", domain="aa--b.com")
@example(local="a", domain=f"{'b' * 63}.com")
@example(local="a", domain=f"{'b' * 64}.com")
@example(local="a", domain=".".join(["b" * 50] * 5))
def test_a_plain_address_is_judged_as_the_library_judges_it(local: str, domain: str) -> None:
    address = f"{local}@{domain}"
    if len(address) <= 254:
        assert normalise(address) == by_the_library(address)


@pytest.mark.parametrize("address", ["\u212aate@nordwind.example", "kate@\u212aord.example", "kate@nordwınd.example"])
def test_letters_that_lower_to_ascii_do_not_take_the_short_cut(address: str) -> None:
    assert normalise(address) == by_the_library(address)


@pytest.mark.parametrize("domain", ["localhost", "nordwind.local", "nordwind.test", "nordwind.invalid"])
def test_an_address_no_mail_reaches_is_none(domain: str) -> None:
    assert normalise(f"ana@{domain}") is None
