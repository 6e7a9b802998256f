"""What an e-mail address is: its one comparable form, and whether it belongs to a desk or to a private person."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from addon.lib.text import reveal

MAX_LENGTH = 254
"""Characters of an address, RFC 5321 §4.5.3.1.3."""

REMEMBERED = 32_768
"""Addresses whose form is remembered: one pass over a sheet asks for each of them several times."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width letters as Japanese keyboards write them, and their ASCII."""

_NAMED = re.compile(r"[^<>@]*<([^<>]+)>")
"""A name and the address in angle brackets, or the brackets alone."""

_PLAIN = re.compile(
    r"(?=[^@]{1,64}@)[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
)
"""Nearly every address: of these the library, at a hundred times the price, refuses only reserved domains."""

_ROLES = """
    abuse accounting accounts admin administration administrator ap ar billing bonjour booking bookings buchhaltung
    careers compliance contact contacto contabilidad contato customercare customerservice datenschutz dpo einkauf
    empfang enquiries enquiry export feedback finance help hello helpdesk hola hostmaster hr import info information
    inquiries inquiry it jobs karriere kontakt legal mail marketing media news newsletter nobody noc noreply
    no-reply donotreply do-not-reply office order orders personal postmaster post presse press privacy procurement
    purchasing reception recruiting recruitment rechnung rechnungen reservations root sales secretariat security
    sekretariat service services shop spam studio subscribe support team tech technik unsubscribe ventas verkauf
    vertrieb vendas vendite verkoop webmaster welcome zentrale"""
ROLES = frozenset(_ROLES.split())
"""Local parts that belong to a desk, not to a person (RFC 2142's and what firms use in the eight languages)."""

_CONSUMER_DOMAINS = """
    126.com 163.com alice.it aol.com arcor.de bluewin.ch bol.com.br btinternet.com comcast.net docomo.ne.jp
    email.com fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
    hey.com home.nl hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hotmail.nl icloud.com
    kpnmail.nl laposte.net libero.it live.com live.de live.fr live.it live.nl mac.com mail.com mail.de mail.ru
    me.com msn.com naver.com orange.fr outlook.com outlook.de outlook.es outlook.fr posteo.de proton.me
    protonmail.com qq.com rocketmail.com sapo.pt sbcglobal.net sfr.fr t-online.de telefonica.net terra.com.br
    tiscali.it tutanota.com uol.com.br verizon.net virgilio.it wanadoo.fr web.de yahoo.co.jp yahoo.co.uk
    yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.ru ymail.com zoho.com"""
CONSUMER_DOMAINS = frozenset(_CONSUMER_DOMAINS.split())
"""Mail providers of private people; the address says nothing about the employer."""


def bare_address(cell: str) -> str:
    """Return the address in what people paste: without ``mailto:``, a name before angle brackets, full-width letters.

    A hidden character inside becomes ``\ufffd``, so that no address is made up by dropping it. Nothing is checked.
    """
    text = reveal(cell[: 4 * MAX_LENGTH]).translate(_WIDE)
    if named := _NAMED.fullmatch(text):
        text = named[1].strip()
    return text[7:] if text[:7].lower() == "mailto:" else text


def normalise(address: str) -> str | None:
    """Return the address lower-cased with its domain in ASCII (IDNA), or None if no mail could be sent to it.

    Looks nothing up. Local parts are compared without case, as every large provider does. Domains for documentation
    (``.example``) pass; ``.local``, ``.test`` and the like, which no mail reaches, do not.
    """
    bare = address[: MAX_LENGTH + 1].translate(_WIDE).strip(" ")
    return _normal(bare) if "@" in bare and len(address) <= MAX_LENGTH else None


def domain_of(address: str) -> str:
    """Return the domain of a normal address."""
    return address.rpartition("@")[2]


def is_role(address: str) -> bool:
    """Whether a normal address belongs to a desk such as ``info@``, ``sales-uk@``."""
    local = address.rpartition("@")[0].partition("+")[0]
    return local in ROLES or any(local.partition(mark)[0] in ROLES for mark in "-_" if mark in local)


def is_consumer(address: str) -> bool:
    """Whether a normal address is at a mail provider for private people."""
    return domain_of(address) in CONSUMER_DOMAINS


@lru_cache(maxsize=REMEMBERED)
def _normal(address: str) -> str | None:
    if address.isascii() and "--" not in address and _PLAIN.fullmatch(plain := address.lower()):
        return None if f".{domain_of(plain)}".endswith(_reserved()) else plain
    from email_validator import EmailNotValidError, validate_email  # 25 ms, and no card before the first lead needs it

    try:
        found = validate_email(address, check_deliverability=False, allow_smtputf8=True, strict=True)
    except EmailNotValidError:
        return None
    if not _reads(found.local_part):
        return None
    return f"{found.local_part}@{found.ascii_domain}".lower()


@cache
def _reserved() -> tuple[str, ...]:
    from email_validator import SPECIAL_USE_DOMAIN_NAMES

    return tuple(f".{name}" for name in SPECIAL_USE_DOMAIN_NAMES)


def _reads(local: str) -> bool:
    """Whether a local part beyond ASCII is made of letters, digits and accents, not of signs and emoji."""
    return local.isascii() or all(char.isascii() or unicodedata.category(char)[0] in "LMN" for char in local)
