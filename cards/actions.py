"""The names shared by buttons and router: what a click asks for, and the parameters and inputs it may carry."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """Every action a card can ask for; its route is ``/addon/actions/<value>``."""

    ALLOW_FILE = "file.allow"
    SHOW_HOME = "home.show"
    SAVE_OFFER = "offer.save"
    SHOW_OFFER = "offer.show"
    SAVE_IDEAL = "ideal.save"
    SHOW_IDEAL = "ideal.show"
    CHECK_LEADS = "leads.check"
    SAVE_COLUMNS = "leads.columns"
    START_SCORE = "score.start"
    START_DRAFTS = "drafts.start"
    OPEN_RUN = "run.open"
    SHOW_RUN = "run.show"
    STOP_RUN = "run.stop"
    SHOW_SETTINGS = "settings.show"


class Param(StrEnum):
    """Keys of action parameters. They come back from the client, so they are untrusted."""

    FILE = "file"
    TAB = "tab"
    RUN = "run"


class Input(StrEnum):
    """Names of form inputs. A column drop-down is ``column_`` + the field's value."""

    TAB = "tab"
    ROWS = "rows"
    RANGE = "range"
    WHAT = "what"
    AUDIENCE = "audience"
    PROOF = "proof"
    BOOKING = "booking"
    TONE = "tone"
    SIGNATURE = "signature"
    TITLES = "titles"
    INDUSTRIES = "industries"
    COUNTRIES = "countries"
    MIN_EMPLOYEES = "min_employees"
    MAX_EMPLOYEES = "max_employees"
    KEYWORDS = "keywords"
    AVOID = "avoid"


COLUMN, NO_COLUMN = "column:", "none"
"""A drop-down's value: the prefix of a header's key, or that no column holds the field."""

COLUMN_INPUT = "column_"
"""Prefix of the drop-downs that say which column holds which field."""
