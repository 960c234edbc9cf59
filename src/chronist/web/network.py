"""Who meets whom, as a picture: actors on a ring, a line for what they share.

A ring needs no simulation, is the same every time, and stays readable: the most
important stand at the top, lines are as thick as what two actors share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin, sqrt

from chronist.web.shelf import Shelf

WIDTH, HEIGHT = 900, 620
_LABEL = 150
_MOST_LINES = 160


@dataclass(frozen=True, slots=True)
class Node:
    """An actor on the ring; ``anchor`` says to which side the name is written."""

    actor: str
    x: float
    y: float
    size: float
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors who take part in ``number`` entries together."""

    one: str
    other: str
    path: str
    thickness: float
    number: int


@dataclass(frozen=True, slots=True)
class Network:
    """The picture, in units of its own."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


def network(shelf: Shelf, actors: Sequence[str]) -> Network:
    """Return the picture of these actors."""
    most = max((_entries(shelf, actor) for actor in actors), default=1) or 1
    nodes = [
        _node(actor, place, len(actors), _entries(shelf, actor) / most)
        for place, actor in enumerate(actors)
    ]
    return Network(WIDTH, HEIGHT, tuple(nodes), tuple(_ties(shelf, nodes)))


def _entries(shelf: Shelf, actor: str) -> int:
    return len(shelf.entries_of_actor.get(actor, ()))


def _node(actor: str, place: int, number: int, share: float) -> Node:
    angle = 2 * pi * place / max(1, number) - pi / 2
    radius_x, radius_y = WIDTH / 2 - _LABEL - 20, HEIGHT / 2 - 40
    x = WIDTH / 2 + radius_x * cos(angle)
    y = HEIGHT / 2 + radius_y * sin(angle)
    size = 4 + 10 * sqrt(share)
    side = cos(angle)
    anchor = "middle" if abs(side) < 0.05 else "start" if side > 0 else "end"
    shift = 0.0 if anchor == "middle" else (size + 6 if side > 0 else -size - 6)
    lift = 4.0 if anchor != "middle" else (-size - 7 if sin(angle) < 0 else size + 16)
    return Node(
        actor,
        round(x, 1),
        round(y, 1),
        round(size, 1),
        round(x + shift, 1),
        round(y + lift, 1),
        anchor,
    )


def _ties(shelf: Shelf, nodes: Sequence[Node]) -> list[Tie]:
    found = []
    for one, other in combinations(nodes, 2):
        first, second = sorted((one.actor, other.actor))
        number = shelf.meetings.get((first, second), 0)
        if number:
            found.append((number, one, other))
    found.sort(key=lambda tie: -tie[0])
    most = found[0][0] if found else 1
    return [
        Tie(
            one.actor,
            other.actor,
            _curve(one, other),
            round(0.8 + 5 * number / most, 1),
            number,
        )
        for number, one, other in found[:_MOST_LINES]
    ]


def _curve(one: Node, other: Node) -> str:
    """Return a curve bent towards the middle, so that neighbours' lines show."""
    bend_x = ((one.x + other.x) / 2 + WIDTH / 2) / 2
    bend_y = ((one.y + other.y) / 2 + HEIGHT / 2) / 2
    return f"M{one.x} {one.y} Q{bend_x:.1f} {bend_y:.1f} {other.x} {other.y}"
