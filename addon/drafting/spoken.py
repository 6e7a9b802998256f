"""Which language a text is in, by the small words every sentence needs: enough to refuse an answer in a wrong one."""

from __future__ import annotations

import re
from collections import Counter

from addon.drafting.fold import words
from addon.lib.lookalikes import fold

FEWEST_SIGNS = 4
"""Small words of one language, or Japanese letters, before a text counts as written in it."""

_SMALL_WORDS = {
    "en": words("the and you your for with are that this have would from our how what they about can more when it"),
    "de": words("und die der das sie ist nicht ein eine mit für auf ihre ihr wir dass wie auch bei oder haben zu im"),
    "fr": words("le les des une est vous votre pour avec nous dans que qui sur vos pas ce cette comment du et"),
    "es": words("el los las una es para con su usted que por como nos del más sus cómo en y sobre muy al"),
    "pt": words("o os uma é para com seu sua você que por como não do da dos das em e mais ao são"),
    "it": words("il gli una è per con che non di della come nel dei sono più vostra vostro e alla lei si"),
    "nl": words("de het een is van voor met uw wij dat niet op bij hoe ook zijn en u te hebben naar"),
}
_KANA = re.compile(r"[\u3040-\u30ff]")


def spoken(text: str) -> str:
    """Return the code of the language a text is in, or ``""`` where it does not show."""
    if len(_KANA.findall(text)) >= FEWEST_SIGNS:
        return "ja"
    counted = Counter(re.findall(r"[^\W\d_]+", fold(text)))
    signs = {code: sum(counted[word] for word in known) for code, known in _SMALL_WORDS.items()}
    (first, most), (_, second) = Counter(signs).most_common(2)
    return first if most >= FEWEST_SIGNS and most >= 1.5 * second else ""


def is_other(text: str, language: str) -> bool:
    """Whether a text is plainly in another language than the one asked for, given as a code such as ``pt-BR``."""
    asked, found = language[:2].lower(), spoken(text)
    return bool(found) and found != asked
