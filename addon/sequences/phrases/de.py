"""German."""

from __future__ import annotations

from addon.sequences.phrases import Book

BOOK = Book(
    second=(
        "ich komme mit einer einzigen Frage auf meine letzte Mail zurück: Möchten Sie mehr darüber erfahren?"
        "\n\nEin kurzes Ja oder Nein genügt, und beides ist in Ordnung.",
        "zu meiner letzten Mail frage ich gern noch einmal nach: Wäre ein kurzer Austausch dazu für Sie nützlich?"
        "\n\nWenn es gerade nicht passt, ist das auch in Ordnung.",
        "dies ist eine kurze Nachricht zu meiner letzten Mail: Darf ich Ihnen etwas mehr dazu schicken?"
        "\n\nEin Wort genügt als Antwort.",
    ),
    later=(
        "die Entscheidung überlasse ich gern Ihnen: Wollen wir ein paar Minuten über meine früheren Mails sprechen?"
        "\n\nWenn es nichts für Sie ist, brauchen Sie nicht zu antworten.",
        "noch eine kurze Nachricht zu meinen früheren Mails: Gibt es im Jahr eine bessere Zeit, um danach zu fragen?"
        "\n\nFalls nicht, lassen Sie es einfach; ich nehme es nicht übel.",
        "ich schreibe noch einmal in derselben Sache: Würde Ihnen eine kurze Übersicht bei der Entscheidung helfen?"
        "\n\nEine Zeile von Ihnen genügt, wie auch immer Sie sich entscheiden.",
    ),
    opt_out="Wenn Sie solche Mails von uns lieber nicht mehr bekommen möchten, melden Sie sich hier ab",
)
