"""The way in: commands work on a faulty configuration, servers refuse it."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from flask import Flask

from addon.app import LazyServices
from addon.bootstrap import services_for
from addon.commands import add_commands, findings
from addon.config import Config
from tests.fakes import configuration as configurations

ROOT = Path(__file__).resolve().parents[2]
FAULTY = {"PLAYGROUND": "0", "PORT": "none", "BASE_URL": "http://assistant.example.com"}


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the project with an environment in which only the given settings are set."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "HOME", "LANG")}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=kept | environ, capture_output=True, text=True, timeout=60
    )


def command(config: Config, *arguments: str) -> tuple[int, str]:
    app = Flask("commands")
    add_commands(app, config)
    result = CliRunner().invoke(app.cli, arguments)
    return result.exit_code, result.output


def test_the_server_refuses_a_faulty_configuration_and_names_every_fault() -> None:
    result = run("server.py", **FAULTY)
    assert result.returncode == 1
    for name in ("PORT", "BASE_URL"):
        assert f"  - {name} must be" in result.stderr
    assert "Traceback" not in result.stderr


def test_other_servers_are_refused_too() -> None:
    result = run("-c", "import server", **FAULTY)
    assert result.returncode != 0
    assert "Misconfigured" in result.stderr


def test_commands_run_on_a_faulty_configuration() -> None:
    result = run("-m", "flask", "--app", "server", "deployment", "--base-url", "https://a.example.com", **FAULTY)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["addOns"]["common"]["homepageTrigger"]["runFunction"] == (
        "https://a.example.com/addon/home"
    )


HEAVY = ["googleapiclient", "google.generativeai", "firebase_admin", "requests", "google.cloud.firestore", "sqlite3"]


def test_importing_the_server_for_a_command_builds_nothing_and_loads_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys, click\n"
        "with click.Context(click.Command('doctor'), info_name='doctor'):\n"
        "    import server\n"
        f"print([name for name in {HEAVY} if name in sys.modules])\n"
        "print(server.app.extensions['services']._built)\n"
    )
    result = run("-c", script, PLAYGROUND="1", **configurations.KEYS)
    assert result.stdout.split("\n")[:2] == ["[]", "None"], result.stderr


def test_doctor_names_every_fault_and_fails(tmp_path: Path) -> None:
    config = configurations.laptop(
        tmp_path, SECRET_KEY="short", STORE_URL="sqlite:///a/b.db", GOOGLE_CERTS_URL="http://localhost:1/"
    )
    code, output = command(config, "doctor")
    assert code == 1
    assert "FAULT configuration: SECRET_KEY" in output
    assert "FAULT certificates: " in output
    assert "GOOGLE_CERTS_URL" in output
    assert "Traceback" not in output


def test_doctor_says_which_model_writes(tmp_path: Path) -> None:
    def model_of(**bent: str) -> list[str]:
        config = configurations.laptop(tmp_path, GOOGLE_CERTS_URL="http://localhost:1/", **bent)
        return [text for _, what, text in findings(config) if what == "model"]

    assert model_of() == ["none: drafts come from the offline twin"]
    assert model_of(GEMINI_API_KEY="k") == ["gemini-3.5-flash-lite"]


def test_migrate_brings_the_store_up_to_date_once(tmp_path: Path) -> None:
    config = configurations.laptop(tmp_path)
    assert command(config, "migrate")[0] == 0
    code, output = command(config, "migrate", "--plan")
    assert (code, output) == (0, "The store is up to date.\n")


def test_migrate_and_tick_refuse_a_faulty_configuration_but_a_plan_does_not(tmp_path: Path) -> None:
    config = configurations.laptop(tmp_path, SECRET_KEY="short")
    for arguments in (["migrate"], ["tick"]):
        code, output = command(config, *arguments)
        assert (code, "SECRET_KEY" in output) == (1, True)
    assert command(config, "migrate", "--plan")[0] == 0


@pytest.mark.parametrize("address", ["http://a.example.com", "nonsense"])
def test_deployment_refuses_an_address_google_cannot_call(tmp_path: Path, address: str) -> None:
    code, output = command(configurations.laptop(tmp_path), "deployment", "--base-url", address)
    assert code == 1
    assert output.startswith("Error: ")


def tickers() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "ticker"}


def test_tick_does_what_is_due_itself_and_starts_no_ticker(tmp_path: Path) -> None:
    before = tickers()
    code, output = command(configurations.laptop(tmp_path), "tick")
    assert (code, output) == (0, "taken 0, finished 0, next due: nothing\n")
    assert tickers() <= before
    services_for(configurations.laptop(tmp_path), ticks=False).stop()


def test_stopped_services_have_no_ticker_left(tmp_path: Path) -> None:
    before = tickers()
    services = services_for(configurations.laptop(tmp_path))
    assert len(tickers() - before) == 1
    services.stop()
    assert tickers() <= before


def test_a_gunicorn_worker_stops_its_ticker_when_it_exits(tmp_path: Path) -> None:
    worker_exit = runpy.run_path(str(ROOT / "gunicorn.conf.py"))["worker_exit"]
    before = tickers()
    lazy = LazyServices(lambda: services_for(configurations.laptop(tmp_path)))
    worker = SimpleNamespace(wsgi=SimpleNamespace(extensions={"services": lazy}))
    worker_exit(None, worker)
    assert tickers() <= before, "nothing is built only to be stopped"
    lazy()
    assert len(tickers() - before) == 1
    worker_exit(None, worker)
    assert tickers() <= before
    worker_exit(None, SimpleNamespace())
    worker_exit(None, SimpleNamespace(wsgi=lambda environ, start: []))


@pytest.mark.parametrize("end", ["pass", "raise SystemExit"])
def test_the_server_stops_its_ticker_when_serving_ends(tmp_path: Path, end: str) -> None:
    script = (
        "import threading, waitress\n"
        "def names(): return [thread.name for thread in threading.enumerate()]\n"
        f"def serve(*_, **__):\n    print('ticker' in names())\n    {end}\n"
        "waitress.serve = serve\n"
        "import server\n"
        "try: server.serve(server.config, server.app)\n"
        "except SystemExit: pass\n"
        "print('ticker' in names())\n"
    )
    store = f"sqlite:///{tmp_path / 'store.db'}"
    result = run("-c", script, PLAYGROUND="1", STORE_URL=store, **configurations.KEYS)
    assert [line for line in result.stdout.splitlines() if line in ("True", "False")] == ["True", "False"], (
        result.stderr
    )


def test_grants_are_listed_without_addresses_and_cleared(tmp_path: Path) -> None:
    config = configurations.laptop(tmp_path)
    documents = services_for(config, ticks=False).documents
    documents.create("tenants", "nordwind.example", {})
    sealed = {"account": "ana@nordwind.example", "scopes": [], "refresh": "sealed", "reason": ""}
    for kind, state in (("gmail", "live"), ("sheets", "dead")):
        data = sealed | {"granted_at": datetime(2026, 11, 24, 9, tzinfo=UTC), "state": state}
        documents.create(f"tenants/nordwind.example/{kind}_oauth_tokens", "1001", data)
    code, said = command(config, "grants", "list")
    assert (code, said.splitlines()) == (
        0,
        [
            "nordwind.example\t1001\tgmail\tlive\t2026-11-24T09:00:00+00:00",
            "nordwind.example\t1001\tsheets\tdead\t2026-11-24T09:00:00+00:00",
        ],
    )
    assert command(config, "grants", "clear", "--user", "1002", "--yes") == (0, "0 ended\n")
    assert command(config, "grants", "clear", "--tenant", "nordwind.example", "--yes") == (0, "2 ended\n")
    assert command(config, "grants", "list") == (0, "")
