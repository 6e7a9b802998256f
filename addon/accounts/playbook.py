"""Changes one entry of a playbook and leaves the others, which colleagues may be writing, in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from addon.accounts.model import PainPoint, Playbook, Snippet

Entry = TypeVar("Entry", bound=Snippet | PainPoint)


def with_snippet(playbook: Playbook, snippet: Snippet, old_key: str = "") -> Playbook:
    """Return the playbook with a snippet in the place of the one called ``old_key``, else at the end."""
    return replace(playbook, snippets=_with(playbook.snippets, snippet, old_key))


def with_pain(playbook: Playbook, pain: PainPoint, old_key: str = "") -> Playbook:
    """Return the playbook with a problem in the place of the one called ``old_key``, else at the end."""
    return replace(playbook, pains=_with(playbook.pains, pain, old_key))


def without_snippet(playbook: Playbook, key: str) -> Playbook:
    """Return the playbook without the snippet called ``key``."""
    return replace(playbook, snippets=tuple(one for one in playbook.snippets if one.key != key))


def without_pain(playbook: Playbook, key: str) -> Playbook:
    """Return the playbook without the problem called ``key``."""
    return replace(playbook, pains=tuple(one for one in playbook.pains if one.key != key))


def _with(entries: tuple[Entry, ...], entry: Entry, old_key: str) -> tuple[Entry, ...]:
    if entry in entries:
        return entries  # the same click again
    if any(one.key == old_key for one in entries):
        return tuple(entry if one.key == old_key else one for one in entries)
    return (*entries, entry)
