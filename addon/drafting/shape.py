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

FEWEST_OF_A_FOLLOW_UP, MOST_OF_A_FOLLOW_UP = 10, 38
FEWEST_LETTERS_OF_A_FOLLOW_UP, MOST_LETTERS_OF_A_FOLLOW_UP = 25, 75
"""The same for a follow-up without its first sentence, which is ours: shorter than the shortest first mail."""

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
    length, unit, least, most = _measure(body, asked)
    if not least <= length <= most:
        yield f"It has {length} {unit}: between {least} and {most} are wanted."


def _measure(body: str, asked: Asked) -> tuple[int, str, int, int]:
    is_first = asked.number == 1
    if asked.language[:2] in _WITHOUT_BLANKS:
        letters = len("".join(body.split()))
        if is_first:
            return letters, "letters", FEWEST_LETTERS, MOST_LETTERS
        return letters, "letters", FEWEST_LETTERS_OF_A_FOLLOW_UP, MOST_LETTERS_OF_A_FOLLOW_UP
    if is_first:
        return len(body.split()), "words", FEWEST_WORDS, MOST_WORDS
    return len(body.split()), "words", FEWEST_OF_A_FOLLOW_UP, MOST_OF_A_FOLLOW_UP
