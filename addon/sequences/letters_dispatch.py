"""Makes every mail of a recipe for a row, with the sender, the policy and the links of this moment."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from addon.accounts.grant_model import GrantKind
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller, Offer
from addon.accounts.policy_model import Policy
from addon.accounts.policy_service import Policies
from addon.accounts.sender_model import Sender
from addon.accounts.sender_service import Senders
from addon.accounts.service import Accounts
from addon.drafting.service import Drafting
from addon.errors import Rejected
from addon.leads.standing_model import RowNow
from addon.leads.suppression_service import Suppressions
from addon.sequences.approval import approve
from addon.sequences.campaign_model import Approved, Mail
from addon.sequences.compose import Recipient, Voice, columns_of, compose
from addon.sequences.links import opt_out_url
from addon.sequences.recipe_model import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDoors:
    """What mails are made with."""

    accounts: Accounts
    drafting: Drafting
    grants: Grants
    senders: Senders
    policies: Policies
    suppressions: Suppressions
    base_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One user's voice at this moment. ``is_sender_right`` is False where the chosen address may not be used."""

    voice: Voice
    offer: Offer
    policy: Policy
    has_grant: bool
    has_sheet_grant: bool
    is_sender_right: bool


class Letters:
    """Makes mails for rows."""

    def __init__(self, doors: LetterDoors) -> None:
        self._doors = doors

    def desk(self, caller: Caller) -> Desk:
        """Return who writes; without a grant mails are made for the eyes only, as from the caller's own address."""
        doors = self._doors
        policy = doors.policies.policy(caller.tenant)
        offer = doors.accounts.offer(caller.tenant, caller.user)
        sender, is_right = self._sender(caller)
        return Desk(
            voice=Voice(sender=sender, policy=policy, signature=offer.signature),
            offer=offer,
            policy=policy,
            has_grant=self._has(caller, GrantKind.GMAIL),
            has_sheet_grant=self._has(caller, GrantKind.SHEETS),
            is_sender_right=is_right,
        )

    def _sender(self, caller: Caller) -> tuple[Sender, bool]:
        own = Sender(mailbox=caller.email, address=caller.email)
        try:
            return self._doors.senders.sender(caller.tenant, caller.user), True
        except Rejected as refused:
            return own, refused.reason != "sender_gone"

    def _has(self, caller: Caller, kind: GrantKind) -> bool:
        try:
            self._doors.grants.living(caller.tenant, caller.user, kind)
        except Rejected:
            return False
        return True

    def made(
        self,
        caller: Caller,
        desk: Desk,
        recipe: Recipe,
        row: RowNow,
        subject: str = "",
        settled: Collection[str] = (),
    ) -> tuple[Approved, ...]:
        """Return the mails of a row in step order; ``Invalid`` names the row and what its mails lack.

        ``subject`` is that of a first mail that is out; of ``settled`` steps nothing is made, whatever their cells say.
        """
        doors = self._doors
        token = doors.suppressions.opt_out_token(caller.tenant, row.person)
        to = Recipient(
            lead=row.lead,
            email=row.email,
            cells=row.cells,
            language=doors.drafting.language(row.lead, desk.offer),
            subject=subject,
        )
        url = opt_out_url(doors.base_url, token)
        mails = (
            (compose(step, number, to, desk.voice, url), step, number)
            for number, step in enumerate(recipe.steps, 1)
            if step.id not in settled
        )
        return tuple(
            approve(mail, columns_of(step, number), row.cells, desk.policy, step.after_days)
            for mail, step, number in mails
        )

    def inert(self, tenant: str, address: Callable[[], str], mail: Mail) -> Mail:
        """Return a mail whose opt-out link does nothing, for previews and tests; ``address`` is the person's."""
        doors = self._doors
        real = opt_out_url(doors.base_url, doors.suppressions.opt_out_token(tenant, address()))
        dead = opt_out_url(doors.base_url, doors.suppressions.inert_token())
        headers = {name: value.replace(real, dead) for name, value in mail.headers.items()}
        return replace(mail, text=mail.text.replace(real, dead), html=mail.html.replace(real, dead), headers=headers)
