"""Drafts: sentences with their sources."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
class Prompt:
    """What a model is asked: ``instructions`` of ours, ``data`` from cells as JSON inside a delimited block."""

    instructions: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A sentence taken out of a draft; ``claim`` is the part of it that no source carries."""

    text: str
    claim: str


class Writer(StrEnum):
    """Who wrote a draft."""

    MODEL = "model"
    TWIN = "twin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mail ready for a person's eyes. ``paragraphs`` of sentences; greeting and signature are paragraphs too.

    ``removed`` are sentences of the model's that no source supports; ``writer_name`` is the model's id or ``offline``.
    ``note`` is a sentence for people on why the twin stepped in for a model, else empty.
    """

    subject: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    writer: Writer
    writer_name: str
    removed: tuple[str, ...] = ()
    note: str = ""

    @property
    def body(self) -> str:
        """Return the plain text: sentences joined by blanks, paragraphs by a blank line."""
        return "\n\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in self.paragraphs)
