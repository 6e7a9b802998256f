"""Errors in the shapes Google's APIs give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

STATUS_BY_CODE = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ABORTED",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    502: "UNAVAILABLE",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


class ApiError(Exception):
    """An answer that is an error: code, message, details, headers."""

    def __init__(
        self,
        code: int,
        message: str,
        details: Sequence[Mapping[str, Any]] = (),
        headers: Mapping[str, str] | None = None,
        status: str = "",
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = list(details)
        self.headers = dict(headers or {})
        self.status = status or STATUS_BY_CODE.get(code, "UNKNOWN")

    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {"code": self.code, "message": self.message, "status": self.status}
        if self.details:
            error["details"] = self.details
        return {"error": error}


def error_info(reason: str, domain: str, **metadata: str) -> dict[str, Any]:
    kind = "type.googleapis.com/google.rpc.ErrorInfo"
    return {"@type": kind, "reason": reason, "domain": domain, "metadata": metadata}


def invalid(message: str) -> ApiError:
    return ApiError(400, message)


def bad_request(violations: Sequence[tuple[str, str]]) -> ApiError:
    """Return the 400 that lists every field at fault."""
    listed = [{"field": field, "description": text} if field else {"description": text} for field, text in violations]
    detail = {"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": listed}
    return ApiError(400, "\n".join(text for _, text in violations), [detail])


def unauthenticated() -> ApiError:
    message = (
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid "
        "authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project."
    )
    return ApiError(401, message, headers={"WWW-Authenticate": 'Bearer realm="https://accounts.google.com/"'})


def denied() -> ApiError:
    return ApiError(403, "The caller does not have permission")


def scope_insufficient(service: str, method: str) -> ApiError:
    info = error_info("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com", service=service, method=method)
    challenge = 'Bearer realm="https://accounts.google.com/", error="insufficient_scope"'
    text = "Request had insufficient authentication scopes."
    return ApiError(403, text, [info], {"WWW-Authenticate": challenge})


def not_found() -> ApiError:
    return ApiError(404, "Requested entity was not found.")


def quota_exceeded(service: str, metric: str, limit: str, value: int = 60, retry_after: int = 30) -> ApiError:
    """Return the per-minute 429 with Google's quota details."""
    info = error_info(
        "RATE_LIMIT_EXCEEDED",
        "googleapis.com",
        service=service,
        quota_metric=f"{service}/{metric}",
        quota_limit=limit,
        quota_limit_value=str(value),
        quota_location="global",
        consumer="projects/100200300",
    )
    help_link = {"description": "Request a higher quota limit.", "url": "https://cloud.google.com/docs/quotas"}
    links = {"@type": "type.googleapis.com/google.rpc.Help", "links": [help_link]}
    message = (
        f"Quota exceeded for quota metric '{metric.replace('_', ' ').capitalize()}' and limit '{limit}' of service "
        f"'{service}' for consumer 'project_number:100200300'."
    )
    return ApiError(429, message, [info, links], {"Retry-After": str(retry_after)})


def for_status(code: int, service: str = "sheets.googleapis.com") -> ApiError:
    """Return the error Google would send with ``code``."""
    if code == 429:
        return quota_exceeded(service, "read_requests", "ReadRequestsPerMinutePerUser")
    known = {401: unauthenticated, 403: denied, 404: not_found}
    if code in known:
        return known[code]()
    messages = {
        500: "Internal error encountered.",
        503: "The service is currently unavailable.",
        409: "The operation was aborted.",
    }
    return ApiError(code, messages.get(code, "Request failed."))
