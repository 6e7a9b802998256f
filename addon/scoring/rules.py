"""Named, weighted rules that turn a lead into a score.

The weights are our judgement, made so that a head of a department at a company of middle size, with a company address
and a noted wish, is Hot at row 1; a person known by name and company address alone is Cold. A later, learned model
replaces them where a tenant has outcomes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from addon.accounts.model import IdealCustomer
from addon.leads.model import Field, Lead
from addon.scoring import ideal as wish
from addon.scoring.features import MOST_EMPLOYEES, TOLD, Features, Mailbox, Seniority, features
from addon.scoring.interest import Interest, listen
from addon.scoring.model import Reason, Score, Tier

BASE = 23
"""Points of a row before any cell has spoken."""

HOT_FROM, WARM_FROM = 70, 40

SENIORITY: Mapping[Seniority, int] = {
    Seniority.EXECUTIVE: 20,
    Seniority.HEAD: 20,
    Seniority.MANAGER: 11,
    Seniority.STAFF: 2,
    Seniority.JUNIOR: -15,
}
"""Who signs or recommends; executives of large firms decide less than heads of department, so they get no more."""

MAILBOX: Mapping[Mailbox, int] = {
    Mailbox.COMPANY: 5,
    Mailbox.CONSUMER: -8,
    Mailbox.ROLE: -10,
    Mailbox.BAD: -30,
    Mailbox.NONE: -30,
}
"""Without an address nothing can be sent: minus 30 keeps such a row Cold unless all else is right."""

INTEREST: Mapping[Interest, int] = {Interest.BUYING: 16, Interest.NEED: 9, Interest.COLD: -30}
"""What a colleague noted outweighs what a title suggests."""

SIZES: tuple[tuple[int, int], ...] = ((9, -4), (49, 3), (999, 8), (MOST_EMPLOYEES, 4))
"""Head count up to → points: tiny firms seldom buy, huge ones slowly. Without an ideal customer only."""

DEPARTMENT, PHONE, NO_PHONE, NO_TITLE, NO_COMPANY, NOTES = 4, 3, -3, -6, -8, 2
TITLE_FITS, TITLE_MISSES = 15, -10
INDUSTRY_FITS, INDUSTRY_MISSES = 12, -8
COUNTRY_FITS, COUNTRY_MISSES = 7, -12
SIZE_FITS, SIZE_MISSES = 10, -10
KEYWORD, AVOID = 6, -45
MAX_KEYWORDS = 3
"""Keywords that count: a list of many must not drown the rest."""

NAMES: Mapping[Field, str] = {Field.EMAIL: "Email"}
"""What a column is called in a reason where the sheet has none: the field's own name, capitalised, but for these."""


def score(lead: Lead, ideal: IdealCustomer | None = None) -> Score:
    """Return the score of a lead: 0 to 100, its tier, and the reasons by weight.

    ``ideal`` sharpens it where it has answers. Only cells of the user's are read, never a column of ours.
    """
    facts = features(lead)
    reasons = [reason for rule in RULES for reason in rule(facts, ideal or IdealCustomer()) if reason.points]
    points = max(0, min(100, BASE + sum(reason.points for reason in reasons)))
    ordered = sorted(reasons, key=lambda reason: -abs(reason.points))
    return Score(points=points, tier=tier_of(points), reasons=tuple(ordered))


def tier_of(points: int) -> Tier:
    """Return the tier of a score: Hot from 70, Warm from 40."""
    if points >= HOT_FROM:
        return Tier.HOT
    return Tier.WARM if points >= WARM_FROM else Tier.COLD


def _address(facts: Features, _: IdealCustomer) -> Iterator[Reason]:
    yield _reason("address", facts.lead, Field.EMAIL, MAILBOX[facts.mailbox])


def _seniority(facts: Features, _: IdealCustomer) -> Iterator[Reason]:
    if facts.title.seniority:
        yield _reason("seniority", facts.lead, Field.TITLE, SENIORITY[facts.title.seniority])


def _title(facts: Features, ideal: IdealCustomer) -> Iterator[Reason]:
    if not facts.title.words:
        yield from _missing("title", facts.lead, Field.TITLE, NO_TITLE)
    elif ideal.titles:
        fits = wish.wants_title(ideal.titles, facts.title)
        yield _reason("wanted title", facts.lead, Field.TITLE, TITLE_FITS if fits else TITLE_MISSES)
    elif facts.title.functions:
        yield _reason("department", facts.lead, Field.TITLE, DEPARTMENT)


def _company(facts: Features, _: IdealCustomer) -> Iterator[Reason]:
    if not facts.lead.value(Field.COMPANY):
        yield from _missing("company", facts.lead, Field.COMPANY, NO_COMPANY)


def _size(facts: Features, ideal: IdealCustomer) -> Iterator[Reason]:
    if facts.head_count is None:
        return
    if ideal.min_employees is None and ideal.max_employees is None:
        points = next(points for most, points in SIZES if wish.middle(facts.head_count) <= most)
    else:
        fits = wish.is_size(ideal.min_employees, ideal.max_employees, facts.head_count)
        points = SIZE_FITS if fits else SIZE_MISSES
    yield _reason("size", facts.lead, Field.EMPLOYEES, points)


def _industry(facts: Features, ideal: IdealCustomer) -> Iterator[Reason]:
    value = facts.lead.value(Field.INDUSTRY)
    if value and ideal.industries:
        fits = wish.is_one_of(ideal.industries, value)
        yield _reason("industry", facts.lead, Field.INDUSTRY, INDUSTRY_FITS if fits else INDUSTRY_MISSES)


def _country(facts: Features, ideal: IdealCustomer) -> Iterator[Reason]:
    value = facts.lead.value(Field.COUNTRY)
    if value and ideal.countries:
        fits = wish.is_country_of(ideal.countries, value)
        yield _reason("country", facts.lead, Field.COUNTRY, COUNTRY_FITS if fits else COUNTRY_MISSES)


def _phone(facts: Features, _: IdealCustomer) -> Iterator[Reason]:
    if facts.lead.value(Field.PHONE):
        yield _reason("phone", facts.lead, Field.PHONE, PHONE)
    else:
        yield from _missing("phone", facts.lead, Field.PHONE, NO_PHONE)


def _interest(facts: Features, _: IdealCustomer) -> Iterator[Reason]:
    heard = listen(facts.texts)
    for found in heard:
        yield Reason(rule=found.interest, header=found.header, value=found.value, points=INTEREST[found.interest])
    told = next((field for field in TOLD if facts.lead.value(field)), None)
    if not heard and told:
        yield _reason("notes", facts.lead, told, NOTES)


def _keywords(facts: Features, ideal: IdealCustomer) -> Iterator[Reason]:
    for text in islice(wish.find_words(ideal.keywords, facts), MAX_KEYWORDS):
        yield Reason(rule="keyword", header=text.header, value=text.value, points=KEYWORD)


def _avoid(facts: Features, ideal: IdealCustomer) -> Iterator[Reason]:
    for text in islice(wish.find_words(ideal.avoid, facts), 1):
        yield Reason(rule="avoid", header=text.header, value=text.value, points=AVOID)


Rule = Callable[[Features, IdealCustomer], Iterator[Reason]]

RULES: tuple[Rule, ...] = (
    _avoid,
    _interest,
    _address,
    _title,
    _seniority,
    _industry,
    _size,
    _country,
    _keywords,
    _company,
    _phone,
)
"""In the order in which reasons of equal weight are shown."""


def _reason(rule: str, lead: Lead, field: Field, points: int) -> Reason:
    name = lead.headers.get(field) or NAMES.get(field, field.value.replace("_", " ").capitalize())
    return Reason(rule=rule, header=name, value=lead.value(field), points=points)


def _missing(rule: str, lead: Lead, field: Field, points: int) -> Iterator[Reason]:
    """Hold an empty cell against a lead, but only in a sheet that has such a column: else all would lose alike."""
    if field in lead.headers:
        yield _reason(rule, lead, field, points)
