"""Makes the exact mail of one step for one row: what preview shows, what Confirm approves, what leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from addon.accounts.policy_model import Policy
from addon.accounts.sender_model import Sender
from addon.errors import Invalid
from addon.leads.model import Field, Lead, OwnColumn
from addon.lib.address import bare_address, normalise
from addon.lib.text import clean, shorten
from addon.sequences import html
from addon.sequences.approval import footer_lines
from addon.sequences.campaign_model import Mail
from addon.sequences.fields import render
from addon.sequences.leftovers import leftovers
from addon.sequences.links import unsubscribe_headers
from addon.sequences.parts import greeted, greeting_of, plain_text, signed
from addon.sequences.phrases import book, code_of
from addon.sequences.recipe_model import Recipe, Step

MAX_SUBJECT, MAX_BODY = 250, 20_000
"""Characters of a subject and of a text without its footer."""

MAX_NAME = 100
FIRST = (OwnColumn.SUBJECT, OwnColumn.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What every mail of a sender has around its text. ``signature`` is the one of What we sell."""

    sender: Sender
    policy: Policy
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One row to write to: the address as the row has it, the texts in our columns, the language of its draft.

    ``subject`` is that of the first mail once it has gone: follow-ups keep it whatever the cell says, or Gmail would
    begin another thread.
    """

    lead: Lead
    email: str
    cells: Mapping[OwnColumn, str]
    language: str = "en"
    subject: str = ""


def compose(step: Step, number: int, to: Recipient, voice: Voice, opt_out_url: str) -> Mail:
    """Return the mail of a step, the ``number``-th of its recipe (from 1), footer included.

    ``Invalid`` names the row and what is missing: reason ``no_draft``, ``no_subject``, ``bad_email``,
    ``missing_field``, ``leftover`` (a placeholder would leave as it stands), ``too_long``; or ``bad_template``.
    """
    code = code_of(to.language)
    subject = _subject(to)
    own = (voice.sender.signature, voice.signature)
    body = signed(_body(step, number, to, voice.sender), own[0] or own[1], own)
    _check(to.lead.row, subject, body)
    footer = footer_lines(voice.policy)
    small = "<br>".join(filter(None, (html.link(opt_out_url, book(code).opt_out), html.lines(footer))))
    return Mail(
        step_id=step.id,
        sender=_address(voice.sender.address, to.lead.row),
        sender_name=_name(voice.sender.name),
        to=_address(bare_address(to.email), to.lead.row),
        to_name=_name(_full_name(to.lead)),
        subject=subject,
        text="\n".join((body, "", f"{book(code).opt_out}: {opt_out_url}", *footer, "")),
        html=html.page(body, small, to.language),
        reply_to=_reply_to(voice.sender, to.lead.row),
        headers=unsubscribe_headers(opt_out_url),
    )


def columns_of(step: Step, number: int) -> tuple[OwnColumn, ...]:
    """Return the columns whose cells a step's mail is made of; a blank one counts, since it may be filled later."""
    if number == 1:
        return FIRST
    return (step.column,) if step.column else ()


def uses_default(recipe: Recipe, cells: Mapping[OwnColumn, str]) -> bool:
    """Whether any follow-up of a row says what we say where nobody wrote one."""
    return any(not step.text.strip() and not _written(step, cells) for step in recipe.steps[1:])


def _subject(to: Recipient) -> str:
    subject = clean(to.subject or to.cells.get(OwnColumn.SUBJECT, ""))
    if not subject:
        raise Invalid("Row {row} has no subject: write drafts, or fill the cell.", reason="no_subject", row=to.lead.row)
    return subject


def _body(step: Step, number: int, to: Recipient, sender: Sender) -> str:
    draft = plain_text(to.cells.get(OwnColumn.DRAFT, ""))
    if number == 1:
        if not draft:
            raise Invalid("Row {row} has no draft: write drafts, or fill the cell.", reason="no_draft", row=to.lead.row)
        return draft
    greeting = greeting_of(draft)
    if written := _written(step, to.cells):
        return written
    if step.text.strip():
        return plain_text(render(step.text, to.lead, sender, greeting))
    return greeted(_default(number, to), greeting)


def _written(step: Step, cells: Mapping[OwnColumn, str]) -> str:
    return plain_text(cells.get(step.column, "")) if step.column else ""


def _default(number: int, to: Recipient) -> str:
    """Return a text of ours: each row's by its id, so that it stays, and never one text twice for one person."""
    texts = book(code_of(to.language))
    chosen = texts.second if number == 2 else texts.later
    return chosen[(crc32(to.lead.id.encode("utf-8", "surrogatepass")) + number) % len(chosen)]


def _check(row: int, subject: str, body: str) -> None:
    if found := leftovers(subject) or leftovers(body):
        raise Invalid(
            "Row {row}: {found} would be sent as it stands. Edit the text.", reason="leftover", row=row, found=found[0]
        )
    if len(subject) > MAX_SUBJECT:
        raise Invalid(
            "Row {row}: the subject is longer than {most} characters.", reason="too_long", row=row, most=MAX_SUBJECT
        )
    if len(body) > MAX_BODY:
        raise Invalid(
            "Row {row}: the text is longer than {most} characters.", reason="too_long", row=row, most=MAX_BODY
        )


def _address(address: str, row: int) -> str:
    """Return an address that is one, so that no header can be broken by it, with its domain in ASCII."""
    normal = normalise(address)
    if normal is None:
        raise Invalid("Row {row}: no mail can be sent to or from its address.", reason="bad_email", row=row)
    return f"{address.strip().rpartition('@')[0]}@{normal.rpartition('@')[2]}"


def _reply_to(sender: Sender, row: int) -> str:
    is_same = sender.reply_to.casefold() == sender.address.casefold()
    return "" if is_same or not sender.reply_to else _address(sender.reply_to, row)


def _full_name(lead: Lead) -> str:
    parts = (lead.value(Field.FIRST_NAME), lead.value(Field.LAST_NAME))
    return lead.value(Field.FULL_NAME) or " ".join(filter(None, parts))


def _name(text: str) -> str:
    """Return a display name on one line; an address is none, lest one seems to write to or from somebody else."""
    name = shorten(clean(text), MAX_NAME)
    return "" if "@" in name else name
