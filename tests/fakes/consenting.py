"""People who connect without a browser: the button, Google's page and the way back in one call."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from addon.accounts.grant_model import GrantKind, Outcome
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from tests.fakes.consent import FakeConsent


def connect(
    grants: Grants, consent: FakeConsent, caller: Caller, kind: GrantKind = GrantKind.GMAIL, **said: Any
) -> Outcome:
    """Have a person connect; ``said`` bends what they answer."""
    grants.consent_url(kind, token_of(grants.begin(caller, kind)), "cookie")
    ask = consent.asks[-1]
    code = consent.answer(ask, caller.user, caller.email, **said)
    return grants.finish(kind, ask.state, "cookie", code)


def token_of(path: str) -> str:
    """Return the token in the path of a Connect button."""
    return parse_qs(urlsplit(path).query)["token"][0]
