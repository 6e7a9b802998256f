"""Google for a benchmark: the playground's stand-ins in this process, and the events Google would post."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import waitress

from playground import cast, csv_import, environment, events, world
from playground.app import create_app

USER = cast.CAST["ana"]
CERTIFICATES_PATH = "/oauth2/v1/certs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """One call of Google's: where to, with which token, and the event."""

    path: str
    token: str
    body: bytes


@dataclass(slots=True)
class Payloads:
    """What went over the wire of the Sheets stand-in, both ways, as JSON text."""

    texts: list[bytes]


class Google:
    """Stand-ins at ``origin`` for one add-on at ``addon``."""

    def __init__(self, made: world.World, origin: str, folder: Path, payloads: Payloads) -> None:
        self.world = made
        self.origin = origin
        self.payloads = payloads
        self._clock = folder / "clock"

    @property
    def certificates_url(self) -> str:
        return self.origin + CERTIFICATES_PATH

    def environment(self) -> dict[str, str]:
        """Return the settings that lead an add-on here."""
        return environment.variables(self.origin, self._clock)

    def certificate_fetches(self) -> int:
        return self.world.calls.of("oauth", "certs")

    def system_token(self, url: str) -> str:
        return self.world.keys.service_token(cast.ADDON_SERVICE_ACCOUNT, url)

    def access_token(self) -> str:
        return self.world.access.mint(USER.id, cast.ADDON_CLIENT_ID, self.world.platform.deployment.scopes)

    def add_sheet(self, title: str, csv: str) -> str:
        """Lay a spreadsheet of the user's out, allow the add-on into it, and return its id."""
        workbook = self.world.files.add(USER.id, csv_import.to_book(title, csv))
        self.world.access.grant(USER.id, workbook.id)
        return workbook.id

    def event(self, base_url: str, path: str, file_id: str = "") -> Posted:
        """Return the call of a trigger; with ``file_id`` in a sheet the user allowed."""
        system = self.system_token(base_url + path)
        tokens = events.Tokens(system=system, user_oauth=self.access_token(), user_id=self.world.keys.user_token(USER))
        deployment = self.world.platform.deployment
        event = events.build(
            deployment=deployment,
            host="SHEETS",
            user=USER,
            granted=deployment.scopes,
            tokens=tokens,
            context=events.sheets_part(events.OpenFile(id=file_id, title="Leads", is_granted=bool(file_id))),
            now=datetime.now(UTC),
        )
        return Posted(path=path, token=system, body=json.dumps(event).encode())


@contextmanager
def playing(folder: Path, addon: str = "http://localhost:8080") -> Iterator[Google]:
    """Yield Google's stand-ins on a free port of this machine, in threads of this process."""
    made = world.create(addon=addon, data=folder / "playground", clock_file=folder / "clock")
    payloads = Payloads([])
    server = waitress.create_server(_recorded(create_app(made), payloads), host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield Google(made, f"http://127.0.0.1:{server.effective_port}", folder, payloads)
    finally:
        server.close()
        thread.join(timeout=5)


def _recorded(app, payloads: Payloads):
    """Keep the bodies of calls to the Sheets API as they pass."""

    def serve(environ, start_response):
        if not environ["PATH_INFO"].startswith("/v4/spreadsheets"):
            return app(environ, start_response)
        asked = environ["wsgi.input"].read()
        environ["wsgi.input"].seek(0)
        answer = b"".join(app(environ, start_response))
        payloads.texts += [body for body in (asked, answer) if body]
        return [answer]

    return serve
