"""The pile: reports, outlets, prints of one text, undated ones, and failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from chronist.model.report import DuplicateGroup, Failure, Report
from chronist.web.asking import Paging, number_of, text_of
from chronist.web.desk import Page, Visit
from chronist.web.shelf import Shelf, fold

_PAGE = 100
_VIEWS = ("all", "copies", "undated", "failures")


@dataclass(frozen=True)
class PilePage(Page):
    """The reports in one of several views."""

    template: ClassVar[str] = "pile.html"
    room: ClassVar[str] = "pile"

    view: Annotated[str, "which view: all, copies, undated or failures"]
    reports: Annotated[Sequence[Report], "this page's reports"]
    groups: Annotated[Sequence[DuplicateGroup], "this page's prints of one text"]
    failures: Annotated[Sequence[Failure], "this page's failures"]
    paging: Annotated[Paging, "where in the list this page lies"]
    outlets: Annotated[Sequence[tuple[str, int]], "outlets, most reports first"]
    outlet: Annotated[str, "the outlet that is filtered by"]
    words: Annotated[str, "words of title or source that are searched for"]
    numbers: Annotated[dict[str, int], "how many there are in each view"]


def pile_page(visit: Visit) -> Page:
    """Return the pile."""
    shelf = visit.shelf
    view = text_of(visit.query, "view")
    view = view if view in _VIEWS else "all"
    outlet, words = text_of(visit.query, "outlet"), text_of(visit.query, "q")
    undated = [r for r in shelf.reports.values() if not _day(r)]
    listed = undated if view == "undated" else list(shelf.reports.values())
    reports = _asked(listed, outlet, words) if view in ("all", "undated") else []
    groups = shelf.story.duplicates if view == "copies" else ()
    failures = shelf.story.failures if view == "failures" else ()
    asked = {"view": view if view != "all" else "", "outlet": outlet, "q": words}
    total = len(reports) or len(groups) or len(failures)
    paging = Paging.of(total, number_of(visit.query, "page"), asked, _PAGE)
    part = slice(paging.first, paging.last)
    outlets = Counter(r.outlet for r in shelf.reports.values() if r.outlet)
    return PilePage(
        view=view,
        reports=reports[part],
        groups=groups[part],
        failures=failures[part],
        paging=paging,
        outlets=outlets.most_common(),
        outlet=outlet,
        words=words,
        numbers=_numbers(shelf, len(undated)),
    )


def _numbers(shelf: Shelf, undated: int) -> dict[str, int]:
    return {
        "all": len(shelf.reports),
        "copies": sum(len(group.copies) for group in shelf.story.duplicates),
        "undated": undated,
        "failures": len(shelf.story.failures),
    }


def _asked(reports: Sequence[Report], outlet: str, words: str) -> list[Report]:
    wanted = fold(words).split()
    found = [
        report
        for report in reports
        if (not outlet or report.outlet == outlet)
        and all(w in fold(f"{report.title or ''} {report.source}") for w in wanted)
    ]
    return sorted(found, key=lambda r: (_day(r) or date.max, r.source))


def _day(report: Report) -> date | None:
    return report.published.best if report.published is not None else None
