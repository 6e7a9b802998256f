"""The people, the service accounts and the OAuth clients this Google knows. All are invented."""

from __future__ import annotations

from dataclasses import dataclass

ADDON_SERVICE_ACCOUNT = "service-100200300@gcp-sa-gsuiteaddons.iam.gserviceaccount.com"
ADDON_CLIENT_ID = "100200300-addon.apps.googleusercontent.com"
TASKS_SERVICE_ACCOUNT = "tasks@sales-assistant-playground.iam.gserviceaccount.com"
PUBSUB_SERVICE_ACCOUNT = "pubsub@sales-assistant-playground.iam.gserviceaccount.com"
PUBSUB_TOPIC = "projects/sales-assistant-playground/topics/gmail"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A Google account; ``domain`` is the Workspace domain, None for a consumer account."""

    id: str
    sub: str
    name: str
    email: str
    domain: str | None
    locale: str = "en-GB"
    zone: str = "Europe/Berlin"
    is_admin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """An OAuth web client: redirects may go to this path of the add-on only."""

    id: str
    secret: str
    redirect_path: str


CAST = {
    user.id: user
    for user in (
        User(id="ana", sub="1001", name="Ana Lindqvist", email="ana@nordwind.example", domain="nordwind.example"),
        User(id="marco", sub="1002", name="Marco Reis", email="marco@nordwind.example", domain="nordwind.example"),
        User(
            id="ines",
            sub="1003",
            name="Ines Okafor",
            email="ines@nordwind.example",
            domain="nordwind.example",
            is_admin=True,
        ),
        User(id="greta", sub="1004", name="Greta Vogel", email="greta.vogel@gmail.example", domain=None),
    )
}

GMAIL_CLIENT = Client(
    id="100200300-gmail.apps.googleusercontent.com",
    secret="GOCSPX-playground-gmail",  # noqa: S106 - opens nothing but this playground
    redirect_path="/oauth/gmail/callback",
)
SHEETS_CLIENT = Client(
    id="100200300-sheets.apps.googleusercontent.com",
    secret="GOCSPX-playground-sheets",  # noqa: S106 - opens nothing but this playground
    redirect_path="/oauth/sheets/callback",
)
CLIENTS = {client.id: client for client in (GMAIL_CLIENT, SHEETS_CLIENT)}
