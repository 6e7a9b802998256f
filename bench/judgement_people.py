"""How addresses are accepted and names taken apart, on labelled examples of others read where they lie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addon.lib.address import bare_address, normalise
from addon.lib.names import PersonName, split_name
from addon.lib.text import fold
from addon.lib.typos import suggest_domain
from bench.judged import Judged, share

SHOWN = 12
"""Mistakes named in a detail."""

GIVEN, FAMILY = ("GivenName", "FirstInitial"), ("Surname", "LastInitial")
OTHERS = {"And", "AKA", "ProxyFor", "CareOf"}
"""Labels of a text that holds more than one person."""

Case = dict[str, Any]


def judge(folder: Path) -> list[Judged]:
    """Return figures over ``email_addresses/cases.jsonl`` and ``names/*.jsonl``; a file that is missing gives none."""
    return [*_addresses(folder / "email_addresses"), *_names(folder / "names")]


def _addresses(folder: Path) -> Iterator[Judged]:
    """Yield what is accepted, and hints: lines ``typed,meant`` call for one, domains of providers for none."""
    cases = _read(folder / "cases.jsonl")
    told = [case for case in cases if case["crm_expect"] in {"accept", "reject", "extract_address"}]
    if told:
        wrong = [case["address"] for case in told if not _is_judged_right(case)]
        yield share("addresses: as a CRM should", len(told) - len(wrong), len(told), 0.98, _shown(wrong))
    slips = [case["address"].lower().split(",") for case in cases if case["verdict"] == "domain_ok"]
    pairs = [pair for pair in slips if len(pair) == 2]
    if pairs:
        missed = [typed for typed, right in pairs if suggest_domain(typed) != right]
        yield share(
            "addresses: slips at providers hinted at", len(pairs) - len(missed), len(pairs), None, _shown(missed)
        )
    real = [case["address"].lower() for case in cases if case["verdict"] == "domain_typo"]
    if real:
        false = [domain for domain in real if suggest_domain(domain)]
        yield share("addresses: real domains left in peace", len(real) - len(false), len(real), None, _shown(false))


def _is_judged_right(case: Case) -> bool:
    if case["crm_expect"] == "extract_address":
        bare = bare_address(case["address"])
        return normalise(bare) == str(case.get("normalized") or bare).lower()
    is_wanted: bool = case["crm_expect"] == "accept"
    return (normalise(case["address"]) is not None) == is_wanted


def _names(folder: Path) -> Iterator[Judged]:
    cases = [case for case in _read(folder / "person_names.jsonl") if not case["ambiguous"]]
    if cases:
        yield _judged_names("names: given and family exact, cases", [_of_case(case) for case in cases])
    tokens = _read(folder / "labelled_tokens.jsonl")
    people = [found for case in tokens if case["kind"] == "person" and (found := _of_tokens(case))]
    if people:
        yield _judged_names("names: given and family exact, labelled", people)
    companies = [case["text"] for case in tokens if case["kind"] == "company"]
    if companies:
        seen = sum(not split_name(text).given for text in companies)
        yield share("names: companies told from people", seen, len(companies))


Expected = tuple[str, str, str, str]
"""A text, its language, the given and the family name."""


def _of_case(case: Case) -> Expected:
    expect = case["expect"]
    return case["text"], case["locale"] or "", expect.get("given", ""), expect.get("family", "")


def _of_tokens(case: Case) -> Expected | None:
    """Return what to expect of one labelled person, None where the labels do not say both names of just one."""
    labels = {label for _, label in case["tokens"]}
    given, family = (" ".join(word for word, label in case["tokens"] if label in part) for part in (GIVEN, FAMILY))
    return None if labels & OTHERS or not (given and family) else (case["text"], "", given, family)


def _judged_names(name: str, expected: list[Expected]) -> Judged:
    """Case, accents, dots and commas do not count: a shouted name is spelled anew on purpose."""
    wrong = [each for each in expected if _plain(split_name(each[0], each[1])) != (_bare(each[2]), _bare(each[3]))]
    return share(name, len(expected) - len(wrong), len(expected), 0.95, _shown([each[0] for each in wrong]))


def _plain(name: PersonName) -> tuple[str, str]:
    return _bare(name.given), _bare(name.family)


def _bare(text: str) -> str:
    return " ".join("".join(char for char in fold(text) if char not in ".,()").split())


def _read(path: Path) -> list[Case]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _shown(texts: list[str]) -> str:
    return "; ".join(ascii(text)[:60] for text in texts[:SHOWN])
