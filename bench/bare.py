"""What the add-on is compared with: bare Flask, alone and with the check of Google's own sample.

``python -m bench.bare SHAPE PORT`` serves one shape on waitress, gunicorn loads ``bench.bare:SHAPE()``. The views that
verify go by BENCH_CERTIFICATES and BENCH_AUDIENCE.
"""

from __future__ import annotations

import json
import os
import sys

from flask import Flask, Response, request

_WIDGETS = [{"textParagraph": {"text": "Hello"}}]
CARD = json.dumps({"action": {"navigations": [{"pushCard": {"sections": [{"widgets": _WIDGETS}]}}]}})


def hello() -> Flask:
    """Answer a card to anybody."""
    app = Flask(__name__)

    @app.post("/addon/home")
    def home() -> Response:
        return Response(CARD, mimetype="application/json")

    return app


def google_sample() -> Flask:
    """Verify as Google's sample for add-ons over HTTP does: ``verify_oauth2_token`` with a plain ``Request``."""
    from google.auth.transport import requests

    return _verifying(requests.Request())


def google_cached() -> Flask:
    """The same with the session of CacheControl that google-auth's documentation recommends."""
    import cachecontrol
    import requests as plain
    from google.auth.transport import requests

    return _verifying(requests.Request(session=cachecontrol.CacheControl(plain.Session())))


def _verifying(transport) -> Flask:
    from google.oauth2 import id_token

    certificates, audience = os.environ["BENCH_CERTIFICATES"], os.environ["BENCH_AUDIENCE"]
    app = Flask(__name__)

    @app.post("/addon/home")
    def home() -> Response:
        token = request.headers["Authorization"].removeprefix("Bearer ")
        # verify_oauth2_token is verify_token at Google's own address and this check of the issuer.
        claims = id_token.verify_token(token, transport, audience=audience, certs_url=certificates)
        if claims["iss"] not in ("accounts.google.com", "https://accounts.google.com"):
            return Response(status=401)
        return Response(CARD, mimetype="application/json")

    return app


if __name__ == "__main__":
    import waitress

    app = {"hello": hello, "google_sample": google_sample, "google_cached": google_cached}[sys.argv[1]]()
    waitress.serve(app, host="127.0.0.1", port=int(sys.argv[2]), threads=16, ident=None)
