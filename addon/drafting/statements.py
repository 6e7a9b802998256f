"""Tells whether a sentence states something about the prospect, and whether the cells it cites carry it.

A rule of thumb for English alone: the prospect as subject (``you use``, ``Acme pays``), as owner in subject
(``your boss
asked``) or as what we claim to have noticed (``I loved your talk``). Asks, conditions, guesses and courtesies state
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from addon.drafting.carried import carried_by
from addon.drafting.fold import words
from addon.drafting.model import Sentence, SourceKind
from addon.drafting.persons import company
from addon.drafting.quantities import quantities
from addon.leads.model import Field, Lead
from addon.lib.lookalikes import fold

_ADVERBS = (
    r"(?:(?:already|still|also|just|even|often|always|never|now|both|all"
    r"|(?!only|likely|rely|apply|supply|reply|comply|imply)\w+ly)\s)*"
)
_MODAL = r"(?:can|cannot|can't|could|would|will|won't|may|might|should|shall)\b"
_NO_VERB = words(
    """
    to in on at with for by from as and or but so if how what when whether why where who which this that these those
    the a an one it best well today tomorrow now soon again directly instead briefly either too more some any your our
    my is because about than then whatever out back up down into over off through
    """
)
_GUESS = re.compile(
    r"\b(?:hope|hoping|assume|guess|imagine|suspect|suppose|perhaps|maybe|probably|likely|wonder|wondering|might"
    r"|not sure|(?:do not|don't) know|curious|wish|presumably|possibly|seems?)\b"
)
_UNDER_IF = re.compile(
    r"\b(?:if|whether|unless|in case|how|what(?:ever)?|whichever|who|why|once|until)\b"
    r"(?:(?!\b(?:is|was|means) that\b)[^,;.:!])*$"
)
_OBJECT = re.compile(
    r"\b(?:to|for|with|of|from|at|on|about|like|than|between|around|by|without|behind|ask|asked|tell|told|helps?"
    r"|helped"
    r"|lets?|show|send|gives?|gave|given|thank|reach|write|suits?|saves?|offer|get|frees?|allows?|enables?|contact"
    r"|bother|trouble|call|email|interests?|makes?|keeps?|brings?|leaves?|costs?|supports?|guide|teach|remind|spares?"
    r"|takes?|puts?|finds)\s$"
)
_STARTS = re.compile(
    r"(?:^|[,;:.!?(\"-]\s?|\b(?:because|since|that|while|so|when|but|know|see|hear|heard|noticed?|believe|think)\s"
    r"|[,;] (?:and|as) |^(?:and|so|now|today) )$"
)
_NOTICED = re.compile(
    r"\b(?:saw|seen|read|loved?|liked?|enjoyed?|noticed|admired?|hates?|watched|heard (?:about|of)|follow(?:ed|ing)?"
    r"|impressed (?:by|with)|came across|fan of|appreciated?|respect|reviewed|checked(?: out)?|looked (?:at|into)"
    r"|studied|visited|tried|tested|because of|due to|thanks to|given|despite|congratulations on)\s(?:all (?:of )?)?$"
)
_YOURS_IS_COURTESY = re.compile(
    r"(?:(?:honest|short|own|kind|quick|first|valuable|candid|current|continued) )?"
    r"(?:view|time|thoughts|opinion|feedback|answer|reply|response|calendar|inbox|choice|call|input|perspective|take"
    r"|questions?|decision|patience|attention|interest|consideration|role|work|position)\b"
)
_YOU_ARE_FREE = re.compile(
    r"(?:know|choose|pick|decide|(?:only )?pay only|only pay|(?:do not|don't) (?:need|have to)|need not"
    r"|need (?:no|nothing)"
    r"|have (?:an? (?:minute|moment|second|question)|any|time|questions|better things|the last word|nothing to lose)"
    r"|are (?:welcome|free|busy|curious|interested|open to|the right person|the person|in good hands|not alone)"
    r"|deserve|keep (?:full )?control|(?:stay|remain) (?:in control|in charge)|keep your (?:\w+ )?(?:systems?"
    r"|tools?|data|setup|software)"
    r"|(?:must |surely |certainly |will |already )?(?:get|receive|hear) (?:\w+ ){0,3}"
    r"(?:e-?mails?|mails?|messages?|pitch(?:es)?|from (?:vendors|sellers|sales)|this a lot)"
    r"|load|upload|import|press|click|drag|connect"
    r"|(?:sound|seem|look)s? (?:like|busy))\b"
)
_WITH_US = re.compile(
    r"(?:\b(?:with (?:it|us|our|this|that)|that (?:way|means)|so(?: that)?|then|instead)\b[^.;:!]*|\ball )$"
)
_WHAT_THEY_USE = re.compile(r"\b(?:tools?|systems?|software|way|data|files|everything|anything|nothing|those)\s$")
_GAIN = re.compile(r"^(?:\w+ )?(?:get|keep|receive|stay|need|see|have|save|plan|spend)\b")
_VERB = re.compile(
    r"(?:\w+(?:s|ed)|had|went|lost|won|grew|made|ran|sold|bought|found|left|got|gave|took|told|did|have|are|were|do"
    r"|still|already|never|always|just|now|\w+ly)\b"
)
_LEGAL = r"(?: (?:gmbh|ag|inc|ltd|llc|corp|co|se|plc)\b\.?)?"
_CUT = re.compile(r"[.;:!?]")
_OWNED = re.compile(r"^your [a-z-]+(?: [a-z-]+(?= (?:\w+s|\w+ed|have|are|were|do) (?!(?:and|of|in|for|about) )))?")
_SHORT = 3
_STAYS_YOURS = re.compile(r"\w+ (?:stays?|remains?|belongs?) ")

_WEAK = words(
    """
    i we us our ours my me you your yours it its they their them he she his her this that these those there here a an
    the and or but so because since as if when while where who what which how why than then to in on at of for with by
    from into about over under between without out up down off through is are was were be been being am have has had
    do does did not no can could will would may might should shall must just very really still already also only even
    now today too more most much many some any every all both each other own such like know need make made get got
    use used using thing things lot way new good great company companies team teams people person business time times
    day days year years you're you've it's that's i'm we're
    """
)


def unrested(sentence: Sentence, lead: Lead) -> str | None:
    """Return the words of a statement about the prospect that no cell it cites carries, or None."""
    folded = fold(sentence.text)
    if folded.endswith("?"):
        return None
    stated = next(statements(folded, lead), None)
    return None if stated is None or _is_rested(sentence, _told_of(folded), lead) else stated


def statements(folded: str, lead: Lead) -> Iterator[str]:
    """Yield, for each place where a folded sentence states something of the prospect, the words it does so with."""
    yield from _statements(folded, *_names(lead))


def _told_of(folded: str) -> str:
    """Return a sentence without the nouns that ``your`` begins it with: ``your drivers complain`` tells of no
    drivers.
    """
    return _OWNED.sub("", folded) if len(folded.split()) > _SHORT else folded


def _is_rested(sentence: Sentence, folded: str, lead: Lead) -> bool:
    """Whether a content word or number of a sentence, names aside, stands in a cell it cites."""
    cells = [source for source in sentence.sources if source.kind is SourceKind.CELL]
    carried = carried_by(cells)
    if any(found.readings & carried.numbers[found.kind] for found in quantities(folded)):
        return True
    # The header tells what a bare number is: 30 under Fleet.
    counted = {word for cell in cells if any(c.isdigit() for c in cell.value) for word in words(cell.name)}
    named = {word for name in _named(lead) for word in words(name)}
    said = words(folded) - _WEAK - named
    return bool({_stem(word) for word in said} & {_stem(word) for word in carried.words | counted})


def _named(lead: Lead) -> Iterator[str]:
    for field in (Field.COMPANY, Field.FIRST_NAME, Field.LAST_NAME, Field.FULL_NAME):
        yield lead.value(field)[:200]


def _names(lead: Lead) -> tuple[str, ...]:
    """Return, folded, what the prospect may be called as the subject of a sentence."""
    people = (lead.value(field)[:200] for field in (Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME))
    found = (fold(name).strip() for name in (company(lead), *people))
    return tuple(sorted({name for name in found if len(name) > 2}, key=lambda name: (-len(name), name)))


def _statements(folded: str, *names: str) -> Iterator[str]:
    """Yield, for each place where a sentence states something of the prospect, the words it does so with."""
    for found in _mentions(names).finditer(folded):
        before, after = _clause(folded, found)
        if _GUESS.search(before.rpartition(",")[2] + found[0] + after.partition(",")[0]):
            continue
        if found["you"]:
            is_stated = _is_said_of_you(found["you"], before, after)
        elif found["your"]:
            is_stated = _is_said_of_yours(before, after)
        else:
            is_stated = _is_said_of_them(before, found["owner"], after)
        if is_stated:
            yield (found[0] + " ".join(["", *after.split()[:4]])).strip()


@lru_cache(maxsize=256)
def _mentions(names: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(re.escape(name) for name in names) or r"(?!)"
    return re.compile(
        r"\b(?P<you>you(?:'re|'ve|'ll|'d)?)(?![\w'])|\b(?P<your>your)\b"
        rf"|(?<!\w)(?P<name>{named})(?!\w){_LEGAL}(?P<owner>'s? \w+)?"
    )


def _clause(folded: str, found: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and after a mention, up to the next full stop, colon or semicolon."""
    starts = [cut.end() for cut in _CUT.finditer(folded, 0, found.start())]
    first = starts[-1] if starts else 0
    end = _CUT.search(folded, found.end())
    before = folded[first : found.start()]
    return before.lstrip() if before.strip() else "", folded[found.end() : end.start() if end else len(folded)]


def _is_said_of_you(you: str, before: str, after: str) -> bool:
    rest = re.sub(rf"^(?:, [^,]*,)?\s(?:and your \w+\s)?{_ADVERBS}", "", after)
    if you in ("you'll", "you'd") or any(no.search(before) for no in (_UNDER_IF, _OBJECT, _WHAT_THEY_USE)):
        return False
    if you == "you're":
        return not _YOU_ARE_FREE.match("are " + rest)
    if you == "you've":
        return not _YOU_ARE_FREE.match("have " + rest)
    word = re.match(r"[\w']+", rest)
    if not word or word[0] in _NO_VERB or re.match(_MODAL, rest):
        return False
    return not _YOU_ARE_FREE.match(rest) and not _is_our_gain(before, rest)


def _is_our_gain(before: str, rest: str) -> bool:
    """Whether a sentence says what our offer does for them: ``with it, your drivers get home on time``."""
    return bool(_WITH_US.search(before) and _GAIN.search(rest))


def _is_said_of_yours(before: str, after: str) -> bool:
    rest = after.lstrip().partition(",")[0]
    if (
        _YOURS_IS_COURTESY.match(rest)
        or _STAYS_YOURS.match(rest)
        or _UNDER_IF.search(before)
        or _is_our_gain(before, rest)
    ):
        return False
    if _NOTICED.search(before):
        return not re.search(rf"\b{_MODAL}", before)
    said = rest.split()
    return bool(_STARTS.search(before)) and len(said) > 1 and not re.search(rf"\b{_MODAL}", " ".join(said[:6]))


def _is_said_of_them(before: str, owner: str | None, after: str) -> bool:
    is_first = bool(_STARTS.search(before)) or bool(_PEOPLE_AT.search(before))
    verb = re.match(r"\s((?:[\w-]+))", after)
    if not is_first or not verb or _UNDER_IF.search(before) or re.search(rf"\b{_MODAL}", after):
        return False
    return bool(owner and verb[1] not in _NO_VERB) or bool(_VERB.match(after.lstrip()))


_PEOPLE_AT = re.compile(
    r"(?:^|[,;]\s|\b(?:because|since|that|and|but)\s)"
    r"(?!(?:i|we|it|let|you)\b)(?:[\w'-]+\s){1,3}(?:at|in|of|from|inside)\s$"
)


def _stem(word: str) -> str:
    """Return a word without its English ending: ``planning`` and ``plans`` are both ``plan``."""
    for ending in ("ing", "ers", "ed", "es", "er", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
