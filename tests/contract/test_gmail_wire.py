"""Gmail on a bad day: one request whatever happens, and each refusal as the error that says what to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.adapters.gmail import MOST_PAGES, GmailMailboxes
from addon.adapters.gmail_errors import read
from addon.adapters.gmail_slots import IN_FLIGHT, Slots
from addon.adapters.gmail_units import UNITS, UNITS_A_MINUTE, PriceTier
from addon.adapters.mime import message_bytes
from addon.errors import AssistantError, Rejected, Unavailable
from addon.ports import Mailbox
from tests.contract.mailbox_benches import WireBench
from tests.fakes.clock import FakeClock
from tests.fakes.gmail_server import Break, Json, Told, failure
from tests.mails import MAIL

NOW = FakeClock().now()
INSTANT = datetime(2026, 11, 24, 11, 38, 10, 449000, tzinfo=UTC)
RETRY = "User-rate limit exceeded.  Retry after 2026-11-24T11:38:10.449Z"
INFO = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "domain": "googleapis.com"}


@pytest.fixture
def bench() -> Iterator[WireBench]:
    made = WireBench()
    yield made
    made.close()


def posts(bench: WireBench, path: str) -> int:
    return sum(method == "POST" and asked.endswith(path) for method, asked, _, _ in bench.server.requests)


def drafted(bench: WireBench) -> str:
    return bench.open().create_draft(message_bytes(MAIL, send_id="s1")).draft_id


@pytest.mark.parametrize("trouble", list(Break))
@pytest.mark.parametrize("is_warm", [False, True], ids=["first", "kept"])
def test_a_send_is_one_request_however_the_network_breaks(bench: WireBench, trouble: Break, is_warm: bool) -> None:
    draft_id = drafted(bench)
    mailboxes = bench.mailboxes if is_warm else GmailMailboxes(bench.server.url)
    mailboxes.send_seconds = 0.3
    bench.server.breaks.append(trouble)
    with pytest.raises(Unavailable) as lost:
        mailboxes.open("good").send_draft(draft_id)
    assert lost.value.reason == "no_answer"
    assert posts(bench, "/drafts/send") == 1
    assert len(bench.account.deliveries) == (trouble is not Break.LOST)


@pytest.mark.parametrize("status", [301, 302, 307, 408, 409, 500, 502, 503, 504])
def test_a_send_is_one_request_whatever_the_status(bench: WireBench, status: int) -> None:
    bench.server.breaks.append(Told(status=status, body=b"<html>", headers={"Location": bench.server.url}))
    with pytest.raises(Unavailable) as busy:
        bench.open().send_draft("r-1")
    assert busy.value.reason == "server_error"
    assert len(bench.server.requests) == 1


def test_a_401_is_asked_once(bench: WireBench) -> None:
    with pytest.raises(Rejected) as refused:
        bench.open("bad").send_draft("r-1")
    assert refused.value.reason == "access_expired"
    assert len(bench.server.requests) == 1


def test_a_send_names_the_draft_and_nothing_else(bench: WireBench) -> None:
    bench.open().send_draft(drafted(bench))
    *_, body = bench.server.requests[-1]
    assert list(body) == ["id"]


@pytest.mark.parametrize("body", [b"{}", b"[]", b"null", b"3", b'{"id": ', b"", b"\xff", b'{"message": {}}'])
def test_an_answer_that_says_nothing_is_no_answer(bench: WireBench, body: bytes) -> None:
    asks: list[Callable[[Mailbox], object]] = [
        lambda mailbox: mailbox.send_draft("r-1"),
        lambda mailbox: mailbox.create_draft(b"x"),
        lambda mailbox: mailbox.find_draft("r-1"),
        lambda mailbox: mailbox.profile(),
        lambda mailbox: mailbox.message("m"),
    ]
    for ask in asks:
        bench.server.breaks.append(Told(status=200, body=body))
        with pytest.raises(Unavailable) as lost:
            ask(bench.open())
        assert lost.value.reason == "no_answer"


def test_a_list_that_is_empty_is_left_out_by_gmail(bench: WireBench) -> None:
    bench.server.breaks += [Told(status=200), Told(status=200), Told(status=200), Told(status=200)]
    mailbox = bench.open()
    assert (mailbox.sent_since("1"), mailbox.search("x"), mailbox.thread("t"), mailbox.aliases()) == ((), (), (), ())


def limited(reason: str, until: datetime | None) -> tuple[type[AssistantError], str, datetime | None]:
    return Unavailable, reason, until


def rejected(reason: str) -> tuple[type[AssistantError], str, None]:
    return Rejected, reason, None


MINUTE, DAY, SECOND = timedelta(minutes=1), timedelta(hours=24), timedelta(seconds=1)
CALIFORNIA = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
REFUSALS: list[tuple[Told, tuple[type[AssistantError], str, datetime | None]]] = [
    (failure(429, "userRateLimitExceeded", RETRY), limited("rate_limited", INSTANT)),
    (failure(429, "rateLimitExceeded", f"{RETRY} (Mail sending)"), limited("mail_limit", INSTANT)),
    (failure(429, "rateLimitExceeded", "Limit (Mail sending)"), limited("mail_limit", NOW + DAY)),
    (failure(403, "userRateLimitExceeded", f"{RETRY} (Mail sending)"), limited("mail_limit", INSTANT)),
    (failure(429, "", "Too many concurrent requests for user"), limited("concurrent", NOW + SECOND)),
    (failure(403, "rateLimitExceeded", "Rate Limit Exceeded"), limited("rate_limited", NOW + MINUTE)),
    (failure(403, "userRateLimitExceeded", "User Rate Limit"), limited("rate_limited", NOW + MINUTE)),
    (failure(403, "", "Quota exceeded for quota metric 'Queries'"), limited("rate_limited", NOW + MINUTE)),
    (failure(403, "", "", "", INFO | {"reason": "RATE_LIMIT_EXCEEDED"}), limited("rate_limited", NOW + MINUTE)),
    (failure(403, "dailyLimitExceeded", "Daily Limit Exceeded"), limited("rate_limited", CALIFORNIA)),
    (failure(429, "", "Retry after 2026-99-99T11:38:10.449Z"), limited("rate_limited", NOW + MINUTE)),
    (Told(status=429, body=b"", headers={"Retry-After": "30"}), limited("rate_limited", NOW + timedelta(seconds=30))),
    (Told(status=429, headers={"Retry-After": "9" * 400}), limited("rate_limited", NOW + MINUTE)),
    (Told(status=503, headers={"Retry-After": "5"}), limited("server_error", NOW + timedelta(seconds=5))),
    (failure(403, "insufficientPermissions", "Insufficient Permission"), rejected("no_access")),
    (failure(403, "", "", "", INFO | {"reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}), rejected("no_access")),
    (failure(403, "accessNotConfigured", "Gmail API has not been used"), rejected("no_access")),
    (failure(403, "domainPolicy", "The domain administrators have disabled Gmail apps."), rejected("no_access")),
    (failure(403, "forbidden", "Delegation denied for ana@x.example"), rejected("no_access")),
    (Told(status=403, body=b"<html>"), rejected("no_access")),
    (failure(400, "failedPrecondition", "Mail service not enabled"), rejected("no_mailbox")),
    (failure(400, "failedPrecondition", "Precondition check failed."), limited("server_error", None)),
    (failure(400, "invalidArgument", "Message not a draft"), rejected("not_a_draft")),
    (failure(400, "invalidArgument", "Invalid To header"), rejected("bad_mail")),
    (failure(400, "invalidArgument", "Recipient address required"), rejected("bad_mail")),
    (failure(400, "", "Invalid thread_id value", "INVALID_ARGUMENT"), rejected("bad_mail")),
    (Told(status=413), rejected("bad_mail")),
    (failure(404, "notFound", "Requested entity was not found."), rejected("not_found")),
    (Told(status=400, body=b"<html>a proxy</html>"), limited("server_error", None)),
    (Told(status=418), limited("server_error", None)),
]


@pytest.mark.parametrize(("told", "expected"), REFUSALS, ids=range(len(REFUSALS)))
def test_refusals_are_told_apart(
    bench: WireBench, told: Told, expected: tuple[type[AssistantError], str, datetime | None]
) -> None:
    bench.server.breaks.append(told)
    with pytest.raises(AssistantError) as refused:
        bench.open().send_draft("r-1")
    found = refused.value
    assert (type(found), found.reason, getattr(found, "retry_at", None)) == expected
    assert "@" not in found.message
    assert len(bench.server.requests) == 1


def test_each_missing_access_says_its_own_mend(bench: WireBench) -> None:
    said = set()
    for reason in ("insufficientPermissions", "accessNotConfigured", "domainPolicy", "forbidden"):
        bench.server.breaks.append(failure(403, reason))
        with pytest.raises(Rejected) as refused:
            bench.open().profile()
        said.add(refused.value.message)
    assert len(said) == 4


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "errors", "details", "message", "reason", "code"]), inner, max_size=3
        )
    ),
)


@given(JSON | st.builds(lambda inner: {"error": inner}, JSON))
def test_any_answer_can_be_read_as_a_refusal(body: Any) -> None:
    assert read(400, json.dumps(body).encode()).status == 400


@given(st.binary(max_size=40))
def test_any_noise_says_nothing(noise: bytes) -> None:
    assert read(500, b"\xff" + noise).said == ""


def test_a_history_is_read_page_by_page_and_paid_by_the_page(bench: WireBench) -> None:
    bench.account.history_page = 2
    since = bench.open().profile().history_id
    ids = tuple(bench.account.user_writes(MAIL.to).id for _ in range(5))
    spent: list[int] = []
    assert bench.open(spend=spent.append).sent_since(since) == ids
    assert spent == [2, 2, 2]


def test_a_history_without_an_end_counts_as_lost(bench: WireBench) -> None:
    endless: Json = {"history": [{"messagesAdded": [{"message": {"id": "m"}}]}], "nextPageToken": "again"}
    bench.server.breaks += [Told(status=200, body=endless)] * (MOST_PAGES + 1)
    assert bench.open().sent_since("1") is None
    assert len(bench.server.breaks) == 1


def test_a_history_id_that_is_none_counts_as_lost(bench: WireBench) -> None:
    bench.server.breaks.append(failure(400, "invalidArgument", "Invalid startHistoryId"))
    assert bench.open().sent_since("1") is None


def test_a_refused_deletion_is_no_deletion(bench: WireBench) -> None:
    bench.server.breaks.append(failure(403, "insufficientPermissions"))
    with pytest.raises(Rejected):
        bench.open().delete_draft("r-1")


def test_of_a_header_that_stands_twice_the_first_counts(bench: WireBench) -> None:
    listed = [("X-Sales-Assistant-Send", "s1"), ("X-SALES-ASSISTANT-SEND", "s2"), ("X-Other", "x")]
    headers = [{"name": name, "value": value} for name, value in listed]
    body = {"id": "m", "threadId": "t", "labelIds": ["SENT"], "internalDate": "1", "payload": {"headers": headers}}
    bench.server.breaks.append(Told(status=200, body=body))
    head = bench.open().message("m")
    assert head is not None
    assert head.headers == {"x-sales-assistant-send": "s1"}
    assert head.at == datetime(1970, 1, 1, 0, 0, 0, 1000, tzinfo=UTC)


def test_a_mailbox_has_four_requests_in_flight_and_no_fifth(bench: WireBench) -> None:
    others = [bench.open() for _ in range(IN_FLIGHT)]
    places = bench.mailboxes.slots.of("good")
    for _ in others:
        assert places.acquire(blocking=False)
    with pytest.raises(Unavailable) as busy:
        bench.open().profile()
    assert (busy.value.reason, busy.value.retry_at) == ("concurrent", NOW + SECOND)
    assert bench.server.requests == []
    places.release()
    assert bench.open().profile().address
    assert bench.open("bad") is not None


def test_a_place_is_free_again_after_any_outcome(bench: WireBench) -> None:
    mailbox = bench.open()
    for _ in range(IN_FLIGHT + 1):
        bench.server.breaks.append(Told(status=500))
        with pytest.raises(Unavailable) as busy:
            mailbox.profile()
        assert busy.value.reason == "server_error"


def test_tokens_have_places_of_their_own_and_leave_none_behind() -> None:
    slots = Slots()
    first = slots.of("a")
    assert slots.of("a") is first
    assert slots.of("b") is not first
    del first
    assert len(slots) == 0


def test_every_method_has_a_price_in_both_tiers() -> None:
    assert set(UNITS) == set(UNITS_A_MINUTE) == set(PriceTier)
    assert len({frozenset(prices) for prices in UNITS.values()}) == 1
    one_mail = ("drafts.create", "drafts.get", "drafts.send", "getProfile", "messages.get")
    assert sum(UNITS[PriceTier.SINCE_MAY_2026][method] for method in one_mail) == 151
