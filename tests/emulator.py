"""Google's Firestore emulator for tests: found on the machine, started once a test process, stopped at its end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools import missing

MAIN_CLASS = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
JAR = Path("platform/cloud-firestore-emulator/cloud-firestore-emulator.jar")
HOW_TO_GET_IT = (
    "install the Debian package google-cloud-cli-firestore-emulator from Google's repository, or run "
    "`gcloud components install cloud-firestore-emulator`, with a Java runtime; or set FIRESTORE_EMULATOR_HOST to "
    "one that runs"
)


@contextmanager
def running_emulator() -> Iterator[str]:
    """Yield ``host:port``: the one FIRESTORE_EMULATOR_HOST names, else one of our own."""
    if named := os.environ.get("FIRESTORE_EMULATOR_HOST"):
        yield named
        return
    command, host = _command()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        rest = threading.Thread(target=_read_to_the_end, args=[process], daemon=True)
        try:
            _wait_until_it_says_running(process)
            rest.start()
            yield host
        finally:
            process.kill()
            if rest.ident:
                rest.join(timeout=10)


def wipe(host: str, project: str) -> None:
    """Remove all documents of a project."""
    url = f"http://{host}/emulator/v1/projects/{project}/databases/(default)/documents"
    with urllib.request.urlopen(urllib.request.Request(url, method="DELETE"), timeout=10) as answer:
        assert answer.status == 200


def _command() -> tuple[list[str], str]:
    java, jar = shutil.which("java"), _find_jar()
    if java is None or jar is None:
        missing("Google's Firestore emulator", HOW_TO_GET_IT)
    host = f"127.0.0.1:{_free_port()}"
    flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", str(jar), MAIN_CLASS]
    return [str(java), *flags, "--host=127.0.0.1", f"--port={host.rpartition(':')[2]}"], host


def _wait_until_it_says_running(process: subprocess.Popen[str]) -> None:
    said = []
    for line in process.stdout or ():
        said.append(line)
        if "is now running" in line:
            return
    raise RuntimeError("The Firestore emulator did not start:\n" + "".join(said))


def _read_to_the_end(process: subprocess.Popen[str]) -> None:
    """Read what it says later, or it stops at a full pipe."""
    for _ in process.stdout or ():
        pass


def _find_jar() -> Path | None:
    return next((root / JAR for root in _sdk_roots() if (root / JAR).is_file()), None)


def _sdk_roots() -> Iterator[Path]:
    """Yield where a Google Cloud SDK may be: as told, as ``gcloud`` leads to, as packages install it, as people do."""
    for name in ("CLOUDSDK_ROOT_DIR", "GOOGLE_CLOUD_SDK"):
        if root := os.environ.get(name):
            yield Path(root)
    if gcloud := shutil.which("gcloud"):
        yield Path(gcloud).resolve().parent.parent
    yield from _packaged_roots()
    for parent in (Path.home(), Path("/usr/lib"), Path("/usr/local"), Path("/usr/share"), Path("/opt")):
        yield parent / "google-cloud-sdk"


def _packaged_roots() -> Iterator[Path]:
    if dpkg := shutil.which("dpkg"):
        listed = subprocess.run(
            [dpkg, "-L", "google-cloud-cli-firestore-emulator"], capture_output=True, text=True, check=False
        )
        yield from (Path(line).parents[2] for line in listed.stdout.splitlines() if line.endswith(JAR.name))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
