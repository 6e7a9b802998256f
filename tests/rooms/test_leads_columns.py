"""Headers in eight languages, traps, and cells that contradict or stand in for a header."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.leads.guess import guess_columns
from addon.leads.header import find_header_row
from addon.leads.model import NO_HEADER, Cell, Field

cells = st.one_of(st.text(max_size=20), st.integers(), st.floats(allow_nan=True), st.booleans(), st.just(""))
F = Field


def mapped(*headers: str, sample: list[list[Cell]] | None = None, skip: tuple[int, ...] = ()) -> dict[Field, str]:
    return dict(guess_columns(headers, sample or [], skip).headers)


NAMES = (F.FIRST_NAME, F.LAST_NAME, F.EMAIL, F.COMPANY, F.TITLE, F.PHONE, F.COUNTRY, F.INDUSTRY, F.EMPLOYEES, F.NOTES)
LANGUAGES = {
    "en": "First Name|Last Name|Email|Company|Job Title|Phone|Country|Industry|Employees|Notes",
    "de": "Vorname|Nachname|E-Mail-Adresse|Firma|Funktion|Telefon|Land|Branche|Mitarbeiterzahl|Bemerkungen",
    "fr": "Prénom|Nom|Courriel|Société|Poste|Téléphone|Pays|Secteur d'activité|Effectif|Commentaires",
    "es": "Nombre|Apellidos|Correo electrónico|Empresa|Puesto|Teléfono|País|Sector|Número de empleados|Observaciones",
    "pt": "Nome|Sobrenome|E-mail|Empresa|Cargo|Telefone|País|Setor|Nº de funcionários|Observações",
    "it": "Nome|Cognome|Indirizzo e-mail|Azienda|Ruolo|Telefono|Paese|Settore|Numero di dipendenti|Note",
    "nl": "Voornaam|Achternaam|E-mailadres|Bedrijf|Functie|Telefoonnummer|Land|Branche|Aantal medewerkers|Opmerkingen",
    "ja": "名|姓|メールアドレス|会社名|役職|電話番号|国|業種|従業員数|備考",
    "export": "first_name|lastName|EMAIL_ADDRESS|companyName|JobTitle|phoneNumber|country|industry|# Employees|notes",
    "prefixed": "Contact First Name|Lead Last Name|Work Email|Company Name|Person - Job title|Work Phone|"
    "Country/Region|Company Industry|No. of Employees|Internal Notes",
}  # fmt: skip


@pytest.mark.parametrize("headers", LANGUAGES.values(), ids=LANGUAGES)
def test_headers_are_read_in_every_language(headers: str) -> None:
    assert mapped(*headers.split("|")) == dict(zip(NAMES, headers.split("|"), strict=True))


@pytest.mark.parametrize(
    "header",
    [
        "Email Status", "Email Domain", "Email Opt Out", "Email sent at", "Email Confidence", "E-mail 1 - Type",
        "Company owner", "Account Owner", "Contact owner", "Owner", "Company LinkedIn URL", "Previous Company",
        "Parent Account", "Last Contacted", "Last contact", "First contact", "First seen", "Company Type", "Company ID",
        "Title (prefix)", "Titel", "Username", "Nickname", "Campaign name", "Deal name", "Phone type", "Fax",
        "Country of origin of goods", "Notes last updated", "Lead source", "Employee ID", "Status", "Score", "", "   ",
        "=IMPORTXML(1)", "\u202eliamE", "x" * 50_000,
    ],
    ids=lambda header: ascii(header[:24]),
)  # fmt: skip
def test_a_trap_means_nothing(header: str) -> None:
    assert mapped(header) == {}


@pytest.mark.parametrize(
    ("headers", "field", "wanted"),
    [
        (("Personal email", "Work email"), F.EMAIL, "Work email"),
        (("E-mail 2", "E-mail"), F.EMAIL, "E-mail"),
        (("E-mail 2 - Value", "E-mail 1 - Value"), F.EMAIL, "E-mail 1 - Value"),
        (("Personal email", "Email Status"), F.EMAIL, "Personal email"),
        (("Company phone", "Phone"), F.PHONE, "Phone"),
        (("Fax", "Mobile"), F.PHONE, "Mobile"),
        (("Company Country", "Country"), F.COUNTRY, "Country"),
        (("Role", "Job Title"), F.TITLE, "Job Title"),
        (("Account", "Company"), F.COMPANY, "Company"),
        (("Description", "Notes"), F.NOTES, "Notes"),
        (("Domain", "Website"), F.WEBSITE, "Website"),
    ],
)
def test_the_better_of_two_columns_is_chosen(headers: tuple[str, ...], field: Field, wanted: str) -> None:
    assert mapped(*headers)[field] == wanted


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Name", "Vorname"), {F.LAST_NAME: "Name", F.FIRST_NAME: "Vorname"}),
        (("Name", "Firma"), {F.FULL_NAME: "Name", F.COMPANY: "Firma"}),
        (("Nom", "Prénom"), {F.LAST_NAME: "Nom", F.FIRST_NAME: "Prénom"}),
        (("Nombre", "Empresa"), {F.FULL_NAME: "Nombre", F.COMPANY: "Empresa"}),
        (("Nome", "Cognome"), {F.FIRST_NAME: "Nome", F.LAST_NAME: "Cognome"}),
        (("Name", "First", "Last"), {F.FULL_NAME: "Name", F.FIRST_NAME: "First", F.LAST_NAME: "Last"}),
        (("Firma / Company", "Kontakt (Name)"), {F.COMPANY: "Firma / Company", F.FULL_NAME: "Kontakt (Name)"}),
        (
            ("Company contact name", "Contact company"),
            {F.FULL_NAME: "Company contact name", F.COMPANY: "Contact company"},
        ),
    ],
)
def test_names_depend_on_the_columns_beside_them(headers: tuple[str, ...], expected: dict[Field, str]) -> None:
    assert mapped(*headers) == expected


def test_a_header_the_cells_contradict_is_not_believed() -> None:
    sample: list[list[Cell]] = [["valid", "a@x.example"], ["bounced", "b@y.example"], ["valid", "c@z.example"]]
    assert mapped("Email", "Reach at", sample=sample) == {F.EMAIL: "Reach at"}
    assert mapped("Title", sample=[["Mr"], ["Mrs."], ["Dr."]]) == {F.SALUTATION: "Title"}


def test_an_empty_column_yields_to_a_filled_one() -> None:
    sample: list[list[Cell]] = [["", "a@x.example"], ["", "b@y.example"], ["", "c@z.example"]]
    assert mapped("Email", "Business email", sample=sample)[F.EMAIL] == "Business email"


def test_cells_speak_where_headers_say_nothing() -> None:
    sample: list[list[Cell]] = [
        ["a@x.example", "+49 30 1234567", "x.example", "Germany", "11-50"],
        ["b@y.example", "+33 1 23 45 67 89", "https://y.example/a", "FR", "51 - 200"],
        ["c@z.example", "(030) 765 43 21", "www.z.example", "日本", "10,001+"],
    ]
    wanted = {F.EMAIL: "q1", F.PHONE: "q2", F.WEBSITE: "q3", F.COUNTRY: "q4", F.EMPLOYEES: "q5"}
    assert mapped("q1", "q2", "q3", "q4", "q5", sample=sample) == wanted


def test_an_owners_address_is_never_the_leads() -> None:
    sample: list[list[Cell]] = [[f"seller{at}@us.example", "Petra"] for at in range(5)]
    assert F.EMAIL not in mapped("Account Owner", "First name", sample=sample)
    assert F.EMAIL not in mapped("Column X", "First name", sample=[["me@us.example", "Petra"]] * 5)


def test_our_columns_are_skipped_and_of_equal_headers_the_first_is_meant() -> None:
    sample: list[list[Cell]] = [["x", "a@x.example", "b@x.example"]] * 3
    assert mapped("Email", "Email", "Email", sample=sample, skip=(0,)) == {F.EMAIL: "Email"}


def test_confidence_rises_with_fitting_cells() -> None:
    plain = guess_columns(["Email"], []).confidence[F.EMAIL]
    seen = guess_columns(["Email"], [["a@x.example"]] * 3).confidence[F.EMAIL]
    by_cells = guess_columns(["q"], [["a@x.example"], ["b@x.example"], ["c@x.example"]]).confidence[F.EMAIL]
    assert 0 < by_cells < plain < seen < 1


@given(st.lists(st.text(max_size=30), max_size=8), st.lists(st.lists(cells, max_size=8), max_size=6))
def test_any_sheet_is_guessed_without_harm(headers: list[str], sample: list[list[Cell]]) -> None:
    found = guess_columns(headers, sample, {1})
    assert set(found.headers.values()) <= set(headers)
    assert len(set(found.headers.values())) == len(found.headers)
    assert found.confidence.keys() == found.headers.keys()
    assert all(0 < sure < 1 for sure in found.confidence.values())


@pytest.mark.parametrize(
    ("rows", "index"),
    [
        ([["Name", "Email"], ["Petra", "a@b.example"]], 0),
        ([["Notes:"], ["By Ana", "May"], [], ["First name", "Email", "Company"], ["P", "a@b.example", "N"]], 3),
        ([["Contact", "", "Firm", ""], ["First name", "Email", "Company", "Industry"], ["P", "a@b.example", "N"]], 1),
        ([[""], ["Wer", "Wohin"], ["Petra", "Köln"]], 1),
        ([["a@b.example", "Petra Kunze"], ["c@d.example", "Jan Mol"]], NO_HEADER),
        ([["Email"], ["a@b.example"]], 0),
        ([["", 5, True], ["", "Leads"]], 0),
        ([], 0),
        ([["x" * 50_000, "y" * 50_000], ["Vorname", "Firma"]], 1),
        ([["q"]] * 12 + [["Name", "Email"]], 0),
    ],
)  # fmt: skip
def test_the_header_row_is_found_below_what_stands_above_it(rows: list[list[Cell]], index: int) -> None:
    assert find_header_row(rows) == index


@given(st.lists(st.lists(cells, max_size=6), max_size=14))
def test_the_header_row_is_among_the_first_ten_or_none(rows: list[list[Cell]]) -> None:
    assert NO_HEADER <= find_header_row(rows) < max(1, min(10, len(rows)))


CLIENTS: list[list[Cell]] = [
    ["Autohaus Huber", "info@autohaus.example"],
    ["Weber Bau", "info@weberbau.example"],
    ["Nordlicht Energie", "p.kunz@nordlicht.example"],
    ["Braun IT", "a@braun-it.example"],
    ["Stahlbau Nord GmbH", "b@stahlnord.example"],
]
PERSONS: list[list[Cell]] = [
    ["Anna Berg", "anna.berg@x.example"],
    ["Bert Mol", "b.mol@y.example"],
    ["Ina Fee", "i.fee@z.example"],
]


@pytest.mark.parametrize(
    "header", ["Kunde", "Klant", "Cliente", "Client", "Prospect", "Lead", "Kontakt", "Client name"]
)
def test_a_client_is_a_firm_or_a_person_by_its_cells(header: str) -> None:
    assert mapped(header, "E-Mail", sample=CLIENTS) == {F.COMPANY: header, F.EMAIL: "E-Mail"}
    assert mapped(header, "E-Mail", sample=PERSONS) == {F.FULL_NAME: header, F.EMAIL: "E-Mail"}


def test_beside_a_column_of_persons_the_client_is_the_company() -> None:
    sample: list[list[Cell]] = [["Huber", *PERSONS[0]], ["Weber", *PERSONS[1]], ["Stahl", *PERSONS[2]]]
    wanted = {F.COMPANY: "Kunde", F.FULL_NAME: "Ansprechpartner", F.EMAIL: "E-Mail"}
    assert mapped("Kunde", "Ansprechpartner", "E-Mail", sample=sample) == wanted
    twice: list[list[Cell]] = [["Tim Tom", *person] for person in PERSONS]
    assert F.COMPANY not in mapped("Ansprechpartner", "Kontakt", "E-Mail", sample=twice)


def test_the_much_fuller_of_two_columns_of_addresses_is_chosen() -> None:
    few: list[list[Cell]] = [["a.b@x.example", ""], ["", "b.c@y.example"], ["", "c.d@y.example"], ["", "d.e@z.example"]]
    assert mapped("Email", "Email 2", sample=few)[F.EMAIL] == "Email 2"
    desks: list[list[Cell]] = [["a.b@x.example", "info@x.example"]]
    desks += [["", f"info@y{at}.example"] for at in range(3)]
    assert mapped("Email", "Email 2", sample=desks)[F.EMAIL] == "Email"


def test_two_addresses_in_a_cell_leave_the_column_what_it_is() -> None:
    sample: list[list[Cell]] = [["Anna@x.example; a@x.example"], ["b@x.example, c@x.example"], ["d@x.example"]]
    assert mapped("E-Mail", sample=sample) == {F.EMAIL: "E-Mail"}
    assert mapped("q", sample=sample) == {F.EMAIL: "q"}
