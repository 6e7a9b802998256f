"""Italian."""

from __future__ import annotations

from addon.sequences.phrases import Book

BOOK = Book(
    second=(
        "Torno sulla mia ultima e-mail con una sola domanda: Le piacerebbe saperne di più?"
        "\n\nBasta un breve sì o no, e vanno bene entrambi.",
        "Mi permetto di tornare sulla mia ultima e-mail: Le sarebbe utile un breve scambio in merito?"
        "\n\nSe adesso non è il momento, va bene lo stesso.",
        "Questa è una breve nota sulla mia ultima e-mail: posso mandarLe qualche informazione in più?"
        "\n\nUna parola basta come risposta.",
    ),
    later=(
        "Lascio volentieri a Lei la decisione: parliamo qualche minuto delle mie e-mail precedenti?"
        "\n\nSe non fa per Lei, non occorre rispondere.",
        "Ancora una breve nota sulle mie e-mail precedenti: c’è un periodo dell’anno migliore per parlargliene?"
        "\n\nAltrimenti lasci pure perdere; non me la prendo.",
        "Le scrivo di nuovo sullo stesso tema: una breve sintesi La aiuterebbe a decidere?"
        "\n\nBasta una riga da parte Sua, qualunque sia la decisione.",
    ),
    opt_out="Se preferisce non ricevere più e-mail come questa da parte nostra, si cancelli qui",
)
