"""The same flow on Google's Firestore emulator; a client that is none of ours reads what was stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests

from tests.cast import lead_rows
from tests.emulator import wipe
from tests.flow.wire import Wire

pytestmark = [pytest.mark.emulator, pytest.mark.xdist_group("emulator")]

ROWS = 5


@pytest.fixture
def project(emulator: str) -> Iterator[str]:
    name = f"wire-{uuid4().hex[:8]}"
    yield name
    wipe(emulator, name)


@pytest.fixture
def wire(emulator: str, project: str, tmp_path: Path) -> Iterator[Wire]:
    made = Wire(tmp_path, STORE_URL=f"firestore://{project}", FIRESTORE_EMULATOR_HOST=emulator)
    yield made
    made.close()


def documents(host: str, project: str, path: str) -> list[dict[str, Any]]:
    """List a collection over Firestore's own REST, as any client could."""
    url = f"http://{host}/v1/projects/{project}/databases/(default)/documents/{path}"
    answer = requests.get(url, params={"pageSize": 100}, headers={"Authorization": "Bearer owner"}, timeout=20)
    assert answer.status_code == 200, answer.text
    return [document["fields"] for document in answer.json().get("documents", [])]


def test_the_flow_on_firestore_and_a_foreign_client_reads_it(wire: Wire, emulator: str, project: str) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    before = wire.grid(ana.file).users()
    assert f"{ROWS} leads, {ROWS} ready" in ana.press("Check leads")
    assert f"{ROWS} of {ROWS} rows" in wire.finish(ana, "Score leads")
    wire.play("/play/faults", api="sheets", method="values.batchUpdateByDataFilter", kind="429")
    wire.begin()  # another process takes over
    assert f"{ROWS - 3} drafted offline" in wire.finish(ana, "Write drafts")
    grid = wire.grid(ana.file)
    assert grid.users() == before
    assert f"{ROWS} leads · {ROWS} scored · {ROWS} drafts" in ana.open()

    tenant = "tenants/nordwind.example"
    leads, runs, users = (documents(emulator, project, f"{tenant}/{name}") for name in ("leads", "runs", "users"))
    drafts = [lead["cells"]["mapValue"]["fields"]["Draft"]["stringValue"] for lead in leads]
    assert sorted(drafts) == sorted(grid.cells("Draft"))
    assert sorted((run["kind"]["stringValue"], run["state"]["stringValue"]) for run in runs) == [
        ("draft", "done"),
        ("score", "done"),
    ]
    assert {run["access"]["stringValue"] for run in runs} == {""}, "the access is forgotten when a run ends"
    assert len(users) == 1
    assert documents(emulator, project, "tenants/u:1004/leads") == []
