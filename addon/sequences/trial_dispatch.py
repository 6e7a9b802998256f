"""Sends one mail of a plan to its writer: once a minute at most, and with the truth about what became of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from addon.errors import AssistantError, Conflict, Unavailable
from addon.lib.ids import digest
from addon.ports import Clock, Documents, Mailbox, Mime
from addon.sequences.campaign_model import Campaign, Mail
from addon.sequences.mail_model import Letter

AGAIN = timedelta(seconds=60)
"""How long a repeated click on Send me a test sends nothing more."""

_REFUSED = frozenset(
    {"access_expired", "no_access", "no_mailbox", "bad_mail", "rate_limited", "concurrent", "mail_limit"}
)
"""Reasons with which ``send_draft`` says for certain that nothing went; all others leave it open."""


class Trials:
    """Test mails of campaigns. A note in the store, made before the request, keeps a repeated click from a second."""

    def __init__(self, documents: Documents, mime: Mime, clock: Clock) -> None:
        self._documents = documents
        self._mime = mime
        self._clock = clock

    def send(self, mailbox: Mailbox, campaign: Campaign, mail: Mail) -> bool:
        """Send a mail; False if that was done within the last minute.

        Raises what Gmail refused it with, so that the next click tries again, or ``Unavailable`` with reason
        ``test_open`` where nobody knows whether it went: for a minute the next click says so too.
        """
        at = self._clock.now()
        if not self._is_noted(campaign, at):
            return False
        try:
            made = mailbox.create_draft(self._mime.raw(Letter(mail=mail, send_id=_send_id(campaign, at))))
        except AssistantError:
            self._forget(campaign, at)
            raise
        self._ask(mailbox, campaign, made.draft_id, at)
        return True

    def _ask(self, mailbox: Mailbox, campaign: Campaign, draft_id: str, at: datetime) -> None:
        try:
            mailbox.send_draft(draft_id)
        except AssistantError as error:
            if error.reason not in _REFUSED:
                self._write(campaign, {"at": at, "is_open": True})
                raise _unknown() from error
            self._forget(campaign, at)
            with suppress(AssistantError):  # one more draft does no harm, and it is the refusal that is to be told
                mailbox.delete_draft(draft_id)
            raise

    def _is_noted(self, campaign: Campaign, at: datetime) -> bool:
        """Note that a test goes now; False if one went within the last minute, or another click is faster."""
        path = _path(campaign)
        found = self._documents.get(path, campaign.id)
        if found and abs(at - found.data["at"]) < AGAIN:
            if found.data.get("is_open"):
                raise _unknown()
            return False
        try:
            if found:
                self._documents.replace(path, campaign.id, {"at": at}, found.version)
            else:
                self._documents.create(path, campaign.id, {"at": at})
        except Conflict:
            return False
        return True

    def _forget(self, campaign: Campaign, at: datetime) -> None:
        """Take the note back: what was refused for certain may be tried at once."""
        self._write(campaign, {"at": at - AGAIN})

    def _write(self, campaign: Campaign, data: dict[str, object]) -> None:
        found = self._documents.get(_path(campaign), campaign.id)
        if found:
            with suppress(Conflict):  # a click of a minute later has its own note there
                self._documents.replace(_path(campaign), campaign.id, data, found.version)


def _path(campaign: Campaign) -> str:
    return f"tenants/{campaign.tenant}/test_sends"


def _send_id(campaign: Campaign, at: datetime) -> str:
    return digest("test", campaign.tenant, campaign.id, at.isoformat())


def _unknown() -> Unavailable:
    return Unavailable("Gmail did not say whether the test went: look into your inbox first.", reason="test_open")
