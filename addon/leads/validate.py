"""What is wrong with the rows of a sheet, before anything is sent to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from addon.leads.model import Field, Finding, Lead, Problem
from addon.leads.person import person
from addon.leads.slips import slips
from addon.lib.address import is_consumer, is_disposable, is_role, mailbox_of
from addon.lib.names import can_greet
from addon.lib.text import fold

MANY_AT_COMPANY = 5
"""Rows of one company up to which a list looks like people, not like a whole staff (our judgement)."""

ORDER = {problem: place for place, problem in enumerate(Problem)}
"""Findings stand in the order of the problems: what stops a mail first."""


def findings(leads: Iterable[Lead]) -> tuple[Finding, ...]:
    """Return what is wrong, each with its rows in order, in the order of ``Problem``.

    ``TYPO`` comes once for each thing meant, ``MANY_AT_COMPANY`` once a company, the largest first. A row is a
    duplicate if an earlier one has the same person, a probable one if it is the same mailbox; the first is fine.
    """
    leads = tuple(leads)
    rows: dict[Problem, list[int]] = {}
    people: set[str] = set()
    mailboxes: set[str] = set()
    for lead in leads:
        for problem in (*_of_address(lead.value(Field.EMAIL), people, mailboxes), *_of_person(lead)):
            rows.setdefault(problem, []).append(lead.row)
    found = [Finding(problem=problem, rows=tuple(numbers)) for problem, numbers in rows.items()]
    return in_order([*found, *slips(leads), *_crowds(leads)])


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the problems, those of one problem as they come."""
    return tuple(sorted(found, key=lambda finding: ORDER[finding.problem]))


def _of_address(address: str, people: set[str], mailboxes: set[str]) -> Iterator[Problem]:
    known = person(address)
    if known is None:
        yield Problem.BAD_EMAIL if address else Problem.NO_EMAIL
        return
    mailbox = mailbox_of(known)
    if known in people:
        yield Problem.DUPLICATE
    elif mailbox in mailboxes:
        yield Problem.PROBABLE_DUPLICATE
    people.add(known)
    mailboxes.add(mailbox)
    if is_disposable(known):
        yield Problem.DISPOSABLE
    if is_role(known):
        yield Problem.ROLE_ADDRESS
    if is_consumer(known):
        yield Problem.CONSUMER_ADDRESS


def _of_person(lead: Lead) -> Iterator[Problem]:
    name = lead.value(Field.FIRST_NAME) or lead.value(Field.FULL_NAME)
    if not name:
        yield Problem.NO_FIRST_NAME
    elif not can_greet(name):
        yield Problem.NAME_UNUSABLE
    if not lead.value(Field.COMPANY):
        yield Problem.NO_COMPANY


def _crowds(leads: Sequence[Lead]) -> Iterator[Finding]:
    rows: dict[str, list[Lead]] = {}
    for lead in leads:
        if company := fold(lead.value(Field.COMPANY)):
            rows.setdefault(company, []).append(lead)
    crowds = [found for found in rows.values() if len(found) > MANY_AT_COMPANY]
    for found in sorted(crowds, key=len, reverse=True):
        name, _ = Counter(lead.value(Field.COMPANY) for lead in found).most_common(1)[0]
        yield Finding(problem=Problem.MANY_AT_COMPANY, rows=tuple(lead.row for lead in found), detail=name)
