"""Statements, pledges and conflicts: lists, and a page for each item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from starlette.exceptions import HTTPException

from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.pledge import Course, Pledge
from chronist.model.statement import Statement, StatementForm
from chronist.web.asking import Paging, choice_of, number_of, period, text_of
from chronist.web.desk import Page, Visit
from chronist.web.marking import Mark, Piece, pieces
from chronist.web.shelf import Shelf

_PAGE = 60
_FOUND = 2000
"""Passages that a search looks through."""
_AROUND = 400
"""Characters of context on either side of the words."""
_ORDER = (
    Course.BROKEN,
    Course.LATE,
    Course.OPEN,
    Course.UNCLEAR,
    Course.KEPT,
    Course.WITHDRAWN,
)


@dataclass(frozen=True)
class StatementsPage(Page):
    """Who said what."""

    template: ClassVar[str] = "statements.html"
    room: ClassVar[str] = "statements"

    statements: Annotated[Sequence[Statement], "this page's statements"]
    paging: Annotated[Paging, "where in the list this page lies"]
    asked: Annotated[dict[str, str], "the filter"]
    forms: Annotated[Sequence[StatementForm], "forms one can choose"]
    speakers: Annotated[Sequence[tuple[str, int]], "who speaks most"]


@dataclass(frozen=True)
class StatementPage(Page):
    """One statement in its place."""

    template: ClassVar[str] = "statement.html"
    room: ClassVar[str] = "statements"

    statement: Annotated[Statement, "the statement"]
    context: Annotated[Sequence[Piece], "the words around, with the parts marked"]
    events: Annotated[Sequence[Event], "events that are told in it"]


@dataclass(frozen=True)
class PledgesPage(Page):
    """The ledger: what was promised, overdue first."""

    template: ClassVar[str] = "pledges.html"
    room: ClassVar[str] = "pledges"

    overdue: Annotated[Sequence[Pledge], "this page's open ones past their day"]
    pledges: Annotated[Sequence[Pledge], "this page's others"]
    paging: Annotated[Paging, "where in the list this page lies"]
    courses: Annotated[Sequence[tuple[Course, int]], "how many took each course"]
    asked: Annotated[dict[str, str], "the filter"]
    seen_until: Annotated[date | None, "day of the newest report"]


@dataclass(frozen=True)
class PledgePage(Page):
    """One pledge with its course."""

    template: ClassVar[str] = "pledge.html"
    room: ClassVar[str] = "pledges"

    pledge: Annotated[Pledge, "the pledge"]
    context: Annotated[Sequence[Piece], "the words around, with the parts marked"]
    entries: Annotated[Sequence[Entry], "entries it is about"]
    overdue: Annotated[bool, "whether it is open past its day"]


@dataclass(frozen=True)
class ConflictsPage(Page):
    """What cannot all hold."""

    template: ClassVar[str] = "conflicts.html"
    room: ClassVar[str] = "conflicts"

    conflicts: Annotated[Sequence[Conflict], "this page's conflicts"]
    paging: Annotated[Paging, "where in the list this page lies"]


@dataclass(frozen=True)
class ConflictPage(Page):
    """One conflict."""

    template: ClassVar[str] = "conflict.html"
    room: ClassVar[str] = "conflicts"

    conflict: Annotated[Conflict, "the conflict"]


def statements_page(visit: Visit) -> Page:
    """Return the statements under the filter."""
    shelf = visit.shelf
    asked = {
        n: text_of(visit.query, n) for n in ("by", "about", "since", "until", "form")
    }
    found = _asked_statements(visit, asked)
    paging = Paging.of(len(found), number_of(visit.query, "page"), asked, _PAGE)
    counted = Counter({a: len(s) for a, s in shelf.statements_of_actor.items()})
    return StatementsPage(
        statements=found[paging.first : paging.last],
        paging=paging,
        asked=asked,
        forms=tuple(StatementForm),
        speakers=counted.most_common(12),
    )


def statement_page(visit: Visit) -> Page:
    """Return one statement."""
    shelf = visit.shelf
    statement = shelf.statements.get(visit.path("id"))
    if statement is None:
        raise HTTPException(404)
    marks = [Mark(p.start, p.end, "content") for p in statement.content]
    if statement.cue is not None:
        marks.append(Mark(statement.cue.start, statement.cue.end, "cue"))
    if statement.speaker_citation is not None:
        words = statement.speaker_citation
        marks.append(Mark(words.start, words.end, "speaker"))
    told = visit.chronicle.events(statement.report)
    return StatementPage(
        statement=statement,
        context=_context(shelf, statement.report, marks),
        events=[event for event in told if event.said_in == statement.id],
    )


def pledges_page(visit: Visit) -> Page:
    """Return the ledger."""
    shelf = visit.shelf
    course = choice_of(Course, visit.query, "course")
    asked = {"by": text_of(visit.query, "by"), "course": course.value if course else ""}
    by = shelf.actors_called(asked["by"]) if asked["by"] else None
    found = [p for p in shelf.pledges.values() if by is None or by & set(p.by)]
    courses = Counter(pledge.course for pledge in found)
    seen = _seen_until(shelf)
    kept = [p for p in found if course in (None, p.course)]
    late = {p.id for p in kept if is_overdue(p, seen)}
    kept.sort(key=lambda p: (p.id not in late, _by_course(p)))
    paging = Paging.of(len(kept), number_of(visit.query, "page"), asked, _PAGE)
    shown = kept[paging.first : paging.last]
    return PledgesPage(
        overdue=[p for p in shown if p.id in late],
        pledges=[p for p in shown if p.id not in late],
        paging=paging,
        courses=[(c, courses[c]) for c in _ORDER if courses[c]],
        asked=asked,
        seen_until=seen,
    )


def pledge_page(visit: Visit) -> Page:
    """Return one pledge."""
    shelf = visit.shelf
    pledge = shelf.pledges.get(visit.path("id"))
    if pledge is None:
        raise HTTPException(404)
    marks = [Mark(p.start, p.end, "content") for p in pledge.content]
    ids = [shelf.entry_of_event[e] for e in pledge.events if e in shelf.entry_of_event]
    return PledgePage(
        pledge=pledge,
        context=_context(shelf, pledge.report, marks),
        entries=[shelf.entries[e] for e in dict.fromkeys(ids)],
        overdue=is_overdue(pledge, _seen_until(shelf)),
    )


def conflicts_page(visit: Visit) -> Page:
    """Return the conflicts, those of weighty entries first."""
    shelf = visit.shelf
    found = sorted(shelf.conflicts.values(), key=lambda c: -_weight(shelf, c))
    paging = Paging.of(len(found), number_of(visit.query, "page"), {}, _PAGE)
    return ConflictsPage(found[paging.first : paging.last], paging)


def conflict_page(visit: Visit) -> Page:
    """Return one conflict."""
    conflict = visit.shelf.conflicts.get(visit.path("id"))
    if conflict is None:
        raise HTTPException(404)
    return ConflictPage(conflict)


def is_overdue(pledge: Pledge, seen: date | None) -> bool:
    """Whether the newest report is past the day, and none tells what became of it."""
    if pledge.course is not Course.OPEN or pledge.due is None or seen is None:
        return False
    return pledge.due.latest < seen


def _asked_statements(visit: Visit, asked: dict[str, str]) -> list[Statement]:
    shelf = visit.shelf
    form = choice_of(StatementForm, visit.query, "form")
    first, last = period(asked["since"], asked["until"])
    by = shelf.actors_called(asked["by"]) if asked["by"] else None
    about = _saying(visit, asked["about"]) if asked["about"] else None
    return [
        said
        for said in shelf.statements.values()
        if (form in (None, said.form))
        and (by is None or said.speaker in by)
        and (about is None or said.id in about)
        and (not (asked["since"] or asked["until"]) or _lies_in(said, first, last))
    ]


def _saying(visit: Visit, words: str) -> set[str]:
    """Return the ids of statements whose content holds the words, in any form."""
    number = len(words.replace('"', " ").split())
    found = set()
    for finding in visit.find(words, _FOUND):
        report = finding.passage.report
        for said in visit.shelf.statements_of_report.get(report, ()):
            content = visit.shelf.statements[said].content
            held = {h.text for h in finding.hits if any(c.contains(h) for c in content)}
            if len(held) >= number:
                found.add(said)
    return found


def _lies_in(said: Statement, first: date, last: date) -> bool:
    when = said.when
    return when is not None and when.earliest <= last and first <= when.latest


def _context(shelf: Shelf, report: str, marks: Sequence[Mark]) -> list[Piece]:
    """Return the text around the marks, cut at words."""
    text = shelf.reports[report].text
    start = max(0, min(m.start for m in marks) - _AROUND)
    end = min(len(text), max(m.end for m in marks) + _AROUND)
    if start:
        start = text.find(" ", start) + 1 or start
    if end < len(text):
        end = text.rfind(" ", start, end) if " " in text[start:end] else end
    return pieces(text[start:end], start, marks)


def _seen_until(shelf: Shelf) -> date | None:
    days = [
        report.published.best
        for report in shelf.reports.values()
        if report.published is not None and report.published.best is not None
    ]
    return max(days, default=None)


def _by_course(pledge: Pledge) -> tuple[int, date, str]:
    due = pledge.due.latest if pledge.due is not None else date.max
    return _ORDER.index(pledge.course), due, pledge.id


def _weight(shelf: Shelf, conflict: Conflict) -> float:
    entry = shelf.entries.get(conflict.entry or "")
    return entry.weight if entry is not None else 0.0
