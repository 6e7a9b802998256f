"""Which column holds which field: from the headers' words, checked against the cells, and from cells alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from addon.leads import cells
from addon.leads.columns import is_lettered
from addon.leads.content import OpenColumn, fields_by_cells
from addon.leads.evidence import cells_of, looks_like
from addon.leads.meaning import SECOND, Meaning, header_words, is_about_others, is_elsewhere, is_silent, meaning
from addon.leads.model import Cell, ColumnMap, Field
from addon.leads.persons_in_cells import Named, names_among
from addon.leads.witness import Cells, Mailbox, firm_share, mailboxes, names_share

ENOUGH_VALUES = 3
"""Filled cells from which on the cells may contradict a header."""

TOO_FEW, MOST = 0.3, 0.8
"""Share of fitting cells below which a header is not believed, and from which on the cells confirm it."""

CONFIRMED = 0.04
"""Added to the confidence when most cells fit."""

EMPTY = 0.6
"""Factor for a column without a single value: another column of the same meaning goes first."""


FIRMS = 0.4
"""Share of cells found in the domains from which on a column of clients is firms."""

_CLIENT_WORDS = """
    kunde kunden klant klanten cliente clientes client clients customer customers prospect prospects lead leads
    kontakt klient kund clienti 顧客 お客様 客户 고객"""
_CLIENTS = frozenset(_CLIENT_WORDS.split())
"""Words that are said of a person and of a firm."""

_PROFILE_WORDS = {"profile", "connected", "connection"}
_BARE_LINKS = {("url",), ("link",), ("company", "url")}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column (by index and header) that may hold what ``meaning`` says."""

    index: int
    header: str
    meaning: Meaning
    has_values: bool = True
    persons: int = 0
    """Cells that are addresses of persons, in a column of addresses."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the user's: its index, name, the text over its header, and its filled cells by row of the sample."""

    index: int
    name: str
    group: str
    cells: Cells


def guess_columns(
    names: Sequence[str],
    sample: Sequence[Sequence[Cell]],
    skip: Collection[int] = (),
    groups: Sequence[str] = (),
) -> ColumnMap:
    """Return a guess which column holds which field, each with its confidence; ``header_row`` is left 0.

    ``names`` are the columns' names, ``sample`` rows below the header, ``skip`` the indexes of columns that are not the
    user's, ``groups`` the texts over the headers. Of two columns with one name the first is meant; a column without a
    name is not guessed.
    """
    columns = _columns(names, sample, skip, groups)
    candidates = [found for column in columns if (found := _by_header(column, bool(sample)))]
    candidates = _firms(_without_profiles(candidates, names), columns)
    chosen = _chosen(_parts_of_names(_courtesies(candidates, names)))
    chosen = _merged_names(chosen, columns)
    judged = {candidate.index for candidate in (*candidates, *chosen.values())}
    for candidate in _by_cells([column for column in columns if column.index not in judged], columns, chosen):
        chosen.setdefault(candidate.meaning.field, candidate)
    return ColumnMap(
        header_row=0,
        headers={field: candidate.header for field, candidate in chosen.items()},
        confidence={field: candidate.meaning.sure for field, candidate in chosen.items()},
    )


def _columns(
    names: Sequence[str], sample: Sequence[Sequence[Cell]], skip: Collection[int], groups: Sequence[str]
) -> list[_Column]:
    """Return the user's columns, the first of each name."""
    first: dict[str, int] = {}
    for index, text in enumerate(names):
        if index not in skip and text.strip():
            first.setdefault(text, index)
    return [
        _Column(index, text, groups[index] if index < len(groups) else "", cells_of(sample, index))
        for text, index in first.items()
    ]


def _by_header(column: _Column, is_sampled: bool) -> Candidate | None:
    found = (meaning(f"{column.group} {column.name}") if column.group else None) or meaning(column.name)
    if found is None:
        return None
    values = tuple(column.cells.values())
    found = _turned(found, values)
    sure = _checked(found, values)
    if sure is None:
        return None
    if is_sampled and not values:
        sure *= EMPTY
    persons = _persons(column.cells) if found.field == Field.EMAIL else 0
    return Candidate(column.index, column.name, replace(found, sure=round(sure, 2)), bool(values), persons)


def _persons(addresses: Cells) -> int:
    return sum(bool(box.pieces) for box in mailboxes(addresses).values())


def _turned(found: Meaning, values: Sequence[str]) -> Meaning:
    """Return what the meaning is in the light of the cells: a title of ``Dr.`` is none, ``Name`` may be a firm's."""
    if len(values) < ENOUGH_VALUES:
        return found
    if found.field == Field.TITLE and _share(cells.is_salutation, values) >= MOST:
        return replace(found, field=Field.SALUTATION)
    if found.turns_into and _share(cells.has_legal_form, values) >= TOO_FEW:
        return Meaning(Field.COMPANY, found.sure * (1 - TOO_FEW))
    return found


def _share(test: Callable[[str], bool], values: Sequence[str]) -> float:
    return sum(map(test, values)) / len(values)


def _firms(candidates: Sequence[Candidate], columns: Sequence[_Column]) -> list[Candidate]:
    """Turn ``Kunde`` into the company where its cells are called like firms, or where another column has the person."""
    by_index = {column.index: column.cells for column in columns}
    address = next((by_index[each.index] for each in _chosen(candidates).values() if _is_of(each, Field.EMAIL)), {})
    boxes = mailboxes(address)
    return [
        replace(each, meaning=Meaning(Field.COMPANY, round(each.meaning.sure * (1 - TOO_FEW), 2)))
        if _is_vague(each) and _is_firms(each, by_index[each.index], boxes, _has_persons(candidates, each))
        else each
        for each in candidates
    ]


def _is_of(candidate: Candidate, field: Field) -> bool:
    return candidate.meaning.field == field


def _is_vague(candidate: Candidate) -> bool:
    """Whether the header may mean a person or a firm: ``Kunde``, ``Contact``, ``Client name``."""
    words = header_words(candidate.header)
    is_person = _is_of(candidate, Field.FULL_NAME) and candidate.meaning.turns_into is None
    return is_person and (candidate.meaning.sure <= SECOND + CONFIRMED or not _CLIENTS.isdisjoint(words))


def _has_persons(candidates: Sequence[Candidate], but: Candidate) -> bool:
    others = {each.meaning.field for each in candidates if each is not but and not _is_vague(each) and each.has_values}
    return Field.FULL_NAME in others or {Field.FIRST_NAME, Field.LAST_NAME} <= others


def _is_firms(candidate: Candidate, column: Cells, boxes: Mapping[int, Mailbox], has_persons: bool) -> bool:
    """Whether cells are firms by their words, by the domains, or as the client beside a column of persons."""
    values = tuple(column.values())
    if len(values) < ENOUGH_VALUES:
        return has_persons and not _CLIENTS.isdisjoint(header_words(candidate.header))
    called = _share(cells.is_firm, values)
    persons = max(names_share(column, boxes), _share(cells.has_given_name, values))
    agrees = firm_share(column, boxes)
    if called >= TOO_FEW or (agrees >= FIRMS and agrees > persons):
        return called + agrees > persons
    return has_persons and persons < TOO_FEW and not _CLIENTS.isdisjoint(header_words(candidate.header))


def _without_profiles(candidates: Sequence[Candidate], names: Sequence[str]) -> list[Candidate]:
    """Leave out a bare ``URL`` without cells in an export of a network's profiles: it is a profile's, too."""
    if not any(_PROFILE_WORDS & set(header_words(text)) for text in names):
        return list(candidates)
    return [each for each in candidates if each.has_values or header_words(each.header) not in _BARE_LINKS]


def _courtesies(candidates: Sequence[Candidate], names: Sequence[str]) -> list[Candidate]:
    """Turn ``Title`` beside ``Suffix`` into the salutation: in address books it is no job."""
    suffixes = {index for index, text in enumerate(names) if "suffix" in header_words(text)}
    return [
        replace(candidate, meaning=replace(candidate.meaning, field=Field.SALUTATION))
        if header_words(candidate.header) == ("title",) and {candidate.index - 1, candidate.index + 1} & suffixes
        else candidate
        for candidate in candidates
    ]


def _checked(found: Meaning, values: Sequence[str]) -> float | None:
    """Return how sure a header's meaning is in the light of the cells, None if they contradict it."""
    share = looks_like(found.field, values)
    if share is None or len(values) < ENOUGH_VALUES:
        return found.sure
    if share < TOO_FEW:
        return None
    return min(found.sure + CONFIRMED, 0.99) if share >= MOST else found.sure * (0.5 + share / 2)


def _parts_of_names(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Turn ``Nombre`` beside ``Apellidos`` into the given name, ``Name`` beside ``Vorname`` into the family name."""
    known = {candidate.meaning.field for candidate in candidates}
    return [_part_of_name(candidate, known) for candidate in candidates]


def _part_of_name(candidate: Candidate, known: Collection[Field]) -> Candidate:
    part = candidate.meaning.turns_into
    other = {Field.FIRST_NAME: Field.LAST_NAME, Field.LAST_NAME: Field.FIRST_NAME}.get(part) if part else None
    if part is None or other not in known or part in known:
        return candidate
    return replace(candidate, meaning=replace(candidate.meaning, field=part))


def _chosen(candidates: Sequence[Candidate]) -> dict[Field, Candidate]:
    """Return the surest candidate of each field, of equals the leftmost; a much emptier column of addresses last."""
    fullest = max((candidate.persons for candidate in candidates), default=0)

    def order(candidate: Candidate) -> tuple[bool, float, int]:
        is_poor = fullest >= ENOUGH_VALUES and 2 * candidate.persons <= fullest
        return candidate.meaning.field == Field.EMAIL and is_poor, -candidate.meaning.sure, candidate.index

    ordered = sorted(candidates, key=order)
    chosen: dict[Field, Candidate] = {}
    for candidate in ordered:
        chosen.setdefault(candidate.meaning.field, candidate)
    return chosen


def _merged_names(chosen: dict[Field, Candidate], columns: Sequence[_Column]) -> dict[Field, Candidate]:
    """Return first and last name in place of the whole one, where ``Name`` is merged over both columns."""
    whole = chosen.get(Field.FULL_NAME)
    if whole is None or {Field.FIRST_NAME, Field.LAST_NAME} & chosen.keys():
        return chosen
    pair = [column for column in columns if column.index == whole.index or _is_blank_behind(column, whole)]
    if len(pair) < 2 or not all(column.cells for column in pair):
        return chosen
    addresses = next((each.cells for each in columns if each.index == _index(chosen, Field.EMAIL)), {})
    named = [Named(column.index, column.cells, is_silent=True) for column in pair]
    found = names_among(named, mailboxes(addresses), ())
    if found.keys() != {Field.FIRST_NAME, Field.LAST_NAME}:
        return chosen
    names = {column.index: column.name for column in pair}
    parts = {f: Candidate(index, names[index], Meaning(f, whole.meaning.sure)) for f, (index, _) in found.items()}
    return {field: candidate for field, candidate in chosen.items() if field != Field.FULL_NAME} | parts


def _is_blank_behind(column: _Column, whole: Candidate) -> bool:
    return column.index == whole.index + 1 and is_lettered(column.name)


def _index(chosen: Mapping[Field, Candidate], field: Field) -> int | None:
    return chosen[field].index if field in chosen else None


def _by_cells(
    unclear: Sequence[_Column], columns: Sequence[_Column], chosen: Mapping[Field, Candidate]
) -> Iterator[Candidate]:
    """Yield what cells show of columns whose header says nothing we know, or what the cells contradict."""
    named = {column.index: column for column in columns}
    addresses = named[chosen[Field.EMAIL].index].cells if Field.EMAIL in chosen else None
    free = [
        OpenColumn(
            index=column.index,
            cells=column.cells,
            is_silent=is_lettered(column.name) or is_silent(column.name),
            is_named=is_elsewhere(column.name) or meaning(column.name) is not None,
        )
        for column in unclear
        if not is_about_others(column.name)
    ]
    for field, (index, sure) in fields_by_cells(free, addresses, frozenset(chosen)).items():
        yield Candidate(index, named[index].name, Meaning(field, sure))
