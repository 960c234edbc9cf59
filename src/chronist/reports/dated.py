"""When a report was published, from what says so explicitly; its own words come later."""

from __future__ import annotations

import re
from datetime import date, timedelta

from chronist.model.derivation import Derivation
from chronist.model.report import MediaType, Published, RawReport, Report
from chronist.model.when import When
from chronist.reports.days import read_day
from chronist.reports.draft import Dated, DayOfYear, Weight

_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/-]?(\d{2})(?:[/-]?(\d{2}))?(?=[/\-_.]|$)"
)
_SAYS = {
    "report.dated.metadata_line": (
        "Die Kopfzeile nennt „{}“.",
        "The metadata line says “{}”.",
    ),
    "report.dated.head_line": (
        "Der Kopf des Berichts nennt den {}.",
        "The head of the report says {}.",
    ),
    "report.dated.update_line": (
        "Der Kopf nennt als Stand „{}“.",
        "The head gives “{}” as last change.",
    ),
    "report.dated.place_line": (
        "Die Ortsmarke nennt den {}.",
        "The place line says {}.",
    ),
    "report.dated.field": (
        "Die Angaben zum Bericht nennen „{}“.",
        "The report's container says “{}”.",
    ),
    "report.dated.file_made": (
        "Das Dokument wurde am {} erzeugt.",
        "The document was made on {}.",
    ),
    "report.dated.page": (
        "Die Angaben der Seite nennen „{}“.",
        "The page's own data say “{}”.",
    ),
    "report.dated.page_guess": (
        "Auf der Seite wurde der {} als Tag gefunden.",
        "The day {} was found on the page.",
    ),
    "report.dated.address": ("In der Adresse steht {}.", "The address holds {}."),
}
_CONTRADICTS = (
    " Das widerspricht einer genaueren Angabe und zählt nicht.",
    " This contradicts a more explicit one and does not count.",
)


def container_dates(raw: RawReport) -> tuple[Dated, ...]:
    """Return the days that a report's fields and address give.

    The day a PDF was made is only a hint: printed or saved, it may be later.
    """
    found: list[Dated] = []
    written = raw.metadata.published
    when = read_day(written) if written else None
    if written and when is not None:
        made = raw.media_type is MediaType.PAGES
        rule = "report.dated.file_made" if made else "report.dated.field"
        weight = Weight.HINT if made else Weight.FIELD
        shown = when.edtf if made else written.strip()
        found.append(Dated(when, weight, rule, shown))
    address = raw.metadata.url or (raw.source if "://" in raw.source else None)
    if address:
        found += address_dates(address)
    return tuple(found)


def address_dates(url: str) -> list[Dated]:
    """Return the day or month in a URL such as ``…/2021/09/09/treffen.html``.

    >>> [d.when for d in address_dates("https://blatt.example/2021/09/09/treffen")]
    [When('2021-09-09')]
    """
    for found in _IN_ADDRESS.finditer(url[:500]):
        parts = [part for part in found.groups() if part]
        if len(parts) < 3 and "/" not in found.group():
            continue
        when = read_day("-".join(parts))
        if when is not None:
            return [Dated(when, Weight.ADDRESS, "report.dated.address", found.group())]
    return []


def published(
    report: Report, dates: tuple[Dated, ...], days: tuple[DayOfYear, ...]
) -> Published | None:
    """Return the days of publication that remain, with all evidence; None if unknown.

    The most explicit day counts; others narrow it where they agree and stay in the
    evidence where they do not.
    """
    if not dates:
        return None
    ordered = sorted(dates, key=lambda d: (-d.weight, d.when.width))
    when = _interval(ordered[0])
    evidence = [_because(report, ordered[0])]
    for dated in ordered[1:]:
        agrees = when.overlaps(_interval(dated))
        if agrees:
            when = _common(when, _interval(dated))
        evidence.append(_because(report, dated, contradicts=not agrees))
    for day in days:
        found = day.in_interval(when)
        if found is not None and not when.is_day:
            when = When.day(found)
            evidence.append(_because_of_place_line(report, day))
    return Published(when, _best(when, ordered[0]), tuple(dict.fromkeys(evidence)))


def _interval(dated: Dated) -> When:
    """Return the days a statement leaves open.

    A hint leaves all days before it open, and the next one for papers made the
    evening before; a last change leaves all days before it.
    """
    if dated.weight is Weight.HINT:
        return When.between(date.min, dated.when.latest + timedelta(days=1))
    if dated.rule == "report.dated.update_line":
        return When.between(date.min, dated.when.latest)
    return dated.when


def _common(one: When, other: When) -> When:
    if one.within(other):
        return one
    if other.within(one):
        return other
    return When.between(
        max(one.earliest, other.earliest), min(one.latest, other.latest)
    )


def _best(when: When, strongest: Dated) -> date | None:
    if when.is_day:
        return when.earliest
    return strongest.when.latest if not when.is_bounded else None


def _because(report: Report, dated: Dated, contradicts: bool = False) -> Derivation:
    de, en = (sentence.format(dated.words.strip()) for sentence in _SAYS[dated.rule])
    if contradicts:
        de, en = de + _CONTRADICTS[0], en + _CONTRADICTS[1]
    cited = (report.cite(*dated.span),) if dated.span else ()
    return Derivation(dated.rule, de, en, cited)


def _because_of_place_line(report: Report, day: DayOfYear) -> Derivation:
    de, en = (s.format(day.words) for s in _SAYS["report.dated.place_line"])
    return Derivation("report.dated.place_line", de, en, (report.cite(*day.span),))
