"""Which columns hold people's names, and which part of the name, by cells and by the addresses beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from addon.leads import cells
from addon.leads.model import Field
from addon.leads.witness import Cells, Mailbox, first_name_votes, names_share, whole_share

SPELT, WITNESSED, KNOWN = 0.8, 0.4, 0.25
"""Shares that make a column one of names: spelt like names; in the local parts; common first names (our judgement).

Many lists are half of people with rarer names, so a quarter of common ones is plenty.
"""

VARIED = 0.3
"""Share of cells that must differ: towns and departments recur more."""

LONG_LIST = 10
"""Cells from which on a list of towns or posts would repeat itself."""

TWO_PARTS = 0.6
"""Share of cells of two words and more from which on they may be whole names."""


@dataclass(frozen=True, slots=True)
class Named:
    """A column that may hold names: its cells by row, and whether its header says nothing."""

    index: int
    cells: Cells
    is_silent: bool

    def share(self, test: Callable[[str], bool]) -> float:
        """Return the share of the cells that pass a test."""
        return sum(test(text) for text in self.cells.values()) / len(self.cells)


def names_among(
    columns: Sequence[Named], boxes: Mapping[int, Mailbox], taken: Collection[Field]
) -> dict[Field, tuple[int, bool]]:
    """Return which column is the whole name, the first or the last, and whether the addresses agree."""
    spelt = [column for column in columns if column.share(cells.is_spelt_as_name) >= SPELT]
    strong = [column for column in spelt if _is_of_names(column, boxes)]
    whole = [column for column in strong if _is_whole(column, boxes)]
    found: dict[Field, tuple[int, bool]] = {}
    if whole and Field.FULL_NAME not in taken and not {Field.FIRST_NAME, Field.LAST_NAME} <= set(taken):
        best = max(whole, key=lambda column: (names_share(column.cells, boxes), -column.index))
        found[Field.FULL_NAME] = (best.index, _agrees(best, boxes))
    elif Field.FULL_NAME not in taken:
        parts = [column for column in strong if column not in whole]
        found |= _parts(parts, [column for column in spelt if column not in whole], boxes, taken)
    return found


def _is_of_names(column: Named, boxes: Mapping[int, Mailbox]) -> bool:
    if names_share(column.cells, boxes) >= WITNESSED:
        return True
    if not column.is_silent:
        return False
    kanji = column.share(cells.is_two_part_kanji_name) >= SPELT or column.share(cells.has_family_sign) >= KNOWN
    return kanji or _is_unlike_any_list(column) or column.share(cells.has_given_name) >= KNOWN


def _is_unlike_any_list(column: Named) -> bool:
    """Whether cells of one to four Japanese signs hardly ever recur: parts of names do not, towns and posts do."""
    return (
        len(column.cells) >= LONG_LIST
        and column.share(cells.has_cjk) >= SPELT
        and len(set(column.cells.values())) >= SPELT * len(column.cells)
        and column.share(lambda text: len(text) <= 4 and not cells.is_title(text)) >= 1 - KNOWN / 2
    )


def _is_whole(column: Named, boxes: Mapping[int, Mailbox]) -> bool:
    """Whether cells of two words are the whole name: both parts are in the address, or one is a common first name."""
    if column.share(cells.is_two_part_kanji_name) >= SPELT:
        return True
    if column.share(lambda text: len(text.replace(",", " ").split()) > 1) < TWO_PARTS:
        return False
    return whole_share(column.cells, boxes) >= WITNESSED or column.share(cells.has_given_name) >= KNOWN


def _parts(
    strong: Sequence[Named], spelt: Sequence[Named], boxes: Mapping[int, Mailbox], taken: Collection[Field]
) -> dict[Field, tuple[int, bool]]:
    """Return first and last name: two columns that stand side by side, or the one that is there."""
    first_is_known, last_is_known = Field.FIRST_NAME in taken, Field.LAST_NAME in taken
    if (first_is_known and last_is_known) or not strong:
        return {}
    if not first_is_known and not last_is_known:
        pair = _best_pair(strong, spelt, boxes)
        if pair:
            first, last = sorted(pair, key=lambda column: -_firstness(column, boxes, pair[0]))
            return {
                Field.FIRST_NAME: (first.index, _agrees(first, boxes)),
                Field.LAST_NAME: (last.index, _agrees(last, boxes)),
            }
    best = max(strong, key=lambda column: (names_share(column.cells, boxes), -column.index))
    is_first = last_is_known or (not first_is_known and _firstness(best, boxes, best) >= 0)
    return {Field.FIRST_NAME if is_first else Field.LAST_NAME: (best.index, _agrees(best, boxes))}


def _best_pair(
    strong: Sequence[Named], spelt: Sequence[Named], boxes: Mapping[int, Mailbox]
) -> tuple[Named, Named] | None:
    """Return the two columns that differ most in being first names: both surely names, else neighbours of one."""
    ordered = sorted(spelt, key=lambda column: column.index)
    beside = [(left, right) for left, right in pairwise(ordered) if right.index == left.index + 1]
    sure = {column.index for column in strong}
    pairs = [pair for pair in beside if sure & {pair[0].index, pair[1].index}] + list(combinations(strong, 2))
    fitting = [pair for pair in pairs if _may_be_parts(*pair)]
    return max(
        [pair for pair in fitting if {pair[0].index, pair[1].index} <= sure] or fitting,
        key=lambda pair: abs(_firstness(pair[0], boxes, pair[0]) - _firstness(pair[1], boxes, pair[0])),
        default=None,
    )


def _may_be_parts(left: Named, right: Named) -> bool:
    """Whether two columns are filled in the same rows with different things, none of them a short list's."""
    together = left.cells.keys() & right.cells.keys()
    varied = all(len(set(column.cells.values())) > VARIED * len(column.cells) for column in (left, right))
    return varied and 2 * len(together) > max(len(left.cells), len(right.cells))


def _firstness(column: Named, boxes: Mapping[int, Mailbox], left: Named) -> float:
    """Return how much a column speaks for first names, below 0 for last ones."""
    cjk = column.share(cells.has_cjk) > 0.5
    place = 0.3 if column is left else 0.0
    capitals = column.share(lambda text: len(text) > 2 and text.isupper())
    return (
        2 * first_name_votes(column.cells, boxes)
        + 2 * column.share(cells.is_given_name)
        - 2 * column.share(cells.has_family_sign)
        - capitals
        + (-place if cjk else place)
    )


def _agrees(column: Named, boxes: Mapping[int, Mailbox]) -> bool:
    return names_share(column.cells, boxes) >= WITNESSED
