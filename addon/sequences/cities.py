"""Which zone a city is in, and in which zone of a country most people live (``places/README.md`` has the source)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from addon.lib.text import words
from addon.sequences.iana import all_zones, zones_of
from addon.sequences.nations import country_of

_PLACES = Path(__file__).with_name("places")
_PARTS = re.compile(r"[,;()\[\]|\n]| [-–—/] ")
_AROUND = re.compile(r"^greater | (?:bay|metropolitan|metro) area$| area$")
"""What business networks put around the name of a city."""
_MAX_LENGTH = 80


@dataclass(frozen=True, slots=True)
class City:
    """A city of 15,000 people or more: its IANA zone, its country, its region (ISO 3166-2) where we know it."""

    country: str
    zone: str
    region: str


@lru_cache(maxsize=5_000)
def find_city(text: str, country: str, hint: str = "") -> City | None:
    """Return the city a cell names, in ``country`` if that is known; of several the largest.

    ``hint`` is a country that is preferred, no more. What stands beside the name (``Portland, ME``) decides between
    cities of the same name where it is a region or a country.
    """
    whole, *parts = (_key(part) for part in (text[:_MAX_LENGTH], *_PARTS.split(text[:_MAX_LENGTH])))
    for name in dict.fromkeys(filter(None, (whole, *parts, _AROUND.sub("", whole)))):
        found = [city for city in _named(name) if country in ("", city.country)]
        if found:
            return min(found, key=lambda city: _strangeness(city, parts, hint))
    return None


@cache
def main_zone(country: str) -> str:
    """Return the zone of a country in which most people live, ``""`` for an unknown country."""
    ranked = [zone for zone in zones_by_people() if zone in zones_of(country)]
    return next(iter((*ranked, *zones_of(country))), "")


@cache
def zones_by_people() -> tuple[str, ...]:
    """Return every zone that is in a country, those in whose cities most people live first."""
    lines = (_PLACES / "zones.tsv").read_text(encoding="utf-8").splitlines()
    ranked = [line.split("\t")[1] for line in lines]
    return tuple(dict.fromkeys((*ranked, *all_zones())))


def _strangeness(city: City, parts: list[str], hint: str) -> tuple[bool, bool, bool]:
    beside = [part for part in parts[1:] if part]
    is_there = any(_region(part, city.country) == city.region for part in beside)
    return not is_there, not any(country_of(part) == city.country for part in beside), city.country != hint


def _region(text: str, country: str) -> str:
    """Return the code of a region: what is beside a city is its code or, for a state of the US, its name."""
    return _states().get(text, text.upper()) if country == "US" else text.upper()


@cache
def _states() -> Mapping[str, str]:
    lines = (_PLACES / "states.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def _key(text: str) -> str:
    """Return the folded words of a name without a postal code, which stands before or behind it."""
    return " ".join(word for word in words(text) if not word.isdecimal())


def _named(name: str) -> Iterator[City]:
    """Yield the cities that bear a name, the largest first."""
    table, start = _table(), name.encode() + b"\t"
    # Every byte of a line stands for the line, so the first that is not before the name is where its lines begin.
    at = bisect_left(range(len(table)), start, key=lambda at: _line(table, at))
    while table.startswith(start, at):
        line = _line(table, at)
        _, country, zone, region = line.decode().split("\t")
        yield City(country, zone, region)
        at += len(line) + 1


def _line(table: bytes, at: int) -> bytes:
    begin = table.rfind(b"\n", 0, at) + 1
    return table[begin : table.find(b"\n", begin)]


@cache
def _table() -> bytes:
    """Return the table as it stands in the file, sorted by name: taken apart, it would take ten times the memory."""
    return (_PLACES / "cities.tsv").read_bytes()
