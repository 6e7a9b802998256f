"""The booking link of one lead: filled in where the host says how, untouched everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.accounts.model import Offer
from addon.drafting.booking import booking_link_for
from addon.leads.model import Field, Lead

PETRA = {Field.FIRST_NAME: "Petra", Field.LAST_NAME: "Kunze", Field.EMAIL: "petra+x@nordlicht.example"}


def link_for(link: str, values: Mapping[Field, str]) -> str:
    return booking_link_for(Lead(id="L1", row=2, values=values, headers={}), Offer(booking_link=link))


@pytest.mark.parametrize(
    ("link", "filled"),
    [
        (
            "https://calendly.com/ana/intro",
            "https://calendly.com/ana/intro"
            "?name=Petra%20Kunze&first_name=Petra&last_name=Kunze&email=petra%2Bx%40nordlicht.example",
        ),
        (
            "https://cal.com/ana?month=2030-01#top",
            "https://cal.com/ana?month=2030-01&name=Petra%20Kunze&email=petra%2Bx%40nordlicht.example#top",
        ),
        (
            "https://meetings.hubspot.com/ana",
            "https://meetings.hubspot.com/ana?firstname=Petra&lastname=Kunze&email=petra%2Bx%40nordlicht.example",
        ),
        (
            "https://cal.com/ana?name=you&email=",
            "https://cal.com/ana?name=you&email=",
        ),
    ],
)
def test_known_hosts_get_the_leads_own_name_and_address(link: str, filled: str) -> None:
    assert link_for(link, PETRA) == filled


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://calendly.com",
        "https://calendly.com/",
        "https://calendly.com.evil.example/ana",
        "https://evilcalendly.com/ana",
        "https://evil.example/calendly.com/ana",
        "https://user@evil.example/ana",
        "http://calendly.com/ana",
        "https://book.example/ana?x=1#y",
        "https://[::1/ana",
    ],
)
def test_other_links_stay_as_they_are(link: str) -> None:
    assert link_for(link, PETRA) == link


def test_cells_that_hold_no_name_or_address_fill_nothing() -> None:
    hostile = {Field.FIRST_NAME: "https://evil.example", Field.EMAIL: "a@b.example&invitee=x"}
    assert link_for("https://calendly.com/ana/intro", hostile) == "https://calendly.com/ana/intro"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_nothing_is_smuggled_into_a_link(first: str, last: str, address: str) -> None:
    values = {Field.FIRST_NAME: first, Field.LAST_NAME: last, Field.EMAIL: address}
    parts = urlsplit(link_for("https://calendly.com/ana/intro?hide=1", values))
    assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == ("https", "calendly.com", "/ana/intro", "")
    assert set(parse_qs(parts.query)) <= {"hide", "name", "first_name", "last_name", "email"}
    assert parts.geturl().isascii()
