"""Faults of a card that people would see though Google's parser lets them pass."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground import judge_links, judge_markup
from playground.judge import lint

CARDS = Path(__file__).parent.parent / "data" / "cases" / "cards"
PREFIXES = ["https://addon.example.com/", "http://localhost:8080/"]


def button(**changes) -> dict:
    return {"text": "Go", "onClick": {"action": {"function": "https://addon.example.com/go"}}} | changes


def good_card() -> dict:
    return {
        "header": {"title": "Leads", "imageUrl": "https://addon.example.com/a.png"},
        "sections": [
            {
                "header": "<b>Numbers</b>",
                "widgets": [
                    {"textParagraph": {"text": "a &lt; b<br><font color=\"#00ff00\">ok</font> "
                                               "<a href=\"https://addon.example.com/x\">x</a>"}},
                    {"decoratedText": {"text": "12", "startIcon": {"knownIcon": "STAR"}, "switchControl": {
                        "name": "group", "value": "a"}}},
                    {"decoratedText": {"text": "13", "switchControl": {"name": "group", "value": "b"}}},
                    {"textInput": {"name": "rows", "label": "Rows"}},
                    {"selectionInput": {"name": "tab", "type": "DROPDOWN", "items": [{"text": "Leads", "value": "1"}]}},
                    {"dateTimePicker": {"name": "when", "label": "When", "type": "DATE_ONLY"}},
                    {"buttonList": {"buttons": [button(), button(type="FILLED"), {
                        "icon": {"materialIcon": {"name": "open_in_new"}},
                        "onClick": {"openLink": {"url": "http://localhost:8080/help"}}}]}},
                    {"image": {"imageUrl": "http://localhost:8080/static/a.png", "altText": "A"}},
                    {"grid": {"items": [{"title": "x", "image": {"imageUri": "https://addon.example.com/a.png"}}]}},
                    {"chipList": {"chips": [{"label": "Hot"}]}},
                    {"divider": {}},
                ],
            }
        ],
        "cardActions": [{"actionLabel": "Mail", "onClick": {"openLink": {"url": "mailto:a@example.com"}}}],
        "fixedFooter": {"primaryButton": button()},
    }  # fmt: skip


def widgets(*items) -> dict:
    return {"sections": [{"widgets": list(items)}]}


def test_a_good_card_has_no_fault():
    assert lint(good_card(), prefixes=PREFIXES, addon_name="Sales Assistant") == []


def items(count, **each) -> list[dict]:
    return [{"text": f"item {n}", "value": str(n), **each} for n in range(count)]


PARAGRAPH = {"textParagraph": {"text": "x"}}
FAULTS = {
    "no sections": ({"header": {"title": "T"}}, "sections is missing"),
    "empty section": ({"sections": [{"header": "H"}]}, "widgets is missing"),
    "header without title": (widgets(PARAGRAPH) | {"header": {"subtitle": "S"}}, "title is missing"),
    "empty widget": (widgets({}), "needs one of textParagraph"),
    "empty paragraph": (widgets({"textParagraph": {}}), "text is missing"),
    "empty decorated text": (widgets({"decoratedText": {"topLabel": "L"}}), "text is missing"),
    "no buttons": (widgets({"buttonList": {}}), "buttons is missing"),
    "button without click": (widgets({"buttonList": {"buttons": [{"text": "Go"}]}}), "onClick is missing"),
    "button without face": (widgets({"buttonList": {"buttons": [button(text="")]}}), "needs one of text, icon"),
    "empty click": (widgets({"buttonList": {"buttons": [button(onClick={})]}}), "needs one of action"),
    "action without function": (
        widgets({"buttonList": {"buttons": [button(onClick={"action": {}})]}}),
        "function is missing",
    ),
    "parameter without key": (
        widgets({"textInput": {"name": "n", "label": "L", "onChangeAction": {
            "function": "https://addon.example.com/", "parameters": [{"value": "v"}]}}}),
        "key is missing",
    ),
    "input without name": (widgets({"textInput": {"label": "L"}}), "name is missing"),
    "input without label": (widgets({"textInput": {"name": "n"}}), "needs one of label, hintText"),
    "switch without value": (widgets({"decoratedText": {"text": "x", "switchControl": {"name": "n"}}}), "value is"),
    "selection without items": (widgets({"selectionInput": {"name": "n"}}), "items is missing"),
    "item without text": (widgets({"selectionInput": {"name": "n", "items": [{"value": "v"}]}}), "text is missing"),
    "101 items": (widgets({"selectionInput": {"name": "n", "items": items(101)}}), "101 items"),
    "two chosen of one": (
        widgets({"selectionInput": {"name": "n", "type": "DROPDOWN", "items": items(2, selected=True)}}),
        "2 items are selected",
    ),
    "101 widgets": (widgets(*[{"divider": {}}] * 101), "101 widgets"),
    "101 sections": ({"sections": [{"widgets": [{"divider": {}}]}] * 101}, "101 sections"),
    "same name twice": (
        widgets({"textInput": {"name": "n", "label": "L"}}, {"dateTimePicker": {"name": "n"}}),
        "two inputs are called 'n'",
    ),
    "switch and text of one name": (
        widgets(
            {"decoratedText": {"text": "x", "switchControl": {"name": "n", "value": "v"}}},
            {"textInput": {"name": "n", "label": "L"}},
        ),
        "two inputs are called 'n'",
    ),
    "relative function": (
        widgets({"buttonList": {"buttons": [button(onClick={"action": {"function": "/addon/go"}})]}}),
        "not an absolute https URL",
    ),
    "http function": (
        widgets({"buttonList": {"buttons": [button(onClick={"action": {"function": "http://addon.example.com/go"}})]}}),
        "not an absolute https URL",
    ),
    "parameter twice": (
        widgets({"buttonList": {"buttons": [button(onClick={"action": {
            "function": "https://addon.example.com/", "parameters": [{"key": "k"}, {"key": "k"}]}})]}}),
        "given twice",
    ),
    "link elsewhere": (
        widgets({"buttonList": {"buttons": [button(onClick={"openLink": {"url": "https://else.example/"}})]}}),
        "openLinkUrlPrefixes",
    ),
    "link without scheme": (
        widgets({"buttonList": {"buttons": [button(onClick={"openLink": {"url": "www.example.com"}})]}}),
        "not an absolute https URL",
    ),
    "script link": (
        widgets({"buttonList": {"buttons": [button(onClick={"openLink": {"url": "javascript:alert(1)"}})]}}),
        "not an absolute https URL",
    ),
    "svg": (widgets({"image": {"imageUrl": "https://addon.example.com/a.svg?x=1"}}), "SVG"),
    "svg icon": (widgets({"decoratedText": {"text": "x", "startIcon": {"iconUrl": "https://a.example/b.SVG"}}}), "SVG"),
    "data image": (widgets({"image": {"imageUrl": "data:image/png;base64,AA=="}}), "not an absolute https URL"),
    "unknown icon": (widgets({"decoratedText": {"text": "x", "startIcon": {"knownIcon": "ROCKET"}}}), "ROCKET"),
    "icon of nothing": (widgets({"decoratedText": {"text": "x", "startIcon": {"altText": "A"}}}), "needs one of known"),
    "colour": (widgets({"buttonList": {"buttons": [button(color={"red": 255})]}}), "between 0 and 1"),
    "alpha": (widgets({"buttonList": {"buttons": [button(color={"alpha": 2})]}}), "between 0 and 1"),
    "colour of nothing": (widgets({"buttonList": {"buttons": [button(color={"red": "NaN"})]}}), "between 0 and 1"),
    "suggestions on many lines": (
        widgets({"textInput": {"name": "n", "label": "L", "type": "MULTIPLE_LINE",
                               "initialSuggestions": {"items": [{"text": "a"}]}}}),
        "SINGLE_LINE only",
    ),
    "four buttons": (widgets({"buttonList": {"buttons": [button()] * 4}}), "4 buttons in a row"),
    "columns": (widgets({"columns": {"columnItems": [{"widgets": [PARAGRAPH]}]}}), "dialog opened from an email draft"),
    "carousel": (widgets({"carousel": {"carouselCards": []}}), "carousel is for Google Chat only"),
    "markdown": (widgets({"textParagraph": {"text": "x", "textSyntax": "MARKDOWN"}}), "Google Chat only"),
    "dialog": (
        widgets({"buttonList": {"buttons": [button(onClick={"action": {
            "function": "https://addon.example.com/", "interaction": "OPEN_DIALOG"}})]}}),
        "Google Chat only",
    ),
    "placeholder": (widgets({"textInput": {"name": "n", "label": "L", "placeholderText": "p"}}), "Google Chat only"),
    "alignment": (widgets(PARAGRAPH | {"horizontalAlignment": "CENTER"}), "Google Chat only"),
    "add-on's name": (widgets(PARAGRAPH) | {"header": {"title": "sales assistant "}}, "repeats the add-on's name"),
    "markup in a header": ({"sections": [{"header": "<h1>x</h1>", "widgets": [PARAGRAPH]}]}, "<h1> is not one of"),
    "footer without button": (widgets(PARAGRAPH) | {"fixedFooter": {}}, "primaryButton is missing"),
    "fault in a nested card": (
        widgets({"image": {"imageUrl": "https://a.example/a.png", "onClick": {"card": widgets({})}}}),
        "onClick.card.sections[0].widgets[0]: needs one of",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(name):
    card, words = FAULTS[name]
    found = lint(card, prefixes=PREFIXES, addon_name="Sales Assistant")
    assert [fault for fault in found if words in fault], found


def test_columns_are_shown_in_the_compose_dialog_two_at_most():
    two = widgets({"columns": {"columnItems": [{"widgets": [PARAGRAPH]}] * 2}})
    three = widgets({"columns": {"columnItems": [{"widgets": [PARAGRAPH]}] * 3}})
    assert lint(two, host="GMAIL", in_compose=True) == []
    assert "3 columns" in lint(three, host="GMAIL", in_compose=True)[0]


def test_inputs_of_a_nested_card_are_its_own():
    field = {"textInput": {"name": "n", "label": "L"}}
    opens = {"image": {"imageUrl": "https://a.example/a.png", "onClick": {"card": widgets(field)}}}
    assert lint(widgets(field, opens)) == []


@pytest.mark.parametrize("path", sorted(CARDS.glob("*.json")), ids=lambda path: path.stem)
def test_lint_changes_nothing(path):
    card = json.loads(path.read_text("utf-8"))
    before = copy.deepcopy(card)
    lint(card)
    assert card == before


def test_an_unescaped_address_is_found_in_a_sample_of_googles():
    card = json.loads((CARDS / "from_genai_contextual_trigger.json").read_text("utf-8"))
    assert "unescaped '<'" in lint(card)[0]


def no_link_fault(_: str) -> str:
    return ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("plain & simple > 1", None),
        ("<b>a<i>b</i></b><br><br/>", None),
        ("<B>a</B>", None),
        ("<font color='#AABBCC'>a</font>", None),
        ("<time>now</time>", None),
        ("a < b", "unescaped"),
        ("Pam <pam@x.example>", "unescaped"),
        ("<b>a", "never closed"),
        ("a</b>", "closes nothing"),
        ("<b><i>a</b></i>", "closes across"),
        ("<script>alert(1)</script>", "not one of Google's"),
        ("<img src=\"x\">", "not one of Google's"),
        ("<b onclick=\"x\">a</b>", "takes no onclick"),
        ("<font>a</font>", "needs color"),
        ("<font color=\"red\">a</font>", "#rrggbb"),
        ("<a href=x>a</a>", "unescaped"),
        ("<a>a</a>", "needs href"),
        ("</br>", "no tag"),
        ("<!-- x -->", "unescaped"),
    ],
)  # fmt: skip
def test_markup(text, fault):
    found = judge_markup.faults(text, no_link_fault)
    assert found == [] if fault is None else fault in found[0]


@given(st.text())
def test_escaped_text_is_never_a_fault_and_any_text_is_judged(text):
    judge_markup.faults(text, no_link_fault)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert judge_markup.faults(escaped, no_link_fault) == []


@pytest.mark.parametrize(
    ("url", "prefix", "is_inside"),
    [
        ("https://a.example/x", "https://a.example/", True),
        ("https://a.example", "https://a.example/", True),
        ("https://A.example/x", "a.example/", True),
        ("https://a.example/x", "https://a.example/y", False),
        ("https://a.example.evil.example/", "https://a.example", False),
        ("https://a.example@evil.example/", "https://a.example/", False),
        ("https://b.a.example/", "https://*.a.example/", True),
        ("https://a.example/", "https://*.a.example/", False),
        ("https://ba.example/", "https://*.a.example/", False),
        ("http://a.example/", "https://a.example/", False),
        ("https://a.example:8443/", "https://a.example/", False),
        ("https:\\\\a.example/", "https://a.example/", False),
        ("https://a.example/\nx", "https://a.example/", False),
        ("https://[::1", "https://a.example/", False),
        ("//a.example/", "https://a.example/", False),
    ],
)
def test_allow_list(url, prefix, is_inside):
    assert judge_links.is_within(url, prefix) is is_inside


def test_http_counts_as_secure_on_loopback_below_the_deployment_only():
    assert judge_links.is_secure("http://localhost:8080/x", PREFIXES)
    assert not judge_links.is_secure("http://localhost:9090/x", PREFIXES)
    assert not judge_links.is_secure("http://localhost:8080/x", None)
    assert not judge_links.is_secure("http://addon.example.com/x", ["http://addon.example.com/"])
