"""The clicks that lead to the pages for files."""

from __future__ import annotations

from addon.accounts.model import Caller
from addon.services import Services
from addon.web.event_object import Event
from addon.web.open_file import open_file
from cards import files, response
from cards.actions import Param
from cards.response import Reply


def import_file(services: Services, event: Event, caller: Caller) -> Reply:
    """Open the page that makes a spreadsheet of a file, with the access of this click."""
    path = services.files.open_import(caller, event.access_token)
    return response.open_page(path, files.import_page(path))


def export_csv(services: Services, event: Event, caller: Caller) -> Reply:
    """Start the download of the chosen tab's leads, with the access of this click."""
    file = open_file(services, event, caller)
    path = services.files.open_export(caller, file.id, file.tab.sheet_id, file.access_token)
    return response.open_page(path, files.export_page(path, {Param.FILE: file.id, Param.TAB: str(file.tab.sheet_id)}))
