"""From the referents of one report to the actors of the story, wherever they act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from chronist.model.event import Event, Participant
from chronist.model.pledge import Pledge
from chronist.model.statement import Statement


def in_event(event: Event, actor_of: Mapping[str, str]) -> Event:
    """Return the event with actors as participants, each once per role."""
    named = [
        Participant(actor_of[p.actor], p.role, p.citation)
        for p in event.participants
        if p.actor in actor_of
    ]
    first = {(p.actor, p.role): p for p in reversed(named)}
    kept = tuple(p for p in named if first[p.actor, p.role] is p)
    return replace(event, participants=kept)


def in_statement(statement: Statement, actor_of: Mapping[str, str]) -> Statement:
    """Return the statement with actors as speaker, addressee and chain of sources."""
    return replace(
        statement,
        speaker=actor_of.get(statement.speaker or ""),
        addressee=actor_of.get(statement.addressee or ""),
        via=_actors(statement.via, actor_of),
    )


def in_pledge(pledge: Pledge, actor_of: Mapping[str, str]) -> Pledge:
    """Return the pledge with actors as those who gave it."""
    return replace(pledge, by=_actors(pledge.by, actor_of))


def _actors(referents: Iterable[str], actor_of: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor_of[r] for r in referents if r in actor_of))
