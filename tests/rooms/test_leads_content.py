"""Columns known by their cells: our own sheets without headers, addresses as witnesses, headers that lie."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.leads.guess import guess_columns
from addon.leads.model import Cell, Field, Reading, Rows
from addon.leads.table import table_from
from bench.judged import lines
from bench.judgement_headers import judge

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
GOLD: list[dict[str, Any]] = [json.loads(line) for line in (SHEETS / "gold.jsonl").read_text("utf-8").splitlines()]
F = Field
Grid = list[list[Cell]]
cells = st.one_of(
    st.sampled_from(
        ["Anna", "Rossi", "a.rossi@rossi.example", "Rossi SpA", "DE", "Mr", "12", "株式会社青葉", "01.02.2026"]
    ),
    st.text(max_size=12),
    st.integers(),
    st.booleans(),
    st.just(""),
)


def sheet(name: str) -> tuple[list[str], Grid]:
    with (SHEETS / name).open(encoding="utf-8", newline="") as text:
        header, *rows = csv.reader(text)
    return header, [list(row) for row in rows]


def guessed(*columns: list[Cell], names: list[str] | None = None) -> dict[Field, str]:
    rows: Grid = [list(row) for row in zip(*columns, strict=True)]
    return dict(guess_columns(names or [f"F{at}" for at in range(len(columns))], rows).headers)


MAILS: list[Cell] = ["m.bianchi@alfa.example", "l.verdi@beta.example", "s.neri@gamma.example", "p.conti@delta.example"]
GIVEN: list[Cell] = ["Marzia", "Lapo", "Selvaggia", "Primo"]
FAMILY: list[Cell] = ["Bianchi", "Verdi", "Neri", "Conti"]
FIRMS: list[Cell] = ["Alfa", "Beta", "Gamma", "Delta"]


def test_our_sheets_without_headers_are_known_by_their_cells(tmp_path: Path) -> None:
    judged = judge(tmp_path)
    assert {each.name for each in judged if each.is_met is not None} == {
        "headers removed: accuracy", "headers removed: precision", "headers removed: recall",
    }  # fmt: skip
    assert all(each.is_met is not False for each in judged), lines(judged)
    languages = {each.name.split(", ")[1][:2] for each in judged if ", " in each.name}
    assert languages == {"it", "nl", "de", "fr", "es", "pt", "ja", "en"}


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"])
def test_our_sheets_with_headers_are_known_whatever_the_order_of_the_columns(gold: dict[str, Any]) -> None:
    header, rows = sheet(gold["file"])
    found = guess_columns(header, rows).headers
    order = sorted(range(len(header)), key=lambda at: (at * 7) % len(header))
    again = guess_columns([header[at] for at in order], [[row[at] for at in order] for row in rows]).headers
    assert again == found
    held = {field: header[at] for at, field in enumerate(gold["fields"]) if field}
    wrong = {field: name for field, name in found.items() if held.get(field, name) != name}
    assert not wrong
    assert found[F.EMAIL] == held["email"]


@pytest.mark.parametrize("swapped", [False, True])
def test_the_address_says_which_name_is_the_first(swapped: bool) -> None:
    names = (FAMILY, GIVEN) if swapped else (GIVEN, FAMILY)
    first, last = ("F1", "F0") if swapped else ("F0", "F1")
    found = guessed(*names, MAILS)
    assert (found[F.FIRST_NAME], found[F.LAST_NAME], found[F.EMAIL]) == (first, last, "F2")


def test_the_domain_tells_firms_from_persons() -> None:
    people: list[Cell] = [f"{first} {last}" for first, last in zip(GIVEN, FAMILY, strict=True)]
    assert guessed(people, FIRMS, MAILS) == {F.FULL_NAME: "F0", F.COMPANY: "F1", F.EMAIL: "F2"}
    assert guessed(FIRMS, people, MAILS) == {F.COMPANY: "F0", F.FULL_NAME: "F1", F.EMAIL: "F2"}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["GmbH Nord", "Sud SpA", "West B.V.", "Ost SARL"], F.COMPANY),
        (["Responsabile acquisti", "Direttore", "Titolare", "Buyer"], F.TITLE),
        (["Maschinenbau", "Logistik", "Bauwesen", "Logistik"], F.INDUSTRY),
        (["Frau", "Herr", "Herr Dr.", "Frau"], F.SALUTATION),
        (["Sig.ra", "Dott.", "Ing.", "Sig."], F.SALUTATION),
        (["de", "en-GB", "fr", "de-AT"], F.LANGUAGE),
        (["Deutsch", "English", "italiano", "日本語"], F.LANGUAGE),
        (["DE", "FR", "IT", "NL"], F.COUNTRY),
        (["11-50", "51-200", "1.001-5.000", "11-50"], F.EMPLOYEES),
        (["020 624 11 11", "06-12345678", "+31 6 1234 5678", "(010) 123 4567"], F.PHONE),
        (["www.a.example", "https://b.example/x", "c.example", "d.example"], F.WEBSITE),
    ],
)
def test_cells_alone_show_a_field(values: list[Cell], field: Field) -> None:
    assert guessed(values) == {field: "F0"}


@pytest.mark.parametrize(
    "values",
    [
        ["01.05.2026", "02.05.2026", "13.06.2026", "30.11.2025"],
        ["sì", "no", "no", "sì"],
        ["ja", "nee", "ja", "ja"],
        ["https://www.linkedin.com/in/a", "https://linkedin.com/in/b", "linkedin.com/in/c", "linkedin.com/in/d"],
        [1, 2, 3, 4],
        [2019, 2021, 2020, 2024],
        [10115, 80331, 20095, 50667],
        ["seller@us.example"] * 4,
        ["ok", "", "x", "ok"],
        ["DE123456789", "IT12345678901", "NL123456789B01", "DE987654321"],
    ],
    ids=["dates", "consent", "opt-in", "profiles", "numbers", "years", "postcodes", "seller", "marks", "tax numbers"],
)
def test_cells_that_are_no_field_are_left_alone(values: list[Cell]) -> None:
    assert guessed(values) == {}


def test_a_header_that_lies_is_not_believed_and_the_cells_are() -> None:
    days: list[Cell] = ["01.05.2026", "02.05.2026", "13.06.2026", "30.11.2025"]
    phones: list[Cell] = ["030 123456", "040 654321", "+49 89 112233", "0221 998877"]
    assert guessed(days, names=["E-Mail"]) == {}
    assert guessed(MAILS, names=["Telefon"]) == {F.EMAIL: "Telefon"}
    assert guessed(phones, MAILS, names=["E-Mail", "Telefon"]) == {F.EMAIL: "Telefon"}


def test_a_header_that_says_what_else_it_is_is_not_guessed_at() -> None:
    titles: list[Cell] = ["Einkauf", "Vertrieb", "Marketing", "Einkauf"]
    assert guessed(titles, names=["Abteilung"]) == {}
    assert guessed(FAMILY, MAILS, names=["Account Owner", "E-Mail"]) == {F.EMAIL: "E-Mail"}


@settings(max_examples=80)
@given(st.lists(st.lists(cells, min_size=5, max_size=5), max_size=8), st.permutations(range(5)))
def test_any_cells_are_looked_at_without_harm(rows: Grid, order: list[int]) -> None:
    names = ["F1", "Name", "F3", "Mail", "x"]
    found = guess_columns([names[at] for at in order], [[row[at] for at in order] for row in rows])
    assert set(found.headers.values()) <= set(names)
    assert len(set(found.headers.values())) == len(found.headers)
    assert all(0 < sure < 1 for sure in found.confidence.values())


def test_a_large_tab_is_sampled() -> None:
    header, rows = sheet("it-gestionale.csv")
    wide = [(row * 5)[:60] for row in (rows * 400)[:10_000]]
    reading = Reading(spans=(Rows(first=0, cells=wide),))
    before = time.process_time()
    table = table_from(reading)
    assert time.process_time() - before < 0.5
    assert (table.header_row, len(header)) == (-1, 12)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([["Anna", "anna@x.example"], ["Bert", "bert@y.example"]], "Column B"),
        ([["anna@x.example"]], "Column A"),
        ([["Newsletter-Empfänger"], ["anna@x.example"], ["bert@y.example"]], "Newsletter-Empfänger"),
    ],
)
def test_a_row_or_two_of_addresses_are_known(rows: Grid, name: str) -> None:
    table = table_from(Reading(spans=(Rows(first=0, cells=rows),)))
    assert table.columns.headers == {F.EMAIL: name}
    assert all(lead.value(F.EMAIL) for lead in table.leads())
