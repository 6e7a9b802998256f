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
    SHOW_COLUMNS = "leads.columns.show"
    SAVE_COLUMNS = "leads.columns"
    START_SCORE = "score.start"
    START_DRAFTS = "drafts.start"
    APPROVE_DRAFTS = "drafts.approve"
    REGENERATE = "drafts.again"
    SHOW_DRAFT = "drafts.show"
    OPEN_RUN = "run.open"
    SHOW_RUN = "run.show"
    STOP_RUN = "run.stop"
    RESUME_RUN = "run.resume"
    SHOW_SETTINGS = "settings.show"
    TEST_CONNECTION = "connections.test"
    SHOW_SNIPPETS = "snippets.show"
    EDIT_SNIPPET = "snippets.edit"
    SAVE_SNIPPET = "snippets.save"
    DELETE_SNIPPET = "snippets.delete"
    SHOW_PAINS = "pains.show"
    EDIT_PAIN = "pains.edit"
    SAVE_PAIN = "pains.save"
    DELETE_PAIN = "pains.delete"
    IMPORT_FILE = "file.import"
    EXPORT_CSV = "leads.export"


class Param(StrEnum):
    """Keys of action parameters. They come back from the client, so they are untrusted."""

    FILE = "file"
    TAB = "tab"
    RUN = "run"
    ROW = "row"
    VARIANT = "variant"
    DOOR = "door"
    KEY = "key"


class Input(StrEnum):
    """Names of form inputs. A column drop-down is ``column_`` + the field's value."""

    TAB = "tab"
    ROWS = "rows"
    RANGE = "range"
    ROW = "row"
    WISH = "wish"
    JUDGE = "judge"
    WHAT = "what"
    AUDIENCE = "audience"
    PROOF = "proof"
    BOOKING = "booking"
    TONE = "tone"
    LANGUAGE = "language"
    NAME = "name"
    TEXT = "text"
    ROLE = "role"
    INDUSTRY = "industry"
    PROBLEM = "problem"
    SIGNATURE = "signature"
    TITLES = "titles"
    INDUSTRIES = "industries"
    COUNTRIES = "countries"
    MIN_EMPLOYEES = "min_employees"
    MAX_EMPLOYEES = "max_employees"
    KEYWORDS = "keywords"
    AVOID = "avoid"


BY_RULES, BY_MODEL = "rules", "model"
"""What scores a row: the rules alone, or a model's view beside them."""

COLUMN, NO_COLUMN = "column:", "none"
"""A drop-down's value: the prefix of a header's key, or that no column holds the field."""

COLUMN_INPUT = "column_"
"""Prefix of the drop-downs that say which column holds which field."""
