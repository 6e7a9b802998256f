"""Google's OAuth in memory: codes a test makes, refresh tokens that can die, and every request counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from addon.accounts.grant_model import Access, ConsentAsk, Consented, GrantKind
from addon.errors import AssistantError, Rejected
from addon.lib.clock import real_now

ALL = object()
HOUR = timedelta(hours=1)


@dataclass
class FakeConsent:
    """Tokens last an hour of ``now``. ``trouble`` is raised by the next requests, one each."""

    now: Callable[[], datetime] = real_now
    ready: set[GrantKind] = field(default_factory=lambda: set(GrantKind))
    trouble: list[AssistantError] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    asks: list[ConsentAsk] = field(default_factory=list)
    revoked: list[str] = field(default_factory=list)
    living: dict[str, tuple[GrantKind, str]] = field(default_factory=dict)
    """Refresh token → whose client and person it is."""
    _codes: dict[str, tuple[ConsentAsk, Consented]] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: count(1))

    def is_ready(self, kind: GrantKind) -> bool:
        return kind in self.ready

    def url(self, ask: ConsentAsk) -> str:
        self.asks.append(ask)
        return f"https://accounts.example/{ask.kind}?state={ask.state}"

    def answer(self, ask: ConsentAsk, sub: str, email: str, scopes: Any = ALL, *, lasts: bool = True) -> str:
        """Consent as a person does; return the code."""
        number = next(self._numbers)
        refresh = f"1//fake-{ask.kind}-{number}" if lasts else ""
        granted = tuple(ask.scopes) if scopes is ALL else tuple(scopes)
        consented = Consented(sub=sub, email=email, scopes=granted, access=self._access(), refresh_token=refresh)
        self._codes[f"4/{number}"] = (ask, consented)
        return f"4/{number}"

    def exchange(self, ask: ConsentAsk, code: str) -> Consented:
        self._begin("exchange")
        asked, consented = self._codes.pop(code, (None, None))
        if asked is None or consented is None or (asked.kind, asked.verifier) != (ask.kind, ask.verifier):
            raise Rejected("Gone.", reason="invalid_grant")
        if consented.refresh_token:
            self.living[consented.refresh_token] = (ask.kind, consented.sub)
        return consented

    def refresh(self, kind: GrantKind, refresh_token: str) -> Access:
        self._begin("refresh")
        if self.living.get(refresh_token, ("", ""))[0] != kind:
            raise Rejected("Gone.", reason="invalid_grant")
        return self._access()

    def revoke(self, kind: GrantKind, token: str) -> None:
        self._begin("revoke")
        self.revoked.append(token)
        self.living.pop(token, None)

    def _begin(self, method: str) -> None:
        self.calls[method] += 1
        if self.trouble:
            raise self.trouble.pop(0)

    def _access(self) -> Access:
        return Access(token=f"ya29.fake-{next(self._numbers)}", expires_at=self.now() + HOUR)
