"""What was done report by report, as one pile in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from chronist.model.actor import Actor
from chronist.model.analysis import Analysis, TimeExpression
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.pledge import Pledge
from chronist.model.report import DuplicateGroup, Failure, Report
from chronist.model.statement import Statement
from chronist.model.story import Links
from chronist.runs.plan import Versions, analysis_key, reading_key
from chronist.store.codec import unpack
from chronist.store.store import Failed, Member, Pile, Reading, Writer
from chronist.text.offsets import OffsetMap

_Item = TypeVar(
    "_Item", Actor, Conflict, Entry, Event, Pledge, Statement, TimeExpression
)


@dataclass(frozen=True, slots=True)
class Finished:
    """A report with the analysis it has so far."""

    member: Member
    analysis: Analysis
    fingerprint: bytes = field(default=b"", repr=False)

    @property
    def report(self) -> Report:
        """The report with the day its analysis gave."""
        return self.member.report


def finished_reports(
    sources: dict[str, str], writer: Writer, versions: Versions
) -> tuple[list[Finished], list[Failed]]:
    """Return reports and failures, by source, whatever order they were found in.

    The same text under the same file name has one id wherever it lies: it is one
    report, and the first source in order stands for it.
    """
    finished: dict[str, Finished] = {}
    failed = []
    for raw, _ in sorted(sources.items(), key=lambda item: (item[1], item[0])):
        reading = writer.reading(reading_key(raw, versions))
        if reading is None:
            msg = f"{sources[raw]} was planned but never read"
            raise LookupError(msg)
        if reading.report is None:
            failed.append(Failed(unpack(reading.body, Failure), raw))
        elif reading.report not in finished:
            finished[reading.report] = _finished(reading, writer, versions)
    return list(finished.values()), failed


def _finished(reading: Reading, writer: Writer, versions: Versions) -> Finished:
    report = unpack(reading.body, Report)
    key = analysis_key(reading.digest, versions)
    member = Member(
        report=replace(report, raw="", offsets=OffsetMap(())),
        raw=reading.raw,
        reading=reading.key,
        first_analysis=key,
        analysis=key,
    )
    bare = Finished(
        member, Analysis(member.report.id, None), reading.fingerprint or b""
    )
    return analysed(bare, key, writer)


def analysed(one: Finished, key: str, writer: Writer) -> Finished:
    """Return a report under the analysis with this key, which may narrow its day."""
    analysis = writer.analysis(key)
    member = one.member
    published = analysis.published or member.report.published
    report = replace(member.report, published=published)
    member = replace(member, report=report, analysis=key)
    return replace(one, member=member, analysis=analysis)


def assemble(
    finished: Sequence[Finished],
    failed: Iterable[Failed],
    duplicates: tuple[DuplicateGroup, ...],
    links: Links,
) -> tuple[Pile, int]:
    """Return all that a commit shows, and how many items were left out.

    Two findings with one id cannot both be kept. That is a mistake of the rules that
    made them; it must not cost the pile, and it stands in the ledger.
    """
    failures = {f.failure: f for f in failed}
    times = _distinct(time for one in finished for time in one.analysis.times)
    kept = Links(
        actors=_distinct(links.actors),
        events=_distinct(links.events),
        entries=_distinct(links.entries),
        statements=_distinct(links.statements),
        pledges=_distinct(links.pledges),
        conflicts=_distinct(links.conflicts),
    )
    pile = Pile(
        members=tuple(f.member for f in finished),
        failed=tuple(failures[failure] for failure in sorted(failures)),
        duplicates=duplicates,
        times=times,
        links=kept,
    )
    given = sum(len(f.analysis.times) for f in finished) + _size(links)
    return pile, given - len(times) - _size(kept)


def _distinct(items: Iterable[_Item]) -> tuple[_Item, ...]:
    """Return the items without those whose id came before."""
    first: dict[str, _Item] = {}
    for item in items:
        first.setdefault(item.id, item)
    return tuple(first.values())


def _size(links: Links) -> int:
    findings = (links.actors, links.events, links.entries)
    sayings = (links.statements, links.pledges, links.conflicts)
    return sum(map(len, (*findings, *sayings)))
