"""The small window in which a person connects: a browser with its own cookies that follows where it is led."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import requests

from tests.flow.person import Person

OIDC = ("https://www.googleapis.com/auth/userinfo.email",)


@dataclass
class Popup:
    """One browser. ``back`` is the last address Google led it back to."""

    origin: str
    browser: requests.Session = field(default_factory=requests.Session)
    back: str = ""

    def open(self, path: str) -> requests.Response:
        """Follow the button to Google's consent page, or to whatever stands in the way."""
        return self.browser.get(path if path.startswith("http") else self.origin + path, timeout=60)

    def decide(
        self, page: requests.Response, user: str = "ana", tick: Callable[[str], bool] = lambda scope: True
    ) -> requests.Response:
        """Tick boxes and go on; no box ticked is a No. Return the page that Google leads back to."""
        key = _value(page.text, r'name="key" value="([^"]+)"')
        offered = re.findall(r'name="scope" value="([^"]+)"', page.text)
        form = {"key": key, "user": user, "scope": [scope for scope in offered if tick(scope)]}
        google = f"{urlsplit(page.url)._replace(query='').geturl()}"
        answer = self.browser.post(google, data=form, timeout=60, allow_redirects=False)
        self.back = answer.headers["Location"]
        return self.browser.get(self.back, timeout=60)

    def again(self, **changed: str) -> requests.Response:
        """Load the address Google led back to once more, with some parameters changed."""
        bare = urlsplit(self.back)._replace(query="").geturl()
        return self.browser.get(bare, params=given(self.back) | changed, timeout=60)


def given(url: str) -> dict[str, str]:
    """Return the parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def link_of(person: Person, words: str) -> str:
    """Return where a button of the person's card leads."""
    url: str = person.button(words)["onClick"]["openLink"]["url"]
    return url


def connect(person: Person, origin: str, words: str, user: str = "ana") -> requests.Response:
    """Press a Connect button of Settings and allow everything."""
    popup = Popup(origin)
    return popup.decide(popup.open(link_of(person, words)), user)


def _value(text: str, pattern: str) -> str:
    found = re.search(pattern, text)
    assert found, text[:500]
    return found[1]
