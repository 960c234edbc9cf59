"""Headings that render what somebody said: "Merz: Einigung bis Freitag möglich"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronist.language.grammars.speech.draft import LABELLED, Draft
from chronist.model.actor import ActorKind, Referent
from chronist.model.report import Report, Segment, SegmentKind
from chronist.model.statement import StatementForm

_MOST_LABEL_WORDS = 4


def labelled_statements(
    report: Report, referents: Sequence[Referent]
) -> Iterator[Draft]:
    """Yield a statement for every heading that opens with a known name and a colon.

    The name must be one the report uses elsewhere; other colons in headings
    ("Analyse: …", "Belarus: …") introduce no speech.
    """
    for segment in report.segments:
        if segment.kind is SegmentKind.HEADING:
            yield from _labelled(report, segment, referents)


def _labelled(
    report: Report, segment: Segment, referents: Sequence[Referent]
) -> Iterator[Draft]:
    heading = report.text[segment.start : segment.end]
    label, colon, rest = heading.partition(":")
    speaker = _person_named(label.strip(), referents)
    if not colon or not rest.strip() or speaker is None:
        return
    start = segment.end - len(rest.lstrip())
    name_end = segment.start + len(label.rstrip())
    name_start = name_end - len(label.strip())
    yield Draft(
        StatementForm.INDIRECT,
        (report.cite(start, segment.end),),
        None,
        speaker,
        report.cite(name_start, name_end),
        LABELLED,
    )


def _person_named(label: str, referents: Sequence[Referent]) -> str | None:
    if not label or len(label.split()) > _MOST_LABEL_WORDS:
        return None
    for referent in referents:
        if referent.kind is not ActorKind.PERSON:
            continue
        names = {referent.name, *(m.citation.text for m in referent.mentions)}
        if label in names or label.split()[-1] == referent.name.split()[-1]:
            return referent.id
    return None
