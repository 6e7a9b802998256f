"""The Gemini API as a discovery document.

google-api-python-client ships none for it, so this is built from the protocol buffers in google-ai-generativelanguage,
plus the fields Google has added since that package was last released.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_INT32 = {"type": "integer", "format": "int32"}
_INT64 = {"type": "string", "format": "int64"}
_NUMBER = {"type": "number", "format": "double"}
_TEXT = {"type": "string"}
_FLAG = {"type": "boolean"}
_ANY = {"type": "any"}
_TEXTS = {"type": "array", "items": _TEXT}
_DETAILS = {"type": "array", "items": _ANY}

NEWER: Mapping[str, Mapping[str, Any]] = {
    "GenerationConfig": {
        "thinkingConfig": {"$ref": "ThinkingConfig"},
        "responseJsonSchema": _ANY,
        "_responseJsonSchema": _ANY,
        "mediaResolution": _TEXT,
        "seed": _INT32,
    },
    "ThinkingConfig": {
        "includeThoughts": _FLAG,
        "thinkingBudget": _INT32,
        "thinkingLevel": {"type": "string", "enum": ["THINKING_LEVEL_UNSPECIFIED", "LOW", "HIGH", "MEDIUM", "MINIMAL"]},
    },
    "Part": {"thought": _FLAG, "thoughtSignature": _TEXT, "videoMetadata": _ANY, "mediaResolution": _ANY},
    "Schema": {
        "title": _TEXT,
        "anyOf": {"type": "array", "items": {"$ref": "Schema"}},
        "propertyOrdering": _TEXTS,
        "minimum": _NUMBER,
        "maximum": _NUMBER,
        "minLength": _INT64,
        "maxLength": _INT64,
        "minProperties": _INT64,
        "maxProperties": _INT64,
        "pattern": _TEXT,
        "example": _ANY,
        "default": _ANY,
    },
    "Tool": {"urlContext": _ANY, "googleMaps": _ANY, "computerUse": _ANY, "fileSearch": _ANY},
    "FunctionDeclaration": {"parametersJsonSchema": _ANY, "responseJsonSchema": _ANY, "behavior": _TEXT},
    "Candidate": {"finishMessage": _TEXT, "urlContextMetadata": _ANY},
    "GenerateContentResponse": {"responseId": _TEXT, "modelStatus": _ANY},
    "UsageMetadata": {
        "thoughtsTokenCount": _INT32,
        "toolUsePromptTokenCount": _INT32,
        "promptTokensDetails": _DETAILS,
        "candidatesTokensDetails": _DETAILS,
        "cacheTokensDetails": _DETAILS,
    },
    "Model": {"thinking": _FLAG},
}


def build() -> dict[str, Any]:
    """Return the document: three methods and every schema they reach."""
    from google.ai import generativelanguage_v1beta as types  # half a second: only when the API is used

    roots = ("GenerateContentRequest", "GenerateContentResponse", "Model", "ListModelsResponse")
    schemas: dict[str, dict[str, Any]] = {}
    for root in roots:
        _collect(getattr(types, root).pb().DESCRIPTOR, schemas)
    for name, fields in NEWER.items():
        schemas.setdefault(name, {"type": "object", "properties": {}})["properties"].update(fields)
    return {
        "name": "generativelanguage",
        "parameters": {
            name: {"type": "string", "location": "query"} for name in ("key", "alt", "$alt", "fields", "prettyPrint")
        },
        "schemas": schemas,
        "resources": {"models": {"methods": _methods()}},
    }


def _methods() -> dict[str, Any]:
    model = {"type": "string", "location": "path", "required": True}
    page = {"pageSize": _INT32 | {"location": "query"}, "pageToken": _TEXT | {"location": "query"}}
    return {
        "generateContent": {
            "id": "generativelanguage.models.generateContent",
            "httpMethod": "POST",
            "path": "v1beta/{+model}:generateContent",
            "parameters": {"model": model},
            "request": {"$ref": "GenerateContentRequest"},
            "response": {"$ref": "GenerateContentResponse"},
        },
        "get": {
            "id": "generativelanguage.models.get",
            "httpMethod": "GET",
            "path": "v1beta/{+name}",
            "parameters": {"name": model},
            "response": {"$ref": "Model"},
        },
        "list": {
            "id": "generativelanguage.models.list",
            "httpMethod": "GET",
            "path": "v1beta/models",
            "parameters": page,
            "response": {"$ref": "ListModelsResponse"},
        },
    }


def _collect(descriptor: Any, schemas: dict[str, dict[str, Any]]) -> None:
    if descriptor.name in schemas:
        return
    properties: dict[str, Any] = {}
    schemas[descriptor.name] = {"type": "object", "properties": properties}
    for field in descriptor.fields:
        properties[field.json_name.rstrip("_")] = _property(field)
        for below in _messages(field):
            _collect(below, schemas)


def _messages(field: Any) -> Iterator[Any]:
    message = field.message_type
    if message is None or message.full_name.startswith("google.protobuf."):
        return
    yield from _messages(message.fields_by_name["value"]) if message.GetOptions().map_entry else (message,)


def _property(field: Any) -> dict[str, Any]:
    message = field.message_type
    if message is not None and message.GetOptions().map_entry:
        return {"type": "object", "additionalProperties": _single(message.fields_by_name["value"])}
    single = _single(field)
    return {"type": "array", "items": single} if field.label == field.LABEL_REPEATED else single


def _single(field: Any) -> dict[str, Any]:
    if field.message_type is not None:
        is_open = field.message_type.full_name.startswith("google.protobuf.")
        return _ANY if is_open else {"$ref": field.message_type.name}
    if field.enum_type is not None:
        return {"type": "string", "enum": [value.name for value in field.enum_type.values]}
    plain = {
        field.TYPE_BOOL: _FLAG,
        field.TYPE_INT32: _INT32,
        field.TYPE_INT64: _INT64,
        field.TYPE_FLOAT: {"type": "number", "format": "float"},
        field.TYPE_DOUBLE: _NUMBER,
    }
    return plain.get(field.type, _TEXT)
