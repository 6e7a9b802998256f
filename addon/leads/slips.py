"""Addresses with a slip of the keyboard: what they probably meant, with the whole sheet as witness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from addon.leads.model import Field, Finding, Lead, Problem
from addon.lib.address import domain_of, is_consumer, normalise
from addon.lib.text import fold
from addon.lib.typos import near_domain, suggest

OFTEN = 3
"""Rows at one domain from which on it is no slip."""

MANY = 3
"""Rows at one domain of a company that make it the company's, if no more than one stands beside it."""

MAX_HINTS = 20
"""Hints told apart; the others are one finding without a detail."""


@dataclass(frozen=True, slots=True)
class _Row:
    lead: Lead
    address: str | None
    domain: str
    company: str


def slips(leads: Iterable[Lead]) -> Iterator[Finding]:
    """Yield one finding for each thing that was probably meant: a domain, or the whole of what was no address."""
    rows = [_row(lead) for lead in leads]
    often = Counter(row.domain for row in rows if row.domain)
    usual = _usual_domains(rows, often)
    meant: dict[str, list[int]] = {}
    for row in rows:
        if hint := _hint(row, often, usual):
            meant.setdefault(hint, []).append(row.lead.row)
    told = sorted(meant, key=lambda hint: -len(meant[hint]))
    yield from (Finding(problem=Problem.TYPO, rows=tuple(meant[hint]), detail=hint) for hint in told[:MAX_HINTS])
    if rest := [number for hint in told[MAX_HINTS:] for number in meant[hint]]:
        yield Finding(problem=Problem.TYPO, rows=tuple(sorted(rest)))


def _row(lead: Lead) -> _Row:
    address = normalise(lead.value(Field.EMAIL))
    return _Row(lead, address, domain_of(address) if address else "", fold(lead.value(Field.COMPANY)))


def _hint(row: _Row, often: Mapping[str, int], usual: Mapping[str, str]) -> str | None:
    if row.address is None:
        text = row.lead.value(Field.EMAIL)
        return suggest(text) if text else None
    if often[row.domain] >= OFTEN:
        return None
    right = usual.get(row.company)
    if right and often[row.domain] == 1 and near_domain(row.domain, (right,)):
        return right
    if _is_own(row):
        return None
    found = suggest(row.address)
    return domain_of(found) if found else None


def _is_own(row: _Row) -> bool:
    """Whether the domain is the company's by its name or website, so that it is no slip however near a provider."""
    label = row.domain.partition(".")[0]
    company = row.company.replace(" ", "")
    return (bool(company) and (label in company or company in label)) or row.domain in fold(
        row.lead.value(Field.WEBSITE)
    )


def _usual_domains(rows: Sequence[_Row], often: Mapping[str, int]) -> dict[str, str]:
    """Return the domain that nearly all rows of a company have, by company."""
    if all(count > 1 for count in often.values()):
        return {}
    domains: dict[str, Counter[str]] = {}
    for row in rows:
        if row.company and row.address and not is_consumer(row.address):
            domains.setdefault(row.company, Counter())[row.domain] += 1
    first = {company: found.most_common(1)[0] for company, found in domains.items() if len(found) > 1}
    return {company: domain for company, (domain, count) in first.items() if count >= MANY}
