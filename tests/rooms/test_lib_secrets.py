"""Signed tokens and sealed secrets: ours, for their purpose, under any key of the list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from addon.errors import Rejected
from addon.lib.seal import Sealer
from addon.lib.signing import Signer

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
OLD, NEW = "old-key-0123456789-0123456789-0123", "new-key-0123456789-0123456789-0123"
HOUR = timedelta(hours=1)


def signer(*keys: str, at: datetime = NOW) -> Signer:
    return Signer(keys or (NEW,), now=lambda: at)


@given(st.text(max_size=200), st.text(max_size=50))
def test_what_was_signed_is_read_back(payload: str, purpose: str) -> None:
    token = signer().sign(purpose, payload, HOUR)
    assert signer().read(purpose, token) == payload
    assert token.isascii()
    assert set(token) & set("/+=&? ") == set()


def test_a_token_ends_with_its_lifetime_and_one_without_never_does() -> None:
    token = signer().sign("export", "42", HOUR)
    signer(at=NOW + HOUR - timedelta(seconds=1)).read("export", token)
    with pytest.raises(Rejected) as caught:
        signer(at=NOW + HOUR).read("export", token)
    assert caught.value.reason == "expired"
    for_ever = signer().sign("optout", "42", None)
    assert signer(at=NOW + 100_000 * HOUR).read("optout", for_ever) == "42"


def test_keys_are_changed_by_putting_a_new_one_in_front() -> None:
    before = signer(OLD).sign("click", "1", HOUR)
    assert signer(NEW, OLD).read("click", before) == "1"
    after = signer(NEW, OLD).sign("click", "1", HOUR)
    for keys, token in (((NEW,), before), ((OLD,), after)):
        with pytest.raises(Rejected) as caught:
            signer(*keys).read("click", token)
        assert caught.value.reason == "bad_token"


@given(st.integers(min_value=0, max_value=200), st.characters(codec="ascii"))
def test_a_changed_token_is_refused(place: int, letter: str) -> None:
    token = signer().sign("click", "lead-1", HOUR)
    changed = token[: place % len(token)] + letter + token[place % len(token) + 1 :]
    if changed == token:
        return
    with pytest.raises(Rejected) as caught:
        signer().read("click", changed)
    assert caught.value.reason == "bad_token"


@given(st.text(max_size=300))
def test_no_text_passes_for_a_token(text: str) -> None:
    with pytest.raises(Rejected):
        signer().read("click", text)


def test_a_token_for_one_purpose_is_none_for_another() -> None:
    token = signer().sign("open", "1", HOUR)
    for purpose in ("click", "", "open ", "ope"):
        with pytest.raises(Rejected):
            signer().read(purpose, token)


def test_a_blank_key_signs_nothing() -> None:
    for keys in ((), ("",), (NEW, "")):
        with pytest.raises(ValueError, match="key"):
            Signer(keys)
    with pytest.raises(ValueError, match="key"):
        Sealer(())


FIRST, SECOND = Fernet.generate_key().decode(), Fernet.generate_key().decode()
WHOSE = {"tenant": "nordwind.example", "user": "1001", "purpose": "sheets"}


@given(st.text(max_size=200))
def test_what_was_sealed_is_opened(secret: str) -> None:
    sealed = Sealer([FIRST]).seal(secret, **WHOSE)
    assert Sealer([FIRST]).open(sealed, **WHOSE) == secret
    assert Sealer([SECOND, FIRST]).open(sealed, **WHOSE) == secret


def test_the_first_key_seals() -> None:
    sealed = Sealer([SECOND, FIRST]).seal("ya29.x", **WHOSE)
    assert Sealer([SECOND]).open(sealed, **WHOSE) == "ya29.x"
    assert "ya29" not in sealed


@pytest.mark.parametrize("bent", [{"tenant": "u:1004"}, {"user": "1002"}, {"purpose": "gmail"}], ids=str)
def test_a_sealed_secret_opens_only_where_it_belongs(bent: dict[str, str]) -> None:
    sealed = Sealer([FIRST]).seal("ya29.x", **WHOSE)
    with pytest.raises(Rejected) as caught:
        Sealer([FIRST]).open(sealed, **(WHOSE | bent))
    assert caught.value.reason == "seal_broken"


def test_the_parts_of_a_context_cannot_be_shifted() -> None:
    sealed = Sealer([FIRST]).seal("x", tenant="a", user="b c", purpose="d")
    with pytest.raises(Rejected):
        Sealer([FIRST]).open(sealed, tenant="a b", user="c", purpose="d")


@pytest.mark.parametrize("sealed", ["", "gAAAA", "é", "\ud800", "x" * 1000])
def test_what_is_not_sealed_is_refused(sealed: str) -> None:
    with pytest.raises(Rejected):
        Sealer([FIRST]).open(sealed, **WHOSE)
    with pytest.raises(Rejected):
        Sealer([FIRST]).open(Sealer([SECOND]).seal("x", **WHOSE), **WHOSE)


def test_what_another_key_sealed_is_to_be_sealed_anew() -> None:
    sealed = Sealer([FIRST]).seal("ya29.x", **WHOSE)
    assert Sealer([FIRST, SECOND]).is_current(sealed)
    assert not Sealer([SECOND, FIRST]).is_current(sealed)
    assert not Sealer([FIRST]).is_current("no seal é")
