"""Who a user's mails come from: what Gmail says, what the user chose, and whether both still hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from addon.accounts.grant_model import Grant, GrantKind
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from addon.accounts.repository import AccountRepository
from addon.accounts.sender_model import Alias, Sender
from addon.accounts.sender_repository import SenderRepository
from addon.accounts.sending_as import checked, default_sender, held_to
from addon.audit import audit
from addon.errors import Rejected
from addon.lib.cache import Cache
from addon.ports import Clock, Documents, Mailboxes

ALIASES_SECONDS = 600
"""How long a mailbox's addresses are kept: who adds one looks again after that."""

KEPT = 10_000


class Senders:
    """The senders of all tenants.

    Methods raise what ``Grants.access`` and ``Mailbox.aliases`` raise, and ``Rejected`` with reason ``no_mailbox``
    where the server cannot send.
    """

    def __init__(self, documents: Documents, grants: Grants, mailboxes: Mailboxes | None, clock: Clock) -> None:
        self._repository = SenderRepository(documents)
        self._accounts = AccountRepository(documents)
        self._grants = grants
        self._mailboxes = mailboxes
        self._aliases: Cache[tuple[str, str, str], tuple[Alias, ...]] = Cache(
            size=KEPT, seconds=ALIASES_SECONDS, timer=lambda: clock.now().timestamp()
        )

    def sender(self, tenant: str, user: str) -> Sender:
        """Return who the user's mails come from now; ``Rejected`` with reason ``sender_gone`` if that may not be.

        One call to Gmail in ten minutes at most.
        """
        grant = self._grants.living(tenant, user, GrantKind.GMAIL)
        aliases = self._aliases_of(grant)
        chosen = self._repository.find(tenant, user)
        if chosen is not None:
            return held_to(chosen, grant.account, aliases)
        return self._default(grant, aliases)

    def default(self, tenant: str, user: str) -> Sender:
        """Return who the user's mails come from as long as they choose nothing else."""
        grant = self._grants.living(tenant, user, GrantKind.GMAIL)
        return self._default(grant, self._aliases_of(grant))

    def aliases(self, tenant: str, user: str) -> tuple[Alias, ...]:
        """Return the addresses Gmail lets the user send as, the primary one first; kept for ten minutes."""
        return self._aliases_of(self._grants.living(tenant, user, GrantKind.GMAIL))

    def save(self, caller: Caller, sender: Sender) -> Sender:
        """Store who the caller's mails come from, and return it; ``Invalid`` names the answer to mend."""
        grant = self._grants.living(caller.tenant, caller.user, GrantKind.GMAIL)
        self._aliases.drop(_key(grant))
        stored = checked(replace(sender, mailbox=grant.account), self._aliases_of(grant))
        self._repository.save(caller.tenant, caller.user, stored)
        audit("accounts:sender:saved", tenant=caller.tenant, user=caller.user)
        return stored

    def _default(self, grant: Grant, aliases: Sequence[Alias]) -> Sender:
        offer = self._accounts.find_offer(grant.tenant, grant.user)
        return default_sender(grant.account, aliases, offer.signature if offer else "")

    def _aliases_of(self, grant: Grant) -> tuple[Alias, ...]:
        return self._aliases.get_or_make(_key(grant), lambda: self._asked(grant))

    def _asked(self, grant: Grant) -> tuple[Alias, ...]:
        mailboxes = self._mailboxes
        if mailboxes is None:
            raise Rejected("This server cannot send mail.", reason="no_mailbox")
        return self._grants.using(
            grant.tenant, grant.user, GrantKind.GMAIL, lambda token: mailboxes.open(token).aliases()
        )


def _key(grant: Grant) -> tuple[str, str, str]:
    return grant.tenant, grant.user, grant.account
