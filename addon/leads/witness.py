"""What the addresses of a sheet tell of its other columns: whose name is before the @, whose firm behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from addon.leads import cells
from addon.lib.address import bare_address, is_consumer, is_role, normalise
from addon.lib.text import fold, words

MIN_NAME, MIN_FIRM = 3, 4
"""Letters from which on a word found in an address is no accident (our judgement)."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "å": "aa", "ø": "oe"})
_APART = re.compile(r"[^a-z]+")

Cells = Mapping[int, str]
"""Filled cells of one column by row."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address as a witness: what stands before the @ in pieces, and the domain's letters without its ending.

    ``pieces`` are empty for a desk's address, ``firm`` for a mail provider's.
    """

    pieces: tuple[str, ...]
    firm: str

    @property
    def local(self) -> str:
        """The letters before the @."""
        return "".join(self.pieces)


def mailboxes(addresses: Cells) -> dict[int, Mailbox]:
    """Return the addresses that can be read, by row."""
    known = {row: normalise(bare_address(text)) for row, text in addresses.items()}
    return {row: _mailbox(address) for row, address in known.items() if address}


def names_share(column: Cells, boxes: Mapping[int, Mailbox]) -> float:
    """Return the share (0..1) of rows with a person's address in which a word of the cell is in the local part."""
    rows = [row for row in column if row in boxes and boxes[row].pieces]
    return _share(sum(_is_named(column[row], boxes[row].local) for row in rows), len(rows))


def whole_share(column: Cells, boxes: Mapping[int, Mailbox]) -> float:
    """Return the share of rows in which the cell explains both parts of a two-part local part."""
    rows = [row for row in column if row in boxes and len(boxes[row].pieces) > 1]
    return _share(sum(_explains(column[row], boxes[row].pieces) for row in rows), len(rows))


def firm_share(column: Cells, boxes: Mapping[int, Mailbox]) -> float:
    """Return the share of rows with a firm's own domain in which a word of the cell is in the domain."""
    rows = [row for row in column if row in boxes and boxes[row].firm]
    return _share(sum(_is_firm_of(column[row], boxes[row].firm) for row in rows), len(rows))


def first_name_votes(column: Cells, boxes: Mapping[int, Mailbox]) -> float:
    """Return from -1 to 1 how the place of the cells in the local parts speaks for first names (family names below 0).

    ``anna.rossi``: what stands first; ``a.rossi``: what only its first letter stands for.
    """
    rows = [row for row in column if row in boxes and boxes[row].pieces]
    return _share(sum(_vote(column[row], boxes[row]) for row in rows), len(rows))


def _mailbox(address: str) -> Mailbox:
    local, _, domain = address.partition("@")
    pieces = () if is_role(address) else tuple(piece for piece in _APART.split(fold(local)) if piece)
    firm = "" if is_consumer(address) else "".join(_APART.split(fold(domain.rpartition(".")[0])))
    return Mailbox(pieces, firm)


def _tokens(text: str) -> tuple[set[str], set[str]]:
    """Return the words of a cell, and the cell as one word, each in the spellings addresses use."""
    spellings = [words(text), words(text.translate(_UMLAUTS))]
    return {word for spelt in spellings for word in spelt}, {"".join(spelt) for spelt in spellings}


def _is_named(text: str, local: str) -> bool:
    tokens, joined = _tokens(text)
    return local in tokens or any(len(token) >= MIN_NAME and token in local for token in tokens | joined)


def _explains(text: str, pieces: tuple[str, ...]) -> bool:
    tokens, joined = _tokens(text)
    if len(words(text)) < 2:
        return False
    whole = [piece for piece in pieces if len(piece) > 1 and any(piece in token for token in tokens | joined)]
    initials = [piece for piece in pieces if len(piece) == 1 and any(token[0] == piece for token in tokens)]
    return bool(whole) and len(whole) + len(initials) == len(pieces)


def _is_firm_of(text: str, firm: str) -> bool:
    tokens, joined = _tokens(text)
    named = {token for token in tokens if len(token) >= MIN_FIRM and token not in cells.legal_words()}
    return any(token in firm for token in named) or any(len(firm) >= MIN_FIRM and firm in whole for whole in joined)


def _vote(text: str, box: Mailbox) -> float:
    tokens, joined = _tokens(text)
    local = box.local
    spelt = max((token for token in tokens | joined if len(token) >= MIN_NAME and token in local), key=len, default="")
    if spelt == local:
        return 0.2  # a name alone is mostly the first one
    if spelt:
        before, after = local.find(spelt), len(local) - local.find(spelt) - len(spelt)
        if before == 0:
            return 1.0 if after >= MIN_NAME else 0.0
        return -1.0 if after == 0 else 0.0
    is_initial = any(token[0] == local[0] for token in tokens)
    return (1.0 if len(box.pieces[0]) == 1 else 0.3) if is_initial else 0.0


def _share(good: float, of: int) -> float:
    return good / of if of else 0.0
