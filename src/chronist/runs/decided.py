"""What people accepted or rejected, over what linking found.

"Same", "different" and "rename" change how things are linked and are heeded there;
these two only say whether a finding counts. The later of two judgements wins, and a
judgement touches every item that still rests on evidence it was made over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from chronist.linking.standing import standing
from chronist.model.actor import Actor
from chronist.model.conflict import Conflict
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry, Standing
from chronist.model.event import Participant
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.pledge import Pledge
from chronist.model.statement import Statement
from chronist.model.story import Links

_Item = TypeVar("_Item", Actor, Conflict, Entry, Pledge, Statement)
_Reasoned = TypeVar("_Reasoned", Actor, Entry, Pledge, Statement)
_Key = tuple[Subject, str]


def decide(links: Links, judgements: Sequence[Judgement]) -> Links:
    """Return the links without what was rejected, and with what was accepted marked."""
    decisions = _Decisions(_latest(judgements))
    if not decisions.by_evidence:
        return links
    kept = Links(
        actors=decisions.kept(Subject.ACTOR, links.actors, lambda a: a.referents),
        events=links.events,
        entries=decisions.kept(Subject.ENTRY, links.entries, lambda e: e.events),
        statements=decisions.kept(Subject.STATEMENT, links.statements, _own_id),
        pledges=decisions.kept(Subject.PLEDGE, links.pledges, _own_id),
        conflicts=decisions.kept(Subject.CONFLICT, links.conflicts, _own_id),
    )
    marked = replace(
        kept,
        actors=decisions.marked(Subject.ACTOR, kept.actors, lambda a: a.referents),
        entries=_confirmed(kept, links.conflicts, decisions),
        statements=decisions.marked(Subject.STATEMENT, kept.statements, _own_id),
        pledges=decisions.marked(Subject.PLEDGE, kept.pledges, _own_id),
    )
    gone = {a.id for a in links.actors} - {a.id for a in kept.actors}
    return _without(marked, gone) if gone else marked


@dataclass(frozen=True, slots=True)
class _Decisions:
    """The judgement that holds for each piece of evidence."""

    by_evidence: Mapping[_Key, Judgement]

    def on(self, subject: Subject, evidence: Iterable[str]) -> Judgement | None:
        found = [self.by_evidence.get((subject, piece)) for piece in evidence]
        held = [judgement for judgement in found if judgement is not None]
        return max(held, key=lambda j: (j.at, j.id)) if held else None

    def accepted(self, subject: Subject, evidence: Iterable[str]) -> Judgement | None:
        held = self.on(subject, evidence)
        return held if held and held.verdict is Verdict.ACCEPT else None

    def kept(
        self,
        subject: Subject,
        items: Sequence[_Item],
        evidence: Callable[[_Item], Iterable[str]],
    ) -> tuple[_Item, ...]:
        """Return the items that nobody rejected."""
        held = ((item, self.on(subject, evidence(item))) for item in items)
        return tuple(
            item for item, j in held if j is None or j.verdict is not Verdict.REJECT
        )

    def marked(
        self,
        subject: Subject,
        items: Sequence[_Reasoned],
        evidence: Callable[[_Reasoned], Iterable[str]],
    ) -> tuple[_Reasoned, ...]:
        """Return the items with the acceptance, where there is one, as a reason."""
        held = ((item, self.accepted(subject, evidence(item))) for item in items)
        return tuple(item if j is None else _accepted(item, j) for item, j in held)


def _latest(judgements: Sequence[Judgement]) -> dict[_Key, Judgement]:
    deciding = (Verdict.ACCEPT, Verdict.REJECT)
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    return {
        (judgement.subject, piece): judgement
        for judgement in ordered
        if judgement.holds and judgement.verdict in deciding
        for target in judgement.targets
        for piece in target
    }


def _own_id(item: Conflict | Pledge | Statement) -> tuple[str]:
    return (item.id,)


def _accepted(item: _Reasoned, judgement: Judgement) -> _Reasoned:
    day = judgement.at.date().isoformat()
    said = f": {judgement.note}" if judgement.note else "."
    reason = Derivation(
        "judgement.accept",
        f"{judgement.author} hat das am {day} bestätigt{said}",
        f"{judgement.author} accepted this on {day}{said}",
    )
    return replace(item, derivations=(*item.derivations, reason))


def _confirmed(
    kept: Links, conflicts: Sequence[Conflict], decisions: _Decisions
) -> tuple[Entry, ...]:
    """Return entries with their standing after all judgements."""
    open_still = {conflict.entry for conflict in kept.conflicts}
    settled = {conflict.entry for conflict in conflicts} - open_still
    told = {event.id for event in kept.events if event.said_in is None}
    entries = []
    for entry in decisions.marked(Subject.ENTRY, kept.entries, lambda e: e.events):
        stands = entry.standing
        if entry.id in settled:
            first_hand = any(event in told for event in entry.events)
            stands = standing(entry.independent_sources if first_hand else 1)
        if decisions.accepted(Subject.ENTRY, entry.events):
            stands = Standing.CONFIRMED
        entries.append(replace(entry, standing=stands))
    return tuple(entries)


def _without(links: Links, gone: set[str]) -> Links:
    """Return the links with no part for actors that are none."""

    def left(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(p for p in participants if p.actor not in gone)

    def real(actor: str | None) -> str | None:
        return None if actor in gone else actor

    return replace(
        links,
        events=tuple(
            replace(e, participants=left(e.participants)) for e in links.events
        ),
        entries=tuple(
            replace(e, participants=left(e.participants)) for e in links.entries
        ),
        statements=tuple(
            replace(
                s,
                speaker=real(s.speaker),
                addressee=real(s.addressee),
                via=tuple(actor for actor in s.via if actor not in gone),
            )
            for s in links.statements
        ),
        pledges=tuple(
            replace(p, by=tuple(actor for actor in p.by if actor not in gone))
            for p in links.pledges
        ),
    )
