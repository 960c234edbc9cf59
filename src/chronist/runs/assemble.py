"""What was done report by report, as one pile in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from chronist.model.analysis import Analysis, TimeExpression
from chronist.model.report import DuplicateGroup, Failure, Report
from chronist.model.story import Links
from chronist.runs.plan import Versions, analysis_key, reading_key
from chronist.store.codec import unpack
from chronist.store.store import Failed, Member, Pile, Reading, Writer
from chronist.text.offsets import OffsetMap


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
) -> Pile:
    """Return all that a commit shows."""
    distinct = {f.failure: f for f in failed}
    return Pile(
        members=tuple(f.member for f in finished),
        failed=tuple(distinct[failure] for failure in sorted(distinct)),
        duplicates=duplicates,
        times=tuple(_times(finished)),
        links=links,
    )


def _times(finished: Iterable[Finished]) -> Iterable[TimeExpression]:
    for one in finished:
        yield from one.analysis.times
