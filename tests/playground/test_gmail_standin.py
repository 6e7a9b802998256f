"""The Gmail stand-in does to drafts, ids, headers and threads what Gmail is known to do."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground import gmail_api, gmail_sending
from playground.discovery import load_document
from playground.gmail_quota import UNITS
from tests.playground.mail_double import ANA, BELA, MARCO, Mail, a_mail, message, raw
from tests.playground.world_double import FakeWorld

SEND = "X-Sales-Assistant-Send: s1"


@pytest.fixture
def mail() -> Mail:
    return Mail(FakeWorld())


def test_every_method_played_is_one_of_googles_and_has_a_price() -> None:
    known = {method.id.removeprefix(gmail_api.PREFIX) for method in gmail_api.api().methods}
    assert set(gmail_api.HANDLERS) <= known
    assert set(gmail_api.HANDLERS) == set(UNITS)


# --- who may ----------------------------------------------------------------------------------------------------------
ALLOWED = {
    "GET profile": "compose readonly modify metadata",
    "GET settings/sendAs": "readonly modify settings.basic",
    "GET labels": "readonly modify metadata labels",
    "GET drafts": "compose readonly modify",
    "GET messages": "readonly modify metadata",
    "GET threads": "readonly modify metadata",
    "GET history?startHistoryId=9223372036854775809": "readonly modify metadata",
    "POST drafts": "compose modify",
    "POST messages/send": "compose modify send",
    "POST watch": "readonly modify metadata",
}


@pytest.mark.parametrize("asked", ALLOWED)
def test_each_scope_opens_what_google_says_it_opens(mail: Mail, asked: str) -> None:
    verb, path = asked.split()
    body = {"message": message(a_mail())} if path == "drafts" else message(a_mail()) if "send" in path else None
    body = {"topicName": "projects/p/topics/t"} if path == "watch" else body
    scopes = ("compose", "readonly", "modify", "metadata", "send", "labels", "settings.basic")
    answers = {scope: mail.call(verb, path, body if verb == "POST" else None, scope) for scope in scopes}
    assert {scope for scope in scopes if answers[scope].status_code == 200} == set(ALLOWED[asked].split())
    refused = next(answers[scope] for scope in scopes if answers[scope].status_code != 200)
    error = refused.get_json()["error"]
    assert (error["code"], error["status"]) == (403, "PERMISSION_DENIED")
    assert error["details"][0]["reason"] == "ACCESS_TOKEN_SCOPE_INSUFFICIENT"
    assert error["errors"][0]["reason"] == "insufficientPermissions"


def test_a_token_nobody_gave_is_refused(mail: Mail) -> None:
    assert mail.refusal("GET", "profile", bearer="bogus")[:2] == (401, "authError")


def test_a_mailbox_is_open_to_its_owner_alone(mail: Mail) -> None:
    assert mail.call("GET", "profile", user=ANA.upper()).get_json()["emailAddress"] == ANA
    answer = mail.call("GET", "profile", user=MARCO)
    assert answer.get_json()["error"]["message"] == f"Delegation denied for {MARCO}"


def test_the_narrow_scope_reads_heads_only(mail: Mail) -> None:
    sent = mail.sent()
    assert mail.get(f"messages/{sent['id']}?format=metadata", "metadata")["payload"]["headers"]
    assert mail.refusal("GET", f"messages/{sent['id']}", bearer="metadata")[0] == 403
    assert mail.refusal("GET", "messages?q=hello", bearer="metadata")[0] == 403


def test_what_is_not_of_googles_schema_is_refused(mail: Mail) -> None:
    for verb, path, body in (
        ("POST", "drafts", {"message": {"raws": "x"}}),
        ("POST", "drafts", {"message": {"raw": 7}}),
        ("POST", "drafts", {"message": {}}),
        ("POST", "drafts", {"message": {"raw": "!!"}}),
        ("GET", "messages?format=full", None),
        ("GET", "drafts/x?format=whole", None),
        ("GET", "history", None),
        ("GET", "history?startHistoryId=yesterday", None),
        ("GET", "messages?maxResults=0&pageToken=x", None),
    ):
        assert mail.refusal(verb, path, body)[0] == 400, path
    assert mail.refusal("GET", "nothing")[0] == 404
    assert mail.refusal("GET", "settings/imap")[0] in (403, 501)


# --- drafts -----------------------------------------------------------------------------------------------------------
def test_a_draft_gets_a_message_id_of_gmails_and_keeps_every_other_header(mail: Mail) -> None:
    made = mail.draft(a_mail(BELA, "Hello", "Message-ID: <mine@nordwind.example>", SEND, "Date: Mon, 2 Nov 2026 09:00"))
    found = mail.get(f"drafts/{made['id']}?format=raw")["message"]
    text = base64.urlsafe_b64decode(found["raw"]).decode()
    assert found["labelIds"] == ["DRAFT"]
    assert "mine@nordwind" not in text
    assert "Message-ID: <CA" in text
    assert SEND in text
    assert "Date: Mon, 2 Nov 2026 09:00" in text
    assert text.endswith("\r\n\r\nHi Béla\r\n")


def test_sending_a_draft_consumes_it_and_keeps_its_thread(mail: Mail) -> None:
    made = mail.draft(a_mail(BELA, "Hello", SEND))
    before = mail.headers(made["message"]["id"])["Message-ID"]
    sent = mail.post("drafts/send", {"id": made["id"]})
    assert sent["threadId"] == made["message"]["threadId"]
    assert sent["id"] != made["message"]["id"]
    assert sent["labelIds"] == ["SENT"]
    headers = mail.headers(sent["id"])
    assert headers["X-Sales-Assistant-Send"] == "s1"
    assert headers["Message-ID"] != before
    assert mail.refusal("POST", "drafts/send", {"id": made["id"]}) == (
        404,
        "notFound",
        "Requested entity was not found.",
    )
    assert mail.refusal("GET", f"messages/{made['message']['id']}")[0] == 404
    assert "drafts" not in mail.get("drafts")


def test_a_pointer_that_outlived_its_draft_names_the_sent_mail_and_deleting_it_deletes_that(mail: Mail) -> None:
    mail.ana.habits.pointer_outlives = True
    made = mail.draft()
    sent = mail.post("drafts/send", {"id": made["id"]})
    assert mail.get(f"drafts/{made['id']}")["message"]["id"] == sent["id"]
    assert mail.refusal("POST", "drafts/send", {"id": made["id"]})[2] == "Message not a draft"
    assert mail.call("DELETE", f"drafts/{made['id']}").status_code == 204
    assert mail.refusal("GET", f"messages/{sent['id']}")[0] == 404


def test_a_draft_is_replaced_and_deleted(mail: Mail) -> None:
    made = mail.draft()
    changed = mail.call("PUT", f"drafts/{made['id']}", {"message": message(a_mail(MARCO, "Hello"))}).get_json()
    assert (changed["id"], changed["message"]["threadId"]) == (made["id"], made["message"]["threadId"])
    assert changed["message"]["id"] != made["message"]["id"]
    assert [one["id"] for one in mail.get("drafts")["drafts"]] == [made["id"]]
    assert mail.call("DELETE", f"drafts/{made['id']}").status_code == 204
    assert mail.refusal("DELETE", f"drafts/{made['id']}")[0] == 404


def test_a_send_with_a_message_replaces_the_draft_and_one_without_an_id_is_another_mail(mail: Mail) -> None:
    made = mail.draft(a_mail(BELA, "First"))
    mail.post("drafts/send", {"id": made["id"], "message": message(a_mail(MARCO, "Second"))})
    mail.post("drafts/send", {"message": message(a_mail(MARCO, "Third"))})
    assert [one.head.get("Subject") for one in mail.box(MARCO)] == ["Second", "Third"]
    assert mail.box(BELA) == []
    assert mail.refusal("POST", "drafts/send", {})[0] == 400


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("", "Recipient address required"),
        ("nobody", "Invalid To header"),
        ("Béla <bela@>", "Invalid To header"),
        ("undisclosed-recipients:;", "Invalid To header"),
        (", ".join(f"p{i}@x.example" for i in range(101)), "Too many recipients"),
    ],
)
def test_a_draft_may_lack_what_sending_it_needs(mail: Mail, to: str, said: str) -> None:
    made = mail.draft(a_mail(to))
    assert mail.refusal("POST", "drafts/send", {"id": made["id"]})[2] == said
    assert mail.get(f"drafts/{made['id']}")["message"]["labelIds"] == ["DRAFT"]


def test_more_than_googles_size_is_too_large(mail: Mail, monkeypatch: pytest.MonkeyPatch) -> None:
    document = load_document("gmail.v1")
    uploads = document["resources"]["users"]["resources"]["drafts"]["methods"]["create"]["mediaUpload"]
    assert int(uploads["maxSize"]) == gmail_sending.MAX_BYTES
    monkeypatch.setattr(gmail_sending, "MAX_BYTES", 1000)
    assert mail.refusal("POST", "drafts", {"message": message(a_mail() + b"x" * 1000)})[0] == 413


def test_a_sender_that_is_not_ours_is_put_right(mail: Mail) -> None:
    froms = ["sales@nordwind.example", "ana@nordwind-labs.example", "ceo@other.example", "nobody at all"]
    sent = [mail.sent(raw(f"From: {one}", f"To: {BELA}", "Subject: Hi")) for one in froms]
    found = [mail.headers(one["id"])["From"] for one in sent]
    assert found[0] == "sales@nordwind.example"
    assert set(found[1:]) == {f"Ana Lindqvist <{ANA}>"}


# --- threads ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("subject", "answers_it", "stays"),
    [("Re: Hello", True, True), ("hello", True, True), ("Another matter", True, False), ("Re: Hello", False, False)],
)
def test_a_follow_up_stays_with_its_thread_id_its_reference_and_its_subject(
    mail: Mail, subject: str, answers_it: bool, stays: bool
) -> None:
    first = mail.sent()
    rfc_id = mail.headers(first["id"])["Message-ID"] if answers_it else "<other@x.example>"
    second = mail.sent(a_mail(BELA, subject, f"In-Reply-To: {rfc_id}", f"References: {rfc_id}"), first["threadId"])
    assert (second["threadId"] == first["threadId"]) is stays


def test_a_thread_that_is_not_ours_is_refused(mail: Mail) -> None:
    theirs = mail.post("drafts", {"message": message(a_mail())}, "marco")["message"]["threadId"]
    assert mail.refusal("POST", "drafts", {"message": message(a_mail(), theirs)})[0] == 404
    assert mail.refusal("POST", "drafts", {"message": message(a_mail(), "not an id")})[2] == "Invalid thread_id value"


# --- delivery ---------------------------------------------------------------------------------------------------------
def test_a_mail_reaches_everybody_with_ids_of_their_own_and_no_bcc(mail: Mail) -> None:
    sent = mail.sent(a_mail(f'"Kovács, Béla" <{BELA}>', "Hello", f"Cc: {MARCO}", "Bcc: boss@nordwind.example"))
    copies = [mail.box(address)[0] for address in (BELA, MARCO, "boss@nordwind.example")]
    assert len({one.id for one in copies} | {sent["id"]}) == 4
    assert {one.rfc_id for one in copies} == {mail.headers(sent["id"])["Message-ID"]}
    for one in copies:
        assert one.labels == {"INBOX", "UNREAD"}
        assert one.head.get("Bcc") == ""
        assert one.head.get("Return-Path") == f"<{ANA}>"
        assert one.head.get("Received")
    found = mail.get("messages?q=is:unread in:inbox", "marco")["messages"]
    assert mail.headers(found[0]["id"], "marco")["Subject"] == "Hello"


def test_mail_to_oneself_is_one_message(mail: Mail) -> None:
    sent = mail.sent(a_mail("ana+test@nordwind.example, sales@nordwind.example"))
    assert [one.id for one in mail.box(ANA)] == [sent["id"]]
    assert mail.box(ANA)[0].labels == {"SENT", "INBOX", "UNREAD"}


# --- reading ----------------------------------------------------------------------------------------------------------
def test_a_message_in_each_format(mail: Mail) -> None:
    text = "--b\n\n1 < 2\n--b\nContent-Type: text/html\n\n<p>one</p>\n--b--\n"
    subject, kind = "Subject: =?utf-8?b?R3LDvMOfZQ==?=", 'Content-Type: multipart/alternative; boundary="b"'
    body = raw(f"From: {ANA}", f"To: {BELA}", subject, "MIME-Version: 1.0", kind, text=text)
    sent = mail.sent(body)
    path = f"messages/{sent['id']}?format="
    assert "payload" not in mail.get(path + "minimal")
    assert mail.get(path + "minimal")["snippet"] == "1 &lt; 2"
    assert b"<p>one</p>" in base64.urlsafe_b64decode(mail.get(path + "raw")["raw"])
    parts = mail.get(path + "full")["payload"]["parts"]
    assert [(one["partId"], one["mimeType"]) for one in parts] == [("0", "text/plain"), ("1", "text/html")]
    head = mail.get(path + "metadata&metadataHeaders=subject")["payload"]
    assert head == {"headers": [{"name": "Subject", "value": "=?utf-8?b?R3LDvMOfZQ==?="}]}
    thread = mail.get(f"threads/{sent['threadId']}?format=minimal")
    assert [one["id"] for one in thread["messages"]] == [sent["id"]]


def test_labels_are_put_on_and_taken_off_but_not_gmails_own(mail: Mail) -> None:
    mail.sent(a_mail(MARCO))
    [arrived] = mail.box(MARCO)
    path = f"messages/{arrived.id}"
    changed = mail.post(f"{path}/modify", {"removeLabelIds": ["UNREAD"], "addLabelIds": ["STARRED"]}, "marco")
    assert changed["labelIds"] == ["INBOX", "STARRED"]
    for label, said in (("SENT", "Invalid label: SENT"), ("Mine", "labelId not found")):
        assert mail.refusal("POST", f"{path}/modify", {"addLabelIds": [label]}, "marco")[2] == said
    assert mail.post(f"{path}/trash", bearer="marco")["labelIds"] == ["STARRED", "TRASH"]
    assert "messages" not in mail.get("messages", "marco")
    assert len(mail.get("messages?labelIds=TRASH", "marco")["messages"]) == 1
    assert mail.post(f"{path}/untrash", bearer="marco")["labelIds"] == ["STARRED"]
    assert mail.get("labels/STARRED", "marco")["messagesTotal"] == 1


def test_lists_go_page_by_page(mail: Mail) -> None:
    ids = [mail.sent(a_mail(BELA, f"No {i}"))["id"] for i in range(5)]
    first = mail.get("messages?maxResults=3")
    rest = mail.get(f"messages?maxResults=3&pageToken={first['nextPageToken']}")
    assert [one["id"] for one in first["messages"] + rest["messages"]] == ids[::-1]
    assert "nextPageToken" not in rest
    assert len(mail.get("threads?maxResults=2")["threads"]) == 2


# --- history ----------------------------------------------------------------------------------------------------------
def test_the_history_tells_what_came_went_and_changed(mail: Mail) -> None:
    start = mail.get("profile")["historyId"]
    assert int(start) > 2**63
    sent = mail.sent()
    mail.post(f"messages/{sent['id']}/modify", {"addLabelIds": ["STARRED"]}, "modify")
    found = mail.get(f"history?startHistoryId={start}")
    kinds = [
        key
        for entry in found["history"]
        for key in entry
        if key.startswith(("messages", "labels")) and key != "messages"
    ]
    assert kinds == ["messagesAdded", "messagesAdded", "messagesDeleted", "labelsAdded"]
    assert found["historyId"] == mail.get("profile")["historyId"]
    path = f"history?startHistoryId={start}&historyTypes=messageAdded&labelId=SENT"
    [entry] = mail.get(path)["history"]
    assert entry["messagesAdded"][0]["message"]["id"] == sent["id"]
    assert "history" not in mail.get(f"history?startHistoryId={found['historyId']}")


def test_a_history_is_read_in_pages(mail: Mail) -> None:
    start = mail.get("profile")["historyId"]
    ids = [mail.sent()["id"] for _ in range(3)]
    path = f"history?startHistoryId={start}&historyTypes=messageAdded&labelId=SENT&maxResults=2"
    first = mail.get(path)
    rest = mail.get(f"{path}&pageToken={first['nextPageToken']}")
    entries = first["history"] + rest["history"]
    assert [entry["messagesAdded"][0]["message"]["id"] for entry in entries] == ids


def test_a_history_older_than_a_week_is_gone_and_one_of_the_future_refused(mail: Mail) -> None:
    start = mail.get("profile")["historyId"]
    mail.sent()
    mail.world.clock.advance(days=8)
    mail.sent()
    assert mail.refusal("GET", f"history?startHistoryId={start}")[0] == 404
    assert mail.refusal("GET", f"history?startHistoryId={2**64 - 1}")[0] == 400


# --- the account ------------------------------------------------------------------------------------------------------
def test_the_addresses_mail_may_come_from(mail: Mail) -> None:
    primary, sales, labs = mail.get("settings/sendAs")["sendAs"]
    assert (primary["sendAsEmail"], primary["isPrimary"], primary["isDefault"]) == (ANA, True, True)
    assert "Nordwind" in primary["signature"]
    assert (sales["verificationStatus"], labs["verificationStatus"]) == ("accepted", "pending")
    assert mail.get("settings/sendAs/SALES@nordwind.example") == sales
    assert mail.refusal("GET", "settings/sendAs/x@y.example")[0] == 404


def test_watching_is_for_a_week_and_can_be_stopped(mail: Mail) -> None:
    told = mail.post("watch", {"topicName": "projects/p/topics/t"}, "readonly")
    assert int(told["expiration"]) == int(mail.world.clock.now().timestamp() + 7 * 86400) * 1000
    assert mail.call("POST", "stop", bearer="readonly").status_code == 204
    assert mail.refusal("POST", "watch", {}, "readonly")[0] == 400


# --- anything at all --------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def shared() -> Mail:
    found = Mail(FakeWorld())
    found.ana.habits.units_a_minute = 10**9
    found.ana.habits.mails_a_day = 10**9
    return found


LINES = st.sampled_from(
    ["From", "To", "Cc", "Subject", "Message-ID", "References", "Content-Type", "Content-Transfer-Encoding", " x", ""]
)
VALUES = st.text(max_size=30) | st.sampled_from(
    ["a@b.example", "=?utf-7?q?+2D8-?=", "multipart/mixed; boundary=b", "text/plain; charset=unicode_escape", "base64"]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.lists(st.tuples(LINES, VALUES), max_size=6), body=st.binary(max_size=60))
def test_no_mail_makes_it_fall_over(shared: Mail, fields: list[tuple[str, str]], body: bytes) -> None:
    head = "\n".join(f"{name}: {value}" for name, value in fields).encode("utf-8", "replace")
    made = shared.draft(head + b"\n\n" + body)
    assert shared.get(f"drafts/{made['id']}?format=full")["message"]["payload"]
    assert shared.call("POST", "drafts/send", {"id": made["id"]}).status_code in (200, 400)
    assert shared.client.get(f"/play/mailboxes/{ANA}").status_code == 200
    shared.store.reset()
    shared.ana.habits.units_a_minute = shared.ana.habits.mails_a_day = 10**9


json_values: Any = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**40) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "message", "raw", "threadId", "labelIds"]), inner, max_size=4)
    ),
    max_leaves=9,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=json_values, path=st.sampled_from(["drafts", "drafts/send", "messages/send"]))
def test_no_body_makes_it_fall_over(shared: Mail, body: Any, path: str) -> None:
    assert shared.call("POST", path, body).status_code in (200, 400, 404)
