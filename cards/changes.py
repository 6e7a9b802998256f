"""What Confirm would change of a running sequence: which mails still to go, for whom, and one as an example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addon.sequences.campaign_model import Campaign
from addon.sequences.plan_model import Delay
from cards import widgets as w
from cards.actions import Action, Param
from cards.campaign import parameters
from cards.response import Card
from cards.words import number, say, say_many

MAX_NAMED = 20
"""People named."""

MAX_LINE = 200
"""Characters shown of a changed line."""

MAX_LINES = 12
"""Changed lines shown of the example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a change comes to; only mails that have not been sent are counted.

    ``reworded`` mails say something else, ``moved`` ones go at another time, ``added`` and ``dropped`` ones come and go
    with their step, ``released`` held ones go on; ``delays`` are the steps that moved, ``has_new_hours`` says that the
    hours or the number of mails a day change. ``who`` are the row (0 unknown) and address of everybody it touches.
    ``lines`` are the changed lines of one mail, before and after, ``""`` where there was or is none; ``example`` is
    whose mail that is.

    ``enrollment`` is set where only one person's mail is approved anew, ``change`` where a recipe waits for Confirm,
    ``approval`` is the digest of the mails as they would be.
    """

    campaign: Campaign
    reworded: int = 0
    moved: int = 0
    added: int = 0
    dropped: int = 0
    released: int = 0
    delays: Sequence[Delay] = ()
    has_new_hours: bool = False
    who: Sequence[tuple[int, str]] = ()
    lines: Sequence[tuple[str, str]] = ()
    example: str = ""
    enrollment: str = ""
    change: str = ""
    approval: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing that is still to go changes."""
        return not any((self.reworded, self.moved, self.added, self.dropped, self.released, self.has_new_hours))


def diff(view: Changes) -> Card:
    """Build the card; its Confirm approves exactly what it shows."""
    return w.card(
        say("What changes"),
        [
            w.section(w.fact(_counted(view), label=_whom(view), icon="EMAIL")),
            w.section(w.paragraph(_named(view)), header=say("For whom")) if view.who else {},
            w.section(*_lines(view), header=_header(view)) if view.lines else {},
            w.section(*_confirm(view)),
        ],
        subtitle=say("Tab {tab}", tab=view.campaign.source.tab),
        name="changes",
    )


def _counted(view: Changes) -> str:
    counted = (
        say_many("{count} mail says something else", "{count} mails say something else", view.reworded),
        say_many("{count} mail goes at another time", "{count} mails go at another time", view.moved),
        say_many("{count} mail is added", "{count} mails are added", view.added),
        say_many("{count} mail is dropped", "{count} mails are dropped", view.dropped),
        say_many("{count} held mail goes on", "{count} held mails go on", view.released),
    )
    counts = (view.reworded, view.moved, view.added, view.dropped, view.released)
    said = [text for text, count in zip(counted, counts, strict=True) if count]
    said += [_delay(one) for one in view.delays]
    if view.has_new_hours:
        said.append(say("Mails leave in other hours, or fewer or more of them a day"))
    return "\n".join(said) or say("Nothing that is still to be sent changes.")


def _delay(one: Delay) -> str:
    return say(
        "Step {step}: {old} → {new} working days after the step before",
        step=number(one.number), old=number(one.before), new=number(one.after),
    )  # fmt: skip


def _whom(view: Changes) -> str:
    return say_many("{count} person", "{count} people", len(view.who)) if view.who else ""


def _named(view: Changes) -> str:
    lines = [
        say("Row {row}: {address}", row=number(row), address=to) if row else to for row, to in view.who[:MAX_NAMED]
    ]
    more = len(view.who) - MAX_NAMED
    return "\n".join([*lines, say_many("{count} more", "{count} more", more)] if more > 0 else lines)


def _header(view: Changes) -> str:
    return say("For example {address}", address=view.example) if view.example else say("The text")


def _lines(view: Changes) -> list[w.Widget]:
    """Show each changed line below the one it replaces."""
    shown = [_line(before, after) for before, after in view.lines[:MAX_LINES]]
    more = len(view.lines) - MAX_LINES
    if more > 0:
        shown.append(w.paragraph(say_many("{count} more changed line", "{count} more changed lines", more)))
    return shown


def _line(before: str, after: str) -> w.Widget:
    was = say("Before: {line}", line=w.plain(before, MAX_LINE)) if before else ""
    will = say("After: {line}", line=w.plain(after, MAX_LINE)) if after else say("After: taken out")
    return w.paragraph("\n".join(filter(None, (was, will))))


def _confirm(view: Changes) -> tuple[w.Widget | None, ...]:
    here = parameters(view.campaign)
    back = w.button(say("Back"), Action.OPEN_HELD if view.enrollment else Action.SHOW_SEQUENCE, here)
    if view.is_empty:
        return (w.buttons(back),)
    extra = {Param.ENROLLMENT: view.enrollment, Param.CHANGE: view.change, Param.APPROVAL: view.approval}
    bound = here | {key: value for key, value in extra.items() if value}
    confirm = w.button(say("Confirm"), Action.RENEW_SEQUENCE, bound, primary=True)
    what = say("Confirm approves the mails as they are now. What was sent already stays as it was sent.")
    return w.paragraph(what), w.buttons(confirm, back)
