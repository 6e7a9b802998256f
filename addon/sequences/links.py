"""Links and headers by which a recipient opts out (RFC 2369, RFC 8058)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from addon.errors import Invalid

_TOKEN = re.compile(r"[A-Za-z0-9._~-]{1,4096}")
_BASE = re.compile(r"https?://[A-Za-z0-9.\-:\[\]]+(?:/[A-Za-z0-9._~/-]*)?")


def opt_out_url(base_url: str, token: str) -> str:
    """Return the address of the opt-out page for a token, which is inert in previews and test mails."""
    return _url(base_url, "u", token)


def preview_url(base_url: str, token: str) -> str:
    """Return the address of the page that shows the exact mails."""
    return _url(base_url, "preview", token)


def unsubscribe_headers(url: str) -> Mapping[str, str]:
    """Return the headers by which mail programs offer to opt out with one click."""
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _url(base_url: str, path: str, token: str) -> str:
    """Put an address together; ``Invalid`` for parts that could break out of a header or of a page."""
    base = base_url.rstrip("/")
    if not _BASE.fullmatch(base) or not _TOKEN.fullmatch(token):
        raise Invalid("BASE_URL is no address that a link can be made of.", reason="bad_link")
    return f"{base}/{path}/{token}"
