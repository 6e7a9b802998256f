"""What changed steps, or changed cells, come to: for whom, and whom their approval lets go on. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addon.sequences.approval import approval_of, diff
from addon.sequences.campaign_model import Approved, Campaign, Enrollment, EnrollmentState
from addon.sequences.gate_model import RENEWED
from addon.sequences.plan_model import Delay, Proposal
from addon.sequences.recipe import edited
from addon.sequences.recipe_model import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One person's mails before and after; of ``settled`` steps, gone or on their way, they are the same in both."""

    old: Enrollment
    mails: tuple[Approved, ...]
    settled: frozenset[str]

    @property
    def unsent(self) -> list[Approved]:
        """The mails of before that have not gone."""
        return [one for one in self.old.mails if one.mail.step_id not in self.settled]

    @property
    def is_reworded(self) -> bool:
        """Whether any mail is another one, is new, or is dropped."""
        return _digests(self.mails) != _digests(self.old.mails)

    @property
    def is_released(self) -> bool:
        """Whether a held person goes on with it: all that held them was that their mail was not approved as it is."""
        one = self.old
        return one.state is EnrollmentState.HELD and one.reason in RENEWED and one.step_id not in self.settled


def propose(campaign: Campaign, recipe: Recipe, changes: Sequence[Change]) -> Proposal:
    """Return what ``recipe`` would change of a campaign under way."""
    edit = edited(campaign.recipe, recipe)
    pairs = [pair for change in changes for pair in _reworded(change)]
    unsent = [mail.mail.step_id for change in changes for mail in change.unsent]
    example = pairs[0] if pairs else None
    return Proposal(
        reworded=len(pairs),
        moved=sum(id in edit.moved for id in unsent),
        added=len(edit.added) * len(changes),
        dropped=sum(id in edit.removed for id in unsent),
        released=sum(change.is_released for change in changes),
        delays=_delays(campaign.recipe, recipe),
        has_new_hours=edit.has_new_hours,
        who=[one.old.to for one in changes if _is_touched(one, edit.moved, has_new_hours=edit.has_new_hours)],
        lines=diff(example[0].mail, example[1].mail) if example else (),
        example=example[0].mail.to if example else "",
        approval=approval_after(changes),
    )


def approval_after(changes: Sequence[Change]) -> str:
    """Return the digest over all mails as they would be: Confirm is for exactly these."""
    return approval_of(digest for one in changes for digest in _digests(one.mails))


def _delays(old: Recipe, new: Recipe) -> list[Delay]:
    before = {step.id: step.after_days for step in old.steps}
    return [
        Delay(step_id=step.id, number=number, before=before[step.id], after=step.after_days)
        for number, step in enumerate(new.steps, start=1)
        if before.get(step.id, step.after_days) != step.after_days
    ]


def _reworded(change: Change) -> list[tuple[Approved, Approved]]:
    after = {one.mail.step_id: one for one in change.mails}
    both = [(one, after[one.mail.step_id]) for one in change.old.mails if one.mail.step_id in after]
    return [(old, new) for old, new in both if old.digest != new.digest]


def _is_touched(change: Change, moved: frozenset[str], *, has_new_hours: bool) -> bool:
    is_moved = any(has_new_hours or one.mail.step_id in moved for one in change.unsent)
    return change.is_reworded or change.is_released or is_moved


def _digests(mails: Sequence[Approved]) -> list[str]:
    return [one.digest for one in mails]
