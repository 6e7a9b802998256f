"""What a document, its name and a commit may be, checked before any I/O and alike on every store.

The limits are Firestore's (https://firebase.google.com/docs/firestore/quotas), so that what SQLite takes today
Firestore takes tomorrow. Messages never hold a value: values are people's data.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from addon.errors import Conflict, Invalid
from addon.ports import Delete, Write

MAX_DOCUMENT_BYTES = 1_048_576
MAX_VALUE_BYTES = 1_048_487
MAX_NAME_BYTES = 1_500
MAX_DEPTH = 20
MAX_VALUES = 20_000
"""Firestore takes 40,000 index entries a document, and a value costs up to two."""
MAX_WRITES = 400
MAX_COMMIT_BYTES = 4_000_000
"""Below the 4 MiB the emulator's wire takes; Firestore itself takes 10 MiB a request."""

_RESERVED = re.compile(r"__.*__", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def check_id(id: str) -> None:
    """Raise ``Invalid`` unless ``id`` can name a document: 1 to 1,500 bytes of UTF-8 without ``/`` and controls."""
    if not isinstance(id, str):
        raise _bad("A record's id must be text.", "bad_id")
    if not 0 < _utf8_length(id) <= MAX_NAME_BYTES or id in (".", ".."):
        raise _bad("A record's id must have 1 to 1,500 bytes and not be a dot.", "bad_id")
    if "/" in id or _CONTROL.search(id) or _RESERVED.fullmatch(id):
        raise _bad("A record's id must have no slash, no control character and not look like __this__.", "bad_id")


def check_collection(path: str) -> None:
    """Raise ``Invalid`` unless ``path`` names a collection: an odd number of ids joined by ``/``."""
    if not isinstance(path, str):
        raise _bad("A collection's path must be text.", "bad_path")
    segments = path.split("/")
    if len(segments) % 2 == 0:
        raise _bad("A collection's path must have an odd number of parts.", "bad_path")
    for segment in segments:
        check_id(segment)


def check_name(collection: str, id: str) -> None:
    """Raise ``Invalid`` unless both name a document."""
    check_collection(collection)
    check_id(id)


def plain(collection: str, id: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``data`` as a copy of plain types with times in UTC, without ``rev``; ``Invalid`` if it cannot be stored.

    A ``StrEnum`` becomes its text and a tuple a list, as they would after a round trip through any store.
    """
    return _measured(collection, id, data)[0]


def checked(writes: Sequence[Write]) -> list[Write]:
    """Return the writes with plain data; ``Invalid`` if they cannot be one commit."""
    if len(writes) > MAX_WRITES:
        raise _bad(f"At most {MAX_WRITES} records can change at once.", "too_many_writes")
    if len({(write.collection, write.id) for write in writes}) < len(writes):
        raise _bad("One record cannot change twice at once.", "written_twice")
    kept = [_checked(write) for write in writes]
    if sum(size for _, size in kept) > MAX_COMMIT_BYTES:
        raise _bad("Too much data to change at once (over 4 MB).", "too_large")
    return [write for write, _ in kept]


def version(rev: int, stamp: str) -> str:
    """Return a version: the ``rev`` it stands for and a stamp no other write of that document ever has."""
    return f"{rev}@{stamp}"


def parts(version: str) -> tuple[int, str]:
    """Return ``rev`` and stamp of a version; ``Conflict`` for one that no store ever gave, as for any stale one."""
    rev, at, stamp = version.partition("@") if isinstance(version, str) else ("", "", "")
    if not (at and rev.isascii() and rev.isdigit() and len(rev) < 19):
        raise moved()
    return int(rev), stamp


def moved() -> Conflict:
    """Return the error of a write at a version that is no longer (or never was) the document's."""
    return Conflict("Somebody else changed this in the meantime.", reason="moved")


def exists() -> Conflict:
    """Return the error of a create whose id is taken."""
    return Conflict("This is already there.", reason="exists")


def _checked(write: Write) -> tuple[Write, int]:
    """Return the write with plain data, and its bytes."""
    if isinstance(write, Delete):
        check_name(write.collection, write.id)
        return write, 0
    kept, size = _measured(write.collection, write.id, write.data)
    return replace(write, data=kept), size


def _measured(collection: str, id: str, data: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """Return what ``plain`` returns, and the document's bytes as Firestore counts them.

    https://firebase.google.com/docs/firestore/storage-size
    """
    check_name(collection, id)
    if not isinstance(data, Mapping):
        raise _bad("A record must be a map of named values.", "bad_value")
    copying = _Copying()
    kept = copying.map({name: value for name, value in data.items() if name != "rev"}, 1)
    if copying.values > MAX_VALUES:
        raise _bad(f"The record has too many values (over {MAX_VALUES:,}).", "too_large")
    names = sum(_utf8_length(segment) + 1 for segment in (*collection.split("/"), id, "rev"))
    size = names + copying.bytes + 16 + 32 + 8
    if size > MAX_DOCUMENT_BYTES or copying.largest > MAX_VALUE_BYTES:
        raise _bad("The record is too large to keep (over 1 MiB).", "too_large")
    return kept, size


class _Copying:
    """Copies data as plain types and counts on the way, for every document of every write comes through here.

    ``bytes`` are Firestore's, ``largest`` the most of any outermost value, ``values`` those that hold no others.
    """

    __slots__ = ("bytes", "largest", "values")

    def __init__(self) -> None:
        self.bytes = self.values = self.largest = 0

    def map(self, data: Mapping[str, Any], depth: int) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for name, value in data.items():
            self.bytes += _name_size(name)
            before = self.bytes
            kept[str.__str__(name)] = self._value(value, depth)
            if depth == 1:
                self.largest = max(self.largest, self.bytes - before)
        return kept

    def _value(self, value: Any, depth: int) -> Any:
        if isinstance(value, str):
            self.bytes += _utf8_length(value) + 1
            self.values += 1
            return str.__str__(value)
        if isinstance(value, (dict, list, tuple, Mapping)):
            return self._container(value, depth)
        plain = _plain_scalar(value)
        self.bytes += len(plain) if isinstance(plain, bytes) else 1 if plain is None or isinstance(plain, bool) else 8
        self.values += 1
        return plain

    def _container(self, value: Mapping[str, Any] | list[Any] | tuple[Any, ...], depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise _bad(f"A record is nested deeper than {MAX_DEPTH} levels.", "bad_value")
        if isinstance(value, Mapping):
            return self.map(value, depth + 1)
        if any(isinstance(item, (list, tuple)) for item in value):
            raise _bad("A list cannot hold a list.", "bad_value")
        return [self._value(item, depth + 1) for item in value]


def _name_size(name: Any) -> int:
    """Return the bytes of a field's name; ``Invalid`` if it can be none."""
    length = _utf8_length(name) if isinstance(name, str) else 0
    if not 0 < length <= MAX_NAME_BYTES or (name[0] == "_" and _RESERVED.fullmatch(name)):
        raise _bad("A field's name must be text of 1 to 1,500 bytes and not look like __this__.", "bad_field")
    return length + 1


def _plain_scalar(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise _bad("A whole number is beyond 64 bits.", "bad_value")
        return int(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise _bad("A number is not finite.", "bad_value")
        return float(value)
    if isinstance(value, bytes):
        return bytes(value)
    if isinstance(value, datetime):
        return _utc(value)
    raise _bad(f"A value of type {type(value).__name__} cannot be stored.", "bad_value")


def _utc(value: datetime) -> datetime:
    """Return a plain datetime: a store's own subclass may carry nanoseconds that would not survive the other store."""
    if value.utcoffset() is None:
        raise _bad("A time has no time zone.", "bad_value")
    try:
        at = value.astimezone(UTC)
    except OverflowError as error:
        raise _bad("A time is outside the years 1 to 9999.", "bad_value") from error
    return datetime(at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond, tzinfo=UTC)


def _utf8_length(text: str) -> int:
    if text.isascii():
        return len(text)
    try:
        return len(text.encode())
    except UnicodeEncodeError as error:
        raise _bad("A text holds half a character (a lone surrogate).", "bad_value") from error


def _bad(message: str, reason: str) -> Invalid:
    return Invalid(message, reason=reason)
