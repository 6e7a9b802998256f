"""Ana's mailbox and the calls on it, with one token a scope."""

from __future__ import annotations

import base64
from typing import Any

from flask.testing import FlaskClient

from playground.gmail_mailbox import Mailbox
from tests.playground.world_double import SCOPES, FakeToken, FakeWorld, make_app

ANA, MARCO, BELA = "ana@nordwind.example", "marco@nordwind.example", "bela@kunde.example"
SHORT = ("compose", "readonly", "modify", "metadata", "send", "labels", "settings.basic")
Json = dict[str, Any]


def raw(*lines: str, text: str = "Hi Béla\n") -> bytes:
    return "\n".join([*lines, "", text]).encode()


def a_mail(to: str = BELA, subject: str = "Hello", *more: str) -> bytes:
    return raw(f"From: Ana Lindqvist <{ANA}>", f"To: {to}", f"Subject: {subject}", *more)


class Mail:
    """Ana's mailbox over the wire; tokens are named by their scope, ``good`` has those the add-on asks for."""

    def __init__(self, world: FakeWorld) -> None:
        self.world, self.store = world, world.mailboxes
        self.client: FlaskClient = make_app(world).test_client()
        tokens = world.access.tokens
        tokens |= {name: FakeToken(scopes=frozenset({f"{SCOPES}gmail.{name}"})) for name in SHORT}
        tokens["good"] = FakeToken(scopes=tokens["compose"].scopes | tokens["readonly"].scopes)
        tokens["marco"] = FakeToken(user="marco", scopes=tokens["good"].scopes | tokens["modify"].scopes)

    @property
    def ana(self) -> Mailbox:
        return self.store.of_user("ana")

    def box(self, address: str) -> list[Any]:
        return list(self.store.get(address).messages.values())

    def call(self, verb: str, path: str, body: Any = None, bearer: str = "good", user: str = "me") -> Any:
        headers = {"Authorization": f"Bearer {bearer}"}
        return self.client.open(f"/gmail/v1/users/{user}/{path}", method=verb, json=body, headers=headers)

    def get(self, path: str, bearer: str = "good") -> Json:
        return expect(self.call("GET", path, bearer=bearer))

    def post(self, path: str, body: Any = None, bearer: str = "good") -> Json:
        return expect(self.call("POST", path, body, bearer))

    def refusal(self, verb: str, path: str, body: Any = None, bearer: str = "good") -> tuple[int, str, str]:
        """Return code, reason and message of an error."""
        answer = self.call(verb, path, body, bearer)
        error = answer.get_json()["error"]
        assert answer.status_code == error["code"] != 200
        [listed] = error["errors"]
        assert listed["message"] == error["message"]
        return error["code"], listed["reason"], error["message"]

    # --- drafts ---
    def draft(self, mail: bytes | None = None, thread_id: str = "") -> Json:
        return self.post("drafts", {"message": message(mail or a_mail(), thread_id)})

    def sent(self, mail: bytes | None = None, thread_id: str = "") -> Json:
        return self.post("drafts/send", {"id": self.draft(mail, thread_id)["id"]})

    def headers(self, message_id: str, bearer: str = "good") -> dict[str, str]:
        found = self.get(f"messages/{message_id}?format=metadata", bearer)["payload"]["headers"]
        return {one["name"]: one["value"] for one in found}

    # --- hands ---
    def hand(self, path: str, body: Json, status: int = 200) -> Json:
        answer = self.client.post(f"/play/mailboxes/{path}", json=body)
        assert answer.status_code == status, answer.text
        told: Json = answer.get_json()
        return told

    def order(self, method: str, kind: str, **more: Any) -> None:
        self.world.faults.add("gmail", method, kind, **more)


def message(mail: bytes, thread_id: str = "") -> Json:
    encoded = {"raw": base64.urlsafe_b64encode(mail).decode()}
    return encoded | ({"threadId": thread_id} if thread_id else {})


def expect(answer: Any) -> Json:
    assert answer.status_code in (200, 204), answer.text
    told: Json = answer.get_json() if answer.status_code == 200 else {}
    return told
