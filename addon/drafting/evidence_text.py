"""The text of the Evidence cell: each sentence with what it rests on, who wrote it, what was taken out."""

from __future__ import annotations

from addon.drafting.fold import clean, cut
from addon.drafting.model import Draft, Source, Writer

SHOWN_WORDS = 6
"""First words of a sentence, enough to find it in the draft."""

LONGEST_VALUE = 40


def evidence_text(draft: Draft) -> str:
    """Return the lines for people: numbered sentences that have sources, the writer, the removed sentences."""
    rested = [sentence for paragraph in draft.paragraphs for sentence in paragraph if sentence.sources]
    lines = [
        f"{number}. “{_first_words(sentence.text)}” ← {'; '.join(_shown(source) for source in sentence.sources)}"
        for number, sentence in enumerate(rested, 1)
    ]
    return "\n".join([*lines, _writer(draft), *_removed(draft)])


def _first_words(text: str) -> str:
    said = clean(text).split()
    return cut(" ".join(said[:SHOWN_WORDS]), 60) + ("…" if len(said) > SHOWN_WORDS else "")


def _shown(source: Source) -> str:
    return f"{cut(clean(source.name), LONGEST_VALUE)}: {cut(clean(source.value), LONGEST_VALUE)}"


def _writer(draft: Draft) -> str:
    if draft.writer is Writer.MODEL:
        return f"Written by {draft.writer_name}"
    return f"Written offline, without a model{': ' + draft.note if draft.note else ''}"


def _removed(draft: Draft) -> list[str]:
    count = len(draft.removed)
    if not count:
        return []
    noun = "1 sentence" if count == 1 else f"{count} sentences"
    return [
        f"Removed {noun} that nothing in your sheet supports:",
        *(f"– “{cut(text, 200)}”" for text in draft.removed),
    ]
