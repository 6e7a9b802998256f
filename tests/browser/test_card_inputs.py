"""Every input of a card draws, and yields what the user entered in the form the host expects."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.sidebar import Sidebar, action, button, selection, text_input

pytestmark = pytest.mark.browser


def test_text_is_sent_under_its_name(sidebar: Sidebar) -> None:
    sidebar.show(text_input(), text_input("note", type="MULTIPLE_LINE"), button())
    sidebar.page.get_by_label("Name").fill("Ana & <b>")
    sidebar.page.get_by_test_id("input-note").fill("one\ntwo")
    sidebar.press("Go")
    assert sidebar.inputs() == {"name": ["Ana & <b>"], "note": ["one\ntwo"]}


def test_empty_fields_are_left_out(sidebar: Sidebar) -> None:
    date = {"dateTimePicker": {"name": "day", "label": "Day", "type": "DATE_ONLY"}}
    sidebar.show(text_input(), selection("DROPDOWN", "a", "b"), selection("CHECK_BOX", "a", name="c"), date, button())
    sidebar.press("Go")
    assert sidebar.inputs() == {}


def test_prefilled_values_are_sent_untouched(sidebar: Sidebar) -> None:
    sidebar.show(text_input(value="Ana"), selection("DROPDOWN", "a", "b", selected="b"), button())
    sidebar.press("Go")
    assert sidebar.inputs() == {"name": ["Ana"], "pick": ["b"]}


@pytest.mark.parametrize(("kind", "role"), [("CHECK_BOX", "checkbox"), ("SWITCH", "switch"), ("RADIO_BUTTON", "radio")])
def test_choices_are_sent_by_value(sidebar: Sidebar, kind: str, role: str) -> None:
    sidebar.show(selection(kind, "hot", "warm", "cold"), button())
    sidebar.page.get_by_role(role, name="Hot").check()
    sidebar.page.get_by_role(role, name="Cold").check()
    sidebar.press("Go")
    assert sidebar.inputs() == {"pick": ["cold"] if kind == "RADIO_BUTTON" else ["hot", "cold"]}


def test_enums_as_numbers_and_snake_case_are_understood(sidebar: Sidebar) -> None:
    items = [{"text": "Hot", "value": "hot"}]
    sidebar.show({"selection_input": {"name": "pick", "label": "Pick", "type": 3, "items": items}}, button())
    sidebar.page.get_by_label("Pick").select_option("hot")
    sidebar.press("Go")
    assert sidebar.inputs() == {"pick": ["hot"]}


def test_multi_select_adds_removes_and_stops_at_the_limit(sidebar: Sidebar) -> None:
    sidebar.show(selection("MULTI_SELECT", "a", "b", "c", selected="a", multiSelectMaxSelectedItems=2), button())
    field = sidebar.page.get_by_role("combobox", name="Pick")
    field.click()
    sidebar.page.get_by_role("option", name="C", exact=True).click()
    expect(sidebar.page.get_by_role("option")).to_have_count(0)
    sidebar.press("Remove A")
    sidebar.press("Go")
    assert sidebar.inputs() == {"pick": ["c"]}


def test_grouped_switches_share_one_list(sidebar: Sidebar) -> None:
    def row(value: str) -> dict[str, object]:
        return {"decoratedText": {"text": value, "switchControl": {"name": "opt", "value": value, "selected": True}}}

    sidebar.show(row("one"), row("two"), button())
    sidebar.press("Go")
    assert sidebar.inputs() == {"opt": ["one", "two"]}


@pytest.mark.parametrize(
    ("kind", "typed", "sent"),
    [
        ("DATE_ONLY", "2026-11-24", {"date": "2026-11-24"}),
        ("TIME_ONLY", "09:30", {"time": "09:30"}),
        ("DATE_AND_TIME", "2026-11-24T09:30", {"dateTime": "2026-11-24T09:30"}),
    ],
)
def test_pickers_send_local_text_with_its_kind(sidebar: Sidebar, kind: str, typed: str, sent: object) -> None:
    sidebar.show({"dateTimePicker": {"name": "at", "label": "At", "type": kind}}, button())
    sidebar.page.get_by_label("At").fill(typed)
    sidebar.press("Go")
    assert sidebar.inputs() == {"at": sent}


@pytest.mark.parametrize(
    ("kind", "more", "shown"),
    [
        ("DATE_ONLY", {}, "2026-11-24"),
        ("DATE_AND_TIME", {}, "2026-11-24T01:00"),  # the browser is in Berlin
        ("DATE_AND_TIME", {"timezoneOffsetDate": -240}, "2026-11-23T20:00"),
        ("TIME_ONLY", {"timezoneOffsetDate": 90}, "01:30"),
    ],
)
def test_pickers_show_the_moment_in_the_right_zone(
    sidebar: Sidebar, kind: str, more: dict[str, int], shown: str
) -> None:
    picker = {"name": "at", "label": "At", "type": kind, "valueMsEpoch": "1795478400000", **more}
    sidebar.show({"dateTimePicker": picker})
    expect(sidebar.page.get_by_label("At")).to_have_value(shown)


def test_missing_required_field_stops_the_call_and_says_so(sidebar: Sidebar) -> None:
    sidebar.show(text_input(), button(on_click={"action": action(requiredWidgets=["name"])}))
    sidebar.press("Go")
    expect(sidebar.page.get_by_text("This field is required")).to_be_visible()
    expect(sidebar.page.get_by_label("Name")).to_be_focused()
    assert sidebar.seen("calls") == []
    sidebar.page.get_by_label("Name").fill("Ana")
    sidebar.press("Go")
    assert len(sidebar.seen("calls")) == 1


@pytest.mark.parametrize(
    ("validation", "bad", "good"),
    [
        ({"inputType": "INTEGER"}, "1.5", "-12"),
        ({"inputType": "FLOAT"}, "1,5", "1.5"),
        ({"inputType": "EMAIL"}, "ana at nordwind", "ana@nordwind.example"),
        ({"characterLimit": 3}, "four", "abc"),
    ],
)
def test_validation_stops_what_does_not_fit(sidebar: Sidebar, validation: object, bad: str, good: str) -> None:
    sidebar.show(text_input(validation=validation), button())
    for typed, calls in ((bad, 0), (good, 1)):
        sidebar.page.get_by_label("Name").fill(typed)
        sidebar.press("Go")
        assert len(sidebar.seen("calls")) == calls


def test_static_suggestions_filter_and_fill(sidebar: Sidebar) -> None:
    sidebar.show(text_input(initialSuggestions={"items": [{"text": "Anna"}, {"text": "Petra"}]}), button())
    sidebar.page.get_by_label("Name").fill("pe")
    sidebar.page.get_by_role("option", name="Petra").click()
    sidebar.press("Go")
    assert sidebar.inputs() == {"name": ["Petra"]}


def test_autocomplete_asks_once_after_a_pause_and_disables_nothing(sidebar: Sidebar) -> None:
    sidebar.page.evaluate("window.suggestions = ['Sarah <s@x.example>']")
    sidebar.show(text_input(autoCompleteAction=action()), button())
    sidebar.page.get_by_label("Name").press_sequentially("sar")
    sidebar.page.get_by_role("option", name="Sarah <s@x.example>").click()
    assert [asked["formInputs"] for asked in sidebar.seen("asked")] == [{"name": ["sar"]}]
    expect(sidebar.page.get_by_label("Name")).to_have_value("Sarah <s@x.example>")
    assert sidebar.seen("calls") == []


def test_change_calls_the_addon(sidebar: Sidebar) -> None:
    sidebar.show(selection("DROPDOWN", "a", "b", onChangeAction=action()))
    sidebar.page.get_by_label("Pick").select_option("b")
    assert sidebar.inputs() == {"pick": ["b"]}
