"""Google's OAuth: certificates, a plain consent page, token and revoke endpoints, at Google's own paths."""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from flask import Blueprint, Response, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response as WerkzeugResponse

from playground.cast import CAST, CLIENTS, Client
from playground.faults import INVALID_GRANT, Fault
from playground.google_errors import ApiError
from playground.oauth_codes import IDENTITY, SIGN_IN, Ask, BadGrantError, Code, read_scopes
from playground.scope_words import words_for
from playground.wire import lost

if TYPE_CHECKING:
    from playground.world import World

API = "oauth"
TROUBLED = frozenset({"token", "revoke"})
"""The endpoints that take faults."""

CERTIFICATES_LIFE_SECONDS = 3600
_ERRORS = {400: "invalid_request", 401: "invalid_client", 403: "access_denied", 429: "rate_limit_exceeded"}
"""What OAuth calls a status; the others are ``internal_failure``."""

Answer = WerkzeugResponse | tuple[Response, int] | tuple[str, int]


class OAuthError(Exception):
    """One of OAuth's errors: its code, what a developer reads, the HTTP status."""

    def __init__(self, code: str, description: str, status: int = 400) -> None:
        super().__init__(description)
        self.code, self.description, self.status = code, description, status


def blueprint(world: World) -> Blueprint:
    """Return the routes of Google's accounts."""
    routes = Blueprint("oauth", __name__)

    @routes.get("/oauth2/v1/certs")
    def certificates() -> Response:
        world.calls.count("oauth", "certs")
        answer = jsonify(world.keys.certificates())
        answer.headers["Cache-Control"] = f"public, max-age={CERTIFICATES_LIFE_SECONDS}"
        return answer

    @routes.get("/o/oauth2/v2/auth")
    def ask() -> Answer:
        world.calls.count("oauth", "auth")
        wanted = read_ask(request.args, world.addon)
        return render_template("consent.html", key=world.codes.open(wanted), **consent_words(world, wanted)), 200

    @routes.post("/o/oauth2/v2/auth")
    def decide() -> Answer:
        wanted = world.codes.close(request.form.get("key", ""))
        if wanted is None or request.form.get("user") not in CAST:
            raise OAuthError("invalid_request", "This consent was answered before or never asked.")
        return redirect(_decision(world, wanted, request.form["user"], request.form.getlist("scope")), 303)

    @routes.post("/token")
    def token() -> Answer:
        return _troubled(world, "token", lambda: _token(world))

    @routes.post("/revoke")
    def revoke() -> Answer:
        return _troubled(world, "revoke", lambda: _revoke(world))

    @routes.errorhandler(OAuthError)
    def refuse(error: OAuthError) -> Answer:
        if request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html":
            return render_template("blocked.html", error=error), error.status
        return jsonify({"error": error.code, "error_description": error.description}), error.status

    @routes.errorhandler(BadGrantError)
    def refuse_grant(error: BadGrantError) -> Answer:
        return jsonify({"error": "invalid_grant", "error_description": str(error)}), 400

    return routes


def _troubled(world: World, method: str, act: Callable[[], dict[str, Any]]) -> Response:
    """Count a call and answer it, with the trouble ordered for it, in OAuth's own shape."""
    world.calls.count(API, method)
    fault = world.faults.take(API, method)
    try:
        if fault is not None and not fault.after:
            _strike(fault)
        answer = act()
        if fault is not None and fault.after:
            _strike(fault)
    except ConnectionResetError as error:
        return lost(error)
    return jsonify(answer)


def _strike(fault: Fault) -> None:
    try:
        fault.strike()
    except ApiError as error:
        raise OAuthError(_ERRORS.get(error.code, "internal_failure"), error.message, error.code) from error
    if fault.kind == INVALID_GRANT:
        raise BadGrantError("Token has been expired or revoked.")


def _token(world: World) -> dict[str, Any]:
    client = read_client(request.form, request.headers.get("Authorization", ""))
    return exchange(world, client, request.form)


def _revoke(world: World) -> dict[str, Any]:
    if not world.access.revoke(request.values.get("token", "")):
        raise OAuthError("invalid_token", "Token expired or revoked")
    return {}


def read_ask(given: Mapping[str, str], addon: str) -> Ask:
    """Read the parameters of the consent page; OAuthError for an unknown client or a redirect that is not its own."""
    client = CLIENTS.get(given.get("client_id", ""))
    if client is None:
        raise OAuthError("invalid_client", "The OAuth client was not found.", 401)
    redirect_uri = given.get("redirect_uri", "")
    if redirect_uri != addon + client.redirect_path:
        raise OAuthError("redirect_uri_mismatch", f"{redirect_uri} is not registered for this client.")
    method = given.get("code_challenge_method", "plain")
    if given.get("response_type") != "code" or not given.get("scope") or method not in {"S256", "plain"}:
        raise OAuthError("invalid_request", "response_type=code, a scope and a known code_challenge_method are needed.")
    return Ask(
        client_id=client.id,
        redirect_uri=redirect_uri,
        scopes=read_scopes(given["scope"]),
        state=given.get("state", ""),
        login_hint=given.get("login_hint", ""),
        is_offline=given.get("access_type") == "offline",
        challenge=given.get("code_challenge", ""),
        challenge_method=method,
    )


def consent_words(world: World, ask: Ask) -> dict[str, Any]:
    """Return what the consent page shows: accounts, and scopes to tick; those of signing in can't be refused alone."""
    tickable = [scope for scope in ask.scopes if scope not in SIGN_IN]
    return {
        "app": world.platform.deployment.name,
        "users": CAST.values(),
        "chosen": next((user.id for user in CAST.values() if user.email == ask.login_hint), "ana"),
        "tickable": tickable,
        "always": [scope for scope in ask.scopes if scope in SIGN_IN and scope != "openid"],
        "words": words_for,
    }


def _decision(world: World, ask: Ask, user: str, ticked: list[str]) -> str:
    """Return where the browser goes: with a code for the scopes ticked, or denied when none is."""
    scopes = tuple(scope for scope in ask.scopes if scope in ticked or scope == "openid")
    query = {"state": ask.state} if ask.state else {}
    if not set(scopes) - {"openid"}:
        query["error"] = "access_denied"
    else:
        query["code"] = world.codes.issue(Code(ask=ask, user=user, scopes=scopes))
        query["scope"] = " ".join(scopes)
    return urlsplit(ask.redirect_uri)._replace(query=urlencode(query)).geturl()


def read_client(form: Mapping[str, str], authorization: str) -> Client:
    """Authenticate a client by Basic or by the form; OAuthError when it is unknown or its secret is wrong."""
    client_id, secret = _basic(authorization) or (form.get("client_id", ""), form.get("client_secret", ""))
    client = CLIENTS.get(client_id)
    if client is None or not secrets.compare_digest(client.secret.encode(), secret.encode()):
        raise OAuthError("invalid_client", "Unauthorized", 401)
    return client


def _basic(header: str) -> tuple[str, str] | None:
    if not header.lower().startswith("basic "):
        return None
    try:
        client_id, _, secret = base64.b64decode(header[6:], validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    return client_id, secret


def exchange(world: World, client: Client, form: Mapping[str, str]) -> dict[str, Any]:
    """Answer the token endpoint: a code or a refresh token for an access token."""
    kind = form.get("grant_type")
    if kind == "authorization_code":
        return _from_code(world, client, form)
    if kind == "refresh_token":
        return _from_refresh(world, client, form.get("refresh_token", ""))
    raise OAuthError("unsupported_grant_type", f"Invalid grant_type: {kind}")


def _from_code(world: World, client: Client, form: Mapping[str, str]) -> dict[str, Any]:
    code = world.codes.redeem(
        form.get("code", ""), client.id, form.get("redirect_uri", ""), form.get("code_verifier", "")
    )
    made = _bearer(world, code.user, client.id, code.scopes)
    if code.ask.is_offline:
        made["refresh_token"] = world.access.mint_refresh(code.user, client.id, code.scopes)
    return made


def _from_refresh(world: World, client: Client, text: str) -> dict[str, Any]:
    known = world.access.look_up_refresh(text)
    if known is None or known.client_id != client.id:
        raise BadGrantError("Token has been expired or revoked.")
    return _bearer(world, known.user, client.id, tuple(sorted(known.scopes)))


def _bearer(world: World, user: str, client_id: str, scopes: tuple[str, ...]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "access_token": world.access.mint(user, client_id, scopes),
        "expires_in": 3599,
        "scope": " ".join(scopes),
        "token_type": "Bearer",
    }
    if IDENTITY & set(scopes):
        made["id_token"] = world.keys.user_token(CAST[user], client_id)
    return made
