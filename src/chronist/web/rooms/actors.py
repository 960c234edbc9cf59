"""Actors: who they are, what they did, said and promised, and whom they meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from starlette.exceptions import HTTPException

from chronist.model.actor import Actor, ActorKind
from chronist.model.citation import Citation
from chronist.model.event import EventType
from chronist.model.pledge import Pledge
from chronist.model.statement import Statement
from chronist.web.asking import Paging, choice_of, number_of, period, text_of
from chronist.web.desk import Page, Visit
from chronist.web.lines import DayGroup, day_groups
from chronist.web.network import Network, network
from chronist.web.order import in_order
from chronist.web.shelf import Shelf, fold
from chronist.web.timeline import Chart, chart
from chronist.web.urls import Values

_PAGE = 100
_LINES = 40
_SAID = 15
_PLACES = 8
_MEETS = 24
_ALIKE = 6


@dataclass(frozen=True, slots=True)
class Person:
    """An actor as the list shows it."""

    actor: Actor
    entries: int
    statements: int
    pledges: int


@dataclass(frozen=True)
class ActorsPage(Page):
    """All actors, those with the most entries first."""

    template: ClassVar[str] = "actors.html"
    room: ClassVar[str] = "actors"

    people: Annotated[Sequence[Person], "this page's actors"]
    paging: Annotated[Paging, "where in the list this page lies"]
    words: Annotated[str, "words of the name that are searched for"]
    kind: Annotated[ActorKind | None, "the kind that is filtered by"]
    kinds: Annotated[Sequence[ActorKind], "kinds one can choose"]


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name or description of an actor, how often, and where first."""

    words: str
    number: int
    first: Citation


@dataclass(frozen=True, slots=True)
class Company:
    """Another actor, and in how many entries both take part."""

    actor: str
    number: int


@dataclass(frozen=True)
class ActorPage(Page):
    """One actor."""

    template: ClassVar[str] = "actor.html"
    room: ClassVar[str] = "actors"

    actor: Annotated[Actor, "the actor"]
    names: Annotated[Sequence[NameUse], "names and descriptions with a first place"]
    kinds: Annotated[Sequence[tuple[EventType, int]], "what kinds of entries"]
    chart: Annotated[Chart | None, "the actor's time line"]
    groups: Annotated[Sequence[DayGroup], "entries by date"]
    entries: Annotated[int, "number of entries"]
    statements: Annotated[Sequence[Statement], "the first statements"]
    statement_number: Annotated[int, "number of statements"]
    pledges: Annotated[Sequence[Pledge], "pledges"]
    meets: Annotated[Sequence[Company], "whom the actor meets, most often first"]
    network: Annotated[Network, "the picture of whom they meet"]
    alike: Annotated[Sequence[Actor], "actors with a like name, perhaps the same"]
    narrowing: Annotated[Values, "the filter that the time line narrows"]


@dataclass(frozen=True)
class MeetingsPage(Page):
    """Who meets whom, as a network and as a matrix."""

    template: ClassVar[str] = "meetings.html"
    room: ClassVar[str] = "actors"

    network: Annotated[Network, "the picture"]
    actors: Annotated[Sequence[str], "actors of the matrix, by importance"]
    rows: Annotated[Sequence[Sequence[int]], "entries two actors share"]
    highest: Annotated[int, "the largest number off the diagonal"]
    number: Annotated[int, "how many actors are asked for"]
    choices: Annotated[Sequence[int], "numbers one can choose"]


def actors_page(visit: Visit) -> Page:
    """Return the list of actors."""
    shelf, words = visit.shelf, text_of(visit.query, "q")
    kind = choice_of(ActorKind, visit.query, "kind")
    called = shelf.actors_called(words) if words else None
    found: Sequence[str] = shelf.by_importance
    if called is not None or kind is not None:
        found = [
            actor
            for actor in found
            if (called is None or actor in called)
            and kind in (None, shelf.actors[actor].kind)
        ]
    asked = {"q": words, "kind": kind.value if kind else ""}
    paging = Paging.of(len(found), number_of(visit.query, "page"), asked, _PAGE)
    return ActorsPage(
        people=[_person(shelf, a) for a in found[paging.first : paging.last]],
        paging=paging,
        words=words,
        kind=kind,
        kinds=tuple(ActorKind),
    )


def actor_page(visit: Visit) -> Page:
    """Return the page of one actor."""
    shelf = visit.shelf
    actor = shelf.actors.get(visit.path("id"))
    if actor is None:
        raise HTTPException(404)
    ids = shelf.entries_of_actor.get(actor.id, ())
    entries = in_order(shelf.entries[e] for e in ids)
    said = shelf.statements_of_actor.get(actor.id, ())
    meets = _meets(shelf, actor.id)
    kinds = Counter(entry.type for entry in entries).most_common()
    top = sorted(entries, key=lambda e: -e.weight)[:_LINES]
    return ActorPage(
        actor=actor,
        names=_names(actor),
        kinds=kinds,
        chart=chart(entries, period("", "")),
        groups=day_groups(in_order(top), shelf, visit.say),
        entries=len(entries),
        statements=[shelf.statements[s] for s in said[:_SAID]],
        statement_number=len(said),
        pledges=[shelf.pledges[p] for p in shelf.pledges_of_actor.get(actor.id, ())],
        meets=meets,
        network=network(shelf, [actor.id, *(m.actor for m in meets[:_PLACES])]),
        alike=_alike(shelf, actor),
        narrowing={"actor": actor.id},
    )


def meetings_page(visit: Visit) -> Page:
    """Return who meets whom."""
    shelf, choices = visit.shelf, (5, 12, 25, 50)
    number = min(number_of(visit.query, "n", 12), choices[-1])
    actors = shelf.by_importance[:number]
    rows = [[0 if a == b else _together(shelf, a, b) for b in actors] for a in actors]
    return MeetingsPage(
        network=network(shelf, actors),
        actors=actors,
        rows=rows,
        highest=max((n for row in rows for n in row), default=0),
        number=number,
        choices=choices,
    )


def _person(shelf: Shelf, actor: str) -> Person:
    return Person(
        shelf.actors[actor],
        len(shelf.entries_of_actor.get(actor, ())),
        len(shelf.statements_of_actor.get(actor, ())),
        len(shelf.pledges_of_actor.get(actor, ())),
    )


def _names(actor: Actor) -> list[NameUse]:
    uses: dict[str, list[Citation]] = {}
    for cited in actor.citations:
        uses.setdefault(" ".join(cited.text.split()), []).append(cited)
    found = [NameUse(words, len(places), places[0]) for words, places in uses.items()]
    return sorted(found, key=lambda use: (-use.number, use.words))[:40]


def _meets(shelf: Shelf, actor: str) -> list[Company]:
    found = Counter(
        party.actor
        for entry in shelf.entries_of_actor.get(actor, ())
        for party in {p.actor: p for p in shelf.entries[entry].participants}.values()
        if party.actor != actor
    )
    ranked = sorted(found.items(), key=lambda m: (-m[1], shelf.name(m[0])))
    return [Company(other, number) for other, number in ranked[:_MEETS]]


def _together(shelf: Shelf, one: str, other: str) -> int:
    first, second = sorted((one, other))
    return shelf.meetings.get((first, second), 0)


def _alike(shelf: Shelf, actor: Actor) -> list[Actor]:
    """Return actors of this kind whose last word of the name is the same."""
    last = fold(actor.name).split()[-1:]
    found = [
        other
        for other in shelf.actors.values()
        if other.id != actor.id
        and other.kind is actor.kind
        and last
        and last[0] in shelf.names[other.id].split()
    ]
    found.sort(key=lambda other: (-len(other.citations), other.name))
    return found[:_ALIKE]
