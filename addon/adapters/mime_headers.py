"""Header fields of a mail: plain ASCII lines out, whatever a name or subject holds, and decoded text in.

A value that could end its line, and so begin a header of somebody else's making, is never written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from email.errors import MessageError
from email.header import Header
from email.utils import getaddresses, quote

from addon.errors import Invalid, Label
from addon.lib.address import domain_of, normalise

MAX_DECODED = 65_536
"""Characters of a header that are decoded; a longer one stays as it came."""

LONGEST_VALUE = 900
"""Characters of a value that cannot be folded: with its name it stays below the 998 of RFC 5322 §2.1.1."""

WIDTH = 76
"""Characters of a folded line, RFC 2047 §2."""

_PARTS: Mapping[str, Label] = {
    "sender": Label("From"),
    "sender_name": Label("From name"),
    "to": Label("To"),
    "to_name": Label("Recipient's name"),
    "reply_to": Label("Reply-To"),
    "subject": Label("Subject"),
    "text": Label("Text"),
}

_BREAKS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Controls, lone surrogates and Unicode's own ends of line: one or the other library ends a line at each of them."""

_SIMPLE = re.compile(r"(?!.*=\?)[!-~]{1,60}(?: [!-~]{1,60})*")
"""Words that come back as they are: printable ASCII, single blanks, nothing that reads as an encoded word."""

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"(?=.{{1,64}}\Z){_ATOM}(?:\.{_ATOM})*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})+")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,500}>")
_ADDRESSED = frozenset({"from", "to", "cc", "bcc", "reply-to", "sender"})


# --- out -------------------------------------------------------------------------------------------------------------
def checked(field: str, text: str) -> str:
    """Return a text that stands on one line; ``Invalid`` names the field of one that does not."""
    if any(unicodedata.category(char) in _BREAKS for char in text):
        raise refusal(field)
    return text


def refusal(field: str) -> Invalid:
    """Return the error for a part of a mail that cannot be written."""
    return Invalid(
        "{part}: a line break, or something else that no mail can hold, stands here. Correct it.",
        reason="bad_mail",
        field=field,
        part=_PARTS.get(field, field),
    )


class Whole(Header):
    """A header of one long word, such as a link: it stays on its line, which the library would leave blank."""

    def encode(self, *_: object, **__: object) -> str:
        """Return the value as it is."""
        return str(self)


def text_header(name: str, text: str) -> Header:
    """Return a header of free text, encoded where plain ASCII would not come back letter by letter."""
    header = Header(header_name=name)
    header.append(text, "us-ascii" if not text or _SIMPLE.fullmatch(text) else "utf-8")
    return header


def address_header(name: str, address: str, called: str) -> Header:
    """Return a header of one address and the name of whose it is; blanks count as one, a blank name as none."""
    header = Header(header_name=name)
    called = " ".join(called.split())
    if not called:
        header.append(address, "us-ascii")
        return header
    if _SIMPLE.fullmatch(called):
        header.append(f'"{quote(called)}" <{address}>', "us-ascii")
        return header
    header.append(called, "utf-8")
    header.append(f"<{address}>", "us-ascii")
    return header


def ascii_address(field: str, address: str) -> str:
    """Return the address as it is written on every server: its domain in ASCII (IDNA), its local part as it stands.

    ``Invalid`` for what is no bare address, and for a local part beyond ASCII: Gmail's API writes none.
    """
    local, _, domain = checked(field, address).rpartition("@")
    if not domain.isascii():
        domain = domain_of(normalise(f"x@{domain}") or "")
    if not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise refusal(field)
    return f"{local}@{domain}"


def message_ids(field: str, ids: Sequence[str]) -> str:
    """Return message ids on one line that may be folded between them.

    One that some program made up against the rules is left out: Gmail threads by its own id too.
    """
    return " ".join(id for id in ids if _MESSAGE_ID.fullmatch(checked(field, id)))


# --- in --------------------------------------------------------------------------------------------------------------
def decoded(name: str, value: str) -> str:
    """Return a header as people read it (RFC 2047); what cannot be decoded stays as it came.

    Addresses are taken apart before they are decoded and stay apart: a comma in a name is no second address.
    """
    line = re.sub(r"[\r\n]+", " ", value)
    if "=?" not in line or len(line) > MAX_DECODED:
        return line
    from email import policy  # 10 ms, and no card reads mail

    read_as = name if name.lower() in _ADDRESSED else "Subject"
    try:
        return str(policy.default.header_factory(read_as, line))
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError):
        return line  # the library's parser gives up on some broken headers in its own ways


def addresses_in(values: Sequence[str]) -> list[str]:
    """Return the bare addresses of undecoded address headers, lower-cased and with ASCII domains, in order."""
    found = (address for _, address in getaddresses([re.sub(r"[\r\n]+", " ", value) for value in values]))
    return [comparable(address) for address in found if address]


def comparable(address: str) -> str:
    """Return the form under which addresses are compared."""
    return normalise(address) or address.strip().lower()
