"""Bytes of mail made text, whatever they say they are."""

from __future__ import annotations

import codecs

_WIDER = {
    "ascii": "utf-8", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
"""Character sets that mail programs name when they mean a larger one."""

_REFUSED = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
"""Codecs of Python that are no character sets of mail, some of them slow on hostile bytes."""


def decoded(raw: bytes, charset: str = "") -> str:
    """Return the text of ``raw``: by the charset it names, else as UTF-8, else as Windows-1252.

    Never raises; what no charset has becomes ``\\ufffd``. Lines end with ``\\n``, there is no NUL and no surrogate.
    """
    for name in (*_named(charset, raw), "utf-8", "cp1252"):
        try:
            return _plain(raw.decode(name))
        except (UnicodeError, LookupError):
            continue
    return _plain(raw.decode("latin-1"))


def unix_lines(text: str) -> str:
    """Return the text with every line end as ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _named(charset: str, raw: bytes) -> tuple[str, ...]:
    if not charset and b"\x1b$" in raw:  # Japanese mail often names its charset nowhere
        return ("iso2022_jp",)
    try:
        name = codecs.lookup(charset.strip(" \t\"'").partition("*")[0]).name
    except (LookupError, ValueError):
        return ()
    if name in _REFUSED or (name.startswith(("utf-16", "utf-32")) and b"\0" not in raw):
        return ()
    return (_WIDER.get(name, name),)


def _plain(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", "")
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
    return unix_lines(text)
