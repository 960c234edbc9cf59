"""Bytes to text: which encoding a German file is in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from chronist.model.report import FailureKind
from chronist.sources.mojibake import repair_mojibake
from chronist.sources.refusal import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16: its little-endian mark begins with the other's."""
_GERMAN = ("cp1252", "cp850", "mac_roman")
"""Windows (with Latin-1 inside it), DOS, old Macintosh; the first wins a draw."""
_LATIN = frozenset({"ascii", "iso8859-1", "iso8859-15", "cp1252"})
_TRUSTED = ("ascii", "cp", "iso8859", "mac", "utf-16")
"""Beginnings of declared charsets that are taken at their word. Python knows others
that are no charsets at all, such as "unicode_escape"."""
_SAMPLE = 64 * 1024
_GERMAN_LETTER = re.compile("[ÄÖÜ](?=[A-Za-zäöüß])|(?<=[A-Za-z])[äöüß]|[äöü](?=[a-z])")
_HIGH = re.compile("[^\x00-\x7f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WELL_FORMED_PER_BROKEN = 2
"""Well-formed sequences per broken one that still make a file damaged UTF-8 rather
than another encoding: in Latin-1 German next to no umlaut is followed by what UTF-8
asks for."""
_MAX_CONTROL_SHARE = 0.01
_MIN_GERMAN_SHARE = 0.5


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file, with newlines as ``\\n`` and mojibake repaired.

    ``declared`` is the charset that a page or mail names for itself. It comes after
    a byte order mark and after valid UTF-8, which is hardly ever valid by chance.
    """
    text = _decode(data, declared)
    if len(_CONTROL.findall(text[:_SAMPLE])) > _MAX_CONTROL_SHARE * len(text[:_SAMPLE]):
        raise binary()
    return repair_mojibake(newlines(text))


def newlines(text: str) -> str:
    """Return ``text`` with every line ending as ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoding_of(sample: bytes) -> str | None:
    """Return the encoding of the beginning of a long file, None if it is all ASCII."""
    marked = _marked(sample)
    if marked:
        return marked
    if b"\x00" in sample:
        raise binary()
    if sample.isascii():
        return None
    complete = sample[: sample.rfind(b"\n") + 1] or sample
    if _is_utf8(complete) or _is_damaged_utf8(complete):
        return "utf-8"
    return _guess(complete)


def binary() -> Refused:
    """Return the refusal of a file that is no text at all."""
    reason = (
        "The file holds binary data, not text. If it is a document, save it as PDF, "
        "DOCX, HTML or text."
    )
    return Refused(FailureKind.UNSUPPORTED, reason)


def _decode(data: bytes, declared: str | None) -> str:
    marked = _marked(data)
    if marked:
        return _strictly(data, marked)
    if b"\x00" in data:
        raise binary()
    if _is_utf8(data):
        return data.decode("utf-8")
    as_declared = _as_declared(data, declared)
    if as_declared is not None:
        return as_declared
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace")
    return _as_read_by(data, _guess(data))


def _marked(data: bytes) -> str | None:
    """Return the Unicode encoding that a mark or a pattern of zeros shows."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    return _wide(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"It says it is {encoding.upper()}, but is not"
        raise _broken(what) from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    well_formed = len(_HIGH.findall(text)) - broken
    cut_off = broken == 1 and text.endswith("\ufffd") and well_formed > 0
    return cut_off or well_formed >= _WELL_FORMED_PER_BROKEN * broken


def _wide(data: bytes) -> str | None:
    """Return UTF-16 without a mark: German text has a zero in every second byte."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        encoding = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):  # ValueError: a name with a NUL in it
        return None
    if not encoding.startswith(_TRUSTED):
        return None
    # As browsers do: what calls itself Latin-1 is read as Windows-1252.
    encoding = "cp1252" if encoding in _LATIN else encoding
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    scores = {encoding: _german_share(sample, encoding) for encoding in _GERMAN}
    best = max(_GERMAN, key=lambda encoding: scores[encoding])
    if scores[best] >= _MIN_GERMAN_SHARE:
        return best
    guess = from_bytes(sample, cp_isolation=list(_GERMAN)).best()
    if guess is None:
        what = "Its letters fit no encoding that German texts are written in"
        raise _broken(what)
    return guess.encoding


def _german_share(sample: bytes, encoding: str) -> float:
    """Return which share of the letters beyond ASCII stand where German has them."""
    text = sample.decode(encoding, "replace")
    high = len(_HIGH.findall(text))
    return len(_GERMAN_LETTER.findall(text)) / high if high else 0.0


def _as_read_by(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        # The five bytes without a character in Windows-1252: Latin-1 control characters.
        return data.decode("latin-1")


def _broken(what: str) -> Refused:
    reason = f"{what}. Open it in its program and save it as UTF-8."
    return Refused(FailureKind.BROKEN_ENCODING, reason)
