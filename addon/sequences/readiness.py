"""What must hold for a tenant and a user before any mail of a sequence leaves at a click, a test among them."""

from __future__ import annotations

from addon.accounts.policy_model import Policy
from addon.errors import Invalid


def refuse_unready(policy: Policy, *, has_gmail: bool) -> None:
    """Raise ``Invalid`` naming what is to be mended first: the stop of all sending, the postal address, Gmail."""
    if policy.stopped_at is not None:
        raise Invalid("All sending is stopped. An administrator can let it go on in Settings.", reason="stopped")
    if not policy.postal_address:
        raise Invalid("Write your postal address in Settings first: it stands below every mail.", reason="address")
    if not has_gmail:
        raise Invalid("Connect Gmail first: mails leave from your own mailbox.", reason="not_connected")
