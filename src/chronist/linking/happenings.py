"""An event with all that its comparison with others needs, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from chronist.linking.pile import Pile
from chronist.linking.places import land, lies_in, party_key
from chronist.linking.words import family, nouns, stem
from chronist.model.actor import Actor
from chronist.model.event import Event, EventType, Role, Status
from chronist.model.when import When

SYMMETRIC = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Types in which all parties do the same: who is named as agent says nothing."""
LONGEST_DATED = 366
"""Days. A wider interval ("in den Neunzigern") dates nothing for linking."""
PUT_OFF_REACH = 45
"""Days by which what was planned may come late and still be the same."""
_UNDATED_REACH = 31
"""Days; how far from its report an undated event is looked for."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, seen by linking. ``day`` is the day its report was published.

    ``agents`` and ``recipients`` hold the keys of actors with a name; of the others
    only the nouns that describe them stand in ``unnamed``. ``lands`` are countries
    given as the place, ``inside`` those in which the given cities lie.
    """

    event: Event
    group: str
    day: date | None
    agents: frozenset[str]
    recipients: frozenset[str]
    unnamed: frozenset[str]
    places: frozenset[str]
    lands: frozenset[str]
    inside: frozenset[str]
    trigger: str
    family: str
    nouns: frozenset[str]
    window: When | None

    @property
    def id(self) -> str:
        """Return the event's id."""
        return self.event.id

    @property
    def parties(self) -> frozenset[str]:
        """Return all named who take part, whatever their role."""
        return self.agents | self.recipients

    @property
    def span(self) -> When | None:
        """Return the days it may have in one entry: a plan may be put off."""
        if self.dated is None or self.event.status is not Status.PLANNED:
            return self.dated
        return When.between(
            self.dated.earliest, _moved(self.dated.latest, PUT_OFF_REACH)
        )

    @property
    def dated(self) -> When | None:
        """Return the event's own interval, if it is narrow enough to tell something."""
        when = self.event.when
        if when is None or not when.is_bounded or when.width > LONGEST_DATED:
            return None
        return when


@dataclass(frozen=True, slots=True)
class Playbill:
    """The actors by id, with what comparing them needs.

    ``keys`` holds what a named actor counts as; actors without a name have the noun
    that describes them in ``heads`` instead. ``words`` are the nouns of the names.
    """

    actors: Mapping[str, Actor]
    heads: Mapping[str, str]
    keys: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    names: frozenset[str]
    """The names of those that have one."""


def print_playbill(actors: Iterable[Actor], heads: Mapping[str, str]) -> Playbill:
    """Return the playbill of all actors."""
    by_id = {actor.id: actor for actor in actors}
    keys = {i: party_key(actor) for i, actor in by_id.items() if i not in heads}
    words = {
        i: frozenset(w for form in (a.name, *a.aliases) for w in nouns(form))
        for i, a in by_id.items()
    }
    names = frozenset(by_id[i].name for i in keys)
    return Playbill(by_id, heads, keys, words, names)


def see(event: Event, pile: Pile, playbill: Playbill) -> Happening:
    """Return the happening of an event whose participants are actors already."""
    agents, recipients, places = (
        frozenset(p.actor for p in event.participants if p.role is role)
        for role in (Role.AGENT, Role.RECIPIENT, Role.PLACE)
    )
    everyone = agents | recipients | places
    named = frozenset(word for actor in everyone for word in playbill.words[actor])
    trigger = stem(event.trigger.text)
    where = [playbill.actors[place] for place in sorted(places)]
    return Happening(
        event=event,
        group=pile.group_of[event.report],
        day=pile.day(event.report),
        agents=frozenset(playbill.keys[a] for a in agents if a in playbill.keys),
        recipients=frozenset(
            playbill.keys[a] for a in recipients if a in playbill.keys
        ),
        unnamed=frozenset(
            playbill.heads[a] for a in agents | recipients if a in playbill.heads
        ),
        places=places,
        lands=frozenset(code for p in where if (code := land(p)) is not None),
        inside=frozenset(code for p in where if (code := lies_in(p)) is not None),
        trigger=trigger,
        family=family(event.trigger.text),
        nouns=nouns(event.sentence.text) - named - {trigger},
        window=_window(event, pile.day(event.report)),
    )


def _window(event: Event, day: date | None) -> When | None:
    """Return where in time to look for the same happening."""
    when = event.when
    if when is not None and when.is_bounded and when.width <= LONGEST_DATED:
        return when
    if day is None:
        return None
    if event.status in (Status.PLANNED, Status.POSSIBLE):
        return When.between(day, _moved(day, _UNDATED_REACH))
    return When.between(_moved(day, -_UNDATED_REACH), day)


def _moved(day: date, days: int) -> date:
    """Move a day, stopping at the ends of the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
