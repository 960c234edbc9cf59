"""The public API: one class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

from chronist.errors import BadFilter, BadJudgement, ItemNotFound
from chronist.model.actor import Actor
from chronist.model.analysis import Analysis, TimeExpression
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event, EventType, Status
from chronist.model.judgement import Judgement, Verdict
from chronist.model.pledge import Course, Pledge
from chronist.model.report import DuplicateGroup, Failure, Report
from chronist.model.statement import Statement, StatementForm
from chronist.model.story import Links, Story
from chronist.runs import steps
from chronist.runs.judging import make_judgement
from chronist.runs.progress import Progress, Silence, Step
from chronist.runs.stages import Request, Summary
from chronist.settings import load_settings
from chronist.sources.options import Columns, SourceOptions
from chronist.store.explain import Explanation, explain
from chronist.store.questions import (
    Day,
    actors_called,
    choice,
    judged_item,
    period,
)
from chronist.store.sql import SqlStore, create_store, open_store
from chronist.store.store import (
    EntryQuery,
    Finding,
    Item,
    PledgeQuery,
    RunRecord,
    RunState,
    StatementQuery,
)
from chronist.store.verify import Verification, Wrong, verify

__all__ = [
    "VERSION",
    "Chronicle",
    "Explanation",
    "Finding",
    "Item",
    "Progress",
    "RunRecord",
    "Step",
    "Summary",
    "Verification",
    "Wrong",
    "tag_times",
]

VERSION = version("chronist")


class Chronicle:
    """A chronicle in a file: build it from reports, ask it, judge it.

    Every question reads the last complete state, also while somebody builds. Actors
    are named by id or by words of their names, without regard to case and umlauts.

        story = Chronicle.build(["reports/"], to="story.chronicle")
        for entry in story.entries(actor="Lukaschenko", since="2021-09"):
            print(entry.when, entry.headline)
    """

    def __init__(self, store: SqlStore, summary: Summary | None = None) -> None:
        """Use ``Chronicle.open`` or ``Chronicle.build``."""
        self._store = store
        self.summary = summary
        """What the last ``build`` or ``add`` of this object came to."""

    @classmethod
    def build(
        cls,
        paths: Iterable[str | Path],
        *,
        to: str | Path,
        jobs: int | None = 1,
        columns: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> Chronicle:
        """Build the chronicle of files and folders into the file ``to``.

        What the file held is replaced; judgements stay. A build that was stopped goes
        on where it was. ``jobs`` is the number of processes, None leaves the choice;
        a script that asks for several needs ``if __name__ == "__main__":``. ``columns``
        names columns of tables, such as ``{"text": "Volltext"}``. Raises
        ``NothingToRead`` if no path gave a report; single files that could not be
        read are in ``failures``.
        """
        request = _request(paths, jobs, columns, progress)
        stages = steps.real_stages()
        store = create_store(Path(to))
        return cls(store, steps.build(store, request, stages))

    @classmethod
    def open(cls, path: str | Path) -> Chronicle:
        """Open a chronicle.

        >>> Chronicle.open("none.chronicle")
        Traceback (most recent call last):
        chronist.errors.StoryNotFound: there is no chronicle at none.chronicle. Make one: chronist build PATHS -o none.chronicle
        """
        store = open_store(Path(path))
        with store.view():
            return cls(store)

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        jobs: int | None = 1,
        columns: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> Summary:
        """Bring in more reports; gives what a build of all together would give."""
        request = _request(paths, jobs, columns, progress)
        self.summary = steps.add(self._store, request, steps.real_stages())
        return self.summary

    def reports(self) -> tuple[Report, ...]:
        """Return all reports by source, without their raw texts."""
        with self._store.view() as view:
            return tuple(view.reports())

    def report(self, name: str) -> Report:
        """Return one report with its raw text, by id, source or file name."""
        with self._store.view() as view:
            return view.report(name)

    def analysis(self, report: str) -> Analysis:
        """Return what was found in one report before it met the others."""
        with self._store.view() as view:
            return view.analysis(view.report(report).id)

    def duplicates(self) -> tuple[DuplicateGroup, ...]:
        """Return the groups of reports that print one text."""
        with self._store.view() as view:
            return view.duplicates()

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read, and what to do about it."""
        with self._store.view() as view:
            return view.failures()

    def times(self, report: str | None = None) -> tuple[TimeExpression, ...]:
        """Return the time expressions of one report (by id) or of all."""
        with self._store.view() as view:
            return tuple(view.times(report))

    def events(self, report: str | None = None) -> tuple[Event, ...]:
        """Return the events of one report (by id) or of all."""
        with self._store.view() as view:
            return tuple(view.events(report))

    def actors(self, name: str | None = None) -> tuple[Actor, ...]:
        """Return all actors by name, or those called so."""
        with self._store.view() as view:
            called = actors_called(view, name)
            return tuple(a for a in view.actors() if called is None or a.id in called)

    def entries(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        actor: str | None = None,
        type: EventType | str | None = None,
        status: Status | str | None = None,
    ) -> tuple[Entry, ...]:
        """Return the lines of the chronicle, earliest first, undated ones last.

        An entry lies in a period if it may have happened there: one dated "2021" is
        found under ``since="2021-09"``.
        """
        with self._store.view() as view:
            query = EntryQuery(
                period=period(since, until),
                actors=actors_called(view, actor),
                type=choice(EventType, type),
                status=choice(Status, status),
            )
            return tuple(view.entries(query))

    def statements(
        self,
        *,
        by: str | None = None,
        about: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        form: StatementForm | str | None = None,
    ) -> tuple[Statement, ...]:
        """Return who said what; ``about`` are words of it, in any form."""
        with self._store.view() as view:
            query = StatementQuery(
                by=actors_called(view, by),
                about=about,
                period=period(since, until),
                form=choice(StatementForm, form),
            )
            return tuple(view.statements(query))

    def pledges(
        self, *, by: str | None = None, course: Course | str | None = None
    ) -> tuple[Pledge, ...]:
        """Return what was promised, and what came of it."""
        with self._store.view() as view:
            query = PledgeQuery(actors_called(view, by), choice(Course, course))
            return tuple(view.pledges(query))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return citations that cannot all hold."""
        with self._store.view() as view:
            return tuple(view.conflicts())

    def find(self, query: str, *, limit: int = 50) -> tuple[Finding, ...]:
        """Return passages that hold all words of ``query`` in any form, best first.

        "Abkommens" finds "Abkommen"; words in double quotes must follow each other.
        """
        with self._store.view() as view:
            return view.find(query, limit)

    def item(self, item_id: str) -> Item:
        """Return whatever has this id."""
        with self._store.view() as view:
            return view.item(item_id)

    def why(self, item_id: str) -> Explanation:
        """Return the rules, words and items that an item rests on."""
        with self._store.view() as view:
            return explain(view, item_id)

    def verify(self) -> Verification:
        """Read every citation again, and every report against its raw text."""
        with self._store.view() as view:
            return verify(view)

    def judge(
        self,
        verdict: Verdict | str,
        *names: str,
        value: str | None = None,
        author: str | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Record a person's decision and link again under it.

        ``names`` are ids; an actor may be given by a name that only one actor has.
        ``value`` is the new name for ``rename``. The author is the one of the settings
        unless given.
        """
        chosen = choice(Verdict, verdict)
        if chosen is None:
            msg = "a judgement needs a verdict"
            raise BadJudgement(msg)
        with self._store.view() as view:
            items = [judged_item(view, name) for name in names]
        author = author or load_settings().author
        judgement = make_judgement(chosen, items, author, value, note)
        steps.judge(self._store, judgement, Request(jobs=None), steps.real_stages())
        return judgement

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, oldest first, withdrawn ones too."""
        with self._store.view() as view:
            return view.judgements()

    def withdraw(self, judgement_id: str) -> Judgement:
        """Lift a judgement; it is kept with the time of withdrawal."""
        found = [j for j in self.judgements() if j.id == judgement_id]
        if not found:
            msg = f"there is no judgement {judgement_id!r}; see: chronist judge list"
            raise ItemNotFound(msg)
        if not found[0].holds:
            msg = f"{judgement_id} was withdrawn before"
            raise BadJudgement(msg)
        lifted = replace(found[0], withdrawn_at=datetime.now(UTC))
        steps.judge(self._store, lifted, Request(jobs=None), steps.real_stages())
        return lifted

    def runs(self) -> tuple[RunRecord, ...]:
        """Return the ledger: what ran, in which versions, for how long."""
        with self._store.view() as view:
            return view.runs()

    def unfinished(self) -> RunRecord | None:
        """Return the last run if it did not reach its end, or is not there yet."""
        runs = self.runs()
        return runs[-1] if runs and runs[-1].state is not RunState.DONE else None

    def story(self) -> Story:
        """Return the whole chronicle as one value, of one moment."""
        with self._store.view() as view:
            return Story(
                reports=tuple(view.reports()),
                duplicates=view.duplicates(),
                times=tuple(view.times()),
                links=Links(
                    actors=tuple(view.actors()),
                    events=tuple(view.events()),
                    entries=tuple(view.entries(EntryQuery())),
                    statements=tuple(view.statements(StatementQuery())),
                    pledges=tuple(view.pledges(PledgeQuery())),
                    conflicts=tuple(view.conflicts()),
                ),
                failures=view.failures(),
            )


def _request(
    paths: Iterable[str | Path],
    jobs: int | None,
    columns: Mapping[str, str] | None,
    progress: Progress | None,
) -> Request:
    try:
        options = SourceOptions(columns=Columns(**(columns or {})))
    except TypeError as error:
        names = ", ".join(Columns.__slots__)
        msg = f"no such column in {sorted(columns or ())}; they are {names}"
        raise BadFilter(msg) from error
    return Request(tuple(map(Path, paths)), options, jobs, progress or Silence())


def tag_times(text: str, dct: date | None = None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a German text written on the day ``dct``.

    A tool of its own: no chronicle is needed. Citations count in code points of the
    text; without a day, relative times keep an open value. Loading the grammar takes
    longer than any question to a chronicle, so it waits until it is asked for.
    """
    from chronist.runs.tag_times import tag_times as tag

    return tag(text, dct)
