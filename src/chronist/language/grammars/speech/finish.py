"""Drafts become statements: each content once, with id, day and derivation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronist.language.grammars.speech.draft import Draft
from chronist.model.analysis import TimeExpression
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.report import Published, Report
from chronist.model.statement import Statement, StatementForm
from chronist.model.when import When
from chronist.text.digest import content_id


@dataclass(frozen=True, slots=True)
class Setting:
    """What a finished statement needs to know of its report."""

    report: Report
    hedges: Sequence[Citation]
    times: Sequence[TimeExpression]
    published: Published | None


def finished(drafts: Sequence[Draft], setting: Setting) -> tuple[Statement, ...]:
    """Return the statements of all drafts, in order of content."""
    return tuple(_finish(draft, setting) for draft in _ordered(drafts))


def _ordered(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield each content once for each speaker that one cue names; the reading that
    knows a speaker first."""
    seen: dict[tuple[StatementForm, tuple[Citation, ...]], Draft] = {}
    for draft in sorted(drafts, key=_reading_order):
        first = seen.setdefault((draft.form, draft.content), draft)
        together = first.cue == draft.cue and first.speaker_citation is not None
        if first is draft or (
            together and draft.speaker_citation not in (None, first.speaker_citation)
        ):
            yield draft


def _reading_order(draft: Draft) -> tuple[int, int, str, bool, bool, int]:
    weak = draft.origin.rule == "de.speech.verb"
    unknown = draft.speaker is None
    words = draft.speaker_citation.start if draft.speaker_citation else 0
    return draft.start, -draft.end, draft.form.value, unknown, weak, words


def _finish(draft: Draft, setting: Setting) -> Statement:
    report, around = setting.report, draft.around
    places = [n for c in draft.content for n in (c.start, c.end)]
    cited = tuple(c for c in (draft.words, draft.cue, *draft.content) if c is not None)
    speaker = draft.speaker or (draft.words or draft.speaker_citation)
    return Statement(
        id=content_id("st", report.id, draft.form, *places, str(speaker)),
        report=report.id,
        form=draft.form,
        content=draft.content,
        speaker=draft.speaker,
        speaker_citation=draft.speaker_citation,
        cue=draft.cue,
        derivations=(
            Derivation(draft.origin.rule, draft.origin.de, draft.origin.en, cited),
        ),
        addressee=around.addressee,
        via=tuple(source for source in draft.via if source != draft.speaker),
        when=_when(draft, setting),
        addressee_citation=around.addressee_citation,
        act=around.act,
        place=_outside(around.place, draft),
        hedges=tuple(h for h in setting.hedges if draft.covers(h.start, h.end)),
    )


def _outside(place: Citation | None, draft: Draft) -> Citation | None:
    """Return a place unless it is part of what was said."""
    if place is None or draft.covers(place.start, place.end):
        return None
    return place


def _when(draft: Draft, setting: Setting) -> When | None:
    """Return the day the cue's clause names, else the report's day."""
    cue = draft.cue
    if cue is not None:
        near = [
            t
            for t in setting.times
            if t.when is not None
            and abs(t.citation.start - cue.start) <= _NEAR
            and not draft.covers(t.citation.start, t.citation.end)
        ]
        if near:
            return min(near, key=lambda t: abs(t.citation.start - cue.start)).when
    return setting.published.when if setting.published else None


_NEAR = 60
"""Code points between a cue and the time that dates it: about eight words."""
