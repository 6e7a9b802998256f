"""How each language greets: by given name, by full name, by honorific and family name, or a company's team."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from addon.accounts.model import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The greetings of one language. Patterns take ``{given}``, ``{full}``, ``{family}``, ``{degree}``, ``{company}``.

    ``polite`` and ``formally`` hold, for the plain and the formal tone, the pattern for ``f`` and ``m`` where a cell
    tells the gender, and for ``f dr``, ``m dr`` and ``dr`` where a degree changes it. ``degrees`` says whether ``Dr.``
    stands before a name. ``by_family`` languages greet everybody by family name; in the rest a family name alone is
    rude, and the company's team is greeted instead.
    """

    friendly: str
    plain: str
    formal: str
    to_team: str
    to_team_formally: str
    polite: Mapping[str, str] = field(default_factory=dict)
    formally: Mapping[str, str] = field(default_factory=dict)
    degrees: bool = False
    by_family: bool = False
    capital_family: bool = False

    def named(self, tone: Tone) -> str:
        """Return the pattern that greets a person without an honorific."""
        return {Tone.FRIENDLY: self.friendly, Tone.PLAIN: self.plain, Tone.FORMAL: self.formal}[tone]

    def honoured(self, tone: Tone, gender: str, degree: str) -> str:
        """Return the pattern with an honorific, or ``""`` where the tone has none or no cell tells one."""
        patterns = {Tone.PLAIN: self.polite, Tone.FORMAL: self.formally}.get(tone, {})
        with_degree = patterns.get(f"{gender} dr".strip(), "") if degree else ""
        return with_degree or patterns.get(gender, "")

    def team(self, tone: Tone) -> str:
        """Return the pattern that greets a company."""
        return self.to_team_formally if tone is Tone.FORMAL else self.to_team


FORMS: Mapping[str, Forms] = {
    "en": Forms(
        friendly="Hi {given},",
        plain="Hello {given},",
        formal="Dear {full},",
        formally={"f": "Dear Ms {family},", "m": "Dear Mr {family},"}
        | dict.fromkeys(("f dr", "m dr", "dr"), "Dear {degree} {family},"),
        to_team="Hello {company} team,",
        to_team_formally="Dear {company} team,",
        degrees=True,
    ),
    "de": Forms(
        friendly="Hallo {given},",
        plain="Guten Tag {full},",
        formal="Guten Tag {full},",
        polite={
            "f": "Guten Tag Frau {family},",
            "m": "Guten Tag Herr {family},",
            "f dr": "Guten Tag Frau {degree} {family},",
            "m dr": "Guten Tag Herr {degree} {family},",
        },
        formally={
            "f": "Sehr geehrte Frau {family},",
            "m": "Sehr geehrter Herr {family},",
            "f dr": "Sehr geehrte Frau {degree} {family},",
            "m dr": "Sehr geehrter Herr {degree} {family},",
        },
        to_team="Hallo liebes Team von {company},",
        to_team_formally="Sehr geehrtes Team von {company},",
        degrees=True,
    ),
    "fr": Forms(
        friendly="Bonjour {given},",
        plain="Bonjour {full},",
        formal="Bonjour {full},",
        polite={"f": "Bonjour Madame {family},", "m": "Bonjour Monsieur {family},"},
        formally={"f": "Bonjour Madame {family},", "m": "Bonjour Monsieur {family},"},
        to_team="Bonjour à l’équipe {company},",
        to_team_formally="Bonjour à toute l’équipe {company},",
    ),
    "es": Forms(
        friendly="Hola {given}:",
        plain="Buenos días, {full}:",
        formal="Buenos días, {full}:",
        polite={"f": "Buenos días, Sra. {family}:", "m": "Buenos días, Sr. {family}:"},
        formally={
            "f": "Estimada Sra. {family}:",
            "m": "Estimado Sr. {family}:",
            "f dr": "Estimada Dra. {family}:",
            "m dr": "Estimado Dr. {family}:",
        },
        to_team="Hola, equipo de {company}:",
        to_team_formally="Estimado equipo de {company}:",
    ),
    "pt": Forms(
        friendly="Olá {given},",
        plain="Olá {full},",
        formal="Bom dia, {full},",
        polite={"f": "Olá Sra. {family},", "m": "Olá Sr. {family},"},
        formally={
            "f": "Prezada Sra. {family},",
            "m": "Prezado Sr. {family},",
            "f dr": "Prezada Dra. {family},",
            "m dr": "Prezado Dr. {family},",
        },
        to_team="Olá, equipe {company},",
        to_team_formally="Prezada equipe {company},",
    ),
    "it": Forms(
        friendly="Buongiorno {given},",
        plain="Buongiorno {full},",
        formal="Buongiorno {full},",
        polite={
            "f": "Buongiorno signora {family},",
            "m": "Buongiorno signor {family},",
            "f dr": "Buongiorno dottoressa {family},",
            "m dr": "Buongiorno dottor {family},",
        },
        formally={
            "f": "Gentile signora {family},",
            "m": "Gentile signor {family},",
            "f dr": "Gentile dottoressa {family},",
            "m dr": "Gentile dottor {family},",
        },
        to_team="Buongiorno al team di {company},",
        to_team_formally="Gentile team di {company},",
    ),
    "nl": Forms(
        friendly="Beste {given},",
        plain="Beste {full},",
        formal="Geachte {full},",
        polite={"f": "Beste mevrouw {family},", "m": "Beste heer {family},"},
        formally={"f": "Geachte mevrouw {family},", "m": "Geachte heer {family},"},
        to_team="Beste team van {company},",
        to_team_formally="Geacht team van {company},",
        capital_family=True,
    ),
    "ja": Forms(
        friendly="{family}様",
        plain="{family}様",
        formal="{family}様",
        to_team="{company}の皆様",
        to_team_formally="{company} ご担当者様",
        by_family=True,
    ),
    "ko": Forms(
        friendly="{full}님, 안녕하세요.",
        plain="{full}님, 안녕하세요.",
        formal="{full}님께",
        to_team="{company} 팀 여러분, 안녕하세요.",
        to_team_formally="{company} 담당자님께",
    ),
    "zh": Forms(
        friendly="{full}，您好：",
        plain="{full}，您好：",
        formal="尊敬的{full}：",
        polite={"f": "{family}女士，您好：", "m": "{family}先生，您好："},
        formally={"f": "尊敬的{family}女士：", "m": "尊敬的{family}先生："},
        to_team="{company}团队，您好：",
        to_team_formally="尊敬的{company}团队：",
    ),
    "hu": Forms(
        friendly="Kedves {given}!",
        plain="Kedves {full}!",
        formal="Tisztelt {full}!",
        to_team="Kedves {company} csapat!",
        to_team_formally="Tisztelt {company} csapat!",
    ),
    "sv": Forms(
        friendly="Hej {given},",
        plain="Hej {given},",
        formal="Hej {full},",
        to_team="Hej teamet på {company},",
        to_team_formally="Hej teamet på {company},",
    ),
    "da": Forms(
        friendly="Hej {given},",
        plain="Hej {given},",
        formal="Kære {full},",
        to_team="Hej team hos {company},",
        to_team_formally="Kære team hos {company},",
    ),
    "nb": Forms(
        friendly="Hei {given},",
        plain="Hei {given},",
        formal="Hei {full},",
        to_team="Hei til teamet i {company},",
        to_team_formally="Hei til teamet i {company},",
    ),
    "fi": Forms(
        friendly="Hei {given},",
        plain="Hei {given},",
        formal="Hyvä {full},",
        to_team="Hei {company}, koko tiimi,",
        to_team_formally="Hyvä {company}, koko tiimi,",
    ),
    "pl": Forms(
        friendly="Dzień dobry,",
        plain="Dzień dobry,",
        formal="Dzień dobry,",
        to_team="Dzień dobry,",
        to_team_formally="Dzień dobry,",
    ),
    "cs": Forms(
        friendly="Dobrý den,",
        plain="Dobrý den,",
        formal="Dobrý den,",
        to_team="Dobrý den,",
        to_team_formally="Dobrý den,",
    ),
    "tr": Forms(
        friendly="Merhaba {given},",
        plain="Merhaba {given},",
        formal="Sayın {full},",
        to_team="Merhaba {company} ekibi,",
        to_team_formally="Sayın {company} ekibi,",
    ),
}
"""By code. Polish and Czech greet without a name: both would have to bend it."""
