"""Drafts: sentences with their sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from addon.leads.model import Lead

LONGEST_WISH = 300
"""Characters of a wish."""


class SourceKind(StrEnum):
    """Where a sentence may take a fact from."""

    CELL = "cell"
    OFFER = "offer"
    SNIPPET = "snippet"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class Source:
    """One source: a cell (``name`` is its header) or an answer of What we sell (``name`` is the question)."""

    kind: SourceKind
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a body and what it rests on; a sentence that claims nothing has no source."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One mail to write: for whom and in which language (a code).

    ``number`` is 1 for the first mail, more for a follow-up, and ``before`` are the texts that go before that.
    ``said`` are the sentences of an answer that was not good enough, ``faults`` what was wrong with it: a repair.
    """

    lead: Lead
    language: str = "en"
    variant: int = 0
    number: int = 1
    before: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a user wants drafts: a wish in words, how often they asked anew, and for which offer they approved samples.

    ``approved`` is a digest of the offer, the wish and the writer; empty before the first approval.
    """

    wish: str = ""
    variant: int = 0
    approved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A draft as it stands in the sheet, by Lead ID; ``row`` is the row's number as the user sees it (1-based)."""

    id: str
    row: int
    subject: str
    body: str
    evidence: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What a model is asked: ``instructions`` of ours, ``data`` from cells as JSON inside a delimited block."""

    instructions: str
    data: str


MORE_THAN_ONE = "more than one request"
TWICE = "the booking link a second time"
PRESSING = "a reproach or pressure"
"""Reasons to take out a sentence that claims nothing: a mail asks one thing, once, and presses nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A sentence taken out of a draft; ``claim`` is the part of it that no source carries, or one of three reasons."""

    text: str
    claim: str


class Writer(StrEnum):
    """Who wrote a draft."""

    MODEL = "model"
    TWIN = "twin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mail ready for a person's eyes. ``paragraphs`` of sentences; greeting and signature are paragraphs too.

    ``removed`` are sentences of the model's that no source supports, with the claim; ``writer_name`` is the model's id
    or ``offline``. ``note`` is a sentence for people: why the twin stepped in, or what of a wish it cannot follow.
    """

    subject: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    writer: Writer
    writer_name: str
    removed: tuple[Removed, ...] = ()
    note: str = ""

    @property
    def body(self) -> str:
        """Return the plain text: sentences joined by blanks, Japanese ones by nothing, paragraphs by a blank line."""
        return "\n\n".join(_joined(paragraph) for paragraph in self.paragraphs)


def _joined(paragraph: tuple[Sentence, ...]) -> str:
    ended = (s.text if s.text.endswith(("。", "！", "？")) else f"{s.text} " for s in paragraph)
    return "".join(ended).rstrip()
