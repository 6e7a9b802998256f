"""Posts to the add-on as Google does, or as somebody who would like to be Google."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import requests

from playground import events
from playground.cast import ADDON_CLIENT_ID, ADDON_SERVICE_ACCOUNT, CAST
from tests.flow.wire import Wire

Json = dict[str, Any]


def event(wire: Wire, file: str, user: str = "ana", parameters: Mapping[str, str] | None = None) -> Json:
    """Return a true event of a click of a person who has allowed the file."""
    scopes = wire.world.platform.deployment.scopes
    return events.build(
        deployment=wire.world.platform.deployment,
        host="SHEETS",
        user=CAST[user],
        granted=scopes,
        tokens=events.Tokens(
            system="",
            user_oauth=wire.world.access.mint(user, ADDON_CLIENT_ID, scopes),
            user_id=wire.world.keys.user_token(CAST[user]),
        ),
        context=events.sheets_part(events.OpenFile(id=file, title="Leads", is_granted=True)),
        now=datetime.now(UTC),
        click=events.Click(parameters=dict(parameters or {}), typed={}),
    )


def system_token(wire: Wire, path: str) -> str:
    return wire.world.keys.service_token(ADDON_SERVICE_ACCOUNT, wire.addon.origin + path)


def post(wire: Wire, path: str, body: object, token: str | None) -> requests.Response:
    """Post any JSON; text and bytes go as they are."""
    raw = body if isinstance(body, str | bytes) else json.dumps(body)
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    return requests.post(wire.addon.origin + path, data=raw, headers=headers, timeout=60)
