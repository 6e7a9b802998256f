"""Reads how people and programs write time zones: ``Europe/Berlin``, ``CET``, ``UTC+5:30``, ``Eastern Time``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from addon.lib.text import clean, words
from addon.sequences.cities import zones_by_people
from addon.sequences.iana import canonical, zone_of_city, zones_of

_MAX_LENGTH = 120
_PARTS = re.compile(r"[(),;|]")
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?(?:\s*h(?:rs|ours)?)?", re.IGNORECASE)
_ZERO = frozenset({"utc", "gmt", "z", "zulu", "utc 0", "gmt 0", "universal time", "coordinated universal time"})
_WINTER, _SUMMER = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
"""Two instants between which clocks change wherever they do: a zone is told by its distance from UTC at either."""

_NAMES: Mapping[str, str] = {
    "Europe/London": "bst|british summer time|british time|uk time|greenwich mean time",
    "Europe/Berlin": "cet|cest|mez|mesz|met|central european time|central european summer time|mitteleuropäische zeit",
    "Europe/Athens": "eet|eest|oez|osteuropäische zeit|eastern european time|eastern european summer time",
    "Europe/Lisbon": "wet|west|western european time|western european summer time",
    "Europe/Moscow": "msk|moscow time|moscow standard time",
    "Europe/Istanbul": "trt|turkey time",
    "America/New_York": "et|est|edt|eastern|eastern time|eastern standard time|eastern daylight time",
    "America/Chicago": "ct|cst|cdt|central|central time|central standard time|central daylight time",
    "America/Denver": "mt|mst|mdt|mountain|mountain time|mountain standard time|mountain daylight time",
    "America/Los_Angeles": "pt|pst|pdt|pacific|pacific time|pacific standard time|pacific daylight time",
    "America/Anchorage": "akst|akdt|alaska time|alaska",
    "Pacific/Honolulu": "hst|hdt|hawaii time|hawaii",
    "America/Halifax": "atlantic time|adt",
    "America/St_Johns": "nst|ndt|newfoundland time|newfoundland",
    "America/Sao_Paulo": "brt|brst|brasilia time",
    "America/Argentina/Buenos_Aires": "art|argentina time",
    "Asia/Kolkata": "ist|indian standard time|india standard time|india time",
    "Asia/Karachi": "pkt|pakistan standard time",
    "Asia/Kathmandu": "npt|nepal time",
    "Asia/Dubai": "gulf standard time|gulf time",
    "Asia/Shanghai": "china time|china standard time|beijing time",
    "Asia/Tokyo": "jst|japan time|japan standard time|日本時間|日本標準時",
    "Asia/Seoul": "kst|korea standard time",
    "Asia/Singapore": "sgt|singapore time",
    "Asia/Hong_Kong": "hkt|hong kong time",
    "Asia/Jakarta": "wib",
    "Africa/Johannesburg": "sast|south africa standard time",
    "Africa/Nairobi": "eat|east africa time",
    "Africa/Lagos": "wat|west africa time",
    "Australia/Sydney": "aest|aedt|australian eastern time",
    "Australia/Adelaide": "acst|acdt|australian central time",
    "Australia/Perth": "awst|australian western time",
    "Pacific/Auckland": "nzst|nzdt|nzt|new zealand time",
}
"""Abbreviations are no standard: each means what most people who write it mean. Time of a place, summer included."""

_ELSEWHERE: Mapping[tuple[str, str], str] = {
    ("cst", "CN"): "Asia/Shanghai",
    ("cst", "TW"): "Asia/Taipei",
    ("cst", "CU"): "America/Havana",
    ("ist", "IL"): "Asia/Jerusalem",
    ("ist", "IE"): "Europe/Dublin",
    ("bst", "BD"): "Asia/Dhaka",
    ("est", "AU"): "Australia/Sydney",
    ("eastern time", "AU"): "Australia/Sydney",
    ("pst", "PH"): "Asia/Manila",
}
"""What the same letters mean to people of another country."""


def zone_named(text: str, country: str = "") -> str:
    """Return the IANA zone a cell names, ``""`` if it names none.

    ``country`` (ISO 3166-1) settles what abbreviations mean and which of the zones with an offset is meant. An offset
    of whole hours without a country stays one (``Etc/GMT-1``); any other is the zone with it that has most people.
    """
    line = clean(text[:_MAX_LENGTH])
    parts = [part.strip() for part in (line, *_PARTS.split(line)) if part.strip()]
    return next(filter(None, (*_read(parts, country), *(_at_offset(part, country) for part in parts))), "")


def _read(parts: list[str], country: str) -> Iterator[str]:
    """Yield what parts of a cell name; of a list of cities, as Windows shows, the first that is a zone of its own."""
    for part in parts:
        key = " ".join(words(part))
        yield _ELSEWHERE.get((key, country), "")
        yield _in_country(_names().get(key, ""), country)
        yield "Etc/UTC" if key in _ZERO else ""
        yield canonical(re.sub(r"\s*/\s*", "/", part))
        yield zone_of_city(key)


def _in_country(zone: str, country: str) -> str:
    """Return the country's own zone where it keeps the same time: a Viennese who writes CET is not in Berlin."""
    if not zone or not country or zone in zones_of(country):
        return zone
    same = (other for other in _by_people(country) if _offsets(other) == _offsets(zone))
    return next(same, zone)


def _at_offset(part: str, country: str) -> str:
    match = _OFFSET.fullmatch(part)
    if not match:
        return ""
    sign, hours, minutes = match.groups()
    distance = timedelta(hours=int(hours), minutes=int(minutes or 0)) * (1 if sign == "+" else -1)
    if found := _with_offset(_by_people(country), distance):
        return found
    if not distance:
        return "Etc/UTC"
    if not int(minutes or 0):
        # In these names the sign is turned round: they are from POSIX.
        return canonical(f"Etc/GMT{'-' if sign == '+' else '+'}{int(hours)}")
    return _with_offset(zones_by_people(), distance)


def _with_offset(zones: tuple[str, ...], distance: timedelta) -> str:
    """Return the first zone that keeps a distance all year, else the first that does for half of it."""
    always = (zone for zone in zones if _offsets(zone) == (distance, distance))
    return next(always, "") or next((zone for zone in zones if distance in _offsets(zone)), "")


def _by_people(country: str) -> tuple[str, ...]:
    own = zones_of(country)
    return tuple(zone for zone in zones_by_people() if zone in own)


@cache
def _offsets(zone: str) -> tuple[timedelta | None, timedelta | None]:
    info = ZoneInfo(zone)
    return _WINTER.astimezone(info).utcoffset(), _SUMMER.astimezone(info).utcoffset()


@cache
def _names() -> Mapping[str, str]:
    """Return zones by common name, in folded words; those Windows has for zones come from CLDR."""
    from babel.core import get_global

    windows = {" ".join(words(name)): canonical(zone) for name, zone in get_global("windows_zone_mapping").items()}
    common = {" ".join(words(name)): zone for zone, names in _NAMES.items() for name in names.split("|")}
    return windows | common
