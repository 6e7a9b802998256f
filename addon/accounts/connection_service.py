"""Shows the connections, and tests one: a call that changes nothing and costs nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from addon.accounts.connection_model import Connection, Door, Standing, Tested
from addon.accounts.connection_repository import ConnectionRepository
from addon.accounts.grant_model import Grant, GrantKind, GrantState
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import AssistantError, Invalid, Rejected
from addon.ports import Bookings, Clock, Documents, Mailboxes, Spreadsheets, TextModel

SHOWN = 3
"""Models a message names."""

GRANTED = {Door.GMAIL: GrantKind.GMAIL, Door.SHEETS_AWAY: GrantKind.SHEETS}
"""Doors that a grant opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What connections lead to; ``firestore_project`` is blank where the store is a file."""

    documents: Documents
    spreadsheets: Spreadsheets
    model: TextModel | None
    bookings: Bookings | None
    grants: Grants
    mailboxes: Mailboxes | None = None
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
        return tuple(self._connection(caller, door, known.get(door, Tested())) for door in Door)

    def test(self, caller: Caller, door: Door, file: str, access_token: str) -> Connection:
        """Knock at a door with what this request may use, and keep what was found; ``Invalid`` if there is none.

        A store that does not answer is ``Unavailable``: there is nowhere to keep that.
        """
        if not self._is_there(caller, door):
            raise Invalid("There is nothing to test here yet.", reason="no_connection")
        before = self._repository.find(caller.tenant, caller.user, [door]).get(door, Tested())
        try:
            account = self._knock(caller, door, file, access_token)
            tested = Tested(account=account, last_success=self._clock.now(), tested_at=self._clock.now())
        except AssistantError as error:
            if door is Door.STORE or isinstance(error, Invalid):
                raise
            tested = replace(_failed(before, error), tested_at=self._clock.now())
        self._repository.save(caller.tenant, caller.user, door, tested)
        audit("accounts:connection:tested", tenant=caller.tenant, user=caller.user, door=door, reason=tested.reason)
        return self._connection(caller, door, tested)

    def disconnect(self, caller: Caller, door: Door) -> bool:
        """End the grant behind a door; return whether Google ended it too. ``Invalid`` where no grant opens it."""
        if door not in GRANTED:
            raise Invalid("There is nothing to disconnect here.", reason="no_connection")
        ended = self._doors.grants.disconnect(caller, GRANTED[door])
        self._repository.save(caller.tenant, caller.user, door, Tested())
        return ended

    def _knock(self, caller: Caller, door: Door, file: str, access_token: str) -> str:
        if door is Door.GMAIL:
            return self._knock_at_gmail(caller)
        if door is Door.SHEETS_AWAY:
            return self._knock_while_away(caller, file)
        if door is Door.SHEETS:
            return self._knock_at_sheets(caller, file, access_token)
        if door is Door.GEMINI and self._doors.model:
            return _knock_at_model(self._doors.model)
        if door is Door.CALENDLY and self._doors.bookings:
            return self._doors.bookings.account()
        self._doors.documents.ping()
        return self._doors.firestore_project

    def _knock_at_gmail(self, caller: Caller) -> str:
        mailboxes, grants = self._doors.mailboxes, self._doors.grants
        if mailboxes is None:
            raise Rejected("This server cannot send mail.", reason="no_mailbox")
        grant = grants.living(caller.tenant, caller.user, GrantKind.GMAIL)
        found = grants.using(
            caller.tenant, caller.user, GrantKind.GMAIL, lambda token: mailboxes.open(token).profile().address
        )
        if found.casefold() != grant.account.casefold():
            raise Rejected("This is another mailbox than the one you connected.", reason="other_mailbox")
        return found

    def _knock_while_away(self, caller: Caller, file: str) -> str:
        if not file:
            raise _no_file()
        grants, sheets = self._doors.grants, self._doors.spreadsheets
        grant = grants.living(caller.tenant, caller.user, GrantKind.SHEETS)
        grants.using(caller.tenant, caller.user, GrantKind.SHEETS, lambda token: sheets.open(file, token).describe())
        return grant.account

    def _knock_at_sheets(self, caller: Caller, file: str, access_token: str) -> str:
        if not file or not access_token:
            raise _no_file()
        self._doors.spreadsheets.open(file, access_token).describe()
        return caller.email

    def _connection(self, caller: Caller, door: Door, tested: Tested) -> Connection:
        if door in GRANTED:
            return self._granted(caller, door, tested)
        if not self._is_there(caller, door):
            return Connection(door=door, standing=Standing.ABSENT)
        return _found(door, tested, self._account(door))

    def _granted(self, caller: Caller, door: Door, tested: Tested) -> Connection:
        kind, grants = GRANTED[door], self._doors.grants
        grant = grants.find(caller.tenant, caller.user, kind)
        connect = grants.begin(caller, kind) if grants.is_ready(kind) else ""
        if grant is None:
            return Connection(door=door, standing=Standing.ABSENT, grant=kind, connect=connect)
        if grant.state is GrantState.DEAD:
            return Connection(door=door, standing=Standing.DEAD, account=grant.account, grant=kind, connect=connect)
        current = tested if _is_of(tested, grant) else Tested()
        return replace(_found(door, current, grant.account), grant=kind, connect=connect)

    def _is_there(self, caller: Caller, door: Door) -> bool:
        if door in GRANTED:
            return self._doors.grants.find(caller.tenant, caller.user, GRANTED[door]) is not None
        absent = {Door.GEMINI: self._doors.model is None, Door.CALENDLY: self._doors.bookings is None}
        return not absent.get(door, False)

    def _account(self, door: Door) -> str:
        if door is Door.GEMINI and self._doors.model:
            return self._doors.model.name
        return self._doors.firestore_project if door is Door.STORE else ""


def _found(door: Door, tested: Tested, account: str) -> Connection:
    standing = Standing.FAILS if tested.reason else Standing.WORKS if tested.last_success else Standing.UNTESTED
    return Connection(
        door=door,
        standing=standing,
        account=account or tested.account,
        last_success=tested.last_success,
        problem=tested.problem,
        values=tested.values,
    )


def _is_of(tested: Tested, grant: Grant) -> bool:
    """Whether what was found is of this grant: one given anew has not been tried."""
    return tested.tested_at is not None and tested.tested_at >= grant.granted_at


def _no_file() -> Invalid:
    return Invalid("Open your lead sheet and press the icon there, so that we know which file you mean.")


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
