"""An event with all that its comparison with others needs, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from chronist.linking.pile import Pile
from chronist.linking.words import family, nouns, stem
from chronist.model.actor import Actor
from chronist.model.event import Event, EventType, Role, Status
from chronist.model.when import When

SYMMETRIC = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Types in which all parties do the same: who is named as agent says nothing."""
LONGEST_DATED = 366
"""Days. A wider interval ("in den Neunzigern") dates nothing for linking."""
_UNDATED_REACH = timedelta(days=31)
"""How far from its report an undated event is looked for."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, seen by linking. ``day`` is the day its report was published.

    ``agents`` and ``recipients`` hold actors with a name; of the others only the
    nouns that describe them stand in ``unnamed``.
    """

    event: Event
    group: str
    day: date | None
    agents: frozenset[str]
    recipients: frozenset[str]
    unnamed: frozenset[str]
    places: frozenset[str]
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
    def dated(self) -> When | None:
        """Return the event's own interval, if it is narrow enough to tell something."""
        when = self.event.when
        if when is None or not when.is_bounded or when.width > LONGEST_DATED:
            return None
        return when


def see(
    event: Event, pile: Pile, actors: Mapping[str, Actor], heads: Mapping[str, str]
) -> Happening:
    """Return the happening of an event whose participants are actors already."""
    by_role = {
        role: frozenset(p.actor for p in event.participants if p.role is role)
        for role in Role
    }
    parties = by_role[Role.AGENT] | by_role[Role.RECIPIENT]
    named = {
        word
        for members in by_role.values()
        for actor in members
        for form in (actors[actor].name, *actors[actor].aliases)
        for word in nouns(form)
    }
    trigger = stem(event.trigger.text)
    return Happening(
        event=event,
        group=pile.group_of[event.report],
        day=pile.day(event.report),
        agents=frozenset(a for a in by_role[Role.AGENT] if a not in heads),
        recipients=frozenset(a for a in by_role[Role.RECIPIENT] if a not in heads),
        unnamed=frozenset(heads[a] for a in parties if a in heads),
        places=by_role[Role.PLACE],
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
        return When.between(day, day + _UNDATED_REACH)
    return When.between(day - _UNDATED_REACH, day)
