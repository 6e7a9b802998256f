"""What is wrong with the rows of a sheet, before anything is sent to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from addon.leads.cells import legal_words
from addon.leads.evidence import holds_addresses
from addon.leads.model import Field, Finding, Lead, Problem
from addon.leads.names_in_rows import name_language
from addon.leads.person import person
from addon.leads.slips import slips
from addon.lib.address import domain_of, is_consumer, is_disposable, is_role, mailbox_of
from addon.lib.names import can_greet
from addon.lib.text import words

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
        yield _of_no_address(address)
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


def _of_no_address(text: str) -> Problem:
    if not text:
        return Problem.NO_EMAIL
    return Problem.SEVERAL_EMAILS if holds_addresses(text) and text.count("@") > 1 else Problem.BAD_EMAIL


def _of_person(lead: Lead) -> Iterator[Problem]:
    name = lead.value(Field.FIRST_NAME) or lead.value(Field.FULL_NAME)
    if not name:
        yield Problem.NO_FIRST_NAME
    elif not can_greet(name, name_language(lead.values)):
        yield Problem.NAME_UNUSABLE
    if not lead.value(Field.COMPANY):
        yield Problem.NO_COMPANY


def _crowds(leads: Sequence[Lead]) -> Iterator[Finding]:
    """Yield the companies with many rows: one is a domain, or a name where there is no address of its own.

    Private mailboxes say nothing: ``self-employed`` is no company, however many write it.
    """
    places = [(lead, _domain(lead), _company(lead)) for lead in leads]
    homes = {company: domain for _, domain, company in places if company and domain}
    rows: dict[str, list[Lead]] = {}
    for lead, domain, company in places:
        if domain is not None and (key := domain or homes.get(company, company)):
            rows.setdefault(key, []).append(lead)
    crowds = [found for found in rows.values() if len(found) > MANY_AT_COMPANY]
    for found in sorted(crowds, key=len, reverse=True):
        names = Counter(name for lead in found if (name := lead.value(Field.COMPANY))).most_common(1)
        name = names[0][0] if names else _domain(found[0]) or ""
        yield Finding(problem=Problem.MANY_AT_COMPANY, rows=tuple(lead.row for lead in found), detail=name)


def _domain(lead: Lead) -> str | None:
    """Return the domain of a lead's address, ``""`` without an address, None for a private mailbox."""
    known = person(lead.value(Field.EMAIL))
    if known is None:
        return ""
    return None if is_consumer(known) or is_disposable(known) else domain_of(known)


def _company(lead: Lead) -> str:
    return " ".join(word for word in words(lead.value(Field.COMPANY)) if word not in legal_words())
