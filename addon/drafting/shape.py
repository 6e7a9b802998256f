"""What is wrong with a mail as a mail, whatever it claims: its length and its language."""

from __future__ import annotations

from collections.abc import Iterator

from addon.accounts.model import Offer
from addon.drafting.ground import ground_of
from addon.drafting.model import Asked, Draft
from addon.drafting.spoken import is_other

FEWEST_WORDS, MOST_WORDS = 50, 125
"""Words of a mail without greeting and signature, PRODUCT's figure."""

FEWEST_LETTERS, MOST_LETTERS = 100, 420
"""The same for Japanese and Chinese, which have no blanks between words."""

_WITHOUT_BLANKS = ("ja", "zh")


def body_of(draft: Draft, asked: Asked, offer: Offer) -> str:
    """Return the model's own sentences: no greeting, booking line or signature."""
    ground = ground_of(asked.lead, offer, asked.language)
    said = (sentence.text for paragraph in draft.paragraphs for sentence in paragraph)
    return " ".join(text for text in said if not ground.is_frame(text))


def is_in_another_language(draft: Draft, asked: Asked, offer: Offer) -> bool:
    """Whether the model's own sentences are plainly not in the language asked for."""
    return is_other(body_of(draft, asked, offer), asked.language)


def faults_of(draft: Draft, asked: Asked, offer: Offer) -> Iterator[str]:
    """Yield what is wrong, each as a sentence the model can mend by."""
    body = body_of(draft, asked, offer)
    if is_in_another_language(draft, asked, offer):
        yield f"It is not in the language asked for ({asked.language})."
    length, unit, least, most = _measure(body, asked.language)
    if not least <= length <= most:
        yield f"It has {length} {unit}: between {least} and {most} are wanted."


def _measure(body: str, language: str) -> tuple[int, str, int, int]:
    if language[:2] in _WITHOUT_BLANKS:
        return len("".join(body.split())), "letters", FEWEST_LETTERS, MOST_LETTERS
    return len(body.split()), "words", FEWEST_WORDS, MOST_WORDS
