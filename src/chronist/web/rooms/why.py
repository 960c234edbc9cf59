"""Why an item is there: reasons and words, down to the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from chronist.chronicle import Explanation, Item
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


@dataclass(frozen=True, slots=True)
class Because:
    """An item with its reasons and the items below it."""

    id: str
    name: str
    kind: str
    reasons: Sequence[Derivation]
    below: Sequence[Because]


@dataclass(frozen=True)
class WhyPage(Page):
    """The whole chain from an item to the words."""

    template: ClassVar[str] = "why.html"
    room: ClassVar[str] = ""

    because: Annotated[Because, "the item with its reasons"]


def why_page(visit: Visit) -> Page:
    """Return the reasons of whatever has the id of the address."""
    found = visit.chronicle.why(visit.path("id"))
    return WhyPage(because=_because(found, visit.say))


def _because(found: Explanation, say: Say) -> Because:
    kind, name = _named(found.item, say)
    below = tuple(_because(part, say) for part in found.because)
    return Because(found.item.id, name, kind, found.reasons, below)


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
