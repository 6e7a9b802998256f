"""A stand-in for the Gemini API: no model, it composes from the data in the prompt and says so in modelVersion."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from flask import Blueprint, Response, request

from playground import gemini_batch, gemini_document, gemini_writer
from playground.discovery import Api, Method
from playground.gemini_facts import Fact, facts_of, find_data, orders_in
from playground.gemini_modes import ModelMode, ModelSettings
from playground.google_errors import ApiError, error_info, for_status
from playground.masks import apply_mask
from playground.wire import World, error_response, perform

SERVICE = "generativelanguage.googleapis.com"
MODEL_VERSION = "stand-in (playground)"
MODELS = (
    *("gemini-3.5-flash-lite", "gemini-3.5-flash", "gemini-3-pro-preview", "gemini-3-flash-preview"),
    *("gemini-2.5-flash-lite", "gemini-2.5-flash", "gemini-2.5-pro"),
)
BAD_KEY = "bad"
RETRY_SECONDS = 2
CHARACTERS_PER_TOKEN = 4
METHODS = frozenset({"list", "get", "generateContent"})
_IDS = "generativelanguage.models."
Json = dict[str, Any]


@cache
def api() -> Api:
    """Return the compiled document."""
    return Api(gemini_document.build(), "google.ai.generativelanguage.v1beta")


def blueprint(world: World) -> Blueprint:
    """Return the routes below ``/v1beta``."""
    routes = Blueprint("gemini_api", __name__)

    @routes.route("/v1beta/<path:rest>", methods=["GET", "POST"])
    def call_gemini(rest: str) -> Response:
        found = api().find(request.method, f"v1beta/{rest}")
        if found is None:
            return error_response(ApiError(404, "Method not found.", status="NOT_FOUND"))
        method, places = found
        name = method.id.removeprefix(_IDS)
        return perform(world, "gemini", name, lambda: _serve(world, method, name, places))

    return routes


def _serve(world: World, method: Method, name: str, places: Mapping[str, str]) -> Any:
    parameters = method.read_path(places) | method.read_query(list(request.args.items(multi=True)))
    _check_key(request.headers.get("x-goog-api-key") or parameters.get("key", ""))
    body = method.read_body(request.get_data(cache=False), request.mimetype)
    mask = method.read_mask(parameters.get("fields"))
    if name == "list":
        answer: Json = {"models": [_model(one) for one in MODELS]}
    elif name == "get":
        answer = _model(_known(parameters["name"], "GetModel"))
    else:
        model = _known(parameters["model"], "generateContent")
        _spend(world, model)
        answer = generate(world.model, model, body)
    method.check_answer(answer)
    return answer if mask is None else apply_mask(mask, answer)


def _check_key(key: str) -> None:
    if not key:
        raise ApiError(
            403,
            "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or "
            "other form of API consumer identity to call this API.",
        )
    if key == BAD_KEY:
        info = error_info("API_KEY_INVALID", "googleapis.com", service=SERVICE)
        raise ApiError(400, "API key not valid. Please pass a valid API key.", [info])


def _spend(world: World, model: str) -> None:
    quota = world.model.quota
    wait = quota.take(world.clock.now())
    if wait is not None:
        raise _rate_limited(model, quota.requests_a_minute, math.ceil(wait.total_seconds()))


def _known(resource: str, method: str) -> str:
    name = resource.removeprefix("models/")
    if name in MODELS:
        return name
    listed = "Call ListModels to see the list of available models and their supported methods."
    reason = f"models/{name} is not found for API version v1beta, or is not supported for {method}. {listed}"
    raise ApiError(404, reason)


def _model(name: str) -> Json:
    return {
        "name": f"models/{name}",
        "version": "001",
        "displayName": f"{name} ({MODEL_VERSION})",
        "inputTokenLimit": 1_048_576,
        "outputTokenLimit": 65_536,
        "supportedGenerationMethods": ["generateContent"],
    }


def generate(settings: ModelSettings, model: str, body: Mapping[str, Any]) -> Json:
    """Return a GenerateContentResponse in the mode in force, or raise its error."""
    mode = settings.mode
    _raise_for(mode, settings.hold_seconds, model)
    prompt = _text_of(body.get("contents", []))
    if not prompt:
        raise ApiError(400, "* GenerateContentRequest.contents: contents is not specified\n")
    instructions = _text_of([body.get("systemInstruction", {})])
    text, finish = _written(mode, prompt, instructions, body.get("generationConfig", {}))
    usage = _usage(prompt + instructions, text)
    if mode is ModelMode.EMPTY:
        return {"usageMetadata": usage, "modelVersion": MODEL_VERSION}
    if mode is ModelMode.UNSAFE:
        return _blocked(usage)
    content = {"role": "model", "parts": [{"text": text}]}
    candidate = {"content": content, "finishReason": finish, "index": 0}
    return {"candidates": [candidate], "usageMetadata": usage, "modelVersion": MODEL_VERSION}


def _raise_for(mode: ModelMode, hold_seconds: float, model: str) -> None:
    if mode is ModelMode.SERVER_ERROR:
        raise for_status(500, SERVICE)
    if mode in (ModelMode.RATE_LIMITED, ModelMode.RATE_LIMITED_WITH_HINT):
        raise _rate_limited(model, 15, RETRY_SECONDS if mode is ModelMode.RATE_LIMITED_WITH_HINT else None)
    if mode is ModelMode.TIMEOUT:
        time.sleep(hold_seconds)


def _rate_limited(model: str, limit: int, seconds: int | None) -> ApiError:
    violation = {
        "quotaMetric": f"{SERVICE}/generate_content_free_tier_requests",
        "quotaId": "GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
        "quotaDimensions": {"location": "global", "model": model},
        "quotaValue": str(limit),
    }
    details: list[Json] = [{"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [violation]}]
    message = "You exceeded your current quota, please check your plan and billing details."
    if seconds is not None:
        details.append({"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{seconds}s"})
        message += f"\nPlease retry in {seconds}s."
    return ApiError(429, message, details)


def _text_of(contents: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(part.get("text", "") for content in contents for part in content.get("parts", []))


def _written(mode: ModelMode, prompt: str, instructions: str, config: Mapping[str, Any]) -> tuple[str, str]:
    """Return the text of the answer and why it ended."""
    data = find_data(prompt)
    facts = facts_of(data)
    orders = _orders(prompt, facts) if mode is ModelMode.OBEDIENT else []
    invents = mode is ModelMode.INVENTED
    schema = config.get("responseJsonSchema") or config.get("_responseJsonSchema") or config.get("responseSchema")
    if schema is None and config.get("responseMimeType") != "application/json":
        text = gemini_writer.prose(facts, orders, invents)
    else:
        kind = gemini_batch.kind_of(schema or {})
        if kind:
            answer = gemini_batch.answer(kind, data, instructions, mode)
        else:
            answer = gemini_writer.answer(schema or _ANY_OBJECT, facts, orders, invents)
        text = _spoilt(mode, json.dumps(answer, ensure_ascii=False))
    return _cut(text, mode, config.get("maxOutputTokens"))


_ANY_OBJECT = {"type": "object", "properties": {"text": {"type": "string"}}}


def _orders(prompt: str, facts: Sequence[Fact]) -> list[str]:
    return orders_in([fact.value for fact in facts] if facts else prompt.splitlines())


def _spoilt(mode: ModelMode, text: str) -> str:
    spoilt = {
        ModelMode.FENCED: f"```json\n{text}\n```",
        ModelMode.DOUBLE_ENCODED: json.dumps(text),
        ModelMode.PROSE: f"Sure! Here is the JSON you asked for:\n\n{text}\n\nLet me know if you need anything else.",
        ModelMode.BROKEN: text.replace('":', '" ', 1).rstrip("}]") + ",",
    }
    return spoilt.get(mode, text)


def _cut(text: str, mode: ModelMode, max_tokens: int | None) -> tuple[str, str]:
    if mode is ModelMode.CUT_OFF:
        return text[: len(text) // 2], "MAX_TOKENS"
    if max_tokens and len(text) > max_tokens * CHARACTERS_PER_TOKEN:
        return text[: max_tokens * CHARACTERS_PER_TOKEN], "MAX_TOKENS"
    return text, "STOP"


def _usage(prompt: str, text: str) -> Json:
    asked, said = len(prompt) // CHARACTERS_PER_TOKEN + 1, len(text) // CHARACTERS_PER_TOKEN + 1
    return {"promptTokenCount": asked, "candidatesTokenCount": said, "totalTokenCount": asked + said}


def _blocked(usage: Json) -> Json:
    rating = {"category": "HARM_CATEGORY_DANGEROUS_CONTENT", "probability": "HIGH", "blocked": True}
    return {
        "candidates": [{"finishReason": "SAFETY", "index": 0, "safetyRatings": [rating]}],
        "promptFeedback": {"blockReason": "SAFETY", "safetyRatings": [rating]},
        "usageMetadata": usage,
        "modelVersion": MODEL_VERSION,
    }
