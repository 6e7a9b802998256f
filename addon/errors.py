"""The four ways a request can end badly. Adapters translate into these at the edge and keep the cause.

Only ``addon/app.py`` turns them into cards or status codes, so a room may raise one and stop thinking.
"""

from __future__ import annotations

from datetime import datetime


class Label(str):
    """A text of ours that stands apart from its error: a value such as a field's name, which is translated too."""

    __slots__ = ()


class AssistantError(Exception):
    """Base of the four; ``message`` is a sentence for people, ``reason`` a stable word for logs and branches.

    The sentence is made of a ``template``, which cards translate, and the ``values`` of its ``{name}`` fields. Neither
    sentence nor reason may hold an address, a body or a token.
    """

    def __init__(self, template: str, *, reason: str = "", **values: object) -> None:
        self.template = template
        self.values = values
        self.message = template.format(**values) if values else template
        self.reason = reason or type(self).__name__.lower()
        super().__init__(self.message)


class Invalid(AssistantError):
    """The user can mend it: the message names the field or cell and the mend, and is shown on the card."""

    def __init__(self, template: str, *, reason: str = "", field: str | None = None, **values: object) -> None:
        super().__init__(template, reason=reason, **values)
        self.field = field


class Unavailable(AssistantError):
    """Later, not a failure: the same call may succeed at ``retry_at`` (aware UTC; None = soon)."""

    def __init__(self, template: str, *, reason: str = "", retry_at: datetime | None = None, **values: object) -> None:
        super().__init__(template, reason=reason, **values)
        self.retry_at = retry_at


class Rejected(AssistantError):
    """Never again with the same input: a refused token, a withdrawn share, an unsafe prompt."""


class Conflict(AssistantError):
    """Somebody else moved it: the document's version is not the one that was read."""
