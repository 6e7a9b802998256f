"""The store's schema: its version lies in ``meta/schema``, and named migrations bring an older one up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from addon.errors import Conflict, Invalid, Unavailable
from addon.ports import Documents, Snapshot

COLLECTION, ID = "meta", "schema"

MAX_RACES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step from version ``id - 1`` to ``id``. ``run`` may be run again, or by two processes at once."""

    id: int
    text: str
    run: Callable[[Documents], None]


def _nothing(documents: Documents) -> None:
    """Change no document: recording that a migration is done is ``migrate``'s own work."""


MIGRATIONS: tuple[Migration, ...] = (Migration(id=1, text="Note the schema's version in meta/schema", run=_nothing),)

SCHEMA_VERSION = MIGRATIONS[-1].id


def check(documents: Documents, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Return the store's version, 0 for an empty store; ``Invalid`` if a newer release than this one wrote it."""
    return _version(documents.get(COLLECTION, ID), migrations)


def plan(documents: Documents, migrations: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Return what ``migrate`` would do, one line a migration."""
    at = check(documents, migrations)
    return [_line(step) for step in migrations if step.id > at]


def migrate(documents: Documents, migrations: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Run what is pending and return a line for each migration this call completed.

    Each is recorded at the version that was read, so of two processes that start at once one records it and the other
    goes on from there. ``Invalid`` on a newer store, ``Unavailable`` if others keep moving the record.
    """
    done: list[str] = []
    for _ in range(len(migrations) + MAX_RACES):
        found = documents.get(COLLECTION, ID)
        at = _version(found, migrations)
        step = next((step for step in migrations if step.id > at), None)
        if step is None:
            return done
        step.run(documents)
        if _record(documents, found, step):
            done.append(_line(step))
    raise Unavailable("The store is being migrated by somebody else. Try again.", reason="contended")


def _record(documents: Documents, found: Snapshot | None, step: Migration) -> bool:
    """Return whether it was us who recorded the step."""
    try:
        if found is None:
            documents.create(COLLECTION, ID, {"version": step.id})
        else:
            documents.replace(COLLECTION, ID, {**found.data, "version": step.id}, found.version)
    except Conflict:
        return False
    return True


def _version(found: Snapshot | None, migrations: Sequence[Migration]) -> int:
    version = found.data.get("version") if found else 0
    if type(version) is not int or version < 0:
        raise Invalid("meta/schema holds no version: restore the store from a backup.", reason="schema_unreadable")
    newest = migrations[-1].id
    if version > newest:
        raise Invalid(
            f"The store has schema {version}, this release knows {newest}: start the newer one, or restore a backup.",
            reason="schema_newer",
        )
    return version


def _line(step: Migration) -> str:
    return f"{step.id}: {step.text}"
