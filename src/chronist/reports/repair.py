"""Minimal cleaning of characters: what prints as nothing, or as a mere blank.

A change is an ``Edit`` of a stretch; ``apply_edits`` makes a new clean text and carries
the map to the raw text along, so that passes can follow one another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chronist.text.offsets import OffsetMap, Piece, TextBuilder, identity


@dataclass(frozen=True, slots=True)
class Edit:
    """Write ``text`` where ``start``–``end`` stood."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text, the raw one it was made from, and the map between them."""

    raw: str
    text: str
    offsets: OffsetMap


_LINE_END = "\r\n?|[\u2028\u2029\x85\x0b]"
_GONE = (
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f]"
)
_BLANK = "[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_COMBINED = "[^\n\u0300-\u036f][\u0300-\u036f]{1,8}|[\u212a\u212b\u2126]"
_LONE_SURROGATE = "[\ud800-\udfff]"
_CHANGE = re.compile(
    f"(?P<line>{_LINE_END})|(?P<gone>{_GONE})|(?P<blank>{_BLANK})"
    f"|(?P<combined>{_COMBINED})|(?P<surrogate>{_LONE_SURROGATE})"
)
_WRITTEN_FOR = {"line": "\n", "gone": "", "blank": " ", "surrogate": "\ufffd"}


def clean_characters(cleaned: Cleaned) -> Cleaned:
    """Return the text in NFC, with plain line ends and blanks, without invisible marks.

    Trailing and double blanks stay: nothing reads them, and every position moved is
    a position someone else's offsets would miss. Form feeds stay for the pages pass.

    >>> clean_characters(untouched("Ab\\u00adkom\\u00admen\\r\\n")).text
    'Abkommen\\n'
    """
    return apply_edits(cleaned, _character_edits(cleaned.text))


def untouched(raw: str) -> Cleaned:
    """Return a raw text before the first edit."""
    return Cleaned(raw, raw, identity(len(raw)))


def clean_value(value: str | None) -> str | None:
    """Return a field without invisible marks and surrounding space, None if empty."""
    if not value:
        return None
    return " ".join(clean_characters(untouched(value)).text.split()) or None


def _character_edits(text: str) -> Iterator[Edit]:
    for found in _CHANGE.finditer(text):
        group = found.lastgroup or ""
        written = _WRITTEN_FOR.get(group)
        if written is None:
            written = unicodedata.normalize("NFC", found.group())
        if written != found.group():
            yield Edit(found.start(), found.end(), written)


def apply_edits(cleaned: Cleaned, edits: Iterable[Edit]) -> Cleaned:
    """Return the text after edits (in order, not overlapping) with the map to ``raw``."""
    builder = _Rebuilder(cleaned)
    position = 0
    changed = False
    for edit in edits:
        builder.keep(position, edit.start)
        builder.write(edit)
        position, changed = edit.end, True
    if not changed:
        return cleaned
    builder.keep(position, len(cleaned.text))
    return builder.finish()


class _Rebuilder:
    """Writes a text from a clean one, with positions in the raw one."""

    def __init__(self, cleaned: Cleaned) -> None:
        self._from = cleaned
        self._builder = TextBuilder(cleaned.raw)
        self._next_piece = 0

    def keep(self, start: int, end: int) -> None:
        """Take over a stretch, piece by piece, so that copied pieces stay copied."""
        while start < end:
            piece = self._piece_at(start)
            stop = min(end, piece.clean + piece.length)
            raw_start, raw_end = piece.raw, piece.raw + piece.raw_length
            if piece.copied:
                raw_start = piece.raw + (start - piece.clean)
                raw_end = piece.raw + (stop - piece.clean)
            self._builder.replace(raw_start, raw_end, self._from.text[start:stop])
            start = stop

    def write(self, edit: Edit) -> None:
        """Write an edit's words for the raw stretch its clean stretch came from."""
        if edit.text:
            raw_start, raw_end = self._from.offsets.to_raw(edit.start, edit.end)
            self._builder.replace(raw_start, raw_end, edit.text)

    def finish(self) -> Cleaned:
        text, offsets = self._builder.finish()
        return Cleaned(self._from.raw, text, offsets)

    def _piece_at(self, position: int) -> Piece:
        pieces = self._from.offsets.pieces
        index = self._next_piece
        while pieces[index].clean + pieces[index].length <= position:
            index += 1
        self._next_piece = index
        return pieces[index]
