"""A sequence under way: how far it is, who is where in it, what the next mail waits for, and the stop buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from addon.sequences.campaign_model import Campaign, CampaignState, Chore, EnrollmentState
from addon.sequences.plan_model import Progress
from cards import widgets as w
from cards.actions import Action, Param
from cards.response import Card
from cards.times import soon
from cards.waits import waiting_line
from cards.words import Forms, Message, number, say, say_many

STATES = {
    CampaignState.DRAFT: Message("Not confirmed yet: nothing is sent"),
    CampaignState.SCHEDULED: Message("Confirmed: it starts by itself"),
    CampaignState.RUNNING: Message("Running: mails go by themselves, with this tab closed too"),
    CampaignState.PAUSED: Message("Paused: nothing is sent, and everybody keeps their place"),
    CampaignState.FINISHED: Message("Finished: nobody is left"),
    CampaignState.CANCELLED: Message("Stopped: no further mail goes"),
}

PEOPLE = {
    EnrollmentState.ACTIVE: Forms("{count} person has mails to come", "{count} people have mails to come"),
    EnrollmentState.AWAY: Forms("{count} is out of office", "{count} are out of office"),
    EnrollmentState.PAUSED: Forms("{count} is paused", "{count} are paused"),
    EnrollmentState.REPLIED: Forms("{count} replied", "{count} replied"),
    EnrollmentState.BOOKED: Forms("{count} booked a meeting", "{count} booked a meeting"),
    EnrollmentState.OPTED_OUT: Forms("{count} opted out", "{count} opted out"),
    EnrollmentState.BOUNCED: Forms("{count} address does not exist", "{count} addresses do not exist"),
    EnrollmentState.FINISHED: Forms("{count} got every mail", "{count} got every mail"),
    EnrollmentState.HELD: Forms("{count} is held", "{count} are held"),
    EnrollmentState.CANCELLED: Forms("{count} was ended", "{count} were ended"),
}
"""People by the state they are in, in the order shown."""

UNDER_WAY = (CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED)


def progress(view: Progress, now: datetime | None = None) -> Card:
    """Build the card of one campaign; ``now`` lets it say today and tomorrow."""
    campaign = view.campaign
    return w.card(
        title(campaign),
        [
            w.section(
                w.fact("\n".join(filter(None, (state(campaign), _sender(view)))), icon="EMAIL"),
                _next(view, now),
            ),
            w.section(
                w.paragraph(_sent(view)),
                w.paragraph(_people(view)),
                w.buttons(w.button(say("Log"), Action.OPEN_LOG, parameters(campaign))),
                header=say("So far"),
            ),
            w.section(*_undo(view, now)),
            w.section(*_controls(view)),
            w.section(_ways(view)),
        ],
        subtitle=say("Tab {tab}", tab=campaign.source.tab),
        name="campaign",
    )


def line(view: Progress, now: datetime | None = None) -> w.Widget:
    """Show a campaign on Home, in our time alone since room is scarce there, with the way to its card."""
    details = w.button(say("Details"), Action.OPEN_SEQUENCE, parameters(view.campaign))
    lines = (_total(view), waits(replace(view, next_zone=""), now))
    return w.fact("\n".join(filter(None, lines)), label=title(view.campaign), icon="EMAIL", button=details)


def title(campaign: Campaign) -> str:
    """Return what a campaign is called."""
    return campaign.name or say("Sequence · {tab}", tab=campaign.source.tab)


def state(campaign: Campaign) -> str:
    """Say how a campaign stands."""
    if campaign.chore is Chore.CANCEL:
        return say("Stopping: everybody is being taken out")
    return say(STATES[campaign.state])


def waits(view: Progress, now: datetime | None = None) -> str:
    """Say what keeps the next mail, or when it goes; ``""`` where none is to come."""
    campaign = view.campaign
    if view.waits_for and not (view.until and now and view.until <= now):
        return waiting_line(view.waits_for, view.until, campaign.zone, now)
    if view.next_at is None or campaign.state not in UNDER_WAY:
        return ""
    ours = soon(view.next_at, campaign.zone, now)
    if not view.next_zone or view.next_zone == campaign.zone:
        return say("Next mail: {time}", time=ours)
    theirs = soon(view.next_at, view.next_zone, now)
    return say("Next mail: {time} your time, {theirs} theirs", time=ours, theirs=theirs)


def parameters(campaign: Campaign) -> dict[Param, str]:
    """Return what a button needs to find the campaign and its tab again."""
    source = campaign.source
    return {Param.FILE: source.spreadsheet_id, Param.TAB: str(source.sheet_id), Param.CAMPAIGN: campaign.id}


def _sender(view: Progress) -> str:
    return say("Mail leaves from {address}", address=view.sender) if view.sender else ""


def _next(view: Progress, now: datetime | None) -> w.Widget | None:
    words = waits(view, now)
    return w.fact(words, icon="CLOCK") if words else None


def _total(view: Progress) -> str:
    sent = say_many("{count} mail sent", "{count} mails sent", sum(view.sent.values()))
    people = say_many("{count} person", "{count} people", view.campaign.people)
    return f"{people} · {sent}"


def _sent(view: Progress) -> str:
    """Say how many mails of each step went; mails of steps that were taken out are counted too."""
    steps = [step.id for step in view.campaign.recipe.steps]
    lines = [
        say_many("Step {step}: {count} mail sent", "Step {step}: {count} mails sent", view.sent.get(id, 0), step=at)
        for at, id in enumerate(steps, start=1)
    ]
    gone = sum(count for id, count in view.sent.items() if id not in steps)
    if gone:
        lines.append(say_many("{count} mail of a step taken out since", "{count} mails of steps taken out since", gone))
    return "\n".join(lines)


def _people(view: Progress) -> str:
    people = dict(view.people)
    if view.campaign.chore is Chore.ENROLL:  # those who are still to be taken in
        people[EnrollmentState.ACTIVE] = people.get(EnrollmentState.ACTIVE, 0) + people.pop(EnrollmentState.PAUSED, 0)
    counted = [(PEOPLE[one], people.get(one, 0)) for one in PEOPLE]
    said = [say_many(*forms, count) for forms, count in counted if count]
    return "\n".join(said) or say("Nobody is in it yet")


def _undo(view: Progress, now: datetime | None) -> tuple[w.Widget | None, ...]:
    campaign = view.campaign
    if not view.can_undo:
        return ()
    undo = w.buttons(w.button(say("Undo"), Action.UNDO_SEQUENCE, parameters(campaign), primary=True))
    if campaign.undo_until is None:
        return (undo,)
    until = soon(campaign.undo_until, campaign.zone, now)
    return w.paragraph(say("Nothing has left yet. Undo takes all of it back, at least until {time}.", time=until)), undo


def _controls(view: Progress) -> tuple[w.Widget | None, ...]:
    campaign = view.campaign
    if campaign.state not in UNDER_WAY or campaign.chore is Chore.CANCEL:
        return ()
    here = parameters(campaign)
    is_paused = campaign.state is CampaignState.PAUSED
    turn = (say("Resume"), Action.RESUME_SEQUENCE) if is_paused else (say("Pause"), Action.PAUSE_SEQUENCE)
    return (
        w.paragraph(say("Pause keeps everybody's place. Stop ends the sequence for good.")),
        w.buttons(
            w.button(*turn, here, primary=is_paused),
            w.button(say("Stop"), Action.STOP_SEQUENCE, here),
            w.button(say("Change the steps"), Action.EDIT_SEQUENCE, here),
        ),
    )


def _ways(view: Progress) -> w.Widget | None:
    here = parameters(view.campaign)
    return w.buttons(
        w.button(say("Held ({count})", count=number(view.held)), Action.OPEN_HELD, here) if view.held else None,
        w.button(say("Refresh"), Action.SHOW_SEQUENCE, here),
        w.button(say("Back to Home"), Action.SHOW_HOME, here),
    )
