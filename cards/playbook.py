"""What a tenant's drafts may draw on: approved snippets about ourselves, and problems we know people to have."""

from __future__ import annotations

from addon.accounts.model import PainPoint, Playbook, Snippet
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card
from cards.words import say


def snippets(playbook: Playbook, place: dict[Param, str]) -> Card:
    """List the snippets, a row each."""
    what = say(
        "Facts about you that a draft may state, in these words or fewer. Everybody in your organisation uses them."
    )
    rows = [_snippet(snippet, place) for snippet in playbook.snippets]
    add = w.button(say("Add a snippet"), Action.EDIT_SNIPPET, place, primary=True)
    return _list(say("Snippets"), what, rows, add, place, "snippets")


def pains(playbook: Playbook, place: dict[Param, str]) -> Card:
    """List the problems, a row each."""
    what = say(
        "A draft names at most one of these, where the lead's role and industry fit and the sheet has no problem of "
        "their own."
    )
    rows = [_pain(pain, place) for pain in playbook.pains]
    add = w.button(say("Add a problem"), Action.EDIT_PAIN, place, primary=True)
    return _list(say("Problems we solve"), what, rows, add, place, "pains")


def snippet_form(snippet: Snippet | None, place: dict[Param, str]) -> Card:
    """Ask for a snippet; None for a new one."""
    known = snippet or Snippet(name="", text="")
    parameters = place | ({Param.KEY: known.key} if snippet else {})
    inputs = (
        w.text_input(Input.NAME, say("Name"), known.name, hint=say("Free trial"), limit=60),
        w.text_input(
            Input.TEXT,
            say("Text"),
            known.text,
            hint=say("We offer a trial of 30 days without a contract."),
            multiline=True,
            limit=300,
        ),
    )
    delete = w.button(say("Delete"), Action.DELETE_SNIPPET, parameters) if snippet else None
    save = w.button(say("Save"), Action.SAVE_SNIPPET, parameters, primary=True)
    return _form(say("Snippet"), inputs, save, delete, "snippet")


def pain_form(pain: PainPoint | None, place: dict[Param, str]) -> Card:
    """Ask for a problem; None for a new one."""
    known = pain or PainPoint(text="")
    parameters = place | ({Param.KEY: known.key} if pain else {})
    inputs = (
        w.text_input(
            Input.PROBLEM,
            say("Problem"),
            known.text,
            hint=say("half-empty return trips"),
            multiline=True,
            limit=200,
        ),
        w.text_input(Input.ROLE, say("Role"), known.role, hint=say("empty: any role"), limit=100),
        w.text_input(Input.INDUSTRY, say("Industry"), known.industry, hint=say("empty: any industry"), limit=100),
    )
    delete = w.button(say("Delete"), Action.DELETE_PAIN, parameters) if pain else None
    save = w.button(say("Save"), Action.SAVE_PAIN, parameters, primary=True)
    return _form(say("Problem"), inputs, save, delete, "pain")


def _snippet(snippet: Snippet, place: dict[Param, str]) -> w.Widget:
    edit = w.button(say("Edit"), Action.EDIT_SNIPPET, place | {Param.KEY: snippet.key})
    return w.fact(snippet.text, label=snippet.name, button=edit)


def _pain(pain: PainPoint, place: dict[Param, str]) -> w.Widget:
    edit = w.button(say("Edit"), Action.EDIT_PAIN, place | {Param.KEY: pain.key})
    return w.fact(
        pain.text, label=f"{pain.role or say('any role')} · {pain.industry or say('any industry')}", button=edit
    )


def _list(title: str, what: str, rows: list[w.Widget], add: w.Widget, place: dict[Param, str], name: str) -> Card:
    back = w.button(say("Back to Home"), Action.SHOW_HOME, place)
    return w.card(title, [w.section(w.paragraph(what)), w.section(*rows), w.section(w.buttons(add, back))], name=name)


def _form(title: str, inputs: tuple[w.Widget, ...], save: w.Widget, delete: w.Widget | None, name: str) -> Card:
    return w.card(title, [w.section(*inputs), w.section(w.buttons(save, delete))], name=name)
