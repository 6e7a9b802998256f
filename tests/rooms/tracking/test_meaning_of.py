"""What a message means by its kind alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.tracking.inbound_model import AutoAnswer, AutoKind, Bounce, BounceKind, Failure, InboundKind, Verdict
from addon.tracking.intent import LONGEST_WORDS
from addon.tracking.intent_model import Intent, Mood, Reader
from addon.tracking.meaning_of import TO_BE_READ, of_verdict
from addon.tracking.urgency import UNSURE_BELOW

GONE = Failure(address="jane@acme.example", kind=BounceKind.HARD, words="550 no such user")
LATE = Failure(address="jane@acme.example", kind=BounceKind.DELAYED)
SUBJECT = "Automatic reply: An idea for Acme"


def auto(kind: AutoKind, words: str = "") -> Verdict:
    return Verdict(kind=InboundKind.AUTO_REPLY, auto=AutoAnswer(kind=kind), words=words)


@pytest.mark.parametrize(
    ("verdict", "intent", "words"),
    [
        (Verdict(kind=InboundKind.BOUNCE, bounce=Bounce(failures=(GONE,)), words=GONE.words), "bounce", GONE.words),
        (Verdict(kind=InboundKind.BOUNCE, bounce=Bounce(failures=(LATE, GONE))), "bounce", ""),
        (Verdict(kind=InboundKind.BOUNCE, bounce=Bounce()), "bounce", ""),
        (auto(AutoKind.AWAY_UNTIL, "I am back on 5 May"), "away", "I am back on 5 May"),
        (auto(AutoKind.AWAY), "away", SUBJECT),
        (auto(AutoKind.LEFT, "She has left Acme"), "wrong_person", "She has left Acme"),
        (Verdict(kind=InboundKind.CALENDAR, words="accepted"), "wants_date", SUBJECT),
        (Verdict(kind=InboundKind.CALENDAR, words="counter"), "wants_date", SUBJECT),
        (Verdict(kind=InboundKind.CALENDAR, words="request"), "wants_date", SUBJECT),
        (Verdict(kind=InboundKind.CALENDAR, words="declined"), "not_now", SUBJECT),
        (Verdict(kind=InboundKind.COMPLAINT), "opt_out", ""),
    ],
)
def test_what_a_kind_tells_is_read_by_rules(verdict: Verdict, intent: str, words: str) -> None:
    read = of_verdict(verdict, SUBJECT, "en")
    assert read is not None
    assert (read.intent, read.words, read.by) == (intent, words, Reader.RULES)


def test_an_invitation_declined_is_left_to_a_person() -> None:
    read = of_verdict(Verdict(kind=InboundKind.CALENDAR, words="declined"))
    assert read is not None
    assert read.certainty < UNSURE_BELOW


@pytest.mark.parametrize(
    ("said", "asked", "language"),
    [
        ("Thanks.\nPlease take me  off\nyour list. Bye", "take me  off", "en"),
        ("Guten Tag,\nbitte schreiben Sie mir nicht mehr.", "schreiben Sie mir nicht mehr", "de"),
    ],
)
def test_an_opt_out_is_quoted_in_its_language(said: str, asked: str, language: str) -> None:
    read = of_verdict(Verdict(kind=InboundKind.OPT_OUT, said=said, words=said), "Re: An idea", language)
    assert read is not None
    assert (read.intent, read.mood, read.by) == (Intent.OPT_OUT, Mood.NEGATIVE, Reader.RULES)
    assert read.language == language
    assert asked in read.words
    assert read.words in said


@pytest.mark.parametrize(
    "verdict",
    [
        *(Verdict(kind=kind, said="Stop.", words="Stop.") for kind in sorted(TO_BE_READ)),
        Verdict(kind=InboundKind.OWN),
        Verdict(kind=InboundKind.LIST),
        Verdict(kind=InboundKind.RECEIPT, auto=AutoAnswer(kind=AutoKind.RECEIPT)),
        Verdict(kind=InboundKind.BOUNCE, bounce=Bounce(failures=(LATE,))),
        Verdict(kind=InboundKind.CALENDAR, words="perhaps"),
    ],
    ids=lambda verdict: str(verdict.kind),
)
def test_rules_say_nothing_of_the_rest(verdict: Verdict) -> None:
    assert of_verdict(verdict, SUBJECT) is None


@given(
    kind=st.sampled_from(InboundKind),
    words=st.text(max_size=300),
    said=st.text(max_size=120),
    subject=st.text(max_size=300),
)
@settings(max_examples=25, deadline=None)
def test_whatever_a_message_says_its_reading_is_short_and_by_rules(
    kind: InboundKind, words: str, said: str, subject: str
) -> None:
    read = of_verdict(Verdict(kind=kind, said=said, words=words), subject)
    assert read is None or (read.by is Reader.RULES and len(read.words) <= LONGEST_WORDS)
    assert kind is not InboundKind.OPT_OUT or (read is not None and read.intent is Intent.OPT_OUT)
