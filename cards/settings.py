"""Settings: who you are here, what is connected and whether it answers, and the way to what drafts rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addon.accounts.connection_model import Connection, Door, Standing
from cards import connect
from cards import widgets as w
from cards.actions import Action, Param
from cards.response import Card
from cards.words import Message, moment, say, say_kept

DOORS = {
    Door.GMAIL: Message("Gmail"),
    Door.SHEETS: Message("Google Sheets, the open file"),
    Door.SHEETS_AWAY: Message("Google Sheets, while you are away"),
    Door.GEMINI: Message("Gemini"),
    Door.CALENDLY: Message("Calendly"),
    Door.STORE: Message("Store"),
}

ABSENT = {
    Door.GMAIL: Message("✗ Not connected: drafts are written into the sheet, nothing is sent"),
    Door.SHEETS_AWAY: Message("✗ Not connected: the sheet is read and written only while its sidebar is open"),
    Door.GEMINI: Message("✗ No key: the offline writer composes every draft"),
    Door.CALENDLY: Message("✗ No key: the booking link from What we sell is used as it is"),
}
"""What it means that there is nothing behind a door."""

DEAD = Message("✗ {account}: Google no longer lets us in. Connect again.")
NO_CLIENT = Message("This server has no OAuth client for it. Its administrator can set one up.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What Settings shows. ``place`` finds the open sheet and tab again, where one is open."""

    email: str
    time_zone: str
    connections: Sequence[Connection]
    place: dict[Param, str]


def settings(view: Settings) -> Card:
    """Show the account, the connections, and the ways on."""
    return w.card(
        say("Settings"),
        [
            w.section(w.fact(view.email, label=say("Signed in as"), icon="PERSON")),
            w.section(*_connections(view), header=say("Connections")),
            w.section(*_ways(view.place), header=say("What drafts rest on")),
            w.section(_sending(view.place), header=say("Sending")),
            w.section(w.buttons(w.button(say("Back to Home"), Action.SHOW_HOME, view.place))),
        ],
        name="settings",
    )


def finding(connection: Connection) -> str:
    """Say in one sentence what a test has found."""
    name = say(DOORS[connection.door])
    if connection.standing is Standing.FAILS:
        return say("{connection}: {problem}", connection=name, problem=_problem(connection))
    return say("{connection} answered: the connection works.", connection=name)


def disconnected(door: Door, *, ended: bool) -> str:
    """Say that a grant is gone, and whether Google knows."""
    name = say(DOORS[door])
    if ended:
        return say("{connection} is disconnected.", connection=name)
    return say(
        "{connection} is disconnected here. Google did not answer: remove the add-on at myaccount.google.com too.",
        connection=name,
    )


def _sending(place: dict[Param, str]) -> w.Widget | None:
    return w.buttons(
        w.button(say("Who mails come from"), Action.SHOW_SENDER, place),
        w.button(say("Rules of sending"), Action.SHOW_POLICY, place),
    )


def _ways(place: dict[Param, str]) -> tuple[w.Widget | None, ...]:
    has_file = bool(place.get(Param.FILE))
    return (
        w.buttons(
            w.button(say("What we sell"), Action.SHOW_OFFER, place),
            w.button(say("Ideal customer"), Action.SHOW_IDEAL, place) if has_file else None,
        ),
        w.buttons(
            w.button(say("Snippets"), Action.SHOW_SNIPPETS, place),
            w.button(say("Problems we solve"), Action.SHOW_PAINS, place),
        ),
    )


def _connections(view: Settings) -> list[w.Widget | None]:
    return [widget for one in view.connections for widget in _connection(one, view)]


def _connection(connection: Connection, view: Settings) -> tuple[w.Widget | None, ...]:
    """Show one door, and its test below: beside the text, a button would leave no room for a reason."""
    lines = [_standing(connection), _since(connection, view), _hint(connection)]
    fact = w.fact("\n".join(filter(None, lines)), label=say(DOORS[connection.door]))
    parameters = view.place | {Param.DOOR: str(connection.door)}
    is_there = connection.standing is not Standing.ABSENT
    is_alive = is_there and connection.standing is not Standing.DEAD
    return fact, w.buttons(
        _connect(connection) if not is_alive else None,
        w.button(say("Test connection"), Action.TEST_CONNECTION, parameters) if is_alive else None,
        w.button(say("Disconnect"), Action.DISCONNECT, parameters) if is_there and connection.grant else None,
    )


def _connect(connection: Connection) -> w.Widget | None:
    if connection.grant is None or not connection.connect:
        return None
    return w.popup_button(say(connect.BUTTONS[connection.grant]), connection.connect)


def _hint(connection: Connection) -> str:
    return say(NO_CLIENT) if connection.grant and not connection.connect else ""


def _standing(connection: Connection) -> str:
    if connection.standing is Standing.ABSENT:
        return say(ABSENT[connection.door])
    if connection.standing is Standing.DEAD:
        return say(DEAD, account=connection.account or w.NOTHING)
    account = _account(connection)
    if connection.standing is Standing.FAILS:
        return f"✗ {account}\n{_problem(connection)}" if account else f"✗ {_problem(connection)}"
    if connection.standing is Standing.WORKS:
        return f"✓ {account}"
    return say("{account}: not tested yet", account=account) if account else say("Not tested yet")


def _account(connection: Connection) -> str:
    if connection.door is Door.STORE:
        project = connection.account
        return say("Firestore, project {project}", project=project) if project else say("SQLite, a file on the server")
    return connection.account


def _problem(connection: Connection) -> str:
    return say(connection.problem, **connection.values) if connection.values else say_kept(connection.problem)


def _since(connection: Connection, view: Settings) -> str:
    at = connection.last_success
    return say("Last success {time}", time=moment(at, view.time_zone)) if at else ""
