"""The Gmail stand-in on a bad day: what was ordered happens, to the call it was ordered for, and nothing else."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import timedelta
from typing import Any

import pytest
import requests

from playground.faults import BadFaultError
from tests.playground.mail_double import ANA, BELA, Mail, a_mail
from tests.playground.world_double import FakeWorld, served, served_by_waitress


@pytest.fixture
def mail() -> Mail:
    return Mail(FakeWorld())


def send(mail: Mail) -> tuple[str, int]:
    """Send a draft; return its id and the status, 0 for a connection that closed."""
    draft_id = mail.draft()["id"]
    try:
        answer = mail.call("POST", "drafts/send", {"id": draft_id})
        return draft_id, answer.status_code
    except ConnectionResetError:
        return draft_id, 0


REFUSALS = {
    "503": (503, "backendError", ""),
    "500": (500, "backendError", ""),
    "401": (401, "authError", ""),
    "404": (404, "notFound", ""),
    "429": (429, "rateLimitExceeded", ""),
    "rate": (429, "userRateLimitExceeded", "User-rate limit exceeded.  Retry after 2026-11-24T09:01:00.000Z"),
    "rate_403": (403, "rateLimitExceeded", "Quota exceeded for quota metric 'Queries'"),
    "mail_limit": (429, "rateLimitExceeded", "Retry after 2026-11-25T09:00:00.000Z  (Mail sending)"),
    "concurrent": (429, "rateLimitExceeded", "Too many concurrent requests for user"),
    "not_enabled": (400, "failedPrecondition", "Mail service not enabled"),
    "precondition": (400, "failedPrecondition", "Precondition check failed."),
    "bad_recipient": (400, "invalidArgument", "Invalid To header"),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_a_refusal_ordered_has_gmails_words_and_no_effect(mail: Mail, kind: str) -> None:
    draft_id = mail.draft()["id"]
    mail.order("drafts.send", kind)
    code, reason, said = mail.refusal("POST", "drafts/send", {"id": draft_id})
    assert (code, reason) == REFUSALS[kind][:2]
    assert REFUSALS[kind][2] in said
    assert mail.box(BELA) == []
    mail.post("drafts/send", {"id": draft_id})
    assert len(mail.box(BELA)) == 1


@pytest.mark.parametrize(
    ("kind", "status", "copies"),
    [("503_after", 503, 1), ("lost", 0, 0), ("answer_lost", 0, 1), ("drop_after", 0, 1), ("late", 0, 0)],
)
def test_an_answer_may_be_lost_with_or_without_its_effect(mail: Mail, kind: str, status: int, copies: int) -> None:
    mail.order("drafts.send", kind, seconds=60)
    assert send(mail)[1] == status
    assert len(mail.box(BELA)) == copies


def test_a_late_send_happens_in_its_time_and_only_if_the_draft_is_still_there(mail: Mail) -> None:
    mail.order("drafts.send", "late", seconds=400, times=2)
    draft_id, _ = send(mail)
    with pytest.raises(ConnectionResetError):
        mail.call("POST", "drafts/send", {"id": draft_id})
    mail.world.clock.advance(seconds=399)
    assert mail.get(f"drafts/{draft_id}")["id"] == draft_id
    mail.world.clock.advance(seconds=1)
    assert mail.refusal("GET", f"drafts/{draft_id}")[0] == 404
    assert len(mail.box(BELA)) == 1


def test_a_late_send_of_a_token_that_ran_out_meanwhile_still_happens(mail: Mail) -> None:
    mail.order("drafts.send", "late", seconds=10)
    send(mail)
    del mail.world.access.tokens["good"]
    mail.world.clock.advance(seconds=10)
    assert mail.store.state()[BELA]["received"] == 1


def test_a_gmail_that_is_not_atomic_sends_twice_while_the_draft_lingers(mail: Mail) -> None:
    mail.order("drafts.send", "non_atomic", seconds=60)
    draft_id, _ = send(mail)
    mail.order("drafts.send", "non_atomic", seconds=60)
    mail.post("drafts/send", {"id": draft_id})
    assert len(mail.box(BELA)) == 2
    mail.world.clock.advance(seconds=60)
    assert mail.refusal("POST", "drafts/send", {"id": draft_id})[0] == 404


def test_a_sent_copy_may_stay_invisible_to_every_read_by_its_sender(mail: Mail) -> None:
    start = mail.get("profile")["historyId"]
    made = mail.draft()
    mail.order("drafts.send", "invisible", seconds=400)
    sent = mail.post("drafts/send", {"id": made["id"]})
    path = f"history?startHistoryId={start}&labelId=SENT"

    def seen() -> list[bool]:
        codes = [mail.call("GET", f"{kind}/{sent[name]}").status_code for kind, name in KINDS]
        return [code == 200 for code in codes] + ["messages" in mail.get("messages"), "history" in mail.get(path)]

    assert seen() == [False] * 4
    assert len(mail.box(BELA)) == 1
    mail.world.clock.advance(seconds=400)
    assert seen() == [True] * 4


KINDS = (("messages", "id"), ("threads", "threadId"))


def test_a_search_may_lag_behind_reads_by_id(mail: Mail) -> None:
    mail.ana.habits.search_lag_seconds = 60
    sent = mail.sent()
    assert mail.get(f"messages/{sent['id']}")["id"] == sent["id"]
    assert "messages" not in mail.get("messages?q=to:bela@kunde.example")
    mail.world.clock.advance(seconds=60)
    assert len(mail.get("messages?q=to:bela@kunde.example")["messages"]) == 1


def test_a_fault_befalls_as_many_calls_of_its_method_as_were_ordered(mail: Mail) -> None:
    mail.order("getProfile", "503", times=2)
    mail.draft()
    assert [mail.call("GET", "profile").status_code for _ in range(3)] == [503, 503, 200]
    assert mail.world.calls.as_dict()["gmail"] == {"drafts.create": 1, "getProfile": 3}


def test_gmails_own_kinds_are_gmails_alone(mail: Mail) -> None:
    with pytest.raises(BadFaultError):
        mail.world.faults.add("sheets", "get", "invisible")
    with pytest.raises(BadFaultError):
        mail.order("drafts.send", "late", seconds=-1)
    mail.order("drafts.send", "late", seconds=5)
    assert mail.world.faults.as_list()[0]["seconds"] == 5


# --- the wire ---------------------------------------------------------------------------------------------------------
TORN = (requests.exceptions.ChunkedEncodingError, requests.ConnectionError)


@pytest.mark.parametrize(
    ("serve", "kind", "copies", "broken"),
    [
        (served, "lost", 0, requests.ConnectionError),
        (served, "answer_lost", 1, requests.ConnectionError),
        (served, "truncated", 1, TORN),
        (served_by_waitress, "truncated", 1, TORN),
        (served, "hang", 0, requests.ReadTimeout),
        (served, "hang_after", 1, requests.ReadTimeout),
    ],
)
def test_a_connection_breaks_as_ordered(mail: Mail, serve: Any, kind: str, copies: int, broken: Any) -> None:
    draft_id = mail.draft()["id"]
    hangs = kind.startswith("hang")
    mail.order("drafts.send", kind, delay_ms=300 * hangs)
    with serve(mail.world) as origin, pytest.raises(broken):
        requests.post(
            f"{origin}/gmail/v1/users/me/drafts/send",
            json={"id": draft_id},
            headers={"Authorization": "Bearer good"},
            timeout=0.1 if hangs else 5,
        )
    assert len(mail.box(BELA)) == copies


# --- limits -----------------------------------------------------------------------------------------------------------
def test_units_are_counted_by_the_minute_of_business_time(mail: Mail) -> None:
    mail.ana.habits.units_a_minute = 120
    mail.sent()
    mail.draft()
    code, _, said = mail.refusal("GET", "profile")
    assert (code, said) == (429, "User-rate limit exceeded.  Retry after 2026-11-24T09:01:00.000Z")
    assert mail.store.state()[ANA]["units"] == {"last_minute": 120, "most_in_a_minute": 120}
    mail.world.clock.advance(seconds=60)
    mail.get("profile")
    assert mail.store.state()[ANA]["units"] == {"last_minute": 1, "most_in_a_minute": 120}
    assert mail.get("profile", "marco")["historyId"]


def test_mails_a_day_are_limited_until_the_first_is_a_day_old(mail: Mail) -> None:
    mail.ana.habits.mails_a_day = 2
    mail.sent()
    mail.world.clock.advance(hours=1)
    mail.sent()
    made = mail.draft()
    code, _, said = mail.refusal("POST", "drafts/send", {"id": made["id"]})
    assert (code, said) == (429, "User-rate limit exceeded.  Retry after 2026-11-25T09:00:00.000Z  (Mail sending)")
    assert mail.get(f"drafts/{made['id']}")
    mail.world.clock.advance(hours=23)
    mail.post("drafts/send", {"id": made["id"]})


def test_sending_can_be_limited_until_an_instant(mail: Mail) -> None:
    until = mail.world.clock.now() + timedelta(hours=7)
    mail.hand(f"{ANA}/habits", {"limited_until": until.isoformat()})
    made = mail.draft()
    assert "2026-11-24T16:00:00.000Z  (Mail sending)" in mail.refusal("POST", "drafts/send", {"id": made["id"]})[2]
    mail.world.clock.advance(hours=7)
    mail.post("drafts/send", {"id": made["id"]})


def test_a_mailbox_that_is_switched_off_says_so(mail: Mail) -> None:
    mail.hand(f"{ANA}/habits", {"is_off": True})
    assert mail.refusal("GET", "profile")[2] == "Mail service not enabled"


def test_one_request_too_many_at_once_is_refused(mail: Mail) -> None:
    mail.ana.habits.in_flight = 2
    ready = threading.Barrier(4)

    def ask(_: int) -> int:
        ready.wait(5)
        status: int = mail.call("GET", "profile").status_code
        return status

    with ThreadPoolExecutor(3) as pool:
        with mail.store.act():
            answers = [pool.submit(ask, i) for i in range(3)]
            ready.wait(5)
            refused = next(as_completed(answers, timeout=5))
        assert refused.result() == 429
        assert sorted(one.result(5) for one in answers) == [200, 200, 429]


@pytest.mark.parametrize(
    "habits",
    [{"moods": 1}, {"is_off": 1}, {"mails_a_day": "2"}, {"mails_a_day": True}, {"bad_recipients": [1]},
     {"limited_until": "soon"}, {"limited_until": "2026-11-24T10:00:00"}, {"read_lag_seconds": None}],
)  # fmt: skip
def test_a_habit_that_is_none_is_refused(mail: Mail, habits: dict[str, Any]) -> None:
    before = mail.store.state()[ANA]["habits"]
    mail.hand(f"{ANA}/habits", habits, status=400)
    assert mail.store.state()[ANA]["habits"] == before


def test_recipients_can_be_refused_by_name(mail: Mail) -> None:
    mail.hand(f"{ANA}/habits", {"bad_recipients": [BELA], "read_lag_seconds": 2.5})
    made = mail.draft(a_mail(BELA.upper()))
    assert mail.refusal("POST", "drafts/send", {"id": made["id"]})[2] == "Invalid To header"
