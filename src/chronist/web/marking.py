"""Text cut into pieces where marks begin and end: layers, hits, differences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from chronist.model.citation import Citation

_WORD = re.compile(r"\w+|\W+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with what is said of it: its layer, a link and words."""

    start: int
    end: int
    layer: str
    url: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks. ``opens`` are layers that begin with it."""

    text: str
    layers: tuple[str, ...] = ()
    url: str = ""
    told: str = ""
    opens: tuple[str, ...] = ()


def pieces(text: str, offset: int, marks: Iterable[Mark]) -> list[Piece]:
    """Return ``text``, which begins at ``offset``, cut at the ends of all marks.

    A piece links to the shortest mark around it; longer ones are named, too.

    >>> [p.text for p in pieces("am Freitag", 0, [Mark(3, 10, "times")])]
    ['am ', 'Freitag']
    """
    end = offset + len(text)
    inside = [m for m in marks if m.start < end and offset < m.end and m.start < m.end]
    cuts = {offset, end}
    for mark in inside:
        cuts.update((max(mark.start, offset), min(mark.end, end)))
    edges = sorted(cuts)
    return [
        _piece(text[a - offset : b - offset], a, b, inside) for a, b in pairwise(edges)
    ]


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Piece:
    over = [m for m in marks if m.start <= start and end <= m.end]
    over.sort(key=lambda m: (m.end - m.start, m.layer))
    return Piece(
        text=text,
        layers=tuple(dict.fromkeys(m.layer for m in over)),
        url=next((m.url for m in over if m.url), ""),
        told=" · ".join(dict.fromkeys(m.told for m in over if m.told)),
        opens=tuple(dict.fromkeys(m.layer for m in over if m.start == start)),
    )


def cited(citation: Citation, hits: Iterable[Citation]) -> list[Piece]:
    """Return the words of a citation with the hits in it marked."""
    marks = [Mark(hit.start, hit.end, "hit") for hit in hits]
    return pieces(citation.text, citation.start, marks)


def differing(text: str, other: str, least: float = 0.0) -> list[Piece]:
    """Return ``text`` with the words marked that ``other`` does not have there.

    Texts less alike than ``least`` (0 to 1) are told differently as a whole: then
    nothing is marked.

    >>> [p.text for p in differing("rund 200 Soldaten", "rund 300 Soldaten") if p.layers]
    ['200']
    """
    own, theirs = _WORD.findall(text), _WORD.findall(other)
    folded = [word.casefold() for word in theirs]
    matcher = SequenceMatcher(None, [w.casefold() for w in own], folded, autojunk=False)
    if matcher.ratio() < least:
        return [Piece(text)]
    found = []
    for kind, start, end, _, _ in matcher.get_opcodes():
        words = "".join(own[start:end])
        if words:
            differs = kind != "equal" and words.strip()
            found.append(Piece(words, ("differs",) if differs else ()))
    return found
