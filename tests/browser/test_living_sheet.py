"""The main job in a real browser: the servers of ``make run``, a page, and a sheet that fills while one watches.

With SCREENSHOTS=<folder> the README's pictures go there.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from playground.samples import NASTY_HEADERS
from tests.browser.conftest import Playground, open_page
from tests.browser.desk import Desk
from tests.browser.laptop import ROOT, make_run

pytestmark = pytest.mark.browser

SAMPLE = [list(row) for row in csv.reader((ROOT / "playground/data/leads.csv").read_text("utf-8").splitlines())]
LEADS = (
    "First name,Last name,E-mail,Job title,Company\n"
    "Ida,Holm,ida@holm.example,Head of Operations,Holm\n"
    "Otto,Lind,otto@lind.example,Intern,Lind\n"
    "Vera,Moss,vera@moss.example,CEO,Moss\n"
)

SAMPLES = 3


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    with make_run(tmp_path_factory.mktemp("clone") / "sales-assistant") as url:
        yield Playground(url)


@pytest.fixture(scope="module")
def page(context: BrowserContext, laptop: Playground) -> Iterator[Page]:
    page = open_page(context, laptop)
    yield page
    page.close()


@pytest.fixture
def desk(page: Page, laptop: Playground) -> Iterator[Desk]:
    """Ana at her desk, sidebar closed; whatever the page throws, and any reload, fails the test."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.evaluate("window.loaded = 'once'")
    desk = Desk(page, laptop)
    yield desk
    assert page.evaluate("window.loaded") == "once"
    assert faults == []
    if desk.side.is_visible():
        desk.close_sidebar()


@pytest.fixture
def leads(desk: Desk) -> Desk:
    """A small sheet that Ana has allowed, with Home beside it."""
    return opened(desk, LEADS)


def opened(desk: Desk, text: str) -> Desk:
    file_id = desk.playground.open_csv(text)
    desk.open_file(file_id, len(list(csv.reader(text.splitlines()))))
    desk.playground.ask("/play/host/grant", {"user": "ana", "file": file_id})
    desk.open_sidebar()
    return desk


def tiers(desk: Desk) -> dict[str, int]:
    return dict(Counter(tier for tier in desk.column("Tier") if tier))


def test_a_sheet_fills_step_by_step(desk: Desk, pictures: Path) -> None:
    desk.open_file(sample(desk, "Leads (sample)"), len(SAMPLE))
    before = desk.users_cells(len(SAMPLE[0]))
    desk.open_sidebar()
    desk.picture(pictures / "1-allow.png")
    desk.allow()
    desk.shows("Not checked yet")

    desk.press("Check leads")
    desk.shows("61 leads, 56 ready")
    assert desk.own() == {}
    desk.picture(pictures / "2-check.png")

    desk.press("Score leads")
    desk.refresh_until("Done")
    assert desk.numbers() == tiers(desk)
    assert sum(tiers(desk).values()) == len(SAMPLE) - 1
    assert all(score.isdigit() and int(score) <= 100 for score in desk.column("Score"))
    assert desk.column("Why")[0].startswith("Job title: Head of Operations")
    show_results(desk, Score=-40, Tier=-40, Why=300)
    desk.picture(pictures / "3-score.png")

    desk.press("Write drafts")
    if "Write the rest" not in desk.card:
        desk.refresh_until("Write the rest")
    desk.shows("These drafts stand in your sheet already. Do you like how they sound? Then the rest follows.")
    assert len([draft for draft in desk.column("Draft") if draft]) == SAMPLES
    desk.picture(pictures / "4-samples.png")
    desk.press("Write the rest")
    desk.refresh_until("Done")
    drafts = [draft for draft in desk.column("Draft") if draft]
    rest = len(SAMPLE) - 1 - SAMPLES
    assert desk.numbers() == {"drafted offline": len(drafts) - SAMPLES, "without a draft": rest - len(drafts) + SAMPLES}
    assert drafts[0].startswith("Hallo Hanna,\n")
    assert all("Written offline, without a model" in evidence for evidence in desk.column("Evidence") if evidence)
    show_results(desk, Why=-270, Subject=40)
    first = desk.page.locator(f'[data-row="1"][data-col="{desk.own()["Draft"]}"]')
    first.dblclick()
    desk.picture(pictures / "5-drafts.png")
    desk.page.keyboard.press("Escape")
    show_results(desk, Evidence=120, Status=60)

    desk.press("Back to Home")
    scored = sum(tiers(desk).values())
    assert desk.numbers() == {"leads": len(SAMPLE) - 1, "scored": scored, "drafts": len(drafts), **tiers(desk)}
    desk.picture(pictures / "6-home.png")
    assert desk.users_cells(len(SAMPLE[0])) == before


def sample(desk: Desk, title: str) -> str:
    """Return one of the files that a fresh playground holds."""
    files = {file["title"]: file["id"] for file in desk.playground.ask("/play/session")["files"]}
    return files[title]


def show_results(desk: Desk, **widths: int) -> None:
    """Bring our columns beside the sidebar, some wider or narrower by so many pixels."""
    first = chr(ord("A") + desk.own()["Score"])
    desk.go_to("AB2", f"{first}2")
    for header, pixels in widths.items():
        desk.widen(header, pixels)


def test_a_csv_of_ones_own_fills_too(desk: Desk, tmp_path: Path) -> None:
    lines = [
        ["Vorname", "Nachname", "E-Mail", "Position", "Firma", "Notiz"],
        ["Jörg", "Müßig", "joerg@muessig.example", "Geschäftsführer", "Müßig & Söhne", "Zwei Werke,\nkein Überblick"],
        ["Änne", "Özdemir", "aenne@oezdemir.example", "Leiterin Einkauf", "Özdemir; Köln", 'sagt "später"'],
    ]
    path = tmp_path / "Messe Köln.csv"
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(lines)
    desk.choose_csv(path, len(lines))
    desk.open_sidebar()
    desk.allow()
    desk.press("Check leads")
    desk.shows("2 leads, 2 ready")
    desk.press("Score leads")
    desk.refresh_until("Done")
    assert desk.numbers() == tiers(desk)
    desk.press("Write drafts")
    desk.refresh_until("Done")
    assert desk.numbers() == {"drafted offline": 2}
    assert ["Jörg" in draft for draft in desk.column("Draft")] == [True, False]
    assert desk.users_cells(len(lines[0])) == lines


def test_a_long_run_goes_on_without_the_sidebar_until_stopped(desk: Desk) -> None:
    rows = [f"Ida{row},Holm,ida{row}@holm{row}.example,Head of Operations,Holm {row}" for row in range(3_000)]
    opened(desk, "\n".join([LEADS.splitlines()[0], *rows]))
    samples = desk.write_drafts()
    desk.wait_until_filled("Draft", 1)
    desk.watch_sidebar()
    desk.wait_until_filled("Draft", 100)
    assert desk.redraws == 0
    desk.close_sidebar()
    desk.wait_until_filled("Draft", 200)
    desk.open_sidebar()
    desk.press("Details")
    desk.shows("Working")
    desk.press("Stop")
    desk.refresh_until("Stopped. What is done stays done")
    assert desk.redraws > 0
    written = len([draft for draft in desk.column("Draft") if draft])
    assert 200 <= written < 3_000
    assert desk.numbers() == {"drafted offline": written - samples}


def test_the_place_is_kept_over_closing_and_reloading(leads: Desk) -> None:
    leads.press("Check leads")
    leads.press("Score leads")
    leads.press("Back to Home")
    home, place = leads.card, leads.page.url
    assert "3 leads · 3 scored" in home
    leads.close_sidebar()
    leads.open_sidebar()
    assert leads.card == home
    leads.page.reload()
    leads.page.evaluate("window.loaded = 'once'")
    assert leads.page.url == place
    leads.open_sidebar()
    assert leads.card == home


def test_a_sheet_with_all_our_names_stays_as_it_was(desk: Desk) -> None:
    desk.open_file(sample(desk, "Nasty sheet"), 9, header_row=1)
    width = len(NASTY_HEADERS)
    before = desk.users_cells(width)
    assert before[1] == list(NASTY_HEADERS)
    desk.open_sidebar()
    desk.allow()
    for button in ("Check leads", "Score leads"):
        desk.press(button)
    samples = desk.write_drafts()
    desk.refresh_until("Done")
    drafts = [draft for draft in desk.column("Draft (Sales Assistant)") if draft]
    assert desk.numbers() == {"drafted offline": len(drafts) - samples}
    assert not any("HACKED" in draft for draft in drafts)
    assert desk.users_cells(width) == before


def test_a_column_read_wrongly_is_put_right(desk: Desk) -> None:
    ida, uwe = "Ida Holm,ida@holm.example,,Holm", "Uwe Lind,uwe@lind.example,uwe@home.example,Lind"
    opened(desk, f"Name,E-mail,Private e-mail,Company\n{ida}\n{uwe}\n")
    desk.press("Check leads")
    desk.shows("2 leads, 2 ready")
    desk.press("Columns")
    desk.field(re.compile("^E-mail")).select_option("Private e-mail · e.g. uwe@home.example")
    desk.press("Save columns")
    desk.shows("2 leads, 1 ready")
    desk.shows("1 without an e-mail address")
    desk.press("Back to Home")
    desk.press("Check leads")
    desk.shows("2 leads, 1 ready")


def test_what_we_sell_is_in_the_next_draft(leads: Desk) -> None:
    leads.press("Write drafts")
    leads.refresh_until("Done")
    first = leads.column("Draft")
    leads.press("Back to Home")
    leads.press("What we sell")
    leads.field("What do you offer?").fill("Route planning for delivery fleets")
    leads.field("For whom?").fill("Heads of logistics")
    leads.field("One fact that proves it").fill("Customers cut fuel by 11 %")
    leads.press("Save")
    leads.field("Which rows").select_option("The rows written below")
    leads.field("Rows by number").fill("3")
    leads.press("Write drafts")
    leads.refresh_until("Done")
    again = leads.column("Draft")
    assert [old == new for old, new in zip(first, again, strict=True)] == [True, False, True]
    assert "11 %" in again[1]


def test_an_ideal_customer_changes_the_score(leads: Desk) -> None:
    leads.press("Score leads")
    leads.refresh_until("Done")
    before = [int(score) for score in leads.column("Score")]
    leads.press("Back to Home")
    leads.press("Ideal customer")
    leads.field("Job titles").fill("Intern")
    leads.press("Save")
    leads.field("Which rows").select_option("The rows written below")
    leads.field("Rows by number").fill("2-4")
    leads.press("Score leads")
    leads.refresh_until("Done")
    after = [int(score) for score in leads.column("Score")]
    assert after[1] > before[1]
    assert after[0] < before[0]


def test_only_ticked_rows_are_scored(leads: Desk) -> None:
    leads.type_at(0, 5, "Select")
    leads.type_at(2, 5, "x")
    leads.field("Which rows").select_option("Rows ticked in a column called Select")
    leads.press("Score leads")
    leads.refresh_until("Done")
    assert [bool(score) for score in leads.column("Score")] == [False, True, False]
    assert leads.users_cells(6)[2][5] == "x"


def test_trouble_is_said_with_a_reference(leads: Desk) -> None:
    for _ in range(2):
        leads.page.get_by_test_id("faults").click()
        leads.page.get_by_text("Sheets: next 3 calls fail (503)").click()
    leads.press("Check leads")
    leads.shows("Google is busy. Try again in a minute.")
    assert re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", leads.card, re.MULTILINE)
    leads.playground.ask("/play/faults", {"api": "sheets", "kind": "503", "times": 0})
    leads.press("Back to Home")
    leads.press("Check leads")
    leads.shows("3 leads, 3 ready")


def test_a_german_reader_has_german_cards(context: BrowserContext, laptop: Playground, pictures: Path) -> None:
    page = context.new_page()
    page.goto(f"{laptop.url}/?user=ana&locale=de")
    page.wait_for_function("window.playground !== undefined")
    desk = Desk(page, laptop)
    opened(desk, LEADS)
    desk.press("Leads prüfen")
    desk.shows("3 Leads, 3 bereit")
    desk.press("Leads bewerten")
    desk.refresh_until("Fertig", "Aktualisieren")
    desk.press("Zur Startseite")
    desk.press("Einstellungen")
    desk.picture(pictures / "7-german.png")
    page.close()
