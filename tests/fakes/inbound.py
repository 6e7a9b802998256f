"""Mails as providers write them: delivery reports, complaints, automatic answers, invitations answered."""

from __future__ import annotations

from tests.fakes.gmail_account import written

DAEMON = "Mail Delivery Subsystem <mailer-daemon@mx.acme.example>"
_BOUNDARY = "=-=-report-=-="


def report(
    rfc_id: str, to: str, status: str = "5.1.1", words: str = "550 5.1.1 No such user", action: str = ""
) -> bytes:
    """A delivery report by RFC 3464 with the headers of the mail it is about."""
    action = action or ("delayed" if status.startswith("4") else "failed")
    fields = [
        "Reporting-MTA: dns; mx.acme.example", "",
        f"Final-Recipient: rfc822; {to}", f"Action: {action}", f"Status: {status}", f"Diagnostic-Code: smtp; {words}",
    ]  # fmt: skip
    original = [f"Message-ID: {rfc_id}", f"To: {to}", "Subject: Routes"]
    return _parts(
        {"From": DAEMON, "Return-Path": "<>", "Subject": "Delivery Status Notification (Failure)"},
        "report; report-type=delivery-status",
        [("text/plain", "It could not be delivered."), ("message/delivery-status", "\r\n".join(fields)),
         ("text/rfc822-headers", "\r\n".join(original))],
    )  # fmt: skip


def complaint(rfc_id: str, to: str) -> bytes:
    """A complaint by RFC 5965 (ARF)."""
    fields = ["Feedback-Type: abuse", "User-Agent: Feedback/1.0", "Version: 1", f"Original-Rcpt-To: {to}"]
    original = [f"Message-ID: {rfc_id}", f"To: {to}", "Subject: Routes", "", "Hi"]
    return _parts(
        {"From": "feedback@provider.example", "Return-Path": "<>", "Subject": "Abuse report"},
        "report; report-type=feedback-report",
        [("text/plain", "This is an abuse report."), ("message/feedback-report", "\r\n".join(fields)),
         ("message/rfc822", "\r\n".join(original))],
    )  # fmt: skip


def automatic(sender: str, text: str, rfc_id: str = "", subject: str = "Automatic reply: Routes") -> bytes:
    """What a mailbox answers by itself."""
    headers = {
        "From": sender, "Subject": subject, "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All",
        "In-Reply-To": rfc_id, "References": rfc_id,
    }  # fmt: skip
    return written(headers, text)


def calendar(sender: str, status: str, rfc_id: str = "") -> bytes:
    """An invitation answered: ``status`` is ACCEPTED, DECLINED or TENTATIVE."""
    event = (
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"ATTENDEE;PARTSTAT={status}:mailto:{sender}\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    return _parts(
        {"From": sender, "Subject": "Accepted: Routes", "In-Reply-To": rfc_id, "References": rfc_id},
        "mixed",
        [("text/plain", ""), ("text/calendar; method=REPLY", event)],
    )


def _parts(headers: dict[str, str], kind: str, parts: list[tuple[str, str]]) -> bytes:
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    lines += ["MIME-Version: 1.0", f'Content-Type: multipart/{kind}; boundary="{_BOUNDARY}"', ""]
    body = [f"--{_BOUNDARY}\r\nContent-Type: {kind}\r\n\r\n{text}\r\n" for kind, text in parts]
    return "\r\n".join([*lines, *body, f"--{_BOUNDARY}--", ""]).encode()
