"""One request a call, and no answer larger than we can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from addon.adapters.google import call
from addon.adapters.transport import BodyTooLarge, Pool
from addon.errors import Invalid
from tests.flow.door import Door

BODY = b"x" * 1_000


@pytest.fixture
def door() -> Iterator[Door]:
    made = Door()

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [BODY]

    made.app = answer
    yield made
    made.close()


def test_an_answer_is_read_up_to_the_limit_and_not_beyond(door: Door) -> None:
    assert Pool(5.0, max_body=len(BODY)).authorized("t").request(door.origin)[1] == BODY
    with pytest.raises(BodyTooLarge):
        Pool(5.0, max_body=len(BODY) - 1).authorized("t").request(door.origin)


class TooLarge:
    """A request of googleapiclient's whose answer is too large."""

    def execute(self, **_: object) -> object:
        raise BodyTooLarge


def test_too_large_an_answer_is_something_to_ask_in_parts() -> None:
    with pytest.raises(Invalid) as told:
        call(TooLarge(), None)
    assert told.value.reason == "too_large"
