"""Phrases with gaps, and messages spelled for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.tracking.intent_phrases import PhraseBook
from addon.tracking.intent_text import LONGEST_READ, spell


def labels(phrases: str, text: str) -> list[str]:
    return [hit.label for hit in PhraseBook({"it": {3: phrases}}).hits(spell(text).text)]


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("no thanks", "No, thanks!", True),
        ("no thanks", "no. Thanks", False),
        ("send [me/us] info*", "Send us information", True),
        ("send [me/us] info*", "send info", True),
        ("send .. list", "send me your very latest price list", True),
        ("send .. list", "send one two three four five six seven list", False),
        ("(can/could (you/we)) call", "Could we call", True),
        ("(can/could (you/we)) call", "could call", False),
        ("at #", "at 10:30", True),
        ("ok ?", "ok?", True),
        ("ok ?", "ok.", False),
        ("no .", "No.", True),
        ("no .", "no way", False),
        ("kein bedarf", "keine Bedarfe", False),
        ("écrire à", "ECRIRE A", True),
        ("mail zzmail", "Mail: jane@acme.example", True),
        ("isn t", "isn’t", True),
    ],
)
def test_a_phrase_meets_what_it_describes(phrase: str, text: str, is_found: bool) -> None:
    assert bool(labels(phrase, text)) is is_found


def test_the_longer_phrase_says_more() -> None:
    book = PhraseBook({"yes": {3: "interested"}, "no": {3: "not interested"}})
    assert [hit.label for hit in book.hits("we are not interested")] == ["no"]
    assert [hit.label for hit in book.hits("we are interested")] == ["yes"]


@given(st.text(max_size=200))
def test_every_piece_of_a_spelled_text_is_quoted_from_the_original(original: str) -> None:
    spelled = spell(original)
    assert len(spelled.text) == len(spelled.places)
    assert all(spelled.quote(start, len(spelled.text)) in original for start in range(len(spelled.text)))
    assert list(spelled.places) == sorted(spelled.places)


@pytest.mark.parametrize(
    ("original", "spelled"),
    [
        ("Am 5. Mai um 10.30 Uhr. Gut?", "am 5 mai um 10 30 uhr . gut ? "),
        ("one line\nand the next\n\na paragraph", "one line and the next . a paragraph"),
        ("see https://acme.example/a?b=c now", "see zzlink now"),
        ("Fu\u0308r ein\u00adgang", "fur eingang"),
    ],
)
def test_a_message_is_spelled_as_words_and_ends(original: str, spelled: str) -> None:
    assert spell(original).text == spelled


def test_only_the_beginning_of_a_long_message_is_spelled() -> None:
    assert len(spell("word " * LONGEST_READ).text) <= LONGEST_READ
