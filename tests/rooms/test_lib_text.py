"""Hostile text is made plain without losing what people wrote."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.lib.phrases import Phrases
from addon.lib.text import cell_text, clean, fold, reveal, shorten, words

anything = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("  Petra\t Kunze\r\n", "Petra Kunze"),
        ("Pe\u200btra\ufeff", "Petra"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("\x00\x07a\x1b[31mb", "a[31mb"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("جو\u200cبر", "جو\u200cبر"),
        ("Jo\u200dhn", "John"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("a\u2028b", "a b"),
        ("\ud800x", "x"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("\u3000株式会社\u3000青空", "株式会社 青空"),
    ],
)
def test_clean_shows_one_safe_line(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@given(anything)
def test_clean_text_has_nothing_hidden_and_stays_clean(text: str) -> None:
    found = clean(text)
    assert clean(found) == found
    assert found == found.strip()
    assert "  " not in found
    hidden = {c for c in found if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn")}
    assert hidden <= {"\u200c", "\u200d"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Électricité", "electricite"),
        ("Ｎｏｒｄ", "nord"),
        ("Søren Łukasz", "soren lukasz"),
        ("ﬁnance", "Finance"),
        ("İstanbul", "istanbul"),
        ("a\u200bb", "AB"),
    ],
)
def test_fold_compares_without_case_width_and_accents(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_keeps_japanese_voices_apart() -> None:
    assert fold("ハハ") != fold("パパ")


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_are_folded_and_without_punctuation() -> None:
    assert words("Head of R&D / Größe_2") == ("head", "of", "r", "d", "grosse", "2")


@given(anything, st.integers(1, 40))
def test_shorten_never_exceeds_the_limit_and_says_when_it_cut(text: str, limit: int) -> None:
    found = shorten(text, limit)
    assert len(found) <= limit
    assert found == text if len(text) <= limit else found.endswith("…")


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("cafe\u0301 au lait", 5, "caf…"),
        ("ab👩\u200d💻cd", 5, "ab…"),
        ("🇩🇪🇫🇷🇮🇹", 4, "🇩🇪…"),
        ("🇩🇪🇫🇷🇮🇹", 5, "🇩🇪🇫🇷…"),
        ("👍🏽👍🏽", 2, "…"),
        ("one two three", 5, "one…"),
        ("abc", 3, "abc"),
    ],
)
def test_shorten_cuts_between_visible_characters(text: str, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


@pytest.mark.parametrize(
    ("cell", "text"),
    [(120.0, "120"), (1.5, "1.5"), (7, "7"), (True, "TRUE"), (False, "FALSE"), ("1.0", "1.0"), (1e300, "1e+300")],
)
def test_cell_text_reads_like_the_sheet(cell: str | int | float | bool, text: str) -> None:
    assert cell_text(cell) == text


def test_reveal_shows_what_hides_inside_and_drops_what_paste_leaves_around() -> None:
    assert reveal("\ufeff a\u202eb\u200b\n") == "a\ufffdb"


PHRASES = Phrases({"head": "head | vice president | *leiter", "top": "president", "need": "予算"})


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Head of Ops", ["head"]),
        ("Vice President, Sales", ["head"]),
        ("President and Head", ["top", "head"]),
        ("Vertriebsleiter", ["head"]),
        ("来期の予算あり", ["need"]),
        ("headless presidential", []),
        ("", []),
    ],
)
def test_phrases_are_whole_words_and_the_longest_wins(text: str, labels: list[str]) -> None:
    assert [match.label for match in PHRASES.matches(words(text))] == labels


@given(st.lists(st.sampled_from(["vice", "president", "head", "x", "abteilungsleiter", "予算案"]), max_size=12))
def test_matches_never_overlap(tokens: list[str]) -> None:
    found = list(PHRASES.matches(tokens))
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
