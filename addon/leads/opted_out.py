"""Who wants no mail: by a column such as ``Email Opt Out`` or ``Newsletter``, or because they told us before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from addon.leads.meaning import header_words
from addon.leads.model import Cell, Field, Finding, Problem
from addon.leads.person import person
from addon.leads.table import Table
from addon.lib.text import cell_text, words

MAX_CELL = 40
"""Characters of a cell that may say yes or no."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(words(phrase))} " for phrase in text.split("|"))


_REFUSALS = _phrases("""
    opt out | optout | opted out | do not contact | do not email | do not e mail | do not mail | dont contact
    | no contact | unsubscribe | unsubscribed | no newsletter | no mailing | no marketing | abgemeldet | abmeldung
    | werbesperre | kontaktsperre | mailsperre | mailingsperre | nicht kontaktieren | nicht anschreiben
    | keine werbung | kein newsletter | keine mails | keine e mails | widerspruch | werbewiderspruch | desinscrit
    | desabonne | desinscription | ne pas contacter | pas de newsletter | no contactar | baja newsletter
    | dado de baja | nao contactar | nao contatar | descadastrado | disiscritto | non contattare | revoca consenso
    | uitgeschreven | afgemeld | niet benaderen | niet contacteren | niet mailen | 配信停止 | 配信拒否
    | メール不可 | 連絡不可""")
"""Parts of a header under which yes means no mail."""

_CONSENTS = _phrases("""
    opt in | optin | opted in | newsletter | consent | consents | subscribed | accepts marketing
    | accepts email marketing | marketing permission | email permission | einwilligung | werbeeinwilligung
    | zustimmung | einverstandnis | marketing erlaubt | consentement | consentimiento | consentimento | consenso
    | consensi | toestemming | autorizacion | メール配信 | 配信許可 | 同意""")
"""Parts of a header under which no means no mail."""

_BY_OTHER_WAYS = frozenset(
    words("sms phone call calls fax whatsapp telefon telefono telephone telefoon post date datum")
)
"""Words of a header that speaks of no mail: of a call, or of a day."""

_YES = frozenset(words("true yes y ja j oui si sim 1 x wahr vrai verdadero vero はい 是 да tak")) | {"✓", "✔", "☑"}
_NO = frozenset(words("false no n nein nee non nao 0 falsch faux falso onwaar いいえ 否 нет nie")) | {"✗", "✘", "☐"}
_REFUSED = frozenset(phrase.strip() for phrase in _REFUSALS)
"""Words of a cell; whoever is ``unsubscribed`` wants none under either kind of header."""


def opted_out(table: Table) -> Iterator[Finding]:
    """Yield one finding for each column that says of any lead that no mail is wanted; its name is the detail.

    Only a plain yes or no counts: an empty cell says nothing.
    """
    for index, name in enumerate(table.headers):
        said = _words_of_refusal(name) if index not in table.own_indexes else None
        if said is None:
            continue
        rows = tuple(row + 1 for row in table.lead_rows() if _says(said, table.rows[row], index))
        if rows:
            yield Finding(problem=Problem.OPTED_OUT, rows=rows, detail=name)


def persons_in(table: Table) -> dict[str, list[int]]:
    """Return the rows (1-based) of every person in a table."""
    found: dict[str, list[int]] = {}
    for row in table.lead_rows():
        if known := person(table.value(row, Field.EMAIL)):
            found.setdefault(known, []).append(row + 1)
    return found


def suppressed_rows(persons: Mapping[str, Sequence[int]], suppressed: Collection[str]) -> list[Finding]:
    """Return one finding without a detail for the rows of people who are suppressed; none where nobody is."""
    rows = sorted(row for one in suppressed for row in persons.get(one, ()))
    return [Finding(problem=Problem.OPTED_OUT, rows=tuple(rows))] if rows else []


def _words_of_refusal(header: str) -> frozenset[str] | None:
    """Return what a cell says that means no mail under a header; None where the header asks nothing of the kind."""
    parts = header_words(header)
    if not _BY_OTHER_WAYS.isdisjoint(parts):
        return None
    text = f" {' '.join(parts)} "
    if any(phrase in text for phrase in _REFUSALS):
        return _YES | _REFUSED
    return _NO | _REFUSED if any(phrase in text for phrase in _CONSENTS) else None


def _says(refusal: frozenset[str], row: Sequence[Cell], index: int) -> bool:
    text = cell_text(row[index])[:MAX_CELL].strip() if index < len(row) else ""
    return bool(text) and (text in refusal or " ".join(words(text)) in refusal)
