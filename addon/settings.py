"""Every setting there is, in the order of ``.env.example``: name, what it is for, and what it is when nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PLAYGROUND_ORIGIN = "http://localhost:8081"
"""Where ``python -m playground`` answers unless its port is changed; then ``var/playground.env`` says so."""


class Group(StrEnum):
    """The headings of ``.env.example``."""

    WHERE = "Where it runs"
    KEYS = "Keys of ours"
    GOOGLE = "Who Google says it is (`gcloud workspace-add-ons get-authorization` prints the first two)"
    MODEL = "The language model"
    BACKGROUND = "Access while nobody is looking (own OAuth clients)"
    BOOKINGS = "Bookings (used by later features)"
    FIRESTORE = "Firestore (only with STORE_URL=firestore://…)"
    PEOPLE = "Administrators and domain-wide delegation (used by later features)"
    ENDPOINTS = "Endpoints: blank means the vendor's own; anything else only on a laptop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One environment variable. ``laptop`` is what a blank one means with PLAYGROUND=1, instead of ``default``."""

    name: str
    group: Group
    purpose: str
    default: str = ""
    laptop: str | None = None
    secret: bool = False
    generated: bool = False

    @property
    def field(self) -> str:
        """Return the name of the field of ``Config`` that holds it."""
        return self.name.lower()


def _in(group: Group, *rows: tuple[str, str] | tuple[str, str, str] | tuple[str, str, str, str]) -> list[Setting]:
    """Return settings from (name, purpose, default, default on a laptop)."""
    return [
        Setting(
            name=row[0],
            group=group,
            purpose=row[1],
            default=row[2] if len(row) > 2 else "",
            laptop=row[3] if len(row) > 3 else None,
            secret=row[0] in _SECRET,
            generated=row[0] in GENERATED,
        )
        for row in rows
    ]


GENERATED = ("SECRET_KEY", "TOKEN_KEYS", "SUPPRESSION_KEY")
"""Keys made once into ``var/`` on a laptop."""

_SECRET = (
    *GENERATED,
    "GMAIL_CLIENT_SECRET",
    "SHEETS_CLIENT_SECRET",
    "GEMINI_API_KEY",
    "CALENDLY_API_KEY",
    "CALENDLY_SIGNING_KEY",
    "FIREBASE_PRIVATE_KEY",
    "DWD_KEY",
)
"""Values that never appear in a log or a repr, and may be given as a file: ``NAME_FILE`` holds its path."""

SETTINGS: tuple[Setting, ...] = (
    *_in(
        Group.WHERE,
        ("PLAYGROUND", "1 on a laptop: stand-ins for Google, keys made once into var/. Anywhere else leave it blank."),
        ("PLAYGROUND_ENV", "The file in which the playground says where its stand-ins are.", "var/playground.env"),
        ("BASE_URL", "The address Google calls, https, without a path. Blank on a laptop: http://localhost:PORT."),
        ("PORT", "The port to listen on.", "8080"),
        ("STORE_URL", "sqlite:///var/assistant.db or firestore://PROJECT. Blank: FIREBASE_PROJECT_ID, else SQLite."),
        ("TASKS_URL", "What wakes the worker: local: (a thread) or cloudtasks://PROJECT/LOCATION/QUEUE.", "local:"),
        ("CACHE_URL", "Where limits and caches are shared: memory: or redis://HOST:PORT/0.", "memory:"),
        ("LOG_LEVEL", "DEBUG, INFO, WARNING or ERROR.", "INFO"),
        ("CLOCK_FILE", "Seconds added to business time; honoured only with PLAYGROUND=1.", "", "var/clock"),
    ),
    *_in(
        Group.KEYS,
        ("SECRET_KEY", "Signs links. A list with commas, the first signs; 32 characters or more each."),
        ("TOKEN_KEYS", "Seals stored access. Fernet keys with commas, the first seals."),
        ("SUPPRESSION_KEY", "Signs opt-out links, which never expire: never change it. 32 characters or more."),
    ),
    *_in(
        Group.GOOGLE,
        (
            "ADDON_SERVICE_ACCOUNT",
            "The service account whose tokens the add-on's events carry.",
            "",
            "service-100200300@gcp-sa-gsuiteaddons.iam.gserviceaccount.com",
        ),
        (
            "ADDON_CLIENT_ID",
            "The OAuth client id for which users' tokens are made.",
            "",
            "100200300-addon.apps.googleusercontent.com",
        ),
        ("ADDON_ACTION_ENVELOPE", "How clicks are answered: wrapped (Google's reference) or bare.", "wrapped"),
        (
            "TASKS_SERVICE_ACCOUNT",
            "The service account that may call /tasks/*. Blank: nobody may.",
            "",
            "tasks@sales-assistant-playground.iam.gserviceaccount.com",
        ),
        (
            "GMAIL_PUBSUB_TOPIC",
            "Where Gmail says that a mailbox has news: projects/PROJECT/topics/TOPIC. Blank: mailboxes are polled.",
        ),
        (
            "PUBSUB_SERVICE_ACCOUNT",
            "The service account whose tokens the topic's push subscription to /hooks/gmail carries.",
        ),
    ),
    *_in(
        Group.MODEL,
        ("GEMINI_API_KEY", "A key of Google AI Studio. Blank: drafts come from the offline twin and say so."),
        ("GEMINI_MODEL", "The model that writes.", "gemini-3.5-flash-lite"),
        ("GEMINI_SDK", "generativeai or genai (its successor).", "generativeai"),
        ("GEMINI_REQUESTS_A_MINUTE", "What the key may do in any minute; all servers on one store share it.", "10"),
        ("GEMINI_TOKENS_A_MINUTE", "Tokens in any minute, asked and answered.", "250000"),
        ("GEMINI_DAILY_LIMIT", "What an organisation may spend a day (UTC), in US dollars like 5.00. Blank: no limit."),
    ),
    *_in(
        Group.BACKGROUND,
        ("GMAIL_CLIENT_ID", "OAuth client for sending in the background."),
        ("GMAIL_CLIENT_SECRET", "Its secret."),
        ("SHEETS_CLIENT_ID", "OAuth client of the add-on's own Cloud project, for sheets whose sidebar is closed."),
        ("SHEETS_CLIENT_SECRET", "Its secret."),
        ("SHEETS_SCOPE", "What Connect Sheets asks for: spreadsheets or drive.file.", "spreadsheets"),
    ),
    *_in(
        Group.BOOKINGS,
        ("CALENDLY_API_KEY", "A personal access token of Calendly."),
        ("CALENDLY_SIGNING_KEY", "Proves that a webhook is Calendly's."),
    ),
    *_in(
        Group.FIRESTORE,
        ("FIREBASE_PROJECT_ID", "project_id of the service account's JSON key."),
        ("FIREBASE_PRIVATE_KEY_ID", "private_key_id of the JSON key."),
        ("FIREBASE_PRIVATE_KEY", "private_key of the JSON key; line breaks may be written \\n."),
        ("FIREBASE_CLIENT_EMAIL", "client_email of the JSON key."),
        ("FIREBASE_CLIENT_ID", "client_id of the JSON key."),
        ("GOOGLE_APPLICATION_CREDENTIALS", "Google's own: path of a JSON key, instead of the FIREBASE_ values."),
        ("FIRESTORE_EMULATOR_HOST", "Google's own: HOST:PORT of the Firestore emulator."),
    ),
    *_in(
        Group.PEOPLE,
        ("ADMIN_EMAILS", "Who administers the add-on, with commas."),
        ("DWD_KEY", "JSON key of a service account with domain-wide delegation."),
        ("DWD_ALLOW", "Domains it may be used for, with commas."),
    ),
    *_in(
        Group.ENDPOINTS,
        ("GMAIL_API_URL", "Gmail API.", "https://gmail.googleapis.com", PLAYGROUND_ORIGIN),
        ("SHEETS_API_URL", "Sheets API.", "https://sheets.googleapis.com", PLAYGROUND_ORIGIN),
        ("GEMINI_API_URL", "Gemini API.", "https://generativelanguage.googleapis.com", PLAYGROUND_ORIGIN),
        ("CALENDLY_API_URL", "Calendly API.", "https://api.calendly.com", PLAYGROUND_ORIGIN),
        ("CLOUDTASKS_API_URL", "Cloud Tasks API.", "https://cloudtasks.googleapis.com", PLAYGROUND_ORIGIN),
        (
            "OAUTH_AUTH_URL",
            "Where users give consent.",
            "https://accounts.google.com/o/oauth2/v2/auth",
            f"{PLAYGROUND_ORIGIN}/o/oauth2/v2/auth",
        ),
        (
            "OAUTH_TOKEN_URL",
            "Where codes become tokens.",
            "https://oauth2.googleapis.com/token",
            f"{PLAYGROUND_ORIGIN}/token",
        ),
        (
            "OAUTH_REVOKE_URL",
            "Where access is given back.",
            "https://oauth2.googleapis.com/revoke",
            f"{PLAYGROUND_ORIGIN}/revoke",
        ),
        (
            "GOOGLE_CERTS_URL",
            "The certificates that prove Google's tokens (x509 map: key id → certificate).",
            "https://www.googleapis.com/oauth2/v1/certs",
            f"{PLAYGROUND_ORIGIN}/oauth2/v1/certs",
        ),
    ),
)

BY_NAME: dict[str, Setting] = {setting.name: setting for setting in SETTINGS}
