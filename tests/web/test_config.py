"""The configuration: where a value comes from, what is generated, and that every fault is named at once."""

from __future__ import annotations

import dataclasses
import re
import stat
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)
from dotenv import dotenv_values

from addon.config import Config
from addon.laptop import KEYS_FILE, keys_of
from addon.settings import GENERATED, PLAYGROUND_ORIGIN, SETTINGS, Group
from tests.fakes.configuration import KEYS, SERVER, laptop, server

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / ".env.example"


def pem(key: PrivateKeyTypes, lock: KeySerializationEncryption | None = None) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock or NoEncryption()).decode()


RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PEM = pem(RSA)
FIREBASE = {
    "FIREBASE_PROJECT_ID": "my-project",
    "FIREBASE_PRIVATE_KEY_ID": "abc123",
    "FIREBASE_PRIVATE_KEY": PEM.replace("\n", "\\n"),
    "FIREBASE_CLIENT_EMAIL": "sa@my-project.iam.gserviceaccount.com",
    "FIREBASE_CLIENT_ID": "1",
}


PUSH = {
    "GMAIL_PUBSUB_TOPIC": "projects/my-project/topics/gmail",
    "PUBSUB_SERVICE_ACCOUNT": "pubsub@my-project.iam.gserviceaccount.com",
}


def test_the_example_names_every_setting_once_in_order_with_a_comment() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert re.findall(r"^([A-Z_]+)=", text, re.MULTILINE) == [setting.name for setting in SETTINGS]
    for setting in SETTINGS:
        comment = re.search(rf"((?:^#.*\n)+){setting.name}=", text, re.MULTILINE)
        assert comment, setting.name
        said = " ".join(line.removeprefix("# ") for line in comment[1].splitlines())
        assert setting.purpose in said
        assert setting.default in said
        assert ("(secret)" in said) == setting.secret


def test_every_setting_is_a_field_of_the_configuration() -> None:
    fields = {field.name for field in dataclasses.fields(Config)} - {"folder", "unreadable"}
    assert fields == {setting.field for setting in SETTINGS}


def test_the_example_as_it_stands_is_the_laptops_mode(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    config = Config.load({}, tmp_path)
    assert config.problems() == []
    assert config.playground
    assert config.base_url == "http://localhost:8080"
    assert config.sqlite_path == tmp_path / "var/assistant.db"
    assert config.sheets_api_url == PLAYGROUND_ORIGIN
    assert config.google_certs_url == f"{PLAYGROUND_ORIGIN}/oauth2/v1/certs"
    assert config.clock_file == tmp_path / "var/clock"
    assert config.gemini_api_key == ""


def test_nothing_configured_names_what_is_missing(tmp_path: Path) -> None:
    said = "\n".join(Config.load({}, tmp_path).problems())
    for name in ("BASE_URL", *GENERATED, "ADDON_SERVICE_ACCOUNT", "ADDON_CLIENT_ID"):
        assert f"{name} is missing" in said
    assert not (tmp_path / "var").exists(), "keys are generated on a laptop only"


def test_a_server_with_the_least_has_no_faults(tmp_path: Path) -> None:
    config = server(tmp_path)
    assert config.problems() == []
    assert config.gmail_api_url == "https://gmail.googleapis.com"
    assert config.clock_file is None


@pytest.mark.parametrize("topic", [PUSH["GMAIL_PUBSUB_TOPIC"], "projects/example.com:p-1/topics/Gm._~+%-9", ""])
def test_push_is_an_option(tmp_path: Path, topic: str) -> None:
    config = server(tmp_path, **PUSH | {"GMAIL_PUBSUB_TOPIC": topic})
    assert config.problems() == []
    assert config.gmail_pubsub_topic == topic


def test_push_without_anything_right_names_both_faults(tmp_path: Path) -> None:
    said = "\n".join(server(tmp_path, GMAIL_PUBSUB_TOPIC="gmail").problems())
    assert "GMAIL_PUBSUB_TOPIC must" in said
    assert "PUBSUB_SERVICE_ACCOUNT is missing" in said


def test_every_fault_is_named_at_once_without_quoting_a_secret(tmp_path: Path) -> None:
    config = Config.load(
        {
            "BASE_URL": "http://assistant.example.com/path",
            "PORT": "eighty",
            "STORE_URL": "postgres://x",
            "TASKS_URL": "cloudtasks://p/l/q",
            "CACHE_URL": "redis://localhost/0",
            "LOG_LEVEL": "LOUD",
            "SECRET_KEY": "tooshort-secret",
            "TOKEN_KEYS": "not-a-fernet-secret",
            "SUPPRESSION_KEY": "a" * 40,
            "ADDON_SERVICE_ACCOUNT": "nobody",
            "ADDON_ACTION_ENVELOPE": "sealed",
            "GEMINI_SDK": "other",
            "GEMINI_REQUESTS_A_MINUTE": "ten",
            "GEMINI_DAILY_LIMIT": "five",
            "SHEETS_SCOPE": "drive",
            "FIREBASE_PRIVATE_KEY": "secret-but-not-pem",
            "ADMIN_EMAILS": "ines",
            "SHEETS_API_URL": "ftp://x",
            "GMAIL_API_URL": "https://gmail.attacker.example",
            "FIRESTORE_EMULATOR_HOST": "somewhere",
            "DWD_KEY_FILE": "absent.json",
        },
        tmp_path,
    )
    problems = config.problems()
    said = "\n".join(problems)
    for name in (
        *("BASE_URL", "PORT", "STORE_URL", "TASKS_URL", "CACHE_URL", "LOG_LEVEL", "SECRET_KEY", "TOKEN_KEYS"),
        *("SUPPRESSION_KEY", "ADDON_SERVICE_ACCOUNT", "ADDON_CLIENT_ID", "ADDON_ACTION_ENVELOPE", "GEMINI_SDK"),
        *("GEMINI_REQUESTS_A_MINUTE", "GEMINI_DAILY_LIMIT"),
        *("SHEETS_SCOPE", "FIREBASE_PRIVATE_KEY", "FIREBASE_PROJECT_ID", "FIREBASE_CLIENT_EMAIL", "ADMIN_EMAILS"),
        *("SHEETS_API_URL", "GMAIL_API_URL", "FIRESTORE_EMULATOR_HOST", "DWD_KEY"),
    ):
        assert name in said, name
    assert "secret" not in said.replace("import secrets", "").replace("secrets.token", "")
    assert len(problems) == len(set(problems))


@pytest.mark.parametrize(
    ("bent", "mend"),
    [
        ({"BASE_URL": "http://assistant.example.com"}, "BASE_URL must be https"),
        ({"BASE_URL": "https://assistant.example.com/app"}, "no path"),
        ({"BASE_URL": "https://user:pass@assistant.example.com"}, "user name"),
        ({"BASE_URL": "assistant.example.com"}, "BASE_URL must be an address"),
        ({"BASE_URL": "https://[::1"}, "BASE_URL must be an address"),
        ({"BASE_URL": "https://x.example:99999"}, "BASE_URL must be an address"),
        ({"PORT": "0"}, "PORT"),
        ({"PORT": "70000"}, "PORT"),
        ({"PORT": "0000011111111"}, "PORT"),
        ({"PORT": "９"}, "PORT"),
        ({"PLAYGROUND": "maybe"}, "PLAYGROUND must be"),
        ({"STORE_URL": "sqlite:///"}, "STORE_URL must name a file"),
        ({"STORE_URL": "firestore://"}, "STORE_URL must name a Google Cloud project"),
        ({"TASKS_URL": "cloudtasks://p/l/q"}, "not built yet"),
        ({"CACHE_URL": "redis://h/0"}, "not built yet"),
        ({"GEMINI_SDK": "genai"}, "not built yet"),
        ({"GEMINI_REQUESTS_A_MINUTE": "0"}, "GEMINI_REQUESTS_A_MINUTE must be a number from 1 to"),
        ({"GEMINI_TOKENS_A_MINUTE": "1e6"}, "GEMINI_TOKENS_A_MINUTE must be a number from 1 to"),
        ({"GEMINI_DAILY_LIMIT": "5,00"}, "GEMINI_DAILY_LIMIT must be an amount like 5.00"),
        ({"GEMINI_DAILY_LIMIT": "0.0"}, "GEMINI_DAILY_LIMIT must be an amount like 5.00"),
        ({"GEMINI_DAILY_LIMIT": "NaN"}, "GEMINI_DAILY_LIMIT must be an amount like 5.00"),
        ({"SECRET_KEY": KEYS["SECRET_KEY"] + ",short"}, "SECRET_KEY is too short"),
        ({"TOKEN_KEYS": KEYS["TOKEN_KEYS"] + ",x"}, "TOKEN_KEYS holds something"),
        ({"SUPPRESSION_KEY": KEYS["SECRET_KEY"]}, "SUPPRESSION_KEY must differ"),
        ({"PLAYGROUND": "1"}, "PLAYGROUND=1 is allowed only where BASE_URL"),
        ({"GOOGLE_CERTS_URL": "https://www.googleapis.com/robot/v1/metadata/x509/me@x.example"}, "GOOGLE_CERTS_URL"),
        ({"SHEETS_API_URL": "http://localhost:8081"}, "SHEETS_API_URL"),
        ({"GMAIL_API_URL": "https://gmail.googleapis.com.attacker.example"}, "GMAIL_API_URL"),
        ({"SHEETS_API_URL": "https://sheets.googleapis.com:65536"}, "SHEETS_API_URL must be an address"),
        ({"FIRESTORE_EMULATOR_HOST": "127.0.0.1:8085"}, "FIRESTORE_EMULATOR_HOST set to something not the vendor's"),
        ({"GOOGLE_APPLICATION_CREDENTIALS": "absent.json"}, "GOOGLE_APPLICATION_CREDENTIALS names no file"),
        ({"GOOGLE_APPLICATION_CREDENTIALS": "."}, "GOOGLE_APPLICATION_CREDENTIALS names no file"),
        ({"GOOGLE_APPLICATION_CREDENTIALS": "a\0b"}, "GOOGLE_APPLICATION_CREDENTIALS names no file"),
        ({"GEMINI_MODEL": "models/gemini:x?key=1"}, "GEMINI_MODEL must be a model's name"),
        ({"GEMINI_MODEL": "gémini"}, "GEMINI_MODEL must be a model's name"),
        ({"GMAIL_PUBSUB_TOPIC": "projects/my-project/topics/gmail"}, "PUBSUB_SERVICE_ACCOUNT is missing"),
        ({**PUSH, "GMAIL_PUBSUB_TOPIC": "gmail"}, "GMAIL_PUBSUB_TOPIC must be a topic's full name"),
        ({**PUSH, "GMAIL_PUBSUB_TOPIC": "projects/my-project/subscriptions/gmail"}, "GMAIL_PUBSUB_TOPIC must be"),
        ({**PUSH, "GMAIL_PUBSUB_TOPIC": "projects/my-project/topics/google-mail"}, "GMAIL_PUBSUB_TOPIC must be"),
        ({**PUSH, "PUBSUB_SERVICE_ACCOUNT": "pubsub"}, "PUBSUB_SERVICE_ACCOUNT must be one service account's"),
        ({**FIREBASE, "FIREBASE_PRIVATE_KEY": ""}, "FIREBASE_PRIVATE_KEY is missing"),
    ],
    ids=str,
)
def test_one_fault_is_one_sentence_with_its_mend(tmp_path: Path, bent: dict[str, str], mend: str) -> None:
    problems = server(tmp_path, **bent).problems()
    assert len(problems) == 1, problems
    assert mend in problems[0]


@pytest.mark.parametrize("store", ["sqlite:///var/a.db", "firestore://my-project"])
@pytest.mark.parametrize("bent", [{"PLAYGROUND": "1"}, {"SHEETS_API_URL": "http://localhost:8081"}], ids=str)
def test_stand_ins_need_loopback_and_a_store_that_is_not_real(tmp_path: Path, store: str, bent: dict[str, str]) -> None:
    here = {"BASE_URL": "http://127.0.0.1:8080", "STORE_URL": store, **bent}
    is_real = store.startswith("firestore")
    assert bool(server(tmp_path, **here).problems()) == is_real
    assert server(tmp_path, **here, FIRESTORE_EMULATOR_HOST="127.0.0.1:8085").problems() == []
    assert server(tmp_path, **bent, STORE_URL=store, FIRESTORE_EMULATOR_HOST="127.0.0.1:8085").problems()


@pytest.mark.parametrize(
    ("host", "mend"),
    [
        ("firestore.example.com:8085", "must be on this machine"),
        ("0.0.0.0:8085", "must be on this machine"),
        ("127.0.0.1:65536", "must be HOST:PORT"),
        ("127.0.0.1:0", "must be HOST:PORT"),
        ("127.0.0.1", "must be HOST:PORT"),
        ("http://127.0.0.1:8085", "must be HOST:PORT"),
    ],
)
def test_an_emulator_is_on_this_machine(tmp_path: Path, host: str, mend: str) -> None:
    [problem] = laptop(tmp_path, FIRESTORE_EMULATOR_HOST=host).problems()
    assert mend in problem
    assert laptop(tmp_path, FIRESTORE_EMULATOR_HOST="[::1]:8085").problems() == []


@pytest.mark.parametrize(
    "key",
    [
        "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----",
        PEM.replace("PRIVATE", "PUBLIC"),
        pem(ec.generate_private_key(ec.SECP256R1())),
        pem(RSA, BestAvailableEncryption(b"password")),
    ],
    ids=["cut", "headless", "public", "not RSA", "locked"],
)
def test_a_private_key_that_cannot_sign_is_a_fault(tmp_path: Path, key: str) -> None:
    [problem] = server(tmp_path, **(FIREBASE | {"FIREBASE_PRIVATE_KEY": key})).problems()
    assert problem.startswith("FIREBASE_PRIVATE_KEY is not a private key")


def test_credentials_are_found_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text("{}", encoding="utf-8")
    for path in ("key.json", str(tmp_path / "key.json")):
        assert server(tmp_path, GOOGLE_APPLICATION_CREDENTIALS=path).problems() == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.9.9.9", "[::1]", "a.localhost"])
def test_loopback(tmp_path: Path, host: str) -> None:
    assert laptop(tmp_path, BASE_URL=f"http://{host}:8080/").problems() == []


@pytest.mark.parametrize("host", ["localhost.attacker.example", "127.0.0.1.nip.example", "0.0.0.0", "10.0.0.1"])
def test_not_loopback(tmp_path: Path, host: str) -> None:
    config = laptop(tmp_path / "x", BASE_URL=f"http://{host}:8080")
    assert len(config.problems()) >= 2
    assert config.sheets_api_url == "https://sheets.googleapis.com"


def test_the_environment_wins_over_the_file_and_that_over_the_playgrounds(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var/playground.env").write_text(
        "GEMINI_MODEL=from-playground\nSHEETS_API_URL=http://localhost:9001/\nADMIN_EMAILS=p@x.example\n",
        encoding="utf-8",
    )
    (tmp_path / ".env").write_text("PLAYGROUND=1\nGEMINI_MODEL=from-file\nADMIN_EMAILS=\nPORT=8090\n", encoding="utf-8")
    config = Config.load({"GEMINI_MODEL": "from-environment"}, tmp_path)
    assert config.gemini_model == "from-environment"
    assert Config.load({}, tmp_path).gemini_model == "from-file"
    assert config.admin_emails == ("p@x.example",), "a blank value says nothing"
    assert config.sheets_api_url == "http://localhost:9001"
    assert config.base_url == "http://localhost:8090"


def test_the_playgrounds_file_counts_only_in_its_mode(tmp_path: Path) -> None:
    elsewhere = tmp_path / "else.env"
    elsewhere.write_text("SHEETS_API_URL=http://localhost:9001\n", encoding="utf-8")
    assert server(tmp_path, PLAYGROUND_ENV="else.env").sheets_api_url == "https://sheets.googleapis.com"
    assert laptop(tmp_path, PLAYGROUND_ENV="else.env").sheets_api_url == "http://localhost:9001"


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(KEYS["SECRET_KEY"] + "\n", encoding="utf-8")
    given = {name: value for name, value in SERVER.items() if name != "SECRET_KEY"}
    assert Config.load({**given, "SECRET_KEY_FILE": "key"}, tmp_path).secret_key == (KEYS["SECRET_KEY"],)
    assert Config.load({**given, "SECRET_KEY_FILE": str(tmp_path / "key")}, tmp_path).problems() == []
    assert Config.load({**SERVER, "BASE_URL_FILE": "key"}, tmp_path).base_url == SERVER["BASE_URL"]


@pytest.mark.parametrize("content", [None, "", b"\xff\xfe\x00"])
def test_a_secrets_file_that_gives_nothing_is_a_fault(tmp_path: Path, content: str | bytes | None) -> None:
    if content is not None:
        (tmp_path / "key").write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = server(tmp_path, GEMINI_API_KEY_FILE="key").problems()
    assert len(problems) == 1
    assert problems[0].startswith("GEMINI_API_KEY_FILE names")


def test_limits_of_the_model_are_numbers(tmp_path: Path) -> None:
    plain = server(tmp_path)
    assert (plain.gemini_requests_a_minute, plain.gemini_tokens_a_minute) == (10, 250_000)
    assert plain.gemini_daily_limit is None
    bent = server(tmp_path, GEMINI_REQUESTS_A_MINUTE="150", GEMINI_DAILY_LIMIT="2.5")
    assert (bent.gemini_requests_a_minute, bent.gemini_daily_limit) == (150, Decimal("2.5"))


def test_lists_are_split_and_the_first_stays_first(tmp_path: Path) -> None:
    second = "another-key-for-tests-0123456789-abcdefghij"
    config = server(tmp_path, SECRET_KEY=f" {KEYS['SECRET_KEY']} , {second},", ADMIN_EMAILS="a@x.example, b@x.example")
    assert config.secret_key == (KEYS["SECRET_KEY"], second)
    assert config.admin_emails == ("a@x.example", "b@x.example")


@pytest.mark.parametrize("line_end", ["\n", "\\n", "\r\n"])
def test_a_private_key_is_read_however_its_lines_are_broken(tmp_path: Path, line_end: str) -> None:
    config = server(tmp_path, **(FIREBASE | {"FIREBASE_PRIVATE_KEY": PEM.replace("\n", line_end)}))
    assert config.problems() == []
    assert config.firebase_private_key.strip() == PEM.strip()
    assert config.firestore_project == "my-project", "STORE_URL unset means the project's Firestore"


def test_no_secret_is_in_the_repr(tmp_path: Path) -> None:
    secrets = {setting.name: f"{setting.name.lower()}-Very-Hidden-0123456789" for setting in SETTINGS if setting.secret}
    assert "Very-Hidden" not in repr(server(tmp_path, **secrets))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_generated_keys_are_for_the_owner_only(tmp_path: Path) -> None:
    config = Config.load({"PLAYGROUND": "1"}, tmp_path)
    assert config.problems() == []
    assert stat.S_IMODE((tmp_path / "var" / KEYS_FILE).stat().st_mode) == 0o600


def test_generated_keys_are_made_once_and_only_where_blank(tmp_path: Path) -> None:
    first = Config.load({"PLAYGROUND": "1"}, tmp_path)
    again = Config.load({"PLAYGROUND": "1", "SECRET_KEY": KEYS["SECRET_KEY"]}, tmp_path)
    assert again.token_keys == first.token_keys
    assert again.secret_key == (KEYS["SECRET_KEY"],) != first.secret_key


def test_starting_twice_at_the_same_moment_makes_one_set_of_keys(tmp_path: Path) -> None:
    together = threading.Barrier(12)

    def start() -> str:
        together.wait(timeout=10)
        return keys_of(tmp_path / "var")["SECRET_KEY"]

    with ThreadPoolExecutor(12) as threads:
        keys = {future.result() for future in [threads.submit(start) for _ in range(12)]}
    assert len(keys) == 1
    assert [path.name for path in (tmp_path / "var").iterdir()] == [KEYS_FILE]
    assert set(dotenv_values(tmp_path / "var" / KEYS_FILE)) == set(GENERATED)


def test_a_folder_that_cannot_be_written_is_a_fault_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where the folder should be", encoding="utf-8")
    assert any("var/" in problem for problem in Config.load({"PLAYGROUND": "1"}, tmp_path).problems())


def test_every_endpoint_has_a_vendors_default_and_a_stand_in() -> None:
    for setting in SETTINGS:
        if setting.group is Group.ENDPOINTS:
            assert setting.default.startswith("https://")
            assert (setting.laptop or "").startswith(PLAYGROUND_ORIGIN)
