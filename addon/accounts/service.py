"""Who is here, what they sell, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from addon.accounts.answers import check_offer, check_playbook
from addon.accounts.model import Caller, IdealCustomer, Offer, PainPoint, Playbook, Snippet, Tenant, User
from addon.accounts.playbook import with_pain, with_snippet, without_pain, without_snippet
from addon.accounts.repository import AccountRepository
from addon.audit import audit
from addon.lib.cache import Cache
from addon.ports import Clock, Documents


class Accounts:
    """Accounts of all tenants; every method takes a verified caller, or a tenant, and stays in that tenant."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._repository = AccountRepository(documents)
        self._clock = clock
        self._entered: Cache[tuple[str, str], User] = Cache(size=10_000, seconds=3_600)

    def enter(self, caller: Caller) -> User:
        """Return the caller's user; the first authenticated event creates it."""
        return self._entered.get_or_make((caller.tenant, caller.user), lambda: self._enter(caller))

    def _enter(self, caller: Caller) -> User:
        user = self._repository.find_user(caller.tenant, caller.user)
        if user is not None:
            return user
        now = self._clock.now()
        user = User(id=caller.user, tenant=caller.tenant, email=caller.email, created_at=now)
        self._repository.add_user(Tenant(id=caller.tenant, created_at=now), user)
        audit("accounts:user:created", tenant=caller.tenant, user=caller.user)
        return user

    def address(self, tenant: str, user: str) -> str:
        """Return the address of a user of the tenant, or ``""`` where they are not known."""
        known = self._repository.find_user(tenant, user)
        return known.email if known else ""

    def offer(self, tenant: str, user: str) -> Offer:
        """Return what a user sells, with the tenant's playbook; unsigned, it is signed with their address's name."""
        found = self._repository.find_offer(tenant, user) or Offer()
        offer = replace(found, playbook=self.playbook(tenant))
        if offer.signature:
            return offer
        known = self._repository.find_user(tenant, user)
        return replace(offer, signature=_name_of(known.email)) if known else offer

    def save_offer(self, caller: Caller, offer: Offer) -> None:
        """Store what the caller sells; ``Invalid`` names the answer to mend."""
        check_offer(offer)
        self._repository.save_offer(caller.tenant, caller.user, offer)
        audit("accounts:offer:saved", tenant=caller.tenant, user=caller.user)

    def playbook(self, tenant: str) -> Playbook:
        """Return the snippets and problems of the tenant; empty before anybody wrote one."""
        return self._repository.find_playbook(tenant)

    def save_playbook(self, caller: Caller, playbook: Playbook) -> None:
        """Store a whole playbook; ``Invalid`` names the answer to mend."""
        self._change(caller, "replaced", lambda _: playbook)

    def save_snippet(self, caller: Caller, snippet: Snippet, old_key: str = "") -> None:
        """Add a snippet, or put it where the one called ``old_key`` stood."""
        self._change(caller, "snippet_saved", lambda playbook: with_snippet(playbook, snippet, old_key))

    def save_pain(self, caller: Caller, pain: PainPoint, old_key: str = "") -> None:
        """Add a problem, or put it where the one called ``old_key`` stood."""
        self._change(caller, "pain_saved", lambda playbook: with_pain(playbook, pain, old_key))

    def delete_snippet(self, caller: Caller, key: str) -> None:
        """Remove the snippet called ``key``; one that is gone already stays gone."""
        self._change(caller, "snippet_deleted", lambda playbook: without_snippet(playbook, key))

    def delete_pain(self, caller: Caller, key: str) -> None:
        """Remove the problem called ``key``; one that is gone already stays gone."""
        self._change(caller, "pain_deleted", lambda playbook: without_pain(playbook, key))

    def _change(self, caller: Caller, verb: str, change: Callable[[Playbook], Playbook]) -> None:
        def checked(playbook: Playbook) -> Playbook:
            made = change(playbook)
            check_playbook(made)
            return made

        self._repository.change_playbook(caller.tenant, checked)
        audit(f"accounts:playbook:{verb}", tenant=caller.tenant, user=caller.user)

    def ideal(self, tenant: str, tab_id: str) -> IdealCustomer:
        """Return the ideal customer of one tab (``leads.tab_id``); empty before anybody said."""
        return self._repository.find_ideal(tenant, tab_id) or IdealCustomer()

    def save_ideal(self, caller: Caller, tab_id: str, ideal: IdealCustomer) -> None:
        """Store the ideal customer of one tab for everybody in the tenant."""
        self._repository.save_ideal(caller.tenant, tab_id, ideal)
        audit("accounts:ideal:saved", tenant=caller.tenant, user=caller.user)


def _name_of(address: str) -> str:
    words = address.partition("@")[0].replace(".", " ").replace("_", " ").split()
    return " ".join(word.capitalize() for word in words if word.isalpha())
