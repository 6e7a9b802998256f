"""What is wrong with the rows of a sheet, before anything is sent to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from addon.leads.model import Field, Finding, Lead, Problem
from addon.leads.person import person
from addon.lib.address import is_consumer, is_role
from addon.lib.text import fold

MANY_AT_COMPANY = 5
"""Rows of one company up to which a list looks like people, not like a whole staff (our judgement)."""

ORDER = tuple(Problem)
"""Findings stand in the order of the problems: what stops a mail first."""


def findings(leads: Iterable[Lead]) -> tuple[Finding, ...]:
    """Return what is wrong, each with its rows in order; ``MANY_AT_COMPANY`` once a company, the largest first.

    A row is a duplicate if an earlier one has the same person; the first is fine.
    """
    leads = tuple(leads)
    rows: dict[Problem, list[int]] = {}
    seen: set[str] = set()
    for lead in leads:
        for problem in _problems(lead, seen):
            rows.setdefault(problem, []).append(lead.row)
    found = [Finding(problem=problem, rows=tuple(rows[problem])) for problem in ORDER if problem in rows]
    return (*found, *_crowds(leads))


def _problems(lead: Lead, seen: set[str]) -> Iterator[Problem]:
    address = lead.value(Field.EMAIL)
    known = person(address)
    if known is None:
        yield Problem.BAD_EMAIL if address else Problem.NO_EMAIL
    else:
        if known in seen:
            yield Problem.DUPLICATE
        seen.add(known)
        if is_role(known):
            yield Problem.ROLE_ADDRESS
        if is_consumer(known):
            yield Problem.CONSUMER_ADDRESS
    if not (lead.value(Field.FIRST_NAME) or lead.value(Field.FULL_NAME)):
        yield Problem.NO_FIRST_NAME
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
