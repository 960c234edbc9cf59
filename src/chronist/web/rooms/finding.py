"""Passages that hold the words searched for, in any of their forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from chronist.model.report import Report
from chronist.web.asking import Paging, number_of, text_of
from chronist.web.desk import Page, Visit
from chronist.web.marking import Piece, cited

_PAGE = 40
_MOST = 240
"""Passages that are counted; nobody reads more."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its hits marked, and an address that opens it."""

    report: Report
    pieces: Sequence[Piece]
    url: str


@dataclass(frozen=True)
class FindPage(Page):
    """Passages, best first."""

    template: ClassVar[str] = "find.html"
    room: ClassVar[str] = "find"

    words: Annotated[str, "what is searched for"]
    passages: Annotated[Sequence[Passage], "this page's passages"]
    paging: Annotated[Paging, "where in the list this page lies"]
    cut: Annotated[bool, "whether there are more than are counted"]


def find_page(visit: Visit) -> Page:
    """Return the passages of a search."""
    words = text_of(visit.query, "q")
    found = visit.find(words, _MOST) if words else ()
    paging = Paging.of(len(found), number_of(visit.query, "page"), {"q": words}, _PAGE)
    return FindPage(
        words=words,
        passages=[
            Passage(
                visit.shelf.reports[finding.passage.report],
                cited(finding.passage, finding.hits),
                visit.urls.words(finding.hits[0] if finding.hits else finding.passage),
            )
            for finding in found[paging.first : paging.last]
            if finding.passage.report in visit.shelf.reports
        ],
        paging=paging,
        cut=len(found) == _MOST,
    )
