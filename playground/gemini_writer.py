"""What the model stand-in writes: an e-mail made of the data in the prompt, or JSON of the schema asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from playground.gemini_facts import Fact, pick
from playground.gemini_fill import fill

Line = tuple[str, tuple[Fact, ...]]
MAX_SUBJECT = 60
INVENTED = (
    "Congratulations on your $40 million Series B of 12 March 2025, which Forbes covered at https://news.invented.example/b.",
    "Companies like yours save 37 % within 90 days, as Elon Musk told us.",
)


def answer(schema: Mapping[str, Any], facts: Sequence[Fact], orders: Sequence[str], invents: bool) -> Any:
    """Return JSON of the schema; with ``orders`` it says them, with ``invents`` it claims what nobody wrote."""
    lines = compose(facts)
    extra = [*orders, *(INVENTED if invents else ())]
    if _is_draft(schema):
        return _draft(facts, lines, extra)
    prose = " ".join([*extra, *(text for text, _ in lines)])
    return fill(schema, lambda name: " ".join([*extra[:1], subject(facts)]) if "subject" in name.lower() else prose)


def prose(facts: Sequence[Fact], orders: Sequence[str], invents: bool) -> str:
    """Return plain text, for a request without a schema."""
    return " ".join([*orders, *(INVENTED if invents else ()), *(text for text, _ in compose(facts))])


def compose(facts: Sequence[Fact]) -> list[Line]:
    """Return four to six sentences, each with the facts it rests on."""
    lines = [_opening(facts), _problem(facts), _offer(facts), _proof(facts), _fit(facts), _question(facts)]
    kept = [line for line in lines if line]
    filler: list[Line] = [
        ("Most of what we do starts with one small step.", ()),
        ("It needs no preparation on your side.", ()),
    ]
    return kept[:-1] + filler[: max(4 - len(kept), 0)] + kept[-1:]


def subject(facts: Sequence[Fact]) -> str:
    """Return a subject line out of the facts."""
    company, what = pick(facts, "company"), pick(facts, "what")
    if company and what:
        return short(f"An idea for {company.value}: {what.value}")
    return short(f"An idea for {company.value}" if company else "A short question")


def short(text: str, longest: int = MAX_SUBJECT) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + "…"


def _opening(facts: Sequence[Fact]) -> Line | None:
    title, company = pick(facts, "title"), pick(facts, "company")
    if title and company:
        return f"I am writing to you because you are {title.value} at {company.value}.", (title, company)
    if company:
        return f"I am writing to you because of your work at {company.value}.", (company,)
    return None


def _problem(facts: Sequence[Fact]) -> Line | None:
    notes = pick(facts, "notes")
    if notes is None:
        return None
    sentence = notes.value.rstrip(" .!?")
    return f"{sentence[:1].upper()}{sentence[1:]}: that is worth a closer look.", (notes,)


def _offer(facts: Sequence[Fact]) -> Line | None:
    what = pick(facts, "what")
    return (f"We offer {lower_start(what.value.rstrip('.'))}.", (what,)) if what else None


def lower_start(text: str) -> str:
    # An acronym or a name in capitals stays as it is.
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _proof(facts: Sequence[Fact]) -> Line | None:
    proof = pick(facts, "proof")
    return (proof.value.rstrip(".") + ".", (proof,)) if proof else None


def _fit(facts: Sequence[Fact]) -> Line | None:
    industry, country = pick(facts, "industry"), pick(facts, "country")
    if industry and country:
        return f"It can suit a business in {industry.value} in {country.value}.", (industry, country)
    return (f"It can suit a business in {industry.value}.", (industry,)) if industry else None


def _question(facts: Sequence[Fact]) -> Line:
    link = pick(facts, "link")
    if link and link.value.startswith("https://"):
        return f"If a short call suits you, pick a time at {link.value}", (link,)
    return "Would a short call be useful to you?", ()


def _is_draft(schema: Mapping[str, Any]) -> bool:
    properties = schema.get("properties", {})
    items = properties.get("sentences", {}).get("items", {}).get("properties", {})
    return "subject" in properties and {"text", "sources"} <= set(items)


def _draft(facts: Sequence[Fact], lines: Sequence[Line], extra: Sequence[str]) -> dict[str, Any]:
    somewhere = [facts[0].name] if facts else []
    said = [{"text": text, "sources": somewhere} for text in extra]
    sentences = [{"text": text, "sources": [fact.name for fact in used]} for text, used in lines]
    title = f"{extra[0][:40]} - {subject(facts)}"[:MAX_SUBJECT] if extra else subject(facts)
    return {"subject": title, "sentences": [*said, *sentences]}
