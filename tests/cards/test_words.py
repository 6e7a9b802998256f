"""Cards speak the reader's language: every text has a translation, and the translations fit their texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from cards import words
from cards.words import amount, languages, moment, number, percent, say, say_kept, say_many, speaking
from tests.cards import messages

FOUND = {text.forms: text.where for text in messages.found()}


def catalogue(language: str) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return what a catalogue's file holds by the English text: the English forms and the translated ones."""
    with (words.CATALOGUES / f"{language}.po").open("rb") as file:
        read = read_po(file, locale=language)
    entries = [(message.id, message.string) for message in read if message.id]
    forms = [tuple((text,) if isinstance(text, str) else tuple(text or ()) for text in entry) for entry in entries]
    return {english[0]: (english, translated) for english, translated in forms}


def fields_of(texts: tuple[str, ...]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_german_is_shipped() -> None:
    assert "de" in languages()


def test_no_text_is_put_together_before_it_is_said() -> None:
    assert messages.built() == []


def test_the_scan_sees_cards_tables_handlers_errors_and_notes() -> None:
    assert ("Check leads",) in FOUND
    assert ("E-mail",) in FOUND
    assert ("Saved. Drafts use it from now on.",) in FOUND
    assert ("Google is busy.",) in FOUND
    assert ("Waiting for access: reopen the sidebar and press Refresh.",) in FOUND
    assert ("{count} lead", "{count} leads") in FOUND


def test_files_whose_errors_are_said_elsewhere_are_there() -> None:
    assert [name for name in messages.ELSEWHERE if not (messages.ROOT / name).is_file()] == []


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_text_is_translated_and_nothing_else(language: str) -> None:
    held = {english for english, _ in catalogue(language).values()}
    assert {f"{forms} at {where}" for forms, where in FOUND.items() if forms not in held} == set()
    assert held - set(FOUND) == set()


@pytest.mark.parametrize("language", sorted(languages()))
def test_translations_are_there_and_have_the_fields_of_their_text(language: str) -> None:
    for english, translated in catalogue(language).values():
        assert all(text.strip() for text in translated), english
        assert fields_of(translated) == fields_of(english), english
        assert fields_of(translated[-1:]) == fields_of(english[-1:]), english


def test_a_text_has_one_translation_wherever_it_is_said() -> None:
    firsts = [forms[0] for forms in FOUND]
    assert len(firsts) == len(set(firsts)), "one text is said alone and as a singular, or with two plurals"


@pytest.mark.parametrize("locale", ["en", "en-GB", "fr", "zz-ZZ", "", "de de", "../de", "d" * 300, "\x00"])
def test_whom_we_cannot_speak_to_is_spoken_to_in_english(locale: str) -> None:
    with speaking(locale):
        assert say("Check leads") == "Check leads"
        assert say_many("{count} lead", "{count} leads", 1_234) == "1,234 leads"


@pytest.mark.parametrize("locale", ["de", "DE", "de-DE", "de_AT", "de-Latn-CH", "de-XX", "de-1901"])
def test_a_locale_we_do_not_have_is_spoken_to_in_its_language(locale: str) -> None:
    with speaking(locale):
        assert say("Check leads") == "Leads prüfen"
        assert say("Tab {tab}", tab="{x}") == "Tab {x}"


def test_plurals_and_numbers_are_the_readers() -> None:
    with speaking("de"):
        assert say_many("{count} draft", "{count} drafts", 1) == "1 Entwurf"
        assert say_many("{count} draft", "{count} drafts", 1_234) == "1.234 Entwürfe"
        assert (number(1_234_567), amount("1,234.50"), percent(0.9)) == ("1.234.567", "1.234,50", "90\u00a0%")
    with speaking("de-CH"):
        assert number(1_234) == "1’234"
    assert (number(1_234_567), amount("1,234.50"), percent(0.9)) == ("1,234,567", "1,234.50", "90%")


def test_times_are_the_readers() -> None:
    at = datetime(2026, 11, 4, 23, 5, tzinfo=UTC)
    assert moment(at, "Europe/Berlin") == "5 Nov 2026, 00:05"
    with speaking("de"):
        assert moment(at, "Europe/Berlin") == "05.11.2026, 00:05"


def test_a_stored_sentence_is_translated_if_we_know_it() -> None:
    with speaking("de"):
        assert say_kept("Google is busy.") == "Google ist ausgelastet."
        assert say_kept("Something {odd}") == "Something {odd}"
        assert say_kept("") == ""


def test_the_language_ends_with_the_request_whatever_happens() -> None:
    with pytest.raises(ValueError, match="broke"), speaking("de"):
        raise ValueError("broke")
    assert say("Check leads") == "Check leads"


@given(st.text(max_size=40))
def test_any_locale_can_be_spoken_to(locale: str) -> None:
    with speaking(locale):
        assert say("Check leads") in ("Check leads", "Leads prüfen")
        assert number(1_000)
