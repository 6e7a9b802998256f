"""Hints at what an address was meant to be: slips of fingers, never a provider, never what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.lib.address import domain_of, is_consumer, is_disposable, is_role, mailbox_of, normalise
from addon.lib.mail_providers import CONSUMER_DOMAINS
from addon.lib.typos import near_domain, suggest, suggest_domain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.com", "gmail.com"), ("gmal.com", "gmail.com"), ("gmaill.com", "gmail.com"), ("gnail.com", "gmail.com"),
        ("gmail.con", "gmail.com"), ("gmail.co", "gmail.com"), ("gmail.de", "gmail.com"), ("gmial.co", "gmail.com"),
        ("hotmal.com", "hotmail.com"), ("hotmial.it", "hotmail.it"), ("outlok.de", "outlook.de"),
        ("outllok.com", "outlook.com"), ("yaho.com.br", "yahoo.com.br"), ("yahoo.co", "yahoo.com"),
        ("wed.de", "web.de"),
        ("gxm.de", "gmx.de"), ("gmx.dee", "gmx.de"), ("t-onlin.de", "t-online.de"), ("wanado.fr", "wanadoo.fr"),
        ("virgilo.it", "virgilio.it"), ("kpmail.nl", "kpnmail.nl"), ("icloud.de", "icloud.com"),
        ("web.ed", "web.de"), ("libero.ti", "libero.it"), ("orange.rf", "orange.fr"),
        ("nordwind.con", "nordwind.com"), ("nordwind.ogr", "nordwind.org"),
    ],
)  # fmt: skip
def test_a_slip_at_a_provider_or_an_ending_is_seen(typed: str, meant: str) -> None:
    assert suggest(f"ana@{typed}") == f"ana@{meant}"


@pytest.mark.parametrize(
    "domain",
    [
        "nordwind.example", "nordwind.co", "nordwind.cm", "grail.com", "outdoor.com", "cloud.com", "never.com",
        "webb.de",
        "mails.com", "freed.fr", "hotmail.gr", "yahoo.com.mx", "outlook.com.br", "mail.fr", "verizon.com", "gmc.de",
        "live.org", "orage.fr", "homes.nl", "gold.de", "hotel.com", "tomail.com",
    ],
)  # fmt: skip
def test_a_domain_of_its_own_is_left_in_peace(domain: str) -> None:
    assert suggest(f"ana@{domain}") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ana@nordwind,example", "ana@nordwind.example"),
        ("ana@gmailcom", "ana@gmail.com"),
        ("ana@gmail", "ana@gmail.com"),
        ("ana@hotmail", "ana@hotmail.com"),
        ("ana@outlook", "ana@outlook.com"),
        ("ana@gmx", "ana@gmx.de"),
        ("ana@web", "ana@web.de"),
        ("ana@nordwind", None),
        ("ana@gmial,com", "ana@gmail.com"),
        ("ana @nordwind.example", "ana@nordwind.example"),
        ("ana@@nordwind.example", "ana@nordwind.example"),
        ("ana(at)nordwind.example", "ana@nordwind.example"),
        ("ana [at] nordwind [dot] example", "ana@nordwind.example"),
        ("ana@nordwind..example", "ana@nordwind.example"),
        ("ana.@nordwind.example", "ana@nordwind.example"),
        ("ana@nordwind.example.", "ana@nordwind.example"),
        ("ana@nordwind.example;", "ana@nordwind.example"),
        ("ana", None),
        ("", None),
        ("n/a", None),
        ("ana@", None),
        ("@gmail.com", None),
        ("an\ufffda@nordwind,example", None),
        ("a@b.example, c@d.example", None),
    ],
)
def test_what_is_no_address_is_mended_where_one_can(typed: str, meant: str | None) -> None:
    assert suggest(typed) == meant


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=40), st.emails(), st.from_regex(r"[a-z.,@ ]{0,12}@[a-z.,]{0,12}", fullmatch=True)))
def test_a_hint_is_always_another_address_a_mail_could_go_to(text: str) -> None:
    meant = suggest(text)
    if meant is not None:
        assert normalise(meant) == meant
        assert meant != normalise(text)
        assert suggest(meant) in (None, meant)


def test_a_known_provider_is_never_questioned() -> None:
    for domain in CONSUMER_DOMAINS:
        assert suggest_domain(domain) is None, domain
        assert is_consumer(f"ana@{domain}"), domain


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com"]), st.integers(0, 4))
def test_two_letters_swapped_behind_the_first_always_give_the_provider(domain: str, at: int) -> None:
    label, _, ending = domain.partition(".")
    at = 1 + at % (len(label) - 2)
    swapped = label[:at] + label[at + 1] + label[at] + label[at + 2 :]
    assert suggest_domain(f"{swapped}.{ending}") == (domain if swapped != label else None)


@pytest.mark.parametrize(
    ("domain", "other", "near"),
    [
        ("nordlciht.de", "nordlicht.de", True),
        ("nordlich.de", "nordlicht.de", True),
        ("nordlicht.com", "nordlicht.de", False),
        ("suedlicht.de", "nordlicht.de", False),
        ("nordlicht.de", "nordlicht.de", False),
    ],
)
def test_a_companys_domain_has_slips_too(domain: str, other: str, near: bool) -> None:
    assert (near_domain(domain, [other]) == other) is near


@pytest.mark.parametrize(
    "local",
    ["info", "kontakt", "accueil", "vendas", "contatti", "ventas", "verkoop", "segreteria", "klantenservice", "eigyo"],
)
def test_desks_of_eight_languages_are_no_people(local: str) -> None:
    assert is_role(f"{local}@nordwind.example")


def test_a_throw_away_mailbox_is_known_below_its_domain_too() -> None:
    assert is_disposable("ana@mailinator.com")
    assert is_disposable("ana@x.mailinator.com")
    assert not is_disposable("ana@nordwind.example")


@pytest.mark.parametrize(
    ("address", "mailbox"),
    [
        ("ana.kunze+news@gmail.com", "anakunze@gmail.com"),
        ("anakunze@googlemail.com", "anakunze@gmail.com"),
        ("ana.kunze+news@nordwind.example", "ana.kunze@nordwind.example"),
        ("+49123@nordwind.example", "+49123@nordwind.example"),
    ],
)
def test_one_mailbox_has_many_spellings(address: str, mailbox: str) -> None:
    assert mailbox_of(address) == mailbox
    assert domain_of(mailbox_of(mailbox)) == domain_of(mailbox)
