"""What linking is handed, put in order once, with the look-ups all steps need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chronist.model.analysis import Analysis
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.report import DuplicateGroup, Published, Report


@dataclass(frozen=True, slots=True)
class Pile:
    """All reports with their analyses, sorted, so that no step sees the input order.

    ``judgements`` are those that hold, oldest first. ``group_of`` maps each report
    to the origin of its duplicate group (to itself if nobody copied it).
    """

    reports: Mapping[str, Report]
    analyses: tuple[Analysis, ...]
    judgements: tuple[Judgement, ...]
    group_of: Mapping[str, str]
    published: Mapping[str, Published]

    def day(self, report: str) -> date | None:
        """Return the best known day of publication, or None."""
        published = self.published.get(report)
        if published is None:
            return None
        if published.best is not None:
            return published.best
        return published.when.latest if published.when.is_bounded else None

    def rank(self, report: str) -> tuple[date, str]:
        """Return the place of a report in time; undated reports come last."""
        return (self.day(report) or date.max, report)

    def judged(self, subject: Subject, verdict: Verdict) -> tuple[Judgement, ...]:
        """Return the judgements of one kind that hold, oldest first."""
        return tuple(
            j for j in self.judgements if j.subject is subject and j.verdict is verdict
        )

    def in_one_group(self, first: str, second: str) -> bool:
        """Whether two reports print the same text."""
        return self.group_of[first] == self.group_of[second]


def gather(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    duplicates: Sequence[DuplicateGroup],
    judgements: Sequence[Judgement],
) -> Pile:
    """Return the pile. Analyses without their report are left out."""
    by_id = {report.id: report for report in sorted(reports, key=lambda r: r.id)}
    known = {a.report: a for a in analyses if a.report in by_id}
    ordered = tuple(known[report] for report in sorted(known))
    held = sorted((j for j in judgements if j.holds), key=lambda j: (j.at, j.id))
    return Pile(
        by_id, ordered, tuple(held), _groups(by_id, duplicates), _days(by_id, ordered)
    )


def _groups(
    reports: Mapping[str, Report], duplicates: Iterable[DuplicateGroup]
) -> dict[str, str]:
    group_of = {report: report for report in reports}
    for group in duplicates:
        group_of.setdefault(group.origin, group.origin)
        for copy in group.copies:
            group_of[copy] = group.origin
    return group_of


def _days(
    reports: Mapping[str, Report], analyses: Iterable[Analysis]
) -> dict[str, Published]:
    days = {r.id: r.published for r in reports.values() if r.published is not None}
    for analysis in analyses:
        if analysis.published is not None:
            days[analysis.report] = analysis.published
    return days
