"""Campaigns, plans and held mails with any text in them, for the tests of their cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from addon.accounts.grant_model import GrantKind
from addon.leads.model import OwnColumn
from addon.sequences.campaign_model import Campaign, CampaignState, EnrollmentState, Source
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.event_model import RECIPIENT, Event, EventType
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import HeldMail, Leg, Light, Plan, Preflight, Progress, Told
from addon.sequences.recipe_model import Recipe, Step, Window
from cards import campaign, changes, held, log, recipe, sequence
from cards.actions import Param
from cards.held_reasons import HELD_REASONS
from cards.response import Card

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)
PLACE = {Param.FILE: "file", Param.TAB: "0"}
CONNECT = {GrantKind.GMAIL: "/oauth/gmail/start?token=x", GrantKind.SHEETS: "/oauth/sheets/start?token=x"}


def recipe_with(text: str = "", steps: int = 3) -> Recipe:
    later = [
        Step(id=f"s{at}", after_days=at, column=OwnColumn.FOLLOW_UP_1 if at < 3 else None, text=text)
        for at in range(2, steps + 1)
    ]
    return Recipe(steps=(Step(id="s1"), *later), window=Window(weekdays=frozenset({0, 3})), daily_cap=12)


def campaign_with(text: str = "Spring", **changes: object) -> Campaign:
    one = Campaign(
        id="c1", tenant="t", user="u", name=text, source=Source(spreadsheet_id="file", sheet_id=0, tab=text),
        recipe=recipe_with(text), state=CampaignState.RUNNING, created_at=NOW, updated_at=NOW, people=37,
        zone="Europe/Berlin", undo_until=NOW + timedelta(seconds=60), approval="digest",
    )  # fmt: skip
    return replace(one, **changes)  # type: ignore[arg-type]


def line(light: Light, what: str, text: str, rows: int = 0) -> Preflight:
    return Preflight(
        light=light, what=what, text="{what} is missing", mend="Write {what} into its column", values={"what": text},
        rows=range(2, 2 + rows),
    )  # fmt: skip


def plan_with(text: str, *lines: Preflight, zones: int = 2, **changes: object) -> Plan:
    where = ("Europe/Berlin", "Asia/Kolkata", "America/New_York", "Asia/Tokyo", "Europe/London")[-zones:]
    legs = [
        Leg(step_id=f"s{at}", number=at, first_at=NOW + timedelta(days=at), last_at=NOW + timedelta(days=at, hours=6),
            people=37, zones=dict.fromkeys(where, 9))
        for at in (1, 2, 3)
    ]  # fmt: skip
    view = Plan(
        campaign=campaign_with(text, state=CampaignState.DRAFT), sender=text, sender_name=text, people=37,
        preflight=lines or (line(Light.GREEN, "sender", text), line(Light.AMBER, Lock.SHEET_GRANT, text)),
        timeline=legs,
    )  # fmt: skip
    return replace(view, **changes)  # type: ignore[arg-type]


def stopped_plan(text: str) -> Plan:
    return plan_with(
        text,
        line(Light.RED, "no_draft", text, rows=30),
        *(line(Light.RED, lock, text) for lock in (Lock.GRANT, Lock.NO_ADDRESS)),
        *(line(Light.AMBER, text, text, rows=3) for _ in range(12)),
        line(Light.GREEN, "cap", text),
        people=0,
        sender="",
        zones=5,
    )


def progress_with(text: str = "Spring", **changes: object) -> Progress:
    view = Progress(
        campaign=campaign_with(text), sender=text, people={str(state): 1 for state in EnrollmentState},
        sent={"s1": 37, "s2": 4, "gone": 2}, next_at=TOMORROW, next_zone="Asia/Kolkata", held=3,
    )  # fmt: skip
    return replace(view, **changes)  # type: ignore[arg-type]


def send_with(state: SendState = SendState.HELD) -> Send:
    return Send(
        id="send1", tenant="t", campaign="c1", enrollment="e1", mailbox="u", step_id="s1", state=state, created_at=NOW,
        updated_at=NOW,
    )  # fmt: skip


def told_with(text: str) -> list[Told]:
    """An event of each type, and one for each way there is to say who and why."""
    events = [Event(id=str(kind), type=kind, at=NOW, reason=text) for kind in EventType]
    events += [Event(id=by, type=EventType.SENT, at=NOW, by=by) for by in ("u", "other", RECIPIENT)]
    events += [
        Event(id=why, type=EventType.HELD, at=NOW, reason=why) for why in (*log.REASONS, Lock.CAP, "edited_draft")
    ]
    return [Told(event=event, to=text, step=at % 4) for at, event in enumerate(events)]


def held_with(text: str, reason: str = "edited_draft", **changes: object) -> HeldMail:
    one = HeldMail(send=send_with(), enrollment="e1", to=text, reason=reason, row=12)
    return replace(one, **changes)  # type: ignore[arg-type]


def held_list(text: str) -> list[HeldMail]:
    reasons = [*HELD_REASONS, text]
    odd = held_with(text, "ambiguous", may_be_out=True, asks=True, row=0)
    return [
        odd,
        *(
            held_with(text, reason, may_be_out=at % 2 == 0, campaign="c1", campaign_name=text)
            for at, reason in enumerate(reasons)
        ),
    ]


def changes_with(text: str, **more: object) -> changes.Changes:
    view = changes.Changes(
        campaign=campaign_with(text), reworded=12, moved=1, added=2, dropped=3, who=[(row, text) for row in range(40)],
        lines=[(text, text), (text, ""), ("", text)] * 5, example=text, change="recipe2", approval="digest",
    )  # fmt: skip
    return replace(view, **more)  # type: ignore[arg-type]


def form_with(text: str, steps: int = 3, **more: object) -> recipe.Form:
    made = recipe_with(text, steps)
    view = recipe.Form(
        campaign=campaign_with(text, recipe=made), fields=[text] * 40, row=7, most=40,
        examples={step.id: text for step in made.steps},
    )  # fmt: skip
    return replace(view, **more)  # type: ignore[arg-type]


CARDS: dict[str, Callable[[str], Card]] = {
    "plan": lambda text: sequence.plan(plan_with(text), CONNECT),
    "plan that cannot start": lambda text: sequence.plan(stopped_plan(text), CONNECT),
    "preview": lambda text: sequence.preview_page("/preview/token", campaign_with(text)),
    "recipe": lambda text: recipe.recipe(form_with(text)),
    "changes": lambda text: changes.diff(changes_with(text)),
    "campaign": lambda text: campaign.progress(progress_with(text), NOW),
    "campaign waiting": lambda text: campaign.progress(progress_with(text, waits_for=text, until=TOMORROW), NOW),
    "log": lambda text: log.log(campaign_with(text), told_with(text)[:20], "u", page=1, has_older=True),
    "held": lambda text: held.held(held_list(text)[-3:], PLACE, left=[held_with(text)] * 30),
}
"""The cards of a sequence with every place that shows text."""

VARIANTS: dict[str, Callable[[str], Card]] = {
    "plan without drafts": lambda text: sequence.plan(stopped_plan(text)),
    "plan for nobody": lambda text: sequence.plan(plan_with(text, people=0, timeline=())),
    "plan in one zone": lambda text: sequence.plan(plan_with(text, zones=1)),
    "no changes": lambda text: changes.diff(changes.Changes(campaign=campaign_with(text))),
    "renewal": lambda text: changes.diff(changes.Changes(campaign=campaign_with(text), reworded=1, enrollment="e1")),
    "campaign to undo": lambda text: campaign.progress(
        progress_with(text, can_undo=True, sent={}, people={}, held=0, campaign=campaign_with("")), NOW
    ),
    "campaign paused": lambda text: campaign.progress(
        progress_with(text, campaign=campaign_with(text, state=CampaignState.PAUSED), waits_for="paused"), NOW
    ),
    "campaign over": lambda text: campaign.progress(
        progress_with(text, campaign=campaign_with(text, state=CampaignState.FINISHED), next_at=None, held=0), NOW
    ),
    "log, its rest": lambda text: log.log(campaign_with(text), told_with(text)[20:40], "u"),
    "log, empty": lambda text: log.log(campaign_with(text), [], "u"),
    "held, page one": lambda text: held.held(held_list(text), PLACE),
    "held, page two": lambda text: held.held(held_list(text), PLACE, page=1, total=80),
    "held none": lambda text: held.held((), PLACE | {Param.CAMPAIGN: text}),
}
"""The same cards in their other shapes, which show no text at a place the others do not."""
