"""What the cards of a sequence say and offer: every lock and hold in words, Confirm only when nothing stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from addon.leads.model import Tab, Workbook
from addon.sequences import recipe as rules
from addon.sequences import row_words
from addon.sequences.campaign_model import CampaignState, Chore, EnrollmentState
from addon.sequences.delivery_model import SendState
from addon.sequences.event_model import Event, EventType
from addon.sequences.gate import EFFECTS
from addon.sequences.gate_model import Effect, Lock
from addon.sequences.plan_model import Light, Told
from cards import campaign, changes, held, home, log, notice, recipe, sequence
from cards.actions import Action
from cards.held_reasons import HELD_REASONS, held_reason
from cards.response import Card
from cards.times import soon, span
from cards.waits import TIMED, WAITS, waiting_line
from cards.words import say, speaking
from tests.cards import sequence_views as views
from tests.cards.sequence_views import CONNECT, NOW, PLACE, TOMORROW
from tests.cards.test_every_card import home_with

BERLIN = "Europe/Berlin"


def widgets(card: Card, kind: str) -> list[dict[str, Any]]:
    return [widget[kind] for section in card["sections"] for widget in section["widgets"] if kind in widget]


def buttons(card: Card) -> list[str]:
    singles = [fact["button"] for fact in widgets(card, "decoratedText") if "button" in fact]
    return [button["text"] for row in widgets(card, "buttonList") for button in row["buttons"]] + [
        button["text"] for button in singles
    ]


def filled(card: Card) -> list[str]:
    rows = widgets(card, "buttonList")
    return [button["text"] for row in rows for button in row["buttons"] if button.get("type") == "FILLED"]


def parameters(card: Card, text: str) -> dict[str, str]:
    rows = widgets(card, "buttonList")
    button = next(button for row in rows for button in row["buttons"] if button["text"] == text)
    return {pair["key"]: pair["value"] for pair in button["onClick"]["action"]["parameters"]}


def said(card: Card) -> str:
    facts = [f"{fact.get('topLabel', '')}\n{fact['text']}" for fact in widgets(card, "decoratedText")]
    return "\n".join(facts + [one["text"] for one in widgets(card, "textParagraph")])


# --- Waiting -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", Lock)
@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_lock_has_a_sentence_of_its_own(lock: Lock, locale: str) -> None:
    with speaking(locale):
        line = waiting_line(lock, TOMORROW, BERLIN, NOW)
        assert line == waiting_line(str(lock), TOMORROW, BERLIN, NOW)
        assert line != waiting_line("moon", None, BERLIN).replace("moon", lock)
        assert sum(waiting_line(other, None, BERLIN) == line for other in Lock) <= 1
        assert ("10:00" in line) == (lock in TIMED)


def test_what_opens_at_an_instant_is_what_the_gate_has_wait_until_one() -> None:
    needs_somebody = {Lock.KILL_SWITCH, Lock.NO_ADDRESS, Lock.SENDER, Lock.GRANT, Lock.SHEET_GRANT}
    assert {lock for lock, effect in EFFECTS.items() if effect is Effect.WAIT} - needs_somebody == TIMED
    assert WAITS.keys() == set(Lock)


def test_googles_daily_limit_is_a_status_with_its_end() -> None:
    line = waiting_line(Lock.MAILBOX_PAUSED, TOMORROW + timedelta(minutes=10), "UTC", NOW)
    assert line == "Google's daily limit: waiting until tomorrow 09:10"
    with speaking("de"):
        assert waiting_line(Lock.MAILBOX_PAUSED, TOMORROW, "UTC", NOW) == "Googles Tageslimit: wartet bis morgen 09:00"


def test_a_limit_of_a_minute_is_not_called_a_daily_one() -> None:
    soon_over = NOW + timedelta(minutes=2)
    assert waiting_line(Lock.MAILBOX_PAUSED, soon_over, "UTC", NOW) == "Google's limit: waiting until today 09:02"


def test_an_unknown_lock_is_named_and_no_lock_says_nothing() -> None:
    assert waiting_line("moon", None, BERLIN) == "Waiting (moon)"
    assert waiting_line("", TOMORROW, BERLIN) == ""


@pytest.mark.parametrize(
    ("at", "zone", "expected"),
    [
        (NOW, "UTC", "today 09:00"),
        (NOW + timedelta(hours=15), "UTC", "tomorrow 00:00"),
        (NOW + timedelta(hours=9), "Asia/Tokyo", "tomorrow 03:00"),
        (NOW + timedelta(hours=39), "UTC", "26 Nov 2026, 00:00"),
        (NOW - timedelta(days=1), "UTC", "23 Nov 2026, 09:00"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), BERLIN, "1 Jan 2027, 00:30"),
    ],
)
def test_today_and_tomorrow_are_those_of_the_reader(at: datetime, zone: str, expected: str) -> None:
    assert soon(at, zone, NOW) == expected


def test_a_span_names_the_day_once() -> None:
    assert span(NOW, NOW, "UTC") == "24 Nov 2026, 09:00"
    assert span(NOW, NOW + timedelta(hours=2), "UTC") == "24 Nov 2026, 09:00 – 11:00"
    assert span(NOW, NOW + timedelta(hours=20), "UTC") == "24 Nov 2026, 09:00 – 25 Nov 2026, 05:00"


# --- The plan ----------------------------------------------------------------------------------------------------


def test_confirm_stands_below_its_number_and_is_for_what_was_shown() -> None:
    card = sequence.plan(views.plan_with("Spring"), CONNECT)
    assert filled(card) == ["Confirm"]
    assert "Confirm starts the sequence for 37 people, 3 mails each from Spring." in said(card)
    assert parameters(card, "Confirm")["approval"] == "digest"
    assert {"Preview", "Send me a test", "Change the steps"} <= set(buttons(card))


def test_what_stops_everything_takes_confirm_away_and_puts_its_mend_first() -> None:
    lines = (views.line(Light.RED, "no_draft", "x", rows=2), views.line(Light.RED, Lock.GRANT, "Gmail"))
    card = sequence.plan(views.plan_with("x", *lines), CONNECT)
    assert filled(card) == ["Connect Gmail"]
    assert "Confirm" not in buttons(card)
    assert "first mend what stops everything" in said(card)


def test_rows_that_are_left_out_do_not_stop_the_others() -> None:
    card = sequence.plan(views.plan_with("x", views.line(Light.RED, "no_draft", "Draft", rows=30)))
    assert filled(card) == ["Confirm"]
    assert "Left out\n✗ Draft is missing<br>Rows 2, 3," in said(card)
    assert "20, 21 and 10 more" in said(card)
    assert "Write drafts" in buttons(card)


def test_a_plan_for_nobody_says_so_and_offers_nothing_to_look_at() -> None:
    card = sequence.plan(views.plan_with("x", people=0, timeline=()))
    assert "There is nobody to write to" in said(card)
    assert not {"Confirm", "Preview", "Send me a test"} & set(buttons(card))


def test_red_stands_before_amber_and_amber_before_green() -> None:
    lines = [views.line(light, "x", str(light)) for light in (Light.GREEN, Light.AMBER, Light.RED)]
    text = said(sequence.plan(views.plan_with("x", *lines)))
    assert text.index("red is missing") < text.index("amber is missing") < text.index("green is missing")


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        ({BERLIN: 37}, ""),
        ({"Asia/Tokyo": 37}, "25 Nov 2026, 18:00 – 26 Nov 2026, 00:00 their time (Asia/Tokyo)"),
        ({"Asia/Tokyo": 7, BERLIN: 30}, "09:30–16:30 their time: 30 in Europe/Berlin, 7 in Asia/Tokyo"),
        (dict.fromkeys("abcd", 1), "09:30–16:30 their time: in 4 time zones"),
    ],
)
def test_the_timeline_says_their_time_as_exactly_as_it_is_known(zones: dict[str, int], expected: str) -> None:
    view = views.plan_with("x")
    leg = replace(view.timeline[0], zones=zones)
    text = said(sequence.plan(replace(view, timeline=[leg])))
    ours = "25 Nov 2026, 10:00 – 16:00 your time"
    assert (f"{ours}<br>{expected}" if expected else f"{ours}\n") in text


# --- The recipe and its changes ----------------------------------------------------------------------------------


def test_the_form_has_a_field_for_each_later_step_and_one_for_a_further_step() -> None:
    names = [field["name"] for field in widgets(recipe.recipe(views.form_with("x")), "textInput")]
    assert names == ["days_s2", "text_s2", "days_s3", "text_s3", "days_new", "text_new", "cap"]


def test_the_longest_sequence_has_no_further_step_and_still_fits() -> None:
    card = recipe.recipe(views.form_with("x", steps=10))
    assert not any(field["name"] == "days_new" for field in widgets(card, "textInput"))
    assert sum(len(section["widgets"]) for section in card["sections"]) <= 50
    assert (recipe.MAX_STEPS, recipe.LONGEST_TEXT) == (rules.MAX_STEPS, rules.MAX_TEXT)


def test_the_window_is_shown_as_it_is() -> None:
    card = recipe.recipe(views.form_with("x"))
    opens, closes = widgets(card, "dateTimePicker")
    assert (opens["valueMsEpoch"], closes["valueMsEpoch"]) == ("34200000", "59400000")
    (days,) = [one for one in widgets(card, "selectionInput") if one["type"] == "CHECK_BOX"]
    assert [item["text"] for item in days["items"] if item.get("selected")] == ["Monday", "Thursday"]


def test_changes_are_counted_and_named_and_confirm_is_for_exactly_them() -> None:
    card = changes.diff(views.changes_with("ana@x.example"))
    assert "12 mails say something else<br>1 mail goes at another time" in said(card)
    assert "Row 19: ana@x.example<br>20 more" in said(card)
    assert parameters(card, "Confirm").items() >= {"change": "recipe2", "approval": "digest"}.items()


def test_a_change_that_touches_nothing_has_nothing_to_confirm() -> None:
    card = changes.diff(changes.Changes(campaign=views.campaign_with()))
    assert buttons(card) == ["Back"]
    hours = changes.diff(changes.Changes(campaign=views.campaign_with(), has_new_hours=True))
    assert buttons(hours) == ["Confirm", "Back"]


# --- Under way ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", CampaignState)
def test_a_campaign_offers_what_its_state_allows(state: CampaignState) -> None:
    offered = set(buttons(campaign.progress(views.progress_with(campaign=views.campaign_with(state=state)))))
    turns = {"Pause", "Resume", "Stop", "Change the steps"} & offered
    expected = {
        CampaignState.PAUSED: {"Resume", "Stop", "Change the steps"},
        CampaignState.RUNNING: {"Pause", "Stop", "Change the steps"},
        CampaignState.SCHEDULED: {"Pause", "Stop", "Change the steps"},
    }
    assert turns == expected.get(state, set())


def test_a_campaign_that_is_being_stopped_offers_nothing_but_a_look() -> None:
    one = views.campaign_with(chore=Chore.CANCEL)
    card = campaign.progress(views.progress_with(campaign=one, held=0))
    assert buttons(card) == ["Log", "Refresh", "Back to Home"]
    assert "Stopping" in said(card)


@pytest.mark.parametrize("locale", ["en", "de"])
def test_the_sending_address_stands_in_the_text_since_a_label_is_one_line(locale: str) -> None:
    sender = "ana.von-der-langen-strasse@vertrieb.nordwind.example"
    with speaking(locale):
        card = campaign.progress(views.progress_with(sender=sender), NOW)
    [fact] = [one for one in widgets(card, "decoratedText") if sender in str(one)]
    assert sender in fact["text"]
    assert sender not in fact.get("topLabel", "")


def test_progress_counts_steps_and_people_and_says_both_times_of_the_next_mail() -> None:
    text = said(campaign.progress(views.progress_with(), NOW))
    assert "Step 1: 37 mails sent<br>Step 2: 4 mails sent<br>Step 3: 0 mails sent<br>2 mails of steps taken out" in text
    assert "Next mail: tomorrow 10:00 your time, tomorrow 14:30 theirs" in text
    assert campaign.PEOPLE.keys() == set(EnrollmentState)


def test_a_wait_that_is_over_gives_way_to_the_time_of_the_mail() -> None:
    view = views.progress_with(waits_for="window", until=NOW, next_zone="")
    assert campaign.waits(view, NOW - timedelta(minutes=1)) == "Outside their working hours: waiting until today 10:00"
    assert campaign.waits(view, NOW) == "Next mail: tomorrow 10:00"


def test_undo_is_offered_while_it_can_be_pressed() -> None:
    card = campaign.progress(views.progress_with(can_undo=True), NOW)
    assert filled(card) == ["Undo"]
    assert "at least until today 10:01" in said(card)
    assert "Undo" not in buttons(campaign.progress(views.progress_with(), NOW))


def test_home_offers_start_sequence_and_says_why_not_and_what_needs_the_user() -> None:
    card = home_with("Leads")
    assert "Start sequence" in buttons(card)
    assert "3 mails need you" in said(card)
    assert "3 more sequences" in said(card)
    assert "A sequence can start once rows have drafts." not in said(card)


@pytest.mark.parametrize(
    ("numbers", "first"),
    [
        ({}, "Check leads"),
        ({"rows": 9, "scored": 3}, "Score leads"),
        ({"rows": 9, "scored": 9, "hot": 4, "drafted": 3}, "Write drafts"),
        ({"rows": 9, "scored": 9, "hot": 4, "drafted": 4}, "Start sequence"),
        ({"rows": 9, "scored": 9, "hot": 0, "drafted": 0}, "Write drafts"),
    ],
)
def test_the_primary_button_is_the_next_step(numbers: dict[str, int], first: str) -> None:
    tab = Tab(sheet_id=0, title="Leads", rows=9, columns=9)
    book = Workbook(spreadsheet_id="f", title="Leads", locale="en", time_zone="UTC", tabs=(tab,))
    card = home.home(home.Home(email="a@x.example", workbook=book, tab=tab, numbers=numbers, runs=(), knows_offer=True))
    assert filled(card) == [first]
    assert ("A sequence can start once" in said(card)) == (not numbers.get("drafted"))


# --- Held --------------------------------------------------------------------------------------------------------

OF_GATE = [lock for lock, effect in EFFECTS.items() if effect is Effect.HOLD]
OF_SENDING = ["edited_draft", "deleted_draft", "draft_gone", "ambiguous", "reconnect", "bad_recipient"]


@pytest.mark.parametrize("reason", sorted({*OF_SENDING, *OF_GATE, *row_words.HELD}))
@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_reason_of_a_hold_has_words(reason: str, locale: str) -> None:
    with speaking(locale):
        words, unknown = held_reason(reason), held_reason("moon")
    assert reason in HELD_REASONS
    assert words.endswith(".")
    assert words != unknown.replace("moon", reason)


def test_an_unknown_reason_is_told_as_it_is() -> None:
    assert held_reason("moon") == "It stopped for a reason we have no words for: moon."
    assert held_reason("") == "It stopped for a reason we have no words for: —."


@pytest.mark.parametrize(
    ("changes_", "expected"),
    [
        ({}, ["Retry", "Mark sent", "Cancel this"]),
        ({"asks": True}, ["Mark sent", "Yes, send another one", "Cancel this"]),
        ({"send": None, "reason": "answered"}, ["Retry", "Cancel this"]),
        ({"reason": "edited"}, ["Approve anew", "Retry", "Cancel this"]),
        ({"reason": "edited", "may_be_out": True}, ["Approve anew", "Mark sent", "Cancel this"]),
        ({"reason": "footer"}, ["Approve anew", "Cancel this"]),
        ({"reason": "footer", "may_be_out": True}, ["Approve anew", "Mark sent", "Cancel this"]),
        ({"reason": "approval", "send": None}, ["Approve anew", "Cancel this"]),
        ({"reason": "missing_field", "send": None}, ["Approve anew", "Cancel this"]),
        ({"send": views.send_with(SendState.FAILED), "reason": "bad_recipient"}, ["Cancel this"]),
    ],
)
def test_a_held_mail_offers_what_can_be_done_with_it(changes_: dict[str, Any], expected: list[str]) -> None:
    card = held.held([views.held_with("petra@x.example", **changes_)], PLACE)
    assert buttons(card)[: len(expected)] == expected


@pytest.mark.parametrize("reason", ["footer", "edited", "answered"])
def test_held_does_not_say_that_a_mail_in_plain_sight_is_uncertain(reason: str) -> None:
    text = said(held.held([views.held_with("petra@x.example", reason)], PLACE))
    assert "Each of these mails says why it stopped." in text
    assert "sure" not in text


def test_a_second_copy_needs_an_explicit_yes() -> None:
    mail = views.held_with("petra@x.example", "draft_gone", may_be_out=True)
    assert "Yes, send another one" not in buttons(held.held([mail], PLACE))
    asked = held.held([views.held_with("ana@x.example"), replace(mail, asks=True)], PLACE)
    assert said(asked).index("petra@x.example") < said(asked).index("ana@x.example")
    assert "A copy may already have gone. Look into your Sent folder first." in said(asked)
    assert parameters(asked, "Yes, send another one").items() >= {"send": "send1", "enrollment": "e1"}.items()


def test_twenty_five_held_mails_are_three_pages_and_none_is_missed() -> None:
    mails = [views.held_with(f"p{number}@x.example") for number in range(25)]
    pages = [held.held(mails, PLACE, page=page) for page in (0, 1, 2)]
    shown = [said(page).count("@x.example") for page in pages]
    assert shown == [10, 10, 5]
    assert ["15 more" in buttons(pages[0]), "5 more" in buttons(pages[1])] == [True, True]
    assert pages[0]["header"]["title"] == "25 mails need you"
    assert held.held(mails, PLACE, page=99) == pages[2]


def test_drafts_that_stay_with_the_user_are_named() -> None:
    card = held.held((), PLACE, left=[views.held_with("petra@x.example")])
    assert card["sections"][1]["header"] == "Left in your Drafts"
    assert "Row 12 · step 1 · petra@x.example" in said(card)


def test_every_button_of_a_sequence_says_what_it_has_done() -> None:
    shows = {
        Action.START_SEQUENCE, Action.OPEN_SEQUENCE, Action.SHOW_SEQUENCE, Action.PREVIEW_SEQUENCE,
        Action.EDIT_SEQUENCE, Action.OPEN_LOG, Action.SHOW_LOG, Action.OPEN_HELD, Action.SHOW_HELD, Action.RENEW_HELD,
            Action.RENEW_ALL_HELD,
    }  # fmt: skip
    with_numbers = {Action.CONFIRM_SEQUENCE, Action.TEST_SEQUENCE}
    acts = {action for action in Action if action.startswith(("sequence.", "held."))}
    assert acts - shows - with_numbers == notice.DONE.keys()
    assert notice.confirmed(37) == "Confirmed for 37 people."


# --- The log --------------------------------------------------------------------------------------------------------


def test_the_log_says_when_what_to_whom_why_and_by_whom() -> None:
    event = Event(id="1", type=EventType.HELD, at=NOW, by="u2", reason=Lock.ANSWERED)
    shown = said(log.log(views.campaign_with("Spring"), [Told(event=event, to="ida@holm.example", step=2)], "u1"))
    assert "24 Nov 2026, 10:00 · by a colleague" in shown
    assert "Held: step 2<br>ida@holm.example<br>Somebody answered in the thread" in shown


@pytest.mark.parametrize("locale", ["en", "de"])
def test_every_event_has_a_name_of_its_own(locale: str) -> None:
    with speaking(locale):
        names = {say(log.WORDS[kind]) for kind in EventType}
    assert len(names) == len(EventType)


def test_people_who_are_still_to_be_taken_in_are_not_called_paused() -> None:
    view = views.progress_with(
        campaign=views.campaign_with("x", state=CampaignState.SCHEDULED, chore=Chore.ENROLL),
        people={str(EnrollmentState.PAUSED): 3},
    )
    shown = said(campaign.progress(view, NOW))
    assert "3 people have mails to come" in shown
    assert "paused" not in shown
