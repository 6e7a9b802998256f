"""The house holds: who may import whom, how long a file may be, and what must not stand in it."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("accounts", "leads", "runs", "scoring", "drafting", "sequences", "tracking", "analytics")

MAX_LINES = 400
MAX_FUNCTION_LINES = 60
ENVIRONMENT_READERS = {
    "addon/config.py": "the one place that reads settings",
    "addon/adapters/firestore.py": "Google's client takes the emulator's address from the environment only",
}
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


PYTHON = tracked("*.py")
PRODUCTION = [path for path in PYTHON if path.relative_to(ROOT).parts[0] in ("addon", "cards", "server.py")]


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[str]:
    """Every module imported anywhere in the file; ``from x import y`` counts as ``x.y`` where y is a module."""
    modules = {module_of(other) for other in PYTHON}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield deeper if deeper in modules else node.module


def rung(module: str) -> tuple[float, str]:
    """Return the rung of the ladder a module stands on and the room it belongs to."""
    parts = module.split(".")
    if parts[0] == "server":
        return 14, ""
    if parts[0] == "cards":
        return 8, ""
    name = parts[1] if len(parts) > 1 else ""
    if name in ROOMS:
        kind = parts[2].rpartition("_")[2] if len(parts) > 2 else "model"  # files_service is a service
        return {"model": 2, "repository": 6, "service": 7, "dispatch": 7}.get(kind, 5), name
    fixed = {
        "lib": 1, "errors": 1, "ports": 3, "audit": 4, "config": 9, "settings": 9, "faults": 9, "laptop": 9,
        "adapters": 10, "services": 11, "rooms": 11, "worker": 11, "web": 12, "app": 13, "bootstrap": 13,
        "commands": 13, "grant_commands": 13, "": 0,
    }  # fmt: skip
    return fixed[name], ""


def may_import(importer: str, imported: str) -> bool:
    own, room = rung(importer)
    other, other_room = rung(imported)
    if own == 8 and other != 8:
        return other == 2 or other == 0
    if room and other_room and room != other_room:
        allowed = (2, 7) if own == 7 else (2,)
        return ROOMS.index(other_room) < ROOMS.index(room) and other in allowed
    if own == 5 and not other_room:
        return other == 1
    if own == 10:
        return other in (1, 2, 3, 10, 0, 9)
    return other <= own


@pytest.mark.parametrize("path", PRODUCTION, ids=module_of)
def test_imports_only_what_stands_above_it(path: Path) -> None:
    module = module_of(path)
    ours = [name for name in imports_of(path) if name.split(".")[0] in ("addon", "cards", "server", "playground")]
    wrong = [name for name in ours if name.startswith("playground") or not may_import(module, name)]
    assert not wrong, f"{module} may not import {wrong}"


def test_the_ladder_can_fail() -> None:
    assert not may_import("addon.leads.guess", "addon.ports")
    assert not may_import("addon.scoring.rules", "addon.leads.guess")
    assert not may_import("addon.scoring.service", "addon.leads.repository")
    assert not may_import("addon.leads.service", "addon.scoring.service")
    assert not may_import("cards.home", "addon.leads.service")
    assert not may_import("addon.adapters.sheets", "addon.leads.service")
    assert may_import("addon.scoring.service", "addon.runs.model")


def test_the_playground_knows_only_the_wire() -> None:
    for path in PYTHON:
        if path.relative_to(ROOT).parts[0] == "playground":
            wrong = [name for name in imports_of(path) if name.split(".")[0] in ("addon", "cards", "server", "tests")]
            assert not wrong, f"{path.name} imports {wrong}"


def test_only_the_web_knows_flask() -> None:
    allowed = ("addon/web/", "addon/app.py", "addon/commands.py", "server.py")
    for path in PRODUCTION:
        where = path.relative_to(ROOT).as_posix()
        if not where.startswith(allowed):
            assert not [name for name in imports_of(path) if name.split(".")[0] in ("flask", "werkzeug")], where


def test_files_and_functions_stay_short() -> None:
    code = [*PYTHON, *tracked("playground/static/*.js", "playground/static/*.css")]
    long_files = {
        path.relative_to(ROOT).as_posix()
        for path in code
        if len(path.read_text(encoding="utf-8").splitlines()) > MAX_LINES
    }
    assert long_files == set(LONG_FILES)
    assert set(_long_functions()) == set(LONG_FUNCTIONS)


def _long_functions() -> Iterator[str]:
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    yield f"{path.relative_to(ROOT).as_posix()}:{node.name}"


def test_only_config_reads_the_environment() -> None:
    for path in PRODUCTION:
        where = path.relative_to(ROOT).as_posix()
        if where in ENVIRONMENT_READERS:
            continue
        assert not re.search(r"os\.(environ|getenv)", path.read_text(encoding="utf-8")), where


def test_no_google_address_is_built_by_hand() -> None:
    wrong = [
        path.relative_to(ROOT).as_posix()
        for path in PRODUCTION
        if "adapters" in path.parts and re.search(r"https://\w+\.googleapis\.com", path.read_text(encoding="utf-8"))
    ]
    assert not wrong


def test_tests_do_not_sleep_and_patch_no_dotted_path() -> None:
    for path in PYTHON:
        if path.relative_to(ROOT).parts[0] != "tests" or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\btime\.sleep\(|monkeypatch\.setattr\(\s*[\"']|mock\.patch\(", text), path.name


def test_nothing_names_a_machine_or_a_registry() -> None:
    hosts = "|".join(("pypi" + r"\.org", "registry" + r"\.npmjs", "deb" + r"\.debian"))
    paths = r"(^|[^A-Za-z0-9])(/wor" + r"k/|/ro" + r"ot/|\.\./shar" + r"ed)"
    pattern = re.compile(f"{hosts}|{paths}", re.MULTILINE)
    for path in tracked("*"):
        if path.suffix in (".png", ".ico", ".xlsx", ".eml"):
            continue
        found = pattern.search(path.read_text(encoding="utf-8", errors="replace"))
        assert not found, f"{path.relative_to(ROOT)}: {found and found[0]!r}"
