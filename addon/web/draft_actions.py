"""Writing drafts: samples first, then the rest; showing one, and writing it again with a wish."""

from __future__ import annotations

from dataclasses import replace

from addon.accounts.model import Caller
from addon.drafting.model import Style
from addon.errors import Invalid
from addon.lib.prices import shown as amount
from addon.runs.model import Manner, Run, RunKind, RunState, Target
from addon.services import Services
from addon.web.event_object import Event
from addon.web.open_file import OpenFile, open_file
from cards import drafts, response
from cards import run as run_card
from cards.actions import Input, Param
from cards.response import Card, Reply
from cards.words import say, say_many

SAMPLES = 3
"""Drafts to approve the style by, PRODUCT's figure."""

MAX_VARIANT = 10_000


def start_drafts(services: Services, event: Event, caller: Caller) -> Reply:
    """Write the first drafts of the chosen rows, or all of them where the user has approved this style before."""
    file = open_file(services, event, caller)
    offer = services.accounts.offer(caller.tenant, caller.user)
    style = services.drafting.style(caller.tenant, caller.user)
    target = file.target
    if not services.drafting.is_approved(style, offer):
        target = replace(target, most=SAMPLES, rest=target.rows)
    run = services.runs.start(caller, RunKind.DRAFT, target, file.tab, file.access_token, manner=_manner(style))
    return response.push(card_of(services, event, run, notices=_notices(services, caller)))


def approve_drafts(services: Services, event: Event, caller: Caller) -> Reply:
    """Take the samples' style for this offer and write the rest."""
    sampled = services.runs.get(caller, event.parameter(Param.RUN), event.sheet_id)
    file = open_file(services, event, caller)
    style = services.drafting.approve(caller.tenant, caller.user, services.accounts.offer(caller.tenant, caller.user))
    rest = sampled.target.rest or sampled.target.rows
    target = replace(sampled.target, tab=file.tab.title, rows=rest, most=None, rest="")
    run = services.runs.start(caller, RunKind.DRAFT, target, file.tab, file.access_token, manner=_manner(style))
    return response.update(run_card.receipt(run))


def regenerate(services: Services, event: Event, caller: Caller) -> Reply:
    """Write the samples, or the one row on the card, again with the wish on the card."""
    file = open_file(services, event, caller)
    if event.parameter(Param.ROW):
        return _again(services, event, caller, file)
    sampled = services.runs.get(caller, event.parameter(Param.RUN), event.sheet_id)
    shown = services.drafting.shown(file.id, file.tab.sheet_id, file.access_token, services.runs.lead_ids(sampled))
    if not shown:
        raise Invalid("These drafts are gone from the tab. Press Back to Home and Write drafts.")
    style = services.drafting.wish(caller.tenant, caller.user, event.text(Input.WISH))
    target = replace(sampled.target, tab=file.tab.title, rows=", ".join(str(one.row) for one in shown), most=SAMPLES)
    target = replace(target, rest=sampled.target.rest or sampled.target.rows)
    run = services.runs.start(
        caller, RunKind.DRAFT, target, file.tab, file.access_token, manner=_manner(style, anew=True)
    )
    return response.update(card_of(services, event, run))


def show_draft(services: Services, event: Event, caller: Caller) -> Reply:
    """Show the draft of the row asked for, else of the first row that has one."""
    file = open_file(services, event, caller)
    shown = services.drafting.shown(file.id, file.tab.sheet_id, file.access_token)
    if not shown:
        raise Invalid("No row of this tab has a draft yet. Press Write drafts first.")
    asked = event.parameter(Param.ROW) or file.range.partition("-")[0].strip()
    place = next((place for place, one in enumerate(shown) if str(one.row) == asked), None)
    if asked and place is None:
        raise Invalid(
            "Row {row} has no draft. Leave Rows by number empty to see the first one.", field=Input.RANGE, row=asked
        )
    following = shown[(place or 0) + 1].row if (place or 0) + 1 < len(shown) else None
    parameters = {Param.FILE: file.id, Param.TAB: str(file.tab.sheet_id)}
    variant = services.drafting.style(caller.tenant, caller.user).variant + 1
    card = drafts.draft(shown[place or 0], parameters, next_row=following, variant=variant)
    return response.update(card) if event.parameter(Param.ROW) else response.push(card)


def card_of(services: Services, event: Event, run: Run, *, notices: tuple[str, ...] = ()) -> Card:
    """Return the receipt of a run, or its drafts where they are samples and all written."""
    is_sample = bool(run.target.rest) and (run.left > 0 or run.manner.anew)
    if not is_sample or run.state is not RunState.DONE:
        return run_card.receipt(run, notices=notices)
    target = run.target
    shown = services.drafting.shown(
        target.spreadsheet_id, target.sheet_id, event.access_token, services.runs.lead_ids(run)
    )
    rest = cost_of(services, run.left)
    return drafts.samples(run, shown, rest=rest) if shown else run_card.receipt(run, notices=notices)


def cost_of(services: Services, rows: int) -> str:
    """Say what drafts for so many rows would cost about; ``""`` where a model costs nothing known."""
    price = services.drafting.estimate(rows) if rows else None
    if price is None:
        return ""
    return say_many(
        "{count} draft to write: ≈ {cost} USD", "{count} drafts to write: ≈ {cost} USD", rows, cost=amount(price)
    )


def _again(services: Services, event: Event, caller: Caller, file: OpenFile) -> Reply:
    row, variant = event.parameter(Param.ROW), event.parameter(Param.VARIANT)
    target = Target(spreadsheet_id=file.id, sheet_id=file.tab.sheet_id, tab=file.tab.title, rows=row)
    run = services.runs.start(
        caller,
        RunKind.DRAFT,
        target,
        file.tab,
        file.access_token,
        manner=Manner(wish=event.text(Input.WISH).strip(), variant=_number(variant), anew=True),
    )
    return response.push(run_card.receipt(run))


def _manner(style: Style, *, anew: bool = False) -> Manner:
    return Manner(wish=style.wish, variant=style.variant, anew=anew)


def _number(text: str) -> int:
    return min(int(text), MAX_VARIANT) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _notices(services: Services, caller: Caller) -> tuple[str, ...]:
    offer = services.accounts.offer(caller.tenant, caller.user)
    notices = [] if offer.is_complete else [say("Say what we sell on Home: drafts get better.")]
    if not services.drafting.has_model:
        notices.append(say("No model is connected: the offline writer composes these drafts, and says so beside each."))
    return tuple(notices)
