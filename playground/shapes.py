"""A discovery document's schemas, compiled into checks that read proto-JSON as Google's servers do.

Each check turns a value into its canonical form (camelCase names, enum names, real numbers) and notes what is wrong
with it. For our own answers the same checks are strict: exact names, exact types.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

MAX_VIOLATIONS = 20
_SCALARS = frozenset({str, int, float, bool, type(None)})
_WORD_START = re.compile(r"(?<!^)(?<!_)([A-Z])")


def snake(name: str) -> str:
    return _WORD_START.sub(lambda match: "_" + match[1], name).lower()


@dataclass(slots=True)
class Judgement:
    """What was found wrong, as (field, description); ``strict`` is for answers."""

    strict: bool = False
    violations: list[tuple[str, str]] = field(default_factory=list)

    def blame(self, path: str, text: str) -> None:
        if len(self.violations) < MAX_VIOLATIONS:
            self.violations.append((path, text))

    def bad_value(self, path: str, kind: str, value: Any) -> None:
        self.blame(path, f"Invalid value at '{path}' ({kind}), {_quote(value)}")

    def unknown(self, path: str, name: str, reason: str = "Cannot find field.") -> None:
        where = f" at '{path}'" if path else ""
        self.blame(path, f'Invalid JSON payload received. Unknown name "{name}"{where}: {reason}')


Check = Callable[[Any, str, Judgement], Any]


def _quote(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{text[:100]}"' if isinstance(value, str) else text[:100]


class Message:
    """An object with known fields."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.fields: dict[str, tuple[str, Check]] = {}
        self.names: dict[str, str] = {}
        self.inner: dict[str, Message] = {}
        self.scalars: frozenset[str] = frozenset()

    def fill(self, checks: Mapping[str, Check], inner: Mapping[str, Message], scalars: frozenset[str]) -> None:
        self.inner, self.scalars = dict(inner), scalars
        self.fields = {name: (snake(name), check) for name, check in checks.items()}
        self.names = {snake(name): name for name in checks} | {name: name for name in checks}

    def __call__(self, value: Any, path: str, judgement: Judgement) -> Any:
        if not isinstance(value, dict):
            _blame_shape(value, path, judgement, self.name)
            return {}
        taken: dict[str, Any] = {}
        for key, part in value.items():
            name = key if judgement.strict else self.names.get(key, key)
            if name not in self.fields:
                judgement.unknown(path, key)
            elif part is None and not judgement.strict:
                continue
            elif name in taken:
                judgement.unknown(path, key, "Field is set more than once.")
            else:
                snake_name, check = self.fields[name]
                taken[name] = check(part, f"{path}.{snake_name}" if path else snake_name, judgement)
        return taken


def _blame_shape(value: Any, path: str, judgement: Judgement, kind: str) -> None:
    if not path:
        judgement.unknown("", "", "Root element must be a message.")
    elif isinstance(value, list):
        parent, _, name = path.rpartition(".")
        judgement.unknown(parent, name, "Proto field is not repeating, cannot start list.")
    else:
        judgement.bad_value(path, f"type.googleapis.com/{kind}", value)


def listing(item: Check) -> Check:
    """Check a repeated field; Google takes a single value for a list of one."""

    def check(value: Any, path: str, judgement: Judgement) -> Any:
        if not isinstance(value, list):
            if judgement.strict:
                judgement.bad_value(path, "LIST", value)
                return []
            return [item(value, f"{path}[0]", judgement)]
        return [item(part, f"{path}[{i}]", judgement) for i, part in enumerate(value)]

    return check


def mapping(item: Check) -> Check:
    def check(value: Any, path: str, judgement: Judgement) -> Any:
        if not isinstance(value, dict):
            judgement.bad_value(path, "MAP", value)
            return {}
        return {key: item(part, f"{path}[{key}]", judgement) for key, part in value.items()}

    return check


def enumeration(names: list[str], kind: str) -> Check:
    known = frozenset(names)

    def check(value: Any, path: str, judgement: Judgement) -> Any:
        if isinstance(value, str) and value in known:
            return value
        if isinstance(value, str) and value.upper() in known and not judgement.strict:
            return value.upper()
        number = _enum_number(value)
        if not judgement.strict and number is not None and 0 <= number < len(names):
            return names[number]
        judgement.bad_value(path, kind, value)
        return names[0]

    return check


def _enum_number(value: Any) -> int | None:
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def integer(bits: int, *, unsigned: bool = False, as_text: bool = False) -> Check:
    kind = f"TYPE_{'U' if unsigned else ''}INT{bits}"
    low, high = (0, 2**bits) if unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1))

    def check(value: Any, path: str, judgement: Judgement) -> Any:
        if judgement.strict and isinstance(value, str) is not as_text:
            judgement.bad_value(path, kind, value)
            return 0
        number = _as_integer(value)
        if number is None or not low <= number < high:
            judgement.bad_value(path, kind, value)
            return 0
        return number

    return check


def _as_integer(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"-?[0-9]{1,20}", value) else None
    return int(value) if isinstance(value, float) and value.is_integer() else None


def number(kind: str) -> Check:
    def check(value: Any, path: str, judgement: Judgement) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and not judgement.strict:
            try:
                read = float(value)
            except ValueError:
                read = math.inf
            if math.isfinite(read):
                return read
        judgement.bad_value(path, kind, value)
        return 0

    return check


def text(value: Any, path: str, judgement: Judgement) -> Any:
    if isinstance(value, str):
        return value
    judgement.bad_value(path, "TYPE_STRING", value)
    return ""


def boolean(value: Any, path: str, judgement: Judgement) -> Any:
    if isinstance(value, bool):
        return value
    if not judgement.strict and value in ("true", "false"):
        return value == "true"
    judgement.bad_value(path, "TYPE_BOOL", value)
    return False


def anything(value: Any, path: str, judgement: Judgement) -> Any:
    del path, judgement
    return value


def value_grid(value: Any, path: str, judgement: Judgement) -> Any:
    """Check a list of lists of values; megabytes pass here, so cells are looked at a row at a time."""
    if not isinstance(value, list):
        judgement.bad_value(path, "type.googleapis.com/google.protobuf.ListValue", value)
        return []
    for i, row in enumerate(value):
        if type(row) is not list:
            judgement.bad_value(f"{path}[{i}]", "type.googleapis.com/google.protobuf.ListValue", row)
        elif not _SCALARS.issuperset(map(type, row)):
            j = next(j for j, cell in enumerate(row) if type(cell) not in _SCALARS)
            found = "list_value" if isinstance(row[j], list) else "struct_value"
            judgement.blame(path, f"Invalid {path}[{i}][{j}]: {found} {{}}")
    return value if not judgement.violations else []


def compile_schemas(schemas: Mapping[str, Any], package: str) -> dict[str, Message]:
    """Return a check for each schema of a discovery document."""
    messages = {name: Message(name) for name in schemas}
    for name, schema in schemas.items():
        properties = schema.get("properties", {})
        checks = {key: _check_for(part, key, package, messages) for key, part in properties.items()}
        inner = {key: messages[ref] for key, part in properties.items() if (ref := _reference(part))}
        scalars = frozenset(key for key, part in properties.items() if key not in inner and not _is_open(part))
        messages[name].fill(checks, inner, scalars)
    return messages


def _reference(schema: Mapping[str, Any]) -> str | None:
    found = schema.get("$ref") or schema.get("items", {}).get("$ref")
    return str(found) if found else None


def _is_open(schema: Mapping[str, Any]) -> bool:
    return schema.get("type") in ("object", "any")


def check_parameter(schema: Mapping[str, Any], name: str, package: str) -> Check:
    """Return the check of one query or path parameter."""
    return _check_for(schema, name, package, {})


def _check_for(schema: Mapping[str, Any], name: str, package: str, messages: Mapping[str, Message]) -> Check:
    if "$ref" in schema:
        return messages[schema["$ref"]]
    kind, form = schema.get("type"), schema.get("format", "")
    if kind == "array":
        return _check_for_list(schema["items"], name, package, messages)
    if kind == "object":
        extra = schema.get("additionalProperties")
        return mapping(_check_for(extra, name, package, messages)) if extra else anything
    if "enum" in schema:
        return enumeration(schema["enum"], f"type.googleapis.com/{package}.{name[:1].upper()}{name[1:]}")
    if form.endswith(("int32", "int64")):
        return integer(int(form[-2:]), unsigned=form.startswith("u"), as_text=kind == "string")
    if kind == "number":
        return number(f"TYPE_{form.upper() or 'DOUBLE'}")
    return {"string": text, "boolean": boolean, "integer": integer(32)}.get(str(kind), anything)


def _check_for_list(items: Mapping[str, Any], name: str, package: str, messages: Mapping[str, Message]) -> Check:
    if items.get("type") == "array" and items["items"].get("type") == "any":
        return value_grid
    return listing(_check_for(items, name, package, messages))
