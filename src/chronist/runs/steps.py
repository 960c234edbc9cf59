"""The stages in order. Only this module knows it, and only it names them.

build:   sources → reports → language → duplicates → (dating → language) → linking → store
add:     the same over old and new reports; what has been done is found by its digest
relink:  duplicates and linking again, after a judgement
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, replace

from chronist.errors import NothingToRead
from chronist.model.judgement import Judgement
from chronist.model.report import DuplicateGroup, Published
from chronist.model.story import Links
from chronist.runs.assemble import (
    Finished,
    analysed,
    assemble,
    finished_reports,
)
from chronist.runs.decided import decide
from chronist.runs.gather import Gathered, gather
from chronist.runs.ledger import Ledger, kept_by
from chronist.runs.local import perform_all, sensible_jobs
from chronist.runs.memory import let_go, loading_for_good
from chronist.runs.plan import (
    analysis_key,
    code_versions,
    reading_key,
    report_digest,
)
from chronist.runs.progress import Step
from chronist.runs.stages import Request, Stages, Summary
from chronist.runs.work import Craft, Done, Task
from chronist.store.store import Failed, Member, Pile, RunState, Store, Writer

_AT_ONCE = 25
"""Reports finished between two checkpoints: what a kill can cost."""
_TOLD = 10
"""Failures named in an error; the chronicle lists all."""


def build(store: Store, request: Request, stages: Stages) -> Summary:
    """Make the chronicle of the paths, in place of what was there; judgements stay."""
    with store.writer() as writer, _kept(writer, "build", request, stages) as ledger:
        run = _Run(writer, stages, request, ledger)
        found = run.gather()
        return run.finish(found.sources, found.failed)


def add(store: Store, request: Request, stages: Stages) -> Summary:
    """Bring the paths in; the result is that of a build over old and new together."""
    with store.writer() as writer, _kept(writer, "add", request, stages) as ledger:
        run = _Run(writer, stages, request, ledger)
        found = run.gather()
        named = {f.failure.source for f in found.failed} | set(found.sources.values())
        old = [f for f in writer.failed() if f.failure.source not in named]
        sources = run.kept_sources(old) | found.sources
        unread = [f for f in old if f.raw is None]
        return run.finish(sources, (*unread, *found.failed))


def judge(
    store: Store, judgement: Judgement, request: Request, stages: Stages
) -> Summary:
    """Keep a judgement, new or changed, and link again under it."""
    with store.writer() as writer, _kept(writer, "judge", request, stages) as ledger:
        writer.put_judgement(judgement)
        run = _Run(writer, stages, request, ledger)
        old = writer.failed()
        unread = [f for f in old if f.raw is None]
        return run.finish(run.kept_sources(old), unread)


class _Run:
    """One run: its tools, and the steps it is made of."""

    def __init__(
        self, writer: Writer, stages: Stages, request: Request, ledger: Ledger
    ) -> None:
        self._writer = writer
        self._stages = stages
        self._request = request
        self._ledger = ledger
        self._versions = stages.craft.versions

    def gather(self) -> Gathered:
        """Read the sources; nothing is understood yet."""
        found = self._stages.read_sources(self._request.paths, self._request.options)
        with self._ledger.step(Step.READ) as progress:
            return gather(found, self._writer, progress)

    def kept_sources(self, failed: Sequence[Failed]) -> dict[str, str]:
        """Return the raw reports that the chronicle holds, by key."""
        kept = {m.raw: m.report.source for m in self._writer.members()}
        return kept | {f.raw: f.failure.source for f in failed if f.raw is not None}

    def finish(self, sources: dict[str, str], unread: Sequence[Failed]) -> Summary:
        """Make the chronicle of these raw reports and commit it."""
        tasks = self._unfinished(sources)
        self._perform(tasks, Step.ANALYSE)
        with self._ledger.step(Step.LOAD), loading_for_good():
            finished, failed = finished_reports(sources, self._writer, self._versions)
        try:
            pile = self._linked(finished, (*unread, *failed))
        finally:
            let_go()
        summary = _summary(pile, len(tasks))
        self._commit(pile, summary)
        return summary

    def _linked(self, finished: list[Finished], failed: Sequence[Failed]) -> Pile:
        """Return what all reports amount to."""
        duplicates = self._group(finished)
        finished, dated = self._date(finished, duplicates)
        if dated:
            duplicates = self._group(finished)
        links = self._link(finished, duplicates)
        pile, clashes = assemble(finished, failed, duplicates, links)
        if clashes:
            self._ledger.count("id_clashes", clashes)
        return pile

    def _unfinished(self, sources: dict[str, str]) -> list[Task]:
        """Return what is new or stale. Contents stay in the store until their turn."""
        tasks = []
        for raw, source in sources.items():
            reading = self._writer.reading(reading_key(raw, self._versions))
            if reading is None:
                tasks.append(Task(source, raw))
            elif reading.report is not None:
                key = analysis_key(reading.digest, self._versions)
                if not self._writer.has_analysis(key):
                    tasks.append(Task(source, raw, is_read=True))
        return tasks

    def _perform(self, tasks: Sequence[Task], step: Step) -> None:
        craft, jobs = self._stages.craft, self._request.jobs
        if jobs is None:
            jobs = sensible_jobs(len(tasks))
        with self._ledger.step(step, len(tasks)) as progress:
            done: list[Done] = []
            try:
                for one in perform_all(map(self._packed, tasks), craft, jobs):
                    done.append(one)
                    progress.advance()
                    if len(done) >= _AT_ONCE:
                        self._checkpoint(done)
            finally:
                self._checkpoint(done)

    def _packed(self, task: Task) -> Task:
        if not task.is_read:
            return replace(task, raw_body=self._writer.raw_body(task.raw))
        key = reading_key(task.raw, self._versions)
        return replace(task, reading=self._writer.reading(key))

    def _checkpoint(self, done: list[Done]) -> None:
        readings = [d.reading for d in done if d.reading is not None]
        analyses = [d.analysis for d in done if d.analysis is not None]
        done.clear()
        self._writer.stage(readings, analyses)

    def _group(self, finished: Sequence[Finished]) -> tuple[DuplicateGroup, ...]:
        with self._ledger.step(Step.DUPLICATES):
            return self._stages.group_duplicates(
                [f.report for f in finished], [f.fingerprint for f in finished]
            )

    def _date(
        self, finished: list[Finished], duplicates: tuple[DuplicateGroup, ...]
    ) -> tuple[list[Finished], bool]:
        """Let reports date each other; return them, and whether any day changed."""
        if self._stages.date_pile is None:
            return finished, False
        with self._ledger.step(Step.DATE):
            days = self._stages.date_pile(
                [f.report for f in finished], [f.analysis for f in finished], duplicates
            )
        dated = {
            f.report.id: replace(f, member=self._dated(f.member, days[f.report.id]))
            for f in finished
            if days.get(f.report.id, f.report.published) != f.report.published
        }
        self._analyse_again([one.member for one in dated.values()])
        again = [dated.get(f.report.id, f) for f in finished]
        return [
            analysed(f, f.member.analysis, self._writer) if f.report.id in dated else f
            for f in again
        ], bool(dated)

    def _dated(self, member: Member, published: Published) -> Member:
        """Return the report with its new day, under the key of its next analysis."""
        report = replace(member.report, published=published)
        key = analysis_key(report_digest(report), self._versions)
        return replace(member, report=report, analysis=key)

    def _analyse_again(self, members: Sequence[Member]) -> None:
        tasks = [
            Task(m.report.source, m.raw, is_read=True, published=m.report.published)
            for m in members
            if not self._writer.has_analysis(m.analysis)
        ]
        self._perform(tasks, Step.ANALYSE)

    def _link(
        self, finished: Sequence[Finished], duplicates: tuple[DuplicateGroup, ...]
    ) -> Links:
        held = [j for j in self._writer.judgements() if j.holds]
        with self._ledger.step(Step.LINK):
            links = self._stages.link(
                [f.report for f in finished],
                [f.analysis for f in finished],
                duplicates,
                held,
            )
            return decide(links, held)

    def _commit(self, pile: Pile, summary: Summary) -> None:
        self._ledger.count("reports", summary.reports)
        self._ledger.count("analysed", summary.analysed)
        self._ledger.count("failures", len(summary.failures))
        nothing = not pile.members
        if nothing and self._writer.members():
            raise _nothing(summary)
        with self._ledger.step(Step.STORE):
            self._writer.commit(pile, self._ledger.closed(RunState.DONE))
        if nothing and summary.failures:
            raise _nothing(summary)


def real_stages() -> Stages:
    """Return the stages that Chronist is made of.

    They are loaded here: their libraries take seconds, and a question to a finished
    chronicle needs none of them.
    """
    from chronist.language.analyse import analyse
    from chronist.linking.dating import date_pile
    from chronist.linking.link import link
    from chronist.reports.read import read
    from chronist.runs.copies import group_packed, packed_fingerprint
    from chronist.sources.read import read_sources

    return Stages(
        read_sources=read_sources,
        craft=Craft(read, analyse, packed_fingerprint, code_versions()),
        group_duplicates=group_packed,
        link=link,
        date_pile=date_pile,
    )


def _kept(
    writer: Writer, command: str, request: Request, stages: Stages
) -> AbstractContextManager[Ledger]:
    return kept_by(writer, command, asdict(stages.craft.versions), request.progress)


def _summary(pile: Pile, analysed: int) -> Summary:
    days = (m.report.published for m in pile.members)
    return Summary(
        reports=len(pile.members),
        analysed=analysed,
        undated=sum(1 for day in days if day is None or day.best is None),
        copies=sum(len(group.copies) for group in pile.duplicates),
        entries=len(pile.links.entries),
        failures=tuple(f.failure for f in pile.failed),
    )


def _nothing(summary: Summary) -> NothingToRead:
    told = [f"{f.source}: {f.reason}" for f in summary.failures[:_TOLD]]
    more = len(summary.failures) - len(told)
    told += [f"and {more} more"] if more > 0 else []
    return NothingToRead(
        "\n  ".join(["nothing could be read from the paths given.", *told])
    )
