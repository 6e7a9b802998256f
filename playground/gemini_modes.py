"""How the model stand-in behaves."""

from __future__ import annotations

from enum import StrEnum

from playground.gemini_quota import ModelQuota


class ModelMode(StrEnum):
    """What ``POST /play/model`` may set."""

    OK = "ok"
    OBEDIENT = "obedient"
    FENCED = "fenced"
    DOUBLE_ENCODED = "double_encoded"
    PROSE = "prose"
    CUT_OFF = "cut_off"
    BROKEN = "broken"
    EMPTY = "empty"
    UNSAFE = "unsafe"
    INVENTED = "invented"
    WRONG_LANGUAGE = "wrong_language"
    FEWER_ROWS = "fewer_rows"
    DOUBLED_ROWS = "doubled_rows"
    RATE_LIMITED = "429"
    RATE_LIMITED_WITH_HINT = "429_hint"
    SERVER_ERROR = "500"
    TIMEOUT = "timeout"


HOLD_SECONDS = 60.0
"""How long ``timeout`` holds an answer: longer than any client of ours waits."""


class ModelSettings:
    """The mode in force, and the limit of requests a minute."""

    def __init__(self) -> None:
        self.mode = ModelMode.OK
        self.hold_seconds = HOLD_SECONDS
        self.quota = ModelQuota()

    def set_mode(self, mode: str) -> None:
        """Change it; ValueError for a mode there is not."""
        self.mode = ModelMode(mode)

    def as_dict(self) -> dict[str, str | int]:
        """Return what ``/state`` shows."""
        return {"mode": self.mode.value, **self.quota.as_dict()}

    def reset(self) -> None:
        self.mode = ModelMode.OK
        self.hold_seconds = HOLD_SECONDS
        self.quota.limit(0)
