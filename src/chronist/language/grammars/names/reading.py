"""What the name rules make of a place in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.language.grammars.names.gazetteer import Entry
from chronist.model.actor import ActorKind


@dataclass(frozen=True, slots=True)
class NameReading:
    """A bare name: token indexes (``end`` excluded), kind, what is known of it.

    ``function`` is the index of the title that stands before it, or -1.
    """

    kind: ActorKind
    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    function: int = -1
