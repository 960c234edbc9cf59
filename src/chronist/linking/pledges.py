"""What became of pledges: later events and refusals that speak of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chronist.linking.happenings import Happening
from chronist.linking.pile import Pile
from chronist.linking.words import nouns
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry
from chronist.model.event import EventType, Status
from chronist.model.pledge import Course, Pledge
from chronist.model.when import When

_FACT = (Status.OCCURRED, Status.ONGOING)
_LOOKED_FOR = 400
"""Days; how long after the due day a fulfilment is still looked for."""
_TYPE_ALONE_REACH = 45
"""Days; how long after it an event counts whose kind and parties alone agree."""
_COMMON_NOUNS = 0.5
"""Share of the pledge's nouns that an event of another type must repeat."""
_SOME_NOUNS = 0.3
"""Share that suffices where the kind of event agrees."""
_FEW_NOUNS = 2
_PARTIES_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Found:
    """An event that speaks of what was pledged, how strongly, and why."""

    happening: Happening
    strength: float
    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Events by who acts (or, if nobody is said to, whom it concerns) and entries by event, for looking up courses."""

    pile: Pile
    seen: Mapping[str, Happening]
    by_agent: Mapping[str, tuple[Happening, ...]]
    entry_of: Mapping[str, Entry]
    keys: Mapping[str, str]


def open_ledger(
    pile: Pile,
    seen: Mapping[str, Happening],
    entries: Iterable[Entry],
    keys: Mapping[str, str],
) -> Ledger:
    """Return the look-ups that all pledges share."""
    by_agent: dict[str, list[Happening]] = defaultdict(list)
    for happening in seen.values():
        for actor in happening.agents or happening.recipients:
            by_agent[actor].append(happening)
    ordered = {
        actor: tuple(sorted(of, key=lambda h: h.id)) for actor, of in by_agent.items()
    }
    entry_of = {event: entry for entry in entries for event in entry.events}
    return Ledger(pile, seen, ordered, entry_of, keys)


def fold_copies(pledges: Sequence[Pledge], pile: Pile) -> tuple[Pledge, ...]:
    """Keep one pledge of those that prints of one text repeat word for word.

    The first in time stays; the words of the other prints are cited with it.
    """
    groups: dict[tuple[str, ...], list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        words = tuple(c.text for c in pledge.content)
        groups[pile.group_of[pledge.report], *sorted(pledge.by), *words].append(pledge)
    folded = []
    for group in groups.values():
        ordered = sorted(group, key=lambda p: (pile.rank(p.report), p.id))
        first, copies = (
            ordered[0],
            [p for p in ordered if p.report != ordered[0].report],
        )
        own = [p for p in ordered[1:] if p.report == first.report]
        content = (*first.content, *(c for p in copies for c in p.content))
        events = tuple(dict.fromkeys(e for p in (first, *copies) for e in p.events))
        folded += [replace(first, content=content, events=events), *own]
    return tuple(sorted(folded, key=lambda p: p.id))


def follow(pledge: Pledge, ledger: Ledger) -> Pledge:
    """Return the pledge with its course and the citations that show it.

    Without a later event or refusal it stays open, even when its day has passed;
    nothing is called broken here.
    """
    made = _made(pledge, ledger.pile)
    if made is None:
        return pledge
    found = list(_same_thing(pledge, ledger, made))
    facts = [
        f
        for f in found
        if f.happening.event.status in _FACT and not _refuses(f.happening)
    ]
    told = [f for f in facts if f.happening.event.said_in is None]
    if told:
        return _fulfilled(pledge, told)
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


def _same_thing(pledge: Pledge, ledger: Ledger, made: date) -> Iterator[Found]:
    inner = [ledger.seen[e] for e in pledge.events if e in ledger.seen]
    actors = frozenset(ledger.keys[a] for a in pledge.by).union(
        *(h.agents for h in inner)
    )
    content = nouns(" ".join(c.text for c in pledge.content))
    near = {h.id: h for actor in sorted(actors) for h in ledger.by_agent.get(actor, ())}
    entries = {ledger.entry_of[h.id].id for h in inner if h.id in ledger.entry_of}
    for happening in (near[i] for i in sorted(near)):
        if not _later(happening, pledge, made):
            continue
        entry = ledger.entry_of.get(happening.id)
        if entry is not None and entry.id in entries:
            yield Found(happening, 3.0, *_SAME_ENTRY)
            continue
        yield from _alike(happening, inner, (actors, content), pledge)


_SAME_ENTRY = (
    "Das Zugesagte und das spätere Ereignis sind derselbe Eintrag.",
    "What was pledged and the later event are one entry.",
)


def _alike(
    happening: Happening,
    inner: Sequence[Happening],
    asked: tuple[frozenset[str], frozenset[str]],
    pledge: Pledge,
) -> Iterator[Found]:
    """Compare by kind and parties, or by the nouns of the pledge."""
    actors, content = asked
    common = len(content & happening.nouns)
    share = common / max(len(content), _FEW_NOUNS)
    typed = _same_kind(happening, inner) or _refuses(happening)
    parties = len(actors & happening.parties)
    if typed and (common >= _FEW_NOUNS or share >= _SOME_NOUNS):
        yield Found(
            happening,
            2.0 + share,
            "Ein späteres Ereignis gleicher Art oder eine Absage, mit Beteiligten und Sache der Zusage.",
            "A later event of the same kind, or a refusal, with the pledge's parties and subject.",
        )
    elif share >= _COMMON_NOUNS and common >= _FEW_NOUNS:
        yield Found(
            happening,
            1.0 + share,
            "Ein späteres Ereignis derselben Beteiligten nennt dieselbe Sache.",
            "A later event of the same parties names the same subject.",
        )
    elif typed and parties >= _PARTIES_ENOUGH and _soon(happening, pledge):
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
    due = _due_day(pledge) or made
    return (when.earliest - max(due, made)).days <= _LOOKED_FOR


def _soon(happening: Happening, pledge: Pledge) -> bool:
    due, when = _due_day(pledge), happening.dated
    if due is None or when is None:
        return False
    return (when.earliest - due).days <= _TYPE_ALONE_REACH


def _due_day(pledge: Pledge) -> date | None:
    due = pledge.due
    return due.latest if due is not None and due.is_bounded else None


def _refuses(happening: Happening) -> bool:
    event = happening.event
    return event.type is EventType.REJECT or event.status is Status.DENIED


def _fulfilled(pledge: Pledge, kept: Sequence[Found]) -> Pledge:
    best = _strongest(kept)
    first = min(best, key=lambda f: (_day_of(f.happening), f.happening.id))
    same = [f for f in best if f.happening.event.when == first.happening.event.when]
    course = _in_time(first.happening, _due_day(pledge))
    return _with_course(pledge, course, same)


def _in_time(happening: Happening, due: date | None) -> Course:
    when = happening.dated
    if due is None:
        return Course.KEPT
    if when is None:
        told = happening.day
        return Course.KEPT if told is not None and told <= due else Course.UNCLEAR
    if when.latest <= due:
        return Course.KEPT
    return Course.LATE if when.earliest > due else Course.UNCLEAR


def _day_of(happening: Happening) -> date:
    when = happening.dated
    return when.earliest if when is not None else happening.day or date.max


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
