"""What became of pledges: later events and refusals that speak of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chronist.linking.breaches import foreground
from chronist.linking.happenings import Happening
from chronist.linking.ledger import Ledger
from chronist.linking.pile import Pile
from chronist.linking.words import nouns
from chronist.model.derivation import Derivation
from chronist.model.event import EventType, Status
from chronist.model.pledge import Course, Pledge
from chronist.model.when import When

_FACT = (Status.OCCURRED, Status.ONGOING)
_LOOKED_FOR = 400
"""Days; how long a fulfilment is looked for where no day was given."""
_LOOKED_FOR_AFTER_DUE = 150
"""Days; how long after the due day it is still taken for this pledge's."""
_SOON = 45
"""Days after the due day, or the pledge, for an event of its kind that shares only
parties or a minor part of its nouns."""
_COMMON_NOUNS = 0.5
"""Share of the pledge's nouns that an event of another type must repeat."""
_SOME_NOUNS = 0.5
"""Share that suffices where the kind of event agrees and one noun is in common."""
_FEW_NOUNS = 2
_PARTIES_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Found:
    """An event that speaks of what was pledged, how strongly, and why."""

    happening: Happening
    strength: float
    de: str
    en: str


def follow(pledge: Pledge, ledger: Ledger) -> Pledge:
    """Return the pledge with its course and the citations that show it.

    Without a later event or refusal it stays open, even when its day has passed;
    it is broken only where a later report says so.
    """
    made = _made(pledge, ledger.pile)
    if made is None:
        return pledge
    broken = list(_breaches(pledge, ledger, made))
    if broken:
        return _with_course(pledge, Course.BROKEN, broken)
    return _weigh(pledge, list(_same_thing(pledge, ledger, made)), made)


def _weigh(pledge: Pledge, found: Sequence[Found], made: date) -> Pledge:
    """Return the pledge as facts, else words, else refusals decide."""
    facts = [
        f
        for f in found
        if f.happening.event.status in _FACT and not _refuses(f.happening)
    ]
    told = [f for f in facts if f.happening.event.said_in is None]
    if told:
        return _fulfilled(pledge, told, made)
    if facts:
        return _with_course(pledge, Course.UNCLEAR, _strongest(facts))
    refused = [f for f in found if _refuses(f.happening)]
    if refused:
        return _with_course(pledge, Course.WITHDRAWN, _strongest(refused))
    return pledge


def _made(pledge: Pledge, pile: Pile) -> date | None:
    if pledge.made is not None and pledge.made.is_bounded:
        return pledge.made.latest
    return pile.day(pledge.report)


def _breaches(pledge: Pledge, ledger: Ledger, made: date) -> Iterator[Found]:
    """Yield later sentences that set an event against this very promise."""
    content = nouns(foreground(" ".join(c.text for c in pledge.content)))
    around = " ".join(h.event.sentence.text for h in ledger.inner(pledge))
    subject = (content | nouns(foreground(around))) - ledger.names
    for happening in ledger.breaches:
        told = nouns(foreground(happening.event.sentence.text)) - ledger.names
        common = len(subject & told)
        share = common / max(min(len(content), len(told)), _FEW_NOUNS)
        alike = common >= _FEW_NOUNS and share >= _COMMON_NOUNS
        if alike and _later(happening, pledge, made):
            yield Found(happening, 3.0, *_BREACH)


_BREACH = (
    "Ein späterer Bericht sagt, dass es anders kam als zugesagt.",
    "A later report says that it did not come as promised.",
)


def _same_thing(pledge: Pledge, ledger: Ledger, made: date) -> Iterator[Found]:
    inner = ledger.inner(pledge)
    actors = frozenset(ledger.keys.get(a, a) for a in pledge.by).union(
        *(h.agents for h in inner)
    )
    content = ledger.subject(pledge)
    near = {h.id: h for actor in sorted(actors) for h in ledger.by_agent.get(actor, ())}
    entries = [ledger.entry_of[h.id] for h in inner if h.id in ledger.entry_of]
    own = {event for entry in entries for event in entry.events if event in ledger.seen}
    near |= {event: ledger.seen[event] for event in own}
    for happening in (near[i] for i in sorted(near)):
        if not _later(happening, pledge, made):
            continue
        if happening.id in own:
            yield Found(happening, 3.0, *_SAME_ENTRY)
            continue
        yield from _alike(happening, inner, (actors, content), (pledge, made))


_SAME_ENTRY = (
    "Das Zugesagte und das spätere Ereignis sind derselbe Eintrag.",
    "What was pledged and the later event are one entry.",
)
_SAME_SUBJECT = (
    "Ein späteres Ereignis gleicher Art oder eine Absage, mit Beteiligten und Sache der Zusage.",
    "A later event of the same kind, or a refusal, with the pledge's parties and subject.",
)


def _alike(
    happening: Happening,
    inner: Sequence[Happening],
    asked: tuple[frozenset[str], frozenset[str]],
    given: tuple[Pledge, date],
) -> Iterator[Found]:
    """Compare by kind and parties, or by the nouns of the pledge."""
    actors, content = asked
    common = len(content & happening.nouns)
    share = common / max(len(content), _FEW_NOUNS)
    typed = _same_kind(happening, inner)
    parties = len(actors & happening.parties)
    clearly = share >= _SOME_NOUNS and common >= 1
    refused = happening.event.type is EventType.REJECT
    soon = typed and common >= _FEW_NOUNS and _soon(happening, *given)
    if soon or (clearly and (typed or refused)):
        yield Found(happening, 2.0 + share, *_SAME_SUBJECT)
    elif share >= _COMMON_NOUNS and common >= _FEW_NOUNS:
        yield Found(
            happening,
            1.0 + share,
            "Ein späteres Ereignis derselben Beteiligten nennt dieselbe Sache.",
            "A later event of the same parties names the same subject.",
        )
    elif typed and parties >= _PARTIES_ENOUGH and _due_soon(happening, *given):
        yield Found(
            happening,
            1.0,
            "Ein späteres Ereignis derselben Art zwischen denselben Beteiligten.",
            "A later event of the same kind between the same parties.",
        )


def _same_kind(happening: Happening, inner: Sequence[Happening]) -> bool:
    kinds = {h.event.type for h in inner} - {EventType.OTHER}
    return happening.event.type in kinds


def _later(happening: Happening, pledge: Pledge, made: date) -> bool:
    """Whether it is told by another report and lies after the pledge, not too far."""
    if happening.event.report == pledge.report or happening.id in pledge.events:
        return False
    when = happening.dated or (When.day(happening.day) if happening.day else None)
    if when is None or when.latest <= made:
        return False
    due = _due_day(pledge)
    if due is None:
        return (when.earliest - made).days <= _LOOKED_FOR
    return (when.earliest - max(due, made)).days <= _LOOKED_FOR_AFTER_DUE


def _soon(happening: Happening, pledge: Pledge, made: date) -> bool:
    span = _span(happening, made)
    if span is None:
        return False
    return (span.earliest - (_due_day(pledge) or made)).days <= _SOON


def _due_soon(happening: Happening, pledge: Pledge, made: date) -> bool:
    return _due_day(pledge) is not None and _soon(happening, pledge, made)


def _span(happening: Happening, made: date) -> When | None:
    """Return the days on which it may have happened: after the pledge, and not after
    the report that tells it as a fact."""
    when = happening.dated
    first = made if when is None else max(when.earliest, made)
    ends = [when.latest] if when is not None else []
    if happening.day is not None:
        ends.append(happening.day)
    if not ends or min(ends) < first:
        return when
    return When.between(first, min(ends))


def _due_day(pledge: Pledge) -> date | None:
    due = pledge.due
    return due.latest if due is not None and due.is_bounded else None


def _refuses(happening: Happening) -> bool:
    event = happening.event
    return event.type is EventType.REJECT or event.status is Status.DENIED


def _fulfilled(pledge: Pledge, kept: Sequence[Found], made: date) -> Pledge:
    """Return the pledge as kept, late or, if the days allow both, unclear.

    Of several events that would fulfil it, the first to have happened for certain
    counts, with the sentences that give the same day.
    """
    best = _strongest(kept)
    first = min(best, key=lambda f: (*_certain(f.happening, made), f.happening.id))
    same = [f for f in best if f.happening.event.when == first.happening.event.when]
    span = _span(first.happening, made)
    return _with_course(pledge, _in_time(span, _due_day(pledge)), same)


def _certain(happening: Happening, made: date) -> tuple[date, int]:
    span = _span(happening, made)
    return (span.latest, span.width) if span is not None else (date.max, 0)


def _in_time(span: When | None, due: date | None) -> Course:
    if due is None:
        return Course.KEPT
    if span is None:
        return Course.UNCLEAR
    if span.latest <= due:
        return Course.KEPT
    return Course.LATE if span.earliest > due else Course.UNCLEAR


def _strongest(found: Sequence[Found]) -> list[Found]:
    most = max(f.strength for f in found)
    return [f for f in found if f.strength == most]


def _with_course(pledge: Pledge, course: Course, found: Sequence[Found]) -> Pledge:
    sentences = tuple(sorted({f.happening.event.sentence for f in found}))
    reason = Derivation(
        f"link.pledges.{course.value}", found[0].de, found[0].en, sentences
    )
    return replace(
        pledge,
        course=course,
        course_citations=sentences,
        derivations=(*pledge.derivations, reason),
    )
