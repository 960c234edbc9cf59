"""The reports behind an item, as a reader cites them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from chronist.exports.labels import label, when_in_words
from chronist.model.entry import Entry, Standing
from chronist.model.report import Report

_COUNT = {
    "de": ("1 unabhängige Quelle", "{} unabhängige Quellen"),
    "en": ("1 independent source", "{} independent sources"),
}


def cited_sources(
    entry: Entry, reports: Mapping[str, Report], language: str, limit: int = 4
) -> str:
    """Return "2 unabhängige Quellen · Elbe-Kurier 9. September 2021, …"."""
    one, many = _COUNT[language]
    number = entry.independent_sources
    parts = [one if number == 1 else many.format(number)]
    if entry.standing is Standing.DISPUTED:
        parts.append(label(entry.standing, language))
    parts.append(reports_of(entry.reports, reports, language, limit))
    return " · ".join(parts)


def reports_of(
    ids: Iterable[str], reports: Mapping[str, Report], language: str, limit: int = 4
) -> str:
    """Return outlet and day of each report; no more than ``limit`` of them."""
    names = [cite_report(reports[i], language) for i in ids if i in reports]
    distinct = list(dict.fromkeys(names))
    more = len(distinct) - limit
    return ", ".join(distinct[:limit]) + (f" (+{more})" if more > 0 else "")


def cite_report(report: Report, language: str) -> str:
    """Return outlet (or file name) and day of publication of a report.

    >>> from datetime import date
    >>> from chronist.model.report import Published
    >>> from chronist.model.when import When
    >>> day = Published(When.day(date(2021, 9, 9)), date(2021, 9, 9))
    >>> cite_report(Report("r-1", "a/b.txt", "", (), published=day), "de")
    'b.txt 9.9.2021'
    >>> cite_report(Report("r-1", "b.txt", "", (), outlet="Elbe-Kurier"), "de")
    'Elbe-Kurier (ohne Datum)'
    """
    name = report.outlet or report.source.rsplit("/", 1)[-1]
    when = report.published.when if report.published else None
    if when is not None and when.is_day and language == "de":
        day = when.earliest
        return f"{name} {day.day}.{day.month}.{day.year}"
    if when is not None and when.is_day:
        return f"{name} {when.earliest.isoformat()}"
    return f"{name} ({when_in_words(when, language)})"
