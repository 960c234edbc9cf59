"""Whether every citation still says what its report says, and every report its raw text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from chronist.model.citation import Citation
from chronist.model.report import Report
from chronist.store.store import EntryQuery, PledgeQuery, StatementQuery, View
from chronist.text.offsets import Piece

_REPLACEMENT = "\ufffd"
"""What cleaning writes for a code point that no text can hold."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A citation or a stretch of clean text that is not what it should be."""

    item: str
    cited: Citation
    found: str | None


@dataclass(frozen=True, slots=True)
class Verification:
    """What was read again, and what was wrong."""

    reports: int
    citations: int
    wrong: tuple[Wrong, ...]


def verify(view: View) -> Verification:
    """Read every citation again, and every report against its raw text.

    Reports are checked one by one, so that raw texts never lie in memory together.
    """
    wrong: list[Wrong] = []
    texts: dict[str, str] = {}
    for listed in view.reports():
        texts[listed.id] = listed.text
        wrong.extend(_against_raw(view.report(listed.id)))
    checked = 0
    for item, value in _items(view):
        for citation in citations_in(value):
            checked += 1
            text = texts.get(citation.report)
            found = None if text is None else text[citation.start : citation.end]
            if found != citation.text or not 0 <= citation.start < citation.end:
                wrong.append(Wrong(item, citation, found))
    return Verification(len(texts), checked, tuple(wrong))


def citations_in(value: object) -> Iterator[Citation]:
    """Yield every citation that a value of the model holds, however deep."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from citations_in(part)
    elif is_dataclass(value):
        for name in _names(value.__class__):
            yield from citations_in(getattr(value, name))


@cache
def _names(shape: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape))


def _items(view: View) -> Iterator[tuple[str, object]]:
    for report in view.reports():
        yield report.id, report.published
    for group in view.duplicates():
        yield group.origin, group
    lists: tuple[Iterable[object], ...] = (
        view.times(),
        view.actors(),
        view.events(),
        view.entries(EntryQuery()),
        view.statements(StatementQuery()),
        view.pledges(PledgeQuery()),
        view.conflicts(),
    )
    for items in lists:
        for item in items:
            yield getattr(item, "id", ""), item


def _against_raw(report: Report) -> Iterator[Wrong]:
    """Yield the copied stretches whose characters are not those of the raw text."""
    covered = 0
    for piece in report.offsets.pieces:
        covered += piece.length
        if piece.copied and not _copied_well(report, piece):
            cited = report.cite(piece.clean, piece.clean + piece.length)
            found = report.raw[piece.raw : piece.raw + piece.raw_length]
            yield Wrong(report.id, cited, found)
    if covered != len(report.text):
        yield Wrong(report.id, report.cite(0, len(report.text)), None)


def _copied_well(report: Report, piece: Piece) -> bool:
    clean = report.text[piece.clean : piece.clean + piece.length]
    raw = report.raw[piece.raw : piece.raw + piece.raw_length]
    if clean == raw:
        return True
    pairs = zip(clean, raw, strict=False)
    return len(clean) == len(raw) and all(_same_sign(c, r) for c, r in pairs)


def _same_sign(clean: str, raw: str) -> bool:
    """Whether cleaning may have written ``clean`` for one ``raw`` code point."""
    return (
        clean == raw
        or (clean.isspace() and (raw.isspace() or not raw.isprintable()))
        or (clean == _REPLACEMENT and "\ud800" <= raw <= "\udfff")
        or unicodedata.normalize("NFKC", raw) == unicodedata.normalize("NFKC", clean)
    )
