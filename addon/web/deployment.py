"""The deployment resource Google holds of us, rendered for the address we run at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from addon.errors import Invalid
from addon.faults import is_loopback

FILE_NAME = "deployment.json"
PLACEHOLDER = "https://sales-assistant.example"
"""The host in ``deployment.json`` as it lies."""

DRIVE_FILE = "https://www.googleapis.com/auth/drive.file"
USER_EMAIL = "https://www.googleapis.com/auth/userinfo.email"
LOCALE = "https://www.googleapis.com/auth/script.locale"

SCOPES = (DRIVE_FILE, USER_EMAIL, LOCALE)
"""All the add-on asks its users for: the files they allow, who they are, their language and time zone."""


def render(resource: Mapping[str, Any], base_url: str) -> dict[str, Any]:
    """Return the resource with every address under ``base_url``; ``Invalid`` if Google could not call that.

    http is taken for this machine only, where the playground plays Google.
    """
    base_url = base_url.rstrip("/")
    url = urlsplit(base_url)
    is_http_here = url.scheme == "http" and is_loopback(base_url)
    if not url.hostname or not (url.scheme == "https" or is_http_here) or url.path or url.query or url.fragment:
        raise Invalid("The address must be https, without a path: https://assistant.example.com.", field="base_url")
    rendered: dict[str, Any] = _moved(resource, base_url)
    return rendered


def _moved(value: Any, base_url: str) -> Any:
    if isinstance(value, Mapping):
        return {key: _moved(inner, base_url) for key, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, base_url) for inner in value]
    if isinstance(value, str) and value.startswith(f"{PLACEHOLDER}/"):
        return base_url + value[len(PLACEHOLDER) :]
    return value
