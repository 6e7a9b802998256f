"""The timeline: when each step goes out, and in whose zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from addon.sequences.timeline import Planned, days_taken, timeline

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def person(zone: str, *days: float) -> Planned:
    return Planned(zone=zone, at=[START + DAY * day for day in days])


def test_a_leg_spans_the_first_and_the_last_mail_of_its_step() -> None:
    people = [person("Europe/Berlin", 0, 3), person("Asia/Tokyo", 1, 5), person("Europe/Berlin", 0.5)]
    first, second = timeline(["a", "b", "c"], people)
    assert (first.step_id, first.number, first.people) == ("a", 1, 3)
    assert (first.first_at, first.last_at) == (START, START + DAY)
    assert list(first.zones.items()) == [("Europe/Berlin", 2), ("Asia/Tokyo", 1)]
    assert (second.step_id, second.number, second.people) == ("b", 2, 2)
    assert (second.first_at, second.last_at) == (START + 3 * DAY, START + 5 * DAY)
    assert list(second.zones) == ["Asia/Tokyo", "Europe/Berlin"]


def test_nobody_has_no_timeline() -> None:
    assert timeline(["a"], []) == ()
    assert timeline(["a"], [person("UTC")]) == ()


def test_days_are_counted_where_the_sender_is() -> None:
    people = [person("UTC", 0), person("UTC", 0.2), person("UTC", 0.6), person("UTC")]
    assert days_taken(people, "UTC") == 1
    assert days_taken(people, "Asia/Tokyo") == 2
    assert days_taken([], "UTC") == 0
