"""One person, one form of the address; what no mail reaches is no person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.leads.person import fingerprint, person
from addon.lib.address import bare_address


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("Petra.Kunze@Nordlicht.Example", "petra.kunze@nordlicht.example"),
        (" a@b.example ", "a@b.example"),
        ("a@MÜNCHEN.example", "a@xn--mnchen-3ya.example"),
        ("a@xn--mnchen-3ya.example", "a@xn--mnchen-3ya.example"),
        ("ａ＠ｂ．example", "a@b.example"),
        ("o'neil+x@b.example", "o'neil+x@b.example"),
        ("dörte@b.example", "dörte@b.example"),
    ],
)
def test_a_person_is_the_lower_cased_address_with_an_ascii_domain(address: str, known: str) -> None:
    assert person(address) == known


@pytest.mark.parametrize(
    "address",
    [
        "", " ", "petra", "a@b", "@b.example", "a@", "a b@c.example", "a@b..example", "a@-b.example", "a@b.local",
        "a@b.test", "a@localhost", "a@[127.0.0.1]", "a@b.example, c@d.example", "a@b.example;c@d.example", "x@y@z.uk",
        "a@b.example\nBcc: c@d.example", "a\u202eb@c.example", "a@b.ex\u200bample", "<a@b.example>", '"a b"@c.example',
        "😀@b.example", "a" * 65 + "@b.example", "a@" + "b" * 250 + ".example", "=1+1@", "\ud800@b.example",
        "a@b.example" * 100_000,
    ],
    ids=lambda address: ascii(address[:24]),
)  # fmt: skip
def test_what_no_mail_reaches_is_no_person(address: str) -> None:
    assert person(address) is None


@given(st.one_of(st.emails(), st.text(max_size=30), st.from_regex(r"[A-Za-zÄß.+]{1,8}@[a-zäß-]{1,8}\.example")))
def test_a_person_is_its_own_person(text: str) -> None:
    known = person(text)
    if known is not None:
        assert person(known) == known
        assert known == known.lower()
        assert known.count("@") == 1
        assert known.rpartition("@")[2].isascii()


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("Petra Kunze <petra@b.example>", "petra@b.example"),
        ("<petra@b.example>", "petra@b.example"),
        ("mailto:petra@b.example", "petra@b.example"),
        ("\ufeffpetra@b.example\u200b\r\n", "petra@b.example"),
        ("pe\u200btra@b.example", "pe\ufffdtra@b.example"),
        ("a@b.example\nc@d.example", "a@b.example\ufffdc@d.example"),
        ("a@b.example <c@d.example>", "a@b.example <c@d.example>"),
    ],
)
def test_an_address_is_unwrapped_but_never_made_up(cell: str, address: str) -> None:
    assert bare_address(cell) == address


def test_a_fingerprint_tells_people_apart_without_their_address() -> None:
    one, other = fingerprint("a@b.example"), fingerprint("c@b.example")
    assert one != other
    assert one == fingerprint("a@b.example")
    assert len(one) == 32
    assert "@" not in one
