"""From events that are one happening to one line of the chronicle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chronist.linking.events import Cluster
from chronist.linking.happenings import SYMMETRIC, Happening, Playbill
from chronist.linking.headlines import headline
from chronist.linking.pile import Pile
from chronist.linking.places import land
from chronist.linking.score import Scored, says
from chronist.linking.standing import independent_sources, standing
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry, Standing
from chronist.model.event import EventType, Participant, Role, Status
from chronist.model.judgement import Subject, Verdict
from chronist.model.when import When
from chronist.text.digest import content_id

_FACT = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the making of every entry needs: the pile, the actors, and the headlines
    that persons gave, by event."""

    pile: Pile
    playbill: Playbill
    given: Mapping[str, str]


def set_up(pile: Pile, playbill: Playbill) -> Desk:
    """Return the desk; of two headlines for one entry the later one counts."""
    renames = pile.judged(Subject.ENTRY, Verdict.RENAME)
    given = {e: j.value for j in renames if j.value for t in j.targets for e in t}
    return Desk(pile, playbill, given)


def make_entry(cluster: Cluster, desk: Desk) -> Entry:
    """Return the entry of a cluster.

    What stands only in statements is confirmed by no number of papers: somebody's
    word printed twice is still one word.
    """
    pile = desk.pile
    seen = sorted(cluster.happenings, key=lambda h: _reading_order(h, pile))
    kind = _main_type(seen)
    reports = tuple(dict.fromkeys(h.event.report for h in seen))
    parties = _participants(kind, seen, desk.playbill)
    status, said = _status(seen)
    sources = independent_sources(pile, reports)
    return Entry(
        id=content_id("n", seen[0].id),
        headline=_headline(desk, seen, kind, parties),
        type=kind,
        status=status,
        when=_when(seen, status, pile),
        participants=parties,
        events=tuple(h.id for h in seen),
        reports=reports,
        independent_sources=sources,
        standing=Standing.SINGLE_SOURCE if said else standing(sources),
        history=_history(seen),
        derivations=(*_reasons(cluster, {h.id: h for h in seen}), *said),
        reported=_reported(seen, pile),
    )


def _reported(seen: Sequence[Happening], pile: Pile) -> When | None:
    """Return when the earliest report came out, as narrow as that is known."""
    dated = [h for h in seen if h.day is not None]
    if not dated:
        return None
    first = min(dated, key=lambda h: pile.rank(h.event.report))
    return pile.published[first.event.report].when


def _reading_order(happening: Happening, pile: Pile) -> tuple[date, str, int, str]:
    day, report = pile.rank(happening.event.report)
    return (day, report, happening.event.trigger.start, happening.id)


def _main_type(seen: Sequence[Happening]) -> EventType:
    counted = Counter(h.event.type for h in seen)
    return max(counted, key=lambda t: (counted[t], t.value))


def _headline(
    desk: Desk,
    seen: Sequence[Happening],
    kind: EventType,
    parties: Sequence[Participant],
) -> str:
    given = [desk.given[h.id] for h in seen if h.id in desk.given]
    if given:
        return given[0]
    return headline(kind, [h.event for h in seen], parties, desk.playbill)


def _participants(
    kind: EventType, seen: Sequence[Happening], playbill: Playbill
) -> tuple[Participant, ...]:
    """Return each actor once: by part, those with a name first, cities before their
    countries, then best supported, then in the order of the reports.

    An actor told as agent and as recipient keeps the more frequent part.
    """
    roles: dict[str, Counter[Role]] = defaultdict(Counter)
    words: dict[tuple[str, Role], Citation | None] = {}
    for happening in seen:
        for p in sorted(happening.event.participants, key=_in_sentence):
            together = kind in SYMMETRIC and p.role is not Role.PLACE
            role = Role.AGENT if together else p.role
            roles[p.actor][role] += 1
            words.setdefault((p.actor, role), p.citation)
    order = list(Role)
    told = [(actor, *_main_role(counted)) for actor, counted in roles.items()]
    told.sort(
        key=lambda t: (
            order.index(t[1]),
            t[0] in playbill.heads,
            t[1] is Role.PLACE and land(playbill.actors[t[0]]) is not None,
            -t[2],
        )
    )
    return tuple(Participant(a, role, words[a, role]) for a, role, _ in told)


def _in_sentence(participant: Participant) -> tuple[int, str, str]:
    cited = participant.citation
    start = cited.start if cited is not None else -1
    return (start, participant.role.value, participant.actor)


def _main_role(counted: Counter[Role]) -> tuple[Role, int]:
    order = list(Role)
    role = min(counted, key=lambda r: (-counted[r], order.index(r)))
    return role, counted[role]


def _history(seen: Sequence[Happening]) -> tuple[tuple[str, Status], ...]:
    return tuple(dict.fromkeys((h.event.report, h.event.status) for h in seen))


def _status(seen: Sequence[Happening]) -> tuple[Status, tuple[Derivation, ...]]:
    """Return where it ended: newer reports count more, a fact outlasts plans."""
    now = seen[0].event.status
    for happening in seen[1:]:
        now = _next(now, happening.event.status)
    if now not in _FACT:
        return now, ()
    facts = [h for h in seen if h.event.status in _FACT]
    if any(h.event.said_in is None for h in facts):
        return now, ()
    words = tuple(sorted({h.event.trigger for h in facts}))
    return Status.POSSIBLE, (
        Derivation(
            "link.entries.only_said",
            "Dass es geschah, steht nur in Äußerungen anderer.",
            "That it happened stands only in somebody's statements.",
            words,
        ),
    )


def _next(now: Status, new: Status) -> Status:
    if now in _FACT:
        return new if new in _FACT else now
    if now is Status.PLANNED and new is Status.POSSIBLE:
        return now
    return new


def _when(seen: Sequence[Happening], status: Status, pile: Pile) -> When | None:
    """Return the narrowest interval that fits the others, told by most sources.

    Once it has happened, what plans said about the day no longer counts.
    """
    facts = [h for h in seen if h.event.status in _FACT and h.event.when]
    telling = facts if status in _FACT and facts else list(seen)
    told: dict[When, set[str]] = defaultdict(set)
    for happening in telling:
        if happening.event.when is not None:
            told[happening.event.when].add(happening.event.report)
    if not told:
        return None
    support = {w: independent_sources(pile, reports) for w, reports in told.items()}
    ordered = sorted(told, key=lambda w: (w.width, -support[w], w.earliest, w.edtf))
    return _common(ordered)


def _common(ordered: Sequence[When]) -> When:
    narrow = ordered[0]
    for other in ordered[1:]:
        if narrow.overlaps(other) and not narrow.within(other):
            narrow = When.between(
                max(narrow.earliest, other.earliest), min(narrow.latest, other.latest)
            )
    return narrow


def _reasons(cluster: Cluster, seen: Mapping[str, Happening]) -> Iterable[Derivation]:
    for author in cluster.judged_by:
        yield Derivation(
            "link.entries.judged_same",
            f"{author} hat sie als dasselbe Ereignis erkannt.",
            f"{author} judged them to be the same happening.",
        )
    names = sorted({name for pair in cluster.joins for name, _ in pair.parts})
    for name in names:
        yield _reason(name, cluster.joins, seen)


def _reason(
    name: str, joins: Sequence[Scored], seen: Mapping[str, Happening]
) -> Derivation:
    values = [(p, v) for p in joins for part, v in p.parts if part == name]
    mean = sum(v for _, v in values) / len(values)
    words = {seen[i].event.trigger for p, _ in values for i in (p.first, p.second)}
    de, en = says(name)
    figure = f"{mean:+.1f}"
    return Derivation(
        f"link.entries.{name}",
        f"{de} ({figure.replace('.', ',')}; {len(values)} von {len(joins)} Vergleichen).",
        f"{en} ({figure}; {len(values)} of {len(joins)} comparisons).",
        tuple(sorted(words)),
    )
