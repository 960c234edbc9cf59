"""The whole chronicle as one value: what linking makes and the store keeps."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.model.actor import Actor
from chronist.model.analysis import TimeExpression
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.pledge import Pledge
from chronist.model.report import DuplicateGroup, Failure, Report
from chronist.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Links:
    """What many reports amount to; events, statements and pledges name actors here.

    Every tuple is sorted by the items' ids or in reading order, so that equal piles
    give equal values.
    """

    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    entries: tuple[Entry, ...] = ()
    statements: tuple[Statement, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A chronicle: reports with their duplicates, times, links, and what failed."""

    reports: tuple[Report, ...] = ()
    duplicates: tuple[DuplicateGroup, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    links: Links = Links()
    failures: tuple[Failure, ...] = ()
