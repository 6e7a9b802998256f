"""What exactly was approved: digests of the mails, of the cells they were made of, and of their footer (DESIGN 5.3)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha256

from addon.accounts.policy_model import Policy
from addon.leads.model import OwnColumn
from addon.lib.text import clean
from addon.sequences.campaign_model import Approved, Mail

_BETWEEN = ","
_NAMED = ":"


def canonical(mail: Mail) -> str:
    """Return JSON of everything a recipient sees of a mail, the same for the same mail on every machine.

    Headers that change with each copy or only help machines (date, message id, threading, List-Unsubscribe) are not in
    it; the link that the last one holds is, as a part of the text.
    """
    shown = {
        "from": mail.sender,
        "name": mail.sender_name,
        "to": mail.to,
        "to_name": mail.to_name,
        "reply_to": mail.reply_to,
        "subject": mail.subject,
        "text": mail.text,
        "html": mail.html,
        "variant": mail.variant,
        "step_id": mail.step_id,
    }
    return json.dumps(shown, sort_keys=True, separators=(",", ":"))


def digest_of(mail: Mail) -> str:
    """Return 64 hex characters (SHA-256) that stand for a mail as approved."""
    return _sha(canonical(mail))


def approval_of(digests: Iterable[str]) -> str:
    """Return 64 hex characters over all digests of a campaign, in the order of people and steps."""
    return _sha(json.dumps(list(digests), separators=(",", ":")))


def cells_digest(columns: Sequence[OwnColumn], cells: Mapping[OwnColumn, str]) -> str:
    """Return what ``is_edited`` compares: the names of the columns a mail was made of, and the digest of their cells.

    How a line ends and blanks around a cell do not count: a spreadsheet program changes them by itself.
    """
    texts = [_cell(cells.get(column, "")) for column in columns]
    names = _BETWEEN.join(columns)
    return f"{names}{_NAMED}{_sha(json.dumps(texts, separators=(',', ':')))}"


def is_edited(approved: Approved, cells: Mapping[OwnColumn, str]) -> bool:
    """Whether cells that a mail was made of say something else by now; a mail made of none is never edited."""
    names = approved.cells.rpartition(_NAMED)[0]
    columns = [OwnColumn(name) for name in names.split(_BETWEEN) if name]
    return bool(columns) and cells_digest(columns, cells) != approved.cells


def footer_lines(policy: Policy) -> tuple[str, ...]:
    """Return who sends, as it stands below every mail: the company and the postal address, a line each if filled."""
    address = ", ".join(filter(None, (clean(line) for line in policy.postal_address.splitlines())))
    return tuple(filter(None, (clean(policy.sender_company), address)))


def footer_digest(policy: Policy) -> str:
    """Return 64 hex characters that change with what stands below every mail."""
    return _sha(json.dumps(footer_lines(policy), separators=(",", ":")))


def approve(
    mail: Mail, columns: Sequence[OwnColumn], cells: Mapping[OwnColumn, str], policy: Policy, days: int
) -> Approved:
    """Return a mail with its digests; ``columns`` are those it was made of, ``days`` the working days before it."""
    return Approved(
        mail=mail,
        digest=digest_of(mail),
        cells=cells_digest(columns, cells) if columns else "",
        footer=footer_digest(policy),
        days=days,
    )


def diff(old: Mail, new: Mail) -> tuple[tuple[str, str], ...]:
    """Return the lines that differ as (before, after), ``""`` where there was or is none, in the order of reading."""
    before, after = _lines(old), _lines(new)
    pairs: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if kind != "equal":
            pairs += _paired(before[a:b], after[c:d])
    return tuple(pair for pair in pairs if any(pair))


def _paired(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    length = max(len(before), len(after))
    padded = [[*lines, *[""] * (length - len(lines))] for lines in (before, after)]
    return list(zip(*padded, strict=True))


def _lines(mail: Mail) -> list[str]:
    """Return a mail as lines; addresses and subject stand in one each."""
    named = f"{mail.sender_name} <{mail.sender}>", f"{mail.to_name} <{mail.to}>", mail.reply_to, mail.subject
    return [*named, *mail.text.split("\n")]


def _cell(text: str) -> str:
    return "\n".join(text.splitlines()).strip()


def _sha(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
