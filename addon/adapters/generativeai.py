"""TextModel over google-generativeai: REST, one deadline, no retries but our own (docs/decisions/0004).

The vendor package costs 0.4 s to import and keeps its settings in globals, so it is imported and set up at the first
call, once, under a lock, and each adapter keeps the client that was built from its own settings.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any

from addon.errors import AssistantError, Rejected, Unavailable
from addon.lib.json_text import fits, read_object
from addon.ports import Clock, ModelAnswer, ModelRequest, Usage

LONGEST_WAIT = timedelta(seconds=5)
"""A hint up to this long is waited out inside the call; a longer one is the run's business."""

LONGEST_HINT = timedelta(days=1)
"""Daily quotas come back within a day; a longer hint is not believed."""

_set_up = Lock()
_UNSAFE = frozenset({"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "IMAGE_SAFETY"})


class GenerativeAi:
    """Gemini through Google's first Python SDK. Safe to use from several threads.

    ``timeout_seconds`` bounds the whole call, a retry included. ``sleep`` is called only between the two tries.
    """

    def __init__(
        self,
        api_key: str,
        model: str,
        endpoint: str,
        clock: Clock,
        timeout_seconds: float = 20,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = model.removeprefix("models/")
        self._api_key = api_key
        self._endpoint = endpoint.rstrip("/")
        self._clock = clock
        self._timeout_seconds = timeout_seconds
        self._sleep = sleep
        self._client: Any = None

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        """Return the answer's JSON object; see ``TextModel`` for the errors."""
        began = self._clock.now()
        try:
            return self._ask(request, schema, self._timeout_seconds, calls=1)
        except Unavailable as outage:
            now = self._clock.now()
            wait = outage.retry_at - now if outage.retry_at else None
            left = self._timeout_seconds - (now - began).total_seconds()
            if wait is None or wait > LONGEST_WAIT or wait.total_seconds() >= left:
                raise
            seconds = max(wait.total_seconds(), 0.0)
        self._sleep(seconds)
        return self._ask(request, schema, left - seconds, calls=2)

    def _ask(self, request: ModelRequest, schema: Mapping[str, Any], seconds: float, calls: int) -> ModelAnswer:
        response = self._send(request, schema, seconds)
        data = _read(_text(response), schema)
        used = response.usage_metadata
        usage = Usage(input_tokens=used.prompt_token_count, output_tokens=used.candidates_token_count, calls=calls)
        return ModelAnswer(data=data, usage=usage, model=self.name)

    def _send(self, request: ModelRequest, schema: Mapping[str, Any], seconds: float) -> Any:
        client = self._connected()
        from google.api_core.exceptions import GoogleAPICallError
        from google.auth.exceptions import GoogleAuthError
        from google.generativeai.generative_models import GenerativeModel
        from google.protobuf.json_format import ParseError
        from requests import RequestException

        model = GenerativeModel(self.name, system_instruction=request.instructions)
        model._client = client  # else it takes whichever client the package's globals hold by then
        settings: Any = {
            "response_mime_type": "application/json",
            "response_schema": dict(schema),
            "max_output_tokens": request.max_output_tokens,
        }
        options: Any = {"timeout": seconds, "retry": None}
        try:
            return model.generate_content(request.data, generation_config=settings, request_options=options)
        except GoogleAPICallError as refusal:
            raise self._translated(refusal) from refusal
        except (RequestException, GoogleAuthError) as outage:
            raise Unavailable("Gemini could not be reached in time.", reason="unreachable") from outage
        except (ParseError, AttributeError, ValueError) as nonsense:
            # An error body that is no object, or a page of HTML with status 200, breaks the vendor's own reader.
            raise Unavailable("Gemini's answer could not be read.", reason="unreadable") from nonsense

    def _connected(self) -> Any:
        if self._client is None:
            with _set_up:
                self._client = self._client or self._connect()
        return self._client

    def _connect(self) -> Any:
        from google.generativeai.client import configure, get_default_generative_client

        if not self._api_key:
            raise Rejected("Gemini has no API key: set GEMINI_API_KEY.", reason="bad_key")
        configure(api_key=self._api_key, transport="rest", client_options={"api_endpoint": self._endpoint})
        client: Any = get_default_generative_client()
        session = client.transport._session
        session._refresh_status_codes = ()  # else a 401 is posted three times
        session.max_redirects = 0  # a redirect would carry the key to another host
        return client

    def _translated(self, refusal: Any) -> AssistantError:
        """Return our error for the vendor's; the messages hold no part of the prompt."""
        code, status = int(refusal.code or 500), _reasons(refusal)
        if code == 429:
            retry_at = self._retry_at(refusal)
            return Unavailable("Gemini's rate limit is reached.", reason="rate_limited", retry_at=retry_at)
        if code >= 500 or code == 408:
            retry_at = self._retry_at(refusal)
            return Unavailable("Gemini is not available at the moment.", reason="unavailable", retry_at=retry_at)
        if code in {401, 403} or "API_KEY_INVALID" in status:
            return Rejected("Gemini refused the API key: check GEMINI_API_KEY.", reason="bad_key")
        if code == 404:
            message = f"Gemini has no model {self.name}: set GEMINI_MODEL to one your key can call."
            return Rejected(message, reason="no_such_model")
        return Rejected("Gemini refused the request.", reason="refused")

    def _retry_at(self, refusal: Any) -> datetime | None:
        hint = _retry_info(refusal) or self._retry_after(refusal)
        return self._clock.now() + min(hint, LONGEST_HINT) if hint is not None else None

    def _retry_after(self, refusal: Any) -> timedelta | None:
        """Read the Retry-After header: seconds or a date, which is real time as ``Date`` says it."""
        headers = getattr(refusal.response, "headers", {})
        text = str(headers.get("Retry-After", "")).strip()
        if text.isascii() and text.isdigit():
            return timedelta(seconds=min(int(text[:9]), 86_400))
        try:
            until = parsedate_to_datetime(text)
            said = parsedate_to_datetime(str(headers.get("Date", "")))
            return max(until - said, timedelta(0))
        except (TypeError, ValueError):
            return None


def _text(response: Any) -> str:
    """Return the text of the first candidate, or raise ``Rejected`` saying why there is none."""
    if response.prompt_feedback.block_reason:
        raise Rejected("Gemini declined this row as unsafe.", reason="unsafe")
    first = next(iter(response.candidates), None)
    if first is None:
        raise Rejected("Gemini's answer was empty.", reason="empty")
    ended = getattr(first.finish_reason, "name", str(first.finish_reason))
    if ended in _UNSAFE:
        raise Rejected("Gemini declined this row as unsafe.", reason="unsafe")
    if ended == "MAX_TOKENS":
        raise Rejected("Gemini's answer was cut off.", reason="cut_off")
    text = "".join(part.text for part in first.content.parts)
    if not text.strip():
        raise Rejected("Gemini's answer was empty.", reason="empty")
    return text


def _read(text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    try:
        data = read_object(text)
    except ValueError as cause:
        raise Rejected("Gemini's answer was not the JSON that was asked for.", reason="not_json") from cause
    if not fits(data, schema):
        raise Rejected("Gemini's answer was not the JSON that was asked for.", reason="not_json")
    return data


def _details(refusal: Any) -> list[Mapping[str, Any]]:
    return [detail for detail in refusal.details or () if isinstance(detail, Mapping)]


def _reasons(refusal: Any) -> set[str]:
    return {str(detail.get("reason", "")) for detail in _details(refusal)} | (
        {"API_KEY_INVALID"} if "api key" in str(refusal.message).lower() else set()
    )


def _retry_info(refusal: Any) -> timedelta | None:
    """Read google.rpc.RetryInfo: a duration such as ``3.5s``."""
    for detail in _details(refusal):
        text = str(detail.get("retryDelay", ""))
        if str(detail.get("@type", "")).endswith("RetryInfo") and text.endswith("s"):
            try:
                return timedelta(seconds=min(max(float(text[:-1]), 0.0), 86_400.0))
            except ValueError:
                continue
    return None
