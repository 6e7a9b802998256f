"""The file the add-on reads at start names every stand-in, and no key of the user's."""

from __future__ import annotations

from dotenv import dotenv_values

from playground import environment

ORIGIN = "http://127.0.0.1:8081"


def test_every_variable_is_there_and_reads_back(tmp_path):
    path = tmp_path / "new folder" / "playground.env"
    clock = tmp_path / "it's a #1 folder" / "clock"
    environment.write(path, ORIGIN, clock)
    read = dotenv_values(path)
    assert read == environment.variables(ORIGIN, clock)
    assert {name for name, value in read.items() if value == ORIGIN} == {
        "SHEETS_API_URL", "GEMINI_API_URL", "GMAIL_API_URL", "CALENDLY_API_URL", "CLOUDTASKS_API_URL"}  # fmt: skip
    assert read["GOOGLE_CERTS_URL"] == f"{ORIGIN}/oauth2/v1/certs"
    assert read["OAUTH_AUTH_URL"] == f"{ORIGIN}/o/oauth2/v2/auth"
    assert read["OAUTH_TOKEN_URL"] == f"{ORIGIN}/token"
    assert read["OAUTH_REVOKE_URL"] == f"{ORIGIN}/revoke"
    assert read["GMAIL_PUBSUB_TOPIC"].startswith("projects/")
    assert read["PUBSUB_SERVICE_ACCOUNT"].endswith(".gserviceaccount.com")
    assert read["CLOCK_FILE"] == str(clock.resolve())
    assert "GEMINI_API_KEY" not in read
    assert path.stat().st_mode & 0o777 == 0o600
    assert [left.name for left in path.parent.iterdir()] == ["playground.env"]
