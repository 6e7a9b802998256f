"""What went to many, or came from a machine, is no reply; what answers us is never a list's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.tracking.inbound_model import Address, Inbound
from addon.tracking.listing import LIST_HEADERS, is_list

LEAD = "max@acme.example"


def mail(sender: str = "news@shop.example", **headers: str) -> Inbound:
    return Inbound(
        headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()),
        sender=Address(address=sender),
    )


@pytest.mark.parametrize("name", LIST_HEADERS)
def test_headers_of_lists(name: str) -> None:
    assert is_list(mail("someone@shop.example", **{name: "<list.shop.example>"}), {LEAD})


@pytest.mark.parametrize(
    "headers",
    [{"precedence": "bulk"}, {"x_precedence": "list"}, {"x_spam_flag": "YES"}, {"x_dspam_result": "Spam"},
     {"x_mailer": "mail"}],
)  # fmt: skip
def test_bulk_spam_and_commands(headers: dict[str, str]) -> None:
    assert is_list(mail("someone@shop.example", **headers), {LEAD})


@pytest.mark.parametrize(
    "local", ["noreply", "no-reply", "newsletter", "root", "owner-sales", "sales-request", "sales-bounces", "listserv"]
)
def test_senders_that_are_machines(local: str) -> None:
    assert is_list(mail(f"{local}@shop.example"), {LEAD})


@pytest.mark.parametrize(
    "local", ["jane.doe", "info", "sales", "contact", "mailer.jane", "supporter", "rootham", "bob.owner", ""]
)
def test_senders_that_may_be_people(local: str) -> None:
    assert not is_list(mail(f"{local}@shop.example" if local else ""), {LEAD})


@pytest.mark.parametrize("headers", [{"x_spam_flag": "NO"}, {"precedence": "first-class"}, {"list_id": " "}])
def test_headers_that_say_no(headers: dict[str, str]) -> None:
    assert not is_list(mail("jane@shop.example", **headers), {LEAD})


@given(st.sampled_from([*LIST_HEADERS, "precedence", "x-spam-flag"]), st.text(max_size=20))
def test_what_a_lead_sends_is_never_a_lists(name: str, value: str) -> None:
    assert not is_list(mail(LEAD, **{name: value}), {LEAD.upper()})


@given(st.sampled_from(["in_reply_to", "references"]), st.sampled_from(LIST_HEADERS))
def test_a_colleague_who_answers_by_way_of_a_group_is_no_list(answers: str, name: str) -> None:
    message = mail("support@acme.example", **{answers: "<1@nordwind.example>", name: "<sales.acme.example>"})
    assert not is_list(message, {LEAD})
