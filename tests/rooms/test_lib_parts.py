"""Asking for several things at once: what is asked again, in which parts, and when it ends."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from addon.lib.parts import PATIENCE_SECONDS, ask_in_parts, late_after

MOST = 8


def run(
    asked: Mapping[str, int], bad: set[str], *, most: int = MOST, late: bool = False
) -> tuple[dict[str, str], list[int]]:
    """Ask; a group with a bad key is refused as a whole."""
    sizes: list[int] = []

    def ask(group: Mapping[str, int]) -> Mapping[str, str]:
        sizes.append(len(group))
        return dict.fromkeys(group, "refused" if bad & group.keys() else "fine")

    return ask_in_parts(asked, ask, lambda answer: answer == "refused", MOST, lambda: late), sizes


def test_one_bad_row_is_found_by_halves_and_its_neighbours_are_fine() -> None:
    answers, sizes = run(dict.fromkeys("abcdefgh", 0), {"c"})
    assert answers == {key: "refused" if key == "c" else "fine" for key in "abcdefgh"}
    assert sizes == [8, 4, 4, 2, 2, 1, 1]


def test_nothing_is_asked_for_nothing() -> None:
    assert run({}, set()) == ({}, [])


def test_what_comes_late_is_asked_once() -> None:
    answers, sizes = run(dict.fromkeys("abcd", 0), {"c"}, late=True)
    assert (set(answers), sizes) == (set("abcd"), [4])


@given(st.sets(st.characters(categories=["Ll"]), max_size=12), st.data())
def test_every_key_has_an_answer_within_the_calls_allowed(keys: set[str], data: st.DataObject) -> None:
    bad = data.draw(st.sets(st.sampled_from(sorted(keys)))) if keys else set()
    answers, sizes = run(dict.fromkeys(keys, 0), bad)
    assert answers.keys() == keys
    assert len(sizes) <= MOST
    assert all(answers[key] == "refused" for key in bad)


def test_late_is_told_by_the_clock() -> None:
    now = [0.0]
    is_late = late_after(time=lambda: now[0])
    assert not is_late()
    now[0] = PATIENCE_SECONDS + 1
    assert is_late()
