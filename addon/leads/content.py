"""Which field a column holds by its cells alone, where its header says nothing we know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from addon.leads import cells
from addon.leads.evidence import holds_addresses
from addon.leads.model import Field
from addon.leads.persons_in_cells import Named, names_among
from addon.leads.witness import Cells, Mailbox, firm_share, mailboxes

ENOUGH = 3
"""Filled cells from which on a column says anything."""

SURE, LIKELY, FAIR = 0.8, 0.6, 0.45
"""Confidence of an address; of what looks like nothing else or agrees with the addresses; of what only seems so."""

MOST = 0.8
"""Share of the cells that must look like a field whose looks are its own."""

MANY, SOME = 0.6, 0.4
"""Share that must hold a field's words, under a header that says something else and under none."""

VARIED = 0.3
"""Share of cells that must differ where a column is the lead's own: the same few addresses are the sellers'."""

MAX_STAFF = 500_000


@dataclass(frozen=True, kw_only=True)
class OpenColumn:
    """A column no header speaks for: its cells by row, and how free its header leaves us.

    ``is_silent``: there is no header, or one that says nothing; ``is_named``: it says what else the cells are.
    """

    index: int
    cells: Cells
    is_silent: bool
    is_named: bool = False

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The filled cells."""
        return tuple(self.cells.values())

    def share(self, test: Callable[[str], bool]) -> float:
        """Return the share of the cells that pass a test."""
        return sum(test(value) for value in self.values) / len(self.values)

    @cached_property
    def is_addresses(self) -> bool:
        """Whether there are cells, however few, and all are addresses."""
        return bool(self.values) and not self.is_named and self.share(holds_addresses) == 1.0

    @cached_property
    def variety(self) -> float:
        """The share of cells that differ from each other."""
        return len(set(self.values)) / len(self.values)


def fields_by_cells(
    columns: Sequence[OpenColumn], addresses: Cells | None, taken: frozenset[Field]
) -> dict[Field, tuple[int, float]]:
    """Return field → column index and confidence, for fields not ``taken``, each column at most once.

    ``addresses`` are the cells of the e-mail column where a header named it; else one may be found here.
    """
    left = {column.index: column for column in columns if len(column.values) >= ENOUGH or column.is_addresses}
    found: dict[Field, tuple[int, float]] = {}
    _take_looks(left, found, taken)
    if Field.EMAIL in found:
        addresses = next(column.cells for column in columns if column.index == found[Field.EMAIL][0])
    boxes = mailboxes(addresses or {})
    free = {index: column for index, column in left.items() if not column.is_named}
    for step in (_take_firm, _take_titles, _take_names, _take_industry, _take_staff, _take_texts):
        step(free, found, taken | found.keys(), boxes)
    return {field: place for field, place in found.items() if field not in taken}


Left = dict[int, OpenColumn]
Found = dict[Field, tuple[int, float]]


def _take_looks(left: Left, found: Found, taken: frozenset[Field]) -> None:
    """Take columns whose cells look like one thing only; what is taken already is still nothing else."""
    looks = {index: field for index, column in left.items() if (field := _by_looks(column))}
    for index in sorted(looks, key=lambda index: (-_own_share(left[index], looks[index]), index)):
        if looks[index] not in taken:
            found.setdefault(looks[index], (index, SURE if looks[index] == Field.EMAIL else LIKELY))
    for index in looks:
        del left[index]


def _own_share(column: OpenColumn, field: Field) -> float:
    """Return how much a column of addresses is each lead's own; of other columns the leftmost is as good."""
    return column.variety if field == Field.EMAIL else 0.0


def _by_looks(column: OpenColumn) -> Field | None:
    if column.share(holds_addresses) >= MANY:
        return Field.EMAIL if column.variety > VARIED else None
    if column.share(cells.is_site) >= MOST:
        return Field.WEBSITE
    if column.is_named:
        return None
    if column.share(cells.is_phone) >= MANY and column.share(cells.is_figure) >= MOST:
        return Field.PHONE if column.variety > VARIED else None
    if column.share(cells.is_band) >= MOST:
        return Field.EMPLOYEES
    return _by_lists(column)


def _by_lists(column: OpenColumn) -> Field | None:
    """Tell countries, languages and salutations apart: ``de`` may be two of them, ``FR`` all three."""
    if column.share(cells.is_yes_or_no) >= MOST:
        return None
    language, country = column.share(cells.is_language), column.share(cells.is_country)
    if language >= MOST and (country < MOST or column.share(str.islower) > 0.5):
        return Field.LANGUAGE
    if country >= MOST:
        return Field.COUNTRY
    return Field.SALUTATION if column.share(cells.is_salutation) >= MOST else None


def _take_firm(left: Left, found: Found, taken: frozenset[Field], boxes: Mapping[int, Mailbox]) -> None:
    """Take the column that agrees best with the domains and with how firms are called."""
    if Field.COMPANY in taken:
        return
    scores = {index: _firm_score(column, boxes) for index, column in left.items()}
    best = max(scores, key=lambda index: (scores[index], -index), default=None)
    if best is not None and scores[best] >= SOME:
        found[Field.COMPANY] = (best, LIKELY)
        del left[best]


def _firm_score(column: OpenColumn, boxes: Mapping[int, Mailbox]) -> float:
    """Return how much a column looks like firms; 0 for links, figures and addresses."""
    if column.share(cells.is_link) > 0.3 or column.share(cells.is_figure) > 0.3 or column.share(cells.is_email) > 0.1:
        return 0.0
    agrees, called = firm_share(column.cells, boxes), column.share(cells.is_firm)
    if column.share(cells.is_title) > max(agrees, called):
        return 0.0
    return agrees + called if column.is_silent or max(agrees, called) >= SOME else 0.0


def _take_titles(left: Left, found: Found, taken: frozenset[Field], boxes: Mapping[int, Mailbox]) -> None:
    del boxes
    _take_best(left, found, taken, Field.TITLE, lambda column: column.share(cells.is_title))


def _take_industry(left: Left, found: Found, taken: frozenset[Field], boxes: Mapping[int, Mailbox]) -> None:
    del boxes
    _take_best(left, found, taken, Field.INDUSTRY, lambda column: column.share(cells.is_industry))


def _take_best(
    left: Left, found: Found, taken: frozenset[Field], field: Field, score: Callable[[OpenColumn], float]
) -> None:
    if field in taken:
        return
    scores = {index: score(column) for index, column in left.items()}
    best = max(scores, key=lambda index: (scores[index], -index), default=None)
    if best is not None and scores[best] >= (SOME if left[best].is_silent else MANY):
        found[field] = (best, LIKELY if scores[best] >= MOST else FAIR)
        del left[best]


def _take_names(left: Left, found: Found, taken: frozenset[Field], boxes: Mapping[int, Mailbox]) -> None:
    columns = [Named(column.index, column.cells, column.is_silent) for column in left.values()]
    for field, (index, is_witnessed) in names_among(columns, boxes, taken).items():
        found[field] = (index, LIKELY if is_witnessed else FAIR)
        left.pop(index, None)


def _take_staff(left: Left, found: Found, taken: frozenset[Field], boxes: Mapping[int, Mailbox]) -> None:
    """Take whole numbers that could count people: no years, no running numbers, no codes of one length."""
    del boxes
    fitting = [index for index, column in left.items() if column.is_silent and _counts_people(column.values)]
    if Field.EMPLOYEES not in taken and len(fitting) == 1:
        found[Field.EMPLOYEES] = (fitting[0], FAIR)
        del left[fitting[0]]


def _counts_people(values: Sequence[str]) -> bool:
    if not all(value.isdecimal() and len(value) <= 7 for value in values):
        return False
    numbers = [int(value) for value in values]
    if not 1 <= min(numbers) <= max(numbers) <= MAX_STAFF or sum(1900 <= n <= 2100 for n in numbers) * 2 > len(numbers):
        return False
    rises = sum(after > before for before, after in pairwise(numbers))
    return len({len(value) for value in values}) > 1 and rises < 0.9 * (len(numbers) - 1) and len(set(numbers)) > 2


def _take_texts(left: Left, found: Found, taken: frozenset[Field], boxes: Mapping[int, Mailbox]) -> None:
    """Take free text: what tells of trouble as the challenge, other text as notes."""
    del boxes
    trouble = {index: column.share(cells.tells_of_trouble) for index, column in left.items() if column.is_silent}
    worst = max(trouble, key=lambda index: (trouble[index], -index), default=None)
    if worst is not None and trouble[worst] >= SOME and Field.CHALLENGE not in taken:
        found[Field.CHALLENGE] = (worst, FAIR)
        del left[worst]
    texts = [index for index, column in left.items() if column.is_silent and _is_free_text(column)]
    if texts and Field.NOTES not in taken:
        found[Field.NOTES] = (min(texts), FAIR)


def _is_free_text(column: OpenColumn) -> bool:
    has_figures = column.share(lambda value: any(char.isdecimal() for char in value)) > 0.5
    is_link = column.share(lambda value: cells.is_link(value) or cells.is_email(value)) > 0.3
    return column.share(cells.is_sentence) >= SOME and column.variety > 0.1 and not has_figures and not is_link
