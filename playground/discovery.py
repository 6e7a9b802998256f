"""An API as its discovery document describes it: finds the method of a request and checks both directions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Any

import orjson

from playground import shapes
from playground.google_errors import ApiError, bad_request, invalid
from playground.masks import Mask, read_mask
from playground.shapes import Check, Judgement, Message

_JSON_TYPES = ("application/json", "text/json", "")


def load_document(name: str) -> dict[str, Any]:
    """Return a document shipped in google-api-python-client, such as ``sheets.v4``."""
    folder = resources.files("googleapiclient.discovery_cache") / "documents"
    document: dict[str, Any] = orjson.loads((folder / f"{name}.json").read_bytes())
    return document


@dataclass(frozen=True, slots=True)
class Parameter:
    """One path or query parameter."""

    name: str
    check: Check
    is_repeated: bool
    is_required: bool


@dataclass(slots=True)
class Method:
    """One method: its id, where it stands, its parameters and schemas."""

    id: str
    verb: str
    pattern: re.Pattern[str]
    literal_length: int
    scopes: frozenset[str]
    query: dict[str, Parameter]
    path_parameters: dict[str, Parameter]
    request: Message | None
    response: Message | None

    def read_path(self, found: Mapping[str, str]) -> dict[str, Any]:
        judgement = Judgement()
        taken = {
            name: self.path_parameters[name].check(text, shapes.snake(name), judgement) for name, text in found.items()
        }
        _refuse(judgement)
        return taken

    def read_query(self, pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
        """Return the query parameters by name; unknown, repeated, wrong or missing ones are a 400."""
        judgement = Judgement()
        given: dict[str, list[str]] = {}
        for key, value in pairs:
            name = key if key in self.query else _camel(key)
            if name not in self.query:
                reason = f"Cannot bind query parameter. Field '{key}' could not be found in request message."
                judgement.unknown("", key, reason)
            else:
                given.setdefault(name, []).append(value)
        taken = {name: _one_parameter(self.query[name], values, judgement) for name, values in given.items()}
        for parameter in self.query.values():
            if parameter.is_required and parameter.name not in taken:
                judgement.blame(shapes.snake(parameter.name), f"'{parameter.name}' is required but not specified")
        _refuse(judgement)
        return taken

    def read_body(self, data: bytes, content_type: str = "application/json") -> dict[str, Any]:
        """Return the body in canonical form; raise the 400 that names every fault."""
        if self.request is None:
            if data.strip() not in (b"", b"{}"):
                raise invalid("Invalid JSON payload received. This method takes no body.")
            return {}
        if content_type not in _JSON_TYPES:
            raise invalid(f"Unsupported content type: {content_type[:80]}")
        judgement = Judgement()
        taken: dict[str, Any] = self.request(_parse(data), "", judgement)
        _refuse(judgement)
        return taken

    def check_answer(self, answer: Any) -> None:
        """Raise a 500 that says why, if our own answer is not of the schema: a fault of the stand-in."""
        if self.response is None:
            return
        judgement = Judgement(strict=True)
        self.response(answer, "", judgement)
        if judgement.violations:
            reasons = "; ".join(f"{path}: {text}" for path, text in judgement.violations)
            raise ApiError(500, f"The stand-in's answer to {self.id} is not of Google's schema: {reasons}")

    def read_mask(self, fields: str | None) -> Mask | None:
        """Return the mask of a ``fields`` parameter; None keeps everything."""
        if fields is None or self.response is None:
            return None
        return read_mask(fields, self.response)


class Api:
    """All methods of one document, compiled once."""

    def __init__(self, document: Mapping[str, Any], package: str) -> None:
        self.name = str(document["name"])
        self._document = document
        self._package = package

    @cached_property
    def messages(self) -> dict[str, Message]:
        return shapes.compile_schemas(self._document["schemas"], self._package)

    @cached_property
    def methods(self) -> list[Method]:
        # The longest literal path first: values/{range}:append before values/{range}.
        found = [self._method(described) for described in _walk(self._document)]
        return sorted(found, key=lambda method: -method.literal_length)

    def find(self, verb: str, path: str) -> tuple[Method, dict[str, str]] | None:
        """Return the method at a decoded path (no leading slash) and its path parameters."""
        for method in self.methods:
            match = method.pattern.fullmatch(path) if method.verb == verb else None
            if match:
                return method, match.groupdict()
        return None

    def _method(self, described: Mapping[str, Any]) -> Method:
        common = self._document.get("parameters", {})
        parameters = {
            name: self._parameter(name, schema) for name, schema in (common | described["parameters"]).items()
        }
        places = {name: schema.get("location") for name, schema in (common | described["parameters"]).items()}
        template = str(described["path"])
        return Method(
            id=str(described["id"]),
            verb=str(described["httpMethod"]),
            pattern=_path_pattern(template),
            literal_length=len(re.sub(r"\{[^}]*\}", "", template)),
            scopes=frozenset(described.get("scopes", ())),
            query={name: p for name, p in parameters.items() if places[name] == "query"},
            path_parameters={name: p for name, p in parameters.items() if places[name] == "path"},
            request=self.messages[described["request"]["$ref"]] if "request" in described else None,
            response=self.messages[described["response"]["$ref"]] if "response" in described else None,
        )

    def _parameter(self, name: str, schema: Mapping[str, Any]) -> Parameter:
        check = shapes.check_parameter(schema, name, self._package)
        return Parameter(name, check, bool(schema.get("repeated")), bool(schema.get("required")))


def _walk(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from node.get("methods", {}).values()
    for below in node.get("resources", {}).values():
        yield from _walk(below)


def _path_pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\+?\w+)\}", template)
    pattern = ""
    for i, part in enumerate(parts):
        if i % 2 == 0:
            pattern += re.escape(part)
        else:
            # A range may hold a slash or a colon; an id never does. {+name} is a path of its own.
            wide = part == "range"
            name = part.removeprefix("+")
            pattern += f"(?P<{name}>{'.+' if wide else '[^/:]+/[^/:]+' if part[0] == '+' else '[^/:]+'})"
    return re.compile(pattern, re.DOTALL)


def _one_parameter(parameter: Parameter, values: list[str], judgement: Judgement) -> Any:
    path = shapes.snake(parameter.name)
    if parameter.is_repeated:
        return [parameter.check(value, path, judgement) for value in values]
    if len(values) > 1:
        judgement.unknown("", parameter.name, "Proto field is not repeating, cannot start list.")
    return parameter.check(values[-1], path, judgement)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _parse(data: bytes) -> Any:
    try:
        return orjson.loads(data) if data.strip() else {}
    except orjson.JSONDecodeError as error:
        raise invalid(f"Invalid JSON payload received. Unexpected token.\n{str(error)[:120]}") from error


def _refuse(judgement: Judgement) -> None:
    if judgement.violations:
        raise bad_request(judgement.violations)
