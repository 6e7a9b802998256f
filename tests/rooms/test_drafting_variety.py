"""Twenty rows that differ in names only: no two mails alike, in any language, and each a whole mail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from itertools import combinations
from random import Random
from string import Formatter

import pytest

from addon.accounts.model import Offer, PainPoint, Playbook, Snippet, Tone
from addon.drafting.asks import asks_something
from addon.drafting.evidence import complaints, unsupported
from addon.drafting.frame import is_frame
from addon.drafting.model import Draft, Sentence, SourceKind
from addon.drafting.pains import pains_for
from addon.drafting.persons import company
from addon.drafting.phrases import LANGUAGES, TEXTS_A_POOL, Angle, Book, book
from addon.drafting.sources import sources_of
from addon.drafting.tongue import find_tongue
from addon.drafting.twin import compose
from addon.drafting.variety import Choice, Slot
from addon.drafting.wish import understood
from addon.leads.model import Field, Lead

LINK = "https://calendly.com/ana/intro"
OFFER = Offer(
    what="Route planning software for fleets",
    audience="Logistics teams",
    proof="Customers drive 12% fewer kilometres",
    booking_link=LINK,
    signature="Ana Weber\nTourly",
)
ROWS = 20
ALIKE = 0.6
NAMES = """
    Anna Nordlicht, Bo Acme, Carl Bergwerk, Dora Sunrise, Emil Halden, Frieda Kite, Gustav Lumen, Hanna Marwick,
    Ivo Novis, Jana Opal, Karl Pavel, Lena Quark, Max Rhein, Nora Solis, Otto Tandem, Paula Umbra, Quirin Velox,
    Rosa Wolke, Sven Xylo, Tina Zenit
"""
GIVEN, FIRMS = zip(*(pair.split() for pair in NAMES.split(",")), strict=True)


def lead(number: int, first: int = 2, extra: Mapping[Field, str] | None = None) -> Lead:
    values = {
        Field.FIRST_NAME: GIVEN[number],
        Field.LAST_NAME: "Kunze",
        Field.EMAIL: f"{GIVEN[number].lower()}@{FIRMS[number].lower()}.example",
        Field.COMPANY: FIRMS[number],
        Field.TITLE: "Head of Operations",
        Field.INDUSTRY: "Logistics",
        **(extra or {}),
    }
    headers = {field: field.value.replace("_", " ").title() for field in values}
    return Lead(id=f"id-{number}", row=first + number, values=values, headers=headers)


def body(draft: Draft, of: Lead, offer: Offer, language: str) -> str:
    return "\n".join(s.text for part in draft.paragraphs for s in part if not is_frame(s.text, of, offer, language))


def letters(text: str) -> frozenset[str]:
    plain = " ".join(text.casefold().split())
    return frozenset(plain[at : at + 3] for at in range(len(plain) - 2))


def words(text: str) -> frozenset[str]:
    said = re.findall(r"\w+", text.casefold())
    return frozenset(" ".join(said[at : at + 3]) for at in range(len(said) - 2))


def likeness(texts: list[str]) -> float:
    most = 0.0
    for cut in (letters, words):
        sets = [cut(text) for text in texts]
        most = max(most, *(len(one & two) / len(one | two) for one, two in combinations(sets, 2)))
    return most


@cache
def mails(language: str, kind: str) -> tuple[list[Lead], list[Draft], Offer]:
    extra, offer = {
        "link": ({}, OFFER),
        "question": ({}, replace(OFFER, booking_link="")),
        "challenge": ({Field.CHALLENGE: "Manual invoicing takes days"}, replace(OFFER, booking_link="")),
    }[kind]
    rows = [lead(number, extra=extra) for number in range(ROWS)]
    return rows, [compose(of, offer, language) for of in rows], offer


@pytest.mark.parametrize("kind", ["link", "question", "challenge"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_bodies_of_one_industry_are_alike(language: str, kind: str) -> None:
    rows, drafts, offer = mails(language, kind)
    bodies = [body(draft, of, offer, language) for draft, of in zip(drafts, rows, strict=True)]
    assert likeness(bodies) < ALIKE
    assert likeness([draft.body for draft in drafts]) < ALIKE


SURNAMES = """
    Adler Busch Conrad Dreyer Engel Frank Gruber Hahn Imhof Jung Keller Lang Maier Neumann Ohm Peters
"""


@cache
def distant(row: int, language: str, link: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the cuts of the mail to one of a thousand rows of one industry and title."""
    given, family = GIVEN[row % 20], SURNAMES.split()[row // 20 % 16]
    firm = f"{FIRMS[row * 7 % 20]} {FIRMS[(row // 20 + 3) % 20]}"
    values = {Field.FIRST_NAME: given, Field.LAST_NAME: family, Field.COMPANY: firm}
    address = {Field.EMAIL: f"{given}.{family}@{firm}.example".lower().replace(" ", "-")}
    of = replace(lead(0, extra={**values, **address}), id=f"lead-{row}", row=row)
    offer = replace(OFFER, booking_link=link)
    text = body(compose(of, offer, language), of, offer, language)
    return letters(text), words(text)


@pytest.mark.parametrize("link", [LINK, ""])
@pytest.mark.parametrize("language", ["en", "de"])
def test_any_twenty_of_a_thousand_rows_get_mails_unlike_each_other(language: str, link: str) -> None:
    most = []
    for seed in range(4):
        cuts = [distant(row, language, link) for row in Random(seed).sample(range(2, 1002), ROWS)]
        most.append(
            max(len(a & b) / len(a | b) for one, two in combinations(cuts, 2) for a, b in zip(one, two, strict=True))
        )
    # Which rows are chosen is chance: one pair of 760 may come out a hair above.
    assert sorted(most)[-2] < ALIKE
    assert max(most) < ALIKE + 0.02


def test_rows_one_cycle_apart_get_different_mails() -> None:
    for language, step in (("en", 343), ("de", 343), ("en", 1331), ("fr", 343)):
        one, two = (distant(row, language, LINK) for row in (2, 2 + step))
        assert max(len(a & b) / len(a | b) for a, b in zip(one, two, strict=True)) < ALIKE + 0.2


ONE_OF = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")


def readings(text: str) -> list[str]:
    found = ONE_OF.search(text)
    if not found:
        return [text]
    before, after = text[: found.start()], text[found.end() :]
    return [each for part in found[1].split("|") for each in readings(before + part + after)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reading_of_every_text_passes_the_guard(language: str) -> None:
    of = lead(3, extra={Field.EMPLOYEES: "120", Field.COUNTRY: "Germany", Field.CHALLENGE: "Manual invoicing"})
    cited = tuple(sources_of(of, OFFER).values())
    fills = {
        **{"company": company(of), "title": "Head of Operations", "industry": "logistics", "size": "120"},
        **{"country": "Germany", "challenge": "Manual invoicing", "notes": "Manual invoicing", "link": LINK},
        **{"what": OFFER.what, "audience": OFFER.audience, "proof": OFFER.proof, "pain": "Manual invoicing"},
    }
    for name, pool in pools(book(language)).items():
        rests_on = cited if name.startswith("opening") or name in ("offers", "audiences", "proofs", "bookings") else ()
        for reading in (each for text in pool if name not in ("subjects", "pains") for each in readings(text)):
            sentence = Sentence(text=reading.format(**fills), sources=rests_on)
            assert unsupported(sentence, of, OFFER, language) is None, sentence.text
            is_ask = asks_something(sentence.text, find_tongue(language) or pytest.fail(language))
            assert is_ask == (name in ("asks", "bookings")), sentence.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_offer_no_sentence_between_speaks_of_it(language: str) -> None:
    of, bare = lead(1), Offer(signature="Ana")
    texts = body(compose(of, bare, language), of, bare, language).split("\n")
    spoken = {each for text in book(language).bridges for each in readings(text)}
    plain = {each for text in book(language).plain_bridges for each in readings(text)}
    assert plain & set(texts)
    assert not (spoken - plain) & set(texts)


@pytest.mark.parametrize("kind", ["link", "question", "challenge"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mail_is_whole(language: str, kind: str) -> None:
    rows, drafts, offer = mails(language, kind)
    for of, draft in zip(rows, drafts, strict=True):
        said = body(draft, of, offer, language)
        bare = re.sub(r"https://\S+", "", said)
        length = len(bare) if language == "ja" else len(said.split())
        assert 120 <= length <= 300 if language == "ja" else 50 <= length <= 125
        assert draft.body.count(LINK) == (1 if offer.booking_link else 0)
        assert len(re.findall("[?？]", bare)) == (0 if offer.booking_link else 1)
        assert not re.search(r"[{}]|^\W*,|  ", draft.body)
        assert complaints(draft, of, offer, language) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_row_that_tells_little_gets_a_whole_mail_too(language: str) -> None:
    for row in range(2, 30):
        of = Lead(id="", row=row, values={Field.COMPANY: "Acme"}, headers={Field.COMPANY: "Company"})
        bare = Offer(signature="Ana")
        said = body(compose(of, bare, language), of, bare, language)
        assert len(said) >= 120 if language == "ja" else len(said.split()) >= 50


def test_unknown_language_is_written_to_in_english() -> None:
    assert compose(lead(1), OFFER, "pl") == compose(lead(1), OFFER, "en")


def test_german_opening_continues_the_greetings_comma() -> None:
    starts = {compose(lead(n), OFFER, "de").paragraphs[1][0].text[:4] for n in range(ROWS)}
    assert starts & {"ich ", "als ", "da S"}
    assert not [start for start in starts if start.startswith(("Ich ", "Als ", "Da "))]


def pools(texts: Book) -> dict[str, tuple[str, ...]]:
    named = {
        each.name: getattr(texts, each.name) for each in fields(texts) if isinstance(getattr(texts, each.name), tuple)
    }
    return named | {f"opening {angle}": pool for angle, pool in texts.openings.items()}


FIELDS = {
    "pains": {"pain"},
    "offers": {"what"},
    "audiences": {"audience"},
    "proofs": {"proof"},
    "bookings": {"link"},
    "subjects": {"whom"},
    **{
        f"opening {angle}": {"company", angle.value}
        for angle in (Angle.TITLE, Angle.INDUSTRY, Angle.SIZE, Angle.COUNTRY)
    },
    **{f"opening {angle}": {angle.value} for angle in (Angle.CHALLENGE, Angle.NOTES, Angle.COMPANY)},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_just_its_fields(language: str) -> None:
    few = {"opening size", "opening country", "plain_bridges"}
    assert set(book(language).openings) == set(Angle)
    for name, pool in pools(book(language)).items():
        assert len(set(pool)) == len(pool) >= (4 if name in few else TEXTS_A_POOL), name
        for text in pool:
            assert {field for _, field, _, _ in Formatter().parse(text) if field} == FIELDS.get(name, set()), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_asks_ask_and_only_they_hold_links(language: str) -> None:
    for name, pool in pools(book(language)).items():
        for text in pool:
            assert bool(re.search(r"[?？]$", text)) == (name == "asks"), text
            assert "http" not in text


def test_neighbours_share_one_choice_at_most_and_variants_none() -> None:
    near = [[Choice(index).number(slot) for slot in Slot] for index in range(49)]
    assert max(sum(a == b for a, b in zip(one, two, strict=True)) for one, two in combinations(near, 2)) == 1
    far = [[Choice(index).number(slot) for slot in Slot] for index in range(0, 343, 3)]
    assert max(sum(a == b for a, b in zip(one, two, strict=True)) for one, two in combinations(far, 2)) <= 2
    again = [[Choice(5, variant).number(slot) for slot in Slot if slot] for variant in range(7)]
    assert not any(a == b for one, two in combinations(again, 2) for a, b in zip(one, two, strict=True))


PAINS = Playbook(
    pains=(
        PainPoint(text="Everybody"),
        PainPoint(text="In logistics", industry="Logistik, logistics"),
        PainPoint(text="Who run operations", role="Head of Operations / COO"),
        PainPoint(text="Both", role="operations", industry="logistics"),
        PainPoint(text="Dentists", role="dentist"),
    )
)


def test_closest_pain_point_comes_first() -> None:
    found = pains_for(lead(1), replace(OFFER, playbook=PAINS))
    assert [source.value for source in found] == ["Both", "Who run operations", "In logistics", "Everybody"]
    assert {source.kind for source in found} == {SourceKind.PAIN}
    german = lead(1, extra={Field.TITLE: "Zahnarzt", Field.INDUSTRY: "Transportlogistik"})
    assert [s.value for s in pains_for(german, replace(OFFER, playbook=PAINS))] == ["In logistics", "Everybody"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_names_one_pain_at_most_and_cites_it(language: str) -> None:
    offer = replace(OFFER, playbook=PAINS)
    for number in range(7):
        own = [s for part in compose(lead(number), offer, language).paragraphs for s in part if "Both" in s.text]
        assert [source.value for sentence in own for source in sentence.sources] == ["Both"]
        named = lead(number, extra={Field.CHALLENGE: "Manual invoicing takes days"})
        text = compose(named, offer, language).body
        assert "Manual invoicing" in text
        assert "Both" not in text


def test_snippets_serve_as_proof_by_turns_and_are_cited() -> None:
    snippets = (
        Snippet(name="Setup", text="Setup takes two days."),
        Snippet(name="Data", text="All data stay in Bonn."),
    )
    offer = replace(OFFER, playbook=Playbook(snippets=snippets))
    drafts = [compose(lead(number), offer, wish="longer") for number in range(ROWS)]
    cited = {s.name for d in drafts for part in d.paragraphs for said in part for s in said.sources}
    assert {"Setup", "Data", "Proof"} <= cited


def test_half_a_snippet_is_no_fact() -> None:
    long = Snippet(name="Long", text="We never share data " + "with anybody else " * 20 + "unless told to.")
    offer = Offer(what="Planning", signature="Ana", playbook=Playbook(snippets=(long,)))
    assert all("never share" not in compose(lead(n), offer).body for n in range(7))


@pytest.mark.parametrize(
    ("wish", "length", "tone", "other_angle", "no_link", "is_followed"),
    [
        ("", 0, None, False, False, True),
        ("shorter please", -1, None, False, False, True),
        ("Bitte etwas kürzer", -1, None, False, False, True),
        ("länger und förmlicher", 1, Tone.FORMAL, False, False, True),
        ("less formal", 0, Tone.FRIENDLY, False, False, True),
        ("friendlier, other angle", 0, Tone.FRIENDLY, True, False, True),
        ("anderer Einstieg, ohne Link", 0, None, True, True, True),
        ("shorter, and mention our Berlin office", -1, None, False, False, False),
        ("parle des prix", 0, None, False, False, False),
    ],
)
def test_wish_is_understood_as_far_as_it_goes(
    wish: str, length: int, tone: Tone | None, other_angle: bool, no_link: bool, is_followed: bool
) -> None:
    found = understood(wish)
    assert (found.length, found.tone, found.other_angle) == (length, tone, other_angle)
    assert (found.no_link, found.is_followed) == (no_link, is_followed)


def test_wish_changes_the_mail_and_what_cannot_be_followed_is_said() -> None:
    of = lead(3)
    short, usual, long = (compose(of, OFFER, wish=wish).body for wish in ("shorter", "", "longer"))
    assert len(short.split()) < len(usual.split()) < len(long.split())
    assert LINK not in compose(of, OFFER, wish="no link").body
    assert compose(of, OFFER, wish="formal").body.startswith("Dear ")
    assert compose(of, OFFER, wish="other angle").paragraphs[1] != compose(of, OFFER).paragraphs[1]
    assert compose(of, OFFER, wish="shorter").note == ""
    assert "offline writer" in compose(of, OFFER, wish="mention Berlin").note


@pytest.mark.parametrize(
    "text", ["less friendly", "not so formal", "longer but not formal", "weniger freundlich", "don't make it shorter"]
)
def test_negated_wish_is_not_taken_for_its_opposite(text: str) -> None:
    found = understood(text)
    assert (found.tone, found.is_followed) == (None, False)
    assert found.length == (1 if text.startswith("longer") else 0)
