"""Our services against a Gmail and OAuth server that others wrote: what we believe of Google is not ours alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import requests

from addon.accounts.grant_model import Ending, GrantKind
from addon.accounts.policy_model import Policy
from addon.accounts.scopes import needed
from addon.adapters.mime import StdlibMime
from addon.errors import Rejected
from addon.sequences.campaign_model import EnrollmentState, Mail
from addon.sequences.delivery_model import SendState
from addon.sequences.mail_model import SEND_HEADER, Letter, MessageHead
from tests.cross.office import ANA, MARCO, TENANT, Office, ask_for, consent_at, press
from tests.cross.proxy import Loss, Proxy
from tests.cross.substitutions import SUBSTITUTIONS, Request

pytestmark = pytest.mark.xdist_group("cross")

LEAD = "person0@firm0.example"
MAIL = Mail(
    step_id="first",
    to=LEAD,
    to_name="Zoë Brâncuși",
    sender=ANA,
    sender_name="Ana Conti",
    subject="Fahrten für Firma 0 – ein Vorschlag",
    text="Hi Zoë,\n\nyour vans.\n\nAna",
    html="<p>Hi Zoë,</p><p>your vans.</p>",
)
TWO_WEEKS = 24 * 14


# --- consent ---
def test_both_grants_are_given_on_its_consent_pages(proxy: Proxy, tmp_path: Path) -> None:
    office = Office(proxy.origin, tmp_path)
    for kind in GrantKind:
        outcome = office.connect(kind)
        grant = office.services.grants.find(TENANT, office.ana.user, kind)
        assert (outcome.ending, outcome.account) == (Ending.CONNECTED, ANA)
        assert grant is not None
        assert set(grant.scopes) >= set(needed(kind, "spreadsheets"))


def test_somebody_else_who_consents_is_refused(proxy: Proxy, tmp_path: Path) -> None:
    office = Office(proxy.origin, tmp_path)
    outcome = office.connect(GrantKind.GMAIL, MARCO)
    assert (outcome.ending, outcome.account, outcome.expected) == (Ending.SOMEBODY_ELSE, MARCO, ANA)
    assert office.services.grants.find(TENANT, office.ana.user, GrantKind.GMAIL) is None


def test_a_code_is_good_once_and_only_with_its_verifier(proxy: Proxy) -> None:
    consent = consent_at(proxy.origin)
    ask = ask_for(GrantKind.GMAIL, ("openid", "email"))
    code, _ = press(consent.url(ask), ANA)
    with pytest.raises(Rejected) as thief:
        consent.exchange(ask_for(GrantKind.GMAIL, ask.scopes, verifier="w" * 43), code)
    assert consent.exchange(ask, code).email == ANA
    with pytest.raises(Rejected) as replay:
        consent.exchange(ask, code)
    assert (thief.value.reason, replay.value.reason) == ("invalid_grant", "invalid_grant")


def test_a_refresh_token_is_good_for_its_own_client_until_it_is_revoked(proxy: Proxy) -> None:
    consent = consent_at(proxy.origin)
    ask = ask_for(GrantKind.GMAIL, ("openid", "email"))
    token = consent.exchange(ask, press(consent.url(ask), ANA)[0]).refresh_token
    assert consent.refresh(GrantKind.GMAIL, token).token
    with pytest.raises(Rejected, match="no longer lets us in"):
        consent.refresh(GrantKind.SHEETS, token)
    consent.revoke(GrantKind.GMAIL, token)
    with pytest.raises(Rejected, match="no longer lets us in"):
        consent.refresh(GrantKind.GMAIL, token)


# --- one mail ---
def test_a_draft_is_sent_by_its_id_read_back_and_never_sent_again(office: Office) -> None:
    box, mime = office.mailbox(), StdlibMime()
    since = box.profile()
    made = box.create_draft(mime.raw(Letter(mail=MAIL, send_id="send-1")))
    found = box.find_draft(made.draft_id)
    assert since.address == ANA
    assert found is not None
    assert (found.is_draft, found.body_hash) == (True, mime.content_hash(MAIL))

    sent = box.send_draft(made.draft_id)
    head = box.message(sent.message_id)
    assert head is not None
    assert head.is_sent
    assert head.header("Message-ID").startswith("<")
    assert (head.header(SEND_HEADER), head.header("Subject")) == ("send-1", MAIL.subject)
    assert sent.message_id in (box.sent_since(since.history_id) or ())

    with pytest.raises(Rejected) as refused:
        box.send_draft(made.draft_id)
    assert refused.value.reason == "not_found"
    assert box.find_draft(made.draft_id) is None
    assert [one.message_id for one in box.thread(sent.thread_id)] == [sent.message_id]


def test_a_deleted_draft_is_gone_and_deleting_it_again_is_fine(office: Office) -> None:
    box = office.mailbox()
    made = box.create_draft(StdlibMime().raw(Letter(mail=MAIL, send_id="send-2")))
    box.delete_draft(made.draft_id)
    box.delete_draft(made.draft_id)
    assert box.find_draft(made.draft_id) is None
    assert box.thread(made.thread_id) == ()


# --- sequences ---
def test_the_next_steps_answer_the_first_in_its_thread(office: Office) -> None:
    campaign = office.confirmed()
    office.work(TWO_WEEKS)
    [one] = office.enrollments(campaign)
    heads = thread_of(office)
    ids = [head.header("Message-ID") for head in heads]
    assert one.state is EnrollmentState.FINISHED
    assert tuple(ids) == one.rfc_ids
    assert [head.header("To") for head in heads] == [heads[0].header("To")] * 3
    assert [head.header("In-Reply-To") for head in heads] == ["", ids[0], ids[1]]
    assert [head.header("References").split() for head in heads] == [[], ids[:1], ids[:2]]
    assert [send.rfc_message_id for send in office.sends()] == ids


def test_a_mail_whose_answer_was_lost_is_found_by_id_and_not_sent_again(office: Office, proxy: Proxy) -> None:
    proxy.losses.append(Loss.ANSWER)
    office.confirmed()
    office.work(hours=1)
    [send] = office.sends()
    [head] = thread_of(office)
    assert (send.state, send.requests, send.sent_by) == (SendState.SENT, 1, "us")
    assert (send.message_id, send.rfc_message_id) == (head.message_id, head.header("Message-ID"))
    assert head.header(SEND_HEADER) == send.id
    assert not [one for one in proxy.seen if "q=" in one.request.target], "a search index proves nothing"


def test_a_mail_whose_request_was_lost_is_sent_by_the_same_draft(office: Office, proxy: Proxy) -> None:
    office.services.policies.save(office.ana, Policy(postal_address="1 Harbour St, Hull", is_strict=False))
    proxy.losses.append(Loss.REQUEST)
    office.confirmed()
    office.work(hours=1)
    [send] = office.sends()
    [head] = thread_of(office)
    assert (send.state, send.requests, send.message_id) == (SendState.SENT, 2, head.message_id)
    bodies = [json.loads(one.request.body) for one in proxy.seen if one.request.path.endswith("/drafts/send")]
    assert bodies == [{"id": send.draft_id}] * 2


def thread_of(office: Office) -> tuple[MessageHead, ...]:
    """Return the heads in the one thread of the one lead."""
    [thread_id] = {send.thread_id for send in office.sends()}
    return office.mailbox().thread(thread_id)


# --- the proxy ---
def test_the_proxy_answers_exactly_what_the_server_lacks(office: Office, proxy: Proxy, server: str) -> None:
    proxy.losses.append(Loss.REQUEST)
    office.services.policies.save(office.ana, Policy(postal_address="1 Harbour St, Hull", is_strict=False))
    office.confirmed()
    office.work(TWO_WEEKS)
    asked: dict[str, set[bool]] = {}
    for one in [one for one in proxy.seen if one.request.method == "GET"]:
        through, direct = (asked_at(origin, one.request) for origin in (proxy.origin, server))
        asked.setdefault(one.substitution, set()).add(through == direct)
    assert asked.pop("") == {True}
    assert asked == {one.name: {False} for one in SUBSTITUTIONS}


def asked_at(origin: str, request: Request) -> tuple[int, bytes]:
    """Ask the same as somebody asked before."""
    answer = requests.get(f"{origin}{request.target}", headers=request.headers, timeout=10)
    return answer.status_code, answer.content


def test_the_proxy_answers_no_request_that_changes_anything() -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        for target in ("/gmail/v1/users/me/profile", "/gmail/v1/users/me/messages/1?format=metadata"):
            assert not any(one.is_for(Request(method=method, target=target)) for one in SUBSTITUTIONS)


def test_what_is_installed_is_pinned_and_names_no_registry() -> None:
    folder = Path(__file__).parent
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    pins = wanted["dependencies"] | wanted["optionalDependencies"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in pins} == pins
    assert all("integrity" in one and "resolved" not in one for path, one in locked.items() if path)
