"""An office that uses the second server: the real services on SQLite, and only the spreadsheet is a fake."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import requests

from addon.accounts.grant_model import ConsentAsk, GrantKind, Outcome
from addon.accounts.model import Caller
from addon.accounts.policy_model import Policy
from addon.adapters.certificates import CertificateSource
from addon.adapters.dates import CldrDates
from addon.adapters.flufl_bounce import FluflBounceScanner
from addon.adapters.gmail import GmailMailboxes
from addon.adapters.mime import StdlibMime
from addon.adapters.oauth import Client, Endpoints, GoogleConsent
from addon.adapters.sqlite import SqliteDocuments
from addon.adapters.table_files import UploadedFiles
from addon.lib.seal import Sealer
from addon.lib.signing import Signer
from addon.ports import Mailbox, Query
from addon.rooms import Ports
from addon.sequences.campaign_model import Campaign, Enrollment, Source
from addon.sequences.delivery_model import Send
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.services import Services, build
from addon.web.keyring import Keyring
from tests.fakes.clock import FakeClock
from tests.fakes.consenting import token_of
from tests.fakes.ears import NoEars
from tests.fakes.new_spreadsheets import FakeNewSpreadsheets
from tests.fakes.sending import drafted_sheet
from tests.fakes.spreadsheets import FakeSpreadsheets
from tests.fakes.world import FILE, KEYS, SilentQueue

ANA, MARCO = "ana@nordwind.example", "marco@nordwind.example"
TENANT = "nordwind.example"
BASE_URL = "https://assistant.example"
COOKIE = "this browser"
MOST_TICKS = 2_000


class Office:
    """Ana's: ``origin`` is where Google's OAuth and Gmail stand."""

    def __init__(self, origin: str, folder: Path, people: int = 1) -> None:
        self.clock = FakeClock()
        self.documents = SqliteDocuments(folder / "office.db")
        self.consent = consent_at(origin)
        self.mailboxes = GmailMailboxes(origin, now=self.clock.now)
        self.spreadsheets = FakeSpreadsheets()
        self.spreadsheets.files[FILE] = {0: drafted_sheet(people)}
        self.services = self._services()
        self.ana = Caller(tenant=TENANT, user=self.subject_of(ANA), email=ANA)
        self.services.accounts.enter(self.ana)
        self.services.policies.save(self.ana, Policy(postal_address="1 Harbour St, Hull"))

    def _services(self) -> Services:
        ports = Ports(
            documents=self.documents,
            spreadsheets=self.spreadsheets,
            new_spreadsheets=FakeNewSpreadsheets(self.spreadsheets),
            table_files=UploadedFiles(),
            model=None,
            ears=NoEars(),
            queue=SilentQueue(),
            mime=StdlibMime(),
            scanner=FluflBounceScanner(),
            dates=CldrDates(),
            clock=self.clock,
            consent=self.consent,
            mailboxes=self.mailboxes,
            base_url=BASE_URL,
        )
        return build(ports, Sealer(KEYS), Signer(KEYS), "suppression-key")

    # --- consent ---
    def subject_of(self, email: str) -> str:
        """Sign in, and return the id the server gave that person when it started."""
        ask = ask_for(GrantKind.GMAIL, ("openid", "email"))
        code, _ = press(self.consent.url(ask), email)
        return self.consent.exchange(ask, code).sub

    def connect(self, kind: GrantKind, email: str = ANA) -> Outcome:
        """Press Connect as Ana, and sign in as ``email``."""
        grants = self.services.grants
        page = grants.consent_url(kind, token_of(grants.begin(self.ana, kind)), COOKIE)
        code, state = press(page, email)
        return grants.finish(kind, state, COOKIE, code)

    def mailbox(self) -> Mailbox:
        """Open Ana's mailbox with the access her grant is good for."""
        return self.mailboxes.open(self.services.grants.access(TENANT, self.ana.user, GrantKind.GMAIL))

    # --- sequences ---
    def confirmed(self) -> Campaign:
        """Plan the default sequence for everybody in the sheet, and confirm it."""
        source = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")
        plan = self.services.plans.start(self.ana, source, "new", "token", None)
        return self.services.sequences.confirm(self.ana, plan.campaign.id, plan.campaign.approval)

    def work(self, hours: float) -> None:
        """Let time pass, with a turn at every due instant."""
        end = self.clock.now() + timedelta(hours=hours)
        for _ in range(MOST_TICKS):
            due = self.services.worker.tick(5.0).next_due
            if due is None or due > end:
                break
            self.clock.at = max(due, self.clock.at + timedelta(seconds=1))
        self.clock.at = max(end, self.clock.at)

    def enrollments(self, campaign: Campaign) -> list[Enrollment]:
        return SequenceRepository(self.documents).first_of(TENANT, campaign.id, 100)

    def sends(self) -> list[Send]:
        """Return every send as stored, the oldest first."""
        found = self.documents.find(f"tenants/{TENANT}/sends", Query(limit=400)).found
        sends = (SendRepository(self.documents).find(TENANT, one.id) for one in found)
        return sorted((send for send in sends if send), key=lambda send: send.created_at)


def consent_at(origin: str) -> GoogleConsent:
    """Return our OAuth adapter for the two clients that seed.yaml names."""
    clients = {kind: Client(f"{kind}-client", f"{kind}-secret") for kind in GrantKind}
    endpoints = Endpoints(
        auth=f"{origin}/o/oauth2/v2/auth", token=f"{origin}/oauth2/token", revoke=f"{origin}/oauth2/revoke"
    )
    return GoogleConsent(clients, endpoints, Keyring(CertificateSource(f"{origin}/oauth2/v1/certs")).certificate)


def ask_for(kind: GrantKind, scopes: Sequence[str], verifier: str = "v" * 43) -> ConsentAsk:
    """Return an ask that belongs to no visit of ours."""
    return ConsentAsk(
        kind=kind,
        scopes=tuple(scopes),
        state="state",
        verifier=verifier,
        redirect_uri=f"{BASE_URL}/oauth/{kind}/callback",
        login_hint=ANA,
    )


# --- the browser ---
class _Forms(HTMLParser):
    """The forms of a page: where each leads, and its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append((named["action"], {}))
        elif tag == "input" and self.found:
            self.found[-1][1][named["name"]] = named["value"]


def press(page: str, email: str) -> tuple[str, str]:
    """Open a consent page, press the button of one person, and return the code and the state that come back."""
    forms = _Forms()
    forms.feed(requests.get(page, timeout=10).text)
    action, fields = next((action, fields) for action, fields in forms.found if fields.get("email") == email)
    back = requests.post(urljoin(page, action), data=fields, timeout=10, allow_redirects=False)
    query = parse_qs(urlsplit(back.headers["Location"]).query)
    return query["code"][0], query["state"][0]
