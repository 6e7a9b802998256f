"""What a URL in a card must be: https, public, and for links within the deployment's prefixes.

On the laptop the add-on itself stands at http on loopback; below its own prefix that counts as https.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f\\]")


def split(url: str) -> SplitResult | None:
    """Split an absolute http(s) URL; None when it is none, hides its host, or holds blanks or backslashes."""
    if _UNPRINTABLE.search(url):
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    good = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    return parts if good else None


def is_within(url: str, prefix: str) -> bool:
    """Whether a URL lies below an allow-list prefix (no scheme means https; one leading ``*.`` means subdomains)."""
    if "://" not in prefix:
        prefix = f"https://{prefix}"
    ours, allowed = split(url), split(prefix)
    if ours is None or allowed is None or ours.scheme != allowed.scheme or ours.port != allowed.port:
        return False
    return _is_host(ours.hostname or "", allowed.hostname or "") and (ours.path or "/").startswith(allowed.path or "/")


def is_secure(url: str, prefixes: Sequence[str] | None) -> bool:
    """Whether a URL is https with a host, or the laptop's own add-on."""
    parts = split(url)
    if parts is None:
        return False
    return parts.scheme == "https" or (
        parts.hostname in LOOPBACK and any(is_within(url, prefix) for prefix in prefixes or ())
    )


def address_fault(url: str, prefixes: Sequence[str] | None) -> str:
    """Say what is wrong with the URL of a function or picture; empty when nothing is."""
    return "" if is_secure(url, prefixes) else f"{url[:120]!r} is not an absolute https URL"


def link_fault(url: str, prefixes: Sequence[str] | None) -> str:
    """Say what is wrong with a link a user may follow; ``prefixes`` None leaves the allow-list aside."""
    if url.startswith(("mailto:", "tel:")) and not re.search(r"[\x00-\x20\x7f]", url):
        return ""
    if wrong := address_fault(url, prefixes):
        return wrong
    if prefixes is None or any(is_within(url, prefix) for prefix in prefixes):
        return ""
    return f"{url[:120]!r} is under none of openLinkUrlPrefixes"


def picture_fault(url: str, prefixes: Sequence[str] | None) -> str:
    """Say why Google would not show this picture; empty when it would."""
    if wrong := address_fault(url, prefixes):
        return wrong
    path = urlsplit(url).path.lower()
    return f"{url[:120]!r} is SVG, which is not shown" if path.endswith((".svg", ".svgz")) else ""


def _is_host(host: str, allowed: str) -> bool:
    return host.endswith(allowed[1:]) if allowed.startswith("*.") else host == allowed
