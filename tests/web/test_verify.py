"""Who is let in: every way a token can be wrong is refused, and refusing costs Google nothing."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from addon.errors import Unavailable
from addon.web.keyring import MIN_REFETCH_SECONDS, Keyring
from addon.web.verify import MAX_TOKEN, Unauthenticated, Verifier
from tests.fakes import configuration as configurations
from tests.fakes import google_tokens as google
from tests.fakes.google_tokens import LEFT_OUT, FakeCertificates

PATH = "/addon/sheets/home"
BASE = configurations.BASE_URL


class FakeTimer:
    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


class Bench:
    """A verifier with everything it stands on."""

    def __init__(self, folder: Path, **bent: str) -> None:
        self.certificates = FakeCertificates()
        self.timer = FakeTimer()
        self.config = configurations.laptop(folder, **bent)
        self.verifier = Verifier(self.config, Keyring(self.certificates, self.timer))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def system(**bent: Any) -> str:
    return google.system_token(BASE, PATH, **bent)


def test_the_genuine_tokens_are_let_in(bench: Bench) -> None:
    bench.verifier.verify_system(system(), PATH)
    caller = bench.verifier.verify_user(google.user_token())
    assert (caller.tenant, caller.user, caller.email) == ("nordwind.example", "1001", "ana@nordwind.example")


def test_both_spellings_of_the_issuer_are_googles(bench: Bench) -> None:
    bench.verifier.verify_system(system(iss="accounts.google.com"), PATH)


NOW = int(time.time())

WRONG_SYSTEM_CLAIMS: dict[str, dict[str, Any]] = {
    "expired": {"iat": NOW - 7200, "exp": NOW - 3600},
    "not yet issued": {"iat": NOW + 86_400, "exp": NOW + 90_000},
    "no expiry": {"exp": LEFT_OUT},
    "no issue time": {"iat": LEFT_OUT},
    "expiry is text": {"exp": "later"},
    "another path": {"aud": f"{BASE}/addon/home"},
    "a trailing slash": {"aud": f"{BASE}{PATH}/"},
    "https for http": {"aud": f"https://localhost:8080{PATH}"},
    "another port": {"aud": f"http://localhost:8081{PATH}"},
    "a query": {"aud": f"{BASE}{PATH}?x=1"},
    "the client id": {"aud": google.CLIENT_ID},
    "no audience": {"aud": LEFT_OUT},
    "a list of audiences": {"aud": [BASE + PATH]},
    "another project's add-ons": {"email": "service-999@gcp-sa-gsuiteaddons.iam.gserviceaccount.com"},
    "our account as a prefix": {"email": google.ADDON_ACCOUNT + ".attacker.example"},
    "our account as a suffix": {"email": "x" + google.ADDON_ACCOUNT},
    "our account in capitals": {"email": google.ADDON_ACCOUNT.upper()},
    "the tasks' account": {"email": google.TASKS_ACCOUNT},
    "no account": {"email": LEFT_OUT},
    "account not verified": {"email_verified": False},
    "account verified in words": {"email_verified": "true"},
    "nothing about verification": {"email_verified": LEFT_OUT},
    "another issuer": {"iss": "https://accounts.google.com.attacker.example"},
    "chat's issuer": {"iss": "chat@system.gserviceaccount.com"},
    "no issuer": {"iss": LEFT_OUT},
}


@pytest.mark.parametrize("bent", WRONG_SYSTEM_CLAIMS.values(), ids=WRONG_SYSTEM_CLAIMS)
def test_a_system_token_with_a_wrong_claim_is_refused(bench: Bench, bent: dict[str, Any]) -> None:
    with pytest.raises(Unauthenticated):
        bench.verifier.verify_system(system(**bent), PATH)


def unsigned(algorithm: str) -> str:
    head, body, _ = google.key().token(google.system_claims(BASE, PATH), {"alg": algorithm}).split(".")
    return f"{head}.{body}."


def signed_with_the_certificate() -> str:
    """HS256 with the public certificate as the secret: the classic confusion."""
    head, body, _ = google.key().token(google.system_claims(BASE, PATH), {"alg": "HS256"}).split(".")
    mac = hmac.digest(google.key().certificate.encode(), f"{head}.{body}".encode(), hashlib.sha256)
    return f"{head}.{body}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def tampered() -> str:
    head, _, signature = system().split(".")
    claims = google.system_claims(BASE, PATH, sub="43")
    return f"{head}.{base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip('=')}.{signature}"


FORGED = {
    "missing": lambda: "",
    "not a token": lambda: "abc",
    "two parts": lambda: "abc.def",
    "three parts of nothing": lambda: "..",
    "not ASCII": lambda: system() + "é",
    "cut off": lambda: system()[:-10],
    "too long": lambda: system(padding="x" * MAX_TOKEN),
    "deeply nested": lambda: f"{base64.urlsafe_b64encode(b'[' * 5000).decode()}.e30.e30",
    "claims are a list": lambda: f"{system().split('.')[0]}.W10.e30",
    "header is a number": lambda: "MQ.e30.e30",
    "foreign key under our id": lambda: google.key("foreign").token(
        google.system_claims(BASE, PATH), {"kid": google.key().key_id}
    ),
    "foreign key": lambda: google.key("foreign").token(google.system_claims(BASE, PATH)),
    "no key id": lambda: google.key().token(google.system_claims(BASE, PATH), {"kid": LEFT_OUT}),
    "key id is a list": lambda: google.key().token(google.system_claims(BASE, PATH), {"kid": ["key-1"]}),
    "unsigned": lambda: unsigned("none"),
    "unsigned but RS256": lambda: unsigned("RS256"),
    "ES256 with an RSA key": lambda: google.key().token(google.system_claims(BASE, PATH), {"alg": "ES256"}),
    "HS256 with the certificate": signed_with_the_certificate,
    "tampered": tampered,
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_forged_token_is_refused(bench: Bench, forge: Any) -> None:
    with pytest.raises(Unauthenticated):
        bench.verifier.verify_system(forge(), PATH)


@pytest.mark.parametrize(("seconds", "is_let_in"), [(9, True), (11, False)])
def test_ten_seconds_of_clock_drift_are_forgiven(bench: Bench, seconds: int, is_let_in: bool) -> None:
    now = int(time.time())
    # Rounded towards the limit, so that the second in which the test runs decides nothing.
    late = system(iat=now - 3600, exp=now - seconds + (1 if is_let_in else 0))
    early = system(iat=now + seconds + (0 if is_let_in else 1), exp=now + 3600)
    for token in (late, early):
        if is_let_in:
            bench.verifier.verify_system(token, PATH)
        else:
            with pytest.raises(Unauthenticated):
                bench.verifier.verify_system(token, PATH)


def test_a_kept_token_is_still_held_to_its_path(bench: Bench) -> None:
    token = system()
    bench.verifier.verify_system(token, PATH)
    bench.verifier.verify_system(token, PATH)
    assert bench.verifier.counts().hits == 1
    with pytest.raises(Unauthenticated):
        bench.verifier.verify_system(token, "/addon/home")


def test_a_system_token_is_no_user_and_a_user_token_no_system(bench: Bench) -> None:
    with pytest.raises(Unauthenticated):
        bench.verifier.verify_user(system())
    with pytest.raises(Unauthenticated):
        bench.verifier.verify_system(google.user_token(), PATH)


WRONG_USER_CLAIMS: dict[str, dict[str, Any]] = {
    "another client": {"aud": "999-addon.apps.googleusercontent.com"},
    "no client": {"aud": LEFT_OUT},
    "no subject": {"sub": LEFT_OUT},
    "subject with a path": {"sub": "../1002"},
    "subject is a number": {"sub": 1001},
    "domain with a path": {"hd": "nordwind.example/users"},
    "empty domain": {"hd": ""},
    "expired": {"iat": NOW - 7200, "exp": NOW - 3600},
}


@pytest.mark.parametrize("bent", WRONG_USER_CLAIMS.values(), ids=WRONG_USER_CLAIMS)
def test_a_user_token_with_a_wrong_claim_is_refused(bench: Bench, bent: dict[str, Any]) -> None:
    with pytest.raises(Unauthenticated):
        bench.verifier.verify_user(google.user_token(**bent))


def test_without_a_workspace_domain_the_user_is_a_tenant_of_their_own(bench: Bench) -> None:
    caller = bench.verifier.verify_user(google.user_token(hd=LEFT_OUT, sub="1004", email="greta@nordwind.example"))
    assert caller.tenant == "u:1004"


def test_an_address_google_has_not_verified_is_not_taken(bench: Bench) -> None:
    assert bench.verifier.verify_user(google.user_token(email_verified=False)).email == ""
    assert bench.verifier.verify_user(google.user_token(email_verified=LEFT_OUT)).email == ""


def test_tasks_have_an_account_and_an_audience_of_their_own(bench: Bench) -> None:
    good = google.system_token(BASE, "/tasks/tick", email=google.TASKS_ACCOUNT)
    bench.verifier.verify_task(good, "/tasks/tick")
    for wrong in (google.system_token(BASE, "/tasks/tick"), google.user_token()):
        with pytest.raises(Unauthenticated):
            bench.verifier.verify_task(wrong, "/tasks/tick")
    with pytest.raises(Unauthenticated):
        bench.verifier.verify_task(good, "/tasks/run")


def test_without_a_tasks_account_nobody_may_call_tasks(tmp_path: Path) -> None:
    config = configurations.server(tmp_path)
    verifier = Verifier(config, Keyring(FakeCertificates()))
    for email in ("", LEFT_OUT, google.TASKS_ACCOUNT):
        with pytest.raises(Unauthenticated):
            verifier.verify_task(google.system_token(config.base_url, "/tasks/tick", email=email), "/tasks/tick")


def test_twenty_threads_fetch_the_certificates_once(bench: Bench) -> None:
    tokens = [system(number=number) for number in range(20)]
    together = threading.Barrier(20)

    def verify(token: str) -> None:
        together.wait(timeout=10)
        bench.verifier.verify_system(token, PATH)

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(verify, tokens))
    assert bench.certificates.fetches == 1


def test_certificates_are_fetched_again_when_their_time_is_over(bench: Bench) -> None:
    bench.verifier.verify_system(system(number=1), PATH)
    bench.timer.seconds += bench.certificates.lifetime_seconds - 1
    bench.verifier.verify_system(system(number=2), PATH)
    assert bench.certificates.fetches == 1
    bench.timer.seconds += 1
    bench.verifier.verify_system(system(number=3), PATH)
    assert bench.certificates.fetches == 2


def test_a_new_key_of_googles_is_fetched_once(bench: Bench) -> None:
    bench.verifier.verify_system(system(), PATH)
    fresh = google.key("key-2")
    bench.certificates.keys.append(fresh)
    bench.timer.seconds += MIN_REFETCH_SECONDS
    for number in range(3):
        bench.verifier.verify_system(fresh.token(google.system_claims(BASE, PATH, number=number)), PATH)
    assert bench.certificates.fetches == 2


def test_made_up_key_ids_fetch_once_a_minute_at_most(bench: Bench) -> None:
    bench.verifier.verify_system(system(), PATH)

    def knock() -> None:
        for number in range(50):
            token = google.key("foreign").token(google.system_claims(BASE, PATH), {"kid": f"made-up-{number}"})
            with pytest.raises(Unauthenticated):
                bench.verifier.verify_system(token, PATH)

    knock()
    assert bench.certificates.fetches == 1
    bench.timer.seconds += MIN_REFETCH_SECONDS
    knock()
    assert bench.certificates.fetches == 2


def test_certificates_out_of_reach_mean_later_not_refused(bench: Bench) -> None:
    bench.certificates.is_down = True
    for _ in range(3):
        with pytest.raises(Unavailable):
            bench.verifier.verify_system(system(), PATH)
    assert bench.certificates.fetches == 1, "the others fail at once instead of queueing for the network"
    bench.certificates.is_down = False
    bench.timer.seconds += 5
    bench.verifier.verify_system(system(), PATH)


def test_known_keys_go_on_working_while_a_made_up_one_finds_google_down(bench: Bench) -> None:
    bench.verifier.verify_system(system(number=1), PATH)
    bench.certificates.is_down = True
    bench.timer.seconds += MIN_REFETCH_SECONDS
    with pytest.raises(Unavailable):
        bench.verifier.verify_system(google.key("foreign").token(google.system_claims(BASE, PATH)), PATH)
    bench.verifier.verify_system(system(number=2), PATH)
