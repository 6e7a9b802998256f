"""What an order looks like, in the languages drafts are written in: to a program, to its reader, for secrets or money.

A cell is data. One that gives orders is not shown to a model beside other rows, whatever is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from addon.lib.lookalikes import fold

LONGEST = 2_000
"""Characters of a text that are looked at: as many as a model is shown, of the 50,000 a cell may hold."""

_LEAD_IN = (
    r"(?:(?:please|now|then|and|you must|you should|always|system|assistant|user|important|instead|bitte|jetzt"
    r"|s'il vous plait|por favor|per favore|alstublieft)\b[\s:!-]*)*"
)
_SAY = re.compile(
    rf"{_LEAD_IN}(?:write|say|(?:reply|respond|answer|end|begin|start)(?: only)? with|include|insert|append"
    rf"|mention that"
    r"|tell (?:him|her|them|everyone|everybody|people)(?: that)?|schreib(?:e|en sie)?|sage?|ecri[sv]\w*|escrib\w+"
    r"|scriv\w+|schrijf|escreva|diga|dites)\b(?P<payload>.+)"
)
_DO = re.compile(
    rf"{_LEAD_IN}(?P<payload>(?:buy|send|click|ignore|disregard|override|wire|bcc|delete|pretend|download|install"
    r"|pay (?:me|us|now|to|at|the|\$|\d)|set \w+ (?:of|to)|kaufe?n? sie|kauf|uberweise?n?|achete[zr]?|cliquez"
    r"|compre?[na]?|haga clic|clicca|acquista|klik|koop|clique)\b.*)"
)
"""Only verbs that rarely begin a plain note; ``order``, ``open`` or ``transfer`` would."""

_RULES = (
    r"instructions?|rules|prompts?|orders|guidelines|directions|anweisung\w*|regeln|befehle?|consignes"
    r"|instrucciones|reglas|istruzioni|regole|instructies|regels|instrucoes|regras"
)
_OWN_RULES = re.compile(
    r"\b(?:ignor(?:e|es|ed|ing|iere|ieren|ez|er|a|ar|are)|disregard\w*|forget|overrid\w+|bypass|oublie[zr]?"
    r"|vergiss|vergessen"
    rf"|missachte\w*|olvid\w+|dimentica\w*|negeer|negeren|vergeet|esque\w+|desconsidere)\b.{{0,60}}\b(?:{_RULES})\b"
    r"|\b(?:ignore|forget|disregard) (?:all|everything|anything) (?:above|before|previous|prior)|\bsystem prompt\b"
    r"|\bdeveloper mode\b|\bjailbreak|\byou are now (?:an?|the|in|dan)\b|\bdo anything now\b|\bfrom now on,? (?:you"
    r"|your|act|respond|ignore)\b|\bas an ai\b|(?:指示|命令|プロンプト|フロンフト)を(?:すべて|全て)?無視"
)
_TO_A_PROGRAM = re.compile(
    r"\b(?:your|the|this|each|every) (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?|outputs?|summar(?:y|ies)"
    r"|generated text)\b|\bact as\b|\bpretend\b|\bprompt\b"
    r"|\b(?:ai|hey|hello|hi|dear) assistant\b|\bassistant\s*[:,]|\bhttp_\w+|\btool call|\bsend_\w+"
    r"|\b(?:email|mail) tool\b|\bsafety (?:protocols?|rules|guidelines|filters?)|\b(?:without|no) (?:restrictions"
    r"|limits|filters)\b|\bbase64\b|\badmin access\b|\bsystem (?:update|override|message|alert)\b|\boverride\b"
    r"|\bend of (?:user )?input\b|\bsystem\s*:|\bdo exactly what\b"
)
_IMPERATIVE = re.compile(
    rf"{_LEAD_IN}(?:recommend|write|tell|give|add|include|insert|mention|provide|promote|visit|click|send|forward"
    rf"|wire|buy"
    r"|download|install|run|execute|delete|remove|modify|replace|reverse|translate|summari[sz]e|print|output|repeat"
    r"|reveal|show|explain|describe|create|generate|integrate|embed|encode|shuffle|rearrange|help me|suggest"
    r"|calculate|search|share|encourage|advise|remind|inform|notify|ensure|make sure|do not|never|respond|reply"
    r"|answer|append|endorse|advertise|state|claim|announce|invite|urge|convince|transfer|pay|email|book|register"
    r"|sign up|log in|verify|confirm|draft|compose|develop|analy[sz]e|determine|render|jumble|classify|read|decode"
    r"|rewrite|list|enter|submit|upload|act|imagine|assume|substitute|swap|convert|alter|introduce|highlight"
    r"|emphasi[sz]e|incorporate|sende?n?|schicke?n?|klicke?n?|kaufe?n?|gib|geben sie|envoye[zr]|donne[zr]"
    r"|achete[zr]|envi[ae]r?|mande|compre|invi[ai]|dia|compri|stuur|geef|koop)\s"
)

_SECRETS = (
    r"passwords?|passwort\w*|kennwort|mots? de passe|contrasenas?|palavras?-passe|senhas?|wachtwoord\w*|パスワート"
    r"|credentials|api keys?|access tokens?|login (?:data|details)|zugangsdaten|identifiants|credenciales"
    r"|credenziali|inloggegevens|credenciais|credit cards?|kreditkart\w+|cartes? (?:bancaire|de credit)"
    r"|tarjetas? de credito|carta di credito|creditcard\w*|cartao de credito|bank (?:account|details)"
    r"|bankverbindung|kontonummer|iban|social security|ssn\b|gift ?cards?|gutscheinkarten?|cartes? cadeaux?"
    r"|tarjetas? de regalo|cadeaubon\w*|bitcoin\w*|crypto\w*|one-time code|verification code|2fa|mfa codes?|wallets?"
)
_HAND_OVER = (
    r"send|give|share|enter|confirm|provide|tell|reply with|verify|submit|type|buy|purchase|forward|reset|update"
    r"|need|want|sende\w*|schick\w*|gib|geben|teil\w*|bestatig\w*|nenn\w*|envoy\w+|donne\w*|confirm\w+|communiqu\w+"
    r"|envi\w+|mand\w+|comparta|invi\w+|fornisc\w+|conferm\w+|stuur|geef|bevestig|deel|compr\w+|kauf\w*|achet\w+"
    r"|koop"
)
_FOR_SECRETS = re.compile(
    rf"\b(?:{_HAND_OVER})\b.{{0,50}}\b(?:{_SECRETS})(?!\w)|(?:パスワート|暗証番号).{{0,12}}(?:教え|送|入力|知らせ)"
    r"|\b(?:wire|transfer|uberweis\w+|vire[zr]|transfier\w+|bonific\w+|maak|transfira)\b.{0,30}(?:[$€£]|\b(?:money"
    r"|funds|payment|dollars?|euros?|geld|betrag|argent|dinero|soldi|geld over|dinheiro|account|konto)\b)"
    r"|\bwire transfer\b.{0,40}\b(?:to|today|now|immediately|account)\b|\bclick (?:here|the link|this link|below"
    r"|the button)\b|\bklicken sie (?:hier|auf)\b|\bcliquez (?:ici|sur)\b|\bhaga clic\b|\bclicca qui\b"
    r"|\bklik hier\b|\bclique aqui\b|ここをクリック|\b(?:download|install|open|run) (?:the |this "
    r"|our )?(?:attach(?:ed|ment)\w*|file|exe|script|macro)"
)

_PARTS = re.compile(r"[.!?;,:|\n\r。！？]|\s[-–—]+\s")
_AND = re.compile(r" (?:and|then|und|dann|et|puis|y|e|en|dan) ")
_REACHES_OUT = re.compile(r"https?:|www\.|\S@\S")
_HANDS_ON = re.compile(r"\b(?:send|forward|b?cc|include|insert|append|add|use|click|visit|share)\b")
_TO_SAY = re.compile(
    rf"{_LEAD_IN}(?:print|output|repeat|reply|respond|answer)(?: (?:only|just|exactly))?"
    r"(?:\s*[\"'「『]| (?:the|this|that|all|your|in|with|to)\b)"
)


@lru_cache(maxsize=1024)
def gives_order(text: str) -> bool:
    """Whether a cell or a header speaks to a program: of its rules, of what to say or do, or of a link to hand on."""
    if text.isascii() and " " not in text.strip():
        return False
    seen = text[:LONGEST]
    folded = fold(seen)
    if own_rules(folded) or (_REACHES_OUT.search(folded) and _HANDS_ON.search(folded)):
        return True
    return any(_TO_SAY.match(part) for part in _parts(seen)) or next(payloads(seen), None) is not None


def is_said_to_a_program(sentence: str) -> bool:
    """Whether a sentence of a cell tells a program what to say or do, be it one word."""
    return bool(own_rules(fold(sentence))) or any(payload(part).strip() for part in _parts(sentence))


def payloads(text: str) -> Iterator[str]:
    """Yield what a text orders to be said or done, folded; one word is no order to know again."""
    for part in _parts(text):
        if " " in (order := payload(part).strip()):
            yield order


def _parts(text: str) -> Iterator[str]:
    """Yield the pieces of a text an order may begin with, and of one with an ``and`` in it also what follows that."""
    for part in _PARTS.split(text):
        whole, *more = _AND.split(folded := fold(part))
        yield from (piece.lstrip(" -\"'([*") for piece in (folded, *([whole, *more] if more else [])))


def own_rules(folded: str) -> str | None:
    """Return the words by which a folded text speaks to a program about its rules, or None."""
    found = _OWN_RULES.search(folded)
    return found[0] if found else None


def asks_for_secrets(folded: str) -> str | None:
    """Return the words by which a folded text asks for secrets, money or a blind click, or None."""
    found = _FOR_SECRETS.search(folded)
    return found[0] if found else None


def payload(folded: str) -> str:
    """Return what a folded piece of text orders to be said or done, or ``""``."""
    found = _SAY.match(folded) or _DO.match(folded)
    return found["payload"] if found else ""


def is_instruction(folded: str) -> bool:
    """Whether a folded sentence gives an order, to a program or to anybody."""
    return bool(_IMPERATIVE.match(folded) or _OWN_RULES.search(folded) or _TO_A_PROGRAM.search(folded))
