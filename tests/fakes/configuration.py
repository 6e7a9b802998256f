"""Configurations of the laptop's kind and of a server's kind, complete but for what a test bends."""

from __future__ import annotations

from pathlib import Path

from addon.config import Config

BASE_URL = "http://localhost:8080"

KEYS = {
    "SECRET_KEY": "s3cret-key-for-tests-0123456789-abcdefghij",
    "TOKEN_KEYS": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "SUPPRESSION_KEY": "suppression-key-for-tests-0123456789-xyz",
}

SERVER = KEYS | {
    "BASE_URL": "https://assistant.example.com",
    "ADDON_SERVICE_ACCOUNT": "service-1@gcp-sa-gsuiteaddons.iam.gserviceaccount.com",
    "ADDON_CLIENT_ID": "1-abc.apps.googleusercontent.com",
}
"""The least a server needs."""


def laptop(folder: Path, **bent: str) -> Config:
    """Return the playground's configuration, with keys that are not generated."""
    return Config.load({"PLAYGROUND": "1", **KEYS, **bent}, folder)


def server(folder: Path, **bent: str) -> Config:
    """Return a server's configuration."""
    return Config.load({**SERVER, **bent}, folder)
