"""Why an item is there: reasons and words, down to the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from chronist.chronicle import Item
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
from chronist.web.desk import Page, Visit
from chronist.web.lines import shortened
from chronist.web.say import Say
from chronist.web.shelf import Shelf

Claim = Entry | Event | Actor | Statement | Pledge | Conflict | TimeExpression
_BELOW = 30
"""Items shown below another one; the largest entries have hundreds."""


@dataclass(frozen=True, slots=True)
class Because:
    """An item with its reasons and the items below it; ``more`` are left out."""

    id: str
    name: str
    kind: str
    reasons: Sequence[Derivation]
    below: Sequence[Because]
    more: int = 0


@dataclass(frozen=True)
class WhyPage(Page):
    """The whole chain from an item to the words."""

    template: ClassVar[str] = "why.html"
    room: ClassVar[str] = ""

    because: Annotated[Because, "the item with its reasons"]


def why_page(visit: Visit) -> Page:
    """Return the reasons of whatever has the id of the address."""
    item_id = visit.path("id")
    item = _on_shelf(visit.shelf, item_id)
    if item is not None:
        return WhyPage(because=_chain(visit.shelf, item, visit.say))
    found = visit.chronicle.why(item_id)
    kind, name = _named(found.item, visit.say)
    return WhyPage(because=Because(item_id, name, kind, found.reasons, ()))


def _on_shelf(shelf: Shelf, item_id: str) -> Claim | None:
    kinds: tuple[Mapping[str, Claim], ...] = (
        shelf.entries,
        shelf.events,
        shelf.actors,
        shelf.statements,
        shelf.pledges,
        shelf.conflicts,
        shelf.times,
    )
    return next((items[item_id] for items in kinds if item_id in items), None)


def _chain(shelf: Shelf, item: Claim, say: Say) -> Because:
    """Return the item down to the words. Chains end: entry, event, statement, time."""
    kind, name = _named(item, say)
    parts = [p for i in _made_of(item) if (p := _on_shelf(shelf, i)) is not None]
    below = tuple(_chain(shelf, part, say) for part in parts[:_BELOW])
    more = max(0, len(parts) - _BELOW)
    return Because(item.id, name, kind, _reasons(item), below, more)


def _made_of(item: Claim) -> Sequence[str]:
    match item:
        case Entry(events=events) | Pledge(events=events):
            return events
        case Event(time=time, said_in=said_in):
            return [part for part in (said_in, time) if part is not None]
        case _:
            return ()


def _reasons(item: Claim) -> Sequence[Derivation]:
    if isinstance(item, TimeExpression | Conflict):
        return (item.derivation,)
    return item.derivations


def _named(item: Item, say: Say) -> tuple[str, str]:
    match item:
        case TimeExpression():
            when = say.when(item.when) if item.when else item.value
            return say("Zeitangabe", "time"), f"{item.citation.text} → {when}"
        case Actor():
            return say("Akteur", "actor"), item.name
        case Event():
            words = f"{item.trigger.text} ({say.label(item.type)})"
            return say("Ereignis", "event"), f"{words}, {say.label(item.status)}"
        case Entry():
            return say("Eintrag", "entry"), item.headline
        case _:
            return _named_other(item, say)


def _named_other(
    item: Report | Statement | Pledge | Conflict | Judgement, say: Say
) -> tuple[str, str]:
    match item:
        case Report():
            return say("Bericht", "report"), item.title or item.source
        case Statement():
            words = " … ".join(part.text for part in item.content)
            return say("Aussage", "statement"), shortened(words, 200)
        case Pledge():
            words = " … ".join(part.text for part in item.content)
            return say("Zusage", "pledge"), shortened(words, 200)
        case Conflict():
            return say("Widerspruch", "conflict"), item.about
        case Judgement():
            return say("Urteil", "judgement"), say.label(item.verdict)
