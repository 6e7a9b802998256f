"""The playground starts on this machine only, and says in one sentence why it does not start."""

from __future__ import annotations

import socket

import pytest

from playground.__main__ import main, parse


def test_defaults_are_the_documented_ones():
    options = parse([])
    assert (options.port, options.addon, str(options.env)) == (8081, "http://localhost:8080", "var/playground.env")
    assert (str(options.data), str(options.clock), options.envelope) == ("var/playground", "var/clock", "both")
    assert options.deployment.name == "deployment.json"


@pytest.mark.parametrize(
    "addon", ["https://addon.example", "localhost:8080", "ftp://localhost", "http://localhost.evil.example"]
)
def test_an_addon_elsewhere_is_refused(addon, capsys):
    with pytest.raises(SystemExit):
        parse(["--addon", addon])
    assert "loopback" in capsys.readouterr().err


@pytest.mark.parametrize("addon", ["http://localhost:8080/", "http://127.0.0.1:9", "http://[::1]:8080"])
def test_an_addon_on_this_machine_is_taken(addon):
    assert parse(["--addon", addon]).addon == addon.rstrip("/")


def test_a_missing_deployment_is_said(tmp_path, capsys):
    assert main(["--deployment", str(tmp_path / "none.json"), "--data", str(tmp_path)]) == 2
    assert "none.json is missing" in capsys.readouterr().err


def test_a_taken_port_is_said_and_no_environment_is_written(tmp_path, deployment_path, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        paths = {"--env": tmp_path / "env", "--data": tmp_path / "data", "--deployment": deployment_path}
        options = [part for name, path in paths.items() for part in (name, str(path))]
        assert main(["--port", str(port), *options]) == 2
    assert f"port {port} cannot be used" in capsys.readouterr().err
    assert not (tmp_path / "env").exists()
