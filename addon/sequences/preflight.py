"""The pre-flight: what stops a campaign, which rows stay out and why, and what should be known before Confirm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from addon.leads.model import Problem
from addon.sequences import preflight_words as words
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import Light, Preflight
from addon.sequences.preflight_words import Words

_SAME = {"unknown_field": "bad_template"}
"""Reasons of composing that are told like another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """One chosen row. ``problems`` are what Check leads found; ``holder`` names the colleague who writes to the person.

    ``is_enrolled`` says that they are in a sequence of the user's own, ``is_held`` that a mail of it waits for the
    user, ``is_in_doubt`` that it was ended while nobody knew whether its mail had gone. ``company`` groups people of
    one firm (``""``: with nobody), of whom ``colleagues`` are written to already. ``stop`` is the reason with which
    composing any of the row's mails was refused, ``stop_name`` the ``name`` or ``found`` of that error.
    ``has_default`` says that a follow-up has our standard text.
    """

    row: int
    problems: Sequence[Problem] = ()
    is_enrolled: bool = False
    is_held: bool = False
    is_in_doubt: bool = False
    holder: str = ""
    company: str = ""
    colleagues: int = 0
    stop: str = ""
    stop_name: str = ""
    has_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What holds for the whole campaign; the defaults are in order.

    ``sender`` is the address mails leave from, ``account`` the one Gmail signed in. ``company_limit`` people of a firm
    may be written to (0: any number). ``later`` chosen rows are beyond the ``most`` of one campaign. At ``cap`` mails a
    day the first mails go on ``days`` different days.
    """

    sender: str = ""
    account: str = ""
    is_stopped: bool = False
    has_postal_address: bool = True
    has_grant: bool = True
    is_sender_right: bool = True
    has_sheet_grant: bool = True
    is_paused: bool = False
    company_limit: int = 0
    most: int = 0
    later: int = 0
    cap: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Flight:
    """The lines, red before amber before green, and the rows (1-based) that go, in the order they were chosen in."""

    lines: tuple[Preflight, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Why:
    """What is the matter with a row; rows that share it share a line. ``name`` and ``value`` fill the line's text."""

    what: str
    name: str = ""
    value: str = ""


def preflight(rows: Sequence[RowFacts], setup: Setup) -> Flight:
    """Return what the pre-flight shows; a row goes if nothing of its own stops it, whatever stops the campaign."""
    out = left_out(rows, setup.company_limit)
    going = [one for one in rows if one.row not in out]
    lines = (
        *_stops(setup, has_rows=bool(rows)),
        *_grouped(Light.RED, words.LEFT_OUT, out.items()),
        *_needs(setup),
        *_grouped(Light.AMBER, words.KNOWN, _known(going)),
        *_greens(going, setup),
    )
    return Flight(lines=lines, rows=tuple(one.row for one in going))


def left_out(rows: Sequence[RowFacts], company_limit: int) -> dict[int, _Why]:
    """Return the rows that stay out, each with its first reason; of one firm the first rows go, up to the limit."""
    out: dict[int, _Why] = {}
    going: Counter[str] = Counter()
    for one in rows:
        why = _own_reason(one)
        if why is None and one.company and 0 < company_limit <= one.colleagues + going[one.company]:
            why = _Why(Lock.COMPANY, "most", str(company_limit))
        if why is not None:
            out[one.row] = why
        elif one.company:
            going[one.company] += 1
    return out


def _own_reason(one: RowFacts) -> _Why | None:
    problem = next((found for found in words.LEFT_OUT if found in set(one.problems)), None)
    if problem is not None:
        return _Why(problem)
    if one.is_held or one.is_in_doubt:
        return _Why(words.HELD if one.is_held else words.IN_DOUBT)
    if one.is_enrolled:
        return _Why(words.ENROLLED)
    if one.holder:
        return _Why(Lock.PERSON, "holder", one.holder)
    return _refused(one) if one.stop else None


def _refused(one: RowFacts) -> _Why:
    what = _SAME.get(one.stop, one.stop)
    if what not in words.LEFT_OUT:
        return _Why(words.OTHER)
    wanted = next((name for _, name, _, _ in Formatter().parse(words.LEFT_OUT[what].text) if name), "")
    return _Why(what, wanted, one.stop_name if wanted else "")


def _known(going: Iterable[RowFacts]) -> Iterator[tuple[int, _Why]]:
    """Yield what should be known of each row that goes."""
    for one in going:
        yield from ((one.row, _Why(problem)) for problem in one.problems if problem in words.KNOWN)


def _grouped(light: Light, said: Mapping[str, Words], found: Iterable[tuple[int, _Why]]) -> Iterator[Preflight]:
    """Yield a line for everything that is the matter, with the rows it is about, in the order of the words."""
    rows: dict[_Why, list[int]] = {}
    for row, why in found:
        rows.setdefault(why, []).append(row)
    order = list(said)
    for why in sorted(rows, key=lambda one: (order.index(one.what), one.value)):
        values = {why.name: why.value} if why.name else {}
        yield _line(light, said, why.what, values, tuple(rows[why]))


def _line(
    light: Light, said: Mapping[str, Words], what: str, values: Mapping[str, str], rows: tuple[int, ...] = ()
) -> Preflight:
    text = said[what]
    return Preflight(light=light, what=str(what), text=text.text, mend=text.mend, values=values, rows=rows)


def _stops(setup: Setup, *, has_rows: bool) -> Iterator[Preflight]:
    asked = (
        (setup.is_stopped, Lock.KILL_SWITCH),
        (not setup.has_postal_address, Lock.NO_ADDRESS),
        (not setup.has_grant, Lock.GRANT),
        (setup.has_grant and not setup.is_sender_right, Lock.SENDER),
        (not has_rows, words.NO_ROWS),
    )
    for holds, what in asked:
        if holds:
            values = {"account": setup.account} if what == Lock.SENDER else {}
            yield _line(Light.RED, words.STOPS, what, values)


def _needs(setup: Setup) -> Iterator[Preflight]:
    if not setup.has_sheet_grant:
        yield _line(Light.AMBER, words.NEEDS, Lock.SHEET_GRANT, {})
    if setup.is_paused:
        yield _line(Light.AMBER, words.NEEDS, Lock.MAILBOX_PAUSED, {})
    if setup.later:
        yield _line(Light.AMBER, words.NEEDS, words.LATER, {"count": str(setup.later), "most": str(setup.most)})
    if setup.days > 1:
        yield _line(Light.AMBER, words.NEEDS, words.DAYS, {"cap": str(setup.cap), "days": str(setup.days)})


def _greens(going: Sequence[RowFacts], setup: Setup) -> Iterator[Preflight]:
    if going:
        yield _line(Light.GREEN, words.GREENS, words.READY, {"count": str(len(going))})
    if setup.has_grant and setup.is_sender_right and setup.sender:
        yield _line(Light.GREEN, words.GREENS, Lock.GRANT, {"sender": setup.sender})
    if setup.has_postal_address:
        yield _line(Light.GREEN, words.GREENS, Lock.NO_ADDRESS, {})
    if setup.has_sheet_grant:
        yield _line(Light.GREEN, words.GREENS, Lock.SHEET_GRANT, {})
    if any(one.has_default for one in going):
        yield _line(Light.GREEN, words.GREENS, words.DEFAULTS, {})
