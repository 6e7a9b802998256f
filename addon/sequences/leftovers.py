"""Finds what was meant to be filled in and was not, in a text that is about to leave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from addon.leads.model import Field
from addon.lib.text import shorten, words

MAX_SHOWN = 40
"""Characters shown of one find."""

_ANY = re.compile(
    r"\{\{|\}\}"
    r"|\$?\{[^\W\d][\w .-]{0,40}\}"
    r"|\*\|[^|\n]{1,40}\|\*"
    r"|%%[\w .-]{1,40}%%"
    r"|\[\[[^\[\]\n]{1,40}\]\]"
)
"""Braces and the marks of mailing programs: no letter to a person needs them."""

_PERHAPS = re.compile(r"\[([^\[\]\n]{1,40})\]|<([^<>\n]{1,40})>|(?<![\w%])%([^\W\d]\w{1,40})%|«([^«»\n]{1,40})»")
"""Brackets that are fine around most things, and placeholders around some words."""

_NOUNS = """
    name | first name | firstname | last name | lastname | surname | full name | your name | my name | sender name
    | contact name | company | company name | your company | my company | organisation | organization | title
    | job title | position | role | industry | city | country | website | phone | email | email address | date
    | time | day | link | calendar link | booking link | product | product name | signature
    | recipient | recipient name | prospect | insert
    | vorname | nachname | firma | firmenname | unternehmen | ihr name | ihre firma | mein name | anrede | position
    | branche | stadt | datum | uhrzeit | unterschrift | produkt
    | prenom | prénom | nom | nom de famille | entreprise | nom de l entreprise | votre nom | société | poste | ville
    | nombre | apellido | apellidos | empresa | nombre de la empresa | su nombre | cargo | ciudad | fecha | puesto
    | nome | sobrenome | apelido | nome da empresa | seu nome | cidade | data
    | cognome | azienda | nome dell azienda | nome azienda | ruolo | città | il tuo nome
    | voornaam | achternaam | bedrijf | bedrijfsnaam | uw naam | naam | functie | plaats
    | 名前 | お名前 | 氏名 | 姓 | 名 | 会社名 | 貴社名 | 御社名 | 社名 | 役職 | 担当者名 | 日付
    | x | xx | xxx | tbd | todo | placeholder"""
_KNOWN = frozenset(" ".join(words(noun)) for noun in [*_NOUNS.split("|"), *Field])

_ORDERS = re.compile(r"(?:insert|enter|add|fill in|your|hier|einfügen|insérer|insertar|inserir|inserire|invoegen)\b.+")

_NOBODY = re.compile(
    r"\A\s*(?:"
    r"(?P<bare>(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten tag|bonjour|cher|chère|hola|estimad[oa]|olá|prezad[oa]"
    r"|buongiorno|gentile|ciao|beste|geachte)[ \t\u00a0]*,(?<=\s,))"
    r"|(?P<null>[^\W\d]+ (?:null|none|nan|undefined|unknown|n/a|#n/a|#ref!|#value!)\s*[,:!])"
    r"|(?P<sama>様[ \t]*$))",
    re.IGNORECASE | re.MULTILINE,
)
"""A greeting of nobody, as a text reads whose name was blank: a comma after a blank, a program's word for nothing."""


def leftovers(text: str) -> tuple[str, ...]:
    """Return each placeholder that stands in a finished text, and a greeting of nobody; at most 40 letters each.

    ``{{…}}``, ``{first_name}``, ``*|FNAME|*`` and the like are found whatever they say, brackets such as
    ``[First Name]`` or ``<Firma>`` only around words that a sender was meant to replace.
    """
    return tuple(dict.fromkeys(shorten(found, MAX_SHOWN) for found in _found(text)))


def _found(text: str) -> Iterator[str]:
    yield from (match[0] for match in _ANY.finditer(text))
    for match in _PERHAPS.finditer(text):
        if is_placeholder(next(filter(None, match.groups()), "")):
            yield match[0]
    if nobody := _NOBODY.match(text):
        yield nobody[0].strip()


def is_placeholder(inside: str) -> bool:
    """Whether what stands in brackets is the name of a thing to be filled in."""
    said = " ".join(words(inside))
    return said in _KNOWN or _ORDERS.fullmatch(said) is not None
