"""The bytes that leave: what was put in comes out, nothing else is in them, and no field makes a header of its own."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.adapters.mime import MAX_BYTES, StdlibMime, message_bytes
from addon.adapters.mime_content import content_hash, content_hash_of
from addon.adapters.mime_headers import decoded
from addon.errors import Invalid
from addon.sequences.campaign_model import Mail
from addon.sequences.mail_model import SEND_HEADER, Letter
from tests.mails import MAIL

LINE = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.sampled_from(' ",;:<>()@[]\\=?_'), max_size=200
)
BODY = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t =."), max_size=2_000)
BREAKS = ("\r", "\n", "\r\nBcc: x@evil.example", "\0", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\ud800")


def parsed(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)


def changed(**fields: Any) -> Mail:
    return replace(MAIL, **fields)


def parts(message: EmailMessage) -> dict[str, str]:
    """Texts by type; ends of lines as one kind, those at the end left out."""
    leaves = [part for part in message.walk() if not part.is_multipart()]
    return {part.get_content_type(): re.sub("\r\n?", "\n", part.get_content()).rstrip("\n") for part in leaves}


def people(raw: bytes, name: str) -> list[tuple[str, str]]:
    """Names and addresses of every header of that name, names decoded after the header was taken apart."""
    values = [re.sub("[\r\n]", "", value) for value in message_from_bytes(raw).get_all(name, [])]
    return [(str(make_header(decode_header(called))), address) for called, address in getaddresses(values)]


def unfolded(message: EmailMessage, name: str) -> str:
    return re.sub(r"\r?\n", "", str(message[name]))


@settings(max_examples=150, deadline=None)
@given(subject=LINE, called=LINE, sender_name=LINE, text=BODY, html=BODY)
def test_what_was_put_in_comes_out(subject: str, called: str, sender_name: str, text: str, html: str) -> None:
    mail = replace(MAIL, subject=subject, to_name=called, sender_name=sender_name, text=text, html=html)
    raw = message_bytes(mail, send_id="s1")
    message = parsed(raw)
    assert message["Subject"] == subject
    assert people(raw, "To") == [(" ".join(called.split()), mail.to)]
    assert people(raw, "From") == [(" ".join(sender_name.split()), mail.sender)]
    found = parts(message)
    assert found["text/plain"] == text.rstrip("\n")
    assert found.get("text/html", "") == html.rstrip("\n")
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert content_hash_of(raw) == content_hash(mail)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(("sender", "sender_name", "to", "to_name", "reply_to", "subject")),
    st.text(max_size=8),
    st.sampled_from(BREAKS),
    st.text(max_size=8),
)
def test_a_break_in_any_field_is_refused_by_name(field: str, before: str, mark: str, after: str) -> None:
    with pytest.raises(Invalid) as refused:
        message_bytes(changed(**{field: f"{before}{mark}{after}"}), send_id="s1")
    assert refused.value.field == field
    assert mark not in refused.value.message


@pytest.mark.parametrize("mark", BREAKS)
def test_a_break_in_what_machines_read_is_refused(mark: str) -> None:
    for bad in ({"send_id": f"s1{mark}x"}, {"in_reply_to": f"<a@b>{mark}"}, {"references": (f"<a@b>{mark}",)}):
        with pytest.raises(Invalid):
            message_bytes(MAIL, **({"send_id": "s1"} | bad))
    for headers in ({"List-Unsubscribe": f"<https://x.example>{mark}"}, {f"List-Help{mark}": "x"}):
        with pytest.raises(Invalid):
            message_bytes(replace(MAIL, headers=headers), send_id="s1")


@pytest.mark.parametrize(
    "name", ["Bcc", "bcc", "Cc", "To", "From", "Sender", "Subject", "Resent-To", "Content-Type", SEND_HEADER, ""]
)
def test_headers_for_machines_cannot_add_recipients_or_pass_for_ours(name: str) -> None:
    with pytest.raises(Invalid):
        message_bytes(replace(MAIL, headers={name: "x@evil.example"}), send_id="s1")


def test_headers_are_all_there_once_and_no_others() -> None:
    mail = replace(MAIL, reply_to="answers@nordwind.example", headers=UNSUBSCRIBE)
    raw = StdlibMime().raw(Letter(mail=mail, send_id="s1", in_reply_to="<2@x>", references=("<1@x>", "<2@x>")))
    message = parsed(raw)
    expected = {
        "From", "To", "Reply-To", "Subject", SEND_HEADER, "In-Reply-To", "References", "List-Unsubscribe",
        "List-Unsubscribe-Post", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert sorted(message.keys()) == sorted(expected)
    assert (message["In-Reply-To"], message["References"]) == ("<2@x>", "<1@x> <2@x>")
    assert {name: message[name] for name in UNSUBSCRIBE} == UNSUBSCRIBE
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]


def test_a_long_thread_folds_between_ids_and_made_up_ids_are_left_out() -> None:
    ids = tuple(f"<{'a' * 60}{n}@mail.example>" for n in range(40))
    raw = message_bytes(MAIL, send_id="s1", in_reply_to="no id at all", references=(*ids, "no id", "<>"))
    message = parsed(raw)
    assert unfolded(message, "References").split() == list(ids)
    assert message["In-Reply-To"] is None
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_the_same_letter_has_the_same_bytes() -> None:
    assert message_bytes(MAIL, send_id="s1") == message_bytes(replace(MAIL), send_id="s1")
    assert message_bytes(MAIL, send_id="s1") != message_bytes(MAIL, send_id="s2")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("zoe@münchen.example", "zoe@xn--mnchen-3ya.example"),
        ("O'Neil+x@Acme.example", "O'Neil+x@Acme.example"),
        ("x@例え.jp", "x@xn--r8jz45g.jp"),
    ],
)
def test_international_domains_are_written_in_ascii(address: str, written: str) -> None:
    mail = replace(MAIL, to=address)
    message = parsed(message_bytes(mail, send_id="s1"))
    assert message["To"].addresses[0].addr_spec == written
    assert content_hash(mail) == content_hash_of(message_bytes(mail, send_id="s1"))


@pytest.mark.parametrize(
    "address",
    ["", "x", "@x.example", "x@", "x@y", "zoë@x.example", "a@b.example, c@d.example", "A <a@b.example>",
     "a b@c.example", "a@b@c.example", "a@[127.0.0.1]", "a@-b.example", "a..b@c.example", '"a b"@c.example',
     "a@b.example;",
     f"{'a' * 65}@b.example", f"a@{'b' * 64}.example", "a@b_c.example", "a@\u200b.example"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    for field in ("to", "sender"):
        with pytest.raises(Invalid) as refused:
            message_bytes(changed(**{field: address}), send_id="s1")
        assert refused.value.field == field


@pytest.mark.parametrize("text", ["a\0b", "\x1b[2J", "\ud83d"])
def test_a_body_holds_no_controls(text: str) -> None:
    for field in ("text", "html"):
        with pytest.raises(Invalid):
            message_bytes(changed(**{field: text}), send_id="s1")


def test_a_mail_has_a_largest_size() -> None:
    with pytest.raises(Invalid) as refused:
        message_bytes(replace(MAIL, text="x " * MAX_BYTES), send_id="s1")
    assert refused.value.reason == "too_large"


def re_encoded(raw: bytes) -> bytes:
    """The same mail as another server might store it: base64 bodies, its own ids, headers folded elsewhere."""
    message = parsed(raw)
    for part in message.walk():
        if not part.is_multipart():
            part.set_content(part.get_content(), subtype=part.get_content_subtype(), cte="base64")
    message["Date"] = "Tue, 24 Nov 2026 09:00:00 +0000"
    message["Message-ID"] = "<CA1@mail.gmail.com>"
    return message.as_bytes(policy=policy.SMTP.clone(refold_source="none")).replace(b"?=\r\n =?", b"?=\r\n\t  =?")


def test_the_hash_survives_another_encoding_and_folding() -> None:
    mail = replace(MAIL, subject="Grüße an Béla — " * 9, to_name="Zoë Müller", text="Grüße  \n\n.Punkt\n" * 30)
    assert content_hash_of(re_encoded(message_bytes(mail, send_id="s1"))) == content_hash(mail)


@pytest.mark.parametrize("field", ["subject", "to", "sender", "reply_to", "text", "html"])
def test_the_hash_sees_every_edit(field: str) -> None:
    other = "other@x.example" if field in ("to", "sender", "reply_to") else f"{getattr(MAIL, field)} more"
    raw = message_bytes(changed(**{field: other}), send_id="s1")
    assert content_hash_of(raw) not in (content_hash(MAIL), "")


def test_the_hash_sees_recipients_and_files_a_hand_added() -> None:
    raw = message_bytes(MAIL, send_id="s1")
    seen = {content_hash_of(raw), content_hash_of(b"Bcc: boss@x.example\r\n" + raw)}
    seen.add(content_hash_of(b"Cc: =?utf-8?q?Bo=2Css?= <boss@x.example>\r\n" + raw))
    with_file = parsed(raw)
    with_file.make_mixed()
    with_file.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    seen.add(content_hash_of(with_file.as_bytes()))
    assert len(seen) == 4


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_can_be_hashed(noise: bytes) -> None:
    for raw in (noise, b"To: " + noise, b"Content-Type: text/plain; charset=" + noise + b"\r\n\r\nx"):
        assert content_hash_of(raw) != content_hash(MAIL)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("Subject", "=?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n =?utf-8?b?IQ==?=", "Grüße!"),
        ("To", "=?utf-8?q?Doe=2C_J?= <j@x.example>, B <b@x.example>", '"Doe, J" <j@x.example>, B <b@x.example>'),
        ("From", "=?no-such?q?x?= <a@x.example>", "x <a@x.example>"),
        ("Message-ID", "<a@b>", "<a@b>"),
        ("Subject", "plain", "plain"),
    ],
)
def test_headers_are_decoded(name: str, value: str, read: str) -> None:
    assert decoded(name, value) == read


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["From", "To", "Subject", "References"]), st.text(max_size=80), st.binary(max_size=20))
def test_any_header_can_be_decoded(name: str, value: str, noise: bytes) -> None:
    word = f"=?utf-8?b?{base64.b64encode(noise).decode()}?="
    for one in (value, f"=?{value}?=", f"{value} {word}", f"{word} <{value}>", f'"{value}" {word}'):
        assert isinstance(decoded(name, one), str)


UNSUBSCRIBE: dict[str, Any] = {
    "List-Unsubscribe": f"<https://assistant.example/u/{'t' * 200}>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
}
