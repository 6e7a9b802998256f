"""The rules of sending as one document of the tenant."""

from __future__ import annotations

from dataclasses import asdict

from addon.accounts.policy_model import Policy
from addon.ports import Documents

DEFAULT = "default"
"""The one policy of a tenant."""


class PolicyRepository:
    """Reads and writes policies."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str) -> Policy:
        """Return the policy; the defaults, without a version, before anybody decided."""
        found = self._documents.get(_path(tenant), DEFAULT)
        if found is None:
            return Policy()
        known = {name: found.data[name] for name in asdict(Policy()) if name in found.data}
        return Policy(**known | {"version": found.version})

    def save(self, tenant: str, policy: Policy) -> None:
        """Store the policy that was read, changed; ``Conflict`` if somebody else decided meanwhile."""
        data = {name: value for name, value in asdict(policy).items() if name != "version"}
        if policy.version:
            self._documents.replace(_path(tenant), DEFAULT, data, policy.version)
        else:
            self._documents.create(_path(tenant), DEFAULT, data)


def _path(tenant: str) -> str:
    return f"tenants/{tenant}/policies"
