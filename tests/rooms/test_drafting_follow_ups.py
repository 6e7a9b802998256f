"""Follow-ups: short, in the thread of the mail before, no new claim, no reproach; kept where a person edited them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from addon.accounts.model import Caller, Offer
from addon.accounts.service import Accounts
from addon.drafting.asking import ROWS_A_CALL
from addon.drafting.asks import asks_something
from addon.drafting.evidence import unsupported
from addon.drafting.follow_up import compose_follow_up, said_in
from addon.drafting.follow_ups_dispatch import FollowUpRows
from addon.drafting.frame import greeting
from addon.drafting.model import Asked, Draft
from addon.drafting.phrases import LANGUAGES
from addon.drafting.phrases.returning import returning
from addon.drafting.pressing import pressing, without_pressing
from addon.drafting.tongue import find_tongue
from addon.drafting.twin import compose
from addon.errors import Invalid, Unavailable
from addon.leads.model import Cell, Decision, Field, FoundRow, Lead, LeadRecord, OwnColumn
from addon.ports import TextModel
from addon.runs.model import Run, RunKind, RunState, Target
from tests.fakes.batch_writer import BatchWriter, Mail, Row, item
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments
from tests.fakes.world import drafting_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LINK = "https://calendly.com/ana/intro"
OFFER = Offer(
    what="Route planning software", proof="Customers drive 12% fewer kilometres", booking_link=LINK, signature="Ana"
)
RUN = Run(
    id="r", tenant="acme.example", owner="ana", user="ana", kind=RunKind.FOLLOW_UPS,
    target=Target(spreadsheet_id="s", sheet_id=0, tab="Leads"), state=RunState.RUNNING, created_at=NOW, updated_at=NOW,
)  # fmt: skip
DRAFT = "Hi Tom,\n\nI am writing to Halden.\n\nWould a short call be useful?\n\nAna"
PAIR = (OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2)


def lead(name: str = "Halden", number: int = 2, **more: str) -> Lead:
    values = {Field.FIRST_NAME: "Tom", Field.COMPANY: name, **{Field(key): text for key, text in more.items()}}
    return Lead(id=name, row=number, values=values, headers={Field.COMPANY: "Company", Field.FIRST_NAME: "Name"})


def found(of: Lead, draft: str = DRAFT, **more: Any) -> FoundRow:
    cells: dict[str, Cell] = {OwnColumn.DRAFT: draft, **more.pop("cells", {})}
    record = LeadRecord(id=of.id, tab_id="t", person="", cells=cells, facts=more.pop("facts", {}))
    return FoundRow(row=of.row - 1, lead=of, record=record)


def rows(count: int) -> list[FoundRow]:
    return [found(lead(f"Firm {chr(65 + number)}", number + 2)) for number in range(count)]


@pytest.fixture
def accounts() -> Accounts:
    made = Accounts(FakeDocuments(), FakeClock(NOW))
    made.save_offer(Caller(tenant="acme.example", user="ana", email="ana@acme.example"), OFFER)
    return made


def work_of(accounts: Accounts, model: TextModel | None) -> FollowUpRows:
    return FollowUpRows(accounts, drafting_of(model))


def turn(work: FollowUpRows, of: Sequence[FoundRow]) -> Sequence[Decision]:
    return work(RUN, of, lambda: False)


def follow_ups(
    of: Lead, offer: Offer = OFFER, language: str = "en", wish: str = ""
) -> tuple[tuple[Draft, Asked], tuple[Draft, Asked]]:
    """Return the offline writer's two follow-ups to its own first mail."""
    first = said_in(compose(of, offer, language).body, offer)
    second = Asked(lead=of, language=language, number=2, before=(first,))
    one = compose_follow_up(second, replace(offer, booking_link=""), wish=wish)
    third = replace(second, number=3, before=(first, said_in(one.body, offer)))
    return (one, second), (compose_follow_up(third, offer, wish=wish), third)


def is_opener(text: str, language: str, number: int) -> bool:
    """Whether a sentence is one of ours that refer to the mail before, in any of its readings."""
    texts = (re.escape(known).replace(r"\[", "(?:").replace(r"\]", ")") for known in returning(language, number))
    return any(re.fullmatch(known.replace(r"\|", "|"), text) for known in texts)


def said(draft: Draft) -> list[str]:
    return [sentence.text for paragraph in draft.paragraphs[1:-1] for sentence in paragraph]


# --- the offline writer ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [2, 9, 33])
def test_a_follow_up_is_shorter_than_the_first_mail_and_repeats_none(language: str, number: int) -> None:
    of = lead(number=number, title="Head of Operations", industry="Logistics")
    first = compose(of, OFFER, language)
    (one, _), (two, _) = follow_ups(of, language=language)
    lengths = [len("".join(said(draft)).replace(LINK, "")) for draft in (first, one, two)]
    assert max(lengths[1:]) < lengths[0]
    all = [*said(first), *said(one), *said(two)]
    assert len(set(all)) == len(all)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_first_sentence_refers_to_the_mail_before_and_all_others_pass_the_guard(language: str) -> None:
    of = lead()
    offers = (replace(OFFER, booking_link=""), OFFER)
    for (draft, asked), offer in zip(follow_ups(of, language=language), offers, strict=True):
        opener, *others = [sentence for paragraph in draft.paragraphs[1:] for sentence in paragraph]
        assert is_opener(opener.text, language, asked.number)
        assert [unsupported(sentence, of, offer, language) for sentence in others] == [None] * len(others)
        assert not any(pressing(sentence.text) for sentence in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_asks_one_thing_and_the_booking_page_stands_in_the_second_only(language: str) -> None:
    tongue = find_tongue(language)
    assert tongue
    (one, _), (two, _) = follow_ups(lead(), language=language)
    assert (one.body.count("http"), two.body.count("http")) == (0, 1)
    for draft in (one, two):
        assert sum(asks_something(text, tongue) for text in said(draft)[1:]) == 1


@given(st.lists(st.text(max_size=60), min_size=6, max_size=6), st.sampled_from(LANGUAGES))
def test_whatever_the_cells_hold_no_sentence_says_what_nothing_carries(cells: list[str], language: str) -> None:
    fields = (Field.FIRST_NAME, Field.COMPANY, Field.TITLE, Field.INDUSTRY, Field.NOTES, Field.CHALLENGE)
    values = dict(zip(fields, cells, strict=True))
    of = Lead(id="x", row=2, values=values, headers={})
    asked = Asked(lead=of, language=language, number=2)
    offer = replace(OFFER, booking_link="")
    try:
        greeting(of, offer, language)
    except Invalid:
        assume(False)
    draft = compose_follow_up(asked, offer)
    _, *others = [sentence for paragraph in draft.paragraphs[1:] for sentence in paragraph]
    assert [unsupported(sentence, of, offer, language) for sentence in others] == [None] * len(others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_the_mails_before_is_not_said_again(language: str) -> None:
    asked = Asked(lead=lead(), language=language, number=2)
    offer = replace(OFFER, booking_link="")
    once = said(compose_follow_up(asked, offer))
    again = said(compose_follow_up(replace(asked, before=(" ".join(once),)), offer))
    assert not set(once[1:]) & set(again[1:])


def test_of_a_wish_it_follows_tone_and_link_and_says_what_it_cannot() -> None:
    (_, _), (two, _) = follow_ups(lead(), wish="formal, no link")
    assert two.body.startswith("Dear ")
    assert "http" not in two.body
    (one, _), _ = follow_ups(lead(), wish="mention Berlin")
    assert "offline writer" in one.note


def test_a_long_offer_does_not_make_a_long_follow_up() -> None:
    long = replace(OFFER, what="planning " * 60, proof="We count and count. " * 30)
    (one, _), (two, _) = follow_ups(lead(), long)
    assert max(len(" ".join(said(draft)).split()) for draft in (one, two)) < 60


def test_what_a_mail_says_is_told_without_greeting_links_and_signature() -> None:
    body = f"Hi Tom,\n\nOne thing.\n\nPick a time: {LINK}?email=tom%40halden.example\n\nAna"
    assert said_in(body, OFFER) == "One thing. Pick a time:"
    assert said_in("Only one paragraph", OFFER) == ""


# --- reproach and pressure -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "I have not heard back from you.",
        "I haven't heard from you yet.",
        "As you asked, here is more.",
        "This is my last attempt.",
        "I am still waiting.",
        "Thanks for your reply.",
        "Leider habe ich noch keine Antwort erhalten.",
        "Ich habe bisher nichts von Ihnen gehört.",
        "Ich warte noch auf Ihre Rückmeldung.",
        "Je n’ai pas reçu de réponse.",
        "No he recibido respuesta.",
        "Non ho ricevuto risposta.",
        "Ik heb nog geen reactie ontvangen.",
        "Não recebi resposta.",
        "まだお返事がないようです。",
    ],
)
def test_a_reproach_is_known(text: str) -> None:
    assert pressing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Would a short call be useful?",
        "If it does not fit, that is fine.",
        "No answer needed if this is of no interest.",
        "Wenn es nicht passt, ist das auch in Ordnung.",
        "Quand vous voulez, parlons-en.",
        "ご興味があればお知らせください。",
    ],
)
def test_an_open_word_is_none(text: str) -> None:
    assert not pressing(text)


def test_a_reproach_is_taken_out_and_listed() -> None:
    (one, asked), _ = follow_ups(lead("Last Chance"))
    hello, body, *rest = one.paragraphs
    spoilt = replace(one, paragraphs=(hello, (*body, replace(body[0], text="You ignored my mail.")), *rest))
    kept = without_pressing(spoilt, asked, OFFER)
    assert "ignored" not in kept.body
    assert "You ignored my mail." in [gone.text for gone in kept.removed]


def test_a_name_in_the_greeting_is_no_pressure() -> None:
    of = Lead(id="x", row=2, values={Field.COMPANY: "Last Chance"}, headers={})
    offer = replace(OFFER, signature="Hurry & Co.")
    (one, asked), _ = follow_ups(of, offer)
    kept = without_pressing(one, asked, offer)
    assert "Last Chance" in one.paragraphs[0][0].text
    assert (kept.paragraphs[0], kept.paragraphs[-1]) == (one.paragraphs[0], one.paragraphs[-1])


# --- the model -------------------------------------------------------------------------------------------------------
def short(mails: list[Mail]) -> list[Mail]:
    """Return follow-ups instead of the fake's first mails; those of one call differ from those of another."""
    return [
        {
            **mail,
            "sentences": [
                item("Nothing has to change at once, as most people begin with one small part."),
                mail["sentences"][-1],
            ],
        }
        for mail in mails
    ]


def writer(**more: Any) -> BatchWriter:
    return BatchWriter(spoil=more.pop("spoil", short), **more)


def test_rows_share_two_calls_and_the_second_knows_the_first(accounts: Accounts) -> None:
    model = writer()
    done = turn(work_of(accounts, model), rows(ROWS_A_CALL))
    assert [decision.outcome for decision in done] == ["drafted"] * ROWS_A_CALL
    assert [len(asked) for asked in model.asked] == [ROWS_A_CALL, ROWS_A_CALL]
    assert [len(one["before"]) for asked in model.asked for one in asked] == [1] * ROWS_A_CALL + [2] * ROWS_A_CALL
    assert "I am writing to Halden." in model.asked[0][0]["before"][0]
    assert "Nothing has to change" in model.asked[1][0]["before"][1]
    assert sum(decision.spent.get("calls", 0) for decision in done) == 2


def test_the_model_never_sees_the_booking_page_or_an_address(accounts: Accounts) -> None:
    model = writer()
    draft = f"Hi Tom,\n\nPick a time: {LINK}?email=tom%40halden.example\n\nAna"
    turn(work_of(accounts, model), [found(lead(email="tom@halden.example"), draft)])
    assert not any(LINK in request.data or "halden.example" in request.data for request in model.requests)


def test_the_cells_hold_greeting_opener_text_and_signature(accounts: Accounts) -> None:
    (decision,) = turn(work_of(accounts, writer()), rows(1))
    first, second = (str(decision.cells[column]) for column in PAIR)
    for text, number in ((first, 2), (second, 3)):
        hello, body, *_ = text.split("\n\n")
        assert hello == "Hi Tom,"
        assert is_opener(body.split(" Nothing has")[0], "en", number)
        assert text.endswith("\n\nAna")
    assert (LINK in first, LINK in second) == (False, True)
    assert OwnColumn.EVIDENCE not in decision.cells
    assert decision.cells[OwnColumn.STATUS] == "Follow-ups written"


@pytest.mark.parametrize(
    "made_up",
    ["I have not heard back from you.", "As discussed on the phone, this saves time.", "You raised a Series B."],
)
def test_what_did_not_happen_is_mended_or_taken_out(accounts: Accounts, made_up: str) -> None:
    def spoil(mails: list[Mail]) -> list[Mail]:
        return [{**mail, "sentences": [item(made_up), *mail["sentences"]]} for mail in short(mails)]

    model = writer(spoil=spoil)
    (decision,) = turn(work_of(accounts, model), rows(1))
    assert any(made_up in fault or "supports" in fault for fault in model.asked[1][0]["faults"])
    assert not any(made_up in str(decision.cells[column]) for column in PAIR)
    assert made_up in str(decision.facts["follow_up_removed"])


def test_a_follow_up_as_long_as_a_first_mail_is_asked_again_then_the_twins(accounts: Accounts) -> None:
    model = writer(spoil=lambda mails: mails)
    (decision,) = turn(work_of(accounts, model), rows(1))
    assert any("words" in fault for fault in model.asked[1][0]["faults"])
    assert (decision.outcome, decision.facts["follow_up_inputs"]) == ("fallback", "")
    assert decision.cells[OwnColumn.STATUS] == "Follow-ups written offline"
    assert "not fit to send" in decision.remark


def test_a_subject_of_the_models_goes_nowhere(accounts: Accounts) -> None:
    def spoil(mails: list[Mail]) -> list[Mail]:
        return [{**mail, "subject": "Re: your Series B"} for mail in short(mails)]

    model = writer(spoil=spoil)
    (decision,) = turn(work_of(accounts, model), rows(1))
    assert len(model.requests) == 2, "nothing to repair"
    assert "Series B" not in str(decision)


def test_unchanged_rows_cost_no_second_call_and_another_draft_does(accounts: Accounts) -> None:
    model = writer()
    work = work_of(accounts, model)
    (before,) = rows(1)
    (first,) = turn(work, [before])
    cells = {**{str(column): cell for column, cell in first.cells.items()}}
    again = found(before.lead, facts=dict(first.facts), cells=cells)
    (second,) = turn(work, [again])
    assert ({c: second.cells[c] for c in PAIR}, len(model.requests)) == ({c: first.cells[c] for c in PAIR}, 2)
    turn(work, [found(before.lead, "Hi Tom,\n\nAnother text.\n\nAna", facts=dict(first.facts), cells={})])
    assert len(model.requests) == 4


def test_an_outage_says_when_and_a_row_that_names_nobody_says_why(accounts: Accounts) -> None:
    def refuse(_: Mapping[str, Row]) -> None:
        raise Unavailable("Later.", reason="rate_limited")

    with pytest.raises(Unavailable):
        turn(work_of(accounts, writer(refuse=refuse)), rows(2))
    nobody = found(Lead(id="n", row=2, values={Field.EMAIL: "a@b.example"}, headers={}))
    (decision,) = turn(work_of(accounts, None), [nobody])
    assert decision.outcome == "held"
    assert "neither a name nor a company" in str(decision.cells[OwnColumn.STATUS])


def test_the_facts_of_the_draft_stay(accounts: Accounts) -> None:
    (decision,) = turn(work_of(accounts, None), rows(1))
    assert not {"draft_inputs", "writer", "removed", "wish", "variant"} & decision.facts.keys()
