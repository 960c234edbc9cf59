"""Who said what: cues, content, speakers and marks put together, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from chronist.language.grammar.match import Found
from chronist.language.grammars.speech.content import Range, rendered
from chronist.language.grammars.speech.direct import Said, direct_statements
from chronist.language.grammars.speech.draft import Draft, Origin
from chronist.language.grammars.speech.free import continues, free_statement
from chronist.language.grammars.speech.labels import labelled_statements
from chronist.language.grammars.speech.quotations import find_quotations
from chronist.language.grammars.speech.rules import CUES, Cue, CueKind
from chronist.language.grammars.speech.speakers import Cast, Speaker, find_speaker
from chronist.language.grammars.speech.view import View, view_of
from chronist.language.tokens import TokenizedReport
from chronist.model.actor import ActorKind, Referent
from chronist.model.analysis import TimeExpression
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.report import Published, Report
from chronist.model.statement import Statement, StatementForm
from chronist.model.when import When
from chronist.text.digest import content_id


def find_statements(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    times: Sequence[TimeExpression],
    published: Published | None,
) -> tuple[Statement, ...]:
    """Return the statements of a report with their speakers, in order of content."""
    report = tokenized.report
    cast = Cast(report, referents)
    drafts: list[Draft] = []
    for _, paragraph in groupby(tokenized.sentences, key=lambda s: s.segment):
        sentences = list(paragraph)
        segment = report.segments[sentences[0].segment]
        quotations = find_quotations(report.text, segment.start, segment.end)
        views = [view_of(sentence, quotations) for sentence in sentences]
        drafts += _paragraph(report, views, cast, drafts)
    drafts += labelled_statements(report, referents)
    return tuple(_finish(report, draft, times, published) for draft in _ordered(drafts))


def _paragraph(
    report: Report, views: Sequence[View], cast: Cast, before: Sequence[Draft]
) -> list[Draft]:
    found: list[Draft] = []
    said: list[Said] = []
    for view in views:
        last = found[-1] if found else (before[-1] if before else None)
        here = _sentence(report, view, cast, last, said)
        if not here and last is not None and _goes_on(report, view, last):
            here = [free_statement(report, view, last)]
        found += here
    quotations = sorted({q for v in views for q in v.quotations}, key=lambda q: q.start)
    direct = direct_statements(report, quotations, views, said, found)
    return [d for d in found if not _is_quotation(d, direct)] + direct


def _goes_on(report: Report, view: View, last: Draft) -> bool:
    between = report.text[last.end : view.sentence.start]
    return continues(view, directly=len(between) <= _DIRECTLY)


_DIRECTLY = 80
"""Code points between speech and what continues it: the cue clause, no whole sentence."""


def _is_quotation(draft: Draft, direct: Sequence[Draft]) -> bool:
    """Whether a rendered content is a quotation and nothing else."""
    bare = "".join(c.text for c in draft.content).strip(' „“”»«"‚‘’›‹,.!?…–')
    return any(
        d.start >= draft.start - 1
        and d.end <= draft.end + 1
        and bare == "".join(c.text for c in d.content).strip(' „“”»«"‚‘’›‹,.!?…–')
        for d in direct
    )


# One sentence --------------------------------------------------------------------


def _sentence(
    report: Report, view: View, cast: Cast, last: Draft | None, said: list[Said]
) -> list[Draft]:
    speaker = last.speaker if last else None
    cues = [
        (f, find_speaker(view, f.value, cast, speaker))
        for f in CUES.read(view.tokens)
        if not view.quoted[f.value.word]
    ]
    via = _via(cues, cast)
    drafts = []
    for found, who in cues:
        if found.value.kind is not CueKind.VERB and who.referent in via:
            continue
        governing = _said(report, view, found, who, via)
        said.append(governing)
        result = rendered(view, found.value, who.phrase)
        if result is not None:
            form, ranges = result
            content = _cite(report, view, ranges)
            drafts.append(_draft(form, content, governing, found, last))
    return drafts


def _via(cues: Sequence[tuple[Found[Cue], Speaker]], cast: Cast) -> tuple[str, ...]:
    """Return the outlets a person's words came through: "sagte er laut Tass"."""
    persons = any(
        found.value.kind is CueKind.VERB
        and found.rule.id != "de.speech.so_it_was_said"
        and who.referent is not None
        and cast.kind(who.referent) is ActorKind.PERSON
        for found, who in cues
    )
    sources = tuple(
        who.referent
        for found, who in cues
        if found.value.kind in (CueKind.SOURCE, CueKind.ASIDE)
        and who.referent is not None
        and cast.kind(who.referent) is ActorKind.ORGANISATION
    )
    return sources if persons else ()


def _said(
    report: Report, view: View, found: Found[Cue], who: Speaker, via: tuple[str, ...]
) -> Said:
    token = view.tokens[found.value.word]
    return Said(
        view.sentence.index,
        token.start,
        report.cite(token.start, token.end),
        who.referent,
        who.citation,
        via,
    )


def _draft(
    form: StatementForm,
    content: tuple[Citation, ...],
    governing: Said,
    found: Found[Cue],
    last: Draft | None,
) -> Draft:
    speaker = governing.speaker
    if found.rule.id == "de.speech.accordingly" and last is not None:
        speaker = last.speaker
    return Draft(
        form,
        content,
        governing.cue,
        speaker,
        governing.speaker_citation,
        Origin(found.rule.id, found.rule.de, found.rule.en),
        governing.via,
    )


def _cite(report: Report, view: View, ranges: Sequence[Range]) -> tuple[Citation, ...]:
    tokens = view.tokens
    return tuple(report.cite(tokens[a].start, tokens[b - 1].end) for a, b in ranges)


# Finished ------------------------------------------------------------------------


def _ordered(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield each content once, the reading that knows a speaker first."""
    seen: set[tuple[StatementForm, tuple[Citation, ...]]] = set()
    for draft in sorted(drafts, key=_reading_order):
        key = (draft.form, draft.content)
        if key not in seen:
            seen.add(key)
            yield draft


def _reading_order(draft: Draft) -> tuple[int, int, str, bool, bool]:
    weak = draft.origin.rule == "de.speech.verb"
    return draft.start, -draft.end, draft.form.value, draft.speaker is None, weak


def _finish(
    report: Report,
    draft: Draft,
    times: Sequence[TimeExpression],
    published: Published | None,
) -> Statement:
    places = [n for c in draft.content for n in (c.start, c.end)]
    cited = (*((draft.cue,) if draft.cue else ()), *draft.content)
    return Statement(
        id=content_id("st", report.id, draft.form, *places, str(draft.speaker)),
        report=report.id,
        form=draft.form,
        content=draft.content,
        speaker=draft.speaker,
        speaker_citation=draft.speaker_citation,
        cue=draft.cue,
        derivations=(
            Derivation(draft.origin.rule, draft.origin.de, draft.origin.en, cited),
        ),
        via=draft.via,
        when=_when(draft, times, published),
    )


def _when(
    draft: Draft, times: Sequence[TimeExpression], published: Published | None
) -> When | None:
    """Return the day the cue's clause names, else the report's day."""
    cue = draft.cue
    if cue is not None:
        near = [
            t
            for t in times
            if t.when is not None
            and abs(t.citation.start - cue.start) <= _NEAR
            and not draft.covers(t.citation.start, t.citation.end)
        ]
        if near:
            return min(near, key=lambda t: abs(t.citation.start - cue.start)).when
    return published.when if published else None


_NEAR = 60
"""Code points between a cue and the time that dates it: about eight words."""
