"""What an add-on answers is judged as Google judges it, refusals and acceptances alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground import judge
from playground.judge import Entry

CASES = Path(__file__).parent.parent / "data" / "cases"
DRIVE_FILE = "https://www.googleapis.com/auth/drive.file"

REFUSED_RESPONSES = {
    "doc_chat_create_message": "Cannot find field: hostAppDataAction",
    "samples3p_form_trigger": "got 'bool'",
    "samples3p_form_errors_action": "got 'bool'",
    "travel_bare_card_homepage": "Cannot find field: sections in message google.apps.card.v1.RenderActions",
    "travel_reset_bare_action_on_click": 'no field named "width"',
}
REFUSED_CARDS = {
    "doc_multiselect_spaces_CHAT_ONLY",
    "from_samples3p_py_form_trigger",
    "from_travel_reset_bare_action_on_click",
    "from_travel_send_bare_action_on_click",
}


def card(text: str = "Hello") -> dict:
    return {"sections": [{"widgets": [{"textParagraph": {"text": text}}]}]}


def trigger(**action) -> dict:
    return {"action": action or {"navigations": [{"pushCard": card()}]}}


def click(**action) -> dict:
    return {"renderActions": trigger(**action)}


def judged(entry: str, payload, **rules) -> judge.Verdict:
    return judge.answer(entry, payload, **rules)


def case_entry(name: str) -> str:
    return Entry.ACTION if name.endswith(("_action", "_on_click")) else Entry.TRIGGER


@pytest.mark.parametrize("path", sorted((CASES / "responses").glob("*.json")), ids=lambda path: path.stem)
def test_answers_of_others_are_accepted_or_refused_as_google_does(path):
    verdict = judged(case_entry(path.stem), json.loads(path.read_text("utf-8")))
    expected = REFUSED_RESPONSES.get(path.stem)
    assert verdict.ok is (expected is None), verdict.reasons
    assert expected is None or expected in verdict.reasons[0]


@pytest.mark.parametrize("path", sorted((CASES / "cards").glob("*.json")), ids=lambda path: path.stem)
def test_cards_of_others_are_drawn_unless_the_proto_refuses_them(path):
    given_card = json.loads(path.read_text("utf-8"))
    verdict = judged(Entry.TRIGGER, trigger(navigations=[{"pushCard": given_card}]))
    assert verdict.ok is (path.stem not in REFUSED_CARDS)
    if verdict.ok:
        (shown,) = verdict.navigations
        assert judge.normalise(shown["pushCard"]) == shown["pushCard"] == judge.normalise(given_card)


ACCEPTED = {
    "trigger pushes": (Entry.TRIGGER, trigger()),
    "trigger in snake case": (Entry.TRIGGER, {"action": {"navigations": [{"push_card": card()}]}}),
    "trigger with schema": (Entry.TRIGGER, {"$schema": "https://example.com/s", **trigger()}),
    "click pushes": (Entry.ACTION, click()),
    "click in snake case": (Entry.ACTION, {"render_actions": trigger(), "state_changed": True}),
    "click with schema inside": (Entry.ACTION, {"renderActions": {"schema": "x", **trigger()}}),
    "click pops": (Entry.ACTION, click(navigations=[{"pop": True}])),
    "click pops to root and updates": (Entry.ACTION, click(navigations=[{"popToRoot": True}, {"updateCard": card()}])),
    "click pops to a named card": (Entry.ACTION, click(navigations=[{"popToCard": "home"}])),
    "click notifies": (Entry.ACTION, click(notification={"text": "Saved"})),
    "click opens": (Entry.ACTION, click(link={"url": "https://a.example/", "openAs": "OVERLAY", "onClose": "RELOAD"})),
    "enum as a number": (Entry.ACTION, click(link={"url": "https://a.example/", "openAs": 1})),
    "null is absent": (Entry.ACTION, {"renderActions": {"action": {"notification": None}}, "stateChanged": None}),
    "nothing": (Entry.ACTION, {}),
    "google scopes": (Entry.ACTION, {"requesting_google_scopes": {"scopes": [DRIVE_FILE]}}),
    "all google scopes": (Entry.TRIGGER, {"requesting_google_scopes": {"all_scopes": True}}),
    "suggestions": (Entry.SUGGEST, {"autoComplete": {"items": [{"text": "Sarah <s@x.example>"}]}}),
    "no suggestion": (Entry.SUGGEST, {"auto_complete": {}}),
    "compose window closes": (
        Entry.ACTION,
        {"renderActions": {"hostAppAction": {"gmailAction": {"addonComposeUiActionMarkup": {"type": "DISMISS"}}}}},
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name):
    entry, payload = ACCEPTED[name]
    assert judged(entry, payload).reasons == ()


def host_action(**inner) -> dict:
    return {"renderActions": {"hostAppAction": inner}}


REFUSED = {
    "wrapper on a trigger": (
        Entry.TRIGGER,
        click(),
        "Cannot find field: renderActions in message google.apps.card.v1.RenderActions",
    ),
    "unknown key at the top": (Entry.ACTION, click() | {"extra": 1}, "Cannot find field: extra in message"),
    "unknown key in action": (Entry.TRIGGER, trigger(navigation=[]), "Cannot find field: navigation in message"),
    "stateChanged beside a bare action": (Entry.ACTION, trigger() | {"stateChanged": True}, "stateChanged"),
    "stateChanged inside the action": (Entry.ACTION, click(stateChanged=True), "stateChanged"),
    "stateChanged on a trigger": (Entry.TRIGGER, trigger() | {"stateChanged": True}, "stateChanged"),
    "both forms": (Entry.ACTION, click() | trigger(), "action in message google.apps.card.v1.SubmitFormResponse"),
    "popCard": (Entry.ACTION, click(navigations=[{"popCard": True}]), "Cannot find field: popCard"),
    "popToCardName": (Entry.ACTION, click(navigations=[{"popToCardName": "x"}]), "popToCardName"),
    "two keys in a navigation": (
        Entry.ACTION,
        click(navigations=[{"pop": True, "pushCard": card()}]),
        "exactly one key",
    ),
    "no key in a navigation": (Entry.ACTION, click(navigations=[{}]), "exactly one key"),
    "null navigation": (Entry.ACTION, click(navigations=[None]), "navigations[0]"),
    "navigations not a list": (Entry.ACTION, click(navigations={"pop": True}), "navigations"),
    "pop as text": (Entry.ACTION, click(navigations=[{"pop": "true"}]), "pop"),
    "card as a list": (Entry.ACTION, click(navigations=[{"pushCard": []}]), "pushCard"),
    "notification as text": (Entry.ACTION, click(notification="Saved"), "notification"),
    "html notification": (Entry.ACTION, click(notification={"text": "x", "html": "y"}), "html"),
    "unknown openAs": (Entry.ACTION, click(link={"url": "https://a.example/", "openAs": "POPUP"}), "POPUP"),
    "same field twice": (Entry.ACTION, click() | {"render_actions": {}}, "renderActions is set twice"),
    "unknown host action": (Entry.ACTION, host_action(sheetsAction={}), "sheetsAction"),
    "two host actions": (Entry.ACTION, host_action(gmailAction={}, editorAction={}), "exactly one"),
    "empty gmail action": (Entry.ACTION, host_action(gmailAction={}), "exactly one"),
    "two gmail actions": (
        Entry.ACTION,
        host_action(gmailAction={"updateDraftActionMarkup": {}, "openCreatedDraftActionMarkup": {}}),
        "exactly one",
    ),
    "draft action of the prose": (Entry.ACTION, host_action(gmailAction={"openCreatedDraftAction": {}}), "openCreated"),
    "file scope with content": (
        Entry.ACTION,
        host_action(editorAction={"requestFileScopeForActiveDocument": {"id": "1"}}),
        "Cannot find field: id",
    ),
    "old recipient spelling": (
        Entry.ACTION,
        host_action(gmailAction={"updateDraftActionMarkup": {"updateCcRecipients": {"CcRecipients": []}}}),
        "CcRecipients",
    ),
    "authorization beside an action": (
        Entry.ACTION,
        {"requesting_google_scopes": {"all_scopes": True}, "renderActions": {}},
        "renderActions",
    ),
    "two authorizations": (
        Entry.ACTION,
        {
            "requesting_google_scopes": {"all_scopes": True},
            "basic_authorization_prompt": {"authorization_url": "https://a.example/", "resource": "R"},
        },
        "exactly one",
    ),
    "no scope asked": (Entry.ACTION, {"requesting_google_scopes": {"scopes": []}}, "no scope"),
    "prompt without its address": (Entry.ACTION, {"basic_authorization_prompt": {"resource": "R"}}, "authorizationUrl"),
    "custom prompt with a bad card": (
        Entry.ACTION,
        {"custom_authorization_prompt": {"action": {"navigations": [{"pushCard": {"title": "x"}}]}}},
        '"title"',
    ),
    "suggestions in an action": (
        Entry.SUGGEST,
        {"action": {"suggestions": []}},
        "Cannot find field: action in message google.apps.card.v1.GetAutocompletionResponse",
    ),
    "suggestion with a value": (Entry.SUGGEST, {"autoComplete": {"items": [{"text": "a", "value": "b"}]}}, "value"),
    "suggestions to a click": (Entry.ACTION, {"autoComplete": {"items": []}}, "autoComplete"),
    "list": (Entry.TRIGGER, [], "JSON object"),
    "text": (Entry.ACTION, "ok", "JSON object"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    entry, payload, words = REFUSED[name]
    verdict = judged(entry, payload)
    assert not verdict.ok
    assert words in verdict.reasons[0]
    assert verdict.navigations == ()


BAD_CARDS = {
    "unknown field": {"sections": [], "colour": "red"},
    "unknown widget": {"sections": [{"widgets": [{"table": {}}]}]},
    "bad enum": {"header": {"title": "T", "imageType": "ROUND"}},
    "wrong type": {"header": "Title"},
    "number for text": {"header": {"title": 5}},
    "bool for text": {"header": {"title": True}},
    "text for bool": {"sections": [{"collapsible": "yes"}]},
    "fraction for a whole number": {"sections": [{"uncollapsibleWidgetsCount": 1.5}]},
    "two widgets in one": {"sections": [{"widgets": [{"divider": {}, "textParagraph": {"text": "x"}}]}]},
    "two clicks in one": {
        "sections": [{"widgets": [{"image": {"imageUrl": "https://a.example/a.png", "onClick": {
            "action": {"function": "https://a.example/"}, "openLink": {"url": "https://a.example/"}}}}]}]
    },
    "two controls": {
        "sections": [{"widgets": [{"decoratedText": {"text": "x", "button": {}, "endIcon": {"knownIcon": "STAR"}}}]}]
    },
    "snake and camel": {"fixedFooter": {}, "fixed_footer": {}},
    "null widget": {"sections": [{"widgets": [None]}]},
    "lone surrogate": {"header": {"title": "\ud800"}},
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_CARDS)
def test_card_refused_by_the_proto(name):
    verdict = judged(Entry.ACTION, click(navigations=[{"updateCard": BAD_CARDS[name]}]))
    assert not verdict.ok
    assert verdict.reasons[0].startswith("navigations[0].updateCard: ")
    assert judge.lint(BAD_CARDS[name]) != []


@pytest.mark.parametrize(
    ("envelope", "payload", "is_accepted"),
    [
        ("wrapped", click(), True),
        ("wrapped", trigger(), False),
        ("bare", trigger(), True),
        ("bare", click(), False),
        ("both", click(), True),
        ("both", trigger(), True),
    ],
)
def test_a_click_is_answered_in_the_form_the_platform_is_set_to(envelope, payload, is_accepted):
    assert judged(Entry.ACTION, payload, envelope=envelope).ok is is_accepted


def test_bare_click_answers_are_warned_about_when_both_forms_pass():
    assert "bare RenderActions" in judged(Entry.ACTION, trigger()).warnings[0]
    assert judged(Entry.ACTION, click()).warnings == ()


def test_bare_is_refused_in_googles_words():
    verdict = judged(Entry.ACTION, trigger(), envelope="wrapped")
    assert verdict.reasons == ("Cannot find field: action in message google.apps.card.v1.SubmitFormResponse",)


def test_the_file_scope_may_be_asked_for_in_sheets_only_and_with_its_scope():
    asks = host_action(editorAction={"requestFileScopeForActiveDocument": {}})
    assert judged(Entry.ACTION, asks, host="SHEETS", scopes=[DRIVE_FILE]).host_action == {"requestFileScope": True}
    assert not judged(Entry.ACTION, asks, host="GMAIL").ok
    assert not judged(Entry.ACTION, asks, host="SHEETS", scopes=[]).ok
    on_trigger = judged(Entry.TRIGGER, asks["renderActions"], host="SHEETS")
    assert "click only" in on_trigger.warnings[0]


def test_a_scope_missing_from_the_deployment_cannot_be_asked_for():
    asks = {"requesting_google_scopes": {"scopes": [DRIVE_FILE]}}
    assert judged(Entry.ACTION, asks, scopes=[DRIVE_FILE]).authorization == {
        "requestingGoogleScopes": {"scopes": [DRIVE_FILE]}
    }
    assert not judged(Entry.ACTION, asks, scopes=["https://www.googleapis.com/auth/script.locale"]).ok


def test_a_custom_prompt_shows_its_card():
    prompt = {"custom_authorization_prompt": {"action": {"navigations": [{"pushCard": card("Connect")}]}}}
    verdict = judged(Entry.TRIGGER, prompt)
    assert verdict.navigations == ({"pushCard": card("Connect")},)
    assert verdict.authorization == {"customAuthorizationPrompt": {}}


def test_everything_a_click_asks_for_is_read():
    payload = click(
        navigations=[{"pop": True}], notification={"text": "Done"}, link={"url": "https://a.example/", "on_close": 1}
    ) | {"stateChanged": True}
    verdict = judged(Entry.ACTION, payload)
    assert verdict.navigations == ({"pop": True},)
    assert verdict.notification == "Done"
    assert verdict.link == {"url": "https://a.example/", "openAs": "FULL_SIZE", "onClose": "RELOAD"}
    assert verdict.state_changed is True


BAD_BODIES = {
    "status 500": (500, "application/json", b"{}"),
    "status 204": (204, "application/json", b""),
    "redirect": (302, "application/json", b"{}"),
    "html": (200, "text/html", b"{}"),
    "no type": (200, "", b"{}"),
    "cut off": (200, "application/json", b'{"renderActions": {'),
    "nan": (200, "application/json", b'{"stateChanged": NaN}'),
    "key twice": (200, "application/json", b'{"stateChanged": true, "stateChanged": false}'),
    "not utf-8": (200, "application/json", b'{"a": "\xff"}'),
    "too deep": (200, "application/json", b'{"action":' * 100_000),
    "empty": (200, "application/json", b""),
}


@pytest.mark.parametrize("name", BAD_BODIES)
def test_http_answers_that_are_no_json_are_refused(name):
    assert not judge.response(Entry.ACTION, *BAD_BODIES[name]).ok


def test_a_good_http_answer_passes():
    assert judge.response(Entry.ACTION, 200, "application/json; charset=UTF-8", json.dumps(click()).encode()).ok


def test_enums_names_and_numbers_come_out_in_one_spelling():
    given_card = {"sections": [{"widgets": [{"selection_input": {"name": "n", "type": 3, "items": [{"text": "a"}]}}]}]}
    shown = judge.normalise(given_card)
    assert shown["sections"][0]["widgets"][0] == {
        "selectionInput": {"name": "n", "type": "DROPDOWN", "items": [{"text": "a"}]}
    }


@pytest.mark.parametrize(
    ("sizes", "shown"), [([100], 1), ([60, 40], 2), ([60, 41, 1], 1), ([101], 0), ([1] * 101, 100)]
)
def test_the_section_that_passes_100_widgets_and_all_later_ones_vanish(sizes, shown):
    sections = [{"widgets": [{"divider": {}}] * size} for size in sizes]
    assert len(judge.normalise({"sections": sections}).get("sections", [])) == shown
    verdict = judged(Entry.TRIGGER, trigger(navigations=[{"pushCard": {"sections": sections}}]))
    assert len(verdict.navigations[0]["pushCard"].get("sections", [])) == shown
    assert bool([fault for fault in verdict.warnings if "not shown" in fault]) is (shown < len(sizes))


def test_nested_cards_are_cut_too():
    inner = {"sections": [{"widgets": [{"divider": {}}] * 101}]}
    outer = {"cardActions": [{"actionLabel": "More", "onClick": {"card": inner}}]}
    assert judge.normalise(outer)["cardActions"][0]["onClick"] == {"card": {}}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["action", "renderActions", "navigations", "pushCard", "hostAppAction", "sections", "x"]),
        inner,
        max_size=3,
    ),
    max_leaves=8,
)  # fmt: skip


@given(st.sampled_from(list(Entry)), JSON)
def test_any_json_gets_a_verdict(entry, payload):
    verdict = judged(entry, payload)
    assert verdict.ok or verdict.reasons
