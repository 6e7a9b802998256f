"""Which of Google's scopes a user was asked for in the sidebar: once, because asking again after a No would not end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addon.accounts.model import Caller
from addon.accounts.scope_model import Scope
from addon.audit import audit
from addon.lib.cache import Cache
from addon.ports import Documents

KEPT_SECONDS = 3_600
"""How long a process remembers that nothing was asked: one store read a user and hour."""


@dataclass(frozen=True, slots=True)
class _Asked:
    scopes: frozenset[str] = frozenset()
    key: str = ""


class ScopeAsks:
    """What was asked, of all tenants. Google repeats a request once the user has answered."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._asked: Cache[tuple[str, str], _Asked] = Cache(size=10_000, seconds=KEPT_SECONDS)

    def may_ask(self, caller: Caller, scopes: Sequence[Scope], key: str = "") -> bool:
        """Whether to ask now, which is noted: not if all of ``scopes`` were asked for already.

        With a ``key``, that of a button "ask again", they are asked for once more for each new one.
        """
        known = self._read(caller)
        if known.scopes.issuperset(scopes) and (not key or key == known.key):
            return False
        self._write(caller, _Asked(known.scopes | frozenset(map(str, scopes)), key or known.key))
        audit("accounts:scopes:asked", tenant=caller.tenant, user=caller.user)
        return True

    def forget(self, caller: Caller) -> None:
        """Take note that the user has given what was asked for: when they take it back, they are asked again."""
        known = self._asked.get_or_make((caller.tenant, caller.user), lambda: self._read(caller))
        if known.scopes:
            self._documents.delete(_path(caller), caller.user)
            self._asked.put((caller.tenant, caller.user), _Asked())

    def _read(self, caller: Caller) -> _Asked:
        found = self._documents.get(_path(caller), caller.user)
        return _Asked(frozenset(found.data["scopes"]), found.data["key"]) if found else _Asked()

    def _write(self, caller: Caller, asked: _Asked) -> None:
        data = {"scopes": sorted(asked.scopes), "key": asked.key}
        found = self._documents.get(_path(caller), caller.user)
        if found is None:
            self._documents.create(_path(caller), caller.user, data)
        else:
            self._documents.replace(_path(caller), caller.user, data, found.version)
        self._asked.put((caller.tenant, caller.user), asked)


def _path(caller: Caller) -> str:
    return f"tenants/{caller.tenant}/scope_asks"
