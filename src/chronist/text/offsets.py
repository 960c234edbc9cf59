"""Where a character of the clean text stood in the raw text, and back.

A clean text is made from pieces of the raw text, in order, some of them copied,
some replaced, some left out. ``OffsetMap`` keeps those pieces; ``TextBuilder``
writes text and map together, so that the two cannot disagree.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """``length`` code points at ``clean`` that stand for ``raw_length`` at ``raw``.

    Lengths are equal for copied text; they differ where text was replaced.
    """

    clean: int
    length: int
    raw: int
    raw_length: int

    @property
    def copied(self) -> bool:
        """Whether positions inside correspond one to one."""
        return self.length == self.raw_length


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Positions (Unicode code points) before and after cleaning.

    >>> built = TextBuilder("Zusam-\\nmen"); built.copy(0, 5); built.copy(7, 10)
    >>> text, offsets = built.finish()
    >>> text, offsets.to_raw(5, 8)
    ('Zusammen', (7, 10))
    """

    pieces: tuple[Piece, ...]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span that the clean span ``start``–``end`` was made from."""
        if not self.pieces:
            return (0, 0)
        first = self._piece_at(start)
        last = self._piece_at(max(start, end - 1))
        return self._raw_start(first, start), self._raw_end(last, end)

    def to_clean(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the clean span that covers the raw span, or None if all was left out."""
        touched = [
            p
            for p in self.pieces
            if p.raw < end and start < p.raw + p.raw_length and p.length
        ]
        if not touched:
            return None
        first, last = touched[0], touched[-1]
        clean_start = first.clean
        if first.copied and start > first.raw:
            clean_start += start - first.raw
        clean_end = last.clean + last.length
        if last.copied and end < last.raw + last.raw_length:
            clean_end = last.clean + (end - last.raw)
        return clean_start, clean_end

    def _piece_at(self, position: int) -> Piece:
        index = bisect_right(self.pieces, position, key=lambda p: p.clean) - 1
        return self.pieces[max(index, 0)]

    @staticmethod
    def _raw_start(piece: Piece, position: int) -> int:
        return piece.raw + (position - piece.clean if piece.copied else 0)

    @staticmethod
    def _raw_end(piece: Piece, position: int) -> int:
        if piece.copied:
            return piece.raw + (position - piece.clean)
        return piece.raw + piece.raw_length


def identity(length: int) -> OffsetMap:
    """Return the map of a text of ``length`` code points that was not changed."""
    return OffsetMap((Piece(0, length, 0, length),) if length else ())


class TextBuilder:
    """Writes a clean text from a raw one, keeping the map as it goes."""

    def __init__(self, raw: str) -> None:
        """Start an empty text; ``raw`` is where pieces are taken from."""
        self._raw = raw
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._clean = 0

    def copy(self, start: int, end: int) -> None:
        """Take over ``raw[start:end]`` unchanged."""
        if start >= end:
            return
        self._append(self._raw[start:end], start, end)

    def replace(self, start: int, end: int, text: str) -> None:
        """Write ``text`` where ``raw[start:end]`` stood."""
        self._append(text, start, end)

    def finish(self) -> tuple[str, OffsetMap]:
        """Return the clean text and its map."""
        return "".join(self._parts), OffsetMap(tuple(self._pieces))

    def _append(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        piece = Piece(self._clean, len(text), start, end - start)
        self._parts.append(text)
        self._clean += len(text)
        if self._pieces and _continues(self._pieces[-1], piece):
            before = self._pieces.pop()
            piece = Piece(
                before.clean,
                before.length + piece.length,
                before.raw,
                before.raw_length + piece.raw_length,
            )
        self._pieces.append(piece)


def _continues(before: Piece, after: Piece) -> bool:
    both_copied = before.copied and after.copied
    return both_copied and before.raw + before.raw_length == after.raw
