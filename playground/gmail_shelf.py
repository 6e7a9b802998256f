"""Mailboxes on disk: a SQLite file of the playground's own, each act in it whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from playground.gmail_mailbox import Alias, Change, Habits, Mailbox, Message

_TABLES = """
CREATE TABLE IF NOT EXISTS mailboxes (address TEXT PRIMARY KEY, place INTEGER, described BLOB);
CREATE TABLE IF NOT EXISTS messages (address TEXT, id TEXT, place INTEGER, described BLOB, raw BLOB,
  PRIMARY KEY (address, id));
CREATE INDEX IF NOT EXISTS messages_by_place ON messages (place);
CREATE TABLE IF NOT EXISTS changes (address TEXT, id INTEGER, described BLOB, PRIMARY KEY (address, id));
"""
_OFFSET = 2**63
"""History ids are kept less this much: SQLite's integers are signed."""

_PLAIN = ("drafts", "history_id", "oldest_history", "sent", "received")


class Shelf:
    """The file; used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = _open(path)
        except sqlite3.DatabaseError:  # no file of ours: it is put aside, and all begins anew
            path.replace(path.with_suffix(".spoilt"))
            self._db = _open(path)

    def load(self, mailboxes: dict[str, Mailbox]) -> None:
        """Fill the mailboxes that are there, and add those that are on disk only."""
        rows = self._db.execute("SELECT address, described FROM mailboxes ORDER BY place")
        for address, described in rows.fetchall():
            mailbox = mailboxes.setdefault(address, Mailbox(address=address))
            _describe(mailbox, orjson.loads(described))
        rows = self._db.execute("SELECT address, described, raw FROM messages ORDER BY place")
        for address, described, raw in rows.fetchall():
            message = _message(orjson.loads(described), raw)
            mailboxes[address].messages[message.id] = message
        rows = self._db.execute("SELECT address, described FROM changes ORDER BY id")
        for address, described in rows.fetchall():
            mailboxes[address].changes.append(_change(orjson.loads(described)))

    def save(self, mailboxes: Iterable[Mailbox]) -> None:
        """Write what was touched since the last time, all of it or nothing."""
        self._db.execute("BEGIN")
        try:
            for mailbox in mailboxes:
                self._save(mailbox)
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def clear(self) -> None:
        self._db.executescript("BEGIN; DELETE FROM mailboxes; DELETE FROM messages; DELETE FROM changes; COMMIT;")

    def _save(self, mailbox: Mailbox) -> None:
        address = mailbox.address
        known = self._db.execute("SELECT place FROM mailboxes WHERE address = ?", (address,)).fetchone()
        place = known[0] if known else self._db.execute("SELECT COUNT(*) FROM mailboxes").fetchone()[0]
        self._db.execute("REPLACE INTO mailboxes VALUES (?, ?, ?)", (address, place, _described(mailbox)))
        for message_id in mailbox.touched:
            self._save_message(mailbox, message_id)
        newest = self._db.execute("SELECT MAX(id) FROM changes WHERE address = ?", (address,)).fetchone()[0]
        added = [one for one in mailbox.changes if newest is None or one.id - _OFFSET > newest]
        rows = [(address, one.id - _OFFSET, orjson.dumps(_as_json(one))) for one in added]
        self._db.executemany("REPLACE INTO changes VALUES (?, ?, ?)", rows)
        oldest = mailbox.oldest_history - _OFFSET
        self._db.execute("DELETE FROM changes WHERE address = ? AND id <= ?", (address, oldest))

    def _save_message(self, mailbox: Mailbox, message_id: str) -> None:
        message = mailbox.messages.get(message_id)
        if message is None:
            self._db.execute("DELETE FROM messages WHERE address = ? AND id = ?", (mailbox.address, message_id))
            return
        place = self._db.execute("SELECT COALESCE(MAX(place), 0) + 1 FROM messages").fetchone()[0]
        row = (mailbox.address, message_id, place, orjson.dumps(_message_json(message)), message.raw)
        self._db.execute(
            "INSERT INTO messages VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET described = excluded.described, raw = excluded.raw",
            row,
        )


def _open(path: Path) -> sqlite3.Connection:
    found = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        found.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + _TABLES)
    except sqlite3.DatabaseError:
        found.close()
        raise
    return found


def _described(mailbox: Mailbox) -> bytes:
    aliases = [asdict(alias) for alias in mailbox.aliases]
    plain = {name: _as_text(getattr(mailbox, name)) for name in _PLAIN}
    until = mailbox.watched_until and mailbox.watched_until.isoformat()
    watch = {"topic": mailbox.topic, "until": until}
    return orjson.dumps({**plain, "aliases": aliases, "habits": asdict(mailbox.habits), "watch": watch})


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) else value


def _describe(mailbox: Mailbox, stored: dict[str, Any]) -> None:
    mailbox.drafts = stored["drafts"]
    for name in _PLAIN[1:]:
        setattr(mailbox, name, int(stored[name]))
    mailbox.aliases = [Alias(**alias) for alias in stored["aliases"]]
    watch = stored.get("watch", {})
    mailbox.topic, mailbox.watched_until = watch.get("topic", ""), _instant(watch.get("until"))
    known = {one.name for one in fields(Habits)}
    mailbox.habits = Habits(**{name: value for name, value in stored["habits"].items() if name in known})


def _message_json(message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "thread_id": message.thread_id,
        "labels": sorted(message.labels),
        "history_id": str(message.history_id),
        "at": message.at.isoformat(),
        "readable_at": message.readable_at and message.readable_at.isoformat(),
        "searchable_at": message.searchable_at and message.searchable_at.isoformat(),
    }


def _message(stored: dict[str, Any], raw: bytes) -> Message:
    at, readable_at, searchable_at = (_instant(stored[name]) for name in ("at", "readable_at", "searchable_at"))
    assert at is not None
    return Message(
        id=stored["id"],
        thread_id=stored["thread_id"],
        labels=set(stored["labels"]),
        history_id=int(stored["history_id"]),
        at=at,
        raw=bytes(raw),
        readable_at=readable_at,
        searchable_at=searchable_at,
    )


def _as_json(change: Change) -> dict[str, Any]:
    return {**asdict(change), "id": str(change.id), "at": change.at.isoformat()}


def _change(stored: dict[str, Any]) -> Change:
    at = datetime.fromisoformat(stored["at"])
    return Change(**{**stored, "id": int(stored["id"]), "at": at, "labels": tuple(stored["labels"])})


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
