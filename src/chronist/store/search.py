"""The full-text index (FTS5): stemmed paragraphs in, passages with positions out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, text

from chronist.errors import BadFilter
from chronist.model.citation import Citation
from chronist.model.report import Report, SegmentKind
from chronist.store import tables
from chronist.store.stems import stemmed_words
from chronist.store.store import Finding

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_MATCH = text(
    'SELECT p.report, p.start, p."end", r.text FROM search s '
    "JOIN passage p ON p.number = s.rowid JOIN report r ON r.id = p.report "
    "WHERE search MATCH :query ORDER BY s.rank, r.source, r.id, p.start LIMIT :limit"
)
_PUT = text("INSERT INTO search (rowid, stems) VALUES (:number, :stems)")
_DROP = text(
    "DELETE FROM search WHERE rowid IN "
    "(SELECT number FROM passage WHERE report = :report)"
)


def index_report(connection: Connection, report: Report) -> None:
    """Enter the title and the paragraphs that tell the story."""
    for segment in report.segments:
        if segment.kind.tells_the_story or segment.kind is SegmentKind.TITLE:
            words = stemmed_words(report.text[segment.start : segment.end])
            stems = " ".join(word.stem for word in words)
            row = {"report": report.id, "start": segment.start, "end": segment.end}
            entered = insert(tables.passage).values(row)
            number = connection.scalar(entered.returning(tables.passage.c.number))
            connection.execute(_PUT, {"number": number, "stems": stems})


def drop_report(connection: Connection, report: str) -> None:
    """Take a report's passages out of the index."""
    connection.execute(_DROP, {"report": report})
    connection.execute(delete(tables.passage).where(tables.passage.c.report == report))


def find(connection: Connection, query: str, limit: int) -> tuple[Finding, ...]:
    """Return the passages that hold all terms of ``query``, best first."""
    terms = _terms(query)
    if not terms:
        msg = f"nothing to search for in {query!r}: give one word or more"
        raise BadFilter(msg)
    match = " AND ".join(f'"{" ".join(term)}"' for term in terms)
    rows = connection.execute(_MATCH, {"query": match, "limit": limit})
    wanted = {stem for term in terms for stem in term}
    return tuple(
        _finding(report, start, end, body, wanted) for report, start, end, body in rows
    )


def _terms(query: str) -> list[list[str]]:
    terms = []
    for phrase, word in _TERM.findall(query):
        stems = [found.stem for found in stemmed_words(phrase or word)]
        if stems:
            terms.append(stems)
    return terms


def _finding(
    report: str, start: int, end: int, body: str, wanted: Iterable[str]
) -> Finding:
    passage = body[start:end]
    hits = tuple(
        Citation(
            report, start + word.start, start + word.end, passage[word.start : word.end]
        )
        for word in stemmed_words(passage)
        if word.stem in wanted
    )
    return Finding(Citation(report, start, end, passage), hits)
