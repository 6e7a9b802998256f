"""What connecting says: every ending has words with its mend, and every card that sends can name who it sends as."""

from __future__ import annotations

import pytest

from addon.accounts.grant_model import Ending, GrantKind, Outcome
from addon.accounts.scope_model import Scope
from addon.accounts.sender_model import Sender
from cards import connect
from cards.sender import sender_line
from cards.words import speaking


@pytest.mark.parametrize("kind", GrantKind)
@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_ending_has_words_of_its_own(kind: GrantKind, locale: str) -> None:
    with speaking(locale):
        told = {
            ending: connect.story(kind, Outcome(ending=ending, account="a@x.example", expected="b@x.example"))
            for ending in Ending
        }
    assert len(set(told.values())) == len(Ending)
    assert not any("{" in text for text in told.values())


@pytest.mark.parametrize("ending", [one for one in Ending if one not in (Ending.CONNECTED, Ending.MISCONFIGURED)])
def test_every_failure_names_the_button_that_mends_it(ending: Ending) -> None:
    assert "Connect Gmail" in connect.story(GrantKind.GMAIL, Outcome(ending=ending))
    assert connect.title(Outcome(ending=ending)) != "Connected"


def test_what_is_lost_is_said_for_every_scope_and_nothing_for_strangers() -> None:
    assert len({connect.lost([scope]) for scope in Scope} - {""}) == len(Scope)
    assert connect.lost(["openid", "https://elsewhere.example"]) == ""


def test_an_alias_names_the_mailbox_behind_it() -> None:
    own = Sender(mailbox="Ana@nordwind.example", address="ana@nordwind.example", name="Ana")
    alias = Sender(mailbox="ana@nordwind.example", address="sales@nordwind.example")
    assert sender_line(own) == "Ana <ana@nordwind.example>"
    assert sender_line(alias) == "sales@nordwind.example, sent by ana@nordwind.example"
