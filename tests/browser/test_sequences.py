"""A sequence in a real browser: consent, Confirm, then nobody at the desk, and three mails in one thread.

With SCREENSHOTS=<folder> the README's pictures go there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Playground, open_page
from tests.browser.desk import Desk
from tests.browser.laptop import make_run

pytestmark = pytest.mark.browser

LEADS = (
    "First name,Last name,E-mail,Job title,Company,Country\n"
    "Ida,Holm,ida@holm.example,Head of Operations,Holm,Germany\n"
    "Otto,Lind,otto@lind.example,COO,Lind,Norway\n"
    "Vera,Moss,vera@moss.example,CEO,Moss,India\n"
)
ZONES = {"ida@holm.example": "Europe/Berlin", "otto@lind.example": "Europe/Oslo", "vera@moss.example": "Asia/Kolkata"}


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    with make_run(tmp_path_factory.mktemp("clone") / "sales-assistant") as url:
        yield Playground(url)


@pytest.fixture
def desk(context: BrowserContext, laptop: Playground) -> Iterator[Desk]:
    """Ana before three leads with drafts; whatever the page throws fails the test."""
    page = open_page(context, laptop)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    desk = Desk(page, laptop)
    desk.open_file(laptop.open_csv(LEADS), 4)
    laptop.ask("/play/host/grant", {"user": "ana", "file": desk.file})
    desk.open_sidebar()
    yield desk
    assert faults == []
    for opened in context.pages:
        if opened.url.startswith(laptop.url) and "user=ana" in opened.url:
            opened.close()


def consent(desk: Desk, button: str) -> Page:
    """Press a Connect button; return Google's consent page."""
    with desk.page.expect_popup() as opened:
        desk.button(button).click()
    expect(opened.value.get_by_role("heading")).to_contain_text("wants access to your Google Account")
    return opened.value


def connect(desk: Desk, button: str) -> None:
    """Allow everything: the window closes by itself, and the sidebar is drawn anew."""
    with desk.page.expect_response("**/play/host/open"):
        consent(desk, button).get_by_role("button", name="Allow").click()
    desk.settle()


def close(desk: Desk, window: Page) -> None:
    with desk.page.expect_response("**/play/host/open"):
        window.close()
    desk.settle()


def ready(desk: Desk) -> None:
    """Write drafts and mend what stands in the way; Home is on top again."""
    desk.press("Write drafts")
    desk.refresh_until("Done")
    desk.press("Back to Home")
    desk.press("Start sequence")
    if "It cannot start yet" in desk.card:
        connect(desk, "Connect Gmail")
        desk.press("Start sequence")
        connect(desk, "Connect Sheets")
        say_where_we_are(desk)
    else:
        desk.press("Back to Home")


def say_where_we_are(desk: Desk) -> None:
    desk.press("Settings")
    desk.press("Rules of sending")
    desk.field("Postal address").fill("1 Harbour St, Hull")
    desk.press("Save")
    desk.press("Settings")
    desk.press("Back to Home")


def mails(playground: Playground, address: str) -> list[list[dict[str, Any]]]:
    """Return the threads of a mailbox, each with its messages."""
    return [thread["messages"] for thread in playground.ask(f"/play/mailboxes/{address}")["threads"]]


def latest(playground: Playground, address: str) -> list[dict[str, Any]]:
    """Return what Ana wrote in the thread she wrote in last."""
    threads = [[one for one in thread if "ana@nordwind" in one["from"]] for thread in mails(playground, address)]
    return max(filter(None, threads), key=lambda messages: str(messages[-1]["at"]))


def local(message: dict[str, Any], zone: str) -> datetime:
    return datetime.fromisoformat(message["at"]).astimezone(ZoneInfo(zone))


def test_what_goes_wrong_at_google_connects_nothing_and_says_why(desk: Desk) -> None:
    desk.press("Settings")
    one_scope = consent(desk, "Connect Gmail")
    one_scope.get_by_label("View your email messages and settings").uncheck()
    one_scope.get_by_role("button", name="Allow").click()
    expect(one_scope.locator("body")).to_contain_text("Nobody sees whether a mail has gone or was answered")
    close(desk, one_scope)

    desk.press("Settings")
    colleague = consent(desk, "Connect Gmail")
    colleague.get_by_label("Marco Reis").check()
    colleague.get_by_role("button", name="Allow").click()
    expect(colleague.locator("body")).to_contain_text("You signed in as marco@nordwind.example")
    stale = re.sub(r"state=[^&]+", "state=of-another-window", colleague.url)
    for url, reason in ((colleague.url, "too old"), (stale, "too old")):  # replayed, and not ours
        colleague.goto(url)
        expect(colleague.locator("body")).to_contain_text(reason)
    close(desk, colleague)

    desk.press("Settings")
    expect(desk.button("Connect Gmail")).to_be_visible()


def test_three_mails_go_while_nobody_is_at_the_desk(desk: Desk, context: BrowserContext, pictures: Path) -> None:
    laptop = desk.playground
    ready(desk)
    desk.press("Start sequence")
    desk.shows("Confirm starts the sequence for 3 people, 3 mails each from ana@nordwind.example.")
    desk.picture(pictures / "8-plan.png")
    desk.press("Preview")
    with desk.page.expect_popup() as opened:
        desk.button("Open the preview").click()
    opened.value.get_by_role("heading", name="Vera Moss").wait_for()
    opened.value.close()
    desk.press("Back to the plan")
    desk.press("Confirm")
    desk.shows("Confirmed: it starts by itself")
    desk.shows("3 people have mails to come")
    desk.picture(pictures / "9-confirmed.png")
    file = desk.file
    desk.page.close()  # the browser is gone, the mails still go

    sent = sum(laptop.ask("/clock", {"advance_hours": 24})["sent"] for _ in range(21))
    assert sent == 9
    drafts_gone = laptop.ask("/state")["mailboxes"]["ana@nordwind.example"]["drafts"]
    assert drafts_gone == 0
    for address, zone in ZONES.items():
        [thread] = mails(laptop, address)
        assert len(thread) == 3
        assert len({message["subject"] for message in thread}) == 1
        first, second, third = (local(message, zone) for message in thread)
        assert all(9 <= at.hour < 17 and at.weekday() < 5 for at in (first, second, third))
        assert first.date() < second.date() < third.date()

    page = open_page(context, laptop)
    back = Desk(page, laptop)
    back.open_file(file, 4)
    assert back.column("Status") == ["Sent 3 of 3, finished"] * 3
    page.get_by_test_id("view-mail").click()
    page.get_by_test_id("mailbox-ida@holm.example").click()
    page.get_by_test_id("mail-line").first.click()
    expect(page.get_by_test_id("mail-thread").get_by_role("article")).to_have_count(3)
    back.picture(pictures / "10-thread.png")


def test_who_answers_is_shown_and_one_click_says_what_came_of_it(desk: Desk, pictures: Path) -> None:
    laptop = desk.playground
    ready(desk)
    desk.press("Start sequence")
    desk.press("Confirm")
    laptop.ask("/clock", {"advance_hours": 24 * 4})  # beyond any weekend
    answers = {
        "ida@holm.example": "That sounds good, could you show us next week?",
        "otto@lind.example": "Please take me off your list and do not write to me again.",
        "vera@moss.example": "What does it cost for twenty vans?",
    }
    sent = {address: latest(laptop, address) for address in answers}
    for address, text in answers.items():
        mail = sent[address][0]
        [id] = [header["value"] for header in mail["headers"] if header["name"].lower() == "message-id"]
        answer = {"from": address, "subject": f"Re: {mail['subject']}", "text": text, "in_reply_to": id}
        laptop.ask("/play/mailboxes/ana@nordwind.example/receive", answer)
    laptop.ask("/clock", {"advance_hours": 24 * 14})
    assert {address: latest(laptop, address) for address in answers} == sent, "nobody gets another mail"
    assert desk.column("Status") == ["Replied", "Opted out", "Replied"]
    desk.press("Back to Home")
    desk.press("Replies")
    desk.shows("could you show us next week?")
    desk.shows("What does it cost for twenty vans?")
    desk.picture(pictures / "12-replies.png")
    desk.side.get_by_role("button", name="Meeting booked").first.click()
    desk.settle()
    laptop.ask("/clock", {"advance_hours": 1})
    assert desk.column("Status") == ["Meeting booked", "Opted out", "Replied"]


def test_the_log_shows_every_act(desk: Desk, pictures: Path) -> None:
    ready(desk)
    desk.press("Start sequence")
    desk.press("Confirm")
    desk.press("Pause")
    desk.press("Resume")
    desk.playground.ask("/clock", {"advance_hours": 24 * 7})  # beyond any run of public holidays
    desk.press("Refresh")
    desk.press("Stop")
    desk.playground.ask("/clock", {"advance_hours": 1})
    desk.press("Log")
    acts = ("Approved", "Taken into the sequence", "Pause was pressed", "Goes on", "Sent: step 1", "Stop was pressed")
    for line in (*acts, "by you", "by itself"):
        desk.shows(line)
    desk.picture(pictures / "11-log.png")
