"""What an e-mail address is: its one comparable form, and whether it belongs to a desk or to a private person."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from addon.lib.mail_providers import CONSUMER_DOMAINS, DISPOSABLE_DOMAINS, is_family
from addon.lib.text import reveal

MAX_LENGTH = 254
"""Characters of an address, RFC 5321 §4.5.3.1.3."""

REMEMBERED = 32_768
"""Addresses whose form is remembered: one pass over a sheet asks for each of them several times."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width letters as Japanese keyboards write them, and their ASCII."""

GMAIL = frozenset({"gmail.com", "googlemail.com"})
"""One provider with two names, which reads no dots before the ``@``."""

_NAMED = re.compile(r"[^<>@]*<([^<>]+)>")
"""A name and the address in angle brackets, or the brackets alone."""

_PLAIN = re.compile(
    r"(?=[^@]{1,64}@)[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
)
"""Nearly every address: of these the library, at a hundred times the price, refuses only reserved domains."""

_ROLES = """
    abonnement abuse accounting accounts accueil achats admin administracao administracion administratie
    administration administrator amministrazione anfrage anfragen angebot ap ar asistencia assistance assistenza
    atencion atencionalcliente atendimento ausbildung avvocati bestellung bestellungen bewerbung billing biuro
    boekhouding bonjour booking bookings boutique buchhaltung buero bureau buro careers ciao clientes clients
    cobranca cobranza comercial comercio commandes commercial commerciale communication compliance compras
    comptabilite comunicacao comunicacion comunicazione consultas contabilidad contabilita contact contact-us
    contacto contactus contato contatti contatto correo crm cs customer customercare customerservice datenschutz
    devis direccion direction direzione do-not-reply donotreply dpo ecommerce eigyo einkauf empfang empleo
    empleos enquiries enquiry eventi eventos events export facturacion facturas facturation factuur fattura
    fatturazione faturamento feedback financas finance financeiro financien fundraising gerencia
    geschaeftsleitung gestion hallo hello help helpdesk hola hostmaster hotel hr hr-team import info information
    inkoop inquiries inquiry inschrijving investors it jimukyoku jinji jobs karriere keiri klant klantenservice
    koho kontakt kontor kunden kundendienst kundenservice lavoro legal lieferung logistica logistics logistik
    madoguchi mail mailbox management marketing marketing-team media members membership moreinfo news newsdesk
    newsletter no-reply nobody noc noreply offerte office oficina onboarding order ordering orders ordini ordre
    otoiawase ouvidoria partner partners payments payroll pedidos personal personale personeel planning post
    postmaster pqrs pr prensa presidencia presidenza press presse privacidade privacy procurement produktion
    project projects protezionedati purchasing recepcao recepcion receptie reception rechnung rechnungen
    recruiting recruitment recrutement recursoshumanos redacao redaccion redactie redaktion redazione
    rekrutierung relacionamento request requests reservas reservation reservations reservierung rezeption rgpd
    rh risorseumane root rrhh sac saiyo sales sav secretaire secretaria secretariaat secretariado secretariat
    security segreteria sekretariat service serviceclient services servicioalcliente shipping shop soporte soumu
    spam staff stages stampa studio subscribe suporte support supporto team teamassistenz tech technik technique
    tecnico telefonzentrale tienda toiawase ufficio ufficioacquisti uketsuke unsubscribe vacatures vendas
    vendite vendor vendors ventas ventas-online vente ventes verkauf verkoop versand vertrieb verwaltung
    vorstand webmaster welcome werkstatt wholesale zakelijk zentrale"""
ROLES = frozenset(_ROLES.split())
"""Local parts that belong to a desk, not to a person (RFC 2142's and what firms use in the eight languages)."""


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
    domain = domain_of(address)
    return domain in CONSUMER_DOMAINS or is_family(domain)


def is_disposable(address: str) -> bool:
    """Whether a normal address is at a provider of mailboxes that are gone in an hour."""
    domain = domain_of(address)
    return domain in DISPOSABLE_DOMAINS or domain.partition(".")[2] in DISPOSABLE_DOMAINS


def mailbox_of(address: str) -> str:
    """Return the form under which addresses of one mailbox are equal: without a plus-tag, at Gmail without dots too.

    Two rows with one mailbox are probably one person: few providers but the large ones promise it.
    """
    local, _, domain = address.rpartition("@")
    plain = local.partition("+")[0] or local
    if domain in GMAIL:
        return f"{plain.replace('.', '')}@gmail.com"
    return f"{plain}@{domain}"


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
