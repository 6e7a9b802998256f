"""The language of a mail: the user's word first, then the row's cells, then where the lead is, else English."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.model import Offer
from addon.drafting.language import language_of
from addon.leads.model import Field, Lead


def lead(values: Mapping[Field, str]) -> Lead:
    return Lead(id="L1", row=2, values=values, headers={})


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Deutsch", "de"), ("German", "de"), ("de", "de"), ("DE", "de"), ("de-DE", "de"), ("de_AT", "de"),
        ("ドイツ語", "de"), ("allemand", "de"), ("ger", "de"), ("Français", "fr"), ("french", "fr"), ("Inglés", "en"),
        ("español", "es"), ("Castellano", "es"), ("Português (Brasil)", "pt"), ("pt-BR", "pt"), ("italiano", "it"),
        ("Nederlands", "nl"), ("Vlaams", "nl"), ("日本語", "ja"), ("JP", "ja"), ("Polish", "pl"), ("polski", "pl"),
        ("Norwegian", "nb"), ("DE / EN", "de"), ("native German", "de"), ("Englisch, Deutsch", "en"), ("UK", "en"),
        ("klingon", "en"), ("", "en"), ("???", "en"),
    ],
)  # fmt: skip
def test_language_cell_is_read_in_many_languages(cell: str, code: str) -> None:
    assert language_of(lead({Field.LANGUAGE: cell}), Offer()) == code


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({Field.LANGUAGE: "fr", Field.COUNTRY: "Germany"}, "fr"),
        ({Field.COUNTRY: "Allemagne", Field.EMAIL: "a@b.fr"}, "de"),
        ({Field.COUNTRY: "México"}, "es"),
        ({Field.COUNTRY: "Switzerland", Field.EMAIL: "a@b.de"}, "de"),
        ({Field.COUNTRY: "Belgium", Field.EMAIL: "a@b.be"}, "en"),
        ({Field.EMAIL: "a@b.co.jp"}, "ja"),
        ({Field.EMAIL: "a@b.at"}, "de"),
        ({Field.EMAIL: "a@b.com", Field.WEBSITE: "https://www.b.it/chi-siamo?x=1"}, "it"),
        ({Field.WEBSITE: "b.nl"}, "nl"),
        ({Field.EMAIL: "a@start.co"}, "en"),
        ({Field.EMAIL: "de"}, "en"),
        ({}, "en"),
    ],
)
def test_the_surest_sign_decides(values: Mapping[Field, str], code: str) -> None:
    assert language_of(lead(values), Offer()) == code


def test_the_users_word_comes_first() -> None:
    assert language_of(lead({Field.LANGUAGE: "fr", Field.COUNTRY: "Germany"}), Offer(language="es")) == "es"


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_any_cells_give_a_code(language: str, country: str, address: str) -> None:
    values = {Field.LANGUAGE: language, Field.COUNTRY: country, Field.EMAIL: address, Field.WEBSITE: address}
    assert language_of(lead(values), Offer()).isalpha()
