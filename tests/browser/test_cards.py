"""The playground's sidebar: clicks, navigation, calls under way, errors and odd cards, as Google treats them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.sidebar import Sidebar, action, button, card, selection, text_input, titled

pytestmark = pytest.mark.browser


# Clicks


def test_action_reaches_the_host_whole(sidebar: Sidebar) -> None:
    given = action(parameters=[{"key": "file", "value": "f1"}], loadIndicator="NONE")
    sidebar.show(button(on_click={"action": given}))
    sidebar.press("Go")
    assert sidebar.seen("calls") == [{"action": given, "formInputs": {}, "loadIndicator": "NONE"}]


def test_grid_click_adds_the_item(sidebar: Sidebar) -> None:
    grid = {"items": [{"id": "one", "title": "First"}, {"title": "Second"}], "onClick": {"action": action()}}
    sidebar.show({"grid": {"columnCount": 2, **grid}})
    for title in ("First", "Second"):
        sidebar.press(title)
        sidebar.answer()
    sent = [call["action"]["parameters"] for call in sidebar.seen("calls")]
    assert sent == [[{"key": "grid_item_identifier", "value": name}] for name in ("one", "1")]


@pytest.mark.parametrize(
    "widget",
    [
        {"decoratedText": {"text": "Press", "onClick": {"action": action()}}},
        {"chipList": {"chips": [{"label": "Press", "onClick": {"action": action()}}]}},
        {"decoratedText": {"text": "x", "button": {"text": "Press", "onClick": {"action": action()}}}},
        {"image": {"imageUrl": "https://no.example/a.png", "altText": "Press", "onClick": {"action": action()}}},
        {
            "buttonList": {
                "buttons": [{"icon": {"knownIcon": "EMAIL"}, "altText": "Press", "onClick": {"action": action()}}]
            }
        },
    ],
    ids=["row", "chip", "row-button", "image", "icon-button"],
)
def test_everything_clickable_is_a_button(sidebar: Sidebar, widget: dict[str, object]) -> None:
    sidebar.show(widget)
    sidebar.press("Press")
    assert len(sidebar.seen("calls")) == 1


def test_disabled_button_cannot_be_pressed(sidebar: Sidebar) -> None:
    sidebar.show(button("Go", disabled=True, altText="Check leads first"))
    expect(sidebar.button("Go")).to_be_disabled()
    expect(sidebar.button("Go")).to_have_attribute("title", "Check leads first")


def test_links_open_through_the_host_and_only_safe_ones(sidebar: Sidebar) -> None:
    sidebar.show(
        button("Good", {"openLink": {"url": "https://x.example/", "openAs": "OVERLAY", "onClose": "RELOAD"}}),
        button("Bad", {"openLink": {"url": "javascript:alert(1)"}}),
        {"textParagraph": {"text": 'See <a href="https://x.example/help">help</a>'}},
    )
    sidebar.press("Good")
    sidebar.press("Bad")
    sidebar.page.get_by_role("link", name="help").click()
    opened = [["https://x.example/", "OVERLAY", "RELOAD"], ["https://x.example/help", "FULL_SIZE", "NOTHING"]]
    assert sidebar.seen("links") == opened
    assert "can't be opened" in sidebar.seen("toasts")[0]


def test_menus_offer_their_items(sidebar: Sidebar) -> None:
    items = [{"text": "One", "onClick": {"action": action()}}, {"text": "Two", "disabled": True}]
    actions = [{"actionLabel": "Help", "onClick": {"openLink": {"url": "https://x.example/"}}}]
    sidebar.show(button("More", {"overflowMenu": {"items": items}}), cardActions=actions)
    sidebar.press("More")
    expect(sidebar.page.get_by_role("menuitem", name="Two")).to_be_disabled()
    sidebar.page.get_by_role("menuitem", name="One").click()
    sidebar.answer()
    sidebar.press("More card actions")
    sidebar.page.get_by_role("menuitem", name="Help").click()
    expect(sidebar.page.get_by_role("menu")).to_have_count(0)
    assert (len(sidebar.seen("calls")), len(sidebar.seen("links"))) == (1, 1)


# Navigation


def test_push_and_back_keep_what_was_typed_below(sidebar: Sidebar) -> None:
    sidebar.apply(navigations=[{"pushCard": titled("Home", text_input())}])
    expect(sidebar.page.get_by_test_id("back")).to_have_count(0)
    sidebar.page.get_by_label("Name").fill("Ana")
    sidebar.apply(navigations=[{"pushCard": titled("Second")}])
    assert (sidebar.depth, sidebar.title) == (2, "Second")
    sidebar.back()
    assert (sidebar.depth, sidebar.title) == (1, "Home")
    expect(sidebar.page.get_by_label("Name")).to_have_value("Ana")


@pytest.mark.parametrize(
    ("navigations", "titles"),
    [
        ([{"pop": True}], ["A", "B"]),
        ([{"popToRoot": True}], ["A"]),
        ([{"popToCard": "b"}], ["A", "B"]),
        ([{"popToCard": "nobody"}], ["A", "B", "C"]),
        ([{"popToRoot": True}, {"updateCard": titled("N")}], ["N"]),
        ([{"pop": True}, {"updateCard": titled("N")}], ["A", "N"]),
        ([{"pop": True}, {"pop": True}, {"pop": True}, {"pop": True}], ["A"]),
        ([{"pushCard": titled("N")}], ["A", "B", "C", "N"]),
    ],
)
def test_navigations_leave_the_right_stack(sidebar: Sidebar, navigations: list[object], titles: list[str]) -> None:
    sidebar.apply(navigations=[{"pushCard": titled(name.upper(), name=name)} for name in "abc"])
    sidebar.apply(navigations=navigations)
    walked = [sidebar.title]
    while sidebar.depth > 1:
        sidebar.back()
        walked.insert(0, sidebar.title)
    assert walked == titles


def test_update_keeps_values_of_equal_fields_and_drops_others(sidebar: Sidebar) -> None:
    sidebar.show(text_input("kept"), text_input("other"), selection("DROPDOWN", "a", "b", selected="a"), button())
    sidebar.page.get_by_label("Kept").fill("mine")
    sidebar.page.get_by_label("Other").fill("mine")
    sidebar.page.get_by_label("Pick").select_option("b")
    sidebar.press("Go")
    fields = [text_input("kept"), text_input("other", value="theirs"), selection("DROPDOWN", "a", "b", selected="a")]
    sidebar.answer(navigations=[{"updateCard": card(*fields, button())}])
    sidebar.press("Go")
    assert sidebar.inputs() == {"kept": ["mine"], "other": ["theirs"], "pick": ["b"]}


@pytest.mark.parametrize(("persist", "left"), [(True, "mine"), (False, "")])
def test_form_is_cleared_after_a_call_unless_it_persists(sidebar: Sidebar, persist: bool, left: str) -> None:
    sidebar.show(text_input(), button(on_click={"action": action(persistValues=persist)}))
    sidebar.page.get_by_label("Name").fill("mine")
    sidebar.press("Go")
    sidebar.answer(notification={"text": "Saved"})
    expect(sidebar.page.get_by_label("Name")).to_have_value(left)


def test_focus_stays_after_an_update(sidebar: Sidebar) -> None:
    sidebar.show(button("First"), button("Go"))
    sidebar.press("Go")
    sidebar.answer(navigations=[{"updateCard": card(button("New"), button("Go"))}])
    expect(sidebar.button("Go")).to_be_focused()


def test_focus_goes_to_the_title_of_a_new_card_and_stays_where_the_user_put_it(sidebar: Sidebar) -> None:
    sidebar.show(button("Go"))
    sidebar.press("Go")
    sidebar.answer(navigations=[{"pushCard": titled("Second", button("Next"))}])
    expect(sidebar.page.get_by_test_id("card-title")).to_be_focused()
    sidebar.page.evaluate("document.body.prepend(Object.assign(document.createElement('input'), { id: 'cell' }))")
    sidebar.press("Next")
    sidebar.page.locator("#cell").focus()
    sidebar.answer(navigations=[{"pushCard": titled("Third")}])
    expect(sidebar.page.locator("#cell")).to_be_focused()
    sidebar.page.evaluate("document.getElementById('cell').remove()")


def test_card_in_the_click_is_pushed_without_a_call(sidebar: Sidebar) -> None:
    sidebar.show(button("Open", {"card": titled("Inner", button("Deeper", {"card": titled("Innermost")}))}))
    sidebar.press("Open")
    sidebar.press("Deeper")
    assert (sidebar.depth, sidebar.title, sidebar.seen("calls")) == (3, "Innermost", [])


def test_stale_parent_is_run_again_when_the_user_goes_back(sidebar: Sidebar) -> None:
    sidebar.apply(navigations=[{"pushCard": titled("A")}, {"pushCard": titled("B")}])
    sidebar.apply(stateChanged=True, notification={"text": "Saved"})
    assert sidebar.seen("reloads") == 0
    sidebar.back()
    assert sidebar.seen("reloads") == 1


def test_peek_card_waits_at_the_bottom(sidebar: Sidebar) -> None:
    peek = titled("Petra", displayStyle="PEEK", peekCardHeader={"title": "About Petra"})
    sidebar.apply(navigations=[{"pushCard": titled("Home")}, {"pushCard": peek}])
    assert (sidebar.depth, sidebar.page.get_by_test_id("card-title").first.inner_text()) == (1, "Home")
    sidebar.page.get_by_test_id("peek").click()
    assert (sidebar.depth, sidebar.title) == (2, "Petra")


# Calls under way


def test_every_control_is_disabled_during_a_call_and_nothing_is_called_twice(sidebar: Sidebar) -> None:
    footer = {"primaryButton": {"text": "Foot", "onClick": {"action": action()}}}
    sidebar.apply(navigations=[{"pushCard": titled("Home")}])
    widgets = [text_input(), selection("DROPDOWN", "a"), selection("SWITCH", "b", name="s"), button("Go")]
    sidebar.show(*widgets, fixedFooter=footer)
    sidebar.page.get_by_test_id("button-Go").evaluate("button => { button.click(); button.click(); }")
    controls = sidebar.page.locator("button, input, select, textarea")
    assert controls.count() >= 6
    for control in controls.all():
        expect(control).to_be_disabled()
    expect(sidebar.page.get_by_test_id("progress")).to_be_visible()
    expect(sidebar.page.get_by_test_id("sidebar")).to_have_attribute("aria-busy", "true")
    sidebar.answer()
    expect(sidebar.button("Go")).to_be_enabled()
    expect(sidebar.page.get_by_test_id("progress")).to_be_hidden()
    assert len(sidebar.seen("calls")) == 1


def test_no_indicator_leaves_the_form_usable_and_runs_the_last_change_after(sidebar: Sidebar) -> None:
    quiet = action(loadIndicator="NONE")
    sidebar.show(selection("DROPDOWN", "a", "b", "c", onChangeAction=quiet))
    for value in "abc":
        sidebar.page.get_by_label("Pick").select_option(value)
    expect(sidebar.page.get_by_test_id("progress")).to_be_hidden()
    assert len(sidebar.seen("calls")) == 1
    sidebar.answer()
    assert [call["formInputs"] for call in sidebar.seen("calls")] == [{"pick": ["a"]}, {"pick": ["c"]}]


def test_nothing_changes_without_a_click(chromium: Browser) -> None:
    page = chromium.new_page()
    page.clock.install()
    sidebar = Sidebar(page)
    sidebar.show(text_input(), button(), {"textParagraph": {"text": "long " * 90, "maxLines": 2}})
    sidebar.press("Go")
    sidebar.answer(notification={"text": "Done"})
    before = sidebar.seen("changes")
    page.clock.fast_forward("01:00:00")
    assert sidebar.seen("changes") == before > 0
    page.close()


def test_notification_is_handed_over_as_plain_text(sidebar: Sidebar) -> None:
    sidebar.show(button())
    sidebar.press("Go")
    sidebar.answer(notification={"text": "<b>3</b> &amp; more"}, link={"url": "https://x.example/"})
    assert sidebar.seen("toasts") == ["<b>3</b> &amp; more"]
    assert sidebar.seen("links") == [["https://x.example/", "FULL_SIZE", "NOTHING"]]


def test_error_shows_googles_sentence_over_the_old_card(sidebar: Sidebar) -> None:
    sidebar.show(text_input(), button())
    sidebar.page.get_by_label("Name").fill("mine")
    sidebar.press("Go")
    sidebar.answer(ok=False, message="Something went wrong when executing the add-on.", detail=["Cannot find field"])
    expect(sidebar.page.get_by_role("alert")).to_contain_text("Something went wrong when executing the add-on.")
    expect(sidebar.page.get_by_label("Name")).to_have_value("mine")
    sidebar.press("Go")
    sidebar.answer()
    expect(sidebar.page.get_by_role("alert")).to_have_count(0)


def test_unreachable_playground_is_an_error_too(sidebar: Sidebar) -> None:
    sidebar.show(button())
    sidebar.press("Go")
    sidebar.page.evaluate("fail()")
    expect(sidebar.page.get_by_role("alert")).to_contain_text("Something went wrong")
    expect(sidebar.button("Go")).to_be_enabled()


def test_answer_to_cards_that_are_gone_is_dropped(sidebar: Sidebar) -> None:
    sidebar.show(button())
    sidebar.press("Go")
    sidebar.page.evaluate("stack.clear()")
    sidebar.answer(navigations=[{"pushCard": titled("Late")}], notification={"text": "late"})
    assert (sidebar.depth, sidebar.seen("toasts")) == (0, [])


# Sections and odd cards


def test_collapsible_section_unfolds(sidebar: Sidebar) -> None:
    lines = [{"textParagraph": {"text": f"line {number}"}} for number in (1, 2, 3)]
    section = {"header": "Facts", "collapsible": True, "uncollapsibleWidgetsCount": 1, "widgets": lines}
    sidebar.apply(navigations=[{"pushCard": {"sections": [section, {**section, "uncollapsibleWidgetsCount": 0}]}}])
    assert [line.is_visible() for line in sidebar.page.get_by_text("line").all()] == [True, *[False] * 5]
    sidebar.press("Show more")
    sidebar.press("Facts")
    assert all(line.is_visible() for line in sidebar.page.get_by_text("line").all())


def test_hidden_fields_of_a_folded_section_are_sent(sidebar: Sidebar) -> None:
    section = {"header": "More", "collapsible": True, "widgets": [text_input(value="deep")]}
    sidebar.apply(navigations=[{"pushCard": {"sections": [section, {"widgets": [button()]}]}}])
    sidebar.press("Go")
    assert sidebar.inputs() == {"name": ["deep"]}


def test_long_paragraph_is_cut_and_can_be_shown(sidebar: Sidebar) -> None:
    sidebar.show(
        {"textParagraph": {"text": "words " * 80, "maxLines": 2}}, {"textParagraph": {"text": "x", "maxLines": 2}}
    )
    assert sidebar.page.get_by_role("button").count() == 1
    sidebar.press("Show more")
    expect(sidebar.button("Show less")).to_be_visible()


@pytest.mark.parametrize(
    "widget",
    [
        {},
        {"carousel": {}},
        {"textInput": None},
        {"textParagraph": {"text": {"a": 1}}},
        {"selectionInput": {"name": 5, "items": "abc", "type": 99}},
        {"grid": {"items": [None, 4, {}], "columnCount": "x"}},
        {"buttonList": {"buttons": [{}, {"icon": {"knownIcon": "constructor"}, "color": {"red": "x"}}]}},
        {"dateTimePicker": {"name": "d", "valueMsEpoch": "9" * 30}},
        {"image": {"imageUrl": "http://[", "onClick": 7}},
        {"columns": {"columnItems": [{"widgets": None}, {}, {}]}},
        {"decoratedText": {"startIcon": {"materialIcon": {"name": "__proto__"}}, "onClick": {}}},
    ],
)
def test_odd_widgets_never_break_the_card(sidebar: Sidebar, widget: dict[str, object]) -> None:
    sidebar.show(widget, button())
    sidebar.press("Go")
    assert len(sidebar.seen("calls")) == 1
