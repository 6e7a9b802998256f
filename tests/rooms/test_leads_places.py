"""Cities and time zones are found by their headers, and take no column from another field."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.leads.evidence import looks_like
from addon.leads.guess import guess_columns
from addon.leads.meaning import meaning
from addon.leads.model import Cell, Field

SHEETS = Path(__file__).resolve().parents[1] / "data" / "sheets"
GOLD = [json.loads(line) for line in (SHEETS / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line]
HEADERS = {
    Field.CITY: "City|TOWN|mailing_city|HQ City|Company City|Ort|Wohnort|Stadt|Ville|Localité|Ciudad|Población|Cidade"
    "|Città|Comune|Plaats|Woonplaats|市区町村|城市|도시|Город|Miasto|Stad|Poststed|Bynavn",
    Field.TIME_ZONE: "Time zone|timezone|TimeZone|time_zone|Contact Timezone|Zeitzone|Fuseau horaire|Zona horaria"
    "|Fuso horário|Fuso orario|Tijdzone|タイムゾーン|时区|시간대|Часовой пояс|Strefa czasowa|Tidszon|Tidszone|Tidssone",
}
CITIES: list[Cell] = ["Berlin", "00185 Roma", "São Paulo", "Singapore", "ʼs-Hertogenbosch"]
ZONES: list[Cell] = ["Europe/Rome", "UTC+2", "CET", "(GMT-05:00) Eastern Time", "America/Argentina/Buenos_Aires"]


@pytest.mark.parametrize(("field", "header"), [(f, text) for f, texts in HEADERS.items() for text in texts.split("|")])
def test_a_header_says_what_it_is_in_every_language(field: Field, header: str) -> None:
    found = meaning(header)
    assert found is not None
    assert found.field is field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Country / City", Field.COUNTRY), ("Stadt/Land", Field.COUNTRY), ("Company, City", Field.COMPANY),
        ("Location", None), ("PLZ Ort", None), ("City owner", None), ("Capacity", None), ("Zone", None),
        ("Timezone status", None), ("Area", None), ("Time", None), ("Standort", None),
    ],
)  # fmt: skip
def test_a_header_of_several_things_or_of_another_stays_what_it_was(header: str, field: Field | None) -> None:
    found = meaning(header)
    assert (found.field if found else None) is field


def test_cells_that_are_something_else_are_not_believed() -> None:
    addresses: list[Cell] = ["a@x.example", "b@x.example", "c@y.example"]
    for header in ("City", "Time zone"):
        assert guess_columns([header], [[cell] for cell in addresses]).headers == {Field.EMAIL: header}
    assert guess_columns(["City"], [[cell] for cell in CITIES]).headers == {Field.CITY: "City"}
    assert guess_columns(["TZ"], [[cell] for cell in ZONES]).headers == {Field.TIME_ZONE: "TZ"}
    assert looks_like(Field.TIME_ZONE, ["300123456", "Notes on Anna", "https://x.example"]) == 0


@settings(max_examples=120, deadline=None)
@given(
    sheet=st.sampled_from(GOLD),
    city=st.sampled_from(HEADERS[Field.CITY].split("|")),
    zone=st.sampled_from(HEADERS[Field.TIME_ZONE].split("|")),
    at=st.integers(0, 20),
)
def test_no_column_is_lost_to_a_city_or_a_zone(sheet: dict[str, object], city: str, zone: str, at: int) -> None:
    with (SHEETS / str(sheet["file"])).open(encoding="utf-8", newline="") as text:
        headers, *rows = csv.reader(text)
    before = guess_columns(headers, rows).headers
    at = min(at, len(headers))
    wide = [[*row[:at], str(CITIES[n % 5]), str(ZONES[n % 5]), *row[at:]] for n, row in enumerate(rows)]
    after = guess_columns([*headers[:at], city, zone, *headers[at:]], wide).headers
    both = {Field.CITY, Field.TIME_ZONE}
    assert {f: name for f, name in after.items() if f not in both} == {
        f: name for f, name in before.items() if f not in both
    }
    assert after[Field.TIME_ZONE] == zone
    assert after[Field.CITY] in {city, before.get(Field.CITY)}
