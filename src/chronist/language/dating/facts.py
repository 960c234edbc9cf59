"""What is known of persons, meetings and events, asked in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronist.language.dating.elections import elections
from chronist.language.dating.events import events
from chronist.language.dating.fact import Fact
from chronist.language.dating.meetings import meetings
from chronist.language.dating.persons import ages, offices
from chronist.language.dating.spans import anniversaries, tenures
from chronist.language.grammars.time.resolve import Found
from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Referent


def known_facts(
    tokenized: TokenizedReport, referents: Sequence[Referent], found: Sequence[Found]
) -> Iterator[Fact]:
    """Yield what knowledge says about the day of a report."""
    yield from ages(tokenized, referents)
    yield from offices(tokenized, referents)
    yield from meetings(tokenized, referents, found)
    yield from events(tokenized, found)
    yield from tenures(tokenized, referents, found)
    yield from anniversaries(tokenized, found)
    yield from elections(tokenized, found)
