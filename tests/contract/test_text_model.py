"""One contract for every TextModel: the same outcomes, whatever stands behind the door."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Protocol

import pytest

from addon.adapters.generativeai import GenerativeAi
from addon.adapters.metered_model import MeteredModel
from addon.errors import AssistantError, Rejected, Unavailable
from addon.lib.bucket import Limit
from addon.ports import ModelAnswer, ModelRequest, TextModel, Unusable, Usage
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments
from tests.fakes.gemini_server import MODELS, GeminiServer, Reply, candidate, failure, listed, retry_info
from tests.fakes.text_model import USAGE, FakeTextModel

REQUEST = ModelRequest(instructions="Write one mail.", data='<data>\n{"prospect": {"Title": "Head of Ops"}}\n</data>')
DRAFT = {"subject": "A question", "sentences": [{"text": "Hello there.", "sources": ["Title"]}]}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "subject": {"type": "string"},
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"text": {"type": "string"}, "sources": {"type": "array", "items": {"type": "string"}}},
                "required": ["text", "sources"],
            },
        },
    },
    "required": ["subject", "sentences"],
}
MODEL = "gemini-3.5-flash-lite"


class Gemini:
    """GenerativeAi before a programmable server."""

    def __init__(self, server: GeminiServer) -> None:
        self.server = server
        server.listing, server.listings = Reply(body=listed(*MODELS)), 0
        self.clock = FakeClock()
        self.model = self.at(server.url)

    def at(self, endpoint: str, timeout_seconds: float = 20) -> GenerativeAi:
        return GenerativeAi("test-key", MODEL, endpoint, self.clock, timeout_seconds)

    def ask(self, *replies: Reply) -> ModelAnswer:
        self.server.reply(*replies)
        return self.model.generate(REQUEST, SCHEMA)

    @property
    def calls(self) -> int:
        return len(self.server.requests)


@pytest.fixture(scope="module")
def server() -> Iterator[GeminiServer]:
    server = GeminiServer()
    yield server
    server.stop()


@pytest.fixture
def gemini(server: GeminiServer) -> Gemini:
    return Gemini(server)


class Door(Protocol):
    """What the shared outcomes need: make the model meet an outcome, and ask."""

    model: TextModel

    def meet(self, outcome: str) -> ModelAnswer: ...


REPLIES: dict[str, Reply] = {
    "answer": Reply(body=candidate(json.dumps(DRAFT))),
    "rate_limited": Reply(status=429, body=failure(429, "RESOURCE_EXHAUSTED", "Quota.", retry_info("30s"))),
    "unavailable": Reply(status=503, body=failure(503, "UNAVAILABLE", "Overloaded.")),
    "unsafe": Reply(body={"promptFeedback": {"blockReason": "SAFETY"}}),
    "empty": Reply(body=candidate("")),
    "cut_off": Reply(body=candidate('{"subject": "A que', "MAX_TOKENS")),
    "not_json": Reply(body=candidate("Sorry, I cannot do that.")),
    "bad_key": Reply(
        status=400,
        body=failure(
            400, "INVALID_ARGUMENT", "API key not valid.", {"@type": "x/ErrorInfo", "reason": "API_KEY_INVALID"}
        ),
    ),
    "no_such_model": Reply(status=404, body=failure(404, "NOT_FOUND", "models/x is not found.")),
}
RAISES: dict[str, type[AssistantError]] = {
    **dict.fromkeys(("rate_limited", "unavailable"), Unavailable),
    **dict.fromkeys(("unsafe", "empty", "cut_off", "not_json"), Unusable),
    **dict.fromkeys(("bad_key", "no_such_model"), Rejected),
}


def metered(model: TextModel, clock: FakeClock) -> MeteredModel:
    return MeteredModel(model, FakeDocuments(), clock, key="test-key", limit=Limit(calls=10, tokens=250_000))


class GeminiDoor:
    def __init__(self, gemini: Gemini, *, is_metered: bool = False) -> None:
        self.gemini = gemini
        if is_metered:
            self.model: TextModel = metered(gemini.model, gemini.clock)
        else:
            self.model = gemini.model

    def meet(self, outcome: str) -> ModelAnswer:
        self.gemini.server.reply(REPLIES[outcome])
        return self.model.generate(REQUEST, SCHEMA)


class FakeDoor:
    def __init__(self, *, is_metered: bool = False) -> None:
        self.is_metered = is_metered
        self.model: TextModel = FakeTextModel(DRAFT, name=MODEL)

    def meet(self, outcome: str) -> ModelAnswer:
        fake = FakeTextModel(error_of(outcome) or DRAFT, name=MODEL)
        self.model = metered(fake, FakeClock()) if self.is_metered else fake
        return self.model.generate(REQUEST, SCHEMA)


def error_of(outcome: str) -> AssistantError | None:
    kind = RAISES.get(outcome)
    if kind is Unusable:
        return Unusable("Told to.", reason=outcome, usage=USAGE)
    return kind("Told to.", reason=outcome) if kind else None


DOORS = {
    "gemini": lambda gemini: GeminiDoor(gemini),
    "metered gemini": lambda gemini: GeminiDoor(gemini, is_metered=True),
    "fake": lambda gemini: FakeDoor(),
    "metered fake": lambda gemini: FakeDoor(is_metered=True),
}


@pytest.fixture(params=DOORS)
def door(request: pytest.FixtureRequest, gemini: Gemini) -> Door:
    made: Door = DOORS[request.param](gemini)
    return made


def test_answer_is_parsed_and_usage_is_counted(door: Door) -> None:
    answer = door.meet("answer")
    assert answer.data == DRAFT
    assert (answer.usage.input_tokens, answer.usage.output_tokens, answer.usage.calls) == (120, 40, 1)
    assert answer.model == MODEL


@pytest.mark.parametrize("outcome", sorted(RAISES))
def test_every_bad_outcome_is_one_of_the_four_errors(door: Door, outcome: str) -> None:
    with pytest.raises(RAISES[outcome]) as caught:
        door.meet(outcome)
    assert caught.value.reason == outcome


def test_an_answer_that_is_no_use_says_what_it_took(door: Door) -> None:
    with pytest.raises(Unusable) as caught:
        door.meet("not_json")
    assert caught.value.usage == Usage(input_tokens=120, output_tokens=40, calls=1)


def test_models_the_key_can_call_are_listed(door: Door) -> None:
    assert MODEL in door.model.models()


def test_request_carries_the_schema_the_roles_and_no_sampling(gemini: Gemini) -> None:
    gemini.ask(REPLIES["answer"])
    path, headers, body = gemini.server.requests[0]
    assert path.startswith(f"/v1beta/models/{MODEL}:generateContent")
    assert "test-key" not in path
    assert {name.lower(): value for name, value in headers.items()}["x-goog-api-key"] == "test-key"
    assert body["systemInstruction"]["parts"] == [{"text": REQUEST.instructions}]
    assert body["contents"] == [{"role": "user", "parts": [{"text": REQUEST.data}]}]
    settings = body["generationConfig"]
    assert settings["responseMimeType"] == "application/json"
    assert settings["responseSchema"]["required"] == ["subject", "sentences"]
    assert not {"temperature", "topP", "topK"} & set(settings)
    assert not body.get("safetySettings")


@pytest.mark.parametrize(
    "status", [400, 401, 403, 404, 408, 429, 500, 502, 503, 504, 302, 307], ids=lambda status: f"http_{status}"
)
def test_no_refusal_without_a_hint_is_ever_repeated(gemini: Gemini, status: int) -> None:
    headers = {"Location": gemini.server.url + "/elsewhere"} if status < 400 else {}
    with pytest.raises(Unavailable if status in {302, 307, 408, 429} or status >= 500 else Rejected):
        gemini.ask(Reply(status=status, body=failure(status, "X", "no"), headers=headers))
    assert gemini.calls == 1


@pytest.mark.parametrize(
    ("reply", "seconds"),
    [
        (Reply(status=429, body=failure(429, "RESOURCE_EXHAUSTED", "q", retry_info("3.5s"))), 3.5),
        (Reply(status=429, body=failure(429, "RESOURCE_EXHAUSTED", "q", retry_info("9999999s"))), 86_400),
        (Reply(status=429, body=failure(429, "RESOURCE_EXHAUSTED", "q"), headers={"Retry-After": "4"}), 4.0),
        (Reply(status=503, body=failure(503, "UNAVAILABLE", "q"), headers={"Retry-After": "2"}), 2.0),
    ],
    ids=["retry_info", "absurd", "retry_after", "unavailable"],
)
def test_the_servers_hint_is_handed_on(gemini: Gemini, reply: Reply, seconds: float) -> None:
    with pytest.raises(Unavailable) as caught:
        gemini.ask(reply)
    assert caught.value.retry_at == gemini.clock.now() + timedelta(seconds=seconds)
    assert gemini.calls == 1


@pytest.mark.parametrize("delay", ["soon", "-3s", "", "nans", "1e999s"])
def test_nonsense_hint_does_no_harm(gemini: Gemini, delay: str) -> None:
    with pytest.raises(Unavailable):
        gemini.ask(Reply(status=429, body=failure(429, "RESOURCE_EXHAUSTED", "q", retry_info(delay))))
    assert gemini.calls == 1


def test_hanging_server_is_left_at_the_timeout(gemini: Gemini) -> None:
    gemini.model = gemini.at(gemini.server.url, timeout_seconds=0.2)
    with pytest.raises(Unavailable) as caught:
        gemini.ask(Reply(hangs=True))
    assert caught.value.reason == "unreachable"
    assert gemini.calls == 1


def test_dropped_connection_is_not_posted_again(gemini: Gemini) -> None:
    with pytest.raises(Unavailable):
        gemini.ask(Reply(drops=True))
    assert gemini.calls == 1


def test_nobody_listening_is_unavailable(gemini: Gemini) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        model = gemini.at(f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(Unavailable):
            model.generate(REQUEST, SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        "```json\n%s\n```",
        "```\n%s\n```",
        "Here is your draft:\n%s\nI hope it helps!",
        "Using {first_name} as asked: %s",
        "[%s]",
        "\ufeff  %s  ",
    ],
)
def test_wrapped_json_is_unwrapped(gemini: Gemini, text: str) -> None:
    assert gemini.ask(Reply(body=candidate(text % json.dumps(DRAFT)))).data == DRAFT


def test_double_encoded_json_is_decoded(gemini: Gemini) -> None:
    assert gemini.ask(Reply(body=candidate(json.dumps(json.dumps(DRAFT))))).data == DRAFT


WHOLE = json.dumps(DRAFT)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (candidate(WHOLE[:-9]), "not_json"),
        (candidate("```json\n" + WHOLE[:40]), "not_json"),
        (candidate(f"{WHOLE} or {json.dumps({**DRAFT, 'subject': 'Else'})}"), "not_json"),
        (candidate('{"subject": "x"}'), "not_json"),
        (candidate('{"subject": 5, "sentences": []}'), "not_json"),
        (candidate('{"subject": "x", "sentences": [{"text": "a", "sources": [1]}]}'), "not_json"),
        (candidate("[" * 5000), "not_json"),
        (candidate('{"a":' * 5000), "not_json"),
        (candidate("[]"), "not_json"),
        (candidate(WHOLE, "SAFETY"), "unsafe"),
        (candidate(WHOLE, "PROHIBITED_CONTENT"), "unsafe"),
        (candidate(WHOLE, "MAX_TOKENS"), "cut_off"),
        (candidate("   "), "empty"),
        ({"candidates": []}, "empty"),
        ({}, "empty"),
        ({"candidates": [{"finishReason": "STOP"}]}, "empty"),
        ({"candidates": [{"finishReason": "SOMETHING_NEW"}]}, "empty"),
    ],
)
def test_unusable_answer_is_rejected_with_its_reason(gemini: Gemini, body: Any, reason: str) -> None:
    with pytest.raises(Rejected) as caught:
        gemini.ask(Reply(body=body))
    assert caught.value.reason == reason
    assert gemini.calls == 1


@pytest.mark.parametrize(
    "body", [b"<html>Sign in to the network</html>", [{"error": {"code": 500}}], "oops", {"error": "text"}, None, b""]
)
@pytest.mark.parametrize("status", [200, 500])
def test_answers_that_are_not_geminis_are_unavailable(gemini: Gemini, body: Any, status: int) -> None:
    with pytest.raises((Unavailable, Rejected)) as caught:
        gemini.ask(Reply(status=status, body=body))
    assert status == 200 or isinstance(caught.value, Unavailable)


def test_missing_model_says_what_to_set_and_names_some(gemini: Gemini) -> None:
    with pytest.raises(Rejected, match=f"{MODEL}: set GEMINI_MODEL.* for example {MODELS[0]}, {MODELS[1]}\\.$"):
        gemini.ask(REPLIES["no_such_model"])


@pytest.mark.parametrize(
    "listing", [Reply(status=500), Reply(body=b"<html>"), Reply(body={}), Reply(drops=True)], ids=str
)
def test_missing_model_says_what_to_set_even_if_none_can_be_listed(gemini: Gemini, listing: Reply) -> None:
    gemini.server.listing = listing
    with pytest.raises(Rejected, match=f"{MODEL}: set GEMINI_MODEL to one your key can call\\.$"):
        gemini.ask(REPLIES["no_such_model"])


def test_the_likeliest_choice_is_named_first(gemini: Gemini) -> None:
    names = (
        "gemini-2.5-flash",
        "veo-3",
        "gemini-3.5-flash",
        "gemini-9-preview",
        "gemini-3-lite-tts",
        "gemini-3.5-flash-lite",
    )
    gemini.server.listing = Reply(body=listed(*names))
    assert gemini.model.models()[:3] == ("gemini-3.5-flash-lite", "gemini-3.5-flash", "gemini-2.5-flash")


def test_models_that_write_nothing_are_not_listed(gemini: Gemini) -> None:
    gemini.server.listing = Reply(body=listed("gemini-embedding-001", methods=("embedContent",)))
    assert gemini.model.models() == ()


@pytest.mark.parametrize(
    ("listing", "error", "reason"),
    [
        (REPLIES["bad_key"], Rejected, "bad_key"),
        (REPLIES["rate_limited"], Unavailable, "rate_limited"),
        (REPLIES["unavailable"], Unavailable, "unavailable"),
        (Reply(drops=True), Unavailable, "unreachable"),
    ],
    ids=["bad_key", "rate_limited", "unavailable", "dropped"],
)
def test_listing_ends_in_the_usual_errors(
    gemini: Gemini, listing: Reply, error: type[AssistantError], reason: str
) -> None:
    gemini.server.listing = listing
    with pytest.raises(error) as caught:
        gemini.model.models()
    assert caught.value.reason == reason
    assert gemini.server.listings == 1


def test_what_it_thought_is_counted_as_output(gemini: Gemini) -> None:
    body = candidate(json.dumps(DRAFT))
    body["usageMetadata"] |= {"thoughtsTokenCount": 500, "totalTokenCount": 660}
    assert gemini.ask(Reply(body=body)).usage.output_tokens == 540


def test_messages_hold_neither_key_nor_prompt(gemini: Gemini) -> None:
    with pytest.raises(Rejected) as caught:
        gemini.ask(Reply(status=400, body=failure(400, "INVALID_ARGUMENT", f"Bad: {REQUEST.data} test-key")))
    assert "test-key" not in caught.value.message
    assert "Head of Ops" not in caught.value.message


def test_two_adapters_keep_their_own_endpoints(gemini: Gemini) -> None:
    other = GeminiServer()
    try:
        other.reply(REPLIES["answer"])
        gemini.server.reply(REPLIES["answer"])
        second = gemini.at(other.url)
        for model in (gemini.model, second, gemini.model):
            model.generate(REQUEST, SCHEMA)
    finally:
        other.stop()
    assert (gemini.calls, len(other.requests)) == (2, 1)


def test_threads_share_one_adapter(gemini: Gemini) -> None:
    from concurrent.futures import ThreadPoolExecutor

    gemini.server.reply(REPLIES["answer"])
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: gemini.model.generate(REQUEST, SCHEMA), range(24)))
    assert [answer.data for answer in answers] == [DRAFT] * 24
    assert gemini.calls == 24
