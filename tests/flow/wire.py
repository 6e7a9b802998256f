"""The whole over the wire: the playground and the add-on, each served in a thread, and people between them.

The add-on is the real one: configuration, application, adapters. Only its ticker does not run, so that a test says
when work goes on: ``tick``, or the playground's clock.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import requests

from addon.adapters.dates import CldrDates
from addon.adapters.flufl_bounce import FluflBounceScanner
from addon.adapters.mime import StdlibMime
from addon.adapters.schema import migrate
from addon.adapters.sheets import GoogleSpreadsheets
from addon.adapters.sheets_create import GoogleNewSpreadsheets
from addon.adapters.table_files import UploadedFiles
from addon.app import create_app
from addon.bootstrap import bookings_for, clock_for, consent_for, documents_for, mailboxes_for, model_for
from addon.config import Config
from addon.lib.seal import Sealer
from addon.lib.signing import Signer
from addon.ports import Delete, Query
from addon.rooms import Ports
from addon.runs.model import Run
from addon.services import Services, build
from playground import app as playground_app
from playground import environment
from playground import world as playground_world
from tests.cast import ANA
from tests.fakes.world import SilentQueue
from tests.flow.door import Door
from tests.flow.grid import Grid, grid_of
from tests.flow.person import Person

MODEL_SECONDS = 0.4
"""How long the add-on waits for the model in tests: longer than the stand-in ever takes, shorter than it ever holds."""

PAGE = 5_000
"""Rows the playground gives at a time."""


class Wire:
    """Both servers and their store; a file of its own keeps each test apart from the others."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.google, self.addon = Door(), Door()
        self.clock_file = folder / "clock"
        self.world = playground_world.create(
            addon=self.addon.origin, data=folder / "playground", clock_file=self.clock_file
        )
        self.google.app = playground_app.create_app(self.world)
        self.folder = folder
        self.settings = settings
        self.config = self.config_with()
        self.begin()

    def config_with(self, **settings: str) -> Config:
        laptop = {"PLAYGROUND": "1", "BASE_URL": self.addon.origin, "STORE_URL": "sqlite:///store.db"}
        google = environment.variables(self.google.origin, self.clock_file)
        return Config.load({**laptop, **google, **self.settings, **settings}, self.folder)

    def begin(self, **settings: str) -> None:
        """Start the add-on, or start it anew with other settings; the store and the port stay."""
        self.config = self.config_with(**settings)
        self.services = services_of(self.config)
        self.addon.app = create_app(self.config, self.services)

    def calm(self) -> None:
        """Take back all trouble a test made."""
        self.world.faults.clear()
        self.world.model.reset()
        self.google.quieten()
        self.addon.quieten()
        if self.config.gemini_api_key:
            self.forget()

    def forget(self) -> None:
        """Forget what the model answered and refused, so that the next test meets it anew."""
        documents = self.services.documents
        for collection in (f"tenants/{ANA.tenant}/model_answers", "model_budgets"):
            found = documents.find(collection, Query(limit=400)).found
            documents.commit([Delete(collection, one.id) for one in found])
        self.begin()

    def close(self) -> None:
        self.addon.close()
        self.google.close()

    # --- files ---
    def sheet(self, rows: Iterable[Sequence[object]], title: str = "Leads", user: str = "ana") -> Person:
        """Open a file of these rows and allow it: return the person with Home before them."""
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        person = self.person(self.play("/play/files", title=title, csv=text.getvalue())["id"], user)
        person.allow()
        return person

    def person(self, file: str, user: str = "ana") -> Person:
        return Person(self.google.origin, user, file)

    def grid(self, file: str, tab: int = 0) -> Grid:
        about = self.look(f"/play/files/{file}")
        found = next(one for one in about["tabs"] if one["sheetId"] == tab)
        pages = [
            self.look(f"/play/files/{file}/tabs/{tab}/cells?first={first}&last={first + PAGE}")["rows"]
            for first in range(0, found["rows"], PAGE)
        ]
        return grid_of(found, [row for page in pages for row in page])

    def edit(self, file: str, op: str, tab: int = 0, **more: object) -> None:
        """Do what the user does in the grid."""
        self.play(f"/play/files/{file}/edit", op=op, sheetId=tab, **more)

    # --- the playground's other controls ---
    def play(self, path: str, **body: object) -> Any:
        answer = requests.post(self.google.origin + path, json=body, timeout=60)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def look(self, path: str) -> Any:
        answer = requests.get(self.google.origin + path, timeout=60)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def advance(self, hours: float) -> Any:
        return self.play("/clock", advance_hours=hours)

    def calls(self, api: str, method: str | None = None) -> int:
        return self.world.calls.of(api, method)

    # --- runs ---
    def runs(self, file: str) -> list[Run]:
        """Return the active runs of a file of Ana's company."""
        return self.services.runs.active(ANA, file)

    def finish(self, person: Person, words: str, **typed: str) -> str:
        """Press a button that starts a run, and work until the receipt is no longer active; return the receipt."""
        person.press(words, **typed)
        return self.work(person)

    def work(self, person: Person, hours: float = 0.5, rounds: int = 60) -> str:
        """Let time pass until the run on the card is over; samples are liked."""
        for _ in range(rounds):
            seen = person.press("Refresh")
            if "Write the rest" in person.words():
                seen = person.press("Write the rest")
            elif "Stop" not in person.words():
                return seen
            answer = self.advance(hours)
            assert "problem" not in answer, answer
        raise AssertionError(f"the run does not end:\n{person.text()}")


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Ask again and again; each question is a request, so nobody spins."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not so after {seconds} s"


def services_of(config: Config) -> Services:
    """Build what ``bootstrap.services_for`` builds, but for the ticker and for how long a model may take."""
    documents, clock = documents_for(config), clock_for(config)
    migrate(documents)
    spreadsheets = GoogleSpreadsheets(config.sheets_api_url)
    ports = Ports(
        documents=documents,
        spreadsheets=spreadsheets,
        new_spreadsheets=GoogleNewSpreadsheets(spreadsheets),
        table_files=UploadedFiles(),
        model=model_for(config, documents, clock, timeout_seconds=MODEL_SECONDS),
        queue=SilentQueue(),
        mime=StdlibMime(),
        scanner=FluflBounceScanner(),
        dates=CldrDates(),
        clock=clock,
        bookings=bookings_for(config, clock),
        consent=consent_for(config),
        mailboxes=mailboxes_for(config, clock),
        firestore_project=config.firestore_project or "",
        base_url=config.base_url,
        sheets_scope=config.sheets_scope,
        admin_emails=config.admin_emails,
    )
    return build(ports, Sealer(config.token_keys), Signer(config.secret_key), config.suppression_key)
