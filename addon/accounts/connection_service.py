"""Shows the connections, and tests one: a call that changes nothing and costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

from addon.accounts.connection_model import Connection, Door, Standing, Tested
from addon.accounts.connection_repository import ConnectionRepository
from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import AssistantError, Invalid, Rejected
from addon.ports import Bookings, Clock, Documents, Spreadsheets, TextModel

SHOWN = 3
"""Models a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What connections lead to; ``firestore_project`` is blank where the store is a file."""

    documents: Documents
    spreadsheets: Spreadsheets
    model: TextModel | None
    bookings: Bookings | None
    firestore_project: str = ""


class Connections:
    """The connections of all tenants; every method takes the verified caller and stays in the caller's tenant."""

    def __init__(self, doors: Doors, clock: Clock) -> None:
        self._doors = doors
        self._repository = ConnectionRepository(doors.documents)
        self._clock = clock

    def shown(self, caller: Caller) -> tuple[Connection, ...]:
        """Return every door as it was last found, in the order of Settings."""
        known = self._repository.find(caller.tenant, caller.user, tuple(Door))
        return tuple(self._connection(door, known.get(door, Tested())) for door in Door)

    def test(self, caller: Caller, door: Door, file: str, access_token: str) -> Connection:
        """Knock at a door with what this request may use, and keep what was found; ``Invalid`` if there is none.

        A store that does not answer is ``Unavailable``: there is nowhere to keep that.
        """
        if not self._is_there(door):
            raise Invalid("There is nothing to test here yet.", reason="no_connection")
        before = self._repository.find(caller.tenant, caller.user, [door]).get(door, Tested())
        try:
            account = self._knock(caller, door, file, access_token)
            tested = Tested(account=account, last_success=self._clock.now())
        except AssistantError as error:
            if door is Door.STORE or isinstance(error, Invalid):
                raise
            tested = _failed(before, error)
        self._repository.save(caller.tenant, caller.user, door, tested)
        audit("accounts:connection:tested", tenant=caller.tenant, user=caller.user, door=door, reason=tested.reason)
        return self._connection(door, tested)

    def _knock(self, caller: Caller, door: Door, file: str, access_token: str) -> str:
        if door is Door.SHEETS:
            return self._knock_at_sheets(caller, file, access_token)
        if door is Door.GEMINI and self._doors.model:
            return _knock_at_model(self._doors.model)
        if door is Door.CALENDLY and self._doors.bookings:
            return self._doors.bookings.account()
        self._doors.documents.ping()
        return self._doors.firestore_project

    def _knock_at_sheets(self, caller: Caller, file: str, access_token: str) -> str:
        if not file or not access_token:
            raise Invalid("Open your lead sheet and press the icon there, so that we know which file you mean.")
        self._doors.spreadsheets.open(file, access_token).describe()
        return caller.email

    def _connection(self, door: Door, tested: Tested) -> Connection:
        if not self._is_there(door):
            return Connection(door=door, standing=Standing.ABSENT)
        standing = Standing.FAILS if tested.reason else Standing.WORKS if tested.last_success else Standing.UNTESTED
        return Connection(
            door=door,
            standing=standing,
            account=self._account(door) or tested.account,
            last_success=tested.last_success,
            problem=tested.problem,
            values=tested.values,
        )

    def _is_there(self, door: Door) -> bool:
        doors = self._doors
        absent = {Door.GMAIL: True, Door.GEMINI: doors.model is None, Door.CALENDLY: doors.bookings is None}
        return not absent.get(door, False)

    def _account(self, door: Door) -> str:
        if door is Door.GEMINI and self._doors.model:
            return self._doors.model.name
        return self._doors.firestore_project if door is Door.STORE else ""


def _knock_at_model(model: TextModel) -> str:
    usable = model.models()
    if model.name not in usable:
        raise Rejected(
            "This key cannot call {model}. Set GEMINI_MODEL to a model it can, such as {models}.",
            reason="no_such_model",
            model=model.name,
            models=", ".join(usable[:SHOWN]) or "—",
        )
    return model.name


def _failed(before: Tested, error: AssistantError) -> Tested:
    return Tested(
        account=before.account,
        last_success=before.last_success,
        reason=error.reason,
        problem=error.template,
        values={name: str(value) for name, value in error.values.items()},
    )
