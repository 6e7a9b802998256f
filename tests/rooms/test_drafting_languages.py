"""The guard in every language: what needs no language, what cells carry across languages, who must be cited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.model import Playbook, Snippet
from addon.drafting.evidence import unsupported
from addon.drafting.model import Sentence, Source, SourceKind
from addon.drafting.quantities import Kind, quantities
from addon.drafting.sources import sources_of
from addon.drafting.tongue import LANGUAGES, Concept, carrier, find_tongue, tongues
from addon.leads.model import Field
from tests.rooms.test_drafting_evidence import CELLS, LINK, OFFER, lead, lines, said

UNCITED = [line.split("\t") for line in lines("uncited.txt")]


@pytest.mark.parametrize(("language", "text"), UNCITED)
def test_statement_about_the_prospect_must_cite_a_cell_that_is_more_than_their_name(language: str, text: str) -> None:
    known = sources_of(lead(), OFFER)
    assert unsupported(Sentence(text=text), lead(), OFFER, language)
    assert unsupported(Sentence(text=text, sources=(known["Notes"],)), lead(), OFFER, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Nordlicht zatrudnia kierowców."),
        ("sv", "Nordlicht söker förare."),
        ("da", "Vi planlægger ruter."),
    ],
)
def test_language_nobody_knows_needs_a_source_with_every_statement(language: str, text: str) -> None:
    known = sources_of(lead(), OFFER)
    ours = known["What we sell"]
    assert unsupported(Sentence(text=text), lead(), OFFER, language)
    about_us = unsupported(Sentence(text=text, sources=(ours,)), lead(), OFFER, language) is None
    assert about_us == ("Nordlicht" not in text)
    assert unsupported(Sentence(text=text, sources=(known["Notes"],)), lead(), OFFER, language) is None
    assert unsupported(Sentence(text="Jak planujecie trasy?"), lead(), OFFER, language) is None


ANYWHERE = [
    "evil.com", "hxxp://evil.com/a", "evil[.]com", "evil dot com", "evil。com", "xn--evl-hla.com",
    "javascript:alert(1)", "[x](//evil)", "<a href=x>", "@evil_ana", "ana@evil.example", "ana (at) evil",
    "+49 40 5550199", "(040) 555 0199", "DE89 3704 0044 0532 0130 00", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "10.0.0.1", "{{name}}", "&#106;",
]  # fmt: skip


@pytest.mark.parametrize("language", [*LANGUAGES, "pl"])
def test_no_foreign_link_account_or_number_stands_in_any_language(language: str) -> None:
    assert [text for text in ANYWHERE if not said(f"ok {text} ok", language=language)] == []
    assert [text for text in ANYWHERE if not said(f"ok {text}?", language=language)] == []


def test_link_or_phone_number_in_a_cell_is_no_licence() -> None:
    for text in ANYWHERE:
        assert said(f"Please use {text} today.", lead({**CELLS, Field.NOTES: text})), text


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("two hundred trucks", 200, Kind.PLAIN),
        ("zweihundertfünfzig Lkw", 250, Kind.PLAIN),
        ("fünfundzwanzig Prozent", 25, Kind.PERCENT),
        ("drei Millionen Euro", 3_000_000, Kind.MONEY),
        ("deux cents camions", 200, Kind.PLAIN),
        ("quatre-vingt-dix pour cent", 90, Kind.PERCENT),
        ("doscientos conductores", 200, Kind.PLAIN),
        ("5 mil millones", 5_000, Kind.PLAIN),
        ("duecento autisti", 200, Kind.PLAIN),
        ("vijfentwintig chauffeurs", 25, Kind.PLAIN),
        ("duzentos motoristas", 200, Kind.PLAIN),
        ("2,5 Mio. Euro", 2_500_000, Kind.MONEY),
        ("二百名", 200, Kind.PLAIN),
        ("約500人", 500, Kind.PLAIN),
        ("5億円", 500_000_000, Kind.MONEY),
        ("三割", 30, Kind.PERCENT),
        ("1 200 Leute", 1_200, Kind.PLAIN),
    ],
)
def test_number_is_read_in_any_language(text: str, value: int, kind: Kind) -> None:
    assert any(value in found.readings and found.kind is kind for found in quantities(text))


@pytest.mark.parametrize(
    "text", ["a one-page summary", "mille mercis", "ein Beispiel", "十分です", "Q3", "tausend Dank", "une idée", "一度"]
)
def test_word_that_counts_nothing_is_no_number(text: str) -> None:
    assert [found.fragment for found in quantities(text) if found.kind is Kind.PLAIN] == []


@pytest.mark.parametrize(
    ("cell", "language", "text"),
    [
        ("Serie B abgeschlossen", "en", "Congratulations on your Series B!"),
        ("Raised Series B", "de", "Glückwunsch zur Serie B!"),
        ("Raised Series B", "ja", "シリーズBの成功、おめでとうございます。"),
        ("Eröffnet im Mai ein Lager in Lyon", "fr", "Vous avez ouvert un entrepôt à Lyon."),
        ("Won the Green Truck Award", "es", "Han ganado un premio."),
        ("Acquired Kessler Transport", "it", "Dopo l'acquisizione di Kessler Transport avete due sistemi."),
        ("CEO", "de", "Als Geschäftsführerin entscheiden Sie das."),
        ("contract ends in September", "nl", "Uw contract eindigt in september."),
        ("85 camiões", "pt", "Têm 85 camiões na estrada."),
    ],
)
def test_cell_in_one_language_carries_a_claim_in_another(cell: str, language: str, text: str) -> None:
    assert said(text, language=language)
    of = lead(other={"News": f"{cell} zwei sistemi due two"})
    assert said(text, of, language=language) is None


def test_our_numbers_are_none_of_theirs() -> None:
    snippet = Snippet(name="Results", text="Our customers cut empty runs by 37%.")
    offer = replace(OFFER, playbook=Playbook(snippets=(snippet,)))
    cells = tuple(source for source in sources_of(lead(), offer).values())

    def asked(text: str) -> str | None:
        return unsupported(Sentence(text=text, sources=cells), lead(), offer)

    assert asked("Our customers cut empty runs by 37%.") is None
    assert asked("We help teams cut empty runs by 37%.") is None
    assert asked("You cut empty runs by 37%.") == "37%"
    assert asked("I saw that your team cut empty runs by 37%.") == "37%"


def test_news_about_us_is_no_news_about_them() -> None:
    offer = replace(OFFER, playbook=Playbook(snippets=(Snippet(name="News", text="We raised a Series A in 2024"),)))
    assert unsupported(Sentence(text="We raised a Series A in 2024."), lead(), offer) is None
    assert unsupported(Sentence(text="Congratulations on your Series A!"), lead(), offer) == "series a"


def test_problem_of_our_list_may_be_asked_about_but_is_no_fact_about_them() -> None:
    pain = Source(SourceKind.PAIN, "Late tours", "Tours run 40 minutes late")
    assert (
        unsupported(Sentence(text="Many teams see tours run 40 minutes late.", sources=(pain,)), lead(), OFFER) is None
    )
    assert unsupported(Sentence(text="Your tours run 40 minutes late.", sources=(pain,)), lead(), OFFER) == "40"


def test_quotation_must_stand_in_the_sheet() -> None:
    assert said("You wrote “manual planning in SAP”, which made me curious.") is None
    assert said("You wrote “planning is our pain”, which made me curious.")


def test_another_rows_facts_have_no_place_in_this_mail() -> None:
    other = lead(
        {
            **CELLS,
            Field.COMPANY: "Südwind AG",
            Field.TITLE: "CFO",
            Field.EMPLOYEES: "77",
            Field.NOTES: "Uses Oracle in Bremen",
        }
    )
    for text in ("As CFO at Südwind AG, you know this.", "You use Oracle in Bremen.", "You have 77 people."):
        assert said(text, other) is None
        assert said(text), text


def test_every_concept_has_words_in_every_language() -> None:
    for tongue in tongues():
        assert set(tongue.claims) == set(tongue.stems) == set(Concept), tongue.code
        assert all(carrier(concept).pattern for concept in Concept)


def test_region_of_a_language_is_the_language() -> None:
    assert find_tongue("pt-BR") is find_tongue("pt")
    assert find_tongue("xx") is None


@given(st.sampled_from([*LANGUAGES, "pl"]), st.text(max_size=200))
def test_any_text_gets_an_answer_in_any_language(language: str, text: str) -> None:
    found = said(text, lead({**CELLS, Field.NOTES: text}), language=language)
    assert found is None or found


def test_booking_link_passes_in_every_language() -> None:
    assert [code for code in LANGUAGES if said(f"OK: {LINK}", language=code)] == []
