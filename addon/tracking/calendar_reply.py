"""What a calendar says: an invitation answered, or a new one, by RFC 5546."""

from __future__ import annotations

import re

from addon.tracking.inbound_model import Inbound, Part

_FOLD = re.compile(r"\n[ \t]")
_METHOD = re.compile(r"(?im)^METHOD[^:\n]*:[ \t]*([A-Z-]+)")
_ATTENDANCE = re.compile(r'(?im)^ATTENDEE[^\n]*?;PARTSTAT="?([A-Z-]+)')
_STATUS = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}
_MOST = 200_000


def calendar_answer(mail: Inbound) -> str:
    """Return what a text/calendar part does, ``""`` without one that speaks to us.

    ``accepted`` ``declined`` ``tentative`` (METHOD:REPLY, by its attendee's PARTSTAT; ``""`` where that says none of
    them), ``counter`` (another time proposed), ``request`` (they invite us).
    """
    return next((answer for part in mail.parts if part.kind == "text/calendar" and (answer := _answer(part))), "")


def _answer(part: Part) -> str:
    text = _FOLD.sub("", part.text[:_MOST].replace("\r\n", "\n").replace("\r", "\n"))
    stated = _METHOD.search(text)
    method = (stated[1] if stated else part.parameter("method")).strip().upper()
    if method == "REPLY":
        attends = _ATTENDANCE.search(text)
        return _STATUS.get(attends[1].upper(), "") if attends else ""
    return {"COUNTER": "counter", "REQUEST": "request"}.get(method, "")
