"""French."""

from __future__ import annotations

from addon.sequences.phrases import Book

BOOK = Book(
    second=(
        "Je reviens sur mon dernier message avec une seule question : souhaitez-vous en savoir davantage ?"
        "\n\nUn simple oui ou non suffit, et les deux me conviennent.",
        "Permettez-moi de revenir sur mon dernier message : un court échange à ce sujet vous serait-il utile ?"
        "\n\nSi le moment est mal choisi, ce n’est pas grave du tout.",
        "Voici un mot au sujet de mon dernier message : puis-je vous envoyer quelques précisions ?"
        "\n\nUn mot suffit pour répondre.",
    ),
    later=(
        "Je vous laisse volontiers décider : parlons-nous quelques minutes de mes messages précédents ?"
        "\n\nSi cela ne vous concerne pas, il n’est pas nécessaire de répondre.",
        "Encore un mot au sujet de mes messages précédents : y a-t-il un meilleur moment pour vous en parler ?"
        "\n\nSinon, laissez simplement ce message de côté ; je ne m’en formaliserai pas.",
        "Je vous écris de nouveau au même sujet : un bref résumé vous aiderait-il à décider ?"
        "\n\nUne ligne de votre part suffit, quelle que soit votre décision.",
    ),
    opt_out="Si vous préférez ne plus recevoir de tels messages de notre part, désinscrivez-vous ici",
)
