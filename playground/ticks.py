"""Plays Cloud Scheduler: calls the add-on's ``/tasks/tick`` with a token of the tasks service account."""

from __future__ import annotations

import json
from dataclasses import dataclass

from playground import postman
from playground.cast import TASKS_SERVICE_ACCOUNT
from playground.clock import TickAnswer, TickFailed, read_tick
from playground.keys import Keys

AGENT = "Google-Cloud-Scheduler"


@dataclass(frozen=True, slots=True)
class Ticker:
    """Calls one add-on."""

    base_url: str
    keys: Keys

    def tick(self) -> TickAnswer:
        """Tick once; raise TickFailed when the add-on does not answer 200."""
        url = f"{self.base_url}/tasks/tick"
        token = self.keys.service_token(TASKS_SERVICE_ACCOUNT, url)
        try:
            answer = postman.post(url, {}, token, agent=AGENT, limit=postman.TICK_LIMIT_SECONDS)
        except postman.NotAnsweredError as error:
            raise TickFailed(str(error)) from error
        if answer.status != 200:
            raise TickFailed(f"/tasks/tick answered {answer.status}")
        try:
            return read_tick(json.loads(answer.body))
        except ValueError:
            return TickAnswer()
