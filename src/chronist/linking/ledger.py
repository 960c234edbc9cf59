"""What following pledges looks things up in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from chronist.lexica.load import load_names
from chronist.linking.breaches import says_broken
from chronist.linking.happenings import Happening
from chronist.linking.pile import Pile
from chronist.linking.places import party_key
from chronist.linking.words import nouns, stem
from chronist.model.actor import Actor, ActorKind
from chronist.model.entry import Entry
from chronist.model.pledge import Pledge


@dataclass(frozen=True, slots=True)
class Ledger:
    """Events by who acts (or, if nobody is said to, whom it concerns) and entries by event, for looking up courses."""

    pile: Pile
    seen: Mapping[str, Happening]
    by_agent: Mapping[str, tuple[Happening, ...]]
    entry_of: Mapping[str, Entry]
    keys: Mapping[str, str]
    breaches: tuple[Happening, ...]
    """What later reports set against a promise."""
    names: frozenset[str]
    """Stems that tell no subject: persons' names, small words at a sentence's start."""

    def subject(self, pledge: Pledge) -> frozenset[str]:
        """Return the stems of the nouns that say what is pledged."""
        return nouns(" ".join(c.text for c in pledge.content)) - self.names

    def inner(self, pledge: Pledge) -> list[Happening]:
        """Return the events inside the pledge."""
        return [self.seen[e] for e in pledge.events if e in self.seen]


def open_ledger(
    pile: Pile,
    seen: Mapping[str, Happening],
    entries: Iterable[Entry],
    named: Iterable[Actor],
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
    every = tuple(named)
    keys = {actor.id: party_key(actor) for actor in every}
    persons = (a.name for a in every if a.kind is ActorKind.PERSON)
    no_subject = nouns(" ".join(persons)) | _function_words()
    breaches = tuple(h for h in seen.values() if says_broken(h))
    return Ledger(pile, seen, ordered, entry_of, keys, breaches, no_subject)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(stem(word) for word in load_names("press/function_words"))


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
