"""Why an item is there: its reasons, and the items it was made of, down to the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chronist.errors import ItemNotFound
from chronist.model.actor import Actor
from chronist.model.analysis import TimeExpression
from chronist.model.conflict import Conflict
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.judgement import Judgement
from chronist.model.pledge import Pledge
from chronist.model.report import Report
from chronist.model.statement import Statement
from chronist.store.store import Item, View


@dataclass(frozen=True, slots=True)
class Explanation:
    """An item with its reasons; ``because`` are the items it rests on."""

    item: Item
    reasons: tuple[Derivation, ...]
    because: tuple[Explanation, ...] = ()


def explain(view: View, item_id: str) -> Explanation:
    """Return why the item with this id is there. ``ItemNotFound`` if nothing has it."""
    item = view.item(item_id)
    below = tuple(
        explain(view, part) for part in _made_of(item) if _is_there(view, part)
    )
    return Explanation(item, _reasons(view, item), below)


def _made_of(item: Item) -> Iterable[str]:
    """Return ids of what an item rests on. Chains end: entry, event, statement, time."""
    match item:
        case Entry(events=events) | Pledge(events=events):
            return events
        case Event(time=time, said_in=said_in):
            return [part for part in (said_in, time) if part is not None]
        case _:
            return ()


def _is_there(view: View, part: str) -> bool:
    try:
        view.item(part)
    except ItemNotFound:
        return False
    return True


def _reasons(view: View, item: Item) -> tuple[Derivation, ...]:
    match item:
        case Entry() | Event() | Actor() | Statement() | Pledge():
            return item.derivations
        case TimeExpression() | Conflict():
            return (item.derivation,)
        case Report():
            return _reasons_for_report(view, item)
        case Judgement():
            return ()


def _reasons_for_report(view: View, report: Report) -> tuple[Derivation, ...]:
    dated = report.published.evidence if report.published else ()
    copied = tuple(
        group.derivation
        for group in view.duplicates()
        if report.id in (group.origin, *group.copies)
    )
    return (*dated, *copied)
