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
        "“{notes}” is the reason I am writing to you.",
        "One thing made me write to you: “{notes}”.",
        "I am writing about one point: “{notes}”.",
        "I would like to pick up one point with you: “{notes}”.",
    ),
    Angle.TITLE: (
        "I am writing to you because you are {title} at {company}.",
        "As {title} at {company} you are the right person to ask.",
        "I would value your view as {title} at {company}.",
        "Since you are {title} at {company}, I will come straight to the point.",
    ),
    Angle.INDUSTRY: (
        "I am getting in touch because {company} works in {industry}.",
        "{company} works in {industry}, and that is why I am writing.",
        "I have one question for {company} about work in {industry}.",
        "Since {company} works in {industry}, this may be of use to you.",
    ),
    Angle.SIZE: (
        "With {size} people at {company}, time is short, so I will be brief.",
        "I am writing to {company} because of its size: {size} people.",
        "{company} has {size} people, which is why I thought of you.",
        "A company of {size} people such as {company} is the kind I hope to hear from.",
    ),
    Angle.COMPANY: (
        "I wanted to ask {company} directly instead of sending a brochure.",
        "I am writing to {company} with one specific question.",
        "There is one thing I would like to ask {company}.",
        "I have one short question for {company}.",
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
    "If it is on your list, I would be glad to help.",
    "I would rather ask you openly than assume something about how you work.",
    "It may or may not matter to you at the moment, and either answer helps me.",
)

OFFERS = (
    "We offer {what}.",
    "What we do, in a line: {what}.",
    "In short, we offer {what}.",
    "What we offer is {what}.",
)
"""For an answer that is a name or a list; an answer that is a sentence stands for itself."""

OFFER_VERB = "We {what}."
OFFERS_FOR = (
    "It is made for {audience}.",
    "It is meant for {audience}.",
    "This is for {audience}.",
    "We have {audience} in mind.",
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
    "Could we talk about it for a few minutes?",
)
BOOKING_ASKS = (
    "If you would like to see whether it fits, pick a time that suits you: {link}",
    "The simplest next step is a short call, and you choose the time: {link}",
    "If a short call sounds useful, my calendar is here: {link}",
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
