"""What the model stand-in answers to several things at once: a mail for each row, how it fits, what messages mean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from playground import gemini_reads
from playground.gemini_facts import Fact, facts_of, orders_in, pick
from playground.gemini_modes import ModelMode
from playground.gemini_writer import INVENTED, MAX_SUBJECT, lower_start, short

KINDS = ("drafts", "assessments", "reads")
"""The lists a schema may ask for."""

FOREIGN_ROW = "r999"
"""A row nobody asked for, which an obedient model answers all the same."""

ENOUGH_WORDS, MOST_WORDS = 62, 115
ENOUGH_LETTERS = 150
"""Of a Japanese mail, which has no blanks between words."""

MOST_WORDS_QUOTED = 14
MOST_WORDS_OF_A_FOLLOW_UP, MOST_LETTERS_OF_A_FOLLOW_UP = 36, 75
PRIME = 7
_TEXTS = Path(__file__).parent / "data" / "gemini_mails.json"
_NO_ASK = re.compile(r"\bno question and no request\b", re.I)
_FOLLOW_UP = re.compile(r"\bshort follow-up e-mails\b", re.I)
_VERSION = re.compile(r"\bversion (\d{1,3})\b", re.I)

Json = dict[str, Any]
Texts = Mapping[str, Sequence[str]]
Line = tuple[str, list[str]]


def kind_of(schema: Mapping[str, Any]) -> str | None:
    """Return which list of ``KINDS`` a schema asks for."""
    return next((kind for kind in KINDS if kind in schema.get("properties", {})), None)


def answer(kind: str, data: Any, instructions: str, mode: ModelMode) -> Json:
    """Return the JSON for all rows or messages of the data, misbehaving as the mode says."""
    if kind == "reads":
        items = gemini_reads.reads(_part(data, "messages"), mode)
    else:
        items = _of_rows(kind, data, instructions, mode)
    if mode is ModelMode.FEWER_ROWS:
        items = items[:-1]
    if mode is ModelMode.DOUBLED_ROWS:
        items = [*items, *items[:1]]
    return {kind: items}


def _of_rows(kind: str, data: Any, instructions: str, mode: ModelMode) -> list[Json]:
    rows = data.get("rows") if isinstance(data, dict) else None
    asked = {key: row for key, row in rows.items() if isinstance(row, dict)} if isinstance(rows, dict) else {}
    if kind == "drafts":
        items = list(_mails(asked, _part(data, "us"), instructions, mode))
    else:
        items = [_assessment(key, row, _part(data, "ideal"), mode) for key, row in asked.items()]
    if mode is ModelMode.OBEDIENT and any(_orders(row) for row in asked.values()):
        items = _obeyed(kind, items, next(filter(None, map(_orders, asked.values()))))
    return items


def _part(data: Any, name: str) -> Json:
    part = data.get(name) if isinstance(data, dict) else None
    return part if isinstance(part, dict) else {}


def _orders(row: Json) -> list[str]:
    return orders_in([fact.value for fact in facts_of(row.get("prospect"))])


def _obeyed(kind: str, items: Sequence[Json], orders: Sequence[str]) -> list[Json]:
    """Return the answer of a model that does what a cell says to all rows, changes their places and adds one."""
    if kind == "assessments":
        items = [{**item, "fit": 100} for item in items]
    else:
        items = [_with(item, orders) for item in items]
    keys = [item["row"] for item in items]
    moved = [{**item, "row": key} for item, key in zip(items, [*keys[1:], *keys[:1]], strict=True)]
    return [*moved, {**items[0], "row": FOREIGN_ROW}]


def _with(mail: Json, orders: Sequence[str]) -> Json:
    said = [{"text": order, "sources": []} for order in orders]
    return {**mail, "subject": f"{orders[0][:40]} - {mail['subject']}", "sentences": [*said, *mail["sentences"]]}


# --- mails -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Row:
    """One row, and the number by which its texts are chosen: its place in the list, else its place in the call."""

    cells: Sequence[Fact]
    us: Sequence[Fact]
    pain: str
    number: int

    def choose(self, texts: Sequence[str], slot: int) -> str:
        """Return a text of a slot. Rows whose numbers differ by less than 49 agree in few slots."""
        place = self.number + self.number // PRIME * slot + self.number // PRIME**2 * slot * slot
        return texts[place % PRIME % len(texts)]


@cache
def _texts() -> Mapping[str, Texts]:
    read: Mapping[str, Texts] = json.loads(_TEXTS.read_text("utf-8"))
    return read


def _mails(asked: Mapping[str, Json], us: Json, instructions: str, mode: ModelMode) -> Iterator[Json]:
    version = _VERSION.search(instructions)
    cells = next(iter(asked.values()), {}).get("prospect")
    first, later = crc32(json.dumps(cells, sort_keys=True).encode()), int(version[1]) * PRIME if version else 0
    asks = not _NO_ASK.search(instructions)
    for place, (key, row) in enumerate(asked.items()):
        known = _Row(
            cells=facts_of(row.get("prospect")),
            us=facts_of(us),
            pain=str(row.get("pain", "")),
            number=(_place(row, first + place) + later) % PRIME**3,
        )
        language = _language(str(row.get("language", "")), mode)
        is_first = not _FOLLOW_UP.search(instructions)
        said = str(row.get("before", ""))
        lines = _lines(known, language, asks=asks) if is_first else _short_lines(known, language, said, asks=asks)
        if mode is ModelMode.INVENTED:
            lines = [*((text, _names(known.cells[:1])) for text in INVENTED), *lines]
        sentences = [{"text": text, "sources": sources} for text, sources in lines]
        yield {"row": key, "subject": _subject(known, str(row.get("language", ""))), "sentences": sentences}


def _place(row: Json, otherwise: int) -> int:
    """Return a row's own place in its list, where the prompt gives one."""
    place = row.get("place")
    return place if isinstance(place, int) else otherwise


def _language(asked: str, mode: ModelMode) -> str:
    if mode is ModelMode.WRONG_LANGUAGE:
        return "English" if asked not in ("", "English") else "German"
    return asked if asked in _texts() else "English"


def _names(facts: Sequence[Fact]) -> list[str]:
    return [fact.name for fact in facts]


def _subject(row: _Row, language: str) -> str:
    texts = _texts().get(language, _texts()["English"])["subject"]
    company, topic = pick(row.cells, "company"), pick(row.us, "what")
    known = {"company": _plain(company), "topic": _plain(topic).split(",")[0]}
    fitting = [text for text in texts if all(known[name] for name in _slots(text))]
    subject = row.choose(fitting, 1).format(**known) if company and fitting else "A short question"
    return short(subject, MAX_SUBJECT)


def _lines(row: _Row, language: str, *, asks: bool) -> list[Line]:
    texts = _texts()[language]
    body = [line for line in (_opening(row, texts), _problem(row, texts), _offer(row, texts)) if line]
    rest = [line for line in (_proof(row), _fit(row, texts)) if line]
    rest = rest[row.number % 2 :] if len(rest) > 1 else rest  # what we say of ourselves is the same in all mails
    fillers, half = texts["filler"], min(len(texts["filler"]) // 2, PRIME)
    rest += [(row.choose(fillers[:half], 0), []), (row.choose(fillers[half : 2 * half], 1), [])]
    while len(rest) > 1 and _words([*body, *rest]) > MOST_WORDS - 15:
        rest.pop()
    more = [text for text in fillers[2 * half :] or fillers if (text, []) not in rest]
    while more and not _is_enough([*body, *rest], language):
        rest.append((more.pop(row.number % len(more)), []))
    return [*body, *rest, *_close(row, texts, asks=asks)]


def _short_lines(row: _Row, language: str, before: str, *, asks: bool) -> list[Line]:
    """Return a follow-up: what fits of what we say, and one sentence that stands in no mail before it."""
    texts = _texts()[language]
    asking: list[Line] = [(row.choose(texts["ask"], 6 + len(before)), [])] if asks else []
    fresh = [text for text in texts["filler"] if text not in before] or texts["filler"]
    filler: Line = (sorted(fresh, key=len)[row.number % min(PRIME, len(fresh))], [])
    for line in (_proof(row), _offer(row, texts), _fit(row, texts)):
        if line and line[0] not in before and _is_short([line, filler, *asking], language):
            return [line, filler, *asking]
    other = next((text for text in sorted(fresh, key=len) if text != filler[0]), filler[0])
    return [filler, *(asking or [(other, [])])]


def _is_short(lines: Sequence[Line], language: str) -> bool:
    if language == "Japanese":
        return sum(len(text) for text, _ in lines) <= MOST_LETTERS_OF_A_FOLLOW_UP
    return _words(lines) <= MOST_WORDS_OF_A_FOLLOW_UP


def _is_enough(lines: Sequence[Line], language: str) -> bool:
    if language == "Japanese":
        return sum(len(text) for text, _ in lines) >= ENOUGH_LETTERS
    return _words(lines) >= ENOUGH_WORDS


def _words(lines: Sequence[Line]) -> int:
    return sum(len(text.split()) for text, _ in lines)


def _opening(row: _Row, texts: Texts) -> Line | None:
    company, title = pick(row.cells, "company"), pick(row.cells, "title")
    if not company:
        return None
    name = "opening" if title else "opening_company"
    text = row.choose(texts[name], 2).format(company=_plain(company), title=_plain(title))
    return f"{text[:1].upper()}{text[1:]}", _names([fact for fact in (title, company) if fact])


def _problem(row: _Row, texts: Texts) -> Line | None:
    notes = pick(row.cells, "notes")
    if notes and not orders_in([notes.value]):
        said = _plain(notes)
        values = {"notes": f"{said[:1].upper()}{said[1:]}", "notes_low": lower_start(said)}
        return row.choose(texts["problem"], 3).format(**values), [notes.name]
    if row.pain:
        values = {"pain": row.pain.rstrip(" .!?"), "pain_low": lower_start(row.pain.rstrip(" .!?"))}
        return row.choose(texts["pain"], 3).format(**values), ["pain"]
    return None


def _offer(row: _Row, texts: Texts) -> Line | None:
    what = pick(row.us, "what")
    return (row.choose(texts["offer"], 4).format(what=lower_start(_plain(what))), [what.name]) if what else None


def _proof(row: _Row) -> Line | None:
    proof = pick(row.us, "proof")
    return (proof.value.rstrip(".") + ".", [proof.name]) if proof else None


def _fit(row: _Row, texts: Texts) -> Line | None:
    industry = pick(row.cells, "industry")
    return (row.choose(texts["fit"], 5).format(industry=_plain(industry)), [industry.name]) if industry else None


def _close(row: _Row, texts: Texts, *, asks: bool) -> list[Line]:
    link = pick(row.us, "link")
    if link and link.value.startswith("https://"):
        return [(row.choose(texts["link"], 6).format(link=link.value), [link.name])]
    return [(row.choose(texts["ask"], 6), [])] if asks else []


def _plain(fact: Fact | None) -> str:
    """Return a value as it can stand in a sentence: its first words, and only its first sentence if it gives orders."""
    if fact is None:
        return ""
    value = " ".join(fact.value.split()[:MOST_WORDS_QUOTED])
    if orders_in([fact.value]):
        value = re.split(r"(?<=[.!?])\s", value)[0]
    return value.rstrip(" .!?,;:")


def _slots(text: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", text)


# --- assessments -----------------------------------------------------------------------------------------------------
def _assessment(key: str, row: Json, ideal: Json, mode: ModelMode) -> Json:
    """Return how well a row fits: by the words its cells share with the ideal customer, never by their orders."""
    wanted = {word for fact in facts_of(ideal) for word in _long_words(fact.value)}
    cells = [fact for fact in facts_of(row.get("prospect")) if not orders_in([fact.value])]
    fits = [cell for cell in cells if wanted & _long_words(cell.value)][:4]
    misses = [cell for cell in cells if cell not in fits][:2]
    fit = min(40 + 20 * len(fits), 100) if wanted else 50
    if mode is ModelMode.INVENTED:
        return {"row": key, "fit": 95, "for": [{"reason": "Series B in March", "source": "Funding"}], "against": []}
    return {
        "row": key,
        "fit": fit,
        "for": [{"reason": f"{cell.value[:60]} is what is wanted", "source": cell.name} for cell in fits],
        "against": [{"reason": f"{cell.value[:60]} says nothing", "source": cell.name} for cell in misses],
    }


def _long_words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w{4,}", text)}
