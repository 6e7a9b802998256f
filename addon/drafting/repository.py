"""Styles as documents: how each user of a tenant wants drafts."""

from __future__ import annotations

from addon.drafting.model import Style
from addon.errors import Conflict
from addon.ports import Documents


class StyleRepository:
    """Reads and writes the style of one user of a tenant."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, user: str) -> Style:
        """Return the user's style, or one without a wish."""
        found = self._documents.get(_styles(tenant), user)
        if found is None:
            return Style()
        return Style(wish=found.data["wish"], variant=found.data["variant"], approved=found.data["approved"])

    def save(self, tenant: str, user: str, style: Style) -> None:
        """Store the user's style; the last answer wins."""
        data = {"wish": style.wish, "variant": style.variant, "approved": style.approved}
        while True:
            found = self._documents.get(_styles(tenant), user)
            try:
                if found is None:
                    self._documents.create(_styles(tenant), user, data)
                else:
                    self._documents.replace(_styles(tenant), user, data, found.version)
            except Conflict:
                continue
            return


def _styles(tenant: str) -> str:
    return f"tenants/{tenant}/styles"
