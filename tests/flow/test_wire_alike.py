"""Twenty rows that differ in names only, from the sheet and back into it: no two mails alike, and each a whole one."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from addon.drafting.asks import asks_something
from addon.drafting.tongue import find_tongue
from tests.flow.wire import Wire

LINK = "https://book.example/ana"
SIGNATURE = "Ana Weber"
ALIKE = 0.6
HEADERS = ("First name", "Last name", "Email", "Job title", "Company", "Industry", "Country")
NAMES = """
    Anna Nordlicht, Bo Acme, Carl Bergwerk, Dora Sunrise, Emil Halden, Frieda Kite, Gustav Lumen, Hanna Marwick,
    Ivo Novis, Jana Opal, Karl Pavel, Lena Quark, Max Rhein, Nora Solis, Otto Tandem, Paula Umbra, Quirin Velox,
    Rosa Wolke, Sven Xylo, Tina Zenit
"""
COUNTRIES = {"en": "United Kingdom", "de": "Germany"}


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GEMINI_API_KEY": "a-key"}


def one_industry(country: str) -> list[list[str]]:
    pairs = [pair.split() for pair in NAMES.split(",")]
    common = ("Head of Operations", "Logistics", country)
    return [
        list(HEADERS),
        *(
            [first, "Kunze", f"{first.lower()}@{firm.lower()}.example", common[0], firm, *common[1:]]
            for first, firm in pairs
        ),
    ]


def drafts(wire: Wire, language: str, link: str) -> tuple[list[str], list[str]]:
    """Return the subjects and drafts that a run writes into a sheet of twenty rows."""
    ana = wire.sheet(one_industry(COUNTRIES[language]))
    ana.press("What we sell")
    ana.press("Save", what="Route planning software", proof="Used by 40 carriers", booking=link, signature=SIGNATURE)
    ana.open()
    wire.finish(ana, "Write drafts")
    grid = wire.grid(ana.file)
    return grid.cells("Subject"), grid.cells("Draft")


def trigrams(text: str) -> frozenset[str]:
    plain = " ".join(text.casefold().split())
    return frozenset(plain[at : at + 3] for at in range(len(plain) - 2))


def likeness(one: str, other: str) -> float:
    """Return the share of three-letter pieces two texts have in common."""
    return len(trigrams(one) & trigrams(other)) / len(trigrams(one) | trigrams(other))


def sentences(body: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+|\n+", body) if part.strip()]


@pytest.mark.parametrize("link", ["", LINK], ids=["question", "link"])
@pytest.mark.parametrize("language", COUNTRIES)
@pytest.mark.parametrize("key", ["", "a-key"], ids=["twin", "model"])
def test_twenty_rows_of_one_industry_get_twenty_mails(wire: Wire, key: str, language: str, link: str) -> None:
    wire.begin(GEMINI_API_KEY=key)
    subjects, texts = drafts(wire, language, link)
    wire.begin()
    tongue = find_tongue(language)
    assert tongue
    bodies = [text.partition("\n\n")[2].removesuffix(SIGNATURE).strip() for text in texts]
    for subject, text, body in zip(subjects, texts, bodies, strict=True):
        assert subject
        assert text.endswith(f"\n\n{SIGNATURE}")
        assert re.match(r"(?:Hi|Hello|Dear|Hallo|Guten Tag) \w", text), text
        assert not re.search(r"[{}\[\]<>]|\bHi ,|  | ,|\.\.|None|null", f"{subject}\n{text}"), text
        assert 50 <= len(body.replace(LINK, "").split()) <= 125, body
        assert text.count("http") == text.count(LINK) == (1 if link else 0)
        assert [asks_something(sentence, tongue) for sentence in sentences(body)].count(True) == 1, body
    alike = [pair for pair in combinations(bodies, 2) if likeness(*pair) >= ALIKE]
    assert not alike, alike[0]
