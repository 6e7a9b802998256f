"""The file the add-on reads before it starts: where everything stands that is Google's elsewhere."""

from __future__ import annotations

from pathlib import Path

from playground.access import write_private
from playground.cast import (
    ADDON_CLIENT_ID,
    ADDON_SERVICE_ACCOUNT,
    GMAIL_CLIENT,
    PUBSUB_SERVICE_ACCOUNT,
    PUBSUB_TOPIC,
    SHEETS_CLIENT,
    TASKS_SERVICE_ACCOUNT,
)

API_VARIABLES = ("GMAIL_API_URL", "SHEETS_API_URL", "GEMINI_API_URL", "CALENDLY_API_URL", "CLOUDTASKS_API_URL")


def variables(origin: str, clock_file: Path) -> dict[str, str]:
    """Name every variable the playground decides. GEMINI_API_KEY is the user's alone and is never among them."""
    return {
        **dict.fromkeys(API_VARIABLES, origin),
        "OAUTH_AUTH_URL": f"{origin}/o/oauth2/v2/auth",
        "OAUTH_TOKEN_URL": f"{origin}/token",
        "OAUTH_REVOKE_URL": f"{origin}/revoke",
        "GOOGLE_CERTS_URL": f"{origin}/oauth2/v1/certs",
        "ADDON_SERVICE_ACCOUNT": ADDON_SERVICE_ACCOUNT,
        "ADDON_CLIENT_ID": ADDON_CLIENT_ID,
        "TASKS_SERVICE_ACCOUNT": TASKS_SERVICE_ACCOUNT,
        "GMAIL_PUBSUB_TOPIC": PUBSUB_TOPIC,
        "PUBSUB_SERVICE_ACCOUNT": PUBSUB_SERVICE_ACCOUNT,
        "GMAIL_CLIENT_ID": GMAIL_CLIENT.id,
        "GMAIL_CLIENT_SECRET": GMAIL_CLIENT.secret,
        "SHEETS_CLIENT_ID": SHEETS_CLIENT.id,
        "SHEETS_CLIENT_SECRET": SHEETS_CLIENT.secret,
        "CLOCK_FILE": str(clock_file.resolve()),
    }


def write(path: Path, origin: str, clock_file: Path) -> None:
    """Write the file whole, for its owner only."""
    lines = [f"{name}={_quoted(value)}" for name, value in variables(origin, clock_file).items()]
    write_private(path, ("\n".join(["# Written by the playground at every start.", *lines]) + "\n").encode())


def _quoted(value: str) -> str:
    """Quote a path with blanks, quotes or backslashes as python-dotenv reads it."""
    if not any(char in value for char in " #$\"'\\"):
        return value
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
