"""deployment.json lists only what is built, and all of it leads somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addon.app import create_app
from addon.errors import Invalid
from addon.web.deployment import PLACEHOLDER, SCOPES, render
from tests.fakes import configuration as configurations

ROOT = Path(__file__).resolve().parents[2]
RESOURCE: dict[str, Any] = json.loads((ROOT / "deployment.json").read_text(encoding="utf-8"))


def urls(value: Any, keys: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str):
                yield inner
            yield from urls(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from urls(inner, keys)


def rules(tmp_path: Path) -> dict[str, set[str]]:
    app = create_app(configurations.laptop(tmp_path))
    return {rule.rule: set(rule.methods or ()) for rule in app.url_map.iter_rules()}


def test_every_trigger_has_a_route_and_every_route_of_a_trigger_is_listed(tmp_path: Path) -> None:
    listed = {url.removeprefix(PLACEHOLDER) for url in urls(RESOURCE, ("runFunction", "onTriggerFunction"))}
    built = {rule for rule, methods in rules(tmp_path).items() if rule.startswith("/addon/") and "<" not in rule}
    assert listed == built
    assert all("POST" in rules(tmp_path)[path] for path in listed)


def test_every_page_and_picture_is_there(tmp_path: Path) -> None:
    client = create_app(configurations.laptop(tmp_path)).test_client()
    for url in urls(RESOURCE, ("openLink", "logoUrl")):
        with client.get(url.removeprefix(PLACEHOLDER)) as response:
            assert response.status_code == 200


def test_scopes_come_from_the_code() -> None:
    assert tuple(RESOURCE["oauthScopes"]) == SCOPES


def test_links_may_lead_to_us() -> None:
    assert f"{PLACEHOLDER}/" in RESOURCE["addOns"]["common"]["openLinkUrlPrefixes"]


def test_consent_is_granular_and_the_system_token_is_sent() -> None:
    options = RESOURCE["addOns"]["httpOptions"]
    assert options == {"authorizationHeader": "SYSTEM_ID_TOKEN", "granularOauthPermissionSupport": "OPT_IN"}
    assert RESOURCE["addOns"]["common"]["useLocaleFromApp"] is True


@pytest.mark.parametrize("base_url", ["https://a.example.com", "https://a.example.com/", "http://localhost:8080"])
def test_rendering_moves_every_address_and_nothing_else(base_url: str) -> None:
    rendered = json.dumps(render(RESOURCE, base_url))
    assert PLACEHOLDER not in rendered
    assert rendered.replace(base_url.rstrip("/"), PLACEHOLDER) == json.dumps(RESOURCE)


@pytest.mark.parametrize(
    "base_url", ["", "http://a.example.com", "a.example.com", "https://a.example.com/x", "https://"]
)
def test_an_address_google_cannot_call_is_refused(base_url: str) -> None:
    with pytest.raises(Invalid):
        render(RESOURCE, base_url)
