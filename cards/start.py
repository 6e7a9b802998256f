"""The first cards: allow this file, and what we sell."""

from __future__ import annotations

from addon.accounts.model import IdealCustomer, Offer, Tone
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card

TONES = ((Tone.FRIENDLY, "Friendly"), (Tone.PLAIN, "Plain and short"), (Tone.FORMAL, "Formal"))


def allow_file(email: str) -> Card:
    """Ask for access to the open file: one button, one sentence why."""
    why = (
        "Sales Assistant works inside this spreadsheet: it reads your leads and writes its own columns beside them. "
        "Google asks you once for each file, and no other file can be seen."
    )
    return w.card(
        "Let us into this file",
        [
            w.section(w.paragraph(why)),
            w.section(w.buttons(w.button("Allow on this file", Action.ALLOW_FILE, primary=True))),
        ],
        subtitle=email,
        name="allow",
    )


def open_a_sheet(email: str) -> Card:
    """Say where the add-on lives, where no sheet is open."""
    return w.card(
        "Open your lead sheet",
        [
            w.section(
                w.paragraph(
                    "Open the Google Sheet with your leads and press this icon there. Everything starts from a row."
                ),
                w.buttons(w.link_button("Open Google Sheets", "https://docs.google.com/spreadsheets/")),
                w.buttons(w.button("Settings", Action.SHOW_SETTINGS)),
            )
        ],
        subtitle=email,
        name="home",
    )


def what_we_sell(offer: Offer, file: str) -> Card:
    """Ask what drafts need to know about us."""
    tones = tuple((str(value), text) for value, text in TONES)
    return w.card(
        "What we sell",
        [
            w.section(
                w.paragraph("Drafts say this and nothing more about you. A fact that is not here is never made up."),
                w.text_input(
                    Input.WHAT, "What do you offer?", offer.what, hint="Route planning for delivery fleets", limit=300
                ),
                w.text_input(
                    Input.AUDIENCE, "For whom?", offer.audience, hint="Heads of logistics, 50 to 500 vans", limit=300
                ),
                w.text_input(
                    Input.PROOF,
                    "One fact that proves it",
                    offer.proof,
                    hint="Customers cut fuel by 11 %",
                    multiline=True,
                ),
                w.text_input(Input.BOOKING, "Booking link", offer.booking_link, hint="https://calendly.com/you/15min"),
                w.choice(Input.TONE, "Tone", tones, str(offer.tone)),
                w.text_input(Input.SIGNATURE, "Signature", offer.signature, multiline=True),
            ),
            w.section(
                w.buttons(
                    w.button("Save", Action.SAVE_OFFER, {Param.FILE: file}, primary=True),
                    w.button("Back to Home", Action.SHOW_HOME, {Param.FILE: file}),
                )
            ),
        ],
        name="offer",
    )


def ideal_customer(ideal: IdealCustomer, tab: str, parameters: dict[Param, str]) -> Card:
    """Ask whom the user wants in one tab; every answer sharpens the score."""

    def words(name: Input, label: str, value: tuple[str, ...], hint: str) -> w.Widget:
        return w.text_input(name, label, ", ".join(value), hint=hint, limit=1_000)

    def count(name: Input, label: str, value: int | None) -> w.Widget:
        return w.text_input(name, label, "" if value is None else str(value), limit=12)

    return w.card(
        "Ideal customer",
        [
            w.section(
                w.paragraph(
                    f"Whom do you want in the tab {tab}? Use commas between answers; leave empty what does not matter."
                ),
                words(Input.TITLES, "Job titles", ideal.titles, "Head of Operations, COO"),
                words(Input.INDUSTRIES, "Industries", ideal.industries, "Logistics, Retail"),
                words(Input.COUNTRIES, "Countries", ideal.countries, "Germany, Austria"),
                count(Input.MIN_EMPLOYEES, "Smallest number of employees", ideal.min_employees),
                count(Input.MAX_EMPLOYEES, "Largest number of employees", ideal.max_employees),
                words(Input.KEYWORDS, "Words that speak for a lead", ideal.keywords, "fleet, last mile"),
                words(Input.AVOID, "Words that speak against one", ideal.avoid, "student, agency"),
            ),
            w.section(
                w.buttons(
                    w.button("Save", Action.SAVE_IDEAL, parameters, primary=True),
                    w.button("Back to Home", Action.SHOW_HOME, parameters),
                )
            ),
        ],
        name="ideal",
    )
