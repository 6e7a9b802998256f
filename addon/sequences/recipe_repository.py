"""Recipes, places and approved mails as parts of documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import time
from typing import Any

from addon.leads.model import OwnColumn
from addon.sequences.campaign_model import Approved, Mail
from addon.sequences.recipe_model import Place, Recipe, Step, Window


def recipe_data(recipe: Recipe) -> dict[str, Any]:
    """Return a recipe as a document's part: times of day as ``09:30``, week days as a list."""
    window = recipe.window
    return {
        "steps": [
            {"id": step.id, "after_days": step.after_days, "column": str(step.column or ""), "text": step.text}
            for step in recipe.steps
        ],
        "window": {
            "opens": window.opens.isoformat(),
            "closes": window.closes.isoformat(),
            "weekdays": None if window.weekdays is None else sorted(window.weekdays),
            "keeps_holidays": window.keeps_holidays,
            "is_theirs": window.is_theirs,
        },
        "daily_cap": recipe.daily_cap,
    }


def recipe_of(data: Mapping[str, Any]) -> Recipe:
    """Return what ``recipe_data`` was made of."""
    window = data["window"]
    return Recipe(
        steps=tuple(
            Step(
                id=one["id"],
                after_days=one["after_days"],
                column=OwnColumn(one["column"]) if one["column"] else None,
                text=one["text"],
            )
            for one in data["steps"]
        ),
        window=Window(
            opens=time.fromisoformat(window["opens"]),
            closes=time.fromisoformat(window["closes"]),
            weekdays=None if window["weekdays"] is None else frozenset(window["weekdays"]),
            keeps_holidays=window["keeps_holidays"],
            is_theirs=window["is_theirs"],
        ),
        daily_cap=data["daily_cap"],
    )


def place_data(place: Place) -> dict[str, Any]:
    """Return a place as a document's part."""
    return asdict(place)


def place_of(data: Mapping[str, Any]) -> Place:
    """Return what ``place_data`` was made of."""
    return Place(**data)


def approved_data(one: Approved) -> dict[str, Any]:
    """Return an approved mail as a document's part."""
    return asdict(one)


def approved_of(data: Mapping[str, Any]) -> Approved:
    """Return what ``approved_data`` was made of."""
    return Approved(**{**data, "mail": Mail(**data["mail"])})
