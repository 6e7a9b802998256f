"""The certificates Google signs tokens with, fetched over plain HTTP.

urllib, not requests: this is the one call before the first card, and requests alone costs 40 ms of a cold start.
"""

from __future__ import annotations

import json
import re
import ssl
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from urllib.parse import urlsplit

import certifi

from addon.errors import Unavailable

TIMEOUT_SECONDS = 5.0
MAX_BYTES = 256 * 1024
DEFAULT_LIFETIME_SECONDS = 3600.0
"""Kept this long when Google names no max-age."""

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age=(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Key id → certificate in PEM form, good for ``lifetime_seconds`` from now."""

    by_key_id: Mapping[str, str]
    lifetime_seconds: float


class CertificateSource:
    """Fetches one x509 map (``GOOGLE_CERTS_URL``); makes one connection for each fetch and follows no redirect."""

    def __init__(self, url: str, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._url = url
        self._timeout_seconds = timeout_seconds

    def fetch(self) -> Certificates:
        """Return the certificates of this moment; ``Unavailable`` when they are out of reach or not a map."""
        try:
            with self._opener().open(self._url, timeout=self._timeout_seconds) as answer:
                return _certificates(answer.read(MAX_BYTES), answer.headers)
        except (OSError, HTTPException, ValueError) as error:
            raise Unavailable(
                "Google's certificates are out of reach for the moment.", reason="certificates_unavailable"
            ) from error

    def _opener(self) -> urllib.request.OpenerDirector:
        opener = urllib.request.OpenerDirector()
        opener.add_handler(urllib.request.HTTPDefaultErrorHandler())
        opener.add_handler(urllib.request.HTTPErrorProcessor())
        if urlsplit(self._url).scheme == "http":
            opener.add_handler(urllib.request.HTTPHandler())  # a stand-in on this machine: no proxy, no TLS
            return opener
        trusted = ssl.create_default_context(cafile=certifi.where())
        opener.add_handler(urllib.request.ProxyHandler())
        opener.add_handler(urllib.request.HTTPSHandler(context=trusted))
        return opener


def _certificates(body: bytes, headers: HTTPMessage) -> Certificates:
    found = json.loads(body)
    if not isinstance(found, dict) or not found:
        raise ValueError("not a map of certificates")
    by_key_id = {str(key_id): pem for key_id, pem in found.items() if isinstance(pem, str)}
    max_age = _MAX_AGE.search(headers.get("Cache-Control", ""))
    return Certificates(
        by_key_id=by_key_id, lifetime_seconds=float(max_age[1]) if max_age else DEFAULT_LIFETIME_SECONDS
    )
