"""The sentences of the pre-flight: what is the matter, and the mend, by a stable word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from addon.errors import Label
from addon.leads.model import Problem
from addon.sequences.gate_model import Lock

HELD, IN_DOUBT = "held", "in_doubt"
NO_ROWS, ENROLLED, LATER, DAYS = "no_rows", "enrolled", "later", "days"
DEFAULTS, READY, OTHER = "defaults", "ready", "other"
"""Words that are neither a lock of the gate, nor a problem of a row, nor a reason for which no mail was composed."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence and its mend, both templates that cards translate."""

    text: str
    mend: str = ""


STOPS: Mapping[str, Words] = {
    Lock.KILL_SWITCH: Words(
        Label("All sending is stopped for your organisation."), Label("An administrator lets it go on in Settings.")
    ),
    Lock.NO_ADDRESS: Words(
        Label("No postal address is set, and every mail must carry one."),
        Label("An administrator sets it in Settings."),
    ),
    Lock.GRANT: Words(
        Label("Gmail is not connected."), Label("Press Connect Gmail: mails leave from your own mailbox.")
    ),
    Lock.SENDER: Words(
        Label("Gmail is connected as {account} and may not send from the address you chose."),
        Label("Connect Gmail again with that account, or choose another address in Settings."),
    ),
    NO_ROWS: Words(Label("No row is chosen."), Label("Choose rows on Home.")),
}
"""What lets nothing go at all."""

LEFT_OUT: Mapping[str, Words] = {
    Problem.OPTED_OUT: Words(Label("They want no mail.")),
    Problem.NO_EMAIL: Words(Label("There is no e-mail address."), Label("Fill the cell.")),
    Problem.BAD_EMAIL: Words(Label("The e-mail address cannot be right."), Label("Correct the cell.")),
    Problem.SEVERAL_EMAILS: Words(Label("One cell holds several e-mail addresses."), Label("Leave one of them.")),
    Problem.DUPLICATE: Words(Label("The same person stands in a row further up.")),
    ENROLLED: Words(Label("They are in a sequence of yours already.")),
    HELD: Words(
        Label("A mail of yours to them is held in another sequence."), Label("Decide it on the Held card first.")
    ),
    IN_DOUBT: Words(
        Label("It is still open whether a mail of yours to them has gone."),
        Label("We look again by ourselves: press Refresh in a while."),
    ),
    Lock.PERSON: Words(Label("{holder} is in a sequence with them already.")),
    Lock.COMPANY: Words(
        Label("Enough people of their company are written to: {most} at a time."),
        Label("Start the sequence for them once the others are through."),
    ),
    "no_draft": Words(Label("There is no draft yet."), Label("Press Write drafts.")),
    "no_subject": Words(Label("There is no subject."), Label("Fill the cell, or press Write drafts.")),
    "missing_field": Words(
        Label("The text of a step asks for {name}, and the row has none."),
        Label("Fill the cell, or have the text say another word instead."),
    ),
    "leftover": Words(Label("{name} would be sent as it stands."), Label("Edit the text.")),
    "too_long": Words(Label("The subject or the text is too long."), Label("Shorten it.")),
    "bad_template": Words(Label("The text of a step cannot be filled in."), Label("Change the steps.")),
    OTHER: Words(Label("No mail can be made of the row."), Label("Look at the row, then press Refresh.")),
}
"""Why a row stays out; the first that holds is told."""

NEEDS: Mapping[str, Words] = {
    Lock.SHEET_GRANT: Words(
        Label("Edits after Confirm are not seen: mails go as they are now, and rows do not say how they stand."),
        Label("Connect Sheets, and each row is read again before its mail."),
    ),
    Lock.MAILBOX_PAUSED: Words(
        Label("Google's limit holds this mailbox back at the moment."), Label("Mails go on by themselves.")
    ),
    LATER: Words(
        Label("A sequence takes the first {most} chosen rows. Rows left for later: {count}"),
        Label("Start another sequence for them once this one is under way."),
    ),
    DAYS: Words(Label("At {cap} mails a day, the first mails go on {days} different days.")),
}
"""What should be known of the whole campaign."""

KNOWN: Mapping[str, Words] = {
    Problem.TYPO: Words(Label("The address may have a slip of the keyboard."), Label("Look at it once more.")),
    Problem.PROBABLE_DUPLICATE: Words(Label("Probably the same person as in a row further up.")),
    Problem.ELSEWHERE_TAB: Words(Label("They stand in another tab of this file too.")),
    Problem.ELSEWHERE_FILE: Words(Label("They stand in another file of yours too.")),
    Problem.ELSEWHERE_TEAM: Words(Label("A colleague has them in a file too.")),
    Problem.DISPOSABLE: Words(Label("A throw-away mailbox: nobody may read it.")),
    Problem.ROLE_ADDRESS: Words(Label("A shared mailbox, not a person's own.")),
    Problem.CONSUMER_ADDRESS: Words(Label("A private mailbox.")),
}
"""What should be known of rows that go; other findings have done their harm when the draft was written."""

GREENS: Mapping[str, Words] = {
    READY: Words(Label("Rows that are ready: {count}")),
    Lock.GRANT: Words(Label("Gmail is connected: mail leaves from {sender}")),
    Lock.NO_ADDRESS: Words(Label("Every mail has your postal address and a link to opt out")),
    Lock.SHEET_GRANT: Words(Label("Each row is read again before its mail: what you edit after Confirm is held")),
    DEFAULTS: Words(Label("Follow-ups nobody wrote say a short reminder of ours, in the draft's language")),
}
"""What is well."""
