"""Where a recipient is, from what their row says: whose clock the window is open by, whose holidays are kept."""

from __future__ import annotations

from functools import lru_cache

from addon.lib.text import clean
from addon.sequences.cities import find_city, main_zone
from addon.sequences.iana import canonical, country_of_zone, zones_of
from addon.sequences.nations import country_of, country_of_domain
from addon.sequences.recipe_model import Place
from addon.sequences.zone_names import zone_named


@lru_cache(maxsize=5_000)
def place_of(country: str, city: str, zone: str, email_domain: str, sender_zone: str) -> Place:
    """Return the place of a recipient: of the first that is known of zone, city, country and the domain's country.

    Cells may hold anything. A country is a name or a code; ``city`` may have more beside it (``Portland, ME``);
    ``zone`` is an IANA zone, an offset, a common name or a city. Of a country with several zones it is the one in which
    most people live. Where nothing is known it is ``sender_zone`` and no country, UTC if that is no zone either.
    """
    said, implied = country_of(country), country_of_domain(email_domain)
    found = find_city(city, said, implied)
    if name := _zone_in(zone, said or implied):
        here = found if found and found.zone == name else None
        nation = said or (here.country if here else _country_in(zone, name, implied))
        return Place(zone=name, country=nation, region=here.region if here else "", source="column")
    if found:
        return Place(zone=found.zone, country=found.country, region=found.region, source="city")
    if said and (name := main_zone(said)):
        return Place(zone=name, country=said, source="country")
    if implied:
        return Place(zone=main_zone(implied), country=implied, source="domain")
    return Place(zone=canonical(sender_zone) or "Etc/UTC")


def _zone_in(text: str, country: str) -> str:
    """Return the zone a cell names, by itself or by a city."""
    name = zone_named(text, country)
    city = None if name else find_city(text, "", country)
    return city.zone if city else name


def _country_in(text: str, zone: str, implied: str) -> str:
    """Return the country of somebody of whom a zone is known: the domain's if it has this zone.

    Else it is the zone's if a place was named: ``CET`` says when people work, not whose holidays they keep.
    """
    if implied and (zone in zones_of(implied) or not country_of_zone(zone)):
        return implied
    return country_of_zone(zone) if canonical(clean(text)) == zone or find_city(text, "") else ""
