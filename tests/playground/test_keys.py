"""ID tokens pass Google's own verifier with the certificates served, and fail it when they should."""

from __future__ import annotations

import json

import pytest
from google.auth import exceptions
from google.oauth2 import id_token

from playground.cast import CAST, TASKS_SERVICE_ACCOUNT
from playground.keys import Keys

AUDIENCE = "http://localhost:8080/tasks/tick"


class Served:
    status = 200

    def __init__(self, body: bytes) -> None:
        self.data = body


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    return Keys(tmp_path_factory.mktemp("keys"))


def verify(keys, token, audience=AUDIENCE):
    def fetch(*args, **kwargs):
        return Served(json.dumps(keys.certificates()).encode())

    return id_token.verify_oauth2_token(token, fetch, audience)


def test_a_service_token_passes_googles_verifier(keys):
    claims = verify(keys, keys.service_token(TASKS_SERVICE_ACCOUNT, AUDIENCE))
    assert (claims["email"], claims["email_verified"]) == (TASKS_SERVICE_ACCOUNT, True)


def test_a_user_token_is_for_one_client(keys):
    token = keys.user_token(CAST["ines"], "client")
    assert verify(keys, token, "client")["sub"] == "1003"
    with pytest.raises(exceptions.GoogleAuthError):
        verify(keys, token, "other")


def test_a_token_of_another_playground_fails(keys, tmp_path):
    stranger = Keys(tmp_path)
    with pytest.raises((ValueError, exceptions.GoogleAuthError)):
        verify(keys, stranger.service_token(TASKS_SERVICE_ACCOUNT, AUDIENCE))


def test_an_expired_token_fails(keys):
    with pytest.raises((ValueError, exceptions.GoogleAuthError)):
        verify(keys, keys.sign({"aud": AUDIENCE, "iat": 1, "exp": 2}))


def test_the_key_survives_a_restart_and_a_rotation_ends_it(tmp_path):
    first = Keys(tmp_path)
    token = first.service_token(TASKS_SERVICE_ACCOUNT, AUDIENCE)
    again = Keys(tmp_path)
    assert again.certificates() == first.certificates()
    assert verify(again, token)
    again.rotate()
    assert again.certificates() != first.certificates()
    with pytest.raises((ValueError, exceptions.GoogleAuthError)):
        verify(again, token)


def test_key_files_are_their_owners(tmp_path):
    Keys(tmp_path)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
