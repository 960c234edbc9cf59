"""What is promised: announcements of own future acts, with who, what and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronist.language.grammar.match import Found
from chronist.language.grammars.pledges.rules import INTENTS, Intent, IntentKind
from chronist.language.grammars.speech.cast import Cast
from chronist.language.grammars.speech.content import trim
from chronist.language.grammars.speech.phrases import Phrase
from chronist.language.grammars.speech.quotations import find_quotations
from chronist.language.grammars.speech.subjects import subject_in
from chronist.language.grammars.speech.view import Part, View, view_of
from chronist.language.tokens import Token, TokenizedReport
from chronist.lexica.load import verb_tags
from chronist.model.actor import ActorKind, Referent
from chronist.model.analysis import TimeExpression, TimeType
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.event import Event
from chronist.model.pledge import Pledge
from chronist.model.report import Published, Report
from chronist.model.statement import Statement, StatementForm
from chronist.model.when import When
from chronist.text.digest import content_id

ANNOUNCED = Derivation(
    "de.pledges.announced",
    "Jemand kündigt an, verspricht oder droht an, was er selbst tun wird.",
    "Somebody announces, promises or threatens what they will do themselves.",
)


@dataclass(frozen=True, slots=True)
class _Draft:
    by: tuple[str, ...]
    content: tuple[Citation, ...]
    derivation: Derivation
    statement: Statement | None

    @property
    def start(self) -> int:
        return self.content[0].start

    @property
    def end(self) -> int:
        return self.content[-1].end


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found before: pledges rest on times, statements and events."""

    times: Sequence[TimeExpression]
    statements: Sequence[Statement]
    events: Sequence[Event]


def find_pledges(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    findings: Findings,
    published: Published | None,
) -> tuple[Pledge, ...]:
    """Return the pledges of a report, in order of content."""
    drafts = [*_announced(tokenized, findings.statements)]
    cast = Cast(tokenized.report, referents)
    for sentence in tokenized.sentences:
        segment = tokenized.report.segments[sentence.segment]
        quotations = find_quotations(tokenized.report.text, segment.start, segment.end)
        view = view_of(sentence, quotations)
        drafts += _intended(tokenized.report, view, cast, findings.statements)
    finished = (
        _finish(d, tokenized.report, findings, published) for d in _apart(drafts)
    )
    return tuple(p for p in finished if p is not None)


# Announced in somebody's words ---------------------------------------------------


def _announced(
    tokenized: TokenizedReport, statements: Sequence[Statement]
) -> Iterator[_Draft]:
    verbs = {t.start: t for s in tokenized.sentences for t in s.tokens if t.verb}
    for statement in statements:
        cue = verbs.get(statement.cue.start) if statement.cue else None
        if cue is None or not _announces(cue) or statement.speaker is None:
            continue
        if statement.form is not StatementForm.DIRECT:
            yield _Draft((statement.speaker,), statement.content, ANNOUNCED, statement)


def _announces(cue: Token) -> bool:
    return "speech/announcing" in verb_tags(cue.lemma) or "pledges/words" in cue.tags


# Intended, planned, scheduled ----------------------------------------------------


def _intended(
    report: Report, view: View, cast: Cast, statements: Sequence[Statement]
) -> Iterator[_Draft]:
    for found in INTENTS.read(view.tokens):
        intent = found.value
        part = view.parts[view.part_of(intent.verb)]
        subject = subject_in(view, part, intent.verb)
        start, end = _content(view, part, intent)
        if start >= end:
            continue
        content = report.cite(view.tokens[start].start, view.tokens[end - 1].end)
        statement = _around(statements, content)
        content = _within(report, content, statement, view.tokens[intent.verb])
        by = _actor(view, cast, subject)
        if intent.kind is IntentKind.HELD_OUT:
            by = statement.speaker if statement is not None else None
        if by is None and statement is not None and _speaks_of_itself(view, subject):
            by = statement.speaker
        if by is None and intent.kind is not IntentKind.SCHEDULE:
            continue
        if _foretells(view, intent, part, by, statement):
            continue
        yield _Draft(
            (by,) if by else (), (content,), _derivation(found, content), statement
        )


def _foretells(
    view: View, intent: Intent, part: Part, by: str | None, statement: Statement | None
) -> bool:
    """Whether "wird" tells what somebody says of others, or a mere consequence."""
    if intent.kind is not IntentKind.FUTURE:
        return False
    if "speech/subordinators" in view.tokens[part.first].tags and statement is None:
        return True
    return statement is not None and statement.speaker not in (None, by)


def _content(view: View, part: Part, intent: Intent) -> tuple[int, int]:
    """Return the clause; without its subject where that stands before the verb."""
    end = part.last if intent.kind is IntentKind.PLAN else intent.last + 1
    if intent.kind is IntentKind.PLAN:
        end = _with_infinitive(view, part)
    subject = subject_in(view, part, intent.verb)
    begins = part.first
    if (
        subject is not None
        and subject.start == part.first
        and subject.end <= intent.verb
    ):
        begins = intent.verb
    return trim(view.tokens, begins, max(end, intent.verb + 1))


def _with_infinitive(view: View, part: Part) -> int:
    """Return the end of "plant, … zu bauen": the clause behind the comma belongs."""
    number = view.parts.index(part)
    if number + 1 < len(view.parts):
        following = view.parts[number + 1]
        tokens = view.tokens[following.first : following.last]
        if any(r.form == "zu" for t in tokens for r in t.verb) or any(
            t.lower == "zu" for t in tokens
        ):
            return following.last
    return part.last


def _actor(view: View, cast: Cast, subject: Phrase | None) -> str | None:
    if subject is None:
        return None
    first, last = view.tokens[subject.start], view.tokens[subject.core - 1]
    mention = cast.best_mention(first.start, last.end)
    if mention is None or cast.kind(mention[1]) is ActorKind.OTHER:
        return None
    return mention[1]


def _speaks_of_itself(view: View, subject: Phrase | None) -> bool:
    """Whether the subject is "er", "sie", "wir", "ich", "man" or nobody."""
    if subject is None:
        return True
    return view.tokens[subject.start].lower in ("er", "sie", "wir", "ich", "man")


def _around(statements: Sequence[Statement], content: Citation) -> Statement | None:
    holding = [s for s in statements if any(c.overlaps(content) for c in s.content)]
    return max(holding, key=lambda s: (s.speaker is not None, s.id), default=None)


def _within(
    report: Report, content: Citation, statement: Statement | None, verb: Token
) -> Citation:
    """Return the content without the words that give it to its speaker."""
    parts = statement.content if statement is not None else ()
    for part in parts:
        if part.start <= verb.start < part.end:
            start, end = max(part.start, content.start), min(part.end, content.end)
            return report.cite(start, end)
    return content


def _derivation(found: Found[Intent], content: Citation) -> Derivation:
    return Derivation(found.rule.id, found.rule.de, found.rule.en, (content,))


# Finished ------------------------------------------------------------------------


def _apart(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Return drafts that do not overlap: the longer content wins, then one with a by."""
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda d: (not d.by, d.start - d.end, d.start)):
        if all(draft.end <= k.start or k.end <= draft.start for k in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.start)


def _finish(
    draft: _Draft, report: Report, findings: Findings, published: Published | None
) -> Pledge | None:
    made = draft.statement.when if draft.statement else None
    made = made or (published.when if published else None)
    due = _due(draft, findings.times, made)
    scheduled = draft.derivation.rule in _SCHEDULES
    if (scheduled and due is None) or (not draft.by and due is None):
        return None
    derivation = draft.derivation
    if not derivation.citations:
        derivation = Derivation(
            derivation.rule, derivation.de, derivation.en, draft.content
        )
    return Pledge(
        id=content_id("pl", report.id, draft.start, draft.end),
        report=report.id,
        by=draft.by,
        content=draft.content,
        due=due,
        made=made,
        derivations=(derivation,),
        events=tuple(
            e.id
            for e in findings.events
            if any(c.contains(e.trigger) for c in draft.content)
        ),
    )


_SCHEDULES = frozenset(
    f"de.pledges.{name}"
    for name in ("schedule", "scheduled", "future_passive", "held_out")
)
"""Rules whose findings count only with a day: "soll" alone is hearsay or demand."""


def _due(
    draft: _Draft, times: Sequence[TimeExpression], made: When | None
) -> When | None:
    """Return the last time named in the content that does not lie before the pledge."""
    inside = [
        t.when
        for t in times
        if t.when is not None
        and t.type in (TimeType.DATE, TimeType.TIME)
        and any(c.contains(t.citation) for c in draft.content)
    ]
    coming = [w for w in inside if made is None or w.latest >= made.earliest]
    return coming[-1] if coming else None
