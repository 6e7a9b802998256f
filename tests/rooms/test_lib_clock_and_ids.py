"""Time and names."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.lib.clock import OffsetClock, SystemClock, real_now
from addon.lib.ids import digest, random_id, reference

SECOND = timedelta(seconds=1)


def offset_of(clock: OffsetClock) -> float:
    return round((clock.now() - real_now()).total_seconds())


def test_real_time_is_aware_and_utc() -> None:
    assert real_now().tzinfo is UTC
    assert abs(SystemClock().now() - real_now()) < SECOND


def test_without_a_file_business_time_is_real_time(tmp_path: Path) -> None:
    assert offset_of(OffsetClock(tmp_path / "clock")) == 0


def test_another_process_moves_the_clock(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    clock = OffsetClock(file)
    for seconds in ("3600", "7200.000\n", "0", "-60"):
        fresh = tmp_path / "fresh"
        fresh.write_text(seconds, encoding="utf-8")
        fresh.replace(file)  # as the playground does: same size and same millisecond happen
        assert offset_of(clock) == float(seconds)


@pytest.mark.parametrize("content", ["", "soon", "nan", "inf", "1e300", "1 2", "\x00"])
def test_a_broken_file_keeps_the_last_good_offset(tmp_path: Path, content: str) -> None:
    file = tmp_path / "clock"
    file.write_text("3600", encoding="utf-8")
    clock = OffsetClock(file)
    assert offset_of(clock) == 3600
    file.write_text(content, encoding="utf-8")
    assert offset_of(clock) == 3600
    file.unlink()
    assert offset_of(clock) == 3600


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_digests_are_equal_only_for_equal_parts(left: list[str], right: list[str]) -> None:
    assert (digest(*left) == digest(*right)) == (left == right)


def test_a_digest_is_a_name_any_store_takes() -> None:
    assert re.fullmatch(r"[0-9a-f]{32}", digest("a/b", "\ud800", "ü"))
    assert digest("a") == digest("a")
    assert digest("ab", "c") != digest("a", "bc")


def test_references_are_read_out_easily_and_differ() -> None:
    made = {reference() for _ in range(1000)}
    assert len(made) == 1000
    assert all(re.fullmatch(r"[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}", one) for one in made)
    assert re.fullmatch(r"[\w-]{22}", random_id())
