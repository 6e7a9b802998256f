"""Who must get no mail from a tenant, whoever asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SuppressionReason(StrEnum):
    """Why."""

    LINK = "link"
    """They opened the link below a mail and pressed the button, or their mail program did for them."""
    USER = "user"
    """A user pressed Opt out."""
    WORDS = "words"
    COMPLAINT = "complaint"
    BOUNCE = "bounce"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One person of one tenant: kept as a hash under SUPPRESSION_KEY, so that it outlives the erasure of the address.

    ``by`` is the user's sub, ``""`` for the person themselves; ``send`` the mail whose link it was.
    """

    tenant: str
    key: str
    reason: SuppressionReason
    at: datetime
    by: str = ""
    send: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOutLink:
    """What the link below a mail says: whose it is, by the keyed hash, and which mail it stood in.

    All blank for an inert link, as previews and test mails carry: it shows the page and does nothing.
    """

    tenant: str = ""
    key: str = ""
    send: str = ""

    @property
    def is_inert(self) -> bool:
        """Whether nobody can opt out by it."""
        return not self.key
