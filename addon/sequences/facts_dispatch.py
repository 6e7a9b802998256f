"""Reads, fresh, what the gate must know of one mail; the sheet's cells once a turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from addon.accounts.grant_model import GrantKind, GrantState
from addon.accounts.grant_service import Grants
from addon.accounts.policy_model import Policy
from addon.accounts.policy_service import Policies
from addon.accounts.sending_as import usable
from addon.errors import Rejected, Unavailable
from addon.leads.service import Leads
from addon.leads.standing_model import RowNow
from addon.leads.suppression_service import Suppressions
from addon.lib.address import normalise
from addon.ports import Clock
from addon.sequences.advance import clock_place
from addon.sequences.approval import digest_of, footer_digest, is_edited
from addon.sequences.campaign_model import Approved, Campaign, Enrollment, Source
from addon.sequences.claims_dispatch import colleagues_of, holder_of
from addon.sequences.desk_dispatch import Desk, later
from addon.sequences.gate_model import Facts
from addon.sequences.listen_dispatch import SOON
from addon.sequences.ramp import DAY, cap_today, left
from addon.sequences.schedule import opening

Rows = Mapping[str, RowNow] | None
"""Rows of a tab by Lead ID; None where they cannot be read for want of a grant."""

_FILE_GONE = ("not_found", "no_access", "tab_gone")
"""What Google says of one file or tab: its rows are gone, and other files are none the worse for it."""

LOOKED_AHEAD = 50
"""Due mails of a mailbox whose rows are read together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDoors:
    """Where facts come from."""

    grants: Grants
    policies: Policies
    suppressions: Suppressions
    leads: Leads
    clock: Clock


class FactsReader:
    """Reads facts for one turn of one mailbox; make a fresh one for the next turn."""

    def __init__(self, doors: FactDoors) -> None:
        self._doors = doors
        self._sheets: dict[Source, Rows] = {}
        self._asked: dict[Source, set[str]] = {}
        self._silent: dict[Source, Unavailable] = {}
        self._aliases: frozenset[str] | None = None

    def read(self, desk: Desk, one: Enrollment, campaign: Campaign, *, is_drafting: bool) -> Facts:
        """Return everything about an enrollment's next mail but its thread; ``Unavailable`` if a sheet is for now."""
        doors, now = self._doors, self._doors.clock.now()
        policy = doors.policies.policy(one.tenant)
        grant = doors.grants.find(one.tenant, one.mailbox, GrantKind.GMAIL)
        has_grant = grant is not None and grant.state is GrantState.LIVE
        free, free_at = left(desk.record, cap_today(policy, 0, desk.record), now)
        rows = self._rows(desk, one, campaign)
        row = rows.get(one.lead_id) if rows else None
        approved = one.mail(one.step_id)
        facts = Facts(
            is_stopped=policy.stopped_at is not None,
            is_suppressed=doors.suppressions.is_suppressed(one.tenant, normalise(one.to) or one.to),
            enrollment=str(one.state),
            campaign=str(campaign.state),
            away_until=one.away_until,
            holder=holder_of(desk.store, desk.sends, one),
            colleagues=colleagues_of(desk.store, one) if not one.sent else 0,
            company_limit=policy.people_per_company,
            is_row_gone=campaign.checks_sheet and rows is not None and row is None,
            is_row_changed=row is not None and row.is_changed,
            is_edited=row is not None and approved is not None and is_edited(approved, row.cells),
            is_footer_changed=approved is not None and _is_footer_changed(approved, policy),
            is_approved=bool(campaign.approval) and (approved is None or _is_as_approved(approved)),
            has_postal_address=bool(policy.postal_address),
            is_sender_right=grant is None or grant.account == (campaign.account or grant.account),
            has_grant=has_grant,
            needs_sheet_grant=campaign.checks_sheet and rows is None,
            paused_until=desk.record.paused_until,
            left_today=free,
            cap_until=free_at,
            campaign_full_until=self._full_until(desk, campaign, policy),
            opening=opening(now, clock_place(one, campaign), campaign.recipe.window),
            next_send_at=desk.record.next_send_at,
            is_drafting=is_drafting,
        )
        is_alias = approved is not None and grant is not None and not _is_same(approved.mail.sender, grant.account)
        return self._with_alias(desk, facts, approved.mail.sender) if approved and is_alias and has_grant else facts

    def _with_alias(self, desk: Desk, facts: Facts, sender: str) -> Facts:
        """Return the facts with whether Gmail still lets mail leave as ``sender``, which is not the mailbox's own.

        One request a turn. Gmail would not refuse such a mail: it would send it from another address.
        """
        try:
            if self._aliases is None:
                known = usable(desk.ask(lambda mailbox: mailbox.aliases()))
                self._aliases = frozenset(alias.address.casefold() for alias in known)
        except Unavailable as error:
            return replace(facts, paused_until=later(error, desk.now(), SOON))
        except Rejected:
            return replace(facts, has_grant=False)
        return replace(facts, is_sender_right=facts.is_sender_right and sender.casefold() in self._aliases)

    def _full_until(self, desk: Desk, campaign: Campaign, policy: Policy) -> datetime | None:
        """Return when a campaign may send again that has a lower cap of its own and has used it up."""
        cap, now = campaign.recipe.daily_cap, self._doors.clock.now()
        if not 0 < cap < cap_today(policy, 0, desk.record):
            return None
        asked = desk.sends.asked_since(desk.tenant, campaign.id, now - DAY, cap)
        return asked[0] + DAY if len(asked) >= cap else None

    def _rows(self, desk: Desk, one: Enrollment, campaign: Campaign) -> Rows:
        """Return the rows of a campaign's tab as they stood when this turn first asked; one call a tab."""
        if not campaign.checks_sheet:
            return {}
        source = campaign.source
        if source in self._silent:
            raise self._silent[source]  # not asked again in this turn
        if source not in self._sheets:
            self._sheets[source] = self._read_rows(desk, campaign, one)
        rows = self._sheets[source]
        if rows is not None and one.lead_id not in self._asked[source]:
            del self._sheets[source]
            return self._rows(desk, one, campaign)
        return rows

    def _read_rows(self, desk: Desk, campaign: Campaign, one: Enrollment) -> Rows:
        """Read its row and those of what is due or in doubt, so that the next ones cost no call."""
        source, doors = campaign.source, self._doors
        now = doors.clock.now()
        due = desk.store.due(desk.tenant, desk.user, now, LOOKED_AHEAD)
        doubtful = [send.enrollment for send in desk.sends.in_doubt(desk.tenant, desk.user, now)]
        known = [one, *due, *desk.store.many(desk.tenant, doubtful).values()]
        ids = {other.lead_id for other in known if other.campaign == campaign.id}
        self._asked[source] = ids

        def read(token: str) -> Rows:
            return doors.leads.rows_now(desk.tenant, source.spreadsheet_id, source.sheet_id, token, ids)

        try:
            return doors.grants.using(desk.tenant, desk.user, GrantKind.SHEETS, read)
        except Rejected as error:
            return {} if error.reason in _FILE_GONE else None
        except Unavailable as error:
            self._silent[source] = error
            raise


def _is_as_approved(approved: Approved) -> bool:
    """Whether a mail is byte for byte what Confirm was shown (DESIGN 5.3)."""
    return digest_of(approved.mail) == approved.digest


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _is_footer_changed(approved: Approved, policy: Policy) -> bool:
    """Whether a mail has another footer than it would get now; without a postal address it would get none at all."""
    return bool(policy.postal_address) and approved.footer != footer_digest(policy)
