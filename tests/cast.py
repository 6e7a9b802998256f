"""The standing cast: Ana owns the sheet, Marco is her colleague, Greta a stranger from nowhere near."""

from __future__ import annotations

from addon.accounts.model import Caller

ANA = Caller(tenant="nordwind.example", user="1001", email="ana@nordwind.example")
MARCO = Caller(tenant="nordwind.example", user="1002", email="marco@nordwind.example")
GRETA = Caller(tenant="u:1004", user="1004", email="greta.vogel@gmail.example")

HEADERS = ("First name", "Last name", "Email", "Job title", "Company", "Industry", "Employees", "Notes")


def lead_rows(count: int) -> list[list[str | int]]:
    """A header and so many different, valid leads."""
    titles = ("Head of Operations", "Student", "CEO", "Office assistant", "VP Logistics")
    rows: list[list[str | int]] = [list(HEADERS)]
    for number in range(count):
        company = f"Company {number}"
        rows.append(
            [f"First{number}", f"Last{number}", f"person{number}@company{number}.example", titles[number % 5], company,
             "Logistics" if number % 2 else "Retail", 10 + number, "Deliveries run late" if number % 3 else ""]
        )  # fmt: skip
    return rows
