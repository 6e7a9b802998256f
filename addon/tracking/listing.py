"""Tells what was sent to many, or by a machine to nobody in particular, from what somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Collection

from addon.tracking.inbound_model import Inbound

LIST_HEADERS = (
    "list-id", "list-unsubscribe", "list-post", "list-owner", "list-archive", "list-help", "list-subscribe",
    "mailing-list", "x-mailing-list", "x-mailinglist", "x-list", "x-list-id", "x-list-unsubscribe", "x-mailman-version",
    "x-listserver", "x-loop-list", "feedback-id", "x-campaign", "x-campaignid", "x-campaign-id", "x-mailer-recptid",
    "x-ebay-mailtracker", "x-csa-complaints", "x-google-group-id", "x-cron-env",
)  # fmt: skip
"""RFC 2369, RFC 2919 and what list servers and mailers used before and beside them."""

_TO_MANY = re.compile(r"(?i)\s*(?:bulk|junk|list)\b")
_SPAM = re.compile(r"(?i)\s*(?:yes|true|spam|junk|bl)")
_SPAM_HEADERS = ("x-spam-flag", "x-spam-status", "x-spam", "x-barracuda-spam-status", "x-barracuda-spam-flag",
                 "x-dspam-result", "x-bogosity", "x-proofpoint-spam", "x-sg-spam")  # fmt: skip
_COMMAND = re.compile(r"(?i)\s*(?:mail(?:x)?|phpmailer\b.*|php/.*|cron|nail|heirloom mailx.*)\s*$")
"""Programs that write mail without a person in front of them."""

_MACHINE = re.compile(
    r"(?:.*[-_.+])?(?:no[-_.]?reply|do[-_.]?not[-_.]?reply)"
    r"|(?:.*[-_+])?(?:bounces?|errors?|request|owner|confirm|m?daemon)"
    r"|(?:root|daemon|nobody|apache|httpd|nginx|www|www-data|www-run|cron|mailer|mailman|majordomo|listserv|listproc|lists?"
    r"|sympa|ezmlm|postmaster|hostmaster|webmaster|abuse|uucp|smtp|server|anonymous|unknown|administrator|admin|sysadmin"
    r"|system|notifications?|alerts?|robot|bot|newsletters?|news|mailings?|support|helpdesk|servicedesk|autoreply|auto-reply|autoresponder)"
    r"|owner-.+"
)
"""Local parts that stand for a machine or a desk, not for a person."""


def is_list(mail: Inbound, leads: Collection[str]) -> bool:
    """Whether nobody wrote this to us: a list's or bulk sender's mail, spam, or a machine's notice.

    ``leads`` are the lower-cased addresses we wrote to: what one of them sends is never a list's. Neither is what
    answers a mail (In-Reply-To, References): a colleague may write by way of a group's address or a help desk.
    """
    if mail.sender.address and mail.sender.address.lower() in {lead.lower() for lead in leads}:
        return False
    if is_answer(mail):
        return False
    return any(asks(mail) for asks in (_has_list_header, _is_to_many, _is_spam, _is_from_machine))


def is_answer(mail: Inbound) -> bool:
    """Whether it names a mail it answers."""
    return bool((mail.header("in-reply-to") or mail.header("references")).strip())


def _has_list_header(mail: Inbound) -> bool:
    return any(mail.header(name).strip() for name in LIST_HEADERS)


def _is_to_many(mail: Inbound) -> bool:
    return any(_TO_MANY.match(mail.header(name)) for name in ("precedence", "x-precedence"))


def _is_spam(mail: Inbound) -> bool:
    return any(_SPAM.match(mail.header(name)) for name in _SPAM_HEADERS)


def _is_from_machine(mail: Inbound) -> bool:
    local = mail.sender.address.lower().partition("@")[0]
    return bool(_COMMAND.match(mail.header("x-mailer"))) or bool(_MACHINE.fullmatch(local[:100]))
