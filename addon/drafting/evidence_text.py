"""The text of the Evidence cell: each sentence with what it rests on, who wrote it, what was taken out and why."""

from __future__ import annotations

from dataclasses import dataclass

from addon.drafting.fold import clean, cut
from addon.drafting.model import MORE_THAN_ONE, TWICE, Draft, Removed, Source, SourceKind, Writer

SHOWN_WORDS = 6
"""First words of a sentence, enough to find it in the draft."""

LONGEST_VALUE = 40
LONGEST_TEXT = 200

_KINDS = {SourceKind.SNIPPET: "approved text", SourceKind.PAIN: "your list of problems"}
"""What a source is called beside its name; a header and a question of What we sell are known to the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One sentence and what it rests on, in words; ``sources`` is empty for one that claims nothing."""

    text: str
    sources: str = ""


def evidence_lines(draft: Draft) -> tuple[EvidenceLine, ...]:
    """Return every sentence of a draft, cut to 200 characters, with its sources.

    They read ``Title: Head of Ops; Company: Acme``.
    """
    said = (sentence for paragraph in draft.paragraphs for sentence in paragraph)
    return tuple(
        EvidenceLine(
            text=cut(clean(sentence.text), LONGEST_TEXT),
            sources="; ".join(_shown(source) for source in sentence.sources),
        )
        for sentence in said
    )


def evidence_text(draft: Draft) -> str:
    """Return the lines for people: numbered sentences that have sources, the writer, the removed sentences."""
    rested = [line for line in evidence_lines(draft) if line.sources]
    lines = [f"{number}. “{_first_words(line.text)}” ← {line.sources}" for number, line in enumerate(rested, 1)]
    return "\n".join([*lines, _writer(draft), *_removed(draft)])


def _first_words(text: str) -> str:
    said = clean(text).split()
    return cut(" ".join(said[:SHOWN_WORDS]), 60) + ("…" if len(said) > SHOWN_WORDS else "")


def _shown(source: Source) -> str:
    kind = _KINDS.get(source.kind)
    name = f"{cut(clean(source.name), LONGEST_VALUE)}{f' ({kind})' if kind else ''}"
    return f"{name}: {cut(clean(source.value), LONGEST_VALUE)}"


def _writer(draft: Draft) -> str:
    if draft.writer is Writer.MODEL:
        return f"Written by {draft.writer_name}"
    return f"Written offline, without a model{': ' + draft.note if draft.note else ''}"


def _removed(draft: Draft) -> list[str]:
    count = len(draft.removed)
    if not count:
        return []
    noun = "1 sentence" if count == 1 else f"{count} sentences"
    return [f"{noun} removed:", *(f"– “{_first_words(one.text)}”: {reason(one)}" for one in draft.removed)]


def reason(removed: Removed) -> str:
    """Return why a sentence was taken out, as people say it."""
    if removed.claim in (MORE_THAN_ONE, TWICE):
        return f"{removed.claim}, so one stands"
    return f"nothing in your sheet supports “{cut(clean(removed.claim), LONGEST_VALUE)}”"
