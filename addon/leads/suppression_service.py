"""Who must get no mail from a tenant: added for ever, asked before every mail, and the link people opt out by."""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Callable, Iterable

from addon.audit import audit
from addon.errors import AssistantError, Unavailable
from addon.leads.suppression_model import OptOutLink, Suppression, SuppressionReason
from addon.leads.suppression_repository import SuppressionRepository
from addon.lib.signing import Signer
from addon.ports import Clock, Documents

_LOG = logging.getLogger(__name__)

PURPOSE = "opt-out"
"""What the token of a link is good for."""

OnOptOut = Callable[[str, str, str], None]
"""Is told of everybody who opts out by a link: tenant, the person's key, the id of the send (``""`` if unknown)."""


class Suppressions:
    """The suppressed people of all tenants. A *person* is ``addon.leads.person.person`` of an address.

    Kept is an HMAC-SHA256 of the person under SUPPRESSION_KEY, so that an opt-out outlives the erasure of the address
    and no store dump tells who it is. There is no way back: nothing here forgets. Every method but those of links
    raises ``Unavailable`` with reason ``suppression_key`` where the store was used with another key: the answers would
    be "not suppressed" for everybody.
    """

    def __init__(self, documents: Documents, clock: Clock, key: str) -> None:
        if not key:
            raise ValueError("suppressions need a key")
        self._repository = SuppressionRepository(documents)
        self._clock = clock
        self._key = key.encode()
        self._signer = Signer((key,))
        self._is_checked = False
        self.on_opt_out: OnOptOut = lambda *_: None
        """Set once by who ends what runs for a person; may be called again for one who opted out before."""

    def check_key(self) -> None:
        """Return if the store's suppressions were made with this key; one read in the life of a process."""
        if self._is_checked:
            return
        own = self._mac("fingerprint")[:32]
        if not hmac.compare_digest(self._repository.fingerprint(own), own):
            raise Unavailable(
                "SUPPRESSION_KEY is not the key under which this store keeps its opt-outs, so nothing may be sent. "
                "Put the former key back.",
                reason="suppression_key",
            )
        self._is_checked = True

    def key_of(self, tenant: str, person: str) -> str:
        """Return the 64 hex characters that stand for a person of a tenant."""
        return self._mac("person", tenant, person)

    def add(self, tenant: str, person: str, reason: SuppressionReason, by: str = "", send: str = "") -> bool:
        """Suppress a person for ever; False where they were already, whose reason and day stay as they are."""
        return self._add(tenant, self.key_of(tenant, person), reason, by, send)

    def is_suppressed(self, tenant: str, person: str) -> bool:
        """Whether a person must get no mail; one call to the store."""
        return person in self.suppressed(tenant, (person,))

    def suppressed(self, tenant: str, persons: Iterable[str]) -> set[str]:
        """Return those of ``persons`` who must get no mail; one call to the store for any number."""
        self.check_key()
        by_key = {self.key_of(tenant, person): person for person in persons}
        return {by_key[key] for key in self._repository.known(tenant, list(by_key))}

    # --- the link below a mail ---
    def opt_out_token(self, tenant: str, person: str, send: str = "") -> str:
        """Return the token of ``/u/<token>``; it never expires and holds no address."""
        return self._signer.sign(PURPOSE, f"{tenant} {self.key_of(tenant, person)} {send}", None)

    def inert_token(self) -> str:
        """Return a token for a preview or a test mail, by which nobody opts out."""
        return self._signer.sign(PURPOSE, "", None)

    def read_token(self, token: str) -> OptOutLink:
        """Return what a token says; ``Rejected`` with reason ``bad_token`` for one that is not ours. No call."""
        payload = self._signer.read(PURPOSE, token)
        if not payload:
            return OptOutLink()
        tenant, key, send = payload.rsplit(" ", 2)
        return OptOutLink(tenant=tenant, key=key, send=send)

    def opt_out(self, token: str) -> OptOutLink:
        """Suppress the person of a link and have everything that runs for them ended; as often as asked.

        An inert link changes nothing. When it returns, the person is suppressed, whatever became of ``on_opt_out``:
        the gate asks before every mail.
        """
        link = self.read_token(token)
        if link.is_inert:
            return link
        self._add(link.tenant, link.key, SuppressionReason.LINK, "", link.send)
        try:
            self.on_opt_out(link.tenant, link.key, link.send)
        except AssistantError as error:
            _LOG.warning("leads.opt_out_not_passed_on", extra={"line": {"reason": error.reason}})
        return link

    def _add(self, tenant: str, key: str, reason: SuppressionReason, by: str, send: str) -> bool:
        self.check_key()
        found = Suppression(tenant=tenant, key=key, reason=reason, at=self._clock.now(), by=by, send=send)
        is_new = self._repository.add(found)
        if is_new:
            audit("leads:suppression:added", tenant=tenant, user=by, reason=str(reason), send=send)
        return is_new

    def _mac(self, *parts: str) -> str:
        """Return 64 hex characters that depend on every part and on where one ends."""
        mac = hmac.new(self._key, digestmod=hashlib.sha256)
        for part in parts:
            encoded = part.encode("utf-8", "surrogatepass")
            mac.update(len(encoded).to_bytes(8, "big") + encoded)
        return mac.hexdigest()
