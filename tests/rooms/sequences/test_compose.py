"""The exact mail: the draft or its follow-up, signed once, with a footer, as text and as HTML that say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from addon.accounts.policy_model import Policy
from addon.accounts.sender_model import Sender
from addon.errors import Invalid
from addon.leads.model import Field, Lead, OwnColumn
from addon.sequences.campaign_model import Mail
from addon.sequences.compose import (
    MAX_BODY,
    MAX_SUBJECT,
    Recipient,
    Voice,
    columns_of,
    compose,
    uses_default,
)
from addon.sequences.leftovers import leftovers
from addon.sequences.links import opt_out_url, preview_url
from addon.sequences.parts import greeting_of, plain_text, signed
from addon.sequences.phrases import LANGUAGES, book
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Step

FIRST, SECOND, THIRD = default_recipe().steps
URL = "https://assistant.example/u/TOKEN.sig-1_2"
SIGNATURE = "Ana Ruiz\nNordwind"
DRAFT = f"Hi Tom,\n\nA question: https://nordwind.example/a?b=1&c=2.\n\n{SIGNATURE}"
VOICE = Voice(
    sender=Sender(mailbox="ana@nordwind.example", address="ana@nordwind.example", name="Ana Ruiz"),
    policy=Policy(postal_address="Hafen 1\n20457 Hamburg", sender_company="Nordwind GmbH"),
    signature=SIGNATURE,
)


def recipient(cells: Mapping[OwnColumn, str] | None = None, language: str = "en", **values: str) -> Recipient:
    fields = {Field.FIRST_NAME: "Tom", Field.LAST_NAME: "Berg"} | {Field(name): text for name, text in values.items()}
    return Recipient(
        lead=Lead(id="L1", row=4, values=fields, headers={}),
        email="tom@acme.example",
        cells={OwnColumn.SUBJECT: "A question", OwnColumn.DRAFT: DRAFT} | dict(cells or {}),
        language=language,
    )


def mail(step: Step = FIRST, number: int = 1, to: Recipient | None = None, voice: Voice = VOICE) -> Mail:
    return compose(step, number, to or recipient(), voice, URL)


def words_of(html: str) -> str:
    """Return what is left of a text without tags and blanks."""
    return "".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def sender(**changes: Any) -> Voice:
    return replace(VOICE, sender=replace(VOICE.sender, **changes))


def test_the_first_mail_is_the_draft_with_a_footer() -> None:
    made = mail()
    footer = f"{book('en').opt_out}: {URL}\nNordwind GmbH\nHafen 1, 20457 Hamburg\n"
    assert made.text == f"{DRAFT}\n\n{footer}"
    assert (made.subject, made.sender, made.to) == ("A question", "ana@nordwind.example", "tom@acme.example")
    assert (made.sender_name, made.to_name, made.reply_to, made.step_id) == ("Ana Ruiz", "Tom Berg", "", "first")
    assert made.headers == {"List-Unsubscribe": f"<{URL}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def test_html_says_the_same_words_and_links_them() -> None:
    made = mail()
    bare = made.text.replace(f": {URL}", "")
    assert words_of(made.html) == words_of(bare)
    assert '<a href="https://nordwind.example/a?b=1&amp;c=2">' in made.html
    assert f'<a href="{URL}">' in made.html
    assert '<div dir="auto" lang="en">' in made.html


def test_a_follow_up_greets_as_the_draft_does_and_keeps_its_subject() -> None:
    made = mail(SECOND, 2)
    assert made.subject == "A question"
    assert made.text.startswith("Hi Tom,\n\n")
    assert made.text.count(SIGNATURE) == 1
    assert "nordwind.example/a" not in made.text


def test_a_follow_up_keeps_the_subject_that_went_whatever_the_cell_says_now() -> None:
    to = replace(recipient({OwnColumn.SUBJECT: "Something new"}), subject="A question")
    assert mail(SECOND, 2, to).subject == "A question"


def test_the_cell_comes_before_the_steps_text_and_that_before_ours() -> None:
    with_text = replace(SECOND, text="{{greeting}}\n\nAny news, {{first_name|there}}?")
    cell = recipient({OwnColumn.FOLLOW_UP_1: "Hi Tom,\n\nFrom the cell."})
    assert mail(with_text, 2, cell).text.startswith("Hi Tom,\n\nFrom the cell.\n\nAna Ruiz")
    assert mail(with_text, 2).text.startswith("Hi Tom,\n\nAny news, Tom?\n\nAna Ruiz")
    assert mail(SECOND, 2, cell) == mail(with_text, 2, cell)
    assert uses_default(default_recipe(), cell.cells)
    assert not uses_default(default_recipe(), {OwnColumn.FOLLOW_UP_1: "a", OwnColumn.FOLLOW_UP_2: "b"})


def test_columns_a_mail_is_made_of() -> None:
    assert columns_of(FIRST, 1) == (OwnColumn.SUBJECT, OwnColumn.DRAFT)
    assert columns_of(SECOND, 2) == (OwnColumn.FOLLOW_UP_1,)
    assert columns_of(replace(SECOND, column=None), 2) == ()


@pytest.mark.parametrize("language", [*LANGUAGES, "pt-BR", "sv", ""])
def test_default_texts_are_one_polite_question_and_never_the_same_one_twice(language: str) -> None:
    to = recipient({OwnColumn.DRAFT: "Hi Tom,\n\nx\n\nAna Ruiz\nNordwind"}, language)
    bodies = [
        mail(Step(id=f"s{at}"), at, to).text.partition("Hi Tom,\n\n")[2].partition(SIGNATURE)[0] for at in (2, 3, 4, 5)
    ]
    assert len(set(bodies)) == len(bodies)
    for body in bodies:
        assert body.count("?") + body.count("？") == 1
        assert not re.search(r"\d|https?:", body)


def test_a_text_of_ours_begins_small_only_below_a_comma() -> None:
    low = mail(SECOND, 2, recipient({OwnColumn.DRAFT: "Hallo Tom,\n\nx"}, "de")).text
    high = mail(SECOND, 2, recipient({OwnColumn.DRAFT: "Hallo Tom!\n\nx"}, "de")).text
    none = mail(SECOND, 2, recipient({OwnColumn.DRAFT: "kein Gruß am Anfang dieser Mail"}, "de")).text
    assert low.partition("\n\n")[2][0].islower()
    assert high.startswith("Hallo Tom!\n\n")
    assert high.partition("\n\n")[2][0].isupper()
    assert none[0].isupper()


@pytest.mark.parametrize(
    ("draft", "greeting"),
    [
        ("Hi Tom,\n\ntext", "Hi Tom,"),
        ("Estimada Sra. Ruiz:\ntext", "Estimada Sra. Ruiz:"),
        ("\n\nKedves Anna!\r\n\r\ntext", "Kedves Anna!"),
        ("山田様\n\n本文", "山田様"),
        ("A first sentence without a greeting.\n\nmore", ""),
        ("Hi Tom,", ""),
        (f"{'x' * 90},\n\ntext", ""),
        ("", ""),
    ],
)
def test_the_greeting_is_a_short_first_line_that_ends_like_one(draft: str, greeting: str) -> None:
    assert greeting_of(draft) == greeting


@pytest.mark.parametrize(
    ("text", "signature", "others", "result"),
    [
        ("Hi", "Ana", (), "Hi\n\nAna"),
        ("Hi\n\nAna", "Ana", (), "Hi\n\nAna"),
        ("Hi\nana ", "Ana", (), "Hi\n\nAna"),
        ("Hi\n\nAna\n\nNordwind", "Ana\nNordwind", (), "Hi\n\nAna\nNordwind"),
        ("Hi\n\nAna\nOld Ltd", "Ana\nNew Ltd\n+49 1", ("Ana\nOld Ltd",), "Hi\n\nAna\nNew Ltd\n+49 1"),
        ("Hi\n\nAna\nby hand", "Ana\nNordwind", (), "Hi\n\nAna\nby hand"),
        ("Ana is our name", "Ana", (), "Ana is our name\n\nAna"),
        ("Hi", "", (), "Hi"),
        ("Hi", " \r\n ", (), "Hi"),
        ("Ana", "Ana", (), "Ana"),
    ],
)
def test_a_text_is_signed_once(text: str, signature: str, others: tuple[str, ...], result: str) -> None:
    assert signed(text, signature, others) == result


def test_the_senders_signature_takes_the_place_of_what_we_sells() -> None:
    made = mail(voice=sender(signature="Ana R.\nHarbour desk"))
    assert "Harbour desk" in made.text
    assert SIGNATURE not in made.text


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({OwnColumn.DRAFT: ""}, "no_draft"),
        ({OwnColumn.DRAFT: "\u200b \r\n"}, "no_draft"),
        ({OwnColumn.SUBJECT: " "}, "no_subject"),
        ({OwnColumn.DRAFT: "Hi {{first_name}},\n\nx"}, "leftover"),
        ({OwnColumn.SUBJECT: "For [Company]"}, "leftover"),
        ({OwnColumn.DRAFT: "Hi ,\n\nx"}, "leftover"),
        ({OwnColumn.SUBJECT: "x" * (MAX_SUBJECT + 1)}, "too_long"),
        ({OwnColumn.DRAFT: "word " * MAX_BODY}, "too_long"),
    ],
)
def test_a_row_that_makes_no_mail_is_refused(cells: Mapping[OwnColumn, str], reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        mail(to=recipient(cells))
    assert (caught.value.reason, caught.value.values["row"]) == (reason, 4)


@pytest.mark.parametrize("address", ["", "nobody", "a@b@c.example", "tom@acme.example\r\nBcc: all@acme.example"])
def test_no_mail_goes_to_from_or_back_to_what_is_no_address(address: str) -> None:
    for to, voice in (
        (replace(recipient(), email=address), VOICE),
        (recipient(), sender(address=address)),
        (recipient(), sender(reply_to=address or "x")),
    ):
        with pytest.raises(Invalid) as caught:
            mail(to=to, voice=voice)
        assert caught.value.reason == "bad_email"


def test_a_domain_leaves_in_ascii_and_the_rest_of_an_address_as_it_is() -> None:
    assert mail(to=replace(recipient(), email="Tom.Berg@Bücher.example")).to == "Tom.Berg@xn--bcher-kva.example"
    assert mail(to=replace(recipient(), email="Tom <tom@acme.example>")).to == "tom@acme.example"


def test_reply_to_is_said_only_where_it_is_another_address() -> None:
    assert mail(voice=sender(reply_to="ANA@nordwind.example")).reply_to == ""
    assert mail(voice=sender(reply_to="desk@nordwind.example")).reply_to == "desk@nordwind.example"


def test_a_missing_postal_address_leaves_the_link_to_opt_out() -> None:
    made = mail(voice=replace(VOICE, policy=Policy()))
    assert made.text.endswith(f"{URL}\n")


@given(hostile=st.text(max_size=80))
def test_no_header_holds_a_line_break_or_a_control_and_html_holds_no_foreign_tag(hostile: str) -> None:
    nasty = f"{hostile}<script>alert(1)</script>\r\nBcc: x@y.example\u2028\u202e\"'&"
    to = recipient({OwnColumn.SUBJECT: nasty, OwnColumn.DRAFT: nasty}, full_name=nasty)
    voice = replace(sender(name=nasty, signature=nasty), policy=Policy(postal_address=nasty, sender_company=nasty))
    assume(not leftovers(nasty))
    made = mail(to=to, voice=voice)
    for text in (made.subject, made.sender_name, made.to_name, made.to, made.sender, *made.headers.values()):
        assert not re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029\u202e]", text)
    assert "@" not in made.sender_name + made.to_name
    tags = set(re.findall(r"<\s*/?\s*([^\s>/]+)", made.html))
    assert tags <= {"div", "p", "br", "a"}
    assert "<script" not in made.html


@given(st.text(max_size=120))
def test_making_a_text_plain_twice_changes_nothing(text: str) -> None:
    once = plain_text(text)
    assert plain_text(once) == once
    assert "\n\n\n" not in once
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", once)


@pytest.mark.parametrize(
    ("base", "token"),
    [
        ("https://a.example", "a b"),
        ("https://a.example", "a>b"),
        ("https://a.example", ""),
        ("ftp://a.example", "t"),
        ("https://a.example\r\nX: y", "t"),
        ("https://a.example/?q=", "t"),
    ],
)
def test_a_link_that_could_break_out_is_refused(base: str, token: str) -> None:
    with pytest.raises(Invalid):
        opt_out_url(base, token)


def test_links_are_below_the_servers_address() -> None:
    assert opt_out_url("https://a.example/", "t.s") == "https://a.example/u/t.s"
    assert preview_url("http://localhost:8080", "t") == "http://localhost:8080/preview/t"
