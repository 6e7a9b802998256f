"""Where the header is, what odd headers mean, and what columns without one are called."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.leads.columns import column_names, is_lettered, letters
from addon.leads.header import find_header_row
from addon.leads.meaning import meaning
from addon.leads.model import NO_HEADER, Cell, ColumnMap, Field, OwnCells, Reading, Rows
from addon.leads.table import Table, corrected, table_from

F = Field
Grid = list[list[Cell]]
cells = st.one_of(st.text(max_size=12), st.integers(), st.floats(allow_nan=True), st.booleans(), st.just(""))
DATA: Grid = [
    ["Petra Kunze", "petra.kunze@nordbau.example", "Nordbau GmbH", 120],
    ["Jan Mol", "jan.mol@waterland.example", "Waterland BV", 40],
    ["Aiko Sato", "aiko.sato@hoshi.example", "Hoshi KK", 9],
]


def read(rows: Grid, saved: ColumnMap | None = None, **more: object) -> Table:
    return table_from(Reading(spans=(Rows(first=0, cells=rows),), **more), saved)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Lead: E-Mail 1", F.EMAIL), ("contact_email_address", F.EMAIL), ("E-mail Address (work)", F.EMAIL),
        ("Custom field: E-mail", F.EMAIL), ("E-Mail (Pflichtfeld)", F.EMAIL), ("Adres e-mail", F.EMAIL),
        ("E-postadress", F.EMAIL), ("電子郵件", F.EMAIL), ("이메일 주소", F.EMAIL), ("Электронная почта", F.EMAIL),
        ("Emial adress", None), ("Vornname", F.FIRST_NAME), ("Telehpone", F.PHONE), ("Organistion", F.COMPANY),
        ("Förnamn", F.FIRST_NAME), ("Fornavn", F.FIRST_NAME), ("Imię", F.FIRST_NAME), ("Nazwisko", F.LAST_NAME),
        ("Rag. soc.", F.COMPANY), ("Name 1 (Firma)", F.COMPANY), ("Handelsnaam", F.COMPANY), ("Enseigne", F.COMPANY),
        ("Contact.Title", F.TITLE), ("Stanowisko", F.TITLE), ("Carica", F.TITLE), ("직급", F.TITLE),
        ("Qtd. funcionários", F.EMPLOYEES), ("Tranche d'effectif", F.EMPLOYEES), ("Aantal FTE", F.EMPLOYEES),
        ("N. addetti", F.EMPLOYEES), ("Anz. Mitarbeiter", F.EMPLOYEES),
        ("Pain points", F.CHALLENGE), ("CustomField:PainPoints", F.CHALLENGE), ("Herausforderung", F.CHALLENGE),
        ("Bedarf", F.CHALLENGE), ("Esigenze", F.CHALLENGE), ("Knelpunt", F.CHALLENGE), ("Besoin", F.CHALLENGE),
        ("課題", F.CHALLENGE), ("Necesidad", F.CHALLENGE), ("Desafios", F.CHALLENGE),
        ("Sprache", F.LANGUAGE), ("Preferred language", F.LANGUAGE), ("Taal", F.LANGUAGE), ("Lingua", F.LANGUAGE),
        ("Anrede", F.SALUTATION), ("Titre de civilité", F.SALUTATION), ("Mr/Mrs", F.SALUTATION),
        ("Aanhef", F.SALUTATION),
        ("E-mail opt-in", None), ("Last email date", None), ("Owner e-mail", None), ("Assistant name", None),
        ("Assistant's phone", None), ("Created by", None), ("Record ID", None), ("Contract", None), ("County", None),
        ("Campaign", None), ("Nachnahme", None), ("Form name", None), ("Company size text", None), ("Fax", None),
    ],
)  # fmt: skip
def test_a_header_means_what_people_mean_by_it(header: str, field: Field | None) -> None:
    found = meaning(header)
    assert (found.field if found else None) == field


@pytest.mark.parametrize(
    ("above", "header_row"),
    [
        ([["Name", "E-Mail", "Firma", "Mitarbeiter"]], 0),
        ([["Leads from the fair"], [], ["Name", "E-Mail", "Firma", "Mitarbeiter"]], 2),
        ([["Wer", "Wohin", "Wo", "Wie viele"]], 0),
        ([["Contact", "", "Company", ""], ["Name", "E-Mail", "Name", "Staff"]], 1),
        ([["Name", "E-mail", "Company", "Employees"], ["Nome", "E-mail", "Azienda", "Dipendenti"]], 1),
        ([["Our list, do not share"]], 0),
        ([[""], ["", ""]], 1),
        ([], NO_HEADER),
        ([[f"Note {number}"] for number in range(9)] + [["Name", "E-Mail"]], 9),
    ],
    ids=["plain", "preamble", "unknown words", "groups", "two languages", "title only", "blank", "none", "tenth row"],
)
def test_the_header_is_found_wherever_it_is(above: Grid, header_row: int) -> None:
    table = read([*above, *DATA])
    assert table.header_row == header_row
    assert [lead.value(F.EMAIL) for lead in table.leads()] == [row[1] for row in DATA]


def test_without_a_header_data_starts_at_the_top_and_columns_go_by_their_letters() -> None:
    table = read(DATA)
    assert table.columns.headers == {
        F.FULL_NAME: "Column A", F.EMAIL: "Column B", F.COMPANY: "Column C", F.EMPLOYEES: "Column D",
    }  # fmt: skip
    assert [lead.row for lead in table.leads()] == [1, 2, 3]
    assert next(table.leads()).headers[F.EMAIL] == "Column B"


def test_a_group_over_the_headers_says_whose_name_it_is() -> None:
    groups: Grid = [["Contact", "", "Company", ""], ["Name", "E-Mail", "Name", "Country"]]
    table = read([*groups, *[[*row[:3], "Germany"] for row in DATA]])
    assert table.headers == ("Name", "E-Mail", "Name (2)", "Country")
    assert table.columns.headers == {
        F.FULL_NAME: "Name",
        F.EMAIL: "E-Mail",
        F.COMPANY: "Name (2)",
        F.COUNTRY: "Country",
    }


def test_merged_header_cells_leave_blanks_that_are_read_from_their_cells() -> None:
    rows: Grid = [["Contact", "", "E-Mail", "Company"], *[str(row[0]).split() + list(row[1:3]) for row in DATA]]
    assert read(rows).columns.headers == {
        F.FIRST_NAME: "Contact", F.LAST_NAME: "Column B", F.EMAIL: "E-Mail", F.COMPANY: "Company",
    }  # fmt: skip
    upright: Grid = [["Firma", "Person", ""], ["", "Vorname", "E-Mail"], ["Nordbau", "Petra", "p@nordbau.example"]]
    assert read(upright).columns.headers == {F.COMPANY: "Firma", F.FIRST_NAME: "Vorname", F.EMAIL: "E-Mail"}


def test_headers_of_several_lines_and_a_row_of_units_below() -> None:
    head: Grid = [["Name\nof contact", "E-Mail\n(work)", "Firma", "Staff"], ["text", "e-mail", "(text)", "number"]]
    table = read([*head, *DATA])
    assert [lead.row for lead in table.leads()] == [3, 4, 5]
    assert table.columns.headers[F.EMAIL] == "E-Mail\n(work)"


def test_every_column_has_a_name_of_its_own() -> None:
    texts = ("Email", "", "Email", "Column B", "Email (2)", "")
    assert column_names(texts, ()) == ("Email", "Column B (2)", "Email (3)", "Column B", "Email (2)", "Column F")
    assert column_names(("Score", "Score"), {0}) == ("Score", "Score")
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [is_lettered(text) for text in ("Column B", "Column B (2)", "Columns", "column b")] == [
        True,
        True,
        False,
        False,
    ]


@given(st.lists(st.text(max_size=6), max_size=12), st.sets(st.integers(0, 11)))
def test_names_differ_whatever_the_texts(texts: list[str], ours: set[int]) -> None:
    named = column_names(tuple(text.strip() for text in texts), ours)
    theirs = [name for index, name in enumerate(named) if index not in ours]
    assert len(set(theirs)) == len(theirs)
    assert all(theirs)


def test_a_mark_names_the_column_when_its_header_was_changed() -> None:
    saved = ColumnMap(header_row=0, headers={F.NOTES: "Firma"}, confirmed=frozenset({F.NOTES}))
    rows: Grid = [["Name", "E-Mail", "Wer zahlt", "Mitarbeiter"], *DATA]
    assert F.NOTES not in read(rows, saved).columns.headers
    assert read(rows, saved, fields={"notes": (2,)}).columns.headers[F.NOTES] == "Wer zahlt"
    assert read(rows, None, fields={"notes": (2,)}).columns.confirmed == {F.NOTES}


def test_a_header_that_still_stands_names_its_column_better_than_a_mark() -> None:
    saved = ColumnMap(header_row=0, headers={F.NOTES: "Firma"}, confirmed=frozenset({F.NOTES}))
    rows: Grid = [["Name", "E-Mail", "Firma", "Mitarbeiter"], *DATA]
    assert read(rows, saved, fields={"notes": (3,)}).columns.headers[F.NOTES] == "Firma"


@pytest.mark.parametrize("fields", [{"notes": (99,)}, {"no such field": (0,)}, {"notes": (4,)}, {"notes": ()}])
def test_a_mark_that_leads_nowhere_or_to_us_is_void(fields: dict[str, tuple[int, ...]]) -> None:
    rows: Grid = [["Name", "E-Mail", "Firma", "Mitarbeiter", "Score"], *[[*row, 5] for row in DATA]]
    own = {"Score": OwnCells(index=4, cells=["Score", 5, 5, 5])}
    assert F.NOTES not in read(rows, None, fields=fields, own=own).columns.headers


def test_a_map_of_letters_is_not_believed_once_they_moved() -> None:
    saved = read(DATA).columns
    moved: Grid = [["new", *row] for row in DATA]
    reading = Reading(spans=(Rows(first=0, cells=moved),))
    assert table_from(reading, saved, as_saved=True).columns.headers[F.EMAIL] == "Column C"


@settings(max_examples=60)
@given(st.lists(st.lists(cells, max_size=6), max_size=14))
def test_any_tab_is_read_without_harm(rows: Grid) -> None:
    table = read(rows)
    assert NO_HEADER <= table.header_row < max(1, len(rows))
    assert find_header_row(rows) == table.header_row
    assert set(table.columns.headers.values()) <= set(table.headers)
    assert all(lead.row > table.header_row + 1 for lead in table.leads())


@pytest.mark.parametrize(
    ("above", "header_row"),
    [
        ([["Contact", "Company", "Phone", "Country"], ["Jane Doe", "Acme", "+44 20 1234 5678", "UK"], ["", ""]], 3),
        ([["Company", "Acme", "Phone", "1"], ["Owner", "me@us.example"], []], 3),
        ([["Contact", "Company"], ["Jane Doe", "Acme"]], 2),
    ],
    ids=["a block with more words", "a block with an address", "a block with few words"],
)
def test_a_block_about_the_sender_above_the_table_is_no_header(above: Grid, header_row: int) -> None:
    table = read([*above, ["Attendee", "E-mail", "Organisation", "Staff"], *DATA])
    assert table.header_row == header_row
    assert [lead.value(F.EMAIL) for lead in table.leads()] == [row[1] for row in DATA]


def test_a_header_said_again_and_a_row_of_sums_are_no_leads() -> None:
    head: Grid = [["Name", "E-Mail", "Firma", "Mitarbeiter"]]
    sums: Grid = [["Summe", "", "", 169], ["", "", "Total:", "1.200 EUR"], ["合計", "", "", 169], ["Gesamt 2026"]]
    again = read([*head, *DATA, *head, *DATA[:1], *sums])
    assert [lead.row for lead in again.leads()] == [2, 3, 4, 6]
    assert again.lead(4) is None
    named: Grid = [["Total", "p@total.example", "", 3], ["Petra", "", "Total", ""], ["Total Energies", "", "", 50]]
    assert [lead.row for lead in read([*head, *named]).leads()] == [2, 3, 4]


def test_a_changed_answer_takes_its_column_and_only_it_is_confirmed() -> None:
    guess = read([["Name", "E-Mail", "Firma", "Mitarbeiter"], *DATA]).columns
    told = corrected(guess, {**guess.headers, F.NOTES: "Firma", F.COUNTRY: ""})
    assert (told.headers[F.NOTES], F.COMPANY in told.headers) == ("Firma", False)
    assert told.confirmed == {F.NOTES}
    assert told.confidence[F.EMAIL] == guess.confidence[F.EMAIL]
    again = corrected(told, {**told.headers, F.CHALLENGE: "Firma"})
    assert (again.headers[F.CHALLENGE], F.NOTES in again.headers) == ("Firma", False)
    assert again.confirmed == {F.NOTES, F.CHALLENGE}
