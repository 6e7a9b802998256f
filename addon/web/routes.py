"""What is built: which handler answers which trigger and which click. A test compares it with cards and deployment."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.services import Services
from addon.web import (
    draft_actions,
    file_actions,
    grant_actions,
    held_actions,
    home_actions,
    leads_actions,
    reply_actions,
    run_actions,
    sending_actions,
    sequence_actions,
    settings_actions,
    triggers,
)
from addon.web.event_object import Event
from addon.web.router import Handler, Routes
from cards.actions import Action
from cards.response import Reply


def entered(handler: Handler) -> Handler:
    """Have the first authenticated event of a person create their user, whatever it asks for."""

    def handle(services: Services, event: Event, caller: Caller) -> Reply:
        services.accounts.enter(caller)
        return handler(services, event, caller)

    return handle


ACTIONS: dict[Action, Handler] = {
    Action.ALLOW_FILE: home_actions.allow_file,
    Action.SHOW_HOME: home_actions.show_home,
    Action.SAVE_OFFER: settings_actions.save_offer,
    Action.SHOW_OFFER: settings_actions.show_offer,
    Action.SAVE_IDEAL: settings_actions.save_ideal,
    Action.SHOW_IDEAL: settings_actions.show_ideal,
    Action.CHECK_LEADS: leads_actions.check_leads,
    Action.SHOW_COLUMNS: leads_actions.show_columns,
    Action.SAVE_COLUMNS: leads_actions.save_columns,
    Action.START_SCORE: run_actions.start_score,
    Action.START_DRAFTS: draft_actions.start_drafts,
    Action.APPROVE_DRAFTS: draft_actions.approve_drafts,
    Action.REGENERATE: draft_actions.regenerate,
    Action.SHOW_DRAFT: draft_actions.show_draft,
    Action.START_FOLLOW_UPS: draft_actions.start_follow_ups,
    Action.OPEN_RUN: run_actions.open_run,
    Action.SHOW_RUN: run_actions.show_run,
    Action.STOP_RUN: run_actions.stop_run,
    Action.RESUME_RUN: run_actions.resume_run,
    Action.SHOW_SETTINGS: settings_actions.show_settings,
    Action.TEST_CONNECTION: settings_actions.test_connection,
    Action.DISCONNECT: grant_actions.disconnect,
    Action.ASK_SCOPES: grant_actions.ask_scopes,
    Action.SHOW_SENDER: sending_actions.show_sender,
    Action.SAVE_SENDER: sending_actions.save_sender,
    Action.SHOW_POLICY: sending_actions.show_policy,
    Action.SAVE_POLICY: sending_actions.save_policy,
    Action.STOP_SENDING: sending_actions.stop_sending,
    Action.GO_ON_SENDING: sending_actions.go_on_sending,
    Action.SHOW_SNIPPETS: settings_actions.show_snippets,
    Action.EDIT_SNIPPET: settings_actions.edit_snippet,
    Action.SAVE_SNIPPET: settings_actions.save_snippet,
    Action.DELETE_SNIPPET: settings_actions.delete_snippet,
    Action.SHOW_PAINS: settings_actions.show_pains,
    Action.EDIT_PAIN: settings_actions.edit_pain,
    Action.SAVE_PAIN: settings_actions.save_pain,
    Action.DELETE_PAIN: settings_actions.delete_pain,
    Action.START_SEQUENCE: sequence_actions.start_sequence,
    Action.OPEN_SEQUENCE: sequence_actions.open_sequence,
    Action.SHOW_SEQUENCE: sequence_actions.show_sequence,
    Action.CONFIRM_SEQUENCE: sequence_actions.confirm_sequence,
    Action.UNDO_SEQUENCE: sequence_actions.undo_sequence,
    Action.PAUSE_SEQUENCE: sequence_actions.pause_sequence,
    Action.RESUME_SEQUENCE: sequence_actions.resume_sequence,
    Action.STOP_SEQUENCE: sequence_actions.stop_sequence,
    Action.OPEN_LOG: sequence_actions.open_log,
    Action.SHOW_LOG: sequence_actions.show_log,
    Action.PREVIEW_SEQUENCE: sequence_actions.preview_sequence,
    Action.TEST_SEQUENCE: sequence_actions.test_sequence,
    Action.EDIT_SEQUENCE: sequence_actions.edit_sequence,
    Action.SAVE_SEQUENCE: sequence_actions.save_sequence,
    Action.RENEW_SEQUENCE: sequence_actions.renew_sequence,
    Action.OPEN_HELD: held_actions.open_held,
    Action.SHOW_HELD: held_actions.show_held,
    Action.RETRY_HELD: held_actions.retry_held,
    Action.SENT_HELD: held_actions.sent_held,
    Action.RENEW_HELD: sequence_actions.renew_held,
    Action.RENEW_ALL_HELD: sequence_actions.renew_all_held,
    Action.CANCEL_HELD: held_actions.cancel_held,
    Action.YES_HELD: held_actions.yes_held,
    Action.OPEN_REPLIES: reply_actions.open_replies,
    Action.SHOW_REPLIES: reply_actions.show_replies,
    Action.BOOK_REPLY: reply_actions.book_reply,
    Action.POSTPONE_REPLY: reply_actions.postpone_reply,
    Action.NAME_COLLEAGUE: reply_actions.name_colleague,
    Action.OPT_OUT_REPLY: reply_actions.opt_out_reply,
    Action.FINISH_REPLY: reply_actions.finish_reply,
    Action.RELABEL_REPLY: reply_actions.relabel_reply,
    Action.IMPORT_FILE: file_actions.import_file,
    Action.EXPORT_CSV: file_actions.export_csv,
}

SHEET_ACTIONS = (
    Action.CHECK_LEADS,
    Action.SHOW_COLUMNS,
    Action.SAVE_COLUMNS,
    Action.START_SCORE,
    Action.START_DRAFTS,
    Action.SHOW_DRAFT,
    Action.START_FOLLOW_UPS,
    Action.START_SEQUENCE,
)
"""Actions whose first step reads the open sheet: without the scope for that, Google asks before anything else."""


def handler_of(action: Action) -> Handler:
    """Return what answers a click on ``action``, with what comes before it."""
    if action in SHEET_ACTIONS:
        return entered(grant_actions.needing(grant_actions.SHEET, ACTIONS[action]))
    return entered(ACTIONS[action])


ROUTES = Routes(
    triggers={
        "/addon/home": entered(triggers.home),
        "/addon/sheets/home": entered(grant_actions.needing(grant_actions.SHEET, triggers.sheets_home)),
        "/addon/sheets/granted": entered(grant_actions.needing(grant_actions.SHEET, triggers.sheets_granted)),
    },
    universal={"/addon/settings": entered(settings_actions.show_settings)},
    actions={action: handler_of(action) for action in ACTIONS},
)
