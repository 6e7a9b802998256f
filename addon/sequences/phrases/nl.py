"""Dutch."""

from __future__ import annotations

from addon.sequences.phrases import Book

BOOK = Book(
    second=(
        "Ik kom met één vraag terug op mijn laatste mail: wilt u hier meer over weten?"
        "\n\nEen kort ja of nee is genoeg, en beide zijn prima.",
        "Ik vraag graag nog eens naar mijn laatste mail: zou een kort gesprek hierover nuttig voor u zijn?"
        "\n\nKomt het nu slecht uit, dan is dat ook prima.",
        "Dit is een kort bericht over mijn laatste mail: mag ik u er iets meer over sturen?"
        "\n\nEén woord is genoeg als antwoord.",
    ),
    later=(
        "Ik laat de beslissing graag aan u over: zullen we een paar minuten over mijn eerdere mails praten?"
        "\n\nIs het niets voor u, dan hoeft u niet te antwoorden.",
        "Nog een kort bericht over mijn eerdere mails: is er een betere tijd van het jaar om u hiernaar te vragen?"
        "\n\nZo niet, laat het dan gerust liggen; ik neem het u niet kwalijk.",
        "Ik schrijf u nog eens over hetzelfde onderwerp: zou een korte samenvatting u helpen bij de beslissing?"
        "\n\nEén regel van u is genoeg, wat u ook besluit.",
    ),
    opt_out="Wilt u zulke mails liever niet meer van ons ontvangen, meld u dan hier af",
)
