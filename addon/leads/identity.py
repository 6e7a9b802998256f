"""Which lead a row is, whatever became of the sheet (DESIGN 5.4).

An id proves itself: it is made from where the tab is and who the person is, so a row that was pasted over, edited or
copied to another file is told from one that was merely moved, without asking the store. The rules are deterministic:
after a crash the same rows get the same ids again.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from addon.lib.ids import digest

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
"""What an id begins with, so that no spreadsheet takes it for a number."""

SYMBOLS = "0123456789" + LETTERS
"""Crockford's base 32: no I, L, O, U, which are misread."""

_TO_SYMBOLS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", SYMBOLS.encode())

LENGTH = 10
"""Characters of an id: 49 bits, one chance in 1,000 of a clash among a million leads."""

DRAWN = 5
"""Characters drawn by lot at the start of an id without a person; the others check them."""

MAX_NTH = 9_999_999
"""More rows than a spreadsheet can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where an id is good: one tab of one file of one tenant."""

    tenant: str
    spreadsheet_id: str
    sheet_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowIdentity:
    """A row as found: the text in its Lead ID cell (``""`` for none) and its person (None without a valid address)."""

    id: str
    person: str | None


def id_for(scope: Scope, person: str, nth: int = 0) -> str:
    """Return the id of the ``nth`` row (from 0) of a person: ten characters, from the second on with ``-2``."""
    stem = _spelled(digest(*_parts(scope), "person", person, str(nth)), LENGTH)
    return f"{stem}-{nth + 1}" if nth else stem


def id_without_person(scope: Scope, entropy: bytes, attempt: int = 0) -> str:
    """Return an id for a row without a valid address: five characters drawn, five that check them in this scope."""
    drawn = _spelled(digest("drawn", entropy.hex(), str(attempt)), DRAWN)
    return drawn + _check(scope, drawn)


def verifies(scope: Scope, id: str, person: str | None) -> bool:
    """Whether an id was made in this scope for this person (None: for a row without a valid address)."""
    if person is None:
        return len(id) == LENGTH and id[DRAWN:] == _check(scope, id[:DRAWN])
    nth = _nth(id)
    return nth is not None and id == id_for(scope, person, nth)


def resolve(scope: Scope, rows: Sequence[RowIdentity], new_entropy: Callable[[], bytes]) -> list[str]:
    """Return the right id of every row of the tab, in order, all different.

    An id made here for the row's person stays, wherever the row now stands; of several copies the first keeps it.
    Every other row gets a new one: of a person the lowest number that is free, without a person one by lot.
    ``rows`` must be all rows of the tab: an id is free if none of them has it.
    """
    ids = _kept(scope, rows)
    taken = {id for id in ids if id}
    numbers = _Numbers(scope, taken)
    for at, row in enumerate(rows):
        if ids[at]:
            continue
        found = _drawn(scope, new_entropy(), taken) if row.person is None else numbers.next(row.person)
        ids[at] = found
        taken.add(found)
    return ids


@dataclass(slots=True)
class _Numbers:
    """Hands out the free ids of persons, each number looked at once."""

    scope: Scope
    taken: set[str]
    ahead: dict[str, Iterator[int]] = field(default_factory=dict)

    def next(self, person: str) -> str:
        numbers = self.ahead.setdefault(person, count())
        return next(id for nth in numbers if (id := id_for(self.scope, person, nth)) not in self.taken)


def _kept(scope: Scope, rows: Sequence[RowIdentity]) -> list[str]:
    """Return the ids that stay, ``""`` where a new one is due."""
    kept: list[str] = []
    seen: set[str] = set()
    for row in rows:
        stays = row.id not in seen and verifies(scope, row.id, row.person)
        kept.append(row.id if stays else "")
        seen.add(kept[-1])
    return kept


def _drawn(scope: Scope, entropy: bytes, taken: set[str]) -> str:
    return next(id for attempt in count() if (id := id_without_person(scope, entropy, attempt)) not in taken)


def _nth(id: str) -> int | None:
    """Return the number an id says it has, None if it is written as no id of ours is."""
    stem, dash, number = id.partition("-")
    if len(stem) != LENGTH:
        return None
    if not dash:
        return 0
    if not (number.isascii() and number.isdecimal()) or number[0] == "0" or len(number) > len(str(MAX_NTH)):
        return None
    return int(number) - 1 if number != "1" else None


def _check(scope: Scope, drawn: str) -> str:
    return _spelled(digest(*_parts(scope), "check", drawn), LENGTH - DRAWN)


def _parts(scope: Scope) -> tuple[str, str, str]:
    return scope.tenant, scope.spreadsheet_id, str(scope.sheet_id)


def _spelled(digits: str, length: int) -> str:
    """Spell the front of a hexadecimal digest: a letter, then symbols."""
    front = bytes.fromhex(digits[:18])
    return LETTERS[front[8] % len(LETTERS)] + b32encode(front[:8])[: length - 1].translate(_TO_SYMBOLS).decode()
