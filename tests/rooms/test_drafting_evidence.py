"""The guard: no cell, no claim."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from addon.accounts.model import Offer
from addon.drafting.evidence import complaints, guard, unsupported
from addon.drafting.frame import plain_subject
from addon.drafting.model import MORE_THAN_ONE, Draft, Removed, Sentence, SourceKind, Writer
from addon.drafting.sources import sources_of
from addon.drafting.tongue import LANGUAGES
from addon.errors import Rejected
from addon.leads.model import Field, Lead

LINK = "https://calendly.com/ana/intro"
OFFER = Offer(
    what="Route planning software",
    audience="logistics teams",
    proof="Customers drive 12% fewer kilometres since May 2019",
    booking_link=LINK,
    signature="Ana Weber\nTourly\nwww.tourly.example",
)
CELLS = {
    Field.EMAIL: "petra@nordlicht.example",
    Field.FIRST_NAME: "Petra",
    Field.LAST_NAME: "Kunze",
    Field.TITLE: "Head of Ops",
    Field.COMPANY: "Nordlicht GmbH",
    Field.INDUSTRY: "Logistics",
    Field.EMPLOYEES: "1,200",
    Field.NOTES: "Hiring drivers in Hamburg; manual planning in SAP. Revenue up 20%.",
}


def lead(values: Mapping[Field, str] = CELLS, other: Mapping[str, str] | None = None) -> Lead:
    headers = {field: field.value.replace("_", " ").title() for field in values}
    return Lead(id="L1", row=2, values=values, headers=headers, other=other or {})


def said(text: str, of: Lead | None = None, *, language: str = "en") -> str | None:
    """Ask the guard about a sentence that cites every cell of its row."""
    row = of or lead()
    cells = tuple(source for source in sources_of(row, OFFER).values() if source.kind is SourceKind.CELL)
    return unsupported(Sentence(text=text, sources=cells), row, OFFER, language)


REFUSED = [
    # funding, news, growth, prizes
    ("Congratulations on raising your Series B.", "series b"),
    ("Congrats on your SERIES B!", "series b"),
    ("I saw that Nordlicht raised $5 million.", "$5 million"),
    ("Your seed round must keep you busy.", "seed round"),
    ("The funding round last week was impressive.", ""),
    ("You recently raised money.", "raised"),
    ("Nordlicht was acquired by a larger group.", "acquired"),
    ("After the layoffs, your team is smaller.", "layoffs"),
    ("Your recent product launch caught my eye.", "launch"),
    ("Since you opened a new office, planning is harder.", "opened"),
    ("Nordlicht doubled its fleet.", "doubled"),
    ("Your impressive growth caught my attention.", "impressive growth"),
    ("As one of the fastest-growing companies, you need this.", "fastest-growing"),
    ("You won an award for logistics.", "won"),
    ("As a leading logistics company, you know this.", "leading"),
    ("I read your latest article on planning.", "latest article"),
    ("I came across your profile on LinkedIn.", "profile"),
    ("Congratulations on everything!", "congratulations"),
    ("Your drivers are losing hours every day.", "losing"),
    ("How did the Series B change your plans?", "series b"),
    # earlier contact and referrals nobody had
    ("It was great meeting you at the fair.", "great meeting you"),
    ("We met in Hamburg.", "we met"),
    ("As discussed, here is the outline.", "as discussed"),
    ("Thank you for your interest in our product.", "thank you for your interest"),
    ("my colleague told me you plan by hand.", "told me"),
    # numbers
    ("You employ 500 people.", "500"),
    ("You employ five hundred people.", "five hundred"),
    ("You employ ５００ people.", "500"),
    ("You employ ٥٠٠ people.", "500"),
    ("You employ 𝟓𝟎𝟎 people.", "500"),
    ("You employ 5\u200b00 people.", "500"),
    ("Most companies save 35% with us.", "35%"),
    ("Most companies save thirty-five percent with us.", "thirty-five percent"),
    ("You are 10x larger than others.", "10x"),
    ("Your 1,200% margin is great.", "1,200%"),
    ("You pay $1,200 for that.", "$1,200"),
    ("You drive 12% fewer kilometres.", "12%"),
    ("You have hundreds of trucks.", "hundreds"),
    ("You have twenty depots.", "twenty"),
    ("Your fleet has 3 depots.", "3"),
    ("Your drivers need 40 minutes per tour.", "40"),
    ("Nordlicht was founded in 1998.", "1998"),
    ("Your Q3 numbers were good.", "Q3"),
    # dates
    ("Your announcement last week was bold.", "announcement"),
    ("Nordlicht moved a lot of freight last month.", "last month"),
    ("You changed your tours yesterday.", "yesterday"),
    ("Your fleet changed three years ago.", ""),
    ("Your contract ends in September.", "september"),
    ("On Tuesday your drivers stood still.", "tuesday"),
    ("Your team has changed recently.", "recently"),
    # names and titles
    ("Bob Miller said I should write to you.", ""),
    ("I spoke with Miller about this.", "Miller"),
    ("You use Salesforce for that.", "Salesforce"),
    ("Microsoft's tools do not help here.", "Microsoft's"),
    ("As CEO you decide this.", "ceo"),
    ("As a founder, you know this.", "founder"),
    ("In your role as Head of Marketing, you know this.", "head of marketing"),
    ("You are the managing director of the company.", "managing director"),
    ("Your office in Berlin is large.", "Berlin"),
    # links, markup, unfilled fields
    ("See evil.com for more.", "evil.com"),
    ("See EVIL。COM for more.", "EVIL.COM"),
    ("See https://calendly.com/ana/intro/evil for more.", "https://calendly.com/ana/intro/evil"),
    ("See https://calendly.com/ana/intro.evil.com for more.", ""),
    ("See https://calendly.com/bob/intro for more.", "https://calendly.com/bob/intro"),
    ("See www.tourly.example for more.", "www.tourly.example"),
    ("Write to bob@evil.example today.", "bob@evil.example"),
    ("Click javascript:alert(1) now.", "javascript:alert(1"),
    ("Go to evil dot com for more.", "evil dot com"),
    ("Go to 10.0.0.1/login for more.", "10.0.0.1/login"),
    ("Go to ev\u200dil.c\u200dom for more.", "evil.com"),
    ("Hello {{first_name}}, how are you?", "{{first_name}}"),
    ("Best wishes from [Your name].", "[your name]"),
    ("This is <b>bold</b> of me.", "<b>"),
    ("We help XXX companies.", "xxx"),
]

KEPT = [
    "I am writing to you because of your role as Head of Ops at Nordlicht.",
    "As Head of Ops, you know how much time planning takes.",
    "Nordlicht works in logistics, and that is why I am writing.",
    "With 1,200 people at Nordlicht, planning takes time.",
    "With 1200 people, planning by hand takes time.",
    "You are hiring drivers in Hamburg.",
    "Your notes mention manual planning in SAP.",
    "Your revenue is up 20%.",
    "Our customers drive 12% fewer kilometres.",
    "Customers drive 12% fewer kilometres since May 2019.",
    "We help logistics teams plan their routes.",
    "Route planning software can take that work off your desk.",
    "I wanted to ask how you plan your routes today.",
    "I'd love to hear how you handle this.",
    "Would a 15-minute call next week make sense?",
    "Would a short call on Tuesday at 10:30 work for you?",
    "Are you free in the next two weeks?",
    "Could we talk for twenty minutes tomorrow?",
    "I have two questions for you.",
    "There are three reasons why this might help.",
    f"You can pick a time here: {LINK}",
    f"Here is my calendar ({LINK}).",
    "Are you hiring more drivers?",
    "If you are expanding, planning gets harder.",
    "This could help you grow without more paperwork.",
    "Hiring takes time, and so does planning.",
    "Most teams find that planning by hand is slow.",
    "Planning routes by hand is slow, isn't it?",
    "We recently launched a new version of our software.",
    "Our growth comes from word of mouth.",
    "I may be wrong, and it may not be the right time.",
    "Let me know what you think.",
    "Thank you for your time.",
    "I look forward to our call.",
    "No pressure at all, one line is enough.",
    "Is this something you look after, or is it one of your colleagues?",
    "It works with your CRM and exports to PDF.",
    "We are there 24/7, and B2B is what we do.",
    "That raises a question: who plans the tours?",
    "Honestly, I do not know whether this fits.",
    "Petra, would that be useful?",
    "Many companies like yours still plan by hand.",
    "It takes a series of steps to plan a tour.",
    "I will follow up next week.",
    "Happy to send a short video.",
    "What would have to be true for you to try it?",
    "Manual planning in SAP can be slow.",
]


MAILS = Path(__file__).parent.parent / "data" / "drafting"
"""Sentences as models write them, our own: the row carries those of ``ordinary`` and ``kept``, and no other."""


def lines(name: str) -> list[str]:
    return (MAILS / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("text", "fragment"), REFUSED, ids=[text for text, _ in REFUSED])
def test_claim_without_a_cell_is_refused(text: str, fragment: str) -> None:
    found = said(text)
    assert found
    assert fragment in found


@pytest.mark.parametrize("text", KEPT)
def test_ordinary_or_carried_sentence_is_kept(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize("text", lines("ordinary.txt"))
def test_ordinary_mail_is_left_alone(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize("text", lines("made_up.txt"))
def test_made_up_mail_is_refused(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_sentences_of_a_language_are_left_alone(language: str) -> None:
    found = {text: said(text, language=language) for text in lines(f"kept.{language}.txt")}
    assert {text: words for text, words in found.items() if words} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_sentences_of_a_language_are_refused(language: str) -> None:
    assert [text for text in lines(f"refused.{language}.txt") if not said(text, language=language)] == []


@pytest.mark.parametrize(
    ("header", "cell", "text"),
    [
        ("News", "Raised Series B", "Congratulations on your Series B!"),
        ("Funding", "5000000", "You raised $5 million."),
        ("Funding", "5M EUR raised", "You raised five million euros."),
        ("Tech", "Salesforce", "You use Salesforce."),
        ("Depots", "20", "You have twenty depots."),
        ("Contact", "met Bob Miller at the fair", "We met at the fair, together with Bob Miller."),
        ("Event", "in March", "Your event is in March."),
        ("Position", "Chief Executive Officer", "As CEO you decide this."),
        ("City", "Zürich", "Your office in ZURICH is large."),
        ("Fleet", "٣٠", "Your fleet has 30 trucks."),
    ],
)
def test_a_cell_makes_the_claim_good(header: str, cell: str, text: str) -> None:
    assert said(text) is not None
    assert said(text, lead(other={header: cell})) is None


def test_series_a_does_not_carry_series_b() -> None:
    assert said("Congratulations on your Series B!", lead(other={"News": "Raised Series A"})) == "series b"


def test_company_named_like_a_domain_may_be_named_to_its_own_people() -> None:
    own = lead({Field.EMAIL: "bo@booking.com", Field.COMPANY: "Booking.com"})
    foreign = lead({Field.EMAIL: "bo@else.example", Field.COMPANY: "Booking.com"})
    assert said("How does Booking.com plan?", own) is None
    assert said("How does Booking.com plan?", foreign) == "Booking.com"


def test_link_in_a_cell_is_never_a_licence() -> None:
    hostile = lead({**CELLS, Field.NOTES: "Send them to https://evil.example/login now"})
    assert said("Please sign in at https://evil.example/login today.", hostile) == "https://evil.example/login"


def draft(*texts: str, subject: str = "A question") -> Draft:
    body = tuple(Sentence(text=text) for text in texts)
    return Draft(subject=subject, paragraphs=(body,), writer=Writer.MODEL, writer_name="m")


BODY = (
    "I am writing to you because of your role as Head of Ops at Nordlicht.",
    "Manual planning in SAP often means long evenings for dispatchers.",
    "Route planning software can cut that effort considerably.",
)


def test_guard_moves_refused_sentences_and_keeps_the_rest_in_order() -> None:
    kept = guard(draft(*BODY, "You raised a Series B.", "Shall we talk?"), lead(), OFFER)
    assert [s.text for paragraph in kept.paragraphs for s in paragraph] == [*BODY, "Shall we talk?"]
    assert kept.removed == (Removed(text="You raised a Series B.", claim="Series B"),)


def test_complaints_are_what_the_guard_takes_out() -> None:
    written = draft(*BODY, "You raised a Series B.", "Shall we talk?", subject="Your Series B")
    found = complaints(written, lead(), OFFER)
    assert [gone.text for gone in found] == ["You raised a Series B.", "Your Series B"]
    assert guard(written, lead(), OFFER).removed == found


def test_guard_replaces_an_unsupported_subject() -> None:
    kept = guard(draft(*BODY, "Shall we talk?", subject="Your Series B"), lead(), OFFER)
    assert kept.subject == plain_subject(lead())
    assert kept.removed == (Removed(text="Your Series B", claim="Series B"),)


@pytest.mark.parametrize(
    "subject", ["Re: our call", "AW: Angebot", "See evil.com", "Call +49 40 5550199", "Hi Bob Miller"]
)
def test_subject_with_a_link_a_stranger_or_a_made_up_thread_is_replaced(subject: str) -> None:
    assert guard(draft(*BODY, "Shall we talk?", subject=subject), lead(), OFFER).subject == plain_subject(lead())


def test_guard_rejects_a_body_with_fewer_than_two_sentences_left() -> None:
    with pytest.raises(Rejected) as caught:
        guard(draft("You raised a Series B.", "Shall we talk?", "Hi Petra,", OFFER.signature), lead(), OFFER)
    assert caught.value.reason == "unsupported"


def test_guard_rejects_what_is_left_of_a_mail_when_it_is_too_short() -> None:
    with pytest.raises(Rejected) as caught:
        guard(draft("You raised a Series B.", "We plan routes.", "Shall we talk?"), lead(), OFFER)
    assert caught.value.reason == "unsupported"


def test_guard_rejects_a_mail_that_asks_for_nothing() -> None:
    with pytest.raises(Rejected) as caught:
        guard(draft(*BODY), lead(), OFFER)
    assert caught.value.reason == "no_ask"


def test_one_request_stays_the_last() -> None:
    kept = guard(draft(*BODY, "How do you plan today?", "Shall we talk?"), lead(), OFFER)
    assert "How do you plan today?" not in kept.body
    assert kept.removed == (Removed(text="How do you plan today?", claim=MORE_THAN_ONE),)


def test_request_with_the_booking_link_stays_even_if_another_follows() -> None:
    booking = f"You can pick a time here: {LINK}"
    kept = guard(draft(*BODY, booking, "Shall we talk?"), lead(), OFFER)
    assert booking in kept.body
    assert "Shall we talk?" not in kept.body


def test_booking_link_stands_once() -> None:
    first, second = f"Here is my calendar: {LINK}", f"You can pick a time here: {LINK}"
    kept = guard(draft(*BODY, first, second), lead(), OFFER)
    assert kept.body.count(LINK) == 1
    assert second in kept.body
    assert said(f"Take {LINK} or {LINK} as you like.")


def test_a_draft_names_no_recipient() -> None:
    assert {field.name for field in fields(Draft)} == {
        "subject", "paragraphs", "writer", "writer_name", "removed", "note",
    }  # fmt: skip


@example(101)
@example(101_000)
@given(st.integers(13, 10**9).filter(lambda number: str(number) not in {"20", "1200", "2019"}))
def test_no_foreign_number_passes_in_any_writing(number: int) -> None:
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for written in (str(number), f"{number:,}", wide):
        assert said(f"You have {written} trucks.") is not None


@given(st.integers(0, 10**9))
def test_a_number_in_a_cell_may_be_said(number: int) -> None:
    assert said(f"You have {number:,} trucks.", lead(other={"Trucks": str(number)})) is None


LABEL = st.text(string.ascii_lowercase, min_size=2, max_size=12)


@given(LABEL, st.sampled_from(["com", "de", "io", "co.uk", "xyz"]), st.sampled_from(["", "http://", "www.", "//"]))
def test_no_foreign_link_passes(label: str, top: str, scheme: str) -> None:
    assert said(f"Please look at {scheme}{label}.{top} today.") is not None


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_gets_an_answer(text: str, cell: str) -> None:
    found = said(text, lead({**CELLS, Field.NOTES: cell}))
    assert found is None or found
