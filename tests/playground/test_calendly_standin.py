"""The stand-in for Calendly, and the language the page says for a user."""

from __future__ import annotations

import pytest


@pytest.fixture
def me(client):
    return lambda authorization: client.get("/users/me", headers={"Authorization": authorization})


def test_a_key_has_an_account(me, world) -> None:
    answer = me("Bearer a-key")
    assert (answer.status_code, answer.json["resource"]["name"]) == (200, "Nordwind Sales")
    assert world.calls.as_dict()["calendly"] == {"users.me": 1}


@pytest.mark.parametrize("authorization", ["", "Bearer ", "Bearer bad", "Basic a-key"])
def test_without_a_good_key_there_is_none(me, authorization) -> None:
    answer = me(authorization)
    assert (answer.status_code, answer.json["title"]) == (401, "Unauthenticated")


def test_trouble_strikes_it_as_any_other(me, world) -> None:
    world.faults.add("calendly", "users.me", "429")
    assert [me("Bearer a-key").status_code for _ in range(2)] == [429, 200]


@pytest.mark.parametrize(("locale", "said"), [(None, "en-GB"), ("", "en-GB"), ("de", "de"), ("pt_BR", "pt_BR")])
def test_the_event_says_the_language_of_the_page(client, addon, locale, said) -> None:
    addon.say("/addon/sheets/home", {"action": {"navigations": []}})
    body = {"user": "ana", "file": None, "host": "SHEETS", "locale": locale}
    assert client.post("/play/host/home", json=body).status_code == 200
    assert addon.last.event["commonEventObject"]["userLocale"] == said


@pytest.mark.parametrize("locale", ["../de", 7, ["de"], "x" * 50])
def test_a_language_that_is_none_is_refused(client, locale) -> None:
    assert client.post("/play/host/home", json={"user": "ana", "locale": locale}).status_code == 400
