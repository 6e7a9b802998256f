"""Google Sheets v4 over REST, as far as the add-on and its tests need it, and as strict as Google."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Blueprint, Response, request

from playground import edits, sheets_batch, sheets_marks, sheets_resource, sheets_values
from playground.discovery import Api, Method, load_document
from playground.google_errors import ApiError, denied, invalid, not_found, scope_insufficient, unauthenticated
from playground.masks import apply_mask
from playground.quota import Quota
from playground.sheets_call import Call, refused
from playground.wire import Token, World, error_response, perform
from playground.workbook import Book, Refused

PREFIX = "sheets.spreadsheets."
SERVICE = "sheets.googleapis.com"
_SCOPE_DRIVE_FILE = "https://www.googleapis.com/auth/drive.file"


@cache
def api() -> Api:
    """Return the compiled discovery document."""
    return Api(load_document("sheets.v4"), "google.apps.sheets.v4")


def create(call: Call) -> dict[str, Any]:
    """spreadsheets.create: title, locale, time zone and the tabs' properties; cells are not taken."""
    properties = call.body.get("properties", {})
    book = Book(title=properties.get("title", "Untitled spreadsheet"), locale=properties.get("locale", "en_US"))
    book.time_zone = properties.get("timeZone", book.time_zone)
    for sheet in call.body.get("sheets", [{}]):
        if "data" in sheet:
            raise invalid("The playground creates empty sheets only: write the cells afterwards.")
        requested = {"properties": sheet.get("properties", {})}
        sheets_batch.HANDLERS["addSheet"](book, requested, call.client_id)
    edits.check_size(book)
    workbook = call.files.add(call.user, book)
    # The address is the one at which people see it here: our own page in the place of Google's.
    page = f"{request.host_url}?file={workbook.id}&user={call.user}"
    return sheets_resource.spreadsheet(workbook, workbook.book, call.client_id) | {"spreadsheetUrl": page}


READS: dict[str, Callable[[Call], dict[str, Any]]] = {
    "get": sheets_resource.get,
    "getByDataFilter": sheets_resource.get_by_data_filter,
    "developerMetadata.get": sheets_marks.get,
    "developerMetadata.search": sheets_marks.search,
    "values.get": sheets_values.get,
    "values.batchGet": sheets_values.batch_get,
    "values.batchGetByDataFilter": sheets_values.batch_get_by_data_filter,
}
WRITES: dict[str, Callable[[Call], dict[str, Any]]] = {
    "create": create,
    "batchUpdate": sheets_batch.batch_update,
    "values.append": sheets_values.append,
    "values.batchClear": sheets_values.batch_clear,
    "values.batchClearByDataFilter": sheets_values.batch_clear_by_data_filter,
    "values.batchUpdate": sheets_values.batch_update,
    "values.batchUpdateByDataFilter": sheets_values.batch_update_by_data_filter,
    "values.clear": sheets_values.clear,
    "values.update": sheets_values.update,
}


def blueprint(world: World) -> Blueprint:
    """Return the routes below ``/v4``."""
    routes = Blueprint("sheets_api", __name__)
    quota = Quota()

    @routes.route("/v4/<path:rest>", methods=["GET", "POST", "PUT"])
    def call_sheets(rest: str) -> Response:
        found = api().find(request.method, f"v4/{rest}")
        if found is None:
            return error_response(ApiError(404, "Method not found.", status="NOT_FOUND"))
        method, places = found
        name = method.id.removeprefix(PREFIX)
        return perform(world, "sheets", name, lambda: _serve(world, quota, method, name, places))

    return routes


def _serve(world: World, quota: Quota, method: Method, name: str, places: dict[str, str]) -> Any:
    token = _authenticate(world)
    if not token.scopes & method.scopes:
        raise scope_insufficient(SERVICE, f"google.apps.sheets.v4.SpreadsheetsService.{name}")
    parameters = method.read_path(places) | method.read_query(list(request.args.items(multi=True)))
    body = method.read_body(request.get_data(cache=False), request.mimetype)
    mask = method.read_mask(parameters.get("fields"))
    if "spreadsheetId" in parameters:
        _authorise(world, token, parameters["spreadsheetId"])
    if world.faults.has_quota("sheets"):
        quota.spend(token.user, "write" if name in WRITES else "read")
    handler = READS.get(name) or WRITES.get(name)
    if handler is None:
        raise ApiError(501, f"The playground does not play {method.id}.", status="UNIMPLEMENTED")
    call = Call(
        files=world.files, user=token.user, client_id=token.client_id, parameters=parameters, body=body, mask=mask
    )
    answer = _handle(handler, call)
    method.check_answer(answer)
    _keep(world, token, name, answer)
    return answer if mask is None else apply_mask(mask, answer)


def _handle(handler: Callable[[Call], dict[str, Any]], call: Call) -> dict[str, Any]:
    try:
        return handler(call)
    except Refused as fault:
        raise refused(fault) from fault


def _authenticate(world: World) -> Token:
    kind, _, bearer = request.headers.get("Authorization", "").partition(" ")
    token = world.access.look_up(bearer.strip()) if kind.lower() == "bearer" else None
    if token is None:
        raise unauthenticated()
    return token


def _authorise(world: World, token: Token, file_id: str) -> None:
    # Under drive.file a file that was not granted does not exist; with a wider scope it is forbidden.
    if world.files.find(file_id) is None:
        raise not_found()
    if not world.access.may_open(token, file_id):
        wider = any(scope != _SCOPE_DRIVE_FILE and scope in _SHEET_SCOPES for scope in token.scopes)
        raise denied() if wider else not_found()


_SHEET_SCOPES = frozenset(
    f"https://www.googleapis.com/auth/{name}" for name in ("spreadsheets", "spreadsheets.readonly", "drive")
)


def _keep(world: World, token: Token, name: str, answer: dict[str, Any]) -> None:
    if name in WRITES:
        world.files.changed(answer.get("spreadsheetId", ""))
    if name == "create":
        # What an app makes, it may open: drive.file covers the files created with it.
        world.access.grant(token.user, answer["spreadsheetId"], token.client_id)
