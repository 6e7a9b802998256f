"""Every door of a checked world that only lets through: grants, policies, opt-outs, sheets, MIME, due rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING, TypeVar

from addon.accounts.grant_model import Grant, GrantKind, GrantState
from addon.accounts.policy_model import Policy
from addon.errors import Rejected
from addon.ports import Snapshot, Write
from addon.sequences.approval import footer_digest
from addon.sequences.mail_model import Letter
from addon.sequences.recipe_model import Place, Recipe, Step, Window
from addon.sequences.repository import SequenceRepository
from tests.fakes.documents import FakeDocuments
from tests.fakes.enrolled import NOW, OWNER, STEPS, TENANT, a_campaign, an_approved, an_enrollment
from tests.flow.send_checker_gmail import CheckedMailbox

if TYPE_CHECKING:
    from tests.flow.send_checker_world import World

Answer = TypeVar("Answer")

ALWAYS = Window(opens=time(0), closes=time(23, 59, 59), weekdays=frozenset(range(7)), keeps_holidays=False)


@dataclass
class CheckedDoors:
    """All of them in one: each service's methods have names of their own."""

    world: World

    def find(self, tenant: str, user: str, kind: GrantKind) -> Grant:
        return _GRANT if self.world.is_connected else _DEAD

    def access(self, tenant: str, user: str, kind: GrantKind) -> str:
        if not self.world.is_connected:
            raise Rejected("Connect Gmail again.", reason="grant_dead")
        return "token"

    def expired(self, tenant: str, user: str, kind: GrantKind, token: str) -> None:
        return None

    def using(self, tenant: str, user: str, kind: GrantKind, act: Callable[[str], Answer]) -> Answer:
        return act(self.access(tenant, user, kind))

    def policy(self, tenant: str) -> Policy:
        return _STRICT if self.world.setting.is_strict else _FREE

    def is_suppressed(self, tenant: str, person: str) -> bool:
        return self.world.is_suppressed

    def rows_now(self, *_: object) -> dict[str, object]:
        return {}

    def say(self, *_: object) -> None:
        return None

    def open(self, access_token: str, spend: Callable[[int], None] = lambda _: None) -> CheckedMailbox:
        return CheckedMailbox(self.world)

    def raw(self, letter: Letter) -> bytes:
        return f"X-Sales-Assistant-Send: {letter.send_id}\r\n\r\nHi".encode()

    def content_hash(self, mail: object) -> str:
        return "as made"

    def commit(self, tenant: str, user: str, at: datetime, writes: Callable[[], Sequence[Write]]) -> None:
        try:
            self.world.documents.commit(writes())
        finally:
            self.world.wake()  # the due row is written in the same commit: a crash after it loses nothing

    def wake(self, tenant: str, user: str, at: datetime) -> None:
        self.world.wake()


_FREE = Policy(postal_address="1 Harbour St, Hull", is_strict=False)
_STRICT = replace(_FREE, is_strict=True)
_GRANT = Grant(
    kind=GrantKind.GMAIL,
    tenant=TENANT,
    user=OWNER,
    account="ana@nordwind.example",
    scopes=(),
    refresh="",
    granted_at=NOW,
)
_DEAD = replace(_GRANT, state=GrantState.DEAD)


def stored(steps: int) -> dict[tuple[str, str], Snapshot]:
    """Return the store as it stands when the first mail of so many is due."""
    documents = FakeDocuments(is_strict=False)
    days = {id: int(at > 0) for at, id in enumerate(STEPS[:steps])}
    recipe = Recipe(steps=tuple(Step(id=id, after_days=after) for id, after in days.items()), window=ALWAYS)
    mails = tuple(replace(an_approved(id, after), footer=footer_digest(_FREE)) for id, after in days.items())
    one = an_enrollment(mails=mails, place=Place(zone="UTC"), version="")
    campaign = a_campaign(recipe=recipe, version="")
    documents.commit([SequenceRepository.campaign_write(campaign), SequenceRepository.enrollment_write(one)])
    return documents.stored
