"""Writing drafts: samples first, then the rest; showing one, writing it again with a wish; and their follow-ups."""

from __future__ import annotations

from dataclasses import replace

from addon.accounts.model import Caller
from addon.drafting.model import LONGEST_WISH, Shown
from addon.errors import Invalid
from addon.lib.prices import shown as priced
from addon.runs.model import Manner, Run, RunKind, RunState, Target
from addon.services import Services
from addon.web.event_object import Event
from addon.web.open_file import OpenFile, open_file
from cards import drafts, response
from cards import run as run_card
from cards.actions import Input, Param
from cards.response import Card, Reply
from cards.words import amount, say, say_many

SAMPLES = 3
"""Drafts to approve the style by, PRODUCT's figure."""

MAX_VARIANT = 10_000


def start_drafts(services: Services, event: Event, caller: Caller) -> Reply:
    """Write the first drafts of the chosen rows, or all of them where the user has approved this style before."""
    file = open_file(services, event, caller)
    run = _start(services, caller, file, file.target)
    return response.push(card_of(services, event, caller, run, notices=_notices(services, caller)))


def start_follow_ups(services: Services, event: Event, caller: Caller) -> Reply:
    """Write both follow-ups of the chosen rows that have a draft, as the user's drafts were wished for."""
    file = open_file(services, event, caller)
    style = services.drafting.style(caller.tenant, caller.user)
    manner = Manner(wish=style.wish, variant=style.variant)
    run = services.runs.start(caller, RunKind.FOLLOW_UPS, file.target, file.tab, file.access_token, manner=manner)
    return response.push(card_of(services, event, caller, run, notices=_notices(services, caller)))


def approve_drafts(services: Services, event: Event, caller: Caller) -> Reply:
    """Take the samples' style and write the rest; where what we sell changed meanwhile, show samples of that."""
    sampled = services.runs.get(caller, event.parameter(Param.RUN), event.sheet_id)
    file = open_file(services, event, caller)
    offer = services.accounts.offer(caller.tenant, caller.user)
    style = services.drafting.style(caller.tenant, caller.user)
    if sampled.manner.approval == services.drafting.approval(style, offer):
        services.drafting.approve(caller.tenant, caller.user, offer)
    target = replace(sampled.target, tab=file.tab.title, rows=sampled.target.rest, most=None, rest="")
    return response.update(card_of(services, event, caller, _start(services, caller, file, target)))


def regenerate(services: Services, event: Event, caller: Caller) -> Reply:
    """Write the samples, or the one row on the card, again with the wish on the card."""
    file = open_file(services, event, caller)
    if event.parameter(Param.ROW):
        return _again(services, event, caller, file)
    sampled = services.runs.get(caller, event.parameter(Param.RUN), event.sheet_id)
    shown = _sampled(services, event, sampled)
    if not shown:
        raise Invalid("These drafts are gone from the tab. Press Back to Home and Write drafts.")
    services.drafting.wish(caller.tenant, caller.user, event.text(Input.WISH))
    rows = ", ".join(str(one.row) for one in shown)
    target = replace(sampled.target, tab=file.tab.title, rows=rows, most=SAMPLES)
    run = _start(services, caller, file, target, anew=True, left=sampled.left)
    return response.update(card_of(services, event, caller, run))


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
    facts = services.leads.facts(caller.tenant, shown[place or 0].id)
    card = drafts.draft(shown[place or 0], parameters, next_row=following, variant=facts.get("variant", 0) + 1)
    return response.update(card) if event.parameter(Param.ROW) else response.push(card)


def card_of(services: Services, event: Event, caller: Caller, run: Run, *, notices: tuple[str, ...] = ()) -> Card:
    """Return the receipt of a run, or its drafts where they are samples and all written.

    A colleague's run that is at work says whose it is.
    """
    if run.state.is_active and run.owner != caller.user:
        notices = (*notices, run_card.whose(run, services.accounts.address(run.tenant, run.owner), caller.time_zone))
    is_sample = run.target.rest and run.left and run.state is RunState.DONE
    if is_sample and (shown := _sampled(services, event, run)):
        return drafts.samples(run, shown, rest=cost_of(services, run.left))
    return run_card.receipt(run, notices=notices)


def cost_of(services: Services, rows: int) -> str:
    """Say what drafts for so many rows would cost about; ``""`` where a model costs nothing known."""
    price = services.drafting.estimate(rows) if rows else None
    if price is None:
        return ""
    return say_many(
        "{count} draft to write: ≈ {cost} USD",
        "{count} drafts to write: ≈ {cost} USD",
        rows,
        cost=amount(priced(price)),
    )


def _start(
    services: Services, caller: Caller, file: OpenFile, target: Target, *, anew: bool = False, left: int = 0
) -> Run:
    """Start drafts in the user's style; a style not approved for this offer gets samples only."""
    offer = services.accounts.offer(caller.tenant, caller.user)
    style = services.drafting.style(caller.tenant, caller.user)
    if not target.most and not services.drafting.is_approved(style, offer):
        target = replace(target, most=SAMPLES, rest=target.rows)
    approval = services.drafting.approval(style, offer)
    manner = Manner(wish=style.wish, variant=style.variant, anew=anew, approval=approval)
    return services.runs.start(caller, RunKind.DRAFT, target, file.tab, file.access_token, manner=manner, left=left)


def _sampled(services: Services, event: Event, run: Run) -> list[Shown]:
    """Return a run's drafts as they stand, those a person edited meanwhile among them."""
    ids, rows = services.runs.lead_ids(run), run.target.rows.split(", ") if run.manner.anew else []
    shown = services.drafting.shown(run.target.spreadsheet_id, run.target.sheet_id, event.access_token)
    return [one for one in shown if one.id in ids or str(one.row) in rows]


def _again(services: Services, event: Event, caller: Caller, file: OpenFile) -> Reply:
    row, wish = event.parameter(Param.ROW), event.text(Input.WISH).strip()[:LONGEST_WISH]
    target = Target(spreadsheet_id=file.id, sheet_id=file.tab.sheet_id, tab=file.tab.title, rows=row)
    manner = Manner(wish=wish, variant=_number(event.parameter(Param.VARIANT)), anew=True)
    run = services.runs.start(caller, RunKind.DRAFT, target, file.tab, file.access_token, manner=manner)
    return response.push(card_of(services, event, caller, run))


def _number(text: str) -> int:
    return min(int(text), MAX_VARIANT) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _notices(services: Services, caller: Caller) -> tuple[str, ...]:
    offer = services.accounts.offer(caller.tenant, caller.user)
    notices = [] if offer.is_complete else [say("Say what we sell on Home: drafts get better.")]
    if not services.drafting.has_model:
        notices.append(say("No model is connected: the offline writer composes these drafts, and says so beside each."))
    return tuple(notices)
