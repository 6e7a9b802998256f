"""Finds every text of ours that a card may say, in the source: what the catalogues must hold, and no more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAYING = ("say", "say_many", "Message", "Forms", "Label")
ERRORS = ("Invalid", "Unavailable", "Rejected", "Conflict")

NOTES = ("note", "ASK_AGAIN")
"""Names that runs give to sentences they store as notes."""

ELSEWHERE = {
    "addon/adapters/certificates.py": "a status code answers where Google's certificates are out of reach",
    "addon/web/keyring.py": "the same",
    "addon/adapters/document_queries.py": "a fault of ours, for the log",
    "addon/adapters/document_rules.py": "conflicts have one sentence of the router's; the rest is a fault of ours",
    "addon/adapters/schema.py": "said by the command line",
    "addon/web/deployment.py": "said by the command line",
    "addon/adapters/table_files.py": "said on the import page",
    "addon/adapters/text_encoding.py": "said on the import page",
    "addon/adapters/text_table.py": "said on the import page",
    "addon/adapters/workbook_file.py": "said on the import page",
    "addon/leads/importing.py": "said on the import page",
    "addon/leads/files_service.py": "said on the pages of files",
    "addon/lib/signing.py": "said on the pages of files",
    "addon/web/files.py": "said on the pages of files",
    "addon/drafting/asking.py": "said in the sheet, which readers of several languages share",
    "addon/drafting/evidence.py": "said in the sheet",
    "addon/drafting/frame.py": "said in the sheet",
    "addon/drafting/read_answer.py": "said in the sheet",
    "addon/drafting/service.py": "said in the sheet",
    "addon/scoring/service.py": "said in the sheet",
}
"""Files whose errors never reach a card, and where they are said instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One text at its place; ``forms`` are one, or singular and plural."""

    where: str
    forms: tuple[str, ...]


def found() -> list[Found]:
    """Return the texts of cards, handlers, errors and notes of runs, in the order of the source."""
    files = [*sorted((ROOT / "cards").glob("*.py")), *sorted((ROOT / "addon").rglob("*.py"))]
    return [text for path in files for text in _in(path)]


def built() -> list[str]:
    """Return the places where a text is put together before it is said, so that no catalogue can hold it."""
    wrong = (ast.JoinedStr, ast.BinOp)
    files = [*(ROOT / "cards").glob("*.py"), *(ROOT / "addon").rglob("*.py")]
    calls = [(path, call) for path in files for call in _calls(path, ast.parse(path.read_text(encoding="utf-8")))]
    return [
        f"{_name(path)}:{call.lineno}"
        for path, call in calls
        if any(isinstance(node, wrong) for arg in call.args[:1] for node in ast.walk(arg))
    ]


def _in(path: Path) -> Iterator[Found]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = _constants(tree)
    for call in _calls(path, tree):
        count = 2 if call.func.id in ("say_many", "Forms") else 1  # type: ignore[attr-defined]
        first = call.args[0]
        choices = [[first.body], [first.orelse]] if isinstance(first, ast.IfExp) else [call.args[:count]]
        for choice in choices:
            texts = tuple(_text(arg, constants) for arg in choice)
            if all(texts):
                yield Found(where=f"{_name(path)}:{call.lineno}", forms=texts)
    if _name(path).startswith("addon/runs/"):
        yield from (Found(where=f"{_name(path)}:note", forms=(text,)) for text in _notes(tree))


def _calls(path: Path, tree: ast.AST) -> Iterator[ast.Call]:
    wanted = SAYING if _name(path) in ELSEWHERE else (*SAYING, *ERRORS)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in wanted and node.args:
            yield node


def _constants(tree: ast.Module) -> dict[str, str]:
    """Return the texts that have a name in the module, such as ``BUSY = "…"``."""
    named = [node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
    return {
        target.id: str(node.value.value)  # type: ignore[attr-defined]
        for node in named
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _notes(tree: ast.Module) -> list[str]:
    assigned = [
        node for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    ]
    names = {node.value.value: node.targets[0] for node in assigned}  # type: ignore[attr-defined]
    return [text for text, name in names.items() if isinstance(name, ast.Name) and name.id in NOTES and text]


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return constants.get(node.id, "") if isinstance(node, ast.Name) else ""


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
