"""The deployment resource as Google holds it: which URL each entry point of a host has, and what it allows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playground import judge_links

PLACEHOLDER = "https://sales-assistant.example"
LOCALE_SCOPE = "https://www.googleapis.com/auth/script.locale"
EMAIL_SCOPE = "https://www.googleapis.com/auth/userinfo.email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Universal:
    """One entry of the three-dot menu: a function to call or a page to open."""

    label: str
    function: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Deployment:
    """``deployment.json`` with the placeholder host replaced by where the add-on runs (``base_url``, no slash)."""

    resource: Mapping[str, Any]
    base_url: str

    @property
    def common(self) -> Mapping[str, Any]:
        return self._part("common")

    @property
    def name(self) -> str:
        return str(self.common.get("name", ""))

    @property
    def scopes(self) -> list[str]:
        return list(self.resource.get("oauthScopes", []))

    @property
    def prefixes(self) -> list[str]:
        """Return what links may point below, by the deployment's own word."""
        return list(self.common.get("openLinkUrlPrefixes", []))

    @property
    def sends_locale(self) -> bool:
        return bool(self.common.get("useLocaleFromApp"))

    @property
    def sends_scopes(self) -> bool:
        """Whether events say which scopes are granted (granular consent)."""
        return self._options().get("granularOauthPermissionSupport") == "OPT_IN"

    @property
    def header_token(self) -> str:
        """Return which token goes into the Authorization header."""
        return str(self._options().get("authorizationHeader", "SYSTEM_ID_TOKEN"))

    def _options(self) -> Mapping[str, Any]:
        options: Mapping[str, Any] = self.resource.get("addOns", {}).get("httpOptions", {})
        return options

    def has_host(self, host: str) -> bool:
        """Whether the host's key is there: that alone switches the host on."""
        return host.lower() in self.resource.get("addOns", {})

    def homepage(self, host: str) -> str | None:
        """Return the homepage URL of a host: its own, else the common one; None when off."""
        trigger = self._part(host.lower()).get("homepageTrigger") or self.common.get("homepageTrigger") or {}
        return trigger.get("runFunction") if trigger.get("enabled", True) else None

    def file_granted(self, host: str) -> str | None:
        return self._run(self._part(host.lower()).get("onFileScopeGrantedTrigger"))

    def contextual(self) -> str | None:
        """Return the URL called when a mail is opened."""
        triggers = self._part("gmail").get("contextualTriggers", [])
        return next((trigger.get("onTriggerFunction") for trigger in triggers), None)

    def compose(self) -> str | None:
        """Return the URL called from the compose window; an add-on has one such action."""
        actions = self._part("gmail").get("composeTrigger", {}).get("actions", [])
        return next((action.get("runFunction") for action in actions), None)

    @property
    def sees_recipients(self) -> bool:
        return bool(self._part("gmail").get("composeTrigger", {}).get("draftAccess") == "METADATA")

    def universal(self, host: str) -> list[Universal]:
        """Return the menu of a host; Gmail may have its own, whose entries say ``text`` for ``label``."""
        own = self._part("gmail").get("universalActions") if host == "GMAIL" else None
        entries = own or self.common.get("universalActions", [])
        return [
            Universal(
                label=entry.get("label") or entry.get("text", ""),
                function=entry.get("runFunction", ""),
                link=entry.get("openLink", ""),
            )
            for entry in entries
        ]

    def function_fault(self, url: str) -> str:
        """Say why Google would not call this function of a card; empty when it would."""
        if not judge_links.is_secure(url, [f"{self.base_url}/"]):
            return f"function {url[:200]!r} is not an absolute https URL: nothing happens"
        if not judge_links.is_within(url, f"{self.base_url}/"):
            return f"function {url[:200]!r} is not below {self.base_url}/: nothing happens"
        return ""

    def _part(self, name: str) -> Mapping[str, Any]:
        part: Mapping[str, Any] = self.resource.get("addOns", {}).get(name) or {}
        return part

    @staticmethod
    def _run(trigger: Mapping[str, Any] | None) -> str | None:
        return trigger.get("runFunction") if trigger else None


def read(path: Path, base_url: str) -> Deployment:
    """Read the resource and put the add-on's real address in place of the placeholder."""
    base_url = base_url.rstrip("/")
    return Deployment(json.loads(path.read_text("utf-8").replace(PLACEHOLDER, base_url)), base_url)
