"""Finds what cold mail likes to make up about a company or person, and asks whether a source carries it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from addon.drafting.carried import Carried
from addon.drafting.subject import is_about_us


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """``said`` matches the claim; ``carried`` must then match the sources (None: the very words must stand there).

    ``is_firm`` claims count also in questions, under an if, and when we are the subject.
    """

    said: re.Pattern[str]
    carried: re.Pattern[str] | None
    is_firm: bool = False


def _claim(said: str, carried: str | None, *, is_firm: bool = False) -> _Claim:
    stems = re.compile(rf"\b(?:{carried})") if carried else None
    return _Claim(said=re.compile(rf"\b(?:{said})(?!')(?!\w)"), carried=stems, is_firm=is_firm)


_YOUR = r"(?:your|recent|latest|last)"
_NEWS = r"(?:recent|rapid|impressive|strong|continued|incredible|amazing|great)"
_CLAIMS = (
    _claim(r"series [a-h](?! of)", None, is_firm=True),
    _claim(
        r"raised(?! (?:an? |the )?(?:question|point|issue|concern|bar))|seed (?:round|funding|money|investment)"
        r"|(?:funding|investment|financing) round|fundrais\w+|your (?:\w+ ){0,2}(?:funding|investors?|investment)"
        r"|new funding|ipo|went public|valuation|venture capital|venture-backed|backed by",
        r"rais(?:e|es|ed|ing)\b|fund|series [a-h]\b|seed|invest|round|ipo\b|went public|valuation|venture|backed",
    ),
    _claim(
        r"acquired|acquisition|merged|merger|bought|took over|takeover",
        r"acqui|merg|bought|took over|takeover|purchas",
    ),
    _claim(
        r"lay-?offs?|laid off|downsiz\w+|restructur\w+|bankrupt\w*|insolven\w+",
        r"lay-?off|laid off|downsiz|restructur|bankrupt|insolven",
    ),
    _claim(
        r"launched|rolled out|released|unveiled|announced"
        rf"|(?:{_YOUR}|new) (?:\w+ ){{0,2}}(?:launch|announcement|release|rollout)",
        r"launch|roll(?:ed|ing)? ?out|releas|unveil|announc",
    ),
    _claim(
        r"(?:you're|is|are|were|been|currently|actively|busy) (?:\w+ )?(?:hiring|recruiting)"
        r"|hiring (?:spree|plans?|push)"
        r"|your (?:\w+ )?(?:open (?:roles?|positions?)|vacanc\w+|job (?:posts?|postings?|ads?))",
        r"hir(?:e|es|ed|ing)\b|recruit|vacanc|open (?:role|position)|job (?:post|ad|open)|headcount",
    ),
    _claim(
        rf"expanded|(?:you're|is|are) (?:\w+ )?expanding|{_YOUR} (?:\w+ )?expansion|relocated|moved (?:to|into)"
        r"|opened|(?:is|are|you're) opening|new (?:office|location|branch|headquarters|hq|plant|factory|warehouse)s?"
        r"|entered (?:the|a|new)|(?:switched|migrated) (?:to|from)",
        r"expan|open|new (?:office|location|branch|headquarters|hq|plant|factory|warehouse|market)|relocat|mov"
        r"|entered|switch|migrat",
    ),
    _claim(
        r"grew|(?:has|have) grown|(?:is|are|you're) (?:\w+ )?growing|fast(?:est)?[- ]growing|doubled|tripled|quadrupled"
        rf"|(?:you've|have|has) scaled|scaling (?:fast|quickly|rapidly)|{_NEWS} (?:growth|success|momentum|results)"
        r"|record (?:year|quarter|growth|revenue|sales)|(?:half|a third|two thirds|a quarter) of your",
        r"grew|grow|doubl|tripl|quadrupl|scal|record|half|third|quarter|momentum",
    ),
    _claim(
        r"your (?:revenue|profits?|turnover|margins?|sales) (?:is|are|of|has|have|grew|fell|rose|increased|dropped)",
        r"revenue|profit|turnover|margin|sales",
    ),
    _claim(
        r"won|awarded|awards?|award-winning|prize|ranked|nominated|named (?:one|a|as|the)|recogni[sz]ed (?:as|by|for)"
        r"|featured",
        r"award|won\b|win|prize|rank|nominat|named|recogni|featur",
    ),
    _claim(
        rf"{_YOUR} (?:\w+ ){{0,2}}(?:posts?|articles?|podcast|interview|keynote|webinar|tweets?|blog"
        r"|press release|video|newsletter|speech|talks?|presentation|profile|website|home ?page)"
        r"|on linkedin|in the news|press coverage",
        r"posts?\b|posted|article|podcast|interview|keynote|webinar|tweet|blog|press\b|video|newsletter|speech|profile|website"
        r"|talk|present|linkedin|news",
    ),
    _claim(
        r"(?:got|were|was|been|just|recently) promoted|your (?:\w+ )?promotion|new (?:role|job|position)"
        r"|(?:you|you've) (?:just |recently )?(?:joined|stepped up|took over|started)|appointed|joined (?:the|your|as)",
        r"promot|new (?:role|job|position)|join|step|took over|start|appoint",
    ),
    _claim(
        r"(?:a|the|as|your|one of the) (?:\w+ )?(?:leading|largest|renowned|well-known|world-class)"
        r"|(?:market|industry)[- ](?:leader|leading)|leader in|pioneers?|number one",
        r"leading|leader|larg|renown|well-known|world-class|pioneer|number one",
    ),
    _claim(
        r"(?:you're|you are|you|your \w+ (?:is|are)|your \w+) (?:\w+ )?(?:struggl(?:e|es|ing)|losing|lose|loses"
        r"|suffer(?:s|ing)?|failing|wast(?:e|es|ing)|frustrated|unhappy|overwhelmed|falling behind)",
        r"struggl|losing|lose\b|loss|suffer|fail|wast|frustrat|unhappy|overwhelm|behind|problem|challeng|pains?\b|hard\b|slow",
    ),
    _claim(
        r"(?:we|you and i) (?:met|spoke|talked|chatted|discussed)|as (?:discussed|promised|agreed)|"
        r"(?:great|good|nice|lovely|pleasure) (?:meeting|speaking|talking|chatting|connecting|seeing) (?:you|with|to)"
        r"|our (?:last|recent|previous|earlier) (?:call|conversation|chat|meeting|discussion|e?-?mails?)"
        r"|thank(?:s| you) for (?:your (?:call|reply|interest|message|e?-?mail|inquiry)|meeting|signing|downloading"
        r"|reaching|getting|visiting|subscribing)|following up on our"
        r"|you (?:asked|requested|signed|downloaded|visited|told|mentioned|agreed|promised|replied|registered)"
        r"|your (?:\w+ )?(?:invoice|subscription|trial|order|account|contract) (?:is|has|was|with us)",
        r"met\b|spoke|talked|chatted|called|discuss|conversation|asked|request|signed|download|visit|event\b|fair\b"
        r"|contract|invoice|subscri|trial|order|account|conference|introduc|replied|regist|inquir|enquir|interest",
        is_firm=True,
    ),
    _claim(
        r"(?:referred|recommended|introduced|suggested) (?:by|you to me|me to you)"
        r"|(?<!which )(?<!that )(?<!who )[^\W\d]+ (?:told|referred|recommended|suggested) (?:me|us|that|i|we|you)",
        r"refer|recommend|introduc|suggest|told",
        is_firm=True,
    ),
)
_CONGRATS = re.compile(r"\bcongrat(?:s|ulations|ulate)\b|\b(?:kudos|hats off|well done)\b")
_YES_NO = re.compile(
    r"^(?:and |so |but )?(?:are|is|do|does|did|have|has|was|were|would|could|can|will|might|should|may)\b.*\?$"
)
_UNDER_IF = re.compile(r"\b(?:if|whether|unless|in case)\b[^,;.]*$")
_MODAL = re.compile(
    r"\b(?:can|could|would|might|may|to|will|help|helps|without|not|never)(?: (?:be|get|you|your))?\s*$"
)
_KNOWN = re.compile(r"^(?:your|the|recent|latest|last|new)\b")


def unsupported_claim(folded: str, carried: Carried, company: str) -> str | None:
    """Return the words of the first claim of a folded sentence that no source carries."""
    found = [(claim, match) for claim in _CLAIMS for match in claim.said.finditer(folded)]
    stated = [(claim, match) for claim, match in found if _is_stated(claim, match, folded, company)]
    for claim, match in stated:
        if not _is_carried(claim, match[0], carried):
            return match[0]
    praise = _CONGRATS.search(folded)
    return praise[0] if praise and not stated and "congrat" not in carried.told else None


def _is_stated(claim: _Claim, match: re.Match[str], folded: str, company: str) -> bool:
    if claim.is_firm:
        return True
    before = folded[: match.start()]
    if _UNDER_IF.search(before) or _MODAL.search(before):
        return False
    if _YES_NO.match(folded) and not _KNOWN.match(match[0]):
        return False
    return not is_about_us(folded, match.start(), company)


def _is_carried(claim: _Claim, said: str, carried: Carried) -> bool:
    return bool(claim.carried.search(carried.told)) if claim.carried else said in carried.told
