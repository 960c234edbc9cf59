"""Who said what: cues, content, speakers and marks put together, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from chronist.language.grammar.match import Found
from chronist.language.grammars.speech.cast import Cast
from chronist.language.grammars.speech.content import Range, rendered, trim
from chronist.language.grammars.speech.direct import Said, alone, direct_statements
from chronist.language.grammars.speech.draft import BACK, Draft, Origin
from chronist.language.grammars.speech.finish import Setting, finished
from chronist.language.grammars.speech.free import (
    continues,
    free_statement,
    main_verb,
    points_back,
)
from chronist.language.grammars.speech.labels import labelled_statements
from chronist.language.grammars.speech.meaning import circumstances, find_hedges
from chronist.language.grammars.speech.pronouns import Voice
from chronist.language.grammars.speech.quotations import Quotation, find_quotations
from chronist.language.grammars.speech.rules import CUES, Cue, CueKind
from chronist.language.grammars.speech.speakers import Speaker, find_speakers
from chronist.language.grammars.speech.view import View, view_of
from chronist.language.tokens import TokenizedReport
from chronist.model.actor import ActorKind, Referent
from chronist.model.analysis import TimeExpression
from chronist.model.citation import Citation
from chronist.model.report import Published, Report
from chronist.model.statement import Statement, StatementForm


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
    voice: Voice | None = None
    for _, paragraph in groupby(tokenized.sentences, key=lambda s: s.segment):
        sentences = list(paragraph)
        segment = report.segments[sentences[0].segment]
        quotations = find_quotations(report.text, segment.start, segment.end)
        views = [view_of(sentence, quotations, cast) for sentence in sentences]
        found, voice = _paragraph(report, views, cast, voice)
        drafts += found
    drafts += labelled_statements(report, referents)
    hedges = find_hedges(report, tokenized.sentences)
    return finished(drafts, Setting(report, hedges, times, published))


def _paragraph(
    report: Report, views: Sequence[View], cast: Cast, voice: Voice | None
) -> tuple[list[Draft], Voice | None]:
    found: list[Draft] = []
    said: list[Said] = []
    before: View | None = None
    standing: list[tuple[View, Voice]] = []
    for view in views:
        if voice is not None:
            standing.append((view, voice))
        cues = _cues(view, cast, voice)
        governing = [_said(view, cue, _via(cues, cast), cast) for cue in cues]
        said += governing
        here = _sentence(report, view, cues, governing, voice)
        if before is not None and points_back(view):
            here += _told_before(report, before, view, cues, governing)
        before = None if here else view
        if _runs_free(here, view) and _goes_on(report, view, voice):
            here = [*here, free_statement(report, view, voice)]
            voice = voice and replace(voice, end=view.sentence.end)
        else:
            voice = _heard(view, here, governing, voice)
        found += here
    quotations = sorted({q for v in views for q in v.quotations}, key=lambda q: q.start)
    direct = direct_statements(report, quotations, views, said, found)
    direct += _unclaimed(report, quotations, standing, [*direct, *found])
    kept = [d for d in found if not _is_quotation(d, direct)]
    return kept + direct, voice


def _unclaimed(
    report: Report,
    quotations: Sequence[Quotation],
    standing: Sequence[tuple[View, Voice]],
    drafts: Sequence[Draft],
) -> list[Draft]:
    """Return the quotations nobody's cue claims that are whole sentences."""
    found = []
    for quotation in quotations:
        if any(d.start < quotation.end and quotation.start < d.end for d in drafts):
            continue
        opened = [(v, w) for v, w in standing if quotation in v.quotations]
        draft = alone(report, quotation, *opened[0]) if opened else None
        if draft is not None:
            found.append(draft)
    return found


def _told_before(
    report: Report,
    before: View,
    view: View,
    cues: Sequence[Heard],
    governing: Sequence[Said],
) -> list[Draft]:
    """Return the sentence before as content of "Das teilte die Polizei mit"."""
    for (found, who), said in zip(cues, governing, strict=True):
        verb = view.tokens[found.value.word]
        if found.value.kind is CueKind.VERB and "speech/saying" in verb.tags:
            if who.citation is None and who.referent is None:
                continue
            start, end = trim(before.tokens, 0, len(before.tokens))
            content = _cite(report, before, [(start, end)]) if start < end else ()
            return (
                [_draft(StatementForm.INDIRECT, content, said, BACK)] if content else []
            )
    return []


def _heard(
    view: View, drafts: Sequence[Draft], said: Sequence[Said], voice: Voice | None
) -> Voice | None:
    """Return who speaks at the end of a sentence: whose cue stands in no one's content."""
    own = [s for s in said if s.speaker or s.speaker_citation]
    outer = [
        s for s in own if not any(d.covers(s.position, s.position) for d in drafts)
    ]
    if not outer:
        ends = view.quoted and view.quoted[-1] and voice
        return replace(voice, end=view.sentence.end) if ends and voice else voice
    rendering = [s for s in outer if _renders(s, drafts)]
    last = (rendering or outer)[-1]
    words = last.words or last.speaker_citation
    return Voice(last.speaker, words, last.via, view.sentence.end)


def _renders(said: Said, drafts: Sequence[Draft]) -> bool:
    return any(
        d.cue == said.cue and d.form is not StatementForm.REPORTED for d in drafts
    )


def _runs_free(here: Sequence[Draft], view: View) -> bool:
    """Whether nothing in a sentence renders its main clause: "Er gehe davon aus, …"."""
    if not here:
        return True
    verb = main_verb(view)
    if verb is None:
        return False
    token = view.tokens[verb]
    reported = any(r.form == "k1" for r in token.verb)
    return reported and not any(d.covers(token.start, token.end) for d in here)


def _goes_on(report: Report, view: View, voice: Voice | None) -> bool:
    """Whether a sentence continues speech. Without any before, Konjunktiv I is still
    somebody's words."""
    near = voice is not None and view.sentence.start - voice.end <= _DIRECTLY
    return continues(view, directly=near)


_DIRECTLY = 80
"""Code points between speech and what continues it: no whole sentence."""


def _is_quotation(draft: Draft, direct: Sequence[Draft]) -> bool:
    """Whether a rendered content is a quotation and nothing else."""
    bare = "".join(c.text for c in draft.content).strip(_EDGE)
    return any(
        d.start >= draft.start - 1
        and d.end <= draft.end + 1
        and bare == "".join(c.text for c in d.content).strip(_EDGE)
        for d in direct
    )


_EDGE = ' „“”»«"‚‘’›‹,.!?…–'


# One sentence --------------------------------------------------------------------

Heard = tuple[Found[Cue], Speaker]


def _cues(view: View, cast: Cast, voice: Voice | None) -> list[Heard]:
    """Return the cues of a sentence, once for each of several speakers."""
    return [
        (found, who)
        for found in CUES.read(view.tokens)
        if not view.quoted[found.value.word]
        for who in find_speakers(view, found.value, cast, voice)
    ]


def _sentence(
    report: Report,
    view: View,
    cues: Sequence[Heard],
    governing: Sequence[Said],
    voice: Voice | None,
) -> list[Draft]:
    drafts = []
    for (found, who), said in zip(cues, governing, strict=True):
        if found.value.kind is not CueKind.VERB and said.speaker in said.via:
            continue
        result = rendered(view, found.value, who.phrase, who.subject)
        if result is None:
            continue
        form, ranges = result
        content = _cite(report, view, ranges)
        origin = Origin(found.rule.id, found.rule.de, found.rule.en)
        draft = _draft(form, content, said, origin)
        drafts.append(_carried(draft, voice) if _needs_voice(found, who) else draft)
    return drafts


def _needs_voice(found: Found[Cue], who: Speaker) -> bool:
    """Whether words without a speaker of their own go on from whoever spoke before."""
    return who.goes_on and found.rule.id in _CARRYING


_CARRYING = frozenset(("de.speech.accordingly", "de.speech.so_it_was_said"))


def _carried(draft: Draft, voice: Voice | None) -> Draft:
    if voice is None:
        return draft
    return replace(draft, speaker=voice.speaker, words=voice.words, via=voice.via)


def _via(cues: Sequence[Heard], cast: Cast) -> tuple[str, ...]:
    """Return the outlets a person's words came through: "sagte er laut Tass"."""
    persons = any(
        found.value.kind is CueKind.VERB
        and found.rule.id != "de.speech.so_it_was_said"
        and who.referent is not None
        and cast.is_person(who.referent)
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


def _said(view: View, heard: Heard, via: tuple[str, ...], cast: Cast) -> Said:
    found, who = heard
    token = view.tokens[found.value.word]
    return Said(
        view.sentence.index,
        token.start,
        cast.report.cite(token.start, token.end),
        who.referent,
        who.citation,
        via,
        found.value.kind is not CueKind.VERB or not token.tags.isdisjoint(_QUOTING),
        who.words,
        circumstances(view, found.value, cast, who.subject),
    )


_QUOTING = frozenset(
    f"speech/{kind}"
    for kind in (
        "saying",
        "thinking",
        "demanding",
        "announcing",
        "judging",
        "naming",
        "accusing",
        "prepositional",
    )
)


def _draft(
    form: StatementForm, content: tuple[Citation, ...], said: Said, origin: Origin
) -> Draft:
    return Draft(
        form,
        content,
        said.cue,
        said.speaker,
        said.speaker_citation,
        origin,
        said.via,
        said.words,
        said.around,
    )


def _cite(report: Report, view: View, ranges: Sequence[Range]) -> tuple[Citation, ...]:
    tokens = view.tokens
    return tuple(report.cite(tokens[a].start, tokens[b - 1].end) for a, b in ranges)
