"""Errors as Gmail words them: Google's shape, and the older list of errors with a reason beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playground.google_errors import ApiError, scope_insufficient

SERVICE = "gmail.googleapis.com"
_REASONS = {
    400: "invalidArgument",
    401: "authError",
    403: "forbidden",
    404: "notFound",
    409: "aborted",
    413: "uploadTooLarge",
    429: "rateLimitExceeded",
}


class GmailError(ApiError):
    """An error whose reason its code alone does not tell."""

    def __init__(self, code: int, message: str, reason: str, status: str = "", domain: str = "global") -> None:
        super().__init__(code, message, status=status)
        self.reason, self.domain = reason, domain


def body_of(error: ApiError) -> dict[str, Any]:
    """Return the body of an answer for any of our errors."""
    reason = getattr(error, "reason", "") or _REASONS.get(error.code, "backendError")
    listed = {"message": error.message, "domain": getattr(error, "domain", "global"), "reason": reason}
    body = error.body()
    body["error"]["errors"] = [listed]
    return body


def not_found() -> GmailError:
    return GmailError(404, "Requested entity was not found.", "notFound")


def invalid(message: str) -> GmailError:
    return GmailError(400, message, "invalidArgument")


def precondition(message: str = "Precondition check failed.") -> GmailError:
    return GmailError(400, message, "failedPrecondition", status="FAILED_PRECONDITION")


def too_large() -> GmailError:
    return GmailError(413, "The uploaded file is too large.", "uploadTooLarge", status="INVALID_ARGUMENT")


def missing_scope(method: str) -> GmailError:
    told = scope_insufficient(SERVICE, f"caribou.api.proto.MailboxService.{method}")
    error = GmailError(403, told.message, "insufficientPermissions")
    error.details, error.headers = told.details, told.headers
    return error


def metadata_only(what: str) -> GmailError:
    return GmailError(403, f"Metadata scope does not support {what}", "forbidden")


def delegation_denied(address: str) -> GmailError:
    return GmailError(403, f"Delegation denied for {address}", "forbidden")


def rate_limited(until: datetime, *, sending: bool = False) -> GmailError:
    """Return the 429 of a user's limit; Google writes two blanks before Retry."""
    tail = "  (Mail sending)" if sending else ""
    reason = "rateLimitExceeded" if sending else "userRateLimitExceeded"
    return GmailError(429, f"User-rate limit exceeded.  Retry after {instant(until)}{tail}", reason)


def quota_exceeded() -> GmailError:
    """Return the 403 in which the same limit shows at other times."""
    text = "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service"
    return GmailError(403, f"{text} '{SERVICE}'.", "rateLimitExceeded", domain="usageLimits")


def too_many_at_once() -> GmailError:
    return GmailError(429, "Too many concurrent requests for user", "rateLimitExceeded")


def instant(at: datetime) -> str:
    """Return a time as the texts have it: UTC, milliseconds, Z."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
