"""Who is here, what they sell, and to whom."""

from __future__ import annotations

from dataclasses import replace

from addon.accounts.answers import check_offer
from addon.accounts.model import Caller, IdealCustomer, Offer, Tenant, User
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

    def offer(self, tenant: str, user: str) -> Offer:
        """Return what a user sells; before they said, an offer signed with their address's name."""
        offer = self._repository.find_offer(tenant, user) or Offer()
        if offer.signature:
            return offer
        known = self._repository.find_user(tenant, user)
        return replace(offer, signature=_name_of(known.email)) if known else offer

    def save_offer(self, caller: Caller, offer: Offer) -> None:
        """Store what the caller sells; ``Invalid`` names the answer to mend."""
        check_offer(offer)
        self._repository.save_offer(caller.tenant, caller.user, offer)
        audit("accounts:offer:saved", tenant=caller.tenant, user=caller.user)

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
