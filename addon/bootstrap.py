"""Configuration → adapters → services. The one place that knows which adapter stands behind which port."""

from __future__ import annotations

from dataclasses import replace

from addon.adapters.schema import migrate
from addon.adapters.sheets import GoogleSpreadsheets
from addon.config import Config
from addon.lib.clock import OffsetClock, SystemClock
from addon.lib.seal import Sealer
from addon.ports import Clock, Documents, TextModel
from addon.services import Ports, Services, build
from addon.worker import Ticker


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
    ports = Ports(
        documents=documents,
        spreadsheets=GoogleSpreadsheets(config.sheets_api_url),
        model=_model(config, clock),
        queue=queue,
        clock=clock,
    )
    services = build(ports, Sealer(config.token_keys))
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


def _model(config: Config, clock: Clock) -> TextModel | None:
    if not config.gemini_api_key:
        return None
    from addon.adapters.generativeai import GenerativeAi

    return GenerativeAi(config.gemini_api_key, config.gemini_model, config.gemini_api_url, clock)
