"""Names taken apart: every order and spelling a sheet has, nothing that is no person, never an exception."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from addon.leads.lead import RowReader, to_lead
from addon.leads.model import ColumnMap, Field
from addon.lib.names import Order, PersonName, can_greet, split_name


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Anna Müller", "Anna", "Müller"),
        ("Müller, Anna", "Anna", "Müller"),
        ("ANNA MÜLLER", "Anna", "Müller"),
        ("anna müller", "Anna", "Müller"),
        ("MÜLLER Anna", "Anna", "Müller"),
        ("Anna MÜLLER", "Anna", "Müller"),
        ("YAMADA Taro", "Taro", "Yamada"),
        ("RONALD MCDONALD", "Ronald", "McDonald"),
        ("SEAN O'NEIL", "Sean", "O'Neil"),
        ("İBRAHİM ÇELİK", "İbrahim", "Çelik"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("van der Berg, Jan", "Jan", "van der Berg"),
        ("JAN VAN DER BERG", "Jan", "van der Berg"),
        ("Peter von der Heide", "Peter", "von der Heide"),
        ("João da Silva Santos", "João", "da Silva Santos"),
        ("Mohammed bin Salman", "Mohammed", "bin Salman"),
        ("Ahmed Al-Farsi", "Ahmed", "Al-Farsi"),
        ("Jean-Pierre de La Fontaine", "Jean-Pierre", "de La Fontaine"),
        ("山田 太郎", "太郎", "山田"),
        ("山田太郎", "太郎", "山田"),
        ("長谷川博己様", "博己", "長谷川"),
        ("佐藤さん", "", "佐藤"),
        ("김민수", "민수", "김"),
        ("王 小明", "小明", "王"),
        ('Robert "Bob" Smith', "Robert", "Smith"),
        ("Anna 😀 Müller", "Anna", "Müller"),
        ("Anna & Peter Müller", "Anna & Peter", "Müller"),
        ("Carla E, Winter", "Carla", "Winter"),
        ("Winter Carla E", "Carla", "Winter"),
        ("Anna Müller | Leiterin Einkauf", "Anna", "Müller"),
        ("Anna Müller – CEO", "Anna", "Müller"),
        ("Anna Müller (Nordlicht GmbH)", "Anna", "Müller"),
        ("Anna Müller, Nordlicht GmbH", "Anna", "Müller"),
        ("Anna Müller, Tel. 030 1234567", "Anna", "Müller"),
        ("Anna", "Anna", ""),
    ],
)  # fmt: skip
def test_a_name_is_taken_apart(text: str, given: str, family: str) -> None:
    name = split_name(text)
    assert (name.given, name.family) == (given, family)


@pytest.mark.parametrize(
    ("text", "language", "given", "family", "order"),
    [
        ("Nagy Péter", "hu", "Péter", "Nagy", Order.FAMILY_FIRST),
        ("Nagy Péter", "", "Nagy", "Péter", Order.GIVEN_FIRST),
        ("Kim Min-su", "ko", "Min-su", "Kim", Order.FAMILY_FIRST),
        ("Min-su Kim", "ko-KR", "Min-su", "Kim", Order.GIVEN_FIRST),
        ("Nguyễn Văn An", "vi", "Văn An", "Nguyễn", Order.FAMILY_FIRST),
        ("王小明", "zh", "小明", "王", Order.FAMILY_FIRST),
        ("María García López", "es", "María", "García López", Order.GIVEN_FIRST),
        ("Juan Carlos Pérez", "es", "Juan Carlos", "Pérez", Order.GIVEN_FIRST),
        ("José Luis Rojas Vidal", "es", "José Luis", "Rojas Vidal", Order.GIVEN_FIRST),
        ("M. Jean Dupont", "fr", "Jean", "Dupont", Order.GIVEN_FIRST),
    ],
)
def test_the_language_settles_what_the_text_cannot(
    text: str, language: str, given: str, family: str, order: Order
) -> None:
    name = split_name(text, language)
    assert (name.given, name.family, name.order) == (given, family, order)


def test_titles_and_degrees_stand_beside_the_name() -> None:
    assert split_name("Dr. med. Anna Müller-Lüdenscheidt, MBA") == PersonName(
        given="Anna", family="Müller-Lüdenscheidt", prefix="Dr. med.", suffix="MBA"
    )
    assert split_name("Frau Dr. Kunze") == PersonName(family="Kunze", prefix="Frau Dr.")


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "—", "Nordlicht GmbH", "Peter Kunze AG", "Kunze & Söhne Ltd.", "Robin Hood e.V.", "株式会社山田",
        "Sales Team",
        "Team Berlin", "Info", "Einkauf", "n/a", "Unknown", "anna@nordlicht.example", "www.nordlicht.example", "=1+1",
        "0176 1234567", "😀", "Anna " * 60,
    ],
    ids=lambda text: ascii(text[:20]),
)  # fmt: skip
def test_what_is_no_person_has_no_name(text: str) -> None:
    assert split_name(text) == PersonName()
    assert not can_greet(text)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("J. R. Winter", ""), ("JR Winter", ""), ("J.R. Winter", ""), ("J. Robert Winter", "Robert"),
        ("Dr. Winter", ""),
        ("Dr.", ""), ("Mr", ""), ("Anna M. Winter", "Anna"), ("ANNA", "Anna"), ("Jo Winter", "Jo"), ("AL GORDON", "Al"),
    ],
)  # fmt: skip
def test_a_greeting_never_uses_initials_titles_or_capitals(text: str, called: str) -> None:
    assert split_name(text).called == called


@pytest.mark.parametrize(
    ("text", "can"),
    [("Frau Kunze", True), ("田中", True), ("Anna", True), ("ANNA", True), ("J.", False), ("Dr.", False)],
)
def test_a_cell_can_be_greeted_by_or_not(text: str, can: bool) -> None:
    assert can_greet(text) is can


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["", "hu", "es", "zh", "ja", "ko", "ru", "fr", "tr", "xx", "\ud800"]))
@example("Anna,,,", "")
@example("&", "es")
@example("\ud800 \u202eAnna", "")
@example("(((", "")
def test_any_text_is_a_name_or_none(text: str, language: str) -> None:
    name = split_name(text, language)
    assert "\n" not in name.called
    assert "@" not in name.called
    can_greet(text)


words = st.from_regex(r"[B-HJ-NP-TVWZ][aeiou][klmnrst][aeiou]", fullmatch=True).filter(
    lambda word: split_name(f"{word} Kunze").given == word  # not a word the library gives a meaning of its own
)


@settings(max_examples=200, deadline=None)
@given(words, st.sampled_from(["Kunze", "Müller", "Ortega", "Winter-Sommer"]))
def test_a_clean_name_comes_back_whatever_its_case_and_order(first: str, last: str) -> None:
    for text in (f"{first} {last}", f"{last}, {first}", f"{first} {last}".upper(), f"{last.upper()} {first}"):
        found = split_name(text)
        assert (found.given, found.family) == (first, last), text


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["", "Mr ", "Dr. ", "Frau ", "Prof. "]), words, st.sampled_from(["", "A. ", "E. ", "M. "]), words
)
def test_the_short_cut_says_what_the_library_says(prefix: str, first: str, middle: str, last: str) -> None:
    text = f"{prefix}{first} {middle}{last}"
    assert split_name(text) == split_name(f" {text}")  # a blank in front is not plain


NAMES = ("Name", "First", "Last", "Mail", "Land")
FULL = {Field.FULL_NAME: "Name", Field.EMAIL: "Mail", Field.COUNTRY: "Land"}


def row(*cells: str, **more: str) -> dict[Field, str]:
    headers = {**FULL, **{Field(field): header for field, header in more.items()}}
    found = to_lead(2, cells, NAMES, ColumnMap(header_row=0, headers=headers), (), "")
    assert found is not None
    assert found.values.keys() <= found.headers.keys()
    return {field: found.value(field) for field in (Field.FIRST_NAME, Field.LAST_NAME)}


def test_a_full_name_fills_first_and_last_name_and_stays_their_source() -> None:
    found = to_lead(2, ["DR. ANNA KUNZE"], NAMES, ColumnMap(header_row=0, headers=FULL), (), "")
    assert found is not None
    assert (found.value(Field.FIRST_NAME), found.value(Field.LAST_NAME)) == ("Anna", "Kunze")
    assert (found.headers[Field.FIRST_NAME], found.headers[Field.LAST_NAME]) == ("Name", "Name")


def test_cells_of_their_own_are_never_replaced_by_a_split() -> None:
    own = {"first_name": "First", "last_name": "Last"}
    assert row("Anna Kunze", "Annika", "Kunze", **own) == {Field.FIRST_NAME: "Annika", Field.LAST_NAME: "Kunze"}
    assert row("Anna Kunze", "", "Kunze", **own) == {Field.FIRST_NAME: "Anna", Field.LAST_NAME: "Kunze"}
    assert row("Anna Kunze", "Bea", "", **own) == {Field.FIRST_NAME: "Bea", Field.LAST_NAME: ""}


def test_the_country_or_the_address_says_in_which_order_a_name_stands() -> None:
    hungarian = {Field.FIRST_NAME: "Péter", Field.LAST_NAME: "Nagy"}
    assert row("Nagy Péter", "", "", "p@n.example", "Magyarország") == hungarian
    assert row("Nagy Péter", "", "", "p@nagy.hu") == hungarian
    assert row("Nagy Péter", "", "", "p@n.example") == {Field.FIRST_NAME: "Nagy", Field.LAST_NAME: "Péter"}


def test_initials_fill_no_first_name() -> None:
    assert row("J. R. Winter") == {Field.FIRST_NAME: "", Field.LAST_NAME: "Winter"}


def test_what_stands_before_a_dutch_family_name_is_a_part_of_it() -> None:
    headers = ("Voornaam", "Tussenvoegsel", "Achternaam")
    columns = ColumnMap(header_row=0, headers={Field.FIRST_NAME: headers[0], Field.LAST_NAME: headers[2]})
    reader = RowReader(headers, columns, ())
    rows = [["Jan", "van der", "Berg"], ["Piet", "", "Mol"], ["An", "de", "de Wit"], ["Bo", "van", ""]]
    found = [reader.lead(2, row, "") for row in rows]
    assert [lead.value(Field.LAST_NAME) for lead in found if lead] == ["van der Berg", "Mol", "de Wit", ""]
    assert [reader.value(Field.LAST_NAME, row) for row in rows] == ["van der Berg", "Mol", "de Wit", ""]
    assert [lead.headers[Field.LAST_NAME] for lead in found[:2] if lead] == ["Tussenvoegsel, Achternaam", "Achternaam"]


def test_a_spanish_name_behind_a_comma_is_called_whole() -> None:
    assert split_name("García López, María José", "es").called == "María José"
    assert split_name("García López, María J.", "es").called == "María"


@pytest.mark.parametrize(
    "text", ["Dear", "Customer", "Kunde", "Sir", "Dear Customer", "Mr and Mrs Smith", "Petra & Hans"]
)
def test_a_placeholder_and_a_couple_are_not_greeted(text: str) -> None:
    assert not can_greet(text)
    assert can_greet("E. Anna Roth")


def test_the_language_says_what_one_letter_abbreviates() -> None:
    assert can_greet("M. Dupont", "fr")
    assert not can_greet("M. Dupont")
    assert split_name("hans-peter von der leyen") == PersonName(given="Hans-Peter", family="von der Leyen")
