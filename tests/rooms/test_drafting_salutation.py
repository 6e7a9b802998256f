"""Greetings: by language, tone and name order, never an initial, a blank or a guessed gender."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from addon.accounts.model import Offer, Tone
from addon.drafting.forms import FORMS
from addon.drafting.frame import greeting, is_frame
from addon.drafting.links import links
from addon.drafting.persons import called
from addon.drafting.salutation import salutation
from addon.errors import Invalid
from addon.leads.model import Field, Lead

ANNA = {Field.FIRST_NAME: "Anna", Field.LAST_NAME: "Kunze"}
FRIENDLY, PLAIN, FORMAL = Tone.FRIENDLY, Tone.PLAIN, Tone.FORMAL


def lead(values: Mapping[Field, str], row: int = 2) -> Lead:
    return Lead(id="L1", row=row, values=values, headers={field: field.value.title() for field in values})


def names(first: str, last: str, honorific: str = "") -> dict[Field, str]:
    return {Field.FIRST_NAME: first, Field.LAST_NAME: last, Field.SALUTATION: honorific}


@pytest.mark.parametrize(
    ("language", "tone", "values", "hello"),
    [
        ("en", FRIENDLY, ANNA, "Hi Anna,"),
        ("en", PLAIN, ANNA, "Hello Anna,"),
        ("en", FORMAL, ANNA, "Dear Anna Kunze,"),
        ("en", FORMAL, names("Anna", "Kunze", "Ms"), "Dear Ms Kunze,"),
        ("en", FORMAL, names("Anna", "Kunze", "Frau"), "Dear Ms Kunze,"),
        ("en", FORMAL, names("Bo", "Lind", "Mr."), "Dear Mr Lind,"),
        ("en", FORMAL, names("Dr. Anna", "Kunze"), "Dear Dr. Kunze,"),
        ("en", FRIENDLY, names("Anna", "Kunze", "Ms"), "Hi Anna,"),
        ("de", FRIENDLY, ANNA, "Hallo Anna,"),
        ("de", PLAIN, ANNA, "Guten Tag Anna Kunze,"),
        ("de", FORMAL, ANNA, "Guten Tag Anna Kunze,"),
        ("de", FORMAL, names("Anna", "Kunze", "Frau Dr."), "Sehr geehrte Frau Dr. Kunze,"),
        ("de", FORMAL, names("Anna", "Kunze", "weiblich"), "Sehr geehrte Frau Kunze,"),
        ("de", FORMAL, names("Bo", "von Lind", "Herr Prof. Dr."), "Sehr geehrter Herr Prof. Dr. von Lind,"),
        ("de", FORMAL, names("Dr. Anna", "Kunze"), "Guten Tag Dr. Anna Kunze,"),
        ("de", FORMAL, names("Anna", "Kunze", "Divers"), "Guten Tag Anna Kunze,"),
        ("de", FORMAL, names("Anna", "Kunze", "Herr/Frau"), "Guten Tag Anna Kunze,"),
        ("fr", FRIENDLY, ANNA, "Bonjour Anna,"),
        ("fr", FORMAL, names("Anne", "Petit", "Mme"), "Bonjour Madame Petit,"),
        ("fr", FORMAL, names("Anne", "Petit"), "Bonjour Anne Petit,"),
        ("es", FRIENDLY, names("Ana", "Pérez"), "Hola Ana:"),
        ("es", PLAIN, names("Ana", "Pérez"), "Buenos días, Ana Pérez:"),
        ("es", FORMAL, names("Ana", "Pérez", "Sra."), "Estimada Sra. Pérez:"),
        ("pt", FORMAL, names("Ana", "Silva", "Sra."), "Prezada Sra. Silva,"),
        ("pt-BR", FRIENDLY, names("Ana", "Silva"), "Olá Ana,"),
        ("it", FORMAL, names("Anna", "Rossi"), "Buongiorno Anna Rossi,"),
        ("it", FORMAL, names("Anna", "Rossi", "Dott.ssa"), "Gentile dottoressa Rossi,"),
        ("nl", FRIENDLY, names("Anna", "de Vries"), "Beste Anna,"),
        ("nl", FORMAL, names("Anna", "de Vries", "mevrouw"), "Geachte mevrouw De Vries,"),
        ("ja", FRIENDLY, names("太郎", "山田"), "山田様"),
        ("ja", FORMAL, {Field.FULL_NAME: "山田 太郎"}, "山田様"),
        ("ja", FRIENDLY, {Field.FULL_NAME: "山田太郎"}, "山田様"),
        ("ja", FRIENDLY, names("Taro", "Yamada"), "Yamada様"),
        ("ko", FORMAL, names("민수", "김"), "김민수님께"),
        ("zh", FORMAL, names("伟", "王", "先生"), "尊敬的王先生："),
        ("hu", FORMAL, names("Anna", "Kovács"), "Tisztelt Kovács Anna!"),
        ("sv", FRIENDLY, ANNA, "Hej Anna,"),
        ("xx", FRIENDLY, ANNA, "Hi Anna,"),
    ],
)
def test_greeting_follows_language_tone_and_name_order(
    language: str, tone: Tone, values: Mapping[Field, str], hello: str
) -> None:
    assert greeting(lead(values), Offer(tone=tone), language).text == hello


@pytest.mark.parametrize(
    ("values", "hello"),
    [
        ({Field.FIRST_NAME: "J.", Field.LAST_NAME: "Kunze"}, "Hi J. Kunze,"),
        ({Field.FIRST_NAME: "J.", Field.COMPANY: "Acme"}, "Hello Acme team,"),
        ({Field.FIRST_NAME: "J.-P.", Field.COMPANY: "Acme"}, "Hello Acme team,"),
        ({Field.FIRST_NAME: "Anna B.", Field.LAST_NAME: "Kunze"}, "Hi Anna,"),
        ({Field.FIRST_NAME: "ANNA", Field.LAST_NAME: "KUNZE"}, "Hi Anna,"),
        ({Field.FIRST_NAME: "Anna Kunze", Field.LAST_NAME: "Kunze"}, "Hi Anna,"),
        ({Field.FIRST_NAME: "Anna Maria"}, "Hi Anna Maria,"),
        ({Field.FIRST_NAME: "Acme", Field.COMPANY: "Acme Inc."}, "Hello Acme team,"),
        ({Field.FULL_NAME: "Nordlicht GmbH", Field.COMPANY: "Nordlicht"}, "Hello Nordlicht team,"),
        ({Field.LAST_NAME: "Kunze", Field.COMPANY: "Acme"}, "Hello Acme team,"),
        ({Field.FIRST_NAME: "anna@acme.example", Field.COMPANY: "Acme"}, "Hello Acme team,"),
        ({Field.FULL_NAME: "Kunze, Anna"}, "Hi Anna,"),
        ({Field.FULL_NAME: "Anna van der Berg"}, "Hi Anna,"),
    ],
)
def test_what_is_no_name_to_greet_with_is_not_greeted_with(values: Mapping[Field, str], hello: str) -> None:
    assert greeting(lead(values), Offer()).text == hello


@pytest.mark.parametrize("language", list(FORMS))
@pytest.mark.parametrize("tone", list(Tone))
def test_a_company_alone_is_greeted_as_a_team(language: str, tone: Tone) -> None:
    hello = greeting(lead({Field.COMPANY: "Nordlicht GmbH"}), Offer(tone=tone), language).text
    assert "Nordlicht" in hello or language in ("pl", "cs")
    assert "GmbH" not in hello


def test_nobody_named_is_no_greeting_in_any_language() -> None:
    for language in FORMS:
        with pytest.raises(Invalid, match="Row 7"):
            greeting(lead({Field.TITLE: "CEO"}, row=7), Offer(), language)


def test_greeting_cites_the_cells_it_comes_from() -> None:
    formal = greeting(lead(names("Anna", "Kunze", "Frau")), Offer(tone=FORMAL), "de")
    assert [source.value for source in formal.sources] == ["Frau", "Kunze"]
    assert [source.value for source in greeting(lead(ANNA), Offer()).sources] == ["Anna", "Kunze"]


def test_greeting_of_another_tone_is_frame_too() -> None:
    of = lead(ANNA)
    assert is_frame("Guten Tag Anna Kunze,", of, Offer(), "de")
    assert not is_frame("Guten Tag Petra Kunze,", of, Offer(), "de")


def test_parts_of_a_full_name() -> None:
    berg = called(lead({Field.FULL_NAME: "Dr. Anna van der Berg, MBA"}))
    assert (berg.given, berg.family, berg.whole) == ("Anna", "van der Berg", "Anna van der Berg")


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME, Field.COMPANY, Field.SALUTATION]),
        st.one_of(st.text(max_size=40), st.from_regex(r"[A-Z][a-z]{0,9}\.?( [A-Z][a-z]{1,9})?", fullmatch=True)),
    ),
    st.sampled_from(Tone),
    st.sampled_from(list(FORMS)),
)
@example({Field.FIRST_NAME: "{name}", Field.LAST_NAME: "{0}"}, FRIENDLY, "en")
@example({Field.FULL_NAME: "\u202eanna\u202c \n Kunze"}, FORMAL, "de")
@example({Field.FIRST_NAME: "=HYPERLINK(1)", Field.COMPANY: "🚀"}, PLAIN, "ja")
def test_any_cells_give_a_whole_greeting_or_none(values: dict[Field, str], tone: Tone, language: str) -> None:
    found = salutation(lead(values), tone, language)
    if found is None:
        return
    assert not re.search(r"[{}<>\n=\u202a-\u202e]| ,|  |,,|^[,:様님]", found.text)
    assert not links(found.text)
    assert len(found.text) < 200
    assert not re.match(r"(?:Hi|Hello|Hallo|Hola|Bonjour|Beste|Olá) \w\.?[,:]$", found.text) or not found.text.isascii()


@pytest.mark.parametrize("cell", ["Sig.ra", "Sig. na", "Sr.a", "Sr.ª", "M.me"])
def test_form_for_a_woman_in_two_parts_is_no_mans(cell: str) -> None:
    assert greeting(lead(names("Maria", "Rossi", cell)), Offer(tone=FORMAL), "it").text == "Gentile signora Rossi,"
    assert greeting(lead(names("Maria", "Rossi", cell)), Offer(tone=FORMAL)).text == "Dear Ms Rossi,"


@pytest.mark.parametrize("cell", ["Sr(a)", "Sr/a", "Señor(a)", "M(me)", "Mr(s)", "Mr/s", "Mr & Mrs"])
def test_form_for_either_gender_says_none(cell: str) -> None:
    assert greeting(lead(names("Maria", "Rossi", cell)), Offer(tone=FORMAL)).text == "Dear Maria Rossi,"


@pytest.mark.parametrize("name", ["Dear", "Customer", "Mr and Mrs Smith", "Dear Customer", "Herr und Frau Kunze"])
def test_placeholder_or_pair_is_greeted_as_the_company(name: str) -> None:
    assert greeting(lead({Field.FULL_NAME: name, Field.COMPANY: "The Cheese Co."}), Offer()).text == (
        "Hello The Cheese Co team,"
    )
