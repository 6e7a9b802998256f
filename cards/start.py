"""The first cards: allow this file, and what we sell."""

from __future__ import annotations

from addon.accounts.model import IdealCustomer, Offer, Tone
from cards import files
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card
from cards.words import Message, say

TONES = (
    (Tone.FRIENDLY, Message("Friendly")),
    (Tone.PLAIN, Message("Plain and short")),
    (Tone.FORMAL, Message("Formal")),
)

LANGUAGES = (
    ("", Message("Each lead's own")),
    ("en", Message("English")),
    ("de", Message("German")),
    ("fr", Message("French")),
    ("es", Message("Spanish")),
    ("pt", Message("Portuguese")),
    ("it", Message("Italian")),
    ("nl", Message("Dutch")),
    ("ja", Message("Japanese")),
)
"""Languages of drafts by the code that is stored."""

OWN_LANGUAGE = "lead"
"""What the drop-down says for a blank code: Google drops blank values of a form."""


def allow_file(email: str) -> Card:
    """Ask for access to the open file: one button, one sentence why."""
    why = say(
        "Sales Assistant works inside this spreadsheet: it reads your leads and writes its own columns beside them. "
        "Google asks you once for each file, and no other file can be seen."
    )
    return w.card(
        say("Let us into this file"),
        [
            w.section(w.paragraph(why)),
            w.section(w.buttons(w.button(say("Allow on this file"), Action.ALLOW_FILE, primary=True))),
        ],
        subtitle=email,
        name="allow",
    )


def open_a_sheet(email: str) -> Card:
    """Say where the add-on lives, where no sheet is open."""
    where = say("Open the Google Sheet with your leads and press this icon there. Everything starts from a row.")
    return w.card(
        say("Open your lead sheet"),
        [
            w.section(
                w.paragraph(where),
                w.buttons(w.link_button(say("Open Google Sheets"), "https://docs.google.com/spreadsheets/")),
                w.buttons(
                    w.button(say("Replies"), Action.OPEN_REPLIES),
                    files.import_button(),
                    w.button(say("Settings"), Action.SHOW_SETTINGS),
                ),
            )
        ],
        subtitle=email,
        name="home",
    )


def what_we_sell(offer: Offer, file: str) -> Card:
    """Ask what drafts need to know about us."""
    return w.card(
        say("What we sell"),
        [
            w.section(
                w.paragraph(
                    say("Drafts say this and nothing more about you. A fact that is not here is never made up.")
                ),
                *_facts(offer),
                *_manner(offer),
            ),
            w.section(
                w.buttons(
                    w.button(say("Save"), Action.SAVE_OFFER, {Param.FILE: file}, primary=True),
                    w.button(say("Back to Home"), Action.SHOW_HOME, {Param.FILE: file}),
                )
            ),
        ],
        name="offer",
    )


def _facts(offer: Offer) -> tuple[w.Widget, ...]:
    return (
        w.text_input(
            Input.WHAT,
            say("What do you offer?"),
            offer.what,
            hint=say("Route planning for delivery fleets"),
            limit=300,
        ),
        w.text_input(
            Input.AUDIENCE,
            say("For whom?"),
            offer.audience,
            hint=say("Heads of logistics, 50 to 500 vans"),
            limit=300,
        ),
        w.text_input(
            Input.PROOF,
            say("One fact that proves it"),
            offer.proof,
            hint=say("Customers cut fuel by 11 %"),
            multiline=True,
        ),
    )


def _manner(offer: Offer) -> tuple[w.Widget, ...]:
    tones = [(str(value), say(text)) for value, text in TONES]
    languages = [(code or OWN_LANGUAGE, say(text)) for code, text in LANGUAGES]
    return (
        w.text_input(Input.BOOKING, say("Booking link"), offer.booking_link, hint="https://calendly.com/you/15min"),
        w.choice(Input.TONE, say("Tone"), tones, str(offer.tone)),
        w.choice(Input.LANGUAGE, say("Language of drafts"), languages, offer.language or OWN_LANGUAGE),
        w.text_input(Input.SIGNATURE, say("Signature"), offer.signature, multiline=True),
    )


def ideal_customer(ideal: IdealCustomer, tab: str, parameters: dict[Param, str]) -> Card:
    """Ask whom the user wants in one tab; every answer sharpens the score."""
    whom = say(
        "Whom do you want in the tab {tab}? Use commas between answers; leave empty what does not matter.", tab=tab
    )
    return w.card(
        say("Ideal customer"),
        [
            w.section(w.paragraph(whom), *_wanted(ideal)),
            w.section(
                w.buttons(
                    w.button(say("Save"), Action.SAVE_IDEAL, parameters, primary=True),
                    w.button(say("Back to Home"), Action.SHOW_HOME, parameters),
                )
            ),
        ],
        name="ideal",
    )


def _wanted(ideal: IdealCustomer) -> tuple[w.Widget, ...]:
    return (
        _words(Input.TITLES, say("Job titles"), ideal.titles, say("Head of Operations, COO")),
        _words(Input.INDUSTRIES, say("Industries"), ideal.industries, say("Logistics, Retail")),
        _words(Input.COUNTRIES, say("Countries"), ideal.countries, say("Germany, Austria")),
        _count(Input.MIN_EMPLOYEES, say("Smallest number of employees"), ideal.min_employees),
        _count(Input.MAX_EMPLOYEES, say("Largest number of employees"), ideal.max_employees),
        _words(Input.KEYWORDS, say("Words that speak for a lead"), ideal.keywords, say("fleet, last mile")),
        _words(Input.AVOID, say("Words that speak against one"), ideal.avoid, say("student, agency")),
    )


def _words(name: Input, label: str, value: tuple[str, ...], hint: str) -> w.Widget:
    return w.text_input(name, label, ", ".join(value), hint=hint, limit=1_000)


def _count(name: Input, label: str, value: int | None) -> w.Widget:
    return w.text_input(name, label, "" if value is None else str(value), limit=12)
