"""TextModel over google-generativeai: REST, one deadline, one request a call (docs/decisions/0004).

The vendor package costs 0.4 s to import and keeps its settings in globals, so it is imported and set up at the first
call, once, under a lock, and each adapter keeps the client that was built from its own settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any, TypeVar

from addon.errors import AssistantError, Rejected, Unavailable
from addon.lib.json_text import fits, read_object
from addon.ports import Clock, ModelAnswer, ModelRequest, Unusable, Usage

LONGEST_HINT = timedelta(days=1)
"""Daily quotas come back within a day; a longer hint is not believed."""

SHOWN = 3
"""Models a message names."""

LIST_SECONDS = 5.0
"""How long listing the models may take at most, where it only makes a message better."""

NO_SUCH_MODEL = "Gemini has no model {model}: set GEMINI_MODEL to one your key can call."
NO_SUCH_MODEL_BUT = "Gemini has no model {model}: set GEMINI_MODEL to one your key can call, for example {examples}."

PAGE = 1_000
"""Models listed in one call: all there are."""

T = TypeVar("T")

_NOT_FOR_TEXT = frozenset({"image", "tts", "audio", "live", "embedding", "robotics", "computer", "dialog"})
_UNFINISHED = frozenset({"preview", "exp", "experimental", "latest"})
_set_up = Lock()
_UNSAFE = frozenset({"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "IMAGE_SAFETY"})


@dataclass(frozen=True, slots=True)
class _Clients:
    """The vendor's, built from one adapter's settings."""

    answers: Any
    models: Any


class GenerativeAi:
    """Gemini through Google's first Python SDK. Safe to use from several threads.

    ``timeout_seconds`` bounds a call.
    """

    def __init__(
        self,
        api_key: str,
        model: str,
        endpoint: str,
        clock: Clock,
        timeout_seconds: float = 20,
    ) -> None:
        self.name = model.removeprefix("models/")
        self._api_key = api_key
        self._endpoint = endpoint.rstrip("/")
        self._clock = clock
        self._timeout_seconds = timeout_seconds
        self._clients: _Clients | None = None

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        """Return the answer's JSON object; see ``TextModel`` for the errors."""
        response = self._call(lambda clients: self._send(clients, request, schema))
        used = response.usage_metadata
        usage = Usage(
            input_tokens=used.prompt_token_count,
            # What it thought costs like what it says, and is counted in the total only.
            output_tokens=max(used.total_token_count - used.prompt_token_count, used.candidates_token_count),
            calls=1,
        )
        try:
            data = _read(_text(response), schema)
        except Rejected as useless:
            raise Unusable(useless.template, reason=useless.reason, usage=usage) from useless
        return ModelAnswer(data=data, usage=usage, model=self.name)

    def models(self) -> tuple[str, ...]:
        """Return the models that generate text, the likeliest choice first; see ``TextModel`` for the errors."""
        return self._call(lambda clients: _writers(clients.models, self._timeout_seconds))

    def _call(self, act: Callable[[_Clients], T]) -> T:
        """Return what ``act`` does with the clients, its errors translated."""
        clients = self._connected()
        from google.api_core.exceptions import GoogleAPICallError
        from google.auth.exceptions import GoogleAuthError
        from google.protobuf.json_format import ParseError
        from requests import RequestException

        try:
            return act(clients)
        except GoogleAPICallError as refusal:
            raise self._translated(refusal) from refusal
        except (RequestException, GoogleAuthError) as outage:
            raise Unavailable("Gemini could not be reached in time.", reason="unreachable") from outage
        except (ParseError, AttributeError, ValueError) as nonsense:
            # An error body that is no object, or a page of HTML with status 200, breaks the vendor's own reader.
            raise Unavailable("Gemini's answer could not be read.", reason="unreadable") from nonsense

    def _send(self, clients: _Clients, request: ModelRequest, schema: Mapping[str, Any]) -> Any:
        from google.generativeai.generative_models import GenerativeModel

        model = GenerativeModel(self.name, system_instruction=request.instructions)
        model._client = clients.answers  # else it takes whichever client the package's globals hold by then
        settings: Any = {
            "response_mime_type": "application/json",
            "response_schema": dict(schema),
            "max_output_tokens": request.max_output_tokens,
        }
        options: Any = {"timeout": self._timeout_seconds, "retry": None}
        return model.generate_content(request.data, generation_config=settings, request_options=options)

    def _connected(self) -> _Clients:
        if self._clients is None:
            with _set_up:
                self._clients = self._clients or self._connect()
        return self._clients

    def _connect(self) -> _Clients:
        from google.generativeai.client import configure, get_default_generative_client, get_default_model_client

        if not self._api_key:
            raise Rejected("Gemini has no API key: set GEMINI_API_KEY.", reason="bad_key")
        configure(api_key=self._api_key, transport="rest", client_options={"api_endpoint": self._endpoint})
        clients = _Clients(answers=get_default_generative_client(), models=get_default_model_client())
        for client in (clients.answers, clients.models):
            session = client.transport._session
            session._refresh_status_codes = ()  # else a 401 is posted three times
            session.max_redirects = 0  # a redirect would carry the key to another host
        return clients

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
            return self._no_such_model()
        return Rejected("Gemini refused the request.", reason="refused")

    def _no_such_model(self) -> Rejected:
        """Return the error for a model that is retired or never was, naming some the key can call if they are told."""
        try:
            usable = _writers(self._connected().models, min(self._timeout_seconds, LIST_SECONDS))
        except Exception:  # whatever keeps us from listing them, the answer is the same without
            usable = ()
        return Rejected(
            NO_SUCH_MODEL_BUT if usable else NO_SUCH_MODEL,
            reason="no_such_model",
            model=self.name,
            examples=", ".join(usable[:SHOWN]),
        )

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


def _writers(client: Any, seconds: float) -> tuple[str, ...]:
    from google.generativeai.models import list_models

    options: Any = {"timeout": seconds, "retry": None}
    listed = list_models(page_size=PAGE, client=client, request_options=options)
    writers = (one.name for one in listed if "generateContent" in one.supported_generation_methods)
    return _likeliest(name.removeprefix("models/") for name in writers)


def _likeliest(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in an order to choose from: finished ones that write text, the newest and lightest first."""

    def rank(name: str) -> tuple[bool, bool, bool]:
        parts = set(name.split("-"))
        is_other = "gemini" not in parts or bool(parts & _NOT_FOR_TEXT)
        return is_other, bool(parts & _UNFINISHED), "lite" not in parts

    return tuple(sorted(sorted(set(names), reverse=True), key=rank))


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
