"""Spanish."""

from __future__ import annotations

from addon.sequences.phrases import Book

BOOK = Book(
    second=(
        "Vuelvo sobre mi último correo con una sola pregunta: ¿le gustaría saber más al respecto?"
        "\n\nUn breve sí o no es suficiente, y ambos me sirven.",
        "Permítame volver a preguntarle por mi último correo: ¿le sería útil una breve conversación sobre ello?"
        "\n\nSi ahora no es buen momento, tampoco pasa nada.",
        "Esta es una breve nota sobre mi último correo: ¿puedo enviarle algo más de información?"
        "\n\nUna palabra basta como respuesta.",
    ),
    later=(
        "Dejo la decisión en sus manos: ¿le parece que hablemos unos minutos de mis correos anteriores?"
        "\n\nSi no es para usted, no hace falta que responda.",
        "Una breve nota más sobre mis correos anteriores: ¿hay una época del año mejor para preguntarle por esto?"
        "\n\nSi no, déjelo sin más; no me lo tomaré a mal.",
        "Le escribo de nuevo por el mismo asunto: ¿le ayudaría un breve resumen a decidir?"
        "\n\nUna línea suya basta, decida lo que decida.",
    ),
    opt_out="Si prefiere no recibir más correos como este de nuestra parte, dese de baja aquí",
)
