"""Where a recipient is, from whatever stands in a row; a wrong guess is worse than the sender's own time."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.lib.text import words
from addon.sequences import cities
from addon.sequences.cities import find_city, main_zone
from addon.sequences.iana import all_zones, canonical, country_of_zone
from addon.sequences.nations import country_of, country_of_domain
from addon.sequences.recipe_model import Place
from addon.sequences.zone_names import zone_named
from addon.sequences.zones import place_of
from tests.hostile import STRINGS

SENDER = "Australia/Sydney"


def found(country: str = "", city: str = "", zone: str = "", domain: str = "") -> tuple[str, str, str]:
    place = place_of(country, city, zone, domain, SENDER)
    return place.zone, place.country, place.source


def test_the_zone_goes_before_the_city_the_country_and_the_domain() -> None:
    assert found("France", "Madrid", "Europe/Rome", "nordwind.de") == ("Europe/Rome", "FR", "column")
    assert found("France", "Lyon", "", "nordwind.de") == ("Europe/Paris", "FR", "city")
    assert found("France", "", "", "nordwind.de") == ("Europe/Paris", "FR", "country")
    assert found("", "", "", "nordwind.de") == ("Europe/Berlin", "DE", "domain")
    assert found("", "", "", "nordwind.com") == (SENDER, "", "sender")
    assert place_of("", "", "", "", "no zone") == Place(zone="Etc/UTC")


@pytest.mark.parametrize(
    ("text", "country", "zone"),
    [
        ("Europe/Berlin", "", "Europe/Berlin"),
        (" europe / berlin ", "", "Europe/Berlin"),
        ("America/New York", "", "America/New_York"),
        ("Asia/Calcutta", "", "Asia/Kolkata"),
        ("US/Pacific", "", "America/Los_Angeles"),
        ("Europe/Oslo", "", "Europe/Oslo"),
        ("UTC", "", "Etc/UTC"),
        ("GMT", "GB", "Etc/UTC"),
        ("UTC+5:30", "", "Asia/Kolkata"),
        ("utc +0545", "", "Asia/Kathmandu"),
        ("+12:45", "", "Pacific/Chatham"),
        ("GMT-03:30", "", "America/St_Johns"),
        ("UTC+1", "", "Etc/GMT-1"),
        ("GMT −5", "", "Etc/GMT+5"),
        ("Etc/GMT+5", "", "Etc/GMT+5"),
        ("UTC+1", "AT", "Europe/Vienna"),
        ("UTC-8", "US", "America/Los_Angeles"),
        ("UTC-7", "US", "America/Phoenix"),  # all year there, in Denver for half of it
        ("UTC+10", "AU", "Australia/Brisbane"),
        ("CET", "", "Europe/Berlin"),
        ("CET", "AT", "Europe/Vienna"),
        ("MESZ", "", "Europe/Berlin"),
        ("PST", "", "America/Los_Angeles"),
        ("pst", "PH", "Asia/Manila"),
        ("EST", "", "America/New_York"),
        ("CST", "", "America/Chicago"),
        ("CST", "CN", "Asia/Shanghai"),
        ("IST", "", "Asia/Kolkata"),
        ("IST", "IE", "Europe/Dublin"),
        ("W. Europe Standard Time", "", "Europe/Berlin"),
        ("Israel Standard Time", "", "Asia/Jerusalem"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "", "America/New_York"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern", "", "Europe/Amsterdam"),
        ("CET (UTC+1)", "", "Europe/Berlin"),
        ("Berlin", "", "Europe/Berlin"),
        ("New York", "", "America/New_York"),
        ("日本時間", "", "Asia/Tokyo"),
        ("UTC+3:15", "", ""),
        ("UTC+99", "", ""),
        ("UTC+5:75", "", ""),
        ("15:30", "", ""),
        ("soon", "", ""),
        ("Factory", "", ""),
    ],
)
def test_zones_are_read_as_people_and_programs_write_them(text: str, country: str, zone: str) -> None:
    assert zone_named(text, country) == zone


def test_a_city_in_the_zone_column_is_a_zone() -> None:
    assert found(zone="Munich") == ("Europe/Berlin", "DE", "column")


def test_an_abbreviation_says_when_people_work_but_not_whose_holidays_they_keep() -> None:
    assert found(zone="CET") == ("Europe/Berlin", "", "column")
    assert found(zone="CET", domain="nordwind.at") == ("Europe/Vienna", "AT", "column")
    assert found(zone="Europe/Berlin", domain="nordwind.at") == ("Europe/Berlin", "DE", "column")
    assert found(zone="Europe/Berlin", city="Hamburg") == ("Europe/Berlin", "DE", "column")


@pytest.mark.parametrize(
    ("text", "country", "zone", "region"),
    [
        ("München", "", "Europe/Berlin", "BY"),
        ("80331 Munich", "DE", "Europe/Berlin", "BY"),
        ("MUENCHEN", "", "Europe/Berlin", "BY"),
        ("Frankfurt/Main", "", "Europe/Berlin", "HE"),
        ("St. Gallen", "", "Europe/Zurich", "SG"),
        ("Bombay", "", "Asia/Kolkata", ""),
        ("東京", "", "Asia/Tokyo", ""),
        ("תל אביב", "", "Asia/Jerusalem", ""),
        ("Portland", "", "America/Los_Angeles", "OR"),
        ("Portland, ME", "", "America/New_York", "ME"),
        ("Portland, Maine, United States", "US", "America/New_York", "ME"),
        ("Paris", "", "Europe/Paris", ""),
        ("Paris, TX", "", "America/Chicago", "TX"),
        ("London, Canada", "", "America/Toronto", "ON"),
        ("London", "CA", "America/Toronto", "ON"),
        ("Vancouver", "", "America/Vancouver", "BC"),
        ("San Francisco Bay Area", "", "America/Los_Angeles", "CA"),
        ("Greater Munich Metropolitan Area", "", "Europe/Berlin", "BY"),
        ("Kota Bharu", "", "Asia/Kuala_Lumpur", "03"),
    ],
)
def test_cities_are_found_under_the_names_people_use(text: str, country: str, zone: str, region: str) -> None:
    city = find_city(text, country)
    assert city is not None
    assert (city.zone, city.region) == (zone, region)


@pytest.mark.parametrize(
    "text", ["remote", "n/a", "TBD", "unknown", "HQ", "worldwide", "Europe", "Germany", "12345", "-"]
)
def test_what_is_no_city_is_none(text: str) -> None:
    assert find_city(text, "") is None


def test_a_city_is_never_taken_from_another_country_than_the_rows() -> None:
    assert find_city("Munich", "JP") is None
    assert found("Japan", "Munich") == ("Asia/Tokyo", "JP", "country")
    assert found("US", "Birmingham") == ("America/Chicago", "US", "city")


def test_the_domain_decides_between_cities_but_does_not_rule_one_out() -> None:
    assert found(city="Birmingham", domain="nordwind.us") == ("America/Chicago", "US", "city")
    assert found(city="Birmingham", domain="nordwind.de") == ("Europe/London", "GB", "city")


# Where most people of a country live, by the population of its cities: New York before Chicago.
@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("US", "America/New_York"),
        ("CA", "America/Toronto"),
        ("BR", "America/Sao_Paulo"),
        ("RU", "Europe/Moscow"),
        ("AU", "Australia/Sydney"),
        ("MX", "America/Mexico_City"),
        ("KZ", "Asia/Almaty"),
        ("ID", "Asia/Jakarta"),
        ("ES", "Europe/Madrid"),
        ("PT", "Europe/Lisbon"),
        ("CL", "America/Santiago"),
        ("NZ", "Pacific/Auckland"),
        ("CD", "Africa/Kinshasa"),
        ("UA", "Europe/Kyiv"),
        ("TV", "Pacific/Funafuti"),
        ("XX", ""),
    ],
)
def test_a_country_of_several_zones_has_the_one_most_people_live_in(country: str, zone: str) -> None:
    assert main_zone(country) == zone


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Deutschland", "DE"), ("DEU", "DE"), ("Nepal", "NP"), ("Népal", "NP"), ("ネパール", "NP"), ("NPL", "NP"),
        ("fiji", "FJ"), ("Fidschi", "FJ"), ("Estados Unidos", "US"), ("", ""), ("  ", ""), ("Atlantis", ""), ("EU", ""),
        ("UK", "GB"),
    ],
)  # fmt: skip
def test_countries_are_known_by_name_and_code(text: str, code: str) -> None:
    assert country_of(text) == code


@pytest.mark.parametrize(
    ("domain", "code"),
    [
        ("nordwind.de", "DE"), ("ana@nordwind.co.uk", "GB"), ("NORDWIND.AT.", "AT"), ("nordwind.com.br", "BR"),
        ("nordwind.io", ""), ("nordwind.co", ""), ("nordwind.ai", ""), ("nordwind.me", ""), ("nordwind.tv", ""),
        ("nordwind.com", ""), ("nordwind.eu", ""), ("nordwind.xn--p1ai", "RU"), ("de", "DE"), ("", ""), ("...", ""),
    ],
)  # fmt: skip
def test_only_codes_that_countries_use_themselves_say_where_a_domain_is(domain: str, code: str) -> None:
    assert country_of_domain(domain) == code


def test_every_zone_of_the_tables_exists_and_is_written_as_iana_does() -> None:
    known = available_timezones()
    tables = {line.split(b"\t")[2].decode() for line in cities._table().splitlines()}
    assert tables <= set(all_zones()) <= known
    assert {canonical(zone) for zone in tables} == tables
    assert all(country_of_zone(zone) for zone in tables)


def test_the_table_of_cities_is_sorted_and_folded_as_it_is_looked_up() -> None:
    names = [line.partition(b"\t")[0] for line in cities._table().splitlines()]
    assert names == sorted(names)
    assert all(" ".join(words(name.decode())) == name.decode() for name in names[::500])


@settings(max_examples=150, deadline=None)
@given(*[st.text(max_size=30) | st.sampled_from(STRINGS)] * 5)
def test_whatever_stands_in_a_row_a_place_has_a_zone_that_exists(
    country: str, city: str, zone: str, domain: str, sender: str
) -> None:
    place = place_of(country, city, zone, domain, sender)
    assert ZoneInfo(place.zone).key == place.zone
    assert place.source in ("column", "city", "country", "domain", "sender")
    assert place.country == "" or len(place.country) == 2
