"""Start sequence on one screen: who writes to how many, what stands in the way, when mails go, and Confirm."""

from __future__ import annotations

from collections.abc import Mapping

from addon.accounts.grant_model import GrantKind
from addon.sequences.campaign_model import Campaign
from addon.sequences.plan_model import Leg, Plan
from cards import preflight
from cards import widgets as w
from cards.actions import Action, Param
from cards.campaign import parameters
from cards.response import Card
from cards.times import span
from cards.words import say, say_many

MAX_ZONES = 3
"""Time zones named on one line of the timeline; more are counted."""


def plan(view: Plan, connect: Mapping[GrantKind, str] | None = None) -> Card:
    """Build the card before Confirm; ``connect`` has the paths of our pages that ask for grants."""
    campaign = view.campaign
    return w.card(
        say("Start sequence"),
        [
            w.section(_sender(view), _people(view)),
            w.section(*preflight.widgets_of(view.preflight), header=say("Before it starts")),
            w.section(*(_leg(leg, campaign) for leg in view.timeline), header=say("When mails go")),
            w.section(*_confirm(view, connect or {})),
            w.section(*_ways(campaign)),
        ],
        subtitle=say("Tab {tab}", tab=campaign.source.tab),
        name="plan",
    )


def preview_page(path: str, campaign: Campaign) -> Card:
    """Lead to the page that shows each mail exactly as it will be sent."""
    text = say("A page opens with each mail exactly as it will be sent. Its links do nothing. It holds for 24 hours.")
    return w.card(
        say("Preview"),
        [
            w.section(w.paragraph(text), w.buttons(w.link_button(say("Open the preview"), path))),
            w.section(
                w.buttons(
                    w.button(say("Back to the plan"), Action.SHOW_SEQUENCE, parameters(campaign), primary=True),
                    w.button(say("Back to Home"), Action.SHOW_HOME, parameters(campaign)),
                )
            ),
        ],
        name="preview",
    )


def _sender(view: Plan) -> w.Widget:
    if not view.sender:
        return w.fact(say("No mailbox yet"), label=say("Mail leaves from"), icon="EMAIL")
    named = f"{view.sender_name} <{view.sender}>" if view.sender_name else view.sender
    return w.fact(named, label=say("Mail leaves from"), icon="EMAIL")


def _people(view: Plan) -> w.Widget:
    people = say_many("{count} person", "{count} people", view.people)
    steps = say_many("{count} step", "{count} steps", len(view.campaign.recipe.steps))
    return w.fact(f"{people} · {steps}", label=view.campaign.name or say("Sequence"), icon="PERSON")


def _leg(leg: Leg, campaign: Campaign) -> w.Widget:
    people = say_many("{count} person", "{count} people", leg.people)
    ours = say("{time} your time", time=span(leg.first_at, leg.last_at, campaign.zone))
    label = say("Step {step} · {people}", step=leg.number, people=people)
    return w.fact("\n".join(filter(None, (ours, _theirs(leg, campaign)))), label=label, icon="CLOCK")


def _theirs(leg: Leg, campaign: Campaign) -> str:
    """Say the recipients' own time: exactly where they share a zone, else by the window and the zones."""
    if set(leg.zones) <= {campaign.zone}:
        return ""
    if len(leg.zones) == 1:
        (zone,) = leg.zones
        return say("{time} their time ({zone})", time=span(leg.first_at, leg.last_at, zone), zone=zone)
    window = campaign.recipe.window
    if not window.is_theirs:
        return _zones(leg.zones)
    hours = f"{window.opens:%H:%M}–{window.closes:%H:%M}"
    return say("{hours} their time: {zones}", hours=hours, zones=_zones(leg.zones))


def _zones(zones: Mapping[str, int]) -> str:
    if len(zones) > MAX_ZONES:
        return say_many("in {count} time zone", "in {count} time zones", len(zones))
    most = sorted(zones.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(say_many("{count} in {zone}", "{count} in {zone}", count, zone=zone) for zone, count in most)


def _confirm(view: Plan, connect: Mapping[GrantKind, str]) -> tuple[w.Widget | None, ...]:
    here = parameters(view.campaign)
    mends = preflight.mends_of(view.preflight, here, connect)
    looks = (
        w.button(say("Preview"), Action.PREVIEW_SEQUENCE, here) if view.people else None,
        w.button(say("Send me a test"), Action.TEST_SEQUENCE, here) if _may_test(view) else None,
    )
    if not view.is_ready:
        return w.paragraph(_why_not(view)), w.buttons(*_first_filled(mends)), w.buttons(*looks)
    bound = here | ({Param.APPROVAL: view.campaign.approval} if view.campaign.approval else {})
    confirm = w.button(say("Confirm"), Action.CONFIRM_SEQUENCE, bound, primary=True)
    return w.paragraph(_what(view)), w.buttons(confirm, *looks), w.buttons(*mends)


def _may_test(view: Plan) -> bool:
    """Whether a mail may leave at all: a test is one too."""
    return bool(view.people and view.sender) and not preflight.stops(view.preflight)


def _what(view: Plan) -> str:
    """Say with its numbers what Confirm does."""
    return say_many(
        "Confirm starts the sequence for {count} person, {steps} from {address}. You can undo it for 60 seconds.",
        "Confirm starts the sequence for {count} people, {steps} each from {address}. You can undo it for 60 seconds.",
        view.people,
        steps=say_many("{count} mail", "{count} mails", len(view.campaign.recipe.steps)),
        address=view.sender,
    )


def _why_not(view: Plan) -> str:
    if preflight.stops(view.preflight):
        return say("It cannot start yet: first mend what stops everything, then press Refresh.")
    return say("There is nobody to write to: no chosen row is ready. Mend the rows above, or choose others on Home.")


def _first_filled(made: list[w.Widget]) -> list[w.Widget]:
    return [button | ({"type": "FILLED"} if at == 0 else {}) for at, button in enumerate(made)]


def _ways(campaign: Campaign) -> tuple[w.Widget | None, ...]:
    here = parameters(campaign)
    has_cells = any(step.column for step in campaign.recipe.steps)
    return (
        w.buttons(
            w.button(say("Change the steps"), Action.EDIT_SEQUENCE, here),
            w.button(say("Write follow-ups"), Action.START_FOLLOW_UPS, here) if has_cells else None,
        ),
        w.buttons(
            w.button(say("Refresh"), Action.SHOW_SEQUENCE, here),
            w.button(say("Back to Home"), Action.SHOW_HOME, here),
        ),
    )
