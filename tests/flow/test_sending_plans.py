"""What a plan says before Confirm: fields the sheet has, colleagues by name, rows left for later, pages of mails."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from flask import Flask

from addon.errors import Invalid
from addon.sequences.campaign_model import Campaign, Source
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import Light
from addon.sequences.plan_service import MOST_PEOPLE
from addon.sequences.preflight_words import LATER
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe
from addon.web import preview
from addon.web.event_object import Event
from addon.web.sequence_actions import edit_sequence
from cards.actions import Param
from tests.cast import ANA, MARCO
from tests.fakes.sending import Morning
from tests.fakes.world import FILE

LEADS = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")


def saying(text: str) -> Recipe:
    first, second, third = default_recipe().steps
    return Recipe(steps=(first, replace(second, text=text), third))


# --- Fields ----------------------------------------------------------------------------------------------------------
def test_a_misspelt_field_is_refused_on_save_with_the_names_that_come_nearest() -> None:
    morning = Morning()
    plan, plans = morning.plan(), morning.services().plans
    with pytest.raises(Invalid, match=r"No column is called frist_name\. Do you mean first_name"):
        plans.again(ANA, plan.campaign, "token", saying("Hi {{frist_name|there}}"))
    known = saying("Hi {{first_name|there}}, {{Job title|you}} at {{company|your firm}}")
    assert plans.again(ANA, plan.campaign, "token", known).people == 1


def test_a_misspelt_field_is_refused_for_a_sequence_under_way_too() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    services = morning.services()
    found = services.sequences.campaign(ANA, campaign.id)
    with pytest.raises(Invalid, match="No column is called job_titel") as caught:
        services.changes.proposed(ANA, found, saying("As {{job_titel|a leader}}"), "token")
    assert caught.value.field == "steps[2]"
    assert services.changes.proposed(ANA, found, saying("As {{job title|a leader}}"), "token").reworded == 1


# --- Rows ------------------------------------------------------------------------------------------------------------
def test_a_colleague_who_writes_to_the_person_is_told_by_address() -> None:
    morning = Morning()
    morning.confirmed()
    morning.work(hours=1)
    services = morning.services()
    services.accounts.enter(MARCO)
    plan = services.plans.start(MARCO, LEADS, "2-2", "token")
    [line] = [one for one in plan.preflight if one.what == Lock.PERSON]
    assert line.values == {"holder": ANA.email}
    assert plan.people == 0


def test_rows_beyond_what_one_sequence_takes_are_counted_for_later() -> None:
    morning = Morning(people=MOST_PEOPLE + 2)
    plan = morning.plan()
    [line] = [one for one in plan.preflight if one.what == LATER]
    assert (line.light, line.values) == (Light.AMBER, {"count": "2", "most": str(MOST_PEOPLE)})
    assert plan.people == MOST_PEOPLE


def test_nothing_is_said_of_later_where_all_rows_fit() -> None:
    assert LATER not in {one.what for one in Morning(people=3).plan().preflight}


# --- The preview -----------------------------------------------------------------------------------------------------
class Page:
    """A plan's preview as a browser sees it."""

    def __init__(self, people: int) -> None:
        self.services = Morning(people=people).services()
        plan = self.services.plans.start(ANA, LEADS, "new", "token")
        self.path = self.services.plans.preview_path(ANA, plan.campaign)
        app = Flask("addon.web")
        app.register_blueprint(preview.blueprint(lambda: self.services))
        self.browser = app.test_client()

    def read(self, query: str = "", language: str = "en") -> str:
        answer = self.browser.get(self.path + query, headers={"Accept-Language": language})
        assert answer.status_code == 200
        return answer.text

    def people(self, query: str = "") -> list[int]:
        return [int(at) for at in re.findall(r"Step 1: Routes for Firm (\d+)<", self.read(query))]


def test_the_preview_shows_everybody_in_the_order_of_the_sheet_twenty_a_page() -> None:
    page = Page(people=45)
    assert [page.people(f"?page={at}") for at in (1, 2, 3)] == [
        list(range(20)), list(range(20, 40)), list(range(40, 45))
    ]  # fmt: skip
    assert "People 21 to 40 of 45, in the order of the sheet" in page.read("?page=2")
    assert re.findall(r'rel="(\w+)" href="\?page=(\d)"', page.read("?page=2")) == [("prev", "1"), ("next", "3")] * 2


def test_a_preview_of_few_people_has_one_page_whatever_page_is_asked_for() -> None:
    page = Page(people=2)
    for query in ("", "?page=0", "?page=99", "?page=-1", "?page=x", "?page=" + "9" * 400, "?page=²", "?page="):
        assert page.people(query) == [0, 1]
    assert "2 people" in page.read()
    assert "?page=" not in page.read()


def test_the_preview_speaks_the_language_of_the_browser() -> None:
    page = Page(people=21)
    text = page.read(language="de-AT,de;q=0.9")
    assert '<html lang="de">' in text
    for words in ("<h1>Vorschau</h1>", "Personen 1 bis 20 von 21", "Schritt 1:", "Als reiner Text", "Nächste Personen"):
        assert words in text
    assert "<h1>Preview</h1>" in page.read(language="xx")
    gone = page.browser.get(page.path + "x", headers={"Accept-Language": "de"})
    assert (gone.status_code, "Diese Vorschau ist abgelaufen" in gone.text) == (404, True)


def test_the_test_mail_is_the_first_rows() -> None:
    morning = Morning(people=7)
    morning.services().plans.send_test(ANA, morning.plan().campaign, "token")
    assert [mail.subject for mail in morning.mailboxes.deliveries()] == ["Routes for Firm 0"]


# --- The form of the steps -------------------------------------------------------------------------------------------
def form(morning: Morning, campaign: Campaign, token: str = "token") -> str:
    event = Event(sheet_id=FILE, access_token=token, parameters={Param.CAMPAIGN: campaign.id})
    return json.dumps(edit_sequence(morning.services(), event, ANA).navigations, default=str)


def test_the_form_names_the_sheets_own_columns_and_shows_the_first_rows_mails() -> None:
    morning = Morning(people=3)
    morning.sheet.columns[7].cells[0] = "Fleet size"
    shown = form(morning, morning.plan().campaign)
    assert "Fields: First name, Last name, Email, Job title, Company, Industry, Employees, Fleet size" in shown
    assert "greeting" in shown
    assert shown.count("For row 2") == 3
    assert "Hi First0,<br><br>your vans." in shown


def test_the_form_shows_the_row_where_it_stands_now_in_a_sequence_under_way() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    morning.work(hours=1)
    morning.sheet.insert_rows(1, 4)
    assert "For row 6" in form(morning, campaign)


def test_the_form_serves_where_the_file_cannot_be_read() -> None:
    morning = Morning()
    campaign = morning.plan().campaign
    morning.world.spreadsheets.files.clear()
    shown = form(morning, campaign)
    assert "first_name" in shown
    assert "Change the steps" in shown
    assert "For row" not in shown


def test_a_step_that_goes_at_another_place_is_counted_as_moved() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    services = morning.services()
    first, second, third = default_recipe().steps
    found = services.sequences.campaign(ANA, campaign.id)
    swapped = services.changes.proposed(ANA, found, Recipe(steps=(first, third, second)), "token")
    assert swapped.moved == 4
    later = Recipe(steps=(first, replace(second, after_days=4), third))
    assert services.changes.proposed(ANA, found, later, "token").moved == 2
