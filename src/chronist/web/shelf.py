"""The chronicle in memory: one committed state, indexed by what pages ask for.

Pages read from here and not from the file, so that a page costs milliseconds however
many reports there are. The shelf is exchanged as a whole when the file has a newer
state; a page under way keeps the one it began with.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TypeVar, cast

from chronist.model.actor import Actor
from chronist.model.analysis import TimeExpression
from chronist.model.citation import Citation
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.pledge import Pledge
from chronist.model.report import DuplicateGroup, Report
from chronist.model.statement import Statement
from chronist.model.story import Story
from chronist.web.order import in_order

_T = TypeVar("_T")
_KEPT = 40
"""Answers kept in ``memory``; each is a list of entries or smaller."""
Grouped = Mapping[str, tuple[str, ...]]
"""Ids under an id."""


@dataclass(frozen=True)
class Shelf:
    """A story, and where to find things in it. ``number`` is that of its state."""

    story: Story
    number: int = 0
    memory: dict[Hashable, object] = field(default_factory=dict, compare=False)
    """What pages worked out from this state, by what they asked."""

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """Return the reports by id."""
        return {report.id: report for report in self.story.reports}

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Return the actors by id."""
        return {actor.id: actor for actor in self.story.links.actors}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Return the events by id."""
        return {event.id: event for event in self.story.links.events}

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Return the entries by id, in the order of the chronicle."""
        return {entry.id: entry for entry in self.story.links.entries}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Return the statements by id, in reading order."""
        return {said.id: said for said in self.story.links.statements}

    @cached_property
    def pledges(self) -> Mapping[str, Pledge]:
        """Return the pledges by id, in reading order."""
        return {pledge.id: pledge for pledge in self.story.links.pledges}

    @cached_property
    def conflicts(self) -> Mapping[str, Conflict]:
        """Return the conflicts by id."""
        return {conflict.id: conflict for conflict in self.story.links.conflicts}

    @cached_property
    def times(self) -> Mapping[str, TimeExpression]:
        """Return the time expressions by id."""
        return {time.id: time for time in self.story.times}

    @cached_property
    def reading(self) -> tuple[Entry, ...]:
        """Return all entries as one reads them."""
        return tuple(in_order(self.entries.values()))

    @cached_property
    def reading_order(self) -> tuple[str, ...]:
        """Return the ids of all entries as one reads them."""
        return tuple(entry.id for entry in self.reading)

    @cached_property
    def place_of_entry(self) -> Mapping[str, int]:
        """Return where in the reading order an entry stands."""
        return {entry: place for place, entry in enumerate(self.reading_order)}

    @cached_property
    def entry_of_event(self) -> Mapping[str, str]:
        """Return the entry of each event."""
        return {event: e.id for e in self.entries.values() for event in e.events}

    @cached_property
    def entries_of_actor(self) -> Grouped:
        """Return the entries an actor takes part in, in the chronicle's order."""
        return _grouped(
            (party.actor, entry.id)
            for entry in self.entries.values()
            for party in entry.participants
        )

    @cached_property
    def entries_of_report(self) -> Grouped:
        """Return the entries a report tells of."""
        return _grouped((r, e.id) for e in self.entries.values() for r in e.reports)

    @cached_property
    def statements_of_actor(self) -> Grouped:
        """Return what an actor said."""
        said = self.statements.values()
        return _grouped((s.speaker, s.id) for s in said if s.speaker is not None)

    @cached_property
    def statements_of_report(self) -> Grouped:
        """Return the statements of a report."""
        return _grouped((s.report, s.id) for s in self.statements.values())

    @cached_property
    def pledges_of_actor(self) -> Grouped:
        """Return what an actor promised."""
        return _grouped((by, p.id) for p in self.pledges.values() for by in p.by)

    @cached_property
    def pledges_of_report(self) -> Grouped:
        """Return the pledges of a report."""
        return _grouped((p.report, p.id) for p in self.pledges.values())

    @cached_property
    def pledges_of_event(self) -> Grouped:
        """Return the pledges that an event would fulfil."""
        return _grouped((e, p.id) for p in self.pledges.values() for e in p.events)

    @cached_property
    def conflicts_of_entry(self) -> Grouped:
        """Return the conflicts about an entry."""
        found = self.conflicts.values()
        return _grouped((c.entry, c.id) for c in found if c.entry is not None)

    @cached_property
    def group_of_report(self) -> Mapping[str, DuplicateGroup]:
        """Return the group of prints a report belongs to, if it was printed again."""
        return {
            report: group
            for group in self.story.duplicates
            for report in (group.origin, *group.copies)
        }

    @cached_property
    def actor_of_referent(self) -> Mapping[str, str]:
        """Return the actor a referent was merged into."""
        return {r: actor.id for actor in self.actors.values() for r in actor.referents}

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Return the outlets by name."""
        return tuple(sorted({r.outlet for r in self.reports.values() if r.outlet}))

    @cached_property
    def meetings(self) -> Mapping[tuple[str, str], int]:
        """Return in how many entries two actors take part together."""
        together: dict[tuple[str, str], int] = defaultdict(int)
        for entry in self.entries.values():
            parties = sorted({party.actor for party in entry.participants})
            for pair in combinations(parties, 2):
                together[pair] += 1
        return dict(together)

    @cached_property
    def by_importance(self) -> tuple[str, ...]:
        """Return the ids of actors, those with the most entries first."""
        taken = self.entries_of_actor
        return tuple(
            sorted(
                self.actors,
                key=lambda i: (
                    -len(taken.get(i, ())),
                    -len(self.actors[i].citations),
                    self.actors[i].name,
                ),
            )
        )

    @cached_property
    def heavy(self) -> tuple[float, float]:
        """Return the weights from which an entry is among a fifth, and a twentieth."""
        weights = sorted((e.weight for e in self.entries.values()), reverse=True)
        if not weights:
            return (0.0, 0.0)
        return weights[len(weights) // 5], weights[len(weights) // 20]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the folded names of each actor, to search in."""
        return {
            actor.id: fold(" ".join((actor.name, *actor.aliases)))
            for actor in self.actors.values()
        }

    def name(self, actor: str) -> str:
        """Return an actor's name, or the id where there is none."""
        found = self.actors.get(actor)
        return found.name if found is not None else actor

    def actors_called(self, name: str) -> frozenset[str]:
        """Return the ids of actors with this id, or whose names hold these words."""
        if name in self.actors:
            return frozenset((name,))
        words = fold(name).split()
        return frozenset(
            actor
            for actor, names in self.names.items()
            if words and all(f" {word}" in f" {names}" for word in words)
        )

    def sentences(self, entry: Entry) -> tuple[Citation, ...]:
        """Return the sentences an entry rests on, each once, by report and place."""
        found = (self.events[e].sentence for e in entry.events if e in self.events)
        return tuple(dict.fromkeys(sorted(found)))

    def once(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """Return what ``make`` gives, worked out once while this state lasts."""
        if key not in self.memory:
            made = make()
            for old in list(self.memory)[: -_KEPT + 1]:
                self.memory.pop(old, None)
            self.memory[key] = made
            return made
        return cast(_T, self.memory[key])

    def warm(self) -> Shelf:
        """Make all indexes, so that no visitor waits for one; return the shelf."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)
        return self


def fold(text: str) -> str:
    """Return ``text`` without case and accents, as names are compared.

    >>> fold("Łukašenka, Müller")
    'łukasenka, muller'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Grouped:
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}
