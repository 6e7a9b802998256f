"""What each grant asks Google for, and what the user left out."""

from __future__ import annotations

from collections.abc import Collection

from addon.accounts.grant_model import GrantKind
from addon.accounts.scope_model import Scope

IDENTITY = ("openid", "email")
"""Whose consent it is."""


def needed(kind: GrantKind, sheets_scope: str) -> tuple[Scope, ...]:
    """Return the scopes the work of a grant needs; ``sheets_scope`` is the operator's ``SHEETS_SCOPE``."""
    if kind is GrantKind.GMAIL:
        return (Scope.GMAIL_COMPOSE, Scope.GMAIL_READONLY)
    return (Scope.DRIVE_FILE if sheets_scope == "drive.file" else Scope.SPREADSHEETS,)


def missing(wanted: Collection[Scope], granted: Collection[str]) -> tuple[Scope, ...]:
    """Return those of ``wanted`` that the user left unticked."""
    return tuple(scope for scope in wanted if scope not in granted)
