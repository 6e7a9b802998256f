"""Finds orders to a program in cells, so that no sentence says what a cell orders to be said or done.

A cell is data. What it says may be told of the prospect; it is never spoken as our own words, and never asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from addon.drafting.carried import CELL_LIMIT
from addon.leads.model import Lead
from addon.lib.lookalikes import fold
from addon.lib.orders import asks_for_secrets, gives_order, is_instruction, is_said_to_a_program, own_rules, payloads

FEWEST_COPIED = 3
"""Words in a row of a cell that, as a whole sentence of ours, are the cell's words and not about it."""

LONGEST_RUN = 7
"""Words in a row that a sentence of ours may have from a cell outside of quotation marks, whatever else it says."""

MOST_SHARED = 0.6
"""Share of a sentence's longer words that may stand in an order before it counts as obeyed."""

_LONG_WORD = 4
_SENTENCES = re.compile(r"(?<=[.!?;。！？])\s*|[\n\r]+")
_QUOTED = re.compile(r"[\"“„«][^\"“”„»]*[\"”“»]")
_WRITTEN_FOR_US = re.compile(
    r"\b(?:ice ?-?breaker|opener|opening|first line|personali[sz]|hook|intro(?:duction)?\b|einstieg)"
)
"""Headers of columns whose text the user means to stand in the mail as it is."""


def holds_order(lead: Lead) -> bool:
    """Whether a cell of the row gives orders to a program: such a row is not shown to a model beside others."""
    return any(gives_order(text) for text in (*lead.values.values(), *lead.other.values()))


def without_orders(text: str) -> str:
    """Return a cell without the sentences that tell a program what to say: those support nothing."""
    if not gives_order(text) and not is_said_to_a_program(text[:CELL_LIMIT]):
        return text
    parts = _SENTENCES.split(text[:CELL_LIMIT])
    return " ".join(part for part in parts if not is_said_to_a_program(part))


def obeyed_order(text: str, lead: Lead, ours: str = "") -> str | None:
    """Return the words of a text that a cell of the row orders to be said or done, or None.

    ``ours`` is, folded, what the user says about themselves: words that stand there are ours to say.
    """
    folded = fold(text)
    if found := own_rules(folded) or asks_for_secrets(folded):
        return found
    said = _bare(text)
    if not said or f" {said} " in f" {_bare(ours)} ":
        return None
    cells = _cells(lead)
    return next((order for order in _orders(cells) if _repeats(said, order)), None) or _shared(said, cells, ours)


def copied(text: str, lead: Lead, ours: str = "") -> str | None:
    """Return a text that is, as a whole, a piece of a cell: the sheet's words, spoken as if they were our own."""
    said, runs = _bare(text), tuple(_runs(_bare(_QUOTED.sub(" ", text))))
    count = len(said.split()) if said.isascii() else len(said) // 3
    if count < 2 or f" {said} " in f" {_bare(ours)} ":
        return None
    for header, cell in _headed(lead):
        if _WRITTEN_FOR_US.search(fold(header)) and not is_instruction(fold(cell[:CELL_LIMIT])):
            continue
        told = f" {_bare(cell[:CELL_LIMIT])} "
        if (count >= FEWEST_COPIED and f" {said} " in told) or any(f" {run} " in told for run in runs):
            return text[:60]
        if any(said == _bare(part) for part in _SENTENCES.split(cell[:CELL_LIMIT])):
            return text[:60]
    return None


def _runs(said: str) -> Iterator[str]:
    """Yield every run of words that is too long to be a coincidence."""
    parts = said.split()
    yield from (" ".join(parts[start : start + LONGEST_RUN + 1]) for start in range(len(parts) - LONGEST_RUN))


def _repeats(said: str, order: str) -> bool:
    """Whether a text holds the order, or is a piece of it."""
    return f" {order} " in f" {said} " or (" " in said and f" {said} " in f" {order} ")


def _shared(said: str, cells: tuple[str, ...], ours: str) -> str | None:
    """Return the words a sentence shares with an order, where they are most of its words: the order said anew."""
    plain_words = _long(_bare(ours)) | frozenset(word for cell in _plain_cells(cells) for word in _long(cell))
    own = _long(said) - plain_words
    if len(own) < 2:
        return None
    for order in _instructions(cells):
        common = own & _long(order)
        if len(common) >= 2 and len(common) >= MOST_SHARED * len(own):
            return " ".join(word for word in said.split() if word in common)
    return None


def _long(text: str) -> frozenset[str]:
    return frozenset(word for word in text.split() if len(word) >= _LONG_WORD)


def _headed(lead: Lead) -> Iterator[tuple[str, str]]:
    for field, cell in lead.values.items():
        yield lead.headers.get(field, ""), cell
    yield from lead.other.items()


def _cells(lead: Lead) -> tuple[str, ...]:
    return tuple(cell[:CELL_LIMIT] for cell in (*lead.values.values(), *lead.other.values()) if " " in cell.strip())


@lru_cache(maxsize=64)
def _orders(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return what cells order to be said or done, word by word; one word is no order to know again."""
    found = (_bare(order) for cell in cells for order in payloads(cell))
    return tuple(order for order in found if " " in order)


@lru_cache(maxsize=64)
def _instructions(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sentences that give orders, and every sentence beside one that speaks to a program."""
    found: list[str] = []
    for cell in cells:
        is_hostile = bool(own_rules(fold(cell)))
        parts = _SENTENCES.split(cell)
        found += [_bare(part) for part in parts if is_hostile or _is_no_fact(part)]
    return tuple(found)


def _is_no_fact(part: str) -> bool:
    """Whether a sentence of a cell orders or asks something instead of telling it."""
    return part.rstrip().endswith(("?", "？")) or is_instruction(fold(part).lstrip(" -\"'([*"))


@lru_cache(maxsize=64)
def _plain_cells(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        _bare(cell) for cell in cells if not any(_bare(cell).find(order) >= 0 for order in _instructions((cell,)))
    )


@lru_cache(maxsize=512)
def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
