"""Start sequence: which rows go, what each of them gets and when; nothing is sent before Confirm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from addon.accounts.model import Caller
from addon.accounts.service import Accounts
from addon.audit import audit
from addon.errors import AssistantError, Invalid
from addon.leads.model import Field
from addon.leads.service import Leads
from addon.leads.standing_model import RowNow
from addon.leads.suppression_service import Suppressions
from addon.lib.address import domain_of, is_consumer, normalise
from addon.lib.ids import digest, random_id
from addon.lib.signing import Signer
from addon.lib.text import clean, fold
from addon.ports import Clock, Documents, Mailboxes, Mime
from addon.sequences.advance import on_our_clock
from addon.sequences.approval import approval_of
from addon.sequences.campaign_model import Approved, Campaign, Claim, Enrollment, EnrollmentState, Mail, Source
from addon.sequences.claims import is_in_force
from addon.sequences.clicks_dispatch import Clicks
from addon.sequences.compose import uses_default
from addon.sequences.letters_dispatch import Desk, Letters
from addon.sequences.plan_model import Leg, Plan, Sample, Shown
from addon.sequences.preflight import Flight, RowFacts, Setup, preflight
from addon.sequences.ramp import caps_ahead
from addon.sequences.readiness import refuse_unready
from addon.sequences.recipe import check, default_recipe
from addon.sequences.recipe_model import Place, Recipe
from addon.sequences.repository import CHUNK, SequenceRepository
from addon.sequences.schedule import due_at
from addon.sequences.send_repository import SendRepository
from addon.sequences.service import UNDO
from addon.sequences.spread import Course, spread
from addon.sequences.timeline import Planned, days_taken, timeline
from addon.sequences.trial_dispatch import Trials
from addon.sequences.zones import place_of

MOST_PEOPLE = 500
"""People of one campaign: at 40 mails a day more than two weeks of first mails."""

MOST_COMPANIES = 60
"""Companies asked about before Confirm; the gate asks again before each mail."""

PREVIEW = timedelta(hours=24)
"""How long a preview's page is good (DESIGN 6)."""

SHOWN = 20
"""People whose mails a page of a preview shows."""

_PREVIEW = "preview"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDoors:
    """What a plan is made with."""

    documents: Documents
    accounts: Accounts
    leads: Leads
    letters: Letters
    suppressions: Suppressions
    mailboxes: Mailboxes
    mime: Mime
    signer: Signer
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row on its way into a plan; ``mails`` are empty where ``facts`` say why."""

    now: RowNow
    key: str
    place: Place
    facts: RowFacts
    mails: tuple[Approved, ...] = ()


class Plans:
    """Campaigns before Confirm; every method takes the verified caller."""

    def __init__(self, doors: PlanDoors) -> None:
        self._doors = doors
        self._clock = doors.clock
        self._store = SequenceRepository(doors.documents)
        self._sends = SendRepository(doors.documents)
        self._clicks = Clicks(doors.documents, doors.clock)
        self._trials = Trials(doors.documents, doors.mime, doors.clock)

    def start(
        self, caller: Caller, source: Source, choice: str, access_token: str, recipe: Recipe | None = None
    ) -> Plan:
        """Make a plan for the chosen rows: their mails are made and kept, so that Confirm approves exactly these."""
        recipe = recipe or default_recipe()
        check(recipe)
        standing = self._doors.leads.selected(
            caller.tenant, source.spreadsheet_id, source.sheet_id, access_token, choice
        )
        check(recipe, standing.headers)
        desk = self._doors.letters.desk(caller)
        rows = standing.rows[:MOST_PEOPLE]
        found = self._rows(caller, desk, recipe, rows, {row.row: standing.problems(row.row) for row in rows})
        now = self._clock.now()
        campaign = Campaign(
            id=random_id(),
            tenant=caller.tenant,
            user=caller.user,
            name=source.tab,
            source=replace(source, tab=standing.tab or source.tab),
            recipe=recipe,
            created_at=now,
            updated_at=now,
            zone=_zone(caller.time_zone),
            rows=choice,
            account=desk.voice.sender.mailbox if desk.has_grant else "",
        )
        later = len(standing.rows) - len(rows)
        flight = preflight([one.facts for one in found], self._setup(caller, desk, campaign, (), later))
        going = [one for one in found if one.now.row in set(flight.rows)]
        planned = self._planned(caller, desk, campaign, going)
        if going:
            setup = self._setup(caller, desk, campaign, planned, later)
            flight = preflight([one.facts for one in found], setup)
        campaign = self._save(campaign, going)
        audit("sequences:campaign:planned", tenant=caller.tenant, user=caller.user, campaign=campaign.id)
        return self._plan(desk, campaign, flight, timeline([step.id for step in recipe.steps], planned))

    def again(self, caller: Caller, campaign: Campaign, access_token: str, recipe: Recipe | None = None) -> Plan:
        """Make the plan anew, with fresh cells, grants and rules, or with another recipe."""
        return self.start(caller, campaign.source, campaign.rows, access_token, recipe or campaign.recipe)

    def sample(self, caller: Caller, campaign: Campaign, access_token: str) -> Sample:
        """Return the tab's headers and the first person's mails; nothing where the file cannot be read now."""
        first = self._store.first_of(caller.tenant, campaign.id, 1)
        source, ids = campaign.source, [one.lead_id for one in first]
        try:
            found = self._doors.leads.find(caller.tenant, source.spreadsheet_id, source.sheet_id, access_token, ids)
        except AssistantError:
            return Sample()  # the form serves without it
        shown = [(found.rows[one.lead_id].row, one) for one in first if one.lead_id in found.rows]
        if not shown:
            return Sample(headers=found.headers)
        [(row, one)] = shown
        return Sample(headers=found.headers, row=row, texts={mail.mail.step_id: mail.mail.text for mail in one.mails})

    # --- the preview and the test mail ---
    def preview_path(self, caller: Caller, campaign: Campaign) -> str:
        """Return the path of the page that shows the mails, good for 24 hours."""
        payload = f"{caller.tenant} {campaign.id}"
        return f"/preview/{self._doors.signer.sign(_PREVIEW, payload, PREVIEW)}"

    def previewed(self, token: str, page: int = 1) -> Shown:
        """Return a page of a campaign's mails, exactly as they will leave but for inert links; the nearest there is."""
        tenant, _, id = self._doors.signer.read(_PREVIEW, token).rpartition(" ")
        campaign = self._store.find_campaign(tenant, id)
        total = campaign.people if campaign else 0
        pages = max(1, -(-total // SHOWN))
        page = min(max(page, 1), pages)
        start = (page - 1) * SHOWN
        found = self._store.first_of(tenant, id, SHOWN, start)
        people = [[self._inert(one, approved.mail) for approved in one.mails] for one in found]
        return Shown(people=people, first=start + 1, total=total, page=page, pages=pages)

    def send_test(self, caller: Caller, campaign: Campaign, access: str) -> str:
        """Send the first person's first mail to the caller's own mailbox; return that address.

        A click that Google repeats within the minute sends nothing more. ``Invalid`` says what keeps every mail from
        leaving; otherwise raises what ``Trials.send`` raises.
        """
        found = self._store.first_of(caller.tenant, campaign.id, 1)
        if not found:
            raise Invalid("There is no mail to test: no row goes.", reason="no_rows")
        first = self._inert(found[0], found[0].mails[0].mail)
        self._refuse_unready(caller, first)
        mailbox = self._doors.mailboxes.open(access, self._clicks.spender(caller.tenant, caller.user))
        address = mailbox.profile().address
        if self._trials.send(mailbox, campaign, replace(first, to=address, to_name="")):
            audit("sequences:test:sent", tenant=caller.tenant, user=caller.user, campaign=campaign.id)
        return address

    def _refuse_unready(self, caller: Caller, mail: Mail) -> None:
        desk = self._doors.letters.desk(caller)
        refuse_unready(desk.policy, has_gmail=desk.has_grant)
        if not desk.is_sender_right or mail.sender != desk.voice.sender.address:
            raise Invalid("The address mails leave from is no longer one of this mailbox.", reason="sender_gone")

    def _inert(self, one: Enrollment, mail: Mail) -> Mail:
        return self._doors.letters.inert(one.tenant, lambda: normalise(one.to) or one.to, mail)

    # --- rows ---
    def _rows(
        self,
        caller: Caller,
        desk: Desk,
        recipe: Recipe,
        rows: Sequence[RowNow],
        problems: Mapping[int, tuple[object, ...]],
    ) -> list[_Row]:
        keys = {row.row: self._doors.suppressions.key_of(caller.tenant, row.person) for row in rows if row.person}
        claims = self._in_force(caller.tenant, list(keys.values()))
        counted = self._colleagues(caller.tenant, [_company(row) for row in rows], desk.policy.people_per_company)
        made = []
        for row in rows:
            claim, held_by = claims.get(keys.get(row.row, ""), (None, None))
            is_mine = claim is not None and claim.user == caller.user
            facts = RowFacts(
                row=row.row,
                problems=problems[row.row],  # type: ignore[arg-type]
                is_enrolled=is_mine,
                is_held=is_mine and held_by is EnrollmentState.HELD,
                is_in_doubt=is_mine and held_by is EnrollmentState.CANCELLED,
                holder=self._holder(caller, claim),
                company=_company(row),
                colleagues=counted.get(_company(row), 0),
                has_default=uses_default(recipe, row.cells),
            )
            made.append(self._row(caller, desk, recipe, row, keys.get(row.row, ""), facts))
        return made

    def _row(self, caller: Caller, desk: Desk, recipe: Recipe, row: RowNow, key: str, facts: RowFacts) -> _Row:
        place = place_of(
            row.lead.value(Field.COUNTRY),
            row.lead.value(Field.CITY),
            row.lead.value(Field.TIME_ZONE),
            domain_of(row.person) if row.person else "",
            _zone(caller.time_zone),
        )
        try:
            mails = self._doors.letters.made(caller, desk, recipe, row) if key else ()
        except Invalid as error:
            name = str(error.values.get("name") or error.values.get("found") or "")
            return _Row(now=row, key=key, place=place, facts=replace(facts, stop=error.reason, stop_name=name))
        facts = facts if mails else replace(facts, stop="bad_email")
        return _Row(now=row, key=key, place=place, facts=facts, mails=mails)

    def _holder(self, caller: Caller, claim: Claim | None) -> str:
        """Return the address of the colleague who writes to a person, ``""`` where none does."""
        if claim is None or claim.user == caller.user:
            return ""
        return self._doors.accounts.address(caller.tenant, claim.user) or claim.user

    def _in_force(self, tenant: str, keys: list[str]) -> dict[str, tuple[Claim, EnrollmentState]]:
        """Return the claims that keep people away, by person, each with the state of its holder."""
        claims = self._store.claims(tenant, keys)
        holders = self._store.many(tenant, [claim.enrollment for claim in claims.values()])
        campaigns = {id: self._store.find_campaign(tenant, id) for id in {one.campaign for one in claims.values()}}
        sends = self._sends.many(tenant, [one.send_id for one in holders.values() if one.send_id])
        return {
            key: (claim, holder.state)
            for key, claim in claims.items()
            if (holder := holders.get(claim.enrollment))
            and is_in_force(claim, holder, campaigns.get(claim.campaign), sends.get(holder.send_id))
        }

    def _colleagues(self, tenant: str, companies: Sequence[str], limit: int) -> dict[str, int]:
        """Return how many people of each company are written to already, for the first companies."""
        asked = list(dict.fromkeys(filter(None, companies)))[:MOST_COMPANIES] if limit else []
        counted = {}
        for company in asked:
            claims = self._store.claims_of_company(tenant, company, 50)
            holders = self._store.many(tenant, [claim.enrollment for claim in claims])
            counted[company] = sum(not holder.state.is_over for holder in holders.values())
        return counted

    # --- the plan ---
    def _planned(self, caller: Caller, desk: Desk, campaign: Campaign, going: Sequence[_Row]) -> list[Planned]:
        record = self._sends.mailbox(caller.tenant, caller.user)
        window = campaign.recipe.window
        start = self._clock.now() + UNDO
        places = [one.place if window.is_theirs else on_our_clock(one.place, campaign) for one in going]
        delays = tuple(step.after_days for step in campaign.recipe.steps[1:])
        first = campaign.recipe.steps[0].after_days
        courses = [
            Course(id=one.now.id, place=place, due_at=due_at(start, first, place, window), delays=delays)
            for one, place in zip(going, places, strict=True)
        ]
        caps = caps_ahead(desk.policy, campaign.recipe.daily_cap, record)
        instants = spread(courses, caps, window, sent=record.sent, zone=campaign.zone)
        return [Planned(zone=place.zone, at=at) for place, at in zip(places, instants, strict=True)]

    def _setup(self, caller: Caller, desk: Desk, campaign: Campaign, planned: Sequence[Planned], later: int) -> Setup:
        record = self._sends.mailbox(caller.tenant, caller.user)
        caps = caps_ahead(desk.policy, campaign.recipe.daily_cap, record)
        return Setup(
            sender=desk.voice.sender.address,
            account=desk.voice.sender.mailbox,
            is_stopped=desk.policy.stopped_at is not None,
            has_postal_address=bool(desk.policy.postal_address),
            has_grant=desk.has_grant,
            is_sender_right=desk.is_sender_right,
            has_sheet_grant=desk.has_sheet_grant,
            is_paused=record.paused_until is not None and record.paused_until > self._clock.now(),
            company_limit=desk.policy.people_per_company,
            most=MOST_PEOPLE,
            later=later,
            cap=caps[0],
            days=days_taken(planned, campaign.zone),
        )

    def _save(self, campaign: Campaign, going: Sequence[_Row]) -> Campaign:
        """Keep the mails, people first: a crash leaves a campaign that nobody knows, not one without people."""
        now = self._clock.now()
        made = [_enrollment(campaign, one, number, now) for number, one in enumerate(going)]
        for start in range(0, len(made), CHUNK // 2):
            self._store.commit([self._store.enrollment_write(one) for one in made[start : start + CHUNK // 2]])
        approval = approval_of(approved.digest for one in made for approved in one.mails)
        campaign = replace(campaign, people=len(made), approval=approval)
        self._store.commit([self._store.campaign_write(campaign)])
        return self._store.find_campaign(campaign.tenant, campaign.id) or campaign

    def _plan(self, desk: Desk, campaign: Campaign, flight: Flight, legs: tuple[Leg, ...]) -> Plan:
        return Plan(
            campaign=campaign,
            sender=desk.voice.sender.address if desk.has_grant else "",
            sender_name=desk.voice.sender.name,
            people=campaign.people,
            preflight=flight.lines,
            timeline=legs,
        )


def _enrollment(campaign: Campaign, one: _Row, number: int, now: datetime) -> Enrollment:
    return Enrollment(
        id=digest("enrollment", campaign.tenant, campaign.id, one.key),
        tenant=campaign.tenant,
        campaign=campaign.id,
        mailbox=campaign.user,
        lead_id=one.now.id,
        person=one.key,
        company=_company(one.now),
        to=one.mails[0].mail.to,
        place=one.place,
        mails=one.mails,
        number=number,
        updated_at=now,
    )


def _company(row: RowNow) -> str:
    """Return what people of one firm share: their domain, or the firm's name where the domain is anybody's."""
    if row.person and not is_consumer(row.person):
        return domain_of(row.person)
    return fold(clean(row.lead.value(Field.COMPANY)))[:100]


def _zone(name: str) -> str:
    return place_of("", "", "", "", name).zone
