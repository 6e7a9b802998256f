"""English."""

from __future__ import annotations

from addon.sequences.phrases import Book

BOOK = Book(
    second=(
        "I am coming back to my last mail with a single question: is this something you would like to hear more about?"
        "\n\nA short yes or no is all I need, and either is fine.",
        "Let me ask once more about my last mail: would a short exchange on it be useful to you?"
        "\n\nIf now is not the time, that is fine too.",
        "This is a short note on my last mail: may I send you a little more about it?"
        "\n\nOne word is enough for an answer.",
    ),
    later=(
        "I would like to leave the decision with you: shall we talk about my earlier mails for a few minutes?"
        "\n\nIf it is not for you, no answer is needed.",
        "One more short note on my earlier mails: is there a better time of the year to ask you about this?"
        "\n\nIf not, simply leave it; I will not take it amiss.",
        "I am writing once more about the same matter: would a short summary help you to decide?"
        "\n\nA line from you is enough, whichever way you decide.",
    ),
    opt_out="If you would rather not get such mails from us, opt out here",
)
