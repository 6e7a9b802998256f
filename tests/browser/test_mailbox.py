"""The mail side of the page: whose mail there is, reading it, answering from outside, and a user's hands on drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from playground.world import World
from tests.browser.conftest import Playground
from tests.browser.post import ANA, Mail, Post

pytestmark = pytest.mark.browser

JONAS = "jonas@acme.example"
LEAVE = "http://localhost:8080/u/token-1"
PROBE = "https://probe.example/"
LAW = {"List-Unsubscribe": f"<{LEAVE}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
PHONE: ViewportSize = {"width": 390, "height": 780}
HOSTILE = """<p onclick="document.title='owned'">Dear <b>Ana</b></p><script>parent.document.title = "owned"</script>
<img src="https://tracker.example/open.gif" onerror="parent.document.title='owned'">
<svg onload="parent.document.title='owned'"></svg><iframe srcdoc="<script>top.document.title='owned'</script>"></iframe>
<style>@import url("https://tracker.example/style.css"); p { background: url("https://tracker.example/bg.png") }</style>
<a href="javascript:parent.document.title='owned'">click</a> <a href="https://shop.example/" target="_top">shop</a>
<meta http-equiv="refresh" content="0;url=https://tracker.example/"><base href="https://tracker.example/">
<form action="https://tracker.example/"><button>Win</button></form>"""


@pytest.fixture
def page(visit: Callable[[str], Page], playground: Playground) -> Iterator[Page]:
    page = visit(playground.open_csv("Name\nAnna\n"))
    yield page
    page.get_by_test_id("view-sheet").click()
    page.unroute_all()


@pytest.fixture
def post(played: World) -> Post:
    return Post(played.mailboxes)


def open_box(page: Page, address: str, folder: str = "") -> None:
    page.get_by_test_id("view-mail").click()
    page.get_by_test_id(f"mailbox-{address}").click()
    expect(page.get_by_test_id("mail-name")).to_contain_text(address)
    if folder:
        page.get_by_test_id(f"folder-{folder}").click()


def open_first(page: Page) -> Locator:
    """Open the thread on top; return its newest message."""
    page.get_by_test_id("mail-line").first.click()
    return page.get_by_test_id("mail-thread").get_by_role("article").last


# Reading


def test_a_mail_stands_in_the_senders_and_the_recipients_mailbox(page: Page, post: Post) -> None:
    post.send(Mail(to=f"Jonas Weber <{JONAS}>"))
    open_box(page, ANA, "sent")
    expect(page.get_by_test_id("mail-line")).to_contain_text("To: Jonas Weber")
    open_box(page, JONAS)
    expect(page.get_by_test_id("mail-line")).to_contain_text(
        "Pallets from Rotterdam – Hi Jonas, shall we talk on Tuesday?"
    )
    mail = open_first(page)
    expect(mail.get_by_test_id("mail-from")).to_have_text(f"Ana Lindqvist <{ANA}>")
    expect(mail.get_by_test_id("mail-text")).to_contain_text("shall we talk on Tuesday?")
    expect(mail.get_by_test_id("mail-time")).to_contain_text("UTC")


def test_mail_to_one_of_us_shows_his_own_time(page: Page, post: Post) -> None:
    post.receive(JONAS, subject="Hello", text="Good day")
    open_box(page, ANA)
    expect(open_first(page).get_by_test_id("mail-time")).to_contain_text("(Europe/Berlin)")


def test_new_mail_comes_in_by_itself_and_is_unread_until_opened(page: Page, post: Post) -> None:
    open_box(page, ANA)
    expect(page.get_by_test_id("mail-empty")).to_be_visible()
    post.receive(JONAS, subject="Hello", text="Good day")
    expect(page.get_by_test_id("mail-line")).to_contain_text("Unread.")
    expect(page.get_by_test_id(f"mailbox-{ANA}")).to_contain_text("1")
    open_first(page)
    page.get_by_test_id("mail-back").click()
    expect(page.get_by_test_id("mail-line")).not_to_contain_text("Unread.")


def test_headers_are_shown_on_request_and_the_opt_out_is_a_link(page: Page, post: Post) -> None:
    text = f"Hi\n\nNo more mails: {LEAVE}."
    post.send(Mail(to=JONAS, text=text, headers={**LAW, "X-Sales-Assistant-Send": "send-1"}))
    open_box(page, JONAS)
    mail = open_first(page)
    expect(mail.get_by_role("link", name=LEAVE)).to_have_attribute("href", LEAVE)
    expect(mail.get_by_role("link", name="Unsubscribe")).to_have_attribute("href", LEAVE)
    expect(mail.get_by_text("send-1")).to_be_hidden()
    mail.get_by_test_id("mail-headers").click()
    expect(mail.get_by_text("send-1")).to_be_visible()
    expect(mail.get_by_text("Message-ID")).to_be_visible()


def test_hostile_html_does_not_run_nor_fetch(page: Page, post: Post) -> None:
    fetched: list[str] = []

    def note(route: Route) -> None:
        fetched.append(route.request.url)
        route.abort()

    page.route(re.compile("^https:"), note)
    post.receive("mallory@evil.example", subject='<img src=x onerror="document.title=1">', text="plain", html=HOSTILE)
    open_box(page, ANA)
    mail = open_first(page)
    frame = mail.frame_locator("iframe")
    frame.get_by_text("Dear Ana").click()
    frame.get_by_text("click", exact=True).click()
    expect(frame.get_by_role("link", name="shop")).to_have_attribute("target", "_blank")
    expect(frame.get_by_role("button", name="Win")).to_have_count(0)
    expect(mail).to_contain_text("1 remote picture is not loaded.")
    expect(page.get_by_test_id("mail-subject")).to_have_text('<img src=x onerror="document.title=1">')
    mail.get_by_test_id("mail-as-text").click()
    expect(mail.get_by_test_id("mail-text")).to_have_text("plain")
    assert page.title() == "Leads · Playground"
    page.evaluate(f"() => fetch('{PROBE}').catch(() => null)")
    assert fetched == [PROBE]


def test_the_sandbox_alone_keeps_scripts_from_running(page: Page, post: Post) -> None:
    post.receive(JONAS, subject="Hello", text="Hi", html="<p>Hello</p>")
    open_box(page, ANA)
    allowed = open_first(page).locator("iframe").get_attribute("sandbox") or ""
    assert "allow-scripts" not in allowed
    assert "allow-forms" not in allowed
    assert "allow-top-navigation" not in allowed


# Answering from outside


def test_a_reply_arrives_in_the_users_thread(page: Page, post: Post) -> None:
    post.send(Mail(to=JONAS))
    open_box(page, JONAS)
    open_first(page)
    page.get_by_label(f"Reply to {ANA} as {JONAS}").fill("Tuesday is fine.\n\nJonas")
    page.get_by_test_id("mail-reply-ok").click()
    expect(page.get_by_test_id("toasts")).to_contain_text("Reply sent")
    expect(page.get_by_test_id("mail-reply").get_by_role("textbox")).to_have_value("")
    open_box(page, ANA)
    line = page.get_by_test_id("mail-line")
    expect(line).to_contain_text("Re: Pallets from Rotterdam – Tuesday is fine. Jonas")
    open_first(page)
    expect(page.get_by_test_id("mail-message")).to_have_count(2)


def test_what_is_typed_survives_what_arrives_meanwhile(page: Page, post: Post) -> None:
    post.send(Mail(to=JONAS, text="first"))
    open_box(page, JONAS)
    open_first(page)
    page.get_by_test_id("mail-reply").get_by_role("textbox").fill("half a sen")
    post.send(Mail(to=JONAS, subject="Another"))
    expect(page.get_by_test_id("folder-inbox")).to_have_text("Inbox (2)")
    expect(page.get_by_test_id("mail-reply").get_by_role("textbox")).to_have_value("half a sen")


def test_somebody_outside_writes_first(page: Page, post: Post) -> None:
    post.send(Mail(to=JONAS))
    open_box(page, JONAS)
    page.get_by_test_id("mail-new").click()
    page.get_by_label("To", exact=True).select_option("Marco Reis")
    page.get_by_label("Subject").fill("A question")
    page.get_by_label("Text").fill("Do you ship to Porto?")
    page.get_by_test_id("mail-compose-ok").click()
    expect(page.get_by_test_id("toasts")).to_contain_text("Mail sent")
    open_box(page, "marco@nordwind.example")
    expect(page.get_by_test_id("mail-line")).to_contain_text("A question")


# A user's drafts


def test_a_draft_is_edited_and_sent_by_hand(page: Page, post: Post) -> None:
    post.draft(Mail(to=JONAS))
    open_box(page, ANA, "drafts")
    open_first(page)
    page.get_by_test_id("draft-edit").click()
    page.get_by_label("Subject").fill("Pallets, again")
    page.get_by_label("Text").fill("In my own words.")
    page.get_by_test_id("draft-form-ok").click()
    expect(page.get_by_test_id("mail-subject")).to_have_text("Pallets, again")
    page.get_by_test_id("draft-send").click()
    expect(page.get_by_test_id("folder-drafts")).to_have_text("Drafts")
    open_box(page, JONAS)
    expect(page.get_by_test_id("mail-line")).to_contain_text("Pallets, again – In my own words.")


def test_a_draft_is_deleted_by_hand_after_a_question(page: Page, post: Post) -> None:
    post.draft(Mail(to=JONAS))
    open_box(page, ANA, "drafts")
    open_first(page)
    page.get_by_test_id("draft-delete").click()
    page.get_by_test_id("draft-delete-ok").click()
    expect(page.get_by_test_id("mail-empty")).to_have_text("There are no drafts.")


def test_an_edit_the_mailbox_refuses_keeps_what_was_typed(page: Page, post: Post) -> None:
    post.draft(Mail(to=JONAS))
    open_box(page, ANA, "drafts")
    open_first(page)
    page.get_by_test_id("draft-edit").click()
    page.get_by_label("Text").fill("Long thought over")
    page.route("**/edit", lambda route: route.fulfill(status=404, json={"message": "This draft is gone."}))
    page.get_by_test_id("draft-form-ok").click()
    expect(page.get_by_test_id("toasts")).to_contain_text("This draft is gone.")
    expect(page.get_by_label("Text")).to_have_value("Long thought over")
    page.unroute_all()


# Getting about


def test_the_keyboard_opens_reads_and_leaves_a_thread(page: Page, post: Post) -> None:
    post.receive(JONAS, subject="First", text="1")
    post.receive("kim@hall.example", subject="Second", text="2")
    open_box(page, ANA)
    expect(page.get_by_test_id("mail-line")).to_have_count(2)
    lines = page.get_by_test_id("mail-line")
    lines.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("mail-subject")).to_be_focused()
    page.keyboard.press("Escape")
    expect(lines.nth(1)).to_be_focused()


def test_the_place_survives_a_reload_of_the_page(page: Page, post: Post) -> None:
    post.send(Mail(to=JONAS))
    open_box(page, JONAS)
    page.reload()
    page.wait_for_function("window.playground !== undefined")
    expect(page.get_by_test_id("mail-name")).to_have_text(JONAS)


def test_a_phone_shows_a_thread_in_its_width(page: Page, post: Post) -> None:
    page.set_viewport_size(PHONE)
    post.send(Mail(to=f"Jonas Weber <{JONAS}>", headers=LAW, subject="W" * 200))
    open_box(page, JONAS)
    open_first(page)
    width = page.get_by_test_id("mail-thread").evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert width[0] <= width[1] <= PHONE["width"]
    page.get_by_test_id("mail-reply-ok").scroll_into_view_if_needed()
    expect(page.get_by_test_id("mail-reply-ok")).to_be_in_viewport()
