"""The rules of sending for everybody of a tenant, and the switch that stops it all."""

from __future__ import annotations

from dataclasses import dataclass

from addon.accounts.policy_model import Policy
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card
from cards.words import moment, number, say, say_many


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the card shows; ``may_change`` is whether this user decides."""

    policy: Policy
    may_change: bool
    time_zone: str
    place: dict[Param, str]


def rules(view: Rules) -> Card:
    """Show the rules of sending, as a form to those who decide."""
    return w.card(
        say("Rules of sending"),
        [_switch(view), _form(view) if view.may_change else _facts(view.policy), _ways(view)],
        name="rules",
    )


def _switch(view: Rules) -> w.Widget:
    stopped_at = view.policy.stopped_at
    if stopped_at is None:
        stop = w.button(say("Stop all sending"), Action.STOP_SENDING, view.place)
        return w.section(
            w.fact(say("Mails go out."), label=say("Sending"), below=say("Anybody here may stop it.")), w.buttons(stop)
        )
    since = say("Stopped since {time}", time=moment(stopped_at, view.time_zone))
    if not view.may_change:
        return w.section(w.fact(since, label=say("Sending"), below=say("An administrator can let it go on.")))
    go_on = w.button(say("Let mails go out again"), Action.GO_ON_SENDING, view.place)
    return w.section(w.fact(since, label=say("Sending")), w.buttons(go_on))


def _form(view: Rules) -> w.Widget:
    policy = view.policy
    hint = say("Stands below every mail; without it nothing is sent")
    strict = ((STRICT, say("Hold a mail whenever it is not certain that it did not go already")),)
    model = ((MODEL_READS, say("Let Gemini read what an answer means, where a key is set")),)
    return w.section(
        w.text_input(
            Input.POSTAL_ADDRESS, say("Postal address"), policy.postal_address, hint=hint, multiline=True, limit=400
        ),
        w.text_input(Input.SENDER_COMPANY, say("Company that sends"), policy.sender_company, limit=150),
        w.text_input(Input.DAILY_CAP, say("Mails a day and mailbox"), str(policy.daily_cap), limit=5),
        w.text_input(Input.FIRST_CAP, say("Mails on the first day"), str(policy.first_cap), limit=5),
        w.text_input(Input.RAMP, say("More each clean day"), str(policy.ramp), limit=5),
        w.text_input(Input.PEOPLE_PER_COMPANY, say("People per company"), str(policy.people_per_company), limit=5),
        w.several(Input.STRICT, say("Strict mode"), strict, (STRICT,) if policy.is_strict else ()),
        w.several(Input.MODEL_READS, say("Answers"), model, (MODEL_READS,) if policy.model_reads_answers else ()),
        w.buttons(w.button(say("Save"), Action.SAVE_POLICY, view.place, primary=True)),
    )


def _facts(policy: Policy) -> w.Widget:
    first, ramp = number(policy.first_cap), number(policy.ramp)
    caps = say_many("{count} mail a day and mailbox", "{count} mails a day and mailbox", policy.daily_cap)
    growth = say("{first} on the first day, {ramp} more each clean day", first=first, ramp=ramp)
    missing = say("None: nothing can be sent until an administrator writes one")
    return w.section(
        w.fact(policy.postal_address or missing, label=say("Postal address"), below=policy.sender_company),
        w.fact(caps, label=say("Caps"), below=growth),
        w.fact(number(policy.people_per_company), label=say("People per company")),
        w.fact(say("On") if policy.is_strict else say("Off"), label=say("Strict mode")),
        w.fact(say("On") if policy.model_reads_answers else say("Off"), label=say("Gemini reads answers")),
        w.paragraph(say("Only an administrator of this add-on can change this.")),
    )


def _ways(view: Rules) -> w.Widget:
    return w.section(w.buttons(w.button(say("Settings"), Action.SHOW_SETTINGS, view.place)))


STRICT = "strict"
"""The one value of the box for strict mode."""

MODEL_READS = "model_reads"
"""The one value of the box that lets the model read answers."""
