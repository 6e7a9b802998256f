"""Google's names of what may be done for a user."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """The scopes our work needs, the least there are. Of Google's classes the Gmail ones are restricted."""

    GMAIL_COMPOSE = "https://www.googleapis.com/auth/gmail.compose"
    """Make drafts and send them by id."""
    GMAIL_READONLY = "https://www.googleapis.com/auth/gmail.readonly"
    """Read back what was sent and what was answered, and list the addresses mails may be sent as."""
    SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets"
    DRIVE_FILE = "https://www.googleapis.com/auth/drive.file"
    """Only files the user opened to us, one by one."""
