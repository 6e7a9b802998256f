"""What the project promises of its own tools: a clean machine, a pull request, every supported Python."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools import missing

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("promised", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_a_missing_tool_fails_where_it_is_promised_and_skips_elsewhere(
    monkeypatch: pytest.MonkeyPatch, promised: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", promised)
    with pytest.raises(outcome, match="a lathe is not on this machine: buy one"):
        missing("a lathe", "buy one")


@pytest.mark.parametrize("tool", ["browser/conftest.py", "cross/server.py", "emulator.py"])
def test_no_tool_is_skipped_past_the_promise(tool: str) -> None:
    text = (ROOT / "tests" / tool).read_text(encoding="utf-8")
    assert "missing(" in text
    assert "pytest.skip(" not in text


def test_the_pipeline_checks_the_form_and_installs_what_tests_need() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    for part in (
        "ruff format --check",
        "chromium",
        "google-cloud-cli-firestore-emulator",
        "install npm",
        "export CI=true",
    ):
        assert part in script


@pytest.mark.skipif(shutil.which("make") is None, reason="no make: apt-get install make")
def test_wheels_are_looked_for_for_every_requirement_file() -> None:
    shown = subprocess.run(["make", "-n", "wheels"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    wanted = shown[shown.index("for version in 3.12 3.13") :]
    for file in ROOT.glob("requirements*.txt"):
        assert f"-r {file.name}" in wanted
