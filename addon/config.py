"""The configuration: read once from the environment and its files, handed down, never looked up. Reads nothing else.

``addon.settings`` says what each value is for, ``addon.faults`` what is wrong with them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from dotenv import dotenv_values

from addon.faults import faults, is_loopback
from addon.laptop import keys_of
from addon.settings import BY_NAME, GENERATED, SETTINGS, Group

TRUE_WORDS = ("1", "true", "yes", "on")
FALSE_WORDS = ("", "0", "false", "no", "off")

MOST_A_MINUTE = 100_000_000

_AMOUNT = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?")
_LISTS = ("SECRET_KEY", "TOKEN_KEYS", "ADMIN_EMAILS", "DWD_ALLOW")


class Misconfigured(Exception):
    """The server does not start like this; the message names every fault and its mend."""

    def __init__(self, problems: list[str]) -> None:
        lines = "\n".join(f"  - {problem}" for problem in problems)
        super().__init__(f"Sales Assistant does not start with this configuration:\n{lines}")
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Every setting, typed; a field is the variable's name in lower case. Secrets are not in its repr."""

    folder: Path
    playground: bool
    playground_env: str
    base_url: str
    port: int
    store_url: str
    tasks_url: str
    cache_url: str
    log_level: str
    clock_file: Path | None
    secret_key: tuple[str, ...] = field(repr=False)
    token_keys: tuple[str, ...] = field(repr=False)
    suppression_key: str = field(repr=False)
    addon_service_account: str
    addon_client_id: str
    addon_action_envelope: str
    tasks_service_account: str
    gmail_pubsub_topic: str
    pubsub_service_account: str
    gemini_api_key: str = field(repr=False)
    gemini_model: str
    gemini_sdk: str
    gemini_requests_a_minute: int
    gemini_tokens_a_minute: int
    gemini_daily_limit: Decimal | None
    gmail_client_id: str
    gmail_client_secret: str = field(repr=False)
    sheets_client_id: str
    sheets_client_secret: str = field(repr=False)
    sheets_scope: str
    calendly_api_key: str = field(repr=False)
    calendly_signing_key: str = field(repr=False)
    firebase_project_id: str
    firebase_private_key_id: str
    firebase_private_key: str = field(repr=False)
    firebase_client_email: str
    firebase_client_id: str
    google_application_credentials: str
    firestore_emulator_host: str
    admin_emails: tuple[str, ...]
    dwd_key: str = field(repr=False)
    dwd_allow: tuple[str, ...]
    gmail_api_url: str
    sheets_api_url: str
    gemini_api_url: str
    calendly_api_url: str
    cloudtasks_api_url: str
    oauth_auth_url: str
    oauth_token_url: str
    oauth_revoke_url: str
    google_certs_url: str
    unreadable: tuple[str, ...] = ()
    """Faults found while reading, before any value could be judged."""

    SQLITE: ClassVar[str] = "sqlite:///"
    FIRESTORE: ClassVar[str] = "firestore://"

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Config:
        """Return the configuration of ``folder`` (the working directory): the environment wins over ``.env``, that
        over the playground's file (only with PLAYGROUND=1), that over the defaults; a blank value says nothing.

        Never raises for a wrong value: ``problems`` tells. On a laptop it makes missing keys once, into ``var/``.
        """
        reader = _Reader(os.environ if environ is None else environ, folder or Path.cwd())
        return cls(folder=reader.folder, **reader.typed(), unreadable=tuple(reader.faults))

    def problems(self) -> list[str]:
        """Return every fault with its mend, none of them quoting a secret; empty when the server may start."""
        return [*self.unreadable, *faults(self)]

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can call us."""
        return is_loopback(self.base_url)

    @property
    def sqlite_path(self) -> Path | None:
        """Return the file of the SQLite store, or None for another store."""
        return self.folder / self.store_url[len(self.SQLITE) :] if self.store_url.startswith(self.SQLITE) else None

    @property
    def firestore_project(self) -> str | None:
        """Return the project of the Firestore store, or None for another store."""
        return self.store_url[len(self.FIRESTORE) :] if self.store_url.startswith(self.FIRESTORE) else None


class _Reader:
    """Finds the value of each setting in the layers, and notes what cannot be read."""

    def __init__(self, environ: Mapping[str, str], folder: Path) -> None:
        self.folder = folder
        self.faults: list[str] = []
        self._layers: list[Mapping[str, str | None]] = [environ, self._file(folder / ".env")]
        self._playground = self._switch("PLAYGROUND")
        if self._playground:
            self._layers.append(self._file(folder / self._word("PLAYGROUND_ENV")))
        self._port = self._number("PORT", 65_535)
        base_url = self._word("BASE_URL") or (f"http://localhost:{self._port}" if self._playground else "")
        self._base_url = base_url.rstrip("/")
        self._on_laptop = self._playground and is_loopback(self._base_url)
        self._keys = self._laptop_keys()

    def typed(self) -> dict[str, Any]:
        """Return the value of every field of ``Config`` that is a setting."""
        values: dict[str, Any] = {setting.field: self._value(setting.name) for setting in SETTINGS}
        for name in _LISTS:
            words = values[BY_NAME[name].field].split(",")
            values[BY_NAME[name].field] = tuple(word.strip() for word in words if word.strip())
        for setting in SETTINGS:
            if setting.group is Group.ENDPOINTS:
                values[setting.field] = values[setting.field].rstrip("/")
        clock_file = values["clock_file"]
        return values | {
            "playground": self._playground,
            "port": self._port,
            "base_url": self._base_url,
            "store_url": values["store_url"] or _default_store(values["firebase_project_id"]),
            "log_level": values["log_level"].upper(),
            "gemini_requests_a_minute": self._number("GEMINI_REQUESTS_A_MINUTE", MOST_A_MINUTE),
            "gemini_tokens_a_minute": self._number("GEMINI_TOKENS_A_MINUTE", MOST_A_MINUTE),
            "gemini_daily_limit": self._amount("GEMINI_DAILY_LIMIT"),
            "clock_file": self.folder / clock_file if self._playground and clock_file else None,
            "firebase_private_key": values["firebase_private_key"].replace("\\n", "\n").replace("\r\n", "\n"),
        }

    def _value(self, name: str) -> str:
        setting = BY_NAME[name]
        laptop = setting.laptop if self._on_laptop else None
        return self._found(name) or self._keys.get(name, "") or laptop or setting.default

    def _word(self, name: str) -> str:
        return self._found(name) or BY_NAME[name].default

    def _number(self, name: str, most: int) -> int:
        word = self._word(name)
        if word.isascii() and word.isdigit() and len(word) <= len(str(most)) and 0 < int(word) <= most:
            return int(word)
        self.faults.append(f"{name} must be a number from 1 to {most}.")
        return int(BY_NAME[name].default)

    def _amount(self, name: str) -> Decimal | None:
        word = self._word(name)
        if not word:
            return None
        if _AMOUNT.fullmatch(word) and (amount := Decimal(word)) > 0:
            return amount
        self.faults.append(f"{name} must be an amount like 5.00, or blank for no limit.")
        return None

    def _switch(self, name: str) -> bool:
        word = self._word(name).lower()
        if word not in (*TRUE_WORDS, *FALSE_WORDS):
            self.faults.append(f"{name} must be 1 or blank.")
        return word in TRUE_WORDS

    def _found(self, name: str) -> str:
        """Return the first value that is not blank, layer by layer; a secret may stand in the file NAME_FILE names."""
        for layer in self._layers:
            if word := (layer.get(name) or "").strip():
                return word
            path = (layer.get(f"{name}_FILE") or "").strip() if BY_NAME[name].secret else ""
            if path and (word := self._content(name, path)):
                return word
        return ""

    def _content(self, name: str, path: str) -> str:
        try:
            content = (self.folder / path).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            self._note(f"{name}_FILE names a file that cannot be read: check its path and its rights.")
            return ""
        if not content:
            self._note(f"{name}_FILE names an empty file: put the value into it.")
        return content

    def _file(self, path: Path) -> Mapping[str, str | None]:
        try:
            return dotenv_values(path, interpolate=False) if path.is_file() else {}
        except (OSError, ValueError):
            self._note(f"{path.name} cannot be read: check its rights, and that it is UTF-8 text.")
            return {}

    def _laptop_keys(self) -> Mapping[str, str]:
        if not self._on_laptop or all(self._found(name) for name in GENERATED):
            return {}
        try:
            return keys_of(self.folder / "var")
        except (OSError, ValueError):
            self._note("Keys for the laptop cannot be stored in var/: make that folder writable, or set them in .env.")
            return {}

    def _note(self, fault: str) -> None:
        if fault not in self.faults:
            self.faults.append(fault)


def _default_store(firebase_project_id: str) -> str:
    return f"firestore://{firebase_project_id}" if firebase_project_id else "sqlite:///var/assistant.db"
