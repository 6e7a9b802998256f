"""The BounceScanner port keeps its promise: addresses or nothing, and never an error."""

from __future__ import annotations

import logging

import pytest

from addon.adapters.flufl_bounce import FluflBounceScanner
from addon.ports import BounceScanner

QMAIL = b"""From: MAILER-DAEMON@mx.example.org
Subject: failure notice

Hi. This is the qmail-send program at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<lead@example.com>:
Sorry, no mailbox here by that name.
"""


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_notice_gives_its_addresses(end: bytes) -> None:
    scanner: BounceScanner = FluflBounceScanner()
    assert scanner.scan(QMAIL.replace(b"\n", end)) == (frozenset(), frozenset({"lead@example.com"}))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\0",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=e\n\nnothing",
        b"Content-Type: multipart/report; boundary=e\n\n--e\nContent-Type: message/delivery-status\n\nx",
        b"Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n<a@b.c>: no\xff",
    ],
)
def test_what_it_cannot_read_is_nothing(raw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    assert FluflBounceScanner().scan(raw) == (frozenset(), frozenset())
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
