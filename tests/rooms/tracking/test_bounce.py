"""A delivery report is told from all other mail; whom it is about, and what follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.adapters.flufl_bounce import FluflBounceScanner
from addon.tracking.bounce import bounce, bounce_or_scan
from addon.tracking.bounce_kind import kind_of
from addon.tracking.complaint import complaint
from addon.tracking.inbound_model import BounceKind
from addon.tracking.reading import read

DATA = Path(__file__).resolve().parents[2] / "data" / "bounces"
HARD, SOFT, DELAYED = BounceKind.HARD, BounceKind.SOFT, BounceKind.DELAYED
POLICY, OWN_LIMIT = BounceKind.POLICY, BounceKind.OWN_LIMIT

ORIGINAL = """Content-Type: message/rfc822

Message-ID: <ours-1@example.org>
From: ann@example.org
To: lead@example.com
Subject: Hello

Hi
"""


def report(fields: str, words: str = "It failed.", original: str = ORIGINAL) -> bytes:
    parts = [f"Content-Type: text/plain\n\n{words}", f"Content-Type: message/delivery-status\n\n{fields}", original]
    body = "".join(f"--edge\n{part}\n" for part in parts)
    head = "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: ann@example.org\n"
    kind = "Content-Type: multipart/report; report-type=delivery-status; boundary=edge\n"
    return f"{head}{kind}Subject: Delivery Status Notification (Failure)\n\n{body}--edge--\n".encode()


def failed(status: str, diagnostic: str, action: str = "failed") -> bytes:
    recipient = f"Final-Recipient: rfc822; Lead@example.com\nAction: {action}\nStatus: {status}\n"
    return report(f"Reporting-MTA: dns; mx.example.org\n\n{recipient}Diagnostic-Code: smtp; {diagnostic}\n")


def notice(text: str, sender: str = "MAILER-DAEMON@mx.example.org", subject: str = "failure notice") -> bytes:
    return f"From: {sender}\nTo: ann@example.org\nSubject: {subject}\n\n{text}".encode()


def told(raw: bytes) -> dict[str, BounceKind]:
    found = bounce(read(raw))
    return {each.address: each.kind for each in found.failures} if found else {}


@pytest.mark.parametrize(
    ("status", "diagnostic", "kind"),
    [
        ("5.1.1", "550 5.1.1 The email account that you tried to reach does not exist", HARD),
        ("5.1.1", "550 whatever", HARD),
        ("5.2.1", "550 5.2.1 mailbox disabled", HARD),
        ("5.4.4", "Domain not found", HARD),
        ("5.0.0", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", HARD),
        ("5.0.0", "550 No such user here", HARD),
        ("5.2.2", "552 5.2.2 over quota", SOFT),
        ("5.0.0", "552 mailbox is full", SOFT),
        ("4.4.7", "message expired", SOFT),
        ("4.2.2", "452 mailbox full", SOFT),
        ("5.7.1", "550 5.7.1 message blocked as spam", POLICY),
        ("5.7.26", "550 5.7.26 DMARC policy", POLICY),
        ("5.1.8", "553 5.1.8 sender domain not found", POLICY),
        ("5.1.1", "550 5.1.1 blocked using spamhaus", POLICY),
        ("5.0.0", "554 message size exceeds limit", POLICY),
        ("5.4.5", "550 5.4.5 Daily user sending limit exceeded", OWN_LIMIT),
        ("5.0.0", "550 : User unknown", SOFT),
        ("5.0.0", "451 try again later", SOFT),
    ],
)
def test_what_follows_is_told_by_status_then_code_then_words(status: str, diagnostic: str, kind: BounceKind) -> None:
    assert told(failed(status, diagnostic)) == {"lead@example.com": kind}


def test_unknown_after_the_content_forbids_no_address() -> None:
    assert kind_of(words="550 Unknown user lead@example.com (in reply to end of DATA command)") is SOFT
    assert kind_of(words="550 Unknown user lead@example.com (in reply to RCPT TO command)") is HARD


@pytest.mark.parametrize("words", ["450 mailbox unavailable", "451 user unknown, try later", "", "no reason at all"])
def test_a_refusal_for_now_forbids_no_address(words: str) -> None:
    assert kind_of(words=words) is SOFT


@given(st.text(alphabet="0123456789. -:userunknownspamfull", max_size=80), st.sampled_from(["", "4.7.1", "5.1.1", "x"]))
@settings(max_examples=100, deadline=None)
def test_only_a_final_status_is_hard(words: str, status: str) -> None:
    assert kind_of(status=status, words=words, action="delayed") is DELAYED
    if status.startswith("4"):
        assert kind_of(status=status, words=words) is not HARD


def test_a_delay_is_noted_only() -> None:
    assert told(failed("4.4.1", "timed out", action="delayed")) == {"lead@example.com": DELAYED}
    waiting = "A message has not yet been delivered to all its recipients:\n\n  lead@example.com\n\nIt will be retried."
    assert told(notice(waiting, subject="Warning: message delayed 24 hours")) == {"lead@example.com": DELAYED}


def test_success_is_no_bounce() -> None:
    assert bounce(read(failed("2.0.0", "250 ok", action="delivered"))) is None
    both = (
        "Final-Recipient: rfc822; a@example.com\nAction: delivered\nStatus: 2.0.0\n\n"
        "Final-Recipient: rfc822; b@example.com\nAction: failed\nStatus: 5.1.1\n"
    )
    assert told(report(both)) == {"b@example.com": HARD}


@pytest.mark.parametrize(
    "fields",
    [
        "Final-Recipient: rfc822; <lead@example.com>\nAction: failed\nStatus: 5.1.1",
        "Final-Recipient: lead@example.com\nStatus: 5.1.1 (bad mailbox)\nAction: Failed (final)",
        "  Final-Recipient : rfc822;lead@example.com\n\n  Action: failed\n  Status: 5.1.1",
        "Action: failed\nStatus: 5.1.1\nFinal-Recipient: rfc822;\n lead@example.com",
        "Original-Recipient: rfc822;lead@example.com\nFinal-Recipient: rfc822;@hop:lead@inner\nStatus: 5.1.1",
        "Reporting-MTA: dns;x\nFinal-Recipient: rfc822;lead@example.com\nFinal-Recipient: rfc822;lead@example.com\n"
        "Action: failed\nStatus: 5.1.1",
    ],
)
def test_broken_reports_are_read(fields: str) -> None:
    assert set(told(report(fields))) == {"lead@example.com"}


def test_the_mail_it_is_about_is_named() -> None:
    found = bounce(read(failed("5.1.1", "550 no")))
    assert found
    assert found.original_ids[0] == "<ours-1@example.org>"
    text = "<lead@example.com>:\n550 unknown user\n\n--- Below this line is a copy of the message.\n\n"
    found = bounce(read(notice(f"{text}Received: from x\nMessage-ID: <ours-2@example.org>\nTo: lead@example.com\n")))
    assert found
    assert found.original_ids == ("<ours-2@example.org>",)


@pytest.mark.parametrize(
    ("text", "address", "kind"),
    [
        ("Hi. This is the qmail-send program.\n\n<lead@example.com>:\nSorry, no mailbox here by that name.",
         "lead@example.com", HARD),
        ("This is a permanent error. The following address(es) failed:\n\n  lead@example.com\n    host mx: 550 spam",
         "lead@example.com", POLICY),
        ("----- Transcript of session follows -----\n>>> RCPT To:<lead@example.com>\n<<< 550 user unknown",
         "lead@example.com", HARD),
        ("User's mailbox is full: <lead@example.com>\nUnable to deliver mail.", "lead@example.com", SOFT),
        ("Die Nachricht ist nicht zugestellt:\n\nlead@example.de\nEmpfänger unbekannt", "lead@example.de", HARD),
        ("Le message n'a pas pu être remis.\n\n<lead@example.fr>: boîte pleine", "lead@example.fr", SOFT),
        ("以下のメールアドレスへの送信に失敗しました。\n\nlead@example.jp\n宛先不明", "lead@example.jp", HARD),
        ("Your message\n  To: ann@example.org\ndid not reach:\n\nlead@example.com on Thu, 1 May\n   not recognized",
         "lead@example.com", SOFT),
    ],
)  # fmt: skip
def test_notices_in_words_are_read(text: str, address: str, kind: BounceKind) -> None:
    assert told(notice(text)) == {address: kind}


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("dsn_12", "userx@example.jp"),
        ("dsn_14", "userx@example.com.dk"),
        ("groupwise_01", "userx@example.edu"),
        ("postfix_05", "userx@example.net"),
        ("qmail_02", "userx@example.com"),
        ("simple_03", "userx@example.za"),
        ("simple_07", "userx@example.net"),
        ("simple_09", "userx@example.de"),
        ("simple_17", "userx@example.com"),
        ("simple_34", "roland@example.com"),
        ("smtp32_05", "userx@example.com"),
        ("yahoo_08", " ".join(f"user{letter}@example.com" for letter in "abcdef")),
    ],
)
def test_real_notices_with_any_line_end(name: str, addresses: str) -> None:
    raw = (DATA / f"{name}.eml").read_bytes().replace(b"\r\n", b"\n")
    found = bounce(read(raw))
    assert found
    assert [each.address for each in found.failures] == addresses.split()
    assert bounce(read(raw.replace(b"\n", b"\r\n"))) == found
    assert bounce(read(raw.replace(b"\n", b"\r"))) == found


@pytest.mark.parametrize(
    "raw",
    [
        notice("A mail to <lead@example.com> could not be delivered, so I ask.", "Bob <bob@example.com>"),
        notice("> The following address failed:\n> lead@example.com\n> 550 user unknown", "Bob <mail@example.com>",
               "Fwd: Undeliverable: Hello"),
        b"From: Bob <bob@example.com>\nSubject: Undeliverable?\nContent-Type: multipart/mixed; boundary=e\n\n--e\n\n"
        b"See.\n--e\nContent-Type: message/rfc822\n\nFrom: mailer-daemon@x.org\n\n"
        b"Final-Recipient: rfc822; a@b.example\n--e--",
        b"From: Bob <bob@example.com>\nReturn-Path: <>\nAuto-Submitted: auto-replied\nSubject: Away\n\n"
        b"I am away. In urgent cases write to the following address: ann@example.com",
        b"",
    ],
)  # fmt: skip
def test_people_are_no_mailers(raw: bytes) -> None:
    assert bounce_or_scan(read(raw), raw, FluflBounceScanner().scan) is None


@given(st.text(alphabet="<>@ab.:;- \n5012=", max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_notice_is_read(text: str) -> None:
    raw = notice(text)
    assert bounce(read(raw)) == bounce(read(raw.replace(b"\n", b"\r\n")))
    assert bounce(read(report(text))) == bounce(read(report(text).replace(b"\n", b"\r")))


def test_the_scanner_is_asked_only_where_nobody_is_found() -> None:
    asked: list[bytes] = []

    def scan(raw: bytes) -> tuple[set[str], set[str]]:
        asked.append(raw)
        return set(), {"lead@example.com"}

    unnamed = notice("The message could not be delivered. User unknown.")
    found = bounce_or_scan(read(unnamed), unnamed, scan)
    assert found
    assert [(each.address, each.kind) for each in found.failures] == [("lead@example.com", HARD)]
    for raw in (failed("5.1.1", "550 no"), b"From: bob@example.com\nSubject: Hello\n\nHi"):
        bounce_or_scan(read(raw), raw, scan)
    assert asked == [unnamed]


def test_words_are_cut() -> None:
    found = bounce(read(failed("5.1.1", "550 " + "no such user " * 200)))
    assert found
    assert len(found.failures[0].words) == 500


def feedback(kind: str) -> bytes:
    fields = f"Feedback-Type: {kind}\nUser-Agent: x\nOriginal-Rcpt-To: <Lead@example.com>\n"
    return report("", original=ORIGINAL).replace(
        b"Content-Type: message/delivery-status\n\n", f"Content-Type: message/feedback-report\n\n{fields}".encode()
    )


def test_a_complaint_names_recipient_and_mail() -> None:
    found = complaint(read(feedback("abuse")))
    assert found
    assert found.recipients == ("lead@example.com",)
    assert found.original_ids == ("<ours-1@example.org>",)


@pytest.mark.parametrize("raw", [feedback("auth-failure"), feedback("not-spam"), failed("5.1.1", "550 no"), b"", b"Hi"])
def test_other_reports_are_no_complaints(raw: bytes) -> None:
    assert complaint(read(raw)) is None


def test_a_complaint_without_a_report_is_told_by_the_providers_header() -> None:
    original = ORIGINAL.replace("Message-ID", "X-HmXmrOriginalRecipient: lead@example.com\nMessage-ID")
    raw = f"From: staff@hotmail.com\nSubject: complaint about message\n{original}".encode()
    found = complaint(read(raw))
    assert found
    assert found.recipients == ("lead@example.com",)
