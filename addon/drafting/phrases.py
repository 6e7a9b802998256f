"""The English texts of drafts, in one place. Each angle's texts name only fields that angle has.

No text states anything about the prospect that its fields do not say.
"""

from __future__ import annotations

from enum import StrEnum

from addon.accounts.model import Tone
from addon.drafting.fold import words


class Angle(StrEnum):
    """What an offline draft opens with: the most telling thing the row holds."""

    NOTES = "notes"
    TITLE = "title"
    INDUSTRY = "industry"
    SIZE = "size"
    COMPANY = "company"
    PERSON = "person"


GREETING = {Tone.FRIENDLY: "Hi {name},", Tone.PLAIN: "Hello {name},", Tone.FORMAL: "Dear {name},"}
TEAM_GREETING = "Hello {company} team,"
FORMAL_TEAM_GREETING = "Dear {company} team,"

OPENINGS: dict[Angle, tuple[str, ...]] = {
    Angle.NOTES: (
        "I am writing to you about one point in particular: “{notes}”.",
        "One topic made me write to you: “{notes}”.",
        "This is about a single thing: “{notes}”.",
        "I would like to talk about one subject with you: “{notes}”.",
    ),
    Angle.TITLE: (
        "I am writing to you because of your role as {title} at {company}.",
        "Your role as {title} at {company} is the reason for this note.",
        "In your role as {title} at {company}, you are the person I would like to ask.",
        "I would value your view, given your role as {title} at {company}.",
    ),
    Angle.INDUSTRY: (
        "I am getting in touch because {company} works in {industry}.",
        "{company} works in {industry}, and that is why I am writing.",
        "My question has to do with {industry}, the field {company} works in.",
        "Since {company} works in {industry}, this may be of use to you.",
    ),
    Angle.SIZE: (
        "With {size} people at {company}, I imagine that time is short, so I will be brief.",
        "I am writing to {company} because of its size: {size} people.",
        "{company} has {size} people, and I have one question about how you work together.",
        "A company of {size} people such as {company} is the kind I would like to hear from.",
    ),
    Angle.COMPANY: (
        "I wanted to ask {company} directly instead of sending a brochure.",
        "I am writing to {company} with one specific question.",
        "There is one thing I would like to find out about {company}.",
        "I would like to ask you something about {company}, in a few lines.",
    ),
    Angle.PERSON: (
        "I am writing to you directly instead of sending a brochure.",
        "I have one specific question for you.",
        "There is one thing I would like to ask you, in a few lines.",
        "I would like to hear your view on something.",
    ),
}

BRIDGES = (
    "I do not know how you handle this today, so I would rather ask than guess.",
    "You will know best whether this is a topic for you.",
    "Whether it fits is something only you can tell, which is why I ask.",
    "I would rather ask you openly than assume something about how you work.",
    "This may or may not be on your list, and either answer helps me.",
)

OFFERS = (
    "What we do, in a line: {what}.",
    "In short, this is what we offer: {what}.",
    "What I have in mind is this: {what}.",
    "To say what it is about: {what}.",
)
"""For an answer that is a name or a list; an answer that is a sentence stands for itself."""

OFFER_VERB = "We {what}."
OFFERS_FOR = (
    "It is made for {audience}.",
    "The people it is meant for: {audience}.",
    "We built it with one group in mind: {audience}.",
    "It is meant for {audience}.",
)
PROOFS = ("One fact about us: {proof}.", "To give you something solid: {proof}.", "As an example: {proof}.")

CLOSERS = (
    "If it does not fit, a short no is just as welcome.",
    "A line or two from you is enough, whatever the answer.",
    "If now is a bad moment, that is fine as well.",
    "I am happy with a short answer, and a no is an answer too.",
)

ASKS = (
    "Would a 15-minute call be worth your time?",
    "Would you like to look at it together?",
    "Shall I send you a short outline?",
    "Would it make sense to talk it through briefly?",
    "Could you imagine a short conversation about it?",
)
BOOKING_ASKS = (
    "If you would like to see whether it fits, pick a time that suits you: {link}",
    "The simplest next step is a short call, and you choose the time: {link}",
    "If a short call sounds useful, my calendar is open to you here: {link}",
    "To talk it through briefly, take any time that suits you: {link}",
)
BOOKING_LINE = "If you would like to talk, pick a time that suits you: {link}"

SUBJECTS = ("A question for {whom}", "{whom}: a short question", "One question for {whom}")
SUBJECTS_ABOUT = ("{whom} and {what}", "A question about {what}", "About {what}")
PLAIN_SUBJECT = "A question for {whom}"
BARE_SUBJECT = "A short question"

OFFER_VERBS = words(
    """
    help make build sell offer provide automate reduce give let connect create deliver develop teach train
    """
)
"""An answer to What we sell that begins with one of these reads after ``We``."""

KEEPS_CAPITAL = words(
    """
    french dutch nordic swiss shopify salesforce google microsoft sap amazon excel hubspot asia europe i
    """
)
"""First words that keep their capital in mid-sentence, beside those in -an, -ish, -ese and those with more capitals."""
