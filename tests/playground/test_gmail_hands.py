"""People in the mailboxes: what the page shows and does, what is found, and what survives a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.gmail_store import Mailboxes
from tests.playground.mail_double import ANA, BELA, MARCO, Json, Mail, a_mail, message
from tests.playground.world_double import FakeWorld

KEYS = {"id", "threadId", "draftId", "from", "to", "cc", "subject", "at", "text", "html", "labels", "headers"}


@pytest.fixture
def mail() -> Mail:
    return Mail(FakeWorld())


def messages(told: Json) -> list[Json]:
    return [one for thread in told["threads"] for one in thread["messages"]]


def shown(mail: Mail, address: str) -> list[Json]:
    return messages(mail.client.get(f"/play/mailboxes/{address}").get_json())


def header(one: Json, name: str) -> str:
    return next((line["value"] for line in one["headers"] if line["name"] == name), "")


# --- looking ----------------------------------------------------------------------------------------------------------
def test_the_cast_has_mailboxes_and_others_get_one_with_their_first_mail(mail: Mail) -> None:
    mail.sent()
    boxes = mail.client.get("/play/mailboxes").get_json()["mailboxes"]
    assert boxes[0] == {
        "address": ANA, "name": "Ana Lindqvist", "user": "ana", "zone": "Europe/Berlin", "unread": 0,
        "aliases": ["sales@nordwind.example", "ana@nordwind-labs.example"]}  # fmt: skip
    assert boxes[-1] == {"address": BELA, "aliases": [], "name": "", "user": None, "zone": None, "unread": 1}
    assert len(boxes) == 5
    assert mail.client.get("/play/mailboxes/nobody@x.example").status_code == 404


def test_a_thread_is_shown_with_names_texts_and_headers_decoded(mail: Mail) -> None:
    mail.sent(a_mail(f"=?utf-8?q?Kov=C3=A1cs=2C_B=C3=A9la?= <{BELA}>", "=?utf-8?b?R3LDvMOfZQ==?="))
    [one] = shown(mail, BELA)
    assert set(one) == KEYS
    assert (one["from"], one["to"]) == (f"Ana Lindqvist <{ANA}>", f'"Kovács, Béla" <{BELA}>')
    assert (one["subject"], one["text"], one["html"], one["draftId"]) == ("Grüße", "Hi Béla\n", "", None)
    assert one["labels"] == ["INBOX", "UNREAD"]
    assert one["at"] == "2026-11-24T09:00:00+00:00"
    assert header(one, "Message-ID").endswith("@mail.gmail.com>")


def test_a_mail_of_html_alone_shows_its_words(mail: Mail) -> None:
    hidden = "<style>p{}</style><script>x()</script>"
    mail.hand(f"{ANA}/receive", {"from": BELA, "subject": "s", "text": "", "html": f"{hidden}<p>One &amp; two</p>"})
    [one] = shown(mail, ANA)
    assert "<script>" in one["html"]
    assert mail.get(f"messages/{one['id']}?format=minimal")["snippet"] == "One &amp; two"


# --- somebody outside -------------------------------------------------------------------------------------------------
def test_a_reply_lands_in_the_thread_of_the_mail_it_answers(mail: Mail) -> None:
    sent = mail.sent()
    start = mail.get("profile")["historyId"]
    [asked] = shown(mail, BELA)
    body = {"from": f"Béla <{BELA}>", "subject": "Re: Hello", "text": "Yes", "in_reply_to": header(asked, "Message-ID")}
    mail.world.clock.advance(hours=1)
    told = mail.hand(f"{ANA}/receive", body)
    assert told["address"] == ANA
    first, second = messages(told)
    assert second["threadId"] == first["threadId"] == sent["threadId"]
    assert (second["from"], second["to"], second["text"]) == (f"Béla <{BELA}>", f"Ana Lindqvist <{ANA}>", "Yes\n")
    assert header(second, "In-Reply-To") == header(first, "Message-ID")
    assert [one["labels"] for one in shown(mail, BELA)] == [["INBOX", "UNREAD"], ["SENT"]]
    assert len({one["threadId"] for one in shown(mail, BELA)}) == 1
    found = mail.get(f"history?startHistoryId={start}&historyTypes=messageAdded")["history"]
    assert [entry["messages"][0]["id"] for entry in found] == [second["id"]]
    assert mail.store.state()[ANA]["received"] == 1


def test_an_answer_goes_where_the_mail_asks_for_it(mail: Mail) -> None:
    mail.sent(a_mail(BELA, "Hello", "Reply-To: Sales <ana+sales@nordwind.example>"))
    rfc_id = header(shown(mail, BELA)[0], "Message-ID")
    body = {"from": BELA, "subject": "Re: Hello", "text": "Yes", "in_reply_to": rfc_id}
    told = mail.hand("sales@nordwind.example/receive", body)
    assert told["address"] == ANA
    assert messages(told)[-1]["to"] == "Sales <ana+sales@nordwind.example>"


def test_a_new_mail_begins_a_thread_and_may_carry_headers(mail: Mail) -> None:
    mail.sent()
    headers = {"Auto-Submitted": "auto-replied", "Cc": MARCO}
    told = mail.hand(f"{ANA}/receive", {"from": BELA, "subject": "Hello", "text": "Away", "headers": headers})
    assert len(told["threads"]) == 2
    assert header(messages(told)[-1], "Auto-Submitted") == "auto-replied"


def test_a_report_of_delivery_stands_with_the_mail_it_is_about(mail: Mail) -> None:
    sent = mail.sent()
    references = {"References": mail.headers(sent["id"])["Message-ID"]}
    mail.hand(
        f"{ANA}/receive",
        {"from": "mailer-daemon@googlemail.com", "subject": "Failure", "text": "No", "headers": references},
    )
    assert len(mail.get(f"threads/{sent['threadId']}")["messages"]) == 2


@pytest.mark.parametrize(
    "body",
    [
        {"from": ""},
        {"from": "a@b.example, c@d.example"},
        {"from": "a b"},
        {"from": 7},
        {"text": None},
        {"in_reply_to": "<none@x.example>"},
        {"headers": ["x"]},
        {"headers": {"Bad Name": "x"}},
        {"headers": {"Content-Type": "x"}},
        {"text": "\ud800"},
    ],
)
def test_a_mail_that_cannot_be_is_refused_and_leaves_nothing(mail: Mail, body: Json) -> None:
    told = mail.hand(f"{ANA}/receive", {"from": BELA, "subject": "s", "text": "t"} | body, status=400)
    assert told["message"]
    assert [box["messages"] for box in mail.store.state().values()] == [0] * 4


def test_a_line_break_in_a_subject_begins_no_header(mail: Mail) -> None:
    mail.hand(f"{ANA}/receive", {"from": BELA, "subject": "One\r\nX-Evil: yes\u2028x", "text": "t"})
    [one] = shown(mail, ANA)
    assert header(one, "X-Evil") == ""
    assert one["subject"].startswith("One X-Evil")


def test_reading_takes_the_mark_off(mail: Mail) -> None:
    mail.hand(f"{ANA}/receive", {"from": BELA, "subject": "s", "text": "t"})
    [one] = shown(mail, ANA)
    [read] = messages(mail.hand(f"{ANA}/messages/{one['id']}/read", {}))
    assert read["labels"] == ["INBOX"]
    assert mail.hand(f"{ANA}/messages/none/read", {}, status=400)["message"]


# --- a user's own hands -----------------------------------------------------------------------------------------------
def test_an_edit_rotates_the_message_and_loses_our_header(mail: Mail) -> None:
    made = mail.draft(a_mail(BELA, "Hello", "X-Sales-Assistant-Send: s1", "In-Reply-To: <a@b.example>"))
    written = {"to": BELA, "subject": "Hello", "text": "My words"}
    [one] = messages(mail.hand(f"{ANA}/drafts/{made['id']}/edit", written))
    assert one["draftId"] == made["id"]
    assert one["id"] != made["message"]["id"]
    assert one["threadId"] == made["message"]["threadId"]
    assert (header(one, "X-Sales-Assistant-Send"), header(one, "In-Reply-To")) == ("", "<a@b.example>")
    mail.post("drafts/send", {"id": made["id"]})
    assert shown(mail, BELA)[0]["text"] == "My words\n"


def test_another_subject_is_another_thread(mail: Mail) -> None:
    made = mail.draft()
    [one] = messages(mail.hand(f"{ANA}/drafts/{made['id']}/edit", {"to": "", "subject": "Other", "text": "x"}))
    assert one["threadId"] != made["message"]["threadId"]
    assert mail.hand(f"{ANA}/drafts/{made['id']}/send", {}, status=400)["message"] == "Recipient address required"


def test_a_draft_sent_by_hand_keeps_its_thread_and_loses_our_header(mail: Mail) -> None:
    made = mail.draft(a_mail(BELA, "Hello", "X-Sales-Assistant-Send: s1", "List-Unsubscribe: <https://x.example>"))
    [one] = messages(mail.hand(f"{ANA}/drafts/{made['id']}/send", {}))
    assert (one["draftId"], one["labels"]) == (None, ["SENT"])
    assert one["threadId"] == made["message"]["threadId"]
    assert header(one, "X-Sales-Assistant-Send") == header(one, "List-Unsubscribe") == ""
    assert mail.refusal("POST", "drafts/send", {"id": made["id"]})[0] == 404


def test_a_draft_is_deleted_once(mail: Mail) -> None:
    made = mail.draft()
    assert mail.hand(f"{ANA}/drafts/{made['id']}/delete", {})["threads"] == []
    assert mail.hand(f"{ANA}/drafts/{made['id']}/delete", {}, status=404) == {"message": "This draft is gone."}


def test_a_hand_on_a_pointer_to_a_sent_mail_touches_nothing(mail: Mail) -> None:
    mail.ana.habits.pointer_outlives = True
    made = mail.draft()
    mail.post("drafts/send", {"id": made["id"]})
    for hand in ("send", "delete", "edit"):
        assert mail.hand(f"{ANA}/drafts/{made['id']}/{hand}", {}, status=400)["message"] == "Message not a draft"
    assert len(shown(mail, ANA)) == len(shown(mail, BELA)) == 1


def test_a_user_answers_by_hand_in_the_thread(mail: Mail) -> None:
    sent = mail.sent()
    rfc_id = mail.headers(sent["id"])["Message-ID"]
    told = mail.hand(f"{ANA}/write", {"to": BELA, "subject": "Re: Hello", "text": "Also", "in_reply_to": rfc_id})
    assert [one["threadId"] for one in messages(told)] == [sent["threadId"]] * 2
    assert len({one["threadId"] for one in shown(mail, BELA)}) == 1


def test_forgotten_history_is_a_404(mail: Mail) -> None:
    start = mail.get("profile")["historyId"]
    mail.sent()
    mail.hand(f"{ANA}/forget_history", {})
    assert mail.refusal("GET", f"history?startHistoryId={start}")[0] == 404


def test_there_are_no_other_hands(mail: Mail) -> None:
    assert mail.hand(f"{ANA}/steal", {}, status=400)
    assert mail.client.post(f"/play/mailboxes/{ANA}/receive", json=[1]).status_code == 400


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(to=st.text(max_size=20), subject=st.text(max_size=20), text=st.text(max_size=20), name=st.text(max_size=12))
def test_no_text_makes_it_fall_over(to: str, subject: str, text: str, name: str) -> None:
    mail = Mail(FakeWorld())
    made = mail.draft()
    for path, body in (
        (f"{ANA}/drafts/{made['id']}/edit", {"to": to, "subject": subject, "text": text}),
        (f"{ANA}/receive", {"from": f'"{name}" <a@b.example>', "subject": subject, "text": text, "html": text}),
        (f"{ANA}/write", {"to": to, "subject": subject, "text": text}),
    ):
        assert mail.client.post(f"/play/mailboxes/{path}", json=body).status_code in (200, 400)
    assert mail.client.get(f"/play/mailboxes/{ANA}").status_code == 200


# --- search -----------------------------------------------------------------------------------------------------------
AT = 1795510800
"""2026-11-24T09:00:00Z, when the mail of these searches was sent."""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        (f"to:{BELA}", True),
        ("to:bela@kunde.examp", False),
        ("to:kovács", True),
        ("to:marco@nordwind.example", True),
        (f"from:{BELA}", False),
        ("from:me@x.example", False),
        ("from:lindqvist", True),
        (f"after:{AT - 1} before:{AT + 1}", True),
        (f"after:{AT + 1}", False),
        ("after:2026/11/24", True),
        ("after:2026/11/25", False),
        ("before:2026-11-24", False),
        ("after:yesterday", False),
        ("newer_than:1d", True),
        ("older_than:1d", False),
        ("in:sent", True),
        ("in:inbox", False),
        ("in:anywhere", True),
        ("label:sent is:read", True),
        ("is:unread", False),
        ('subject:"Big offer"', True),
        ("subject:big", True),
        ("subject:small", False),
        ('"for the two of us"', True),
        ('"of for"', False),
        ("offer harbour", True),
        ("offer -harbour", False),
        ("small OR offer", True),
        ("{small tiny}", False),
        ("{small offer} in:sent", True),
        ("-(small offer)", True),
        ('rfc822msgid:RFC', True),
        ("rfc822msgid:<other@x.example>", False),
        ("((((", True),
        ('"', True),
        (")" * 600, True),
        ("(" * 600, True),
    ],
)  # fmt: skip
def test_searches(mail: Mail, query: str, found: bool) -> None:
    body = (
        a_mail(f"=?utf-8?q?Kov=C3=A1cs?= <{BELA}>", "Big  offer", f"Cc: {MARCO}") + b"For the\ntwo of us, a harbour\n"
    )
    sent = mail.sent(body)
    asked = query.replace("RFC", mail.headers(sent["id"])["Message-ID"])
    answer = mail.call("GET", "messages?q=" + asked.replace("&", "%26").replace("+", "%2B"))
    assert ("messages" in answer.get_json()) is found


@given(query=st.text(alphabet='()"{}-:OR afromtin.@0', max_size=30))
def test_no_query_makes_it_fall_over(query: str) -> None:
    from playground.gmail_search import search

    world = FakeWorld()
    assert search(query, [], world.clock.now()) == []


# --- on disk ----------------------------------------------------------------------------------------------------------
def everything(store: Mailboxes) -> Any:
    boxes = store.all()
    return [
        (one.address, one.messages, one.drafts, one.changes, one.aliases, one.habits, one.history_id, one.sent)
        for one in boxes
    ]


def test_all_of_it_survives_a_restart(tmp_path: Path) -> None:
    world = FakeWorld()
    path = tmp_path / "data" / "mailboxes.sqlite"
    world.mailboxes = Mailboxes(world.clock.now, path)
    mail = Mail(world)
    mail.sent()
    made = mail.draft()
    mail.call("PUT", f"drafts/{made['id']}", {"message": message(a_mail(MARCO))})
    mail.post("drafts/send", {"id": made["id"]})
    mail.draft()
    mail.hand(f"{ANA}/receive", {"from": BELA, "subject": "s", "text": "t"})
    mail.hand(f"{ANA}/habits", {"mails_a_day": 3, "bad_recipients": ["x@y.example"]})
    mail.world.clock.advance(days=9)
    mail.sent()
    again = Mailboxes(world.clock.now, path)
    assert everything(again) == everything(mail.store)
    again.reset()
    empty = everything(Mailboxes(world.clock.now, path))
    assert empty == everything(Mailboxes(world.clock.now))


def test_an_act_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = FakeWorld()
    store = world.mailboxes = Mailboxes(world.clock.now, tmp_path / "mailboxes.sqlite")
    mail = Mail(world)
    mail.draft()
    before = everything(Mailboxes(world.clock.now, tmp_path / "mailboxes.sqlite"))
    assert store._shelf is not None
    broken = store.of_user("marco")
    broken.touched.add("x")
    broken.messages["x"] = object()  # type: ignore[assignment]
    broken.is_changed = True
    assert mail.call("POST", "drafts", {"message": message(a_mail())}).status_code == 500
    del broken.messages["x"]
    assert everything(Mailboxes(world.clock.now, tmp_path / "mailboxes.sqlite")) == before


def test_a_file_that_is_none_of_ours_is_put_aside(tmp_path: Path) -> None:
    world = FakeWorld()
    path = tmp_path / "mailboxes.sqlite"
    path.write_text("This is no database, but it is long enough to be read as one." * 20)
    store = Mailboxes(world.clock.now, path)
    assert everything(store) == everything(Mailboxes(world.clock.now))
    assert path.with_suffix(".spoilt").exists()
