"""Goal 3: how often certificates are fetched, and what a token costs that was seen before."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from addon.adapters.certificates import CertificateSource
from addon.config import Config
from addon.web.keyring import Keyring
from addon.web.verify import Unauthenticated, Verifier
from bench.figure import Figure
from bench.google import USER, Google
from bench.servers import addon_environment, base_url
from bench.timing import microseconds_each

THREADS = 32
TOKENS = 20
REPEATS = 5_000
FRESH = 50
PATH = "/addon/home"


def measure(google: Google, folder: Path) -> Iterator[Figure]:
    config = Config.load(addon_environment(google, 8080, f"sqlite:///{folder / 'keys.db'}"), folder)
    verifier = Verifier(config, Keyring(CertificateSource(google.certificates_url)))
    before = google.certificate_fetches()
    _verify_at_once(verifier, [google.system_token(base_url(8080) + PATH) for _ in range(TOKENS)])
    fetched = google.certificate_fetches() - before
    yield Figure(
        goal=3,
        what=f"certificate fetches, {THREADS} threads at once, {THREADS * TOKENS:,} requests",
        measured=f"{fetched}",
        baseline=f"Google's sample {THREADS * TOKENS:,}",
        aim="1",
        is_met=fetched == 1,
    )
    fresh = [google.system_token(base_url(8080) + PATH + f"?{number}") for number in range(9 * FRESH)]
    remaining = iter(fresh)
    first = microseconds_each(lambda: _known(verifier, next(remaining)), FRESH)
    token, user = google.system_token(base_url(8080) + PATH), google.world.keys.user_token(USER)
    verifier.verify_system(token, PATH)
    system = microseconds_each(lambda: verifier.verify_system(token, PATH), REPEATS)
    yield _cost("a repeated system token", system, first)
    yield _cost("a repeated user token", microseconds_each(lambda: verifier.verify_user(user), REPEATS), first)


def _cost(what: str, cost: float, first: float) -> Figure:
    return Figure(
        goal=3,
        what=what,
        measured=f"{cost:.1f} µs",
        baseline=f"a new token {first:.0f} µs",
        aim="≤ 5 µs",
        is_met=cost <= 5,
    )


def _known(verifier: Verifier, token: str) -> None:
    """Verify a token for another path: signature and claims are checked, then it is refused."""
    with contextlib.suppress(Unauthenticated):
        verifier.verify_system(token, PATH)


def _verify_at_once(verifier: Verifier, tokens: list[str]) -> None:
    together = threading.Barrier(THREADS)

    def verify() -> None:
        together.wait()
        for token in tokens:
            verifier.verify_system(token, PATH)

    threads = [threading.Thread(target=verify) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
