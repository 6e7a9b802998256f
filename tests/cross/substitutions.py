"""What the second server lacks, and what the proxy answers in its place: this table, and nothing else.

Each answer is put together from answers of the server itself; none is invented. Not asked of that server at all, for
nobody here could say what is right: faults, limits, batches, a 401 for a token it never gave, searches by ``q=``.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

Json = Mapping[str, Any]
MAILBOX = "/gmail/v1/users/me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as it came; ``target`` is path and query."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def asking(self, path: str, query: Iterable[tuple[str, str]] = ()) -> Request:
        """Return the same person's request for something else."""
        return replace(self, target=f"{path}?{urlencode(list(query))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A status, headers, and the whole body."""

    status: int
    headers: Sequence[tuple[str, str]] = ()
    body: bytes = b""

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Forward = Callable[[Request], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """One thing the server lacks: which requests for it come, and what they are answered."""

    name: str
    reason: str
    path: re.Pattern[str]
    query: tuple[str, str] | None = None
    answer: Callable[[Request, Forward], Answer]

    def is_for(self, request: Request) -> bool:
        """Whether the proxy answers this request; only readings are ever answered by it."""
        is_asked = self.query is None or self.query in request.query
        return request.method == "GET" and is_asked and self.path.fullmatch(request.path) is not None


def substituted(request: Request) -> Substitution | None:
    """Return what stands in the table for a request, None where it is the server's own to answer."""
    return next((one for one in SUBSTITUTIONS if one.is_for(request)), None)


def _profile(request: Request, forward: Forward) -> Answer:
    """Answer with the address the server knows by the token, and the history id it gives with a page of history."""
    who = forward(request.asking("/oauth2/v2/userinfo"))
    history = forward(request.asking(f"{MAILBOX}/history", [("startHistoryId", "0"), ("maxResults", "1")]))
    if who.status != 200 or history.status != 200:
        return who if who.status != 200 else history
    return _answer({"emailAddress": who.json["email"], "historyId": history.json["historyId"]})


def _certificates(request: Request, forward: Forward) -> Answer:
    """Answer with the server's JSON web keys as PEM."""
    keys = forward(request.asking("/oauth2/v3/certs")).json["keys"]
    return _answer({key["kid"]: _pem(key) for key in keys})


def _pem(key: Json) -> str:
    n, e = (int.from_bytes(_decoded(key[name]), "big") for name in ("n", "e"))
    return RSAPublicNumbers(e, n).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def _sent_history(request: Request, forward: Forward) -> Answer:
    """Answer with the messages that got the label SENT, as messages that were added."""
    query = [(name, "labelAdded" if name == "historyTypes" else value) for name, value in request.query]
    found = forward(request.asking(request.path, query))
    if found.status != 200:
        return found
    return _answer({**found.json, "history": [_as_added(entry) for entry in found.json["history"]]})


def _as_added(entry: Json) -> Json:
    added = [{"message": one["message"]} for one in entry.get("labelsAdded", ()) if "SENT" in one["labelIds"]]
    return {"id": entry["id"], "messages": entry["messages"], "messagesAdded": added}


def _all_headers(request: Request, forward: Forward) -> Answer:
    """Answer as the server does, with those of the asked headers added that stand in the message's bytes."""
    found = forward(request)
    if found.status != 200:
        return found
    asked = [value for name, value in request.query if name == "metadataHeaders"]
    shown = found.json
    for message in shown.get("messages", [shown]):
        listed = message["payload"]["headers"]
        known = {header["name"].lower() for header in listed}
        raw = forward(request.asking(f"{MAILBOX}/messages/{message['id']}", [("format", "raw")])).json["raw"]
        bytes_of = message_from_bytes(_decoded(raw))
        wanted = [name for name in asked if name in bytes_of and name.lower() not in known]
        listed += [{"name": name, "value": bytes_of[name]} for name in wanted]
    return _answer(shown)


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _answer(found: Json) -> Answer:
    return Answer(status=200, headers=[("Content-Type", "application/json")], body=json.dumps(found).encode())


SUBSTITUTIONS = (
    Substitution(
        name="profile",
        reason="It has no users.getProfile: it answers 404.",
        path=re.compile(f"{MAILBOX}/profile"),
        answer=_profile,
    ),
    Substitution(
        name="certificates",
        reason="It shows its keys as JSON web keys alone; Google shows them as PEM under /oauth2/v1/certs, too.",
        path=re.compile("/oauth2/v1/certs"),
        answer=_certificates,
    ),
    Substitution(
        name="sent_history",
        reason="It moves a sent draft from DRAFT to SENT; Gmail adds a message that is SENT and drops the draft's.",
        path=re.compile(f"{MAILBOX}/history"),
        query=("labelId", "SENT"),
        answer=_sent_history,
    ),
    Substitution(
        name="all_headers",
        reason="Of a message's headers it shows ten, whatever is asked; Gmail shows any, ours among them.",
        path=re.compile(rf"{MAILBOX}/(?:messages|threads)/[^/]+"),
        query=("format", "metadata"),
        answer=_all_headers,
    ),
)
"""What the proxy answers. A test holds that the server lacks each, that each is asked for, and that no other is."""
