"""Whatever the bytes are, a message is read; what people would see of it is what is read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.tracking.charsets import decoded
from addon.tracking.header_text import addresses, header_text
from addon.tracking.html_text import text_of_html
from addon.tracking.inbound_model import Inbound
from addon.tracking.reading import read

LETTER = b"""From: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= <Joerg@Example.de>
To: "Sales, Ann" <ann@example.com>, bob@example.com
Cc: Team: carol@example.com;
Subject: =?iso-8859-1?Q?Gr=FC=DFe?=
 =?iso-8859-1?Q?_aus_K=F6ln?=
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Sch=C3=B6n, bis morgen.
"""


def mixed(*parts: bytes, kind: bytes = b"mixed") -> bytes:
    body = b"".join(b"--frontier\n" + part + b"\n" for part in parts)
    return b"Content-Type: multipart/" + kind + b"; boundary=frontier\n\n" + body + b"--frontier--\n"


def test_a_plain_letter() -> None:
    mail = read(LETTER)
    assert (mail.sender.address, mail.sender.name) == ("joerg@example.de", "Jörg Müller")
    assert [each.address for each in mail.to] == ["ann@example.com", "bob@example.com", "carol@example.com"]
    assert mail.subject == "Grüße aus Köln"
    assert mail.text == "Schön, bis morgen.\n"
    assert mail.parts[0].parameter("charset") == "utf-8"


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_do_not_matter(end: bytes) -> None:
    for raw in (LETTER, mixed(b"Content-Type: text/html\n\n<p>Hi", b"\nplain")):
        assert read(raw.replace(b"\n", end)) == read(raw)


@given(st.binary(max_size=600))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read(raw: bytes) -> None:
    mail = read(raw)
    assert isinstance(mail, Inbound)
    assert "\r" not in mail.text
    mail.text.encode("utf-8")
    mail.subject.encode("utf-8")


@given(st.lists(st.sampled_from([
    b"Content-Type: ", b"multipart/mixed", b"message/rfc822", b"message/delivery-status", b"text/html", b"; boundary=x",
    b"; charset=", b"utf-16", b"unicode_escape", b"no-such", b"\n", b"\n\n", b"--x\n", b"--x--", b"base64", b"\xff\xfe",
    b"Content-Transfer-Encoding: ", b"x-uuencode", b"begin 644 a\n", b"From: ", b"<a@b.c>", b"=?utf-8?b?", b"?=", b"\0",
]), max_size=40).map(b"".join))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_structure_is_read(raw: bytes) -> None:
    assert read(raw) == read(raw.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        ("Grüße".encode("cp1252"), "utf-8", "Grüße"),
        ("Grüße".encode(), "us-ascii", "Grüße"),
        ("Grüße".encode(), "x-unknown", "Grüße"),
        ("€ 5".encode("cp1252"), "iso-8859-1", "€ 5"),
        ("会議".encode("iso2022_jp"), "", "会議"),
        ("会议".encode("gb18030"), "gb2312", "会议"),
        (b"hello", "utf-16", "hello"),
        (b"a\\u0041", "unicode_escape", "a\\u0041"),
        (b"a\0b\rc\r\nd", "", "ab\nc\nd"),
        (b"hello", "a\0b", "hello"),
    ],
)
def test_charsets_are_believed_as_far_as_they_go(raw: bytes, charset: str, text: str) -> None:
    assert decoded(raw, charset) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("=?UTF-8?B?w6k=?= =?utf-8?q?t=C3=A9?=", "été"),
        ("=?utf-8?b?ww==?= =?utf-8?b?qQ?=", "é"),
        ("Re: =?utf-8*en?q?hi there?= you", "Re: hi there you"),
        ("=?nonsense?q?caf=E9?=", "café"),
        ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("caf\udce9 au lait", "café au lait"),
        ("a\r\n b\n\tc", "a b c"),
    ],
)
def test_headers_are_decoded(source: str, text: str) -> None:
    assert header_text(source) == text


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ('"victim@example.com" <real@example.org>', "real@example.org"),
        ("=?utf-8?q?victim=40example.com?= <real@example.org>", "real@example.org"),
        ("Real Person <real@example.org> (away)", "real@example.org"),
        ("Broken, Name <real@example.org>", "real@example.org"),
        ("real@example.org", "real@example.org"),
        ("<>", ""),
        ("(" * 5_000 + "real@example.org", "real@example.org"),
        ("nobody", ""),
    ],
)
def test_the_sender_is_who_stands_where_an_address_belongs(source: str, address: str) -> None:
    assert next((each.address for each in addresses(source) if each.address), "") == address


def test_the_plain_part_counts_before_the_html() -> None:
    html = b"Content-Type: text/html\n\n<p>Rich</p>"
    mail = read(mixed(html, b"Content-Type: text/plain\n\nPlain", kind=b"alternative"))
    assert mail.text == "Plain"
    assert mail.html == "<p>Rich</p>"
    assert mail.parts[0].kind == "text/plain"
    assert read(mixed(html, b"Content-Type: text/plain\n\n \n", kind=b"alternative")).text == "Rich"


def test_text_around_a_picture_is_one_text() -> None:
    picture = b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    note = b"Content-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\nNotes"
    mail = read(mixed(b"\nAbove", picture, b"\nBelow", note))
    assert mail.text == "Above\nBelow"
    assert [(part.kind, part.name) for part in mail.parts][-1] == ("text/plain", "notes.txt")


def test_embedded_messages_are_kept_as_their_source() -> None:
    inner = b"Message-ID: <1@example.com>\nSubject: =?utf-8?q?=C3=A9?=\n\n--frontier-like\nBody"
    mail = read(mixed(b"\nSee below", b"Content-Type: message/rfc822\n\n" + inner))
    assert mail.parts[1].kind == "message/rfc822"
    assert mail.parts[1].text == inner.decode()
    assert mail.text == "See below"


def test_headers_written_the_old_way_are_headers() -> None:
    assert read(b"Fro : x\nSubject : Hello\n\nBody").subject == "Hello"
    assert read(b"\n\nSubject: Hello\n\nBody").text == "Body"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One<p>Two &amp; three<br>four", "One\n\nTwo & three\nfour"),
        ("<style>p{}</style><script>alert(1)</script><!-- no -->Yes", "Yes"),
        ('<div style="display: none">No</div><span hidden>No</span>Yes', "Yes"),
        ('<div style="display:none">Never closed: <b>stop</b>', "Never closed: stop"),
        ("1 < 2 and <b", "1 < 2 and <b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
        ("<![if !mso]><![CDATA[x]]>Yes<![endif]>", "Yes"),
    ],
)
def test_html_is_read_as_people_see_it(html: str, text: str) -> None:
    shown = text_of_html(html)
    assert shown.split() == text.split()


@given(st.text(alphabet="<>/!-[]'\"=&;# abpt\n", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_html_is_read(html: str) -> None:
    assert "\r" not in text_of_html(html)


@pytest.mark.parametrize("piece", ["<", "<!", '<a b="x>', "<!--", "</", "&#", "<div>"])
def test_hostile_html_takes_no_longer_than_its_length(piece: str) -> None:
    started = time.process_time()
    text_of_html(piece * 40_000)
    assert time.process_time() - started < 2


def test_hostile_parameters_and_nesting_are_bounded() -> None:
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1_500))
    started = time.process_time()
    assert read(b"Content-Type: text/plain" + b"; a*0*=b" * 20_000 + b"\n\nHello").text == "Hello"
    assert read(b"Subject: deep\n" + nested + b"\nBody").subject == "deep"
    assert time.process_time() - started < 4
