"""UTF-8 that was read as Windows-1252 and saved again: "Ã¼" for "ü"."""

from __future__ import annotations

import re

_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Bytes without a character in Windows-1252; programs pass them through as C1."""


def _as_read(byte: int) -> str:
    return chr(byte) if byte in _UNDEFINED else bytes([byte]).decode("cp1252")


_BYTES = {_as_read(byte): byte for byte in range(0x80, 0x100)}
_NEXT = "".join(re.escape(_as_read(byte)) for byte in range(0x80, 0xC0))
_RUN = re.compile(f"(?:[ÂÃÄÅ][{_NEXT}]|â[{_NEXT}]{{2}}|ï»¿)+")
_EVIDENCE = re.compile(f"Ã[{_NEXT}]|â€[{_NEXT}]")
"""What no German text holds on purpose. "Ä“" does stand in all-capital quotations, so
without this evidence nothing is touched."""


def repair_mojibake(text: str) -> str:
    """Return ``text`` with double-encoded UTF-8 turned back into what it was.

    A run of such characters is replaced only if all of it, byte for byte, is valid
    UTF-8; any other run stays as it is. Our own function, because ftfy also changes
    quotation marks, ligatures and widths, which citations must keep.

    >>> repair_mojibake("GesprÃ¤che Ã¼ber â€žBelarusâ€œ")
    'Gespräche über „Belarus“'
    >>> repair_mojibake("SÃO PAULO, „FINALE IN DER ARENA AM GRÄ“")
    'SÃO PAULO, „FINALE IN DER ARENA AM GRÄ“'
    """
    if not _EVIDENCE.search(text):
        return text
    return _RUN.sub(_repaired, text)


def _repaired(match: re.Match[str]) -> str:
    run = match.group()
    data = bytes(_BYTES[character] for character in run)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return run
