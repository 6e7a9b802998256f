"""Which row of a tab is the header, if any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from addon.leads import cells
from addon.leads.meaning import meaning
from addon.leads.model import NO_HEADER, Cell
from addon.lib.text import cell_text, clean, words

HEADER_ROWS = 10
"""The header is looked for in so many rows from the top."""

MAX_HEADER = 60
"""Characters above which a cell reads as a sentence, not as a header."""

SAMPLE = 30
"""Rows from the top that show what data looks like."""

_KINDS: tuple[Callable[[str], bool], ...] = (
    cells.is_email,
    cells.is_date,
    cells.is_phone,
    cells.is_link,
    cells.is_figure,
    cells.is_band,
    cells.is_country,
    cells.is_salutation,
    cells.has_legal_form,
    cells.is_two_part_kanji_name,
)
"""What data may be and headers are not."""

_UNITS = frozenset(
    words(
        "text string number numeric integer date e mail email url required optional mandatory varchar boolean bool "
        "yes no pflicht pflichtfeld zahl datum texto testo texte tekst nombre numero obligatoire obbligatorio "
        "verplicht z b e g ex eg example beispiel format max char chars characters zeichen yyyy mm dd jjjj tt chf "
        "eur usd k m 文字 数値 必須 任意"
    )
)
"""Words of a row of units or hints below a header."""


def find_header_row(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the index of the header row among the first ten: 0 where none is found, -1 where row 0 is data already.

    Of the rows with two words of our vocabulary the one nearest above the first address wins, so that a block about the
    sender is passed over; without addresses the one with most. Else the header stands right above the data, which is
    known by cells that are no headers: titles, dates and notes above the table are passed over.
    """
    top = rows[:HEADER_ROWS]
    known = [_known(row) for row in top]
    if max(known, default=0) >= 2:
        found = _above_addresses(known, rows[:SAMPLE])
        return _last_of_equals(known, top) if found is None else found
    data = next((index for index, row in enumerate(top) if _is_data(row, rows[index + 1 : SAMPLE])), None)
    if data is None:
        looks = (index for index, row in enumerate(top) if sum(_is_header(cell) for cell in row) >= 2)
        return next(looks, _first_filled(top) or 0)
    return _above(top, data)


def is_units_row(row: Sequence[Cell]) -> bool:
    """Whether a row below a header says only what to write there: ``(text)``, ``required``, ``e.g. 100``."""
    texts = [clean(cell_text(cell)[: 4 * MAX_HEADER]) for cell in row if cell != ""]
    said = [[word for word in words(text) if not word.isdecimal()] for text in texts]
    return len([each for each in said if each]) >= 2 and all(_UNITS.issuperset(each) for each in said)


def is_repeated(row: Sequence[Cell], header: Sequence[Cell], skip: Collection[int] = ()) -> bool:
    """Whether a row says the header again, as below the page breaks of a printed list; columns of ``skip`` are ours."""
    same = 0
    for index, cell in enumerate(row):
        if index in skip or not (text := cell_text(cell).strip()):
            continue
        if index >= len(header) or cell_text(header[index]).strip() != text:
            return False
        same += 1
    return same > 0 and 2 * same >= sum(cell != "" for index, cell in enumerate(header) if index not in skip)


def _above_addresses(known: Sequence[int], rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the row of our words nearest above the first address, or one further down that has more of them."""
    likely = [index for index, count in enumerate(known) if count >= max(2, max(known) / 2)]
    addresses = (index for index, row in enumerate(rows) if any(cells.is_email(_shown(cell)) for cell in row))
    nearest = next((above[-1] for at in addresses if (above := [row for row in likely if row < at])), None)
    if nearest is None:
        return None
    return max((row for row in likely if row >= nearest), key=lambda row: (known[row], -row))


def _last_of_equals(known: Sequence[int], top: Sequence[Sequence[Cell]]) -> int:
    """Return the row with most words of ours; of the same header in two languages, one below the other, the lower."""
    best = known.index(max(known))
    while best + 1 < len(top) and known[best + 1] >= max(2, known[best]) and len(top[best + 1]) >= len(top[best]):
        best += 1
    return best


def _above(top: Sequence[Sequence[Cell]], data: int) -> int:
    """Return the row above the data that reads like its header, else whatever row is above it: -1 above the first."""
    filled = [index for index in range(data) if any(cell != "" for cell in top[index])]
    width = sum(cell != "" for cell in top[data])
    likely = [index for index in filled if sum(_is_header(cell) for cell in top[index]) >= min(2, width)]
    if likely:
        return likely[-1]
    return data - 1 if filled else _blank_above(data)


def _blank_above(data: int) -> int:
    """Return the blank row above the data, where our headers may stand."""
    return data - 1 if data else NO_HEADER


def _known(row: Sequence[Cell]) -> int:
    """Return how many different fields a row names; none if a cell of it is an address, which only data has."""
    texts = [cell for cell in row if isinstance(cell, str)]
    if any("@" in text for text in texts):
        return 0
    return len({found.field for text in texts if _is_header(text) and (found := meaning(clean(text)))})


def _is_data(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row has an address, or a cell that is of the same kind as most cells below it."""
    texts = {index: text for index, cell in enumerate(row) if (text := _shown(cell))}
    if any(cells.is_email(text) for text in texts.values()):
        return True
    return any(_is_like_those_below(index, text, below) for index, text in texts.items())


def _is_like_those_below(index: int, text: str, below: Sequence[Sequence[Cell]]) -> bool:
    kinds = [kind for kind in _KINDS if kind(text)]
    if not kinds:
        return False
    others = [shown for row in below if index < len(row) and (shown := _shown(row[index]))]
    return len(others) >= 2 and any(10 * sum(map(kind, others)) >= 6 * len(others) for kind in kinds)


def _shown(cell: Cell) -> str:
    return clean(cell_text(cell)[: 4 * MAX_HEADER])


def _first_filled(top: Sequence[Sequence[Cell]]) -> int | None:
    return next((index for index, row in enumerate(top) if any(cell != "" for cell in row)), None)


def _is_header(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) > 4 * MAX_HEADER:
        return False
    text = clean(cell)
    return (
        0 < len(text) <= MAX_HEADER and any(char.isalpha() for char in text) and "@" not in text and "://" not in text
    )
