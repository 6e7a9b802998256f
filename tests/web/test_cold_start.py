"""A cold start loads what the first card needs: the rest costs time and memory where nobody has asked for it yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.fakes import configuration as configurations

ROOT = Path(__file__).resolve().parents[2]

LATER = (
    "addon.drafting.phrases",
    "addon.drafting.tongue",
    "addon.drafting.twin",
    "babel",
    "addon.lib.names",
    "babel",
    "addon.leads.table",
    "addon.scoring.rules",
    "email_validator",
    "firebase_admin",
    "google.generativeai",
    "googleapiclient",
    "holidays",
    "nameparser",
    "rapidfuzz",
    "requests",
)

FIRST_CARD = f"""
import json, sys, server
from addon.accounts.model import Caller
from addon.web.event_object import Event
from addon.web.routes import ROUTES
services = server.app.extensions["services"]()
ROUTES.triggers["/addon/home"](services, Event(), Caller(tenant="t", user="u", email="ana@nordwind.example"))
print(json.dumps([name for name in {LATER} if name in sys.modules]))
"""


def test_the_first_card_loads_no_rules_and_no_client_of_googles(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "HOME", "LANG")}
    environ = {**kept, **configurations.KEYS, "PLAYGROUND": "1", "STORE_URL": f"sqlite:///{tmp_path / 'store.db'}"}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_CARD], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
