"""How a follow-up begins: one sentence of ours that refers to the mail before, and to nothing else.

``[a|b]`` in a text stands for one of its parts. German goes on after a greeting that ends in a comma.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from addon.drafting.phrases import code_of


class Returning(NamedTuple):
    """The texts of one language: ``second`` for the first follow-up, ``later`` for those after it."""

    second: tuple[str, ...]
    later: tuple[str, ...]


def returning(language: str, number: int) -> tuple[str, ...]:
    """Return the first sentences of the ``number``-th mail, from 2, in the language that is written for a code."""
    texts = _TEXTS[code_of(language)]
    return texts.second if number == 2 else texts.later


_TEXTS: Mapping[str, Returning] = {
    "en": Returning(
        second=(
            "I am coming back to my last mail [for a moment|once].",
            "A [short|brief|quick] [note|word|line] on my last mail.",
            "Let me [add one line|add a word|return] to my last mail.",
            "[Once more|Briefly] on my last mail, [with one line to add|in a few words].",
        ),
        later=(
            "One more [short|brief|quick] [note|word|line] on my earlier mails.",
            "I am writing [once more|one more time] about [the same matter|the same thing].",
            "Let me [ask once more|put it once more], [in short|in a few words].",
            "Once more, and briefly, on [my earlier mails|the same subject].",
            "I would like to leave [the decision|the next step] with you.",
        ),
    ),
    "de": Returning(
        second=(
            "ich komme [noch einmal|kurz|gern noch einmal] auf meine letzte Mail zurück.",
            "[dies ist|hier kommt] eine kurze [Ergänzung|Nachricht] zu meiner letzten Mail.",
            "zu meiner letzten Mail [möchte ich|will ich gern] [kurz etwas|eine Zeile] ergänzen.",
            "zu meiner letzten Mail [noch ein Satz|noch ein Wort|noch eine Zeile].",
        ),
        later=(
            "noch [eine kurze Nachricht|ein kurzes Wort|eine Zeile] zu meinen früheren Mails.",
            "ich schreibe [noch einmal|ein weiteres Mal] in derselben Sache.",
            "[ich frage noch einmal|noch einmal] in aller Kürze.",
            "die Entscheidung [überlasse ich gern Ihnen|liegt ganz bei Ihnen].",
            "[kurz|in wenigen Worten] noch einmal zum selben Thema.",
        ),
    ),
    "fr": Returning(
        second=(
            "Je reviens [un instant|brièvement] sur mon dernier message.",
            "Voici [un mot|une ligne] au sujet de mon dernier message.",
            "J’ajoute [un point|une ligne] à mon dernier message.",
            "Permettez-moi de revenir sur mon dernier message.",
        ),
        later=(
            "Encore [un mot|une ligne] au sujet de mes messages précédents.",
            "Je vous écris [encore une fois|de nouveau] à ce sujet.",
            "Je vous laisse [volontiers la décision|le choix].",
            "Une fois encore, en [quelques mots|bref].",
        ),
    ),
    "es": Returning(
        second=(
            "Vuelvo [un momento|brevemente] sobre mi último correo.",
            "Esta es una [breve|corta] nota sobre mi último correo.",
            "Añado [un punto|una línea] a mi último correo.",
            "Permítame volver sobre mi último correo.",
        ),
        later=(
            "Una [nota|línea] más sobre mis correos anteriores.",
            "Le escribo [una vez más|de nuevo] sobre lo mismo.",
            "Le dejo a usted [la decisión|el siguiente paso].",
            "Una vez más, en [pocas palabras|breve].",
        ),
    ),
    "it": Returning(
        second=(
            "Torno [un attimo|brevemente] sulla mia ultima e-mail.",
            "Questa è una [breve|piccola] nota sulla mia ultima e-mail.",
            "Aggiungo [un punto|una riga] alla mia ultima e-mail.",
            "Mi permetto di tornare sulla mia ultima e-mail.",
        ),
        later=(
            "Ancora [una riga|una parola] sulle mie e-mail precedenti.",
            "Le scrivo [ancora una volta|di nuovo] sullo stesso argomento.",
            "Lascio volentieri a Lei [la decisione|la scelta].",
            "Ancora una volta, in [poche parole|breve].",
        ),
    ),
    "nl": Returning(
        second=(
            "Ik kom [nog even|kort] terug op mijn laatste mail.",
            "Dit is een kort [bericht|woord] over mijn laatste mail.",
            "Ik voeg nog [één punt|één regel] toe aan mijn laatste mail.",
            "Nog [een zin|een regel] over mijn laatste mail.",
        ),
        later=(
            "Nog [een kort bericht|één regel] over mijn eerdere mails.",
            "Ik schrijf [nog één keer|nogmaals] over hetzelfde.",
            "De [beslissing|keuze] laat ik graag aan u.",
            "Nog één keer, in [het kort|een paar woorden].",
        ),
    ),
    "pt": Returning(
        second=(
            "Volto [por um momento|brevemente] ao meu último e-mail.",
            "Esta é uma [breve|pequena] nota sobre o meu último e-mail.",
            "Acrescento [um ponto|uma linha] ao meu último e-mail.",
            "Permita-me voltar ao meu último e-mail.",
        ),
        later=(
            "Mais [uma linha|uma nota] sobre os meus e-mails anteriores.",
            "Escrevo [mais uma vez|de novo] sobre o mesmo assunto.",
            "Deixo a [decisão|escolha] consigo.",
            "Mais uma vez, em [poucas palavras|resumo].",
        ),
    ),
    "ja": Returning(
        second=(
            "先日お送りしたメールについて、[短く|改めて]ご連絡いたします。",
            "先日のメールに、[一点|一言]だけ補足いたします。",
            "先日お送りしたメールの件で、[一つ|一点]お伝えします。",
            "先日のメールの件で、[もう一度|改めて]失礼いたします。",
        ),
        later=(
            "これまでのメールについて、[もう一度|改めて]短くご連絡いたします。",
            "同じ件で、[もう一度|改めて]ご連絡いたします。",
            "これまでのメールの件で、[一点|一言]だけ申し添えます。",
            "ご判断は[すべて|そのまま]お任せいたします。",
        ),
    ),
}
