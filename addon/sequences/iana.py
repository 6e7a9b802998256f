"""What the IANA time zone database says of zones: their names, their countries, and which names mean the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def canonical(name: str) -> str:
    """Return the zone a name stands for as IANA writes it, whatever its case; ``""`` if there is none.

    A zone of a country keeps its own name even where its clocks are another's: a recipient in Oslo is not in Berlin.
    """
    tables = _tables()
    found = tables.names.get(name.replace(" ", "_").casefold(), "")
    while found and found not in tables.countries and found in tables.links:
        found = tables.links[found]
    return found


def country_of_zone(zone: str) -> str:
    """Return the country (ISO 3166-1, two letters) a zone is in, ``""`` for one that is in none."""
    return _tables().countries.get(zone, "")


def zones_of(country: str) -> tuple[str, ...]:
    """Return a country's zones in the order of the database, which is not by people; none for an unknown country."""
    return _tables().zones.get(country, ())


def all_zones() -> tuple[str, ...]:
    """Return every zone that is in a country."""
    return tuple(_tables().countries)


def zone_of_city(key: str) -> str:
    """Return the zone that is named after a city (``Europe/Berlin``), given in folded words; ``""`` if none is."""
    return _tables().cities.get(key, "")


@dataclass(frozen=True, slots=True)
class _Tables:
    names: Mapping[str, str]
    links: Mapping[str, str]
    countries: Mapping[str, str]
    zones: Mapping[str, tuple[str, ...]]
    cities: Mapping[str, str]


@cache
def _tables() -> _Tables:
    """Read the tables the package ``tzdata`` carries: ``zone.tab`` (country and zone), ``tzdata.zi`` (all names)."""
    folder = files("tzdata") / "zoneinfo"
    tab = (folder / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in tab if not line.startswith("#")]
    compact = [line.split(" ") for line in (folder / "tzdata.zi").read_text(encoding="utf-8").splitlines()]
    links = {line[2]: line[1] for line in compact if line[0] == "L"}
    names = [*links, *(line[1] for line in compact if line[0] == "Z")]
    zones: dict[str, tuple[str, ...]] = {}
    for country, _, zone, *_ in rows:
        zones[country] = (*zones.get(country, ()), zone)
    return _Tables(
        names={name.casefold(): name for name in names if name != "Factory"},
        links=links,
        countries={zone: country for country, _, zone, *_ in rows},
        zones=zones,
        cities={
            zone.rpartition("/")[2].replace("_", " ").replace("-", " ").casefold(): zone for _, _, zone, *_ in rows
        },
    )
