"""What a laptop needs and nobody should have to make: the keys of ours, made once into ``var/``."""

from __future__ import annotations

import base64
import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dotenv import dotenv_values

from addon.settings import GENERATED

KEYS_FILE = "keys.env"


def keys_of(folder: Path) -> dict[str, str]:
    """Return the laptop's keys from ``folder``/keys.env, making the file (mode 0600) if there is none.

    Two processes that start together end with the same keys. Raises OSError where nothing can be written.
    """
    file = folder / KEYS_FILE
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _create(file, {name: _fresh(name) for name in GENERATED})
    return {name: value for name, value in dotenv_values(file, interpolate=False).items() if value}


def _fresh(name: str) -> str:
    if name == "TOKEN_KEYS":
        return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    return secrets.token_urlsafe(48)


def _create(file: Path, values: Mapping[str, str]) -> None:
    """Write the whole file under another name and link it into place: whoever is first wins, nobody sees half."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".keys-")  # mkstemp makes it 0600
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write("".join(f"{key}='{value}'\n" for key, value in values.items()))
        try:
            os.link(draft, file)
        except FileExistsError:
            return
        except OSError:
            draft.replace(file)  # a file system without hard links
    finally:
        draft.unlink(missing_ok=True)
