"""Every card passes Google's proto and the lint rules, whatever text it shows, in both envelopes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from addon.accounts.connection_model import Connection, Door, Standing
from addon.accounts.grant_model import GrantKind
from addon.accounts.model import IdealCustomer, Offer, PainPoint, Playbook, Snippet
from addon.accounts.policy_model import Policy
from addon.accounts.scope_model import Scope
from addon.accounts.sender_model import Alias, Sender
from addon.drafting.model import Shown
from addon.leads.model import Check, ColumnMap, Field, Finding, Problem, Tab, Workbook
from addon.runs.model import Manner, Run, RunKind, RunState, Target
from cards import (
    columns,
    connect,
    drafts,
    files,
    home,
    leads,
    notice,
    playbook,
    policy,
    response,
    sender,
    settings,
    start,
)
from cards import run as run_card
from cards import widgets as w
from cards.actions import Action, Param
from cards.response import ActionEnvelope, Card, Entry
from cards.words import speaking
from playground import judge
from tests.cards import reply_views, sequence_views
from tests.hostile import OWN, STRINGS

BASE = "https://assistant.example"
PREFIXES = (f"{BASE}/", "https://docs.google.com/", "https://mail.google.com/")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def run_with(text: str, **changes: object) -> Run:
    run = Run(
        id="run", tenant="t", owner="u", user="u", kind=RunKind.SCORE, state=RunState.RUNNING, created_at=NOW,
        updated_at=NOW,
        target=Target(spreadsheet_id="file", sheet_id=0, tab=text, rows=text), total=10, cursor=3,
        counts={"hot": 1, "kept": 2}, note=text,
    )  # fmt: skip
    return replace(run, **changes)  # type: ignore[arg-type]


def home_with(text: str, tabs_count: int = 3) -> Card:
    tabs = tuple(Tab(sheet_id=number, title=f"{text}{number}", rows=9, columns=9) for number in range(tabs_count))
    return home.home(
        home.Home(
            email=text,
            workbook=Workbook(spreadsheet_id="file", title=text, locale="en", time_zone="UTC", tabs=tabs),
            tab=tabs[-1],
            numbers={"rows": 60, "scored": 20, "hot": 3, "drafted": 2},
            has_model=True,
            runs=(run_with(text), run_with(text, kind=RunKind.DRAFT, state=RunState.WAITING)),
            knows_offer=False,
            range=text,
            campaigns=(sequence_views.progress_with(text),) * 6,
            held=3,
            replies=2,
            sender=text,
            now=NOW,
        )
    )


def check_with(text: str, columns_count: int = 3, build: Callable[[Check, str], Card] = leads.checked) -> Card:
    headers = {f"key{number}": f"{text}{number}" for number in range(columns_count)}
    findings = tuple(Finding(problem=problem, rows=tuple(range(2, 90)), detail=text) for problem in Problem)
    mapped = {Field.EMAIL: headers[f"key{columns_count - 1}"]}
    known = ColumnMap(header_row=0, headers=mapped, confidence={Field.EMAIL: 0.9})
    tab = Tab(sheet_id=0, title=text, rows=9, columns=9)
    check = Check(tab=tab, headers=headers, columns=known, rows=60, ready=40, findings=findings, numbers={},
                  examples=dict.fromkeys(headers, text))  # fmt: skip
    return build(check, "file")


def offer_with(text: str) -> Card:
    return start.what_we_sell(Offer(what=text, audience=text, proof=text, booking_link=text, signature=text), "file")


def ideal_with(text: str) -> Card:
    ideal = IdealCustomer(titles=(text,), industries=(text, text), avoid=(text,), min_employees=5)
    return start.ideal_customer(ideal, text, {Param.FILE: "file", Param.TAB: "0"})


def sampled(text: str) -> Run:
    spent = {"calls": 2, "micros": 1_234, "input_tokens": 900, "output_tokens": 300}
    return run_with(text, kind=RunKind.DRAFT, state=RunState.DONE, spent=spent, manner=Manner(wish=text))


def shown(text: str) -> Shown:
    return Shown(id="L", row=8, subject=text, body=f"{text}\n\n{text}", evidence=text, status=text)


MIXED = (
    Standing.ABSENT, Standing.WORKS, Standing.DEAD, Standing.FAILS, Standing.UNTESTED, Standing.WORKS,
)  # fmt: skip
GRANTED = {Door.GMAIL: GrantKind.GMAIL, Door.SHEETS_AWAY: GrantKind.SHEETS}
PLACE = {Param.FILE: "file", Param.TAB: "0"}


def settings_with(text: str, *standings: Standing) -> Card:
    found = [
        Connection(
            door=door, standing=standing, account=text, last_success=NOW, problem="{model} is gone: {models}",
            values={"model": text, "models": text}, grant=GRANTED.get(door),
            connect=f"/oauth/{GRANTED[door]}/start?token=t" if door in GRANTED else "",
        )
        for door, standing in zip(Door, standings or MIXED, strict=True)
    ]  # fmt: skip
    return settings.settings(settings.Settings(email=text, time_zone="Europe/Berlin", connections=found, place=PLACE))


def sender_with(text: str) -> Card:
    aliases = tuple(Alias(address=f"{text}{number}", name=text) for number in range(3))
    chosen = Sender(mailbox="ana", address=aliases[1].address, name=text, reply_to=text, signature=text)
    return sender.sender_form(chosen, aliases, PLACE)


def rules_with(text: str, *, may_change: bool = True, stopped_at: datetime | None = None) -> Card:
    made = Policy(postal_address=text, sender_company=text, stopped_at=stopped_at)
    return policy.rules(policy.Rules(policy=made, may_change=may_change, time_zone="Europe/Berlin", place=PLACE))


def playbook_with(text: str) -> Playbook:
    pains = (PainPoint(text=text), PainPoint(text=text, role=text, industry=text))
    return Playbook(snippets=(Snippet(name=text, text=text),), pains=pains)


CARDS: dict[str, Callable[[str], Card]] = {
    "home": home_with,
    "check": check_with,
    "columns": lambda text: check_with(text, build=columns.columns),
    "allow": start.allow_file,
    "open a sheet": start.open_a_sheet,
    "offer": offer_with,
    "ideal": ideal_with,
    "run": lambda text: run_card.receipt(run_with(text), notices=(text,)),
    "run stopped": lambda text: run_card.receipt(run_with(text, state=RunState.STOPPED)),
    "run done": lambda text: run_card.receipt(run_with(text, state=RunState.DONE)),
    "settings": settings_with,
    "settings failing": lambda text: settings_with(text, Standing.DEAD, *[Standing.FAILS] * 5),
    "settings without keys": lambda text: settings_with(
        text, Standing.ABSENT, Standing.UNTESTED, *[Standing.ABSENT] * 3, Standing.WORKS
    ),
    "sender": sender_with,
    "rules": rules_with,
    "rules stopped": lambda text: rules_with(text, stopped_at=NOW),
    "rules for a user": lambda text: rules_with(text, may_change=False),
    "rules stopped for a user": lambda text: rules_with(text, may_change=False, stopped_at=NOW),
    "refused scope": lambda text: connect.refused([Scope.DRIVE_FILE], {Param.FILE: "file", Param.KEY: text}),
    "snippets": lambda text: playbook.snippets(playbook_with(text), PLACE),
    "snippet": lambda text: playbook.snippet_form(playbook_with(text).snippets[0], PLACE),
    "snippet anew": lambda text: playbook.snippet_form(None, {Param.FILE: text}),
    "pains": lambda text: playbook.pains(playbook_with(text), PLACE),
    "pain": lambda text: playbook.pain_form(playbook_with(text).pains[1], PLACE),
    "import": lambda text: files.import_page("/import/token"),
    "export": lambda text: files.export_page("/export/token.csv", {Param.FILE: "file"}),
    "samples": lambda text: drafts.samples(sampled(text), [shown(text)] * 3, rest=text),
    "draft": lambda text: drafts.draft(shown(text), {Param.FILE: "file", Param.TAB: "0"}, next_row=9, variant=1),
    "problem": lambda text: notice.problem(text, "7F3K-92QD"),
    **sequence_views.CARDS,
    **sequence_views.VARIANTS,
    **reply_views.CARDS,
    **reply_views.VARIANTS,
}


VARIANTS = {*sequence_views.VARIANTS, *reply_views.VARIANTS}


def judged(card: Card, entry: Entry = Entry.ACTION, form: ActionEnvelope = ActionEnvelope.WRAPPED) -> judge.Verdict:
    payload = json.loads(json.dumps(response.envelope(response.push(card), entry, form, BASE)))
    return judge.answer(entry, payload, prefixes=PREFIXES, host="SHEETS", addon_name="Sales Assistant", envelope=form)


@pytest.mark.parametrize("name", [name for name in CARDS if name not in VARIANTS])
@pytest.mark.parametrize(("locale", "texts"), [("en", STRINGS), ("de-AT", OWN)], ids=["en", "de-AT"])
def test_google_accepts_every_card_whatever_it_shows(name: str, locale: str, texts: tuple[str, ...]) -> None:
    for text in texts:
        with speaking(locale):
            verdict = judged(CARDS[name](text or "x"))
        assert verdict.ok, (text[:60], verdict.reasons)
        assert not verdict.warnings, (text[:60], verdict.warnings)


@pytest.mark.parametrize(
    "card", [home_with("Leads", 150), check_with("Leads", 150, columns.columns)], ids=["tabs", "columns"]
)
def test_a_hundred_and_fifty_tabs_or_columns_still_offer_the_chosen_one(card: Card) -> None:
    verdict = judged(card)
    assert (verdict.ok, verdict.warnings) == (True, ())
    selections = [x["selectionInput"] for s in card["sections"] for x in s["widgets"] if "selectionInput" in x]
    assert all(any(item.get("selected") for item in selection["items"]) for selection in selections)
    assert max(len(selection["items"]) for selection in selections) == w.MAX_ITEMS


def test_a_column_with_two_fields_is_counted_once() -> None:
    known = ColumnMap(header_row=0, headers={Field.NOTES: "A", Field.CHALLENGE: "A", Field.EMAIL: "B"})
    card = check_with("Leads", build=lambda check, file: columns.columns(replace(check, columns=known), file))
    assert "Header in row 1 · 2 of " in json.dumps(card, ensure_ascii=False)


@pytest.mark.parametrize("columns_count", [25, 60, 99, 200])
@pytest.mark.parametrize("text", ["Größe des Unternehmens", "会社の名前と所在地と電話番号"])
def test_a_card_of_many_columns_stays_light(columns_count: int, text: str) -> None:
    keys = [f"{number:012x}" for number in range(columns_count)]
    headers = {key: f"{number} {text * 4}"[:60] for number, key in enumerate(keys)}
    known = ColumnMap(header_row=0, headers={Field.EMAIL: headers[keys[-1]], Field.NOTES: headers[keys[0]]})

    def build(check: Check, file: str) -> Card:
        examples = dict.fromkeys(keys, text * 2)
        return columns.columns(replace(check, headers=headers, columns=known, examples=examples), file)

    card = check_with("Leads", build=build)
    assert judged(card).ok
    assert len(json.dumps(card, ensure_ascii=False).encode()) < 100_000
    said = json.dumps(card, ensure_ascii=False)
    assert said.count('"selected": true') == len(columns.FIELDS)
    offered = [item["value"] for item in card["sections"][1]["widgets"][-2]["selectionInput"]["items"]]
    assert f"column:{keys[-1]}" in offered  # a column that has a field stands in every drop-down
    left = columns_count + 1 - len(offered)
    assert (f"{left} more columns are not offered" in said) == (left > 0)
    assert left == 0 or columns_count > 50


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("form", ActionEnvelope)
@pytest.mark.parametrize("entry", [Entry.TRIGGER, Entry.ACTION])
def test_both_envelopes_are_right_at_both_entries(name: str, form: ActionEnvelope, entry: Entry) -> None:
    verdict = judged(CARDS[name]("Leads"), entry, form)
    assert (verdict.ok, verdict.reasons, verdict.warnings) == (True, (), ())


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_no_longer_than_people_read(name: str) -> None:
    card = CARDS[name]("Leads")
    assert sum(len(section["widgets"]) for section in card["sections"]) <= 25


def texts_of(value: object, name: str) -> list[str]:
    if isinstance(value, dict):
        own = [text for key, text in value.items() if key == name and isinstance(text, str)]
        return own + [text for inner in value.values() for text in texts_of(inner, name)]
    return [text for inner in value for text in texts_of(inner, name)] if isinstance(value, list) else []


class Reader(HTMLParser):
    """Collects what a person reads, and every tag that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags = "", set[str]()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.text += "\n" if tag == "br" else ""


def test_hostile_text_reads_the_same_in_rich_and_in_plain_fields() -> None:
    for text in STRINGS:
        reader = Reader()
        reader.feed(w.rich(text))
        reader.close()
        assert reader.tags <= {"br"}, text[:60]
        assert reader.text == w.plain(text)


def test_plain_fields_are_not_escaped() -> None:
    card = run_card.receipt(run_with("Müller & Söhne <x>"))
    assert card["header"]["title"] == "Scoring · Müller & Söhne <x>"
    assert any("Müller &amp; Söhne &lt;x&gt;" in text for text in texts_of(card, "text"))


def test_every_action_is_offered_by_a_card_and_no_card_offers_another() -> None:
    offered = {
        function.removeprefix("/addon/actions/")
        for build in CARDS.values()
        for function in texts_of(build("x"), "function")
    }
    assert offered == {str(action) for action in Action}


def test_home_always_offers_check_leads_and_one_primary_button() -> None:
    for numbers in ({}, {"rows": 5}, {"rows": 5, "scored": 5}):
        view = home.Home(
            email="ana", knows_offer=True, runs=(), numbers=numbers,
            workbook=Workbook(spreadsheet_id="f", title="Leads", locale="en", time_zone="UTC", tabs=()),
            tab=Tab(sheet_id=0, title="Leads", rows=9, columns=9),
        )  # fmt: skip
        card = home.home(view)
        buttons = [
            b for s in card["sections"] for x in s["widgets"] for b in x.get("buttonList", {}).get("buttons", [])
        ]
        assert "Check leads" in [button["text"] for button in buttons]
        assert [button["text"] for button in buttons if button.get("type") == "FILLED"] == [buttons[0]["text"]]
