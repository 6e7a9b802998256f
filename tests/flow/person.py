"""A person of the cast at one open sheet: sees cards, presses buttons by their words, types into fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

Json = dict[str, Any]


@dataclass
class Person:
    """Keeps the sidebar's stack of cards as the host does. ``user`` is of the playground's cast; no ``file`` is ""."""

    origin: str
    user: str
    file: str
    stack: list[Json] = field(default_factory=list)
    answers: list[Json] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    """The words of every card shown so far."""
    locale: str = ""
    """The language of their Google account; blank is the cast's own."""

    # --- what people do ---
    def open(self) -> str:
        """Press the icon: the sidebar starts from nothing."""
        self.stack.clear()
        return self._show(self._post("open"))

    def allow(self) -> str:
        """Press Allow on this file, and Allow again in Google's dialog."""
        self.open()
        self.press("Allow on this file")
        assert self.answers[-1]["hostAction"] == {"requestFileScope": True}
        self.stack.clear()
        return self._show(self._post("grant"))

    def press(self, words: str, **typed: str) -> str:
        """Press the button with these words, with something typed or chosen first; return what is seen then."""
        action = self.button(words)["onClick"]["action"]
        return self.act(action["function"], parameters_of(action), self._form() | {k: [v] for k, v in typed.items()})

    def try_to_press(self, words: str) -> None:
        """Press a button, come what may: the cards stay as they are."""
        action = self.button(words)["onClick"]["action"]
        self._post("action", function=action["function"], parameters=parameters_of(action), formInputs=self._form())

    def act(self, function: str, parameters: Mapping[str, str], form: Mapping[str, list[str]] | None = None) -> str:
        """Send a click as the page does, whatever is on the card."""
        body = {"function": function, "parameters": dict(parameters), "formInputs": dict(form or {})}
        return self._show(self._post("action", **body))

    # --- what they see ---
    @property
    def card(self) -> Json:
        return self.stack[-1]

    def text(self) -> str:
        """Return every word on the card, a line a text."""
        return "\n".join(_texts(self.card))

    def button(self, words: str) -> Json:
        found = [button for button in _buttons(self.card) if button.get("text") == words]
        assert found, f"no button {words!r} on the card:\n{self.text()}"
        return found[0]

    def words(self) -> list[str]:
        """Return the words of every button on the card."""
        return [button.get("text", "") for button in _buttons(self.card)]

    def _form(self) -> dict[str, list[str]]:
        return {name: values for widget in _inputs(self.card) for name, values in [_filled(widget)] if values}

    # --- how the host does it ---
    def _post(self, what: str, **more: Any) -> Json:
        place = {"user": self.user, "file": self.file or None, "host": "SHEETS", "locale": self.locale or None}
        body = {**place, **more}
        answer = requests.post(f"{self.origin}/play/host/{what}", json=body, timeout=60)
        assert answer.status_code == 200, answer.text
        self.answers.append(answer.json())
        return self.answers[-1]

    def _show(self, answer: Json) -> str:
        """Move the cards as told; whatever Google would refuse or warn of fails the test."""
        assert answer["ok"], answer
        assert answer["warnings"] == [], answer["warnings"]
        for navigation in answer["navigations"]:
            self._move(navigation)
        self.seen.append("\n".join([self.text() if self.stack else "", answer.get("notification", "")]))
        return self.seen[-1]

    def _move(self, navigation: Json) -> None:
        if "pushCard" in navigation:
            self.stack.append(navigation["pushCard"])
        elif "updateCard" in navigation:
            self.stack[-1:] = [navigation["updateCard"]]
        elif navigation.get("popToRoot"):
            del self.stack[1:]
        elif navigation.get("pop"):
            self.stack.pop()
        else:
            raise AssertionError(f"unknown navigation {sorted(navigation)}")


def parameters_of(action: Json) -> dict[str, str]:
    return {item["key"]: item["value"] for item in action.get("parameters", [])}


def _nodes(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)


def _texts(card: Json) -> Iterator[str]:
    for node in _nodes(card):
        yield from (text for name, text in node.items() if name in _SHOWN and isinstance(text, str))


_SHOWN = ("title", "subtitle", "header", "text", "topLabel", "bottomLabel", "label")


def _buttons(card: Json) -> list[Json]:
    return [node for node in _nodes(card) if "onClick" in node]


def _inputs(card: Json) -> list[Json]:
    return [
        node[kind]
        for node in _nodes(card)
        for kind in ("textInput", "selectionInput")
        if isinstance(node.get(kind), dict)
    ]


def _filled(widget: Json) -> tuple[str, list[str]]:
    if "items" in widget:
        return widget["name"], [item.get("value", "") for item in widget["items"] if item.get("selected")]
    return widget["name"], [widget["value"]] if widget.get("value") else []
