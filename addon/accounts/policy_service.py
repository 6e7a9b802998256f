"""What holds for everybody of a tenant who sends: read anew before each mail, so the kill switch holds at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from addon.accounts.model import Caller
from addon.accounts.policy_model import Policy
from addon.accounts.policy_repository import PolicyRepository
from addon.accounts.sending_rules import checked, is_admin
from addon.audit import audit
from addon.errors import Conflict, Rejected
from addon.ports import Clock, Documents

TRIES = 5
"""How often a switch is thrown anew when somebody else decides at the same moment."""


class Policies:
    """The policies of all tenants; ``admins`` are the addresses of ADMIN_EMAILS.

    Changing is ``Rejected`` with reason ``not_admin`` for anybody but an administrator.
    """

    def __init__(self, documents: Documents, clock: Clock, admins: Collection[str] = ()) -> None:
        self._repository = PolicyRepository(documents)
        self._clock = clock
        self._admins = tuple(admins)

    def policy(self, tenant: str) -> Policy:
        """Return the policy as it stands now: one store read, never kept."""
        return self._repository.find(tenant)

    def may_change(self, caller: Caller) -> bool:
        """Whether the caller decides: an administrator, or everybody where ADMIN_EMAILS or the tenant names nobody."""
        return is_admin(caller, self._admins)

    def save(self, caller: Caller, policy: Policy) -> Policy:
        """Store caps, strictness, postal address and company, whatever ``policy`` says of the kill switch.

        ``Invalid`` names the answer to mend. Returns the policy that holds.
        """
        self._demand_admin(caller)
        given = checked(policy)

        def change(known: Policy) -> Policy:
            return replace(given, stopped_at=known.stopped_at, stopped_by=known.stopped_by, version=known.version)

        return self._change(caller, "saved", change)

    def stop(self, caller: Caller) -> Policy:
        """Stop all sending of the tenant, whoever asks; stopped already, it stays as it is."""

        def change(known: Policy) -> Policy:
            if known.stopped_at:
                return known
            return replace(known, stopped_at=self._clock.now(), stopped_by=caller.user)

        return self._change(caller, "stopped", change)

    def go_on(self, caller: Caller) -> Policy:
        """Let the tenant send again."""
        self._demand_admin(caller)
        return self._change(caller, "resumed", lambda known: replace(known, stopped_at=None, stopped_by=""))

    def _demand_admin(self, caller: Caller) -> None:
        if not self.may_change(caller):
            raise Rejected("Only an administrator of this add-on can change this.", reason="not_admin")

    def _change(self, caller: Caller, verb: str, change: Callable[[Policy], Policy]) -> Policy:
        for attempt in range(TRIES):
            known = self._repository.find(caller.tenant)
            made = change(known)
            try:
                if made != known:
                    self._repository.save(caller.tenant, made)
            except Conflict:
                if attempt == TRIES - 1:
                    raise
                continue
            audit(f"accounts:policy:{verb}", tenant=caller.tenant, user=caller.user)
            return self._repository.find(caller.tenant)
        raise AssertionError("unreachable")
