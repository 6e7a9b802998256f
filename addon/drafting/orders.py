"""Finds orders to a program in cells, so that no sentence says what a cell orders to be said or done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from addon.drafting.carried import CELL_LIMIT
from addon.drafting.fold import fold
from addon.leads.model import Lead

_LEAD_IN = r"(?:(?:please|now|then|and|you must|you should|always|system|assistant|user|important)\b[\s:!-]*)*"
_SAY = re.compile(
    rf"{_LEAD_IN}(?:write|say|(?:reply|respond|answer|end|begin|start)(?: only)? with|include|insert|append"
    r"|tell (?:him|her|them|everyone|everybody|people)(?: that)?)\b(?P<payload>.+)"
)
_DO = re.compile(
    rf"{_LEAD_IN}(?P<payload>(?:buy|send|click|ignore|disregard|override|wire|bcc|delete|pretend|download|install"
    r"|pay (?:me|us|now|to|at|the|\$|\d)|set \w+ (?:of|to))\b.*)"
)
"""Only verbs that rarely begin a plain note; ``order``, ``open`` or ``transfer`` would."""

_OWN_RULES = re.compile(
    r"\b(?:ignor(?:e|es|ed|ing)|disregard\w*|forget|overrid\w+)\b.{0,40}\b(?:instructions?|rules|prompts?|orders)\b"
)


def obeyed_order(text: str, lead: Lead) -> str | None:
    """Return the words of a text that a cell of the row orders to be said or done, or None."""
    found = _OWN_RULES.search(fold(text))
    if found:
        return found[0]
    said = _bare(text)
    return next((order for order in _orders(lead) if _repeats(said, order)), None)


def _repeats(said: str, order: str) -> bool:
    """Whether a text holds the order, or is a piece of it."""
    return f" {order} " in f" {said} " or (" " in said and f" {said} " in f" {order} ")


def _orders(lead: Lead) -> Iterator[str]:
    for cell in (*lead.values.values(), *lead.other.values()):
        for part in re.split(r"[.!?;,\n\r]", cell[:CELL_LIMIT]):
            folded = fold(part).lstrip(" -\"'([*")
            found = _SAY.match(folded) or _DO.match(folded)
            order = _bare(found["payload"]) if found else ""
            if " " in order:  # one word is no order to know again
                yield order


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(text)))
