"""Partial responses: ``fields=sheets(properties(sheetId,title))``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playground.google_errors import bad_request

if TYPE_CHECKING:
    from playground.shapes import Message

Mask = dict[str, Any]
"""Field names to masks; an empty mask keeps all below."""

_TOKEN = re.compile(r"\s*([A-Za-z_*][\w*]*|[(),./])\s*")


class BadMaskError(ValueError):
    """The text is no field mask."""


def read_mask(fields: str, message: Message) -> Mask:
    """Return the mask, checked against the answer's schema; raise Google's 400."""
    try:
        tree = parse_mask(fields)
    except BadMaskError as fault:
        raise _refusal(fields) from fault
    for path in _unknown(tree, message, ""):
        raise _refusal(path)
    return {} if "*" in tree else tree


def parse_mask(fields: str) -> Mask:
    """Read ``a,b(c,d/e),f.g`` into a tree."""
    tokens = [match[1] for match in _TOKEN.finditer(fields)]
    if not tokens or "".join(tokens) != re.sub(r"\s", "", fields):
        raise BadMaskError
    tree: Mask = {}
    rest = _read_list(tokens, tree)
    if rest:
        raise BadMaskError
    return tree


def apply_mask(mask: Mask, value: Any) -> Any:
    """Return the value without what the mask leaves out."""
    if not mask or ("*" in mask and not mask["*"]):
        return value
    if isinstance(value, list):
        return [apply_mask(mask, item) for item in value]
    if not isinstance(value, dict):
        return value
    every = mask.get("*")
    chosen = {key: every if every is not None else mask[key] for key in value if every is not None or key in mask}
    return {key: apply_mask(below, value[key]) for key, below in chosen.items()}


def covers(mask: Mask | None, *path: str) -> bool:
    """Return whether the mask asks for the field at ``path`` or for something below it."""
    if mask is None:
        return False
    for name in path:
        if not mask or ("*" in mask and not mask["*"]):
            return True
        if name not in mask:
            return False
        mask = mask[name]
    return True


def _read_list(tokens: list[str], tree: Mask) -> list[str]:
    while True:
        tokens = _read_path(tokens, tree)
        if not tokens or tokens[0] != ",":
            return tokens
        tokens = tokens[1:]


def _read_path(tokens: list[str], tree: Mask) -> list[str]:
    if not tokens or tokens[0] in "(),./":
        raise BadMaskError
    name, tokens = tokens[0], tokens[1:]
    is_whole = name in tree and not tree[name]
    below: Mask = {} if is_whole else tree.setdefault(name, {})
    if tokens and tokens[0] in "./":
        return _read_path(tokens[1:], below)
    if tokens and tokens[0] == "(":
        tokens = _read_list(tokens[1:], below)
        if not tokens or tokens[0] != ")":
            raise BadMaskError
        return tokens[1:]
    below.clear()
    return tokens


def _unknown(tree: Mask, message: Message, path: str) -> list[str]:
    """Return the first paths that the schema does not have; field names become camelCase on the way."""
    wrong: list[str] = []
    for name in list(tree):
        here = f"{path}.{name}" if path else name
        if name == "*":
            continue
        known = message.names.get(name)
        if known is None:
            wrong.append(here)
            continue
        below = tree.pop(name)
        tree[known] = below
        if below and known in message.inner:
            wrong += _unknown(below, message.inner[known], here)
        elif below and known in message.scalars:
            wrong.append(here)
    return wrong


def _refusal(path: str) -> Exception:
    text = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path[:200]}'."
    error = bad_request([(path[:200], text)])
    error.message = "Request contains an invalid argument."
    return error
