"""Portuguese."""

from __future__ import annotations

from addon.sequences.phrases import Book

BOOK = Book(
    second=(
        "Volto ao meu último e-mail com uma única pergunta: gostaria de saber mais sobre o assunto?"
        "\n\nUm simples sim ou não é suficiente, e qualquer um serve.",
        "Permita-me perguntar mais uma vez sobre o meu último e-mail: uma breve conversa a respeito seria útil?"
        "\n\nSe agora não for um bom momento, também não há problema.",
        "Esta é uma breve nota sobre o meu último e-mail: posso enviar um pouco mais de informação?"
        "\n\nUma palavra basta como resposta.",
    ),
    later=(
        "A decisão é sua: faria sentido falarmos alguns minutos sobre os meus e-mails anteriores?"
        "\n\nSe não for do seu interesse, não é preciso responder.",
        "Mais uma breve nota sobre os meus e-mails anteriores: há uma altura do ano melhor para perguntar sobre isto?"
        "\n\nSe não, deixe simplesmente ficar; não levo a mal.",
        "Escrevo novamente sobre o mesmo assunto: um breve resumo ajudaria na decisão?"
        "\n\nUma linha sua basta, seja qual for a decisão.",
    ),
    opt_out="Se preferir não receber mais e-mails como este da nossa parte, cancele aqui",
)
