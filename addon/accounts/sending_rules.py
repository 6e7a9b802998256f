"""What an administrator may set for everybody of a tenant who sends, and who is one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from addon.accounts.model import Caller
from addon.accounts.policy_model import Policy
from addon.errors import Invalid, Label

MOST_A_DAY = 1_500
"""Mails a mailbox in 24 hours: Workspace lets an account send 2,000, and what a person writes by hand counts too."""

MOST_PEOPLE = 100
ADDRESS_LIMIT, ADDRESS_LINES, COMPANY_LIMIT = 400, 8, 150

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_admin(caller: Caller, admins: Collection[str]) -> bool:
    """Whether the caller decides for the tenant: one of ``ADMIN_EMAILS``, or anybody where there is nobody else to."""
    if not admins or caller.tenant.startswith("u:"):
        return True
    return bool(caller.email) and caller.email.casefold() in {admin.casefold() for admin in admins}


def checked(policy: Policy) -> Policy:
    """Return a policy as it may be stored; ``Invalid`` names the answer to mend."""
    _check_number(policy.daily_cap, 1, MOST_A_DAY, Label("Mails a day and mailbox"), "daily_cap")
    _check_number(policy.first_cap, 1, policy.daily_cap, Label("Mails on the first day"), "first_cap")
    _check_number(policy.ramp, 0, MOST_A_DAY, Label("More each clean day"), "ramp")
    _check_number(policy.people_per_company, 1, MOST_PEOPLE, Label("People per company"), "people_per_company")
    address = "\n".join(line.strip() for line in policy.postal_address.splitlines() if line.strip())
    company = policy.sender_company.strip()
    if _CONTROL.search(address) or len(address) > ADDRESS_LIMIT or address.count("\n") >= ADDRESS_LINES:
        raise _bad_text(Label("Postal address"), "postal_address", ADDRESS_LIMIT)
    if _CONTROL.search(company) or "\n" in company or len(company) > COMPANY_LIMIT:
        raise _bad_text(Label("Company that sends"), "sender_company", COMPANY_LIMIT)
    return replace(policy, postal_address=address, sender_company=company)


def _check_number(value: int, least: int, most: int, label: Label, field: str) -> None:
    if not least <= value <= most:
        raise Invalid("{label}: from {least} to {most}.", field=field, label=label, least=least, most=most)


def _bad_text(label: Label, field: str, limit: int) -> Invalid:
    return Invalid("{label}: use plain text of at most {limit} characters.", field=field, label=label, limit=limit)
