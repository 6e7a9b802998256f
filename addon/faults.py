"""What is wrong with a configuration: every fault at once, each with its mend, none quoting a secret."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from addon.settings import BY_NAME, SETTINGS, Group

if TYPE_CHECKING:
    from addon.config import Config

MIN_KEY = 32
"""Characters of a signing key; made by ``python -c "import secrets; print(secrets.token_urlsafe(48))"``."""

_FERNET_MAKER = 'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
_KEY_MAKER = 'python -c "import secrets; print(secrets.token_urlsafe(48))"'
_ADDRESS = re.compile(r"[^@\s,]+@[^@\s,]+\.[^@\s,]+")
_PROJECT = re.compile(r"[a-z0-9][a-z0-9:.-]{2,}")
_HOST_AND_PORT = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:]+\]):[0-9]{1,5}")
_TOPIC = re.compile(r"projects/[a-z0-9][a-z0-9:.-]{2,}/topics/(?!goog)[A-Za-z][A-Za-z0-9._~+%-]{2,254}")
"""A Pub/Sub topic's full name, by Pub/Sub's rules for resource names."""
_MODEL = re.compile(r"[A-Za-z0-9._-]+")

_CHOICES = {
    "ADDON_ACTION_ENVELOPE": ("wrapped", "bare"),
    "GEMINI_SDK": ("generativeai", "genai"),
    "SHEETS_SCOPE": ("spreadsheets", "drive.file"),
    "LOG_LEVEL": ("DEBUG", "INFO", "WARNING", "ERROR"),
}
_NOT_BUILT = {"GEMINI_SDK": ("genai", "generativeai")}
"""Values that are allowed one day: setting → (value, what to use until then)."""


def is_loopback(url: str) -> bool:
    """Whether the URL's host is this machine only."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def faults(config: Config) -> list[str]:
    """Return one sentence for each fault."""
    return [fault for check in _CHECKS for fault in check(config)]


def _where(config: Config) -> Iterator[str]:
    url = _split(config.base_url)
    if not config.base_url:
        yield "BASE_URL is missing: the https address Google calls. For a laptop, copy .env.example to .env as it is."
    elif url is None or url.scheme not in ("http", "https"):
        yield "BASE_URL must be an address like https://assistant.example.com."
    elif url.path or url.query or url.fragment or url.username is not None:
        yield "BASE_URL must be only scheme, host and port: no path, query or user name."
    elif url.scheme != "https" and not config.is_loopback:
        yield "BASE_URL must be https: Google calls nothing else. (http is for localhost only.)"


def _choices(config: Config) -> Iterator[str]:
    for name, allowed in _CHOICES.items():
        value = getattr(config, BY_NAME[name].field)
        if value not in allowed:
            yield f"{name} must be one of {', '.join(allowed)}."
        elif name in _NOT_BUILT and value == _NOT_BUILT[name][0]:
            yield f"{name}={value} is not built yet: use {_NOT_BUILT[name][1]}."
    if not _MODEL.fullmatch(config.gemini_model):
        yield f"GEMINI_MODEL must be a model's name, like {BY_NAME['GEMINI_MODEL'].default}."


def _doors(config: Config) -> Iterator[str]:
    if config.tasks_url.startswith("cloudtasks://"):
        yield "TASKS_URL=cloudtasks://… is not built yet: use local:."
    elif config.tasks_url != "local:":
        yield "TASKS_URL must be local: (the only one built so far)."
    if config.cache_url.startswith(("redis://", "rediss://")):
        yield "CACHE_URL=redis://… is not built yet: use memory:."
    elif config.cache_url != "memory:":
        yield "CACHE_URL must be memory: (the only one built so far)."


def _store(config: Config) -> Iterator[str]:
    if config.sqlite_path is not None:
        if not config.store_url[len(config.SQLITE) :].strip("/") or "?" in config.store_url:
            yield "STORE_URL must name a file: sqlite:///var/assistant.db."
    elif config.firestore_project is None:
        yield "STORE_URL must be sqlite:///PATH or firestore://PROJECT."
    elif not _PROJECT.fullmatch(config.firestore_project):
        yield "STORE_URL must name a Google Cloud project: firestore://my-project."
    emulator = config.firestore_emulator_host
    if emulator and not (_HOST_AND_PORT.fullmatch(emulator) and _split(f"http://{emulator}")):
        yield "FIRESTORE_EMULATOR_HOST must be HOST:PORT, like 127.0.0.1:8085."
    elif emulator and not is_loopback(f"http://{emulator}"):
        yield "FIRESTORE_EMULATOR_HOST must be on this machine: an emulator lets everybody in."


def _firebase(config: Config) -> Iterator[str]:
    needed = ("FIREBASE_PROJECT_ID", "FIREBASE_PRIVATE_KEY", "FIREBASE_CLIENT_EMAIL")
    missing = [name for name in needed if not getattr(config, BY_NAME[name].field)]
    if config.firebase_private_key or config.firebase_client_email:
        for name in missing:
            yield f"{name} is missing: the other FIREBASE_ values of the JSON key are there; copy this one too."
    if config.firebase_private_key and not _is_rsa_key(config.firebase_private_key):
        yield "FIREBASE_PRIVATE_KEY is not a private key in PEM form: copy private_key of the JSON key as it stands."
    if config.firebase_client_email and not _ADDRESS.fullmatch(config.firebase_client_email):
        yield "FIREBASE_CLIENT_EMAIL must be the service account's address."
    if config.google_application_credentials and not _is_file(config, config.google_application_credentials):
        yield "GOOGLE_APPLICATION_CREDENTIALS names no file: give the path of the JSON key, or leave it blank."


def _keys(config: Config) -> Iterator[str]:
    for name, keys in (("SECRET_KEY", config.secret_key), ("SUPPRESSION_KEY", _one(config.suppression_key))):
        if not keys:
            yield f"{name} is missing: make one with {_KEY_MAKER}"
        elif any(len(key) < MIN_KEY or len(set(key)) < MIN_KEY // 4 for key in keys):
            yield f"{name} is too short or too plain ({MIN_KEY} random characters at least): make one with {_KEY_MAKER}"
    if config.suppression_key and config.suppression_key in config.secret_key:
        yield "SUPPRESSION_KEY must differ from SECRET_KEY: one is never changed, the other should be."
    if not config.token_keys:
        yield f"TOKEN_KEYS is missing: make one with {_FERNET_MAKER}"
    elif not all(_is_fernet_key(key) for key in config.token_keys):
        yield f"TOKEN_KEYS holds something that is not a Fernet key: make one with {_FERNET_MAKER}"


def _google(config: Config) -> Iterator[str]:
    if not config.addon_service_account:
        yield "ADDON_SERVICE_ACCOUNT is missing: `gcloud workspace-add-ons get-authorization` prints it."
    if not config.addon_client_id:
        yield "ADDON_CLIENT_ID is missing: `gcloud workspace-add-ons get-authorization` prints it as oauthClientId."
    for name in ("ADDON_SERVICE_ACCOUNT", "TASKS_SERVICE_ACCOUNT", "PUBSUB_SERVICE_ACCOUNT"):
        value = getattr(config, BY_NAME[name].field)
        if value and not _ADDRESS.fullmatch(value):
            yield f"{name} must be one service account's address."
    yield from _push(config)
    if not all(_ADDRESS.fullmatch(address) for address in config.admin_emails):
        yield "ADMIN_EMAILS must be addresses with commas between them."


def _push(config: Config) -> Iterator[str]:
    if not config.gmail_pubsub_topic:
        return
    if not _TOPIC.fullmatch(config.gmail_pubsub_topic):
        yield "GMAIL_PUBSUB_TOPIC must be a topic's full name, like projects/my-project/topics/gmail."
    if not config.pubsub_service_account:
        yield "PUBSUB_SERVICE_ACCOUNT is missing: the account in whose name the topic's subscription pushes."


def _endpoints(config: Config) -> Iterator[str]:
    foreign = ["FIRESTORE_EMULATOR_HOST"] if config.firestore_emulator_host else []
    for setting in SETTINGS:
        if setting.group is not Group.ENDPOINTS:
            continue
        value = getattr(config, setting.field)
        url = _split(value)
        if url is None or url.scheme not in ("http", "https") or not url.hostname:
            yield f"{setting.name} must be an address like {setting.default}."
        elif value != setting.default:
            foreign.append(setting.name)
    yield from _stand_ins(config, foreign)


def _stand_ins(config: Config, foreign: list[str]) -> Iterator[str]:
    """Stand-ins for Google are for a laptop: there is no way round it on a server people can reach."""
    if not config.playground and not foreign:
        return
    what = "PLAYGROUND=1" if config.playground else f"{', '.join(foreign)} set to something not the vendor's"
    if not config.is_loopback:
        yield f"{what} is allowed only where BASE_URL is http://localhost: unset it on a server."
    if config.firestore_project is not None and not config.firestore_emulator_host:
        yield f"{what} is allowed only with SQLite or FIRESTORE_EMULATOR_HOST, never with a real Firestore."


def _split(url: str) -> SplitResult | None:
    try:
        found = urlsplit(url)
        return found if found.hostname and (found.port is None or found.port) else None
    except ValueError:
        return None


def _one(key: str) -> tuple[str, ...]:
    return (key,) if key else ()


def _is_fernet_key(key: str) -> bool:
    try:
        return len(base64.b64decode(key, altchars="-_", validate=True)) == 32
    except (binascii.Error, ValueError):
        return False


def _is_rsa_key(pem: str) -> bool:
    """Whether Google's libraries can sign with it; its primes are not tested, that alone would take 0.1 s a start."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(pem.encode(), password=None, unsafe_skip_rsa_key_validation=True)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return False
    return isinstance(key, RSAPrivateKey)


def _is_file(config: Config, path: str) -> bool:
    try:
        return (config.folder / path).is_file()
    except (OSError, ValueError):
        return False


_CHECKS = (_where, _choices, _doors, _store, _firebase, _keys, _google, _endpoints)
