"""When each step goes out, told from the instants that were planned for every person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from addon.sequences.plan_model import Leg


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One person: their zone, and the instants (aware UTC) of the steps in their order, as ``spread`` gives them."""

    zone: str
    at: Sequence[datetime]


def timeline(step_ids: Sequence[str], people: Sequence[Planned]) -> tuple[Leg, ...]:
    """Return a leg for every step that reaches anybody; zones with most people first, then by name."""
    legs = (_leg(number, id, people) for number, id in enumerate(step_ids, 1))
    return tuple(leg for leg in legs if leg)


def days_taken(people: Sequence[Planned], zone: str) -> int:
    """Return on how many days of ``zone`` first mails go; 0 where nobody gets any."""
    firsts = (one.at[0] for one in people if one.at)
    return len({at.astimezone(ZoneInfo(zone)).date() for at in firsts})


def _leg(number: int, step_id: str, people: Sequence[Planned]) -> Leg | None:
    reached = [(one.at[number - 1], one.zone) for one in people if len(one.at) >= number]
    if not reached:
        return None
    zones = Counter(zone for _, zone in reached)
    return Leg(
        step_id=step_id,
        number=number,
        first_at=min(at for at, _ in reached),
        last_at=max(at for at, _ in reached),
        people=len(reached),
        zones=dict(sorted(zones.items(), key=lambda item: (-item[1], item[0]))),
    )
