"""Configuration → adapters → services. The one place that knows which adapter stands behind which port."""

from __future__ import annotations

from dataclasses import replace

from addon.accounts.grant_model import GrantKind
from addon.adapters.certificates import CertificateSource
from addon.adapters.dates import CldrDates
from addon.adapters.flufl_bounce import FluflBounceScanner
from addon.adapters.gmail import GmailMailboxes
from addon.adapters.mime import StdlibMime
from addon.adapters.oauth import Client, Endpoints, GoogleConsent
from addon.adapters.schema import migrate
from addon.adapters.sheets import GoogleSpreadsheets
from addon.adapters.sheets_create import GoogleNewSpreadsheets
from addon.adapters.table_files import UploadedFiles
from addon.config import Config
from addon.lib.bucket import Limit
from addon.lib.clock import OffsetClock, SystemClock
from addon.lib.seal import Sealer
from addon.lib.signing import Signer
from addon.ports import Bookings, Clock, Consent, Documents, Mailboxes, TextModel
from addon.rooms import Ports
from addon.services import Services, build
from addon.web.keyring import Keyring
from addon.worker import HANDS, Ticker

MODEL_SECONDS = 30.0
"""How long an answer of the language model may take: ten mails are some 3,000 tokens, at 200 a second."""


class LocalQueue:
    """Wakes this process's ticker; before there is one, waking does nothing: the due row is found anyway."""

    def __init__(self) -> None:
        self.ticker: Ticker | None = None

    def wake(self, kind: str, ref: str) -> None:
        """See ``TaskQueue.wake``."""
        if self.ticker:
            self.ticker.wake(kind, ref)


def services_for(config: Config, *, ticks: bool = True) -> Services:
    """Build the services of a configuration without faults; unless ``ticks`` is False, start this process's ticker."""
    queue = LocalQueue()
    clock = clock_for(config)
    documents = documents_for(config)
    migrate(documents)
    spreadsheets = GoogleSpreadsheets(config.sheets_api_url)
    ports = Ports(
        documents=documents,
        spreadsheets=spreadsheets,
        new_spreadsheets=GoogleNewSpreadsheets(spreadsheets),
        table_files=UploadedFiles(),
        model=model_for(config, documents, clock),
        queue=queue,
        mime=StdlibMime(),
        scanner=FluflBounceScanner(),
        dates=CldrDates(),
        pubsub_topic=config.gmail_pubsub_topic,
        clock=clock,
        bookings=bookings_for(config, clock),
        consent=consent_for(config),
        mailboxes=mailboxes_for(config, clock),
        firestore_project=config.firestore_project or "",
        base_url=config.base_url,
        sheets_scope=config.sheets_scope,
        admin_emails=config.admin_emails,
    )
    services = build(ports, Sealer(config.token_keys), Signer(config.secret_key), config.suppression_key, hands=HANDS)
    if not ticks:
        return services
    queue.ticker = Ticker(services.worker, clock)
    queue.ticker.start()
    return replace(services, ticker=queue.ticker)


def documents_for(config: Config) -> Documents:
    """Open the store that ``STORE_URL`` names."""
    if config.sqlite_path is not None:
        from addon.adapters.sqlite import SqliteDocuments

        return SqliteDocuments(config.sqlite_path)
    from addon.adapters.firestore import connect  # 0.4 s: only where it is the store

    return connect(
        config.firestore_project or "",
        service_account=_service_account(config),
        emulator=config.firestore_emulator_host,
    )


def _service_account(config: Config) -> dict[str, str] | None:
    """Return the FIREBASE_* fields, or None where the machine's own credentials serve."""
    if not config.firebase_private_key:
        return None
    return {
        "private_key_id": config.firebase_private_key_id,
        "private_key": config.firebase_private_key,
        "client_email": config.firebase_client_email,
        "client_id": config.firebase_client_id,
        "token_uri": config.oauth_token_url,
    }


def clock_for(config: Config) -> Clock:
    """Business time: real, but for the playground's offset."""
    return OffsetClock(config.clock_file) if config.playground and config.clock_file else SystemClock()


def model_for(
    config: Config, documents: Documents, clock: Clock, *, timeout_seconds: float = MODEL_SECONDS
) -> TextModel | None:
    """Return the language model, watched over; None without a key. Nothing is called."""
    if not config.gemini_api_key:
        return None
    from addon.adapters.generativeai import GenerativeAi
    from addon.adapters.metered_model import MeteredModel

    vendor = GenerativeAi(config.gemini_api_key, config.gemini_model, config.gemini_api_url, clock, timeout_seconds)
    limit = Limit(calls=config.gemini_requests_a_minute, tokens=config.gemini_tokens_a_minute)
    return MeteredModel(
        vendor, documents, clock, key=config.gemini_api_key, limit=limit, daily_limit=config.gemini_daily_limit
    )


def bookings_for(config: Config, clock: Clock) -> Bookings | None:
    """Return the booking service; None without a key. Nothing is called."""
    if not config.calendly_api_key:
        return None
    from addon.adapters.calendly import Calendly

    return Calendly(config.calendly_api_key, config.calendly_api_url, clock)


def consent_for(config: Config) -> Consent:
    """Return Google's OAuth for the configured clients. Nothing is called."""
    clients = {
        GrantKind.GMAIL: Client(config.gmail_client_id, config.gmail_client_secret),
        GrantKind.SHEETS: Client(config.sheets_client_id, config.sheets_client_secret),
    }
    endpoints = Endpoints(auth=config.oauth_auth_url, token=config.oauth_token_url, revoke=config.oauth_revoke_url)
    return GoogleConsent(clients, endpoints, Keyring(CertificateSource(config.google_certs_url)).certificate)


def mailboxes_for(config: Config, clock: Clock) -> Mailboxes:
    """Return Gmail. Nothing is called."""
    return GmailMailboxes(config.gmail_api_url, now=clock.now)
