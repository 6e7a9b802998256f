"""Bytes of a text file as text: by its mark, else UTF-8, else the encoding in which its words look like words.

A lead list is short, and its few accented names are too little for a general detector: charset-normalizer takes
"Hélène" in Windows-1252 for Czech. So the alphabets people write are tried, and only East Asian text is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from addon.errors import Invalid

SAMPLE_BYTES = 20_000
"""Bytes of lines with accents that are looked at."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_WESTERN = ("cp1252", "mac_roman", "cp850")
_CENTRAL = ("cp1250", "iso8859_2", "cp852")
_SIGNS = "€–—‘’‚“”„…°§«»·®™©´£\u00a0"

_ALPHABETS: tuple[tuple[tuple[str, ...], str], ...] = (
    (_WESTERN, "äöüß"),
    (_WESTERN, "éèêëàâçîïôûùœæ"),
    (_WESTERN, "áéíóúñü¿¡ºª"),
    (_WESTERN, "áâãàçéêíóôõúü"),
    (_WESTERN, "àèéìòù"),
    (_WESTERN, "åäöæøé"),
    (_WESTERN, "éëïèüöáó"),
    (_WESTERN, "áéíóúýþæöð"),
    (_CENTRAL, "ąćęłńóśźż"),
    (_CENTRAL, "áčďéěíňóřšťúůýžľĺŕôä"),
    (_CENTRAL, "áéíóöőúüű"),
    (_CENTRAL, "čćđšž"),
    (_CENTRAL, "ăâîşţ"),
    (("cp1254", "iso8859_9"), "çğıİöşüâîû"),
    (("cp1255", "iso8859_8"), "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
    (("cp1253", "iso8859_7"), "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
    (("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic"), "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"),
    (("cp1256", "iso8859_6"), "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
)
"""Encodings, the likeliest first, and the letters beyond ASCII of a language that is written in them."""

_EAST_ASIAN = ["cp932", "euc_jp", "gb18030", "big5", "euc_kr"]
_NAMES = {
    "ascii": "ASCII", "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp932": "Shift JIS", "mac_roman": "Mac Roman",
    "gb18030": "GB 18030", "mac_cyrillic": "Mac Cyrillic",
}  # fmt: skip


def decode(data: bytes) -> tuple[str, str, int]:
    """Return text, the encoding's name for people, and how many characters could not be read (they are ``\\ufffd``).

    ``Invalid`` for bytes that are no text.
    """
    encoding = _marked(data) or _unmarked(data)
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff").replace("\x00", "").rstrip("\x1a")
    _refuse_junk(text)
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd") if encoding.startswith("utf-8") else text.count("\ufffd")
    return text, name_of(encoding), max(lost, 0)


def name_of(encoding: str) -> str:
    """Return an encoding as people call it."""
    if encoding in _NAMES:
        return _NAMES[encoding]
    if found := re.fullmatch(r"cp(125\d)", encoding):
        return f"Windows-{found[1]}"
    return encoding.upper().replace("ISO8859_", "ISO 8859-").replace("_", "-")


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes) -> str:
    if (zeros := _utf_16_by_zeros(data[:4_000])) is not None:
        return zeros
    if data.isascii():
        return "iso2022_jp" if re.search(rb"\x1b\$[B@]", data) else "ascii"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf_8(data) else _eight_bit(_sample(data))
    return "utf-8"


def _utf_16_by_zeros(top: bytes) -> str | None:
    """Return which UTF-16 it is by where the zeros of its ASCII characters stand."""
    even, odd = top[0::2].count(0), top[1::2].count(0)
    if even + odd < len(top) / 5:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most of what is beyond ASCII is UTF-8: a file cut in two, or one cell pasted in another encoding."""
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data))
    return good > 3 * data.decode("utf-8", errors="replace").count("\ufffd")


def _sample(data: bytes) -> bytes:
    lines = (line for line in re.split(rb"[\r\n]+", data) if not line.isascii())
    kept, size = [], 0
    for line in lines:
        kept.append(line)
        size += len(line)
        if size > SAMPLE_BYTES:
            break
    return b"\n".join(kept)[: 2 * SAMPLE_BYTES]


def _eight_bit(sample: bytes) -> str:
    score, encoding = max(_scores(sample), key=lambda scored: scored[0])
    if score < 0.9 and (found := _east_asian(sample)):
        return found
    return encoding if score > 0.3 else "cp1252"


def _scores(sample: bytes) -> Iterator[tuple[float, str]]:
    """Yield how well each language fits in each of its encodings, 0..1; of equals the first is the likeliest."""
    union = "".join(letters for encodings, letters in _ALPHABETS if encodings is _WESTERN)
    for encodings, letters, weight in (*((*pair, 1.0) for pair in _ALPHABETS), (_WESTERN, union, 0.97)):
        known = frozenset(letters + letters.upper() + _SIGNS)
        for encoding in encodings:
            yield weight * _fit(sample, encoding, known), encoding


def _fit(sample: bytes, encoding: str, known: frozenset[str]) -> float:
    """Return the share of characters beyond ASCII that are of the alphabet and stand where it puts them."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    good = sum(char in known for char in text if char > "\x7f")
    odd = sum(map(_is_odd, text, text[1:]))
    total = sum(char > "\x7f" for char in text)
    return max(good - odd, 0) / total if total else 0.0


def _is_odd(left: str, right: str) -> bool:
    """Whether no word has these two neighbours: a capital after a small letter, or Latin beside another script."""
    if left < "\x80" and right < "\x80":
        return False
    if left.islower() and right.isupper():
        return True
    return left.isalpha() and right.isalpha() and (left < "\u0370") != (right < "\u0370")


def _east_asian(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=_EAST_ASIAN).best()
    return found.encoding if found else None


def _refuse_junk(text: str) -> None:
    top = text[:100_000]
    odd = sum(char < " " and char not in "\t\r\n\f\v\x1b" for char in top) + top.count("\ufffd")
    if odd > max(2, len(top) / 20):
        raise Invalid(
            "This is not a table but some other kind of file. Choose a CSV, Excel or OpenDocument file.",
            reason="not_a_table",
        )
