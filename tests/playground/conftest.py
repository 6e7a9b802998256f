"""A playground without its own server, a deployment resource, and an add-on that answers what it is told."""

from __future__ import annotations

import json

import pytest

from playground import deployment as deployments
from playground import world as worlds
from playground.app import create_app
from tests.playground import fake_addon

SCOPES = [f"https://www.googleapis.com/auth/{name}" for name in ("drive.file", "userinfo.email", "script.locale")]
HOST = deployments.PLACEHOLDER
RESOURCE = {
    "oauthScopes": SCOPES,
    "addOns": {
        "common": {
            "name": "Sales Assistant",
            "logoUrl": f"{HOST}/static/logo.png",
            "useLocaleFromApp": True,
            "homepageTrigger": {"runFunction": f"{HOST}/addon/home"},
            "universalActions": [
                {"label": "Settings", "runFunction": f"{HOST}/addon/settings"},
                {"label": "Help", "openLink": f"{HOST}/help"},
            ],
            "openLinkUrlPrefixes": [f"{HOST}/", "https://docs.google.com/"],
        },
        "sheets": {
            "homepageTrigger": {"runFunction": f"{HOST}/addon/sheets/home"},
            "onFileScopeGrantedTrigger": {"runFunction": f"{HOST}/addon/sheets/granted"},
        },
        "httpOptions": {"authorizationHeader": "SYSTEM_ID_TOKEN", "granularOauthPermissionSupport": "OPT_IN"},
    },
}


@pytest.fixture
def addon():
    with fake_addon.serving() as served:
        yield served


@pytest.fixture(scope="session")
def key_folder(tmp_path_factory):
    """One RSA key for all tests: making one takes a tenth of a second."""
    return tmp_path_factory.mktemp("keys")


@pytest.fixture
def deployment_path(tmp_path):
    path = tmp_path / "deployment.json"
    path.write_text(json.dumps(RESOURCE), "utf-8")
    return path


@pytest.fixture
def world(addon, deployment_path, key_folder, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "keys").symlink_to(key_folder)
    return worlds.create(addon=addon.url, data=data, clock_file=tmp_path / "clock", deployment=deployment_path)


@pytest.fixture
def client(world):
    return create_app(world).test_client()
