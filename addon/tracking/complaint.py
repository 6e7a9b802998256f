"""Whether a message is a mailbox provider's report that somebody called a mail spam (ARF, RFC 5965)."""

from __future__ import annotations

import re

from addon.tracking.bounce import original_ids
from addon.tracking.bounce_notice import returned
from addon.tracking.bounce_words import ADDRESS
from addon.tracking.inbound_model import Complaint, Inbound

MOST_RECIPIENTS = 20

_NO_COMPLAINT = frozenset({"auth-failure", "not-spam", "dmarc"})
"""Reports that a signature failed, or that a mail was none of it (RFC 6591, RFC 6430): nobody complained."""

_TYPE = re.compile(r"(?im)^[ \t]*feedback-type[ \t]*:[ \t]*([\w-]+)")
_RECIPIENT = re.compile(r"(?im)^[ \t]*(?:original-rcpt-to|removal-recipient|redacted-address)[ \t]*:[ \t]*(.{1,500})")
_ADDRESSED = re.compile(r"(?im)^(?:x-hmxmroriginalrecipient|delivered-to|to):(.{1,1000}(?:\n[ \t].{0,1000}){0,20})")


def complaint(mail: Inbound) -> Complaint | None:
    """Return whom a feedback report names and which mail it is about, None for any other message. Never raises.

    Reports without the machine's part (Microsoft's JMRP) are told by the header it puts into the mail it returns.
    """
    report = "\n".join(part.text for part in mail.parts if part.kind == "message/feedback-report")
    original = returned(mail).lstrip("\n").partition("\n\n")[0]
    if not report and mail.kind == "multipart/report":
        report = next((part.text for part in mail.parts if _TYPE.search(part.text[:2_000])), "")
    kind = _TYPE.search(report)
    if (kind and kind[1].lower() in _NO_COMPLAINT) or not (report or "x-hmxmroriginalrecipient:" in original.lower()):
        return None
    named = _addresses(_RECIPIENT, report) or _addresses(_ADDRESSED, original)
    return Complaint(recipients=named, original_ids=original_ids(mail))


def _addresses(field: re.Pattern[str], source: str) -> tuple[str, ...]:
    values = field.findall(source[:50_000])
    found = [match[0].strip(".'").lower() for value in values for match in ADDRESS.finditer(value)]
    return tuple(dict.fromkeys(found))[:MOST_RECIPIENTS]
