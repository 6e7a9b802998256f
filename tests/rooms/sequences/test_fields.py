"""Fields in texts: filled from the row, never left open, and never expanded out of a value."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from addon.accounts.sender_model import Sender
from addon.errors import Invalid
from addon.leads.model import Field, Lead
from addon.sequences.fields import Slot, check_text, field_names, fields_in, render
from addon.sequences.leftovers import leftovers

SENDER = Sender(mailbox="ana@nordwind.example", address="ana@nordwind.example", name="Ana Ruiz")
HEADERS = ("First name", "Email", "Company", "Team size", "Straße")
TEXTS = st.text(max_size=60)


def lead(other: dict[str, str] | None = None, **values: str) -> Lead:
    fields = {Field(name): text for name, text in values.items()}
    headers = {Field.FIRST_NAME: "First name", Field.EMAIL: "Email", Field.COMPANY: "Firm"}
    return Lead(id="L1", row=7, values=fields, headers=headers, other=other or {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hi {{first_name}},", "Hi Tom,"),
        ("Hi {{ first_name | there }},", "Hi Tom,"),
        ("Hi {{First Name}},", "Hi Tom,"),
        ("Hi {{FIRST_NAME}},", "Hi Tom,"),
        ("{{Firm}} and {{company}}", "Acme and Acme"),
        ("{{Team size}} {{team_size}}", "12 12"),
        ("{{city|your city}}", "your city"),
        ("{{sender_name}} {{sender_address}}", "Ana Ruiz ana@nordwind.example"),
        ("{{greeting}}\n\nOne line.", "Dear Tom,\n\nOne line."),
        ("No fields.", "No fields."),
    ],
)
def test_a_field_stands_for_the_rows_value_else_for_the_word_after_the_bar(text: str, said: str) -> None:
    row = lead({"Team size": "12"}, first_name="Tom", company="Acme")
    assert render(text, row, SENDER, "Dear Tom,") == said


def test_a_header_spelled_exactly_is_itself_and_not_what_its_words_mean_to_us() -> None:
    row = Lead(id="", row=2, values={Field.TITLE: "CEO"}, headers={Field.TITLE: "Position"}, other={"Title": "Mr"})
    assert render("{{Title}} {{title}} {{Position}}", row, SENDER) == "Mr CEO CEO"


@pytest.mark.parametrize("text", ["Hi {{first_name}},", "{{Team size}}", "{{greeting}}", "{{nothing like it}}"])
def test_a_field_with_nothing_to_put_in_is_refused_with_its_row(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        render(text, lead(), SENDER)
    assert (caught.value.reason, caught.value.values["row"]) == ("missing_field", 7)
    assert str(caught.value.field) in text


@pytest.mark.parametrize("name", ["J.", "Mr.", "info@acme.example", "Acme GmbH"])
def test_nobody_is_called_by_what_is_no_name(name: str) -> None:
    assert render("Hi {{first_name|there}},", lead(first_name=name), SENDER) == "Hi there,"


@pytest.mark.parametrize(
    "text", ["{{first_name", "first_name}}", "{{}}", "{{ | there}}", "{{first_name|}}", "{{a{b}}}", "{{a}}}}"]
)
def test_a_field_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        check_text(text)
    assert caught.value.reason == "bad_template"


@pytest.mark.parametrize("text", ["Hi {first_name},", "Hi [First Name],", "Hi <name>,", "Hi *|FNAME|*,"])
def test_a_text_with_a_field_of_another_program_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        check_text(text, HEADERS)
    assert caught.value.reason == "bad_template"


def test_an_unknown_field_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(Invalid) as caught:
        check_text("Hi {{frist_name|there}},", HEADERS)
    assert caught.value.reason == "unknown_field"
    assert "first_name" in caught.value.message
    with pytest.raises(Invalid) as caught:
        check_text("{{qqqqq}}", HEADERS)
    assert "mean" not in caught.value.message


@pytest.mark.parametrize("name", [*HEADERS, *Field, "strasse", "TEAM_SIZE", "sender_name"])
def test_every_column_and_every_name_of_ours_is_a_field(name: str) -> None:
    check_text(f"{{{{{name}}}}}", HEADERS)
    assert len(set(field_names(HEADERS))) == len(field_names(HEADERS))


def test_fields_are_read_in_order_with_their_fallbacks() -> None:
    found = fields_in("{{a|b c}} and {{d}}")
    assert found == (Slot(name="a", fallback="b c"), Slot(name="d"))


@given(value=TEXTS, fallback=st.sampled_from(["there", "you"]))
def test_a_value_becomes_one_line_and_nothing_in_it_is_expanded(value: str, fallback: str) -> None:
    row = lead({"Remark": value + "{{email}}{{first_name|x}}"}, email="tom@acme.example", first_name="Tom")
    said = render(f"A {{{{Remark|{fallback}}}}} Z", row, SENDER)
    assert said.startswith("A ")
    assert said.endswith("{{email}}{{first_name|x}} Z")
    assert not any(char in said for char in "\r\n\x00\u2028\u202e")
    assert leftovers(said)


@given(first=TEXTS, company=TEXTS)
@example(first=",㐀", company="")
def test_a_filled_text_has_no_braces_of_its_own(first: str, company: str) -> None:
    row = lead(first_name=first.replace("{", "").replace("}", ""), company=company.replace("{", "").replace("}", ""))
    said = render("Hi {{first_name|there}}, is {{company|your firm}} …", row, SENDER)
    assert "{" not in said
    assert "}" not in said
    assert not said.startswith("Hi ,")


@given(st.text(alphabet="{}|ab_ \n", max_size=30))
def test_any_text_is_filled_or_refused(text: str) -> None:
    with suppress(Invalid):
        said = render(text, lead({"a": "1", "b": "2"}), SENDER)
        assert "{{" not in said
        assert "}}" not in said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi {{first_name}},", "{{"),
        ("}} there", "}}"),
        ("Hi {first_name},", "{first_name}"),
        ("Hi ${name},", "${name}"),
        ("Hi [First Name],", "[First Name]"),
        ("Hi [[name]],", "[[name]]"),
        ("at [Company]", "[Company]"),
        ("Hallo [Vorname],", "[Vorname]"),
        ("bei <Firma>", "<Firma>"),
        ("[Insert a fact here]", "[Insert a fact here]"),
        ("«nom»", "«nom»"),
        ("Hi %FIRST_NAME%,", "%FIRST_NAME%"),
        ("Hi %%name%%", "%%name%%"),
        ("*|FNAME|* hello", "*|FNAME|*"),
        ("[会社名]の皆様", "[会社名]"),
        ("Hi ,\n\ntext", "Hi ,"),
        ("Guten Tag ,\n\ntext", "Guten Tag ,"),
        ("Hello null,\n\ntext", "Hello null,"),
        ("様\n\n本文", "様"),
    ],
)
def test_what_was_to_be_filled_in_is_found(text: str, found: str) -> None:
    assert found in leftovers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Tom,\n\nwe save 10 % on <b>all</b> [1] orders, 50%–60% of it.",
        "Bonjour Anne,\n\n« Le sujet » : voilà.",
        "[solidcore] and <https://acme.example/a?b=1> are fine.",
        "Dear Mr None,\n\nhello",
        "山田様\n\n本文",
        "Hallo,\n\nkurz gesagt {nichts 1}"[:24],
        "",
    ],
)
def test_what_is_written_on_purpose_is_no_leftover(text: str) -> None:
    assert leftovers(text) == ()
