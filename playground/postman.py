"""Sends one request as Google sends it: no redirects, no proxies, and one deadline for the whole answer."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests

LIMIT_SECONDS = 30.0
TICK_LIMIT_SECONDS = 600.0
MAX_ANSWER_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP answer, whole."""

    status: int
    content_type: str
    body: bytes


class NotAnsweredError(Exception):
    """Nothing usable came back in time; the message says what happened."""


def post(url: str, body: Mapping[str, Any], bearer: str | None, *, agent: str, limit: float = LIMIT_SECONDS) -> Answer:
    """Post JSON and return the answer; raise NotAnsweredError when it is not there after ``limit`` seconds."""
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": agent, "Accept-Encoding": "identity"}
    if bearer:
        headers["Authorization"] = f"Bearer {bearer}"
    deadline = time.monotonic() + limit
    try:
        with requests.Session() as session:
            # A proxy or .netrc of the developer's machine must not touch these requests.
            session.trust_env = False
            data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
            answer = session.post(url, data, headers=headers, timeout=limit, allow_redirects=False, stream=True)
            return _whole(answer, deadline, limit)
    except requests.Timeout as error:
        raise NotAnsweredError(f"no answer within {limit:g} s") from error
    except requests.RequestException as error:
        raise NotAnsweredError(f"{url} could not be reached: {type(error).__name__}") from error


def _whole(answer: requests.Response, deadline: float, limit: float) -> Answer:
    body = bytearray()
    for chunk in answer.iter_content(65536):
        body += chunk
        if len(body) > MAX_ANSWER_BYTES:
            raise NotAnsweredError(f"the answer is longer than {MAX_ANSWER_BYTES} bytes")
        if time.monotonic() > deadline:
            raise NotAnsweredError(f"no complete answer within {limit:g} s")
    if time.monotonic() > deadline:
        raise NotAnsweredError(f"no answer within {limit:g} s")
    return Answer(status=answer.status_code, content_type=answer.headers.get("Content-Type", ""), body=bytes(body))
