"""What prints of one text share: the day of a sentence that all of them carry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from chronist.linking.pile import Pile
from chronist.model.derivation import Derivation
from chronist.model.event import Event

_Printed = tuple[str, str, int, str, str, str]


def dated_as_in_origin(events: Iterable[Event], pile: Pile) -> tuple[Event, ...]:
    """Give events of a copied sentence the day that its first print gives.

    "Am Sonntag" in a copy printed a week later still means the Sunday of the origin.
    """
    told = tuple(events)
    first: dict[_Printed, Event] = {}
    for event in sorted(told, key=lambda e: (pile.rank(e.report), e.id)):
        first.setdefault(_printed(event, pile), event)
    return tuple(_dated_by(event, first[_printed(event, pile)]) for event in told)


def _printed(event: Event, pile: Pile) -> _Printed:
    return (
        pile.group_of[event.report],
        event.sentence.text,
        event.trigger.start - event.sentence.start,
        event.trigger.text,
        event.type.value,
        event.status.value,
    )


def _dated_by(event: Event, origin: Event) -> Event:
    if origin.report == event.report or origin.when == event.when:
        return event
    reason = Derivation(
        "link.events.day_of_origin",
        "Der Satz ist abgedruckt; seinen Tag gibt der erste Abdruck.",
        "The sentence is a print; its first print gives the day.",
        (origin.sentence,),
    )
    return replace(event, when=origin.when, derivations=(*event.derivations, reason))
