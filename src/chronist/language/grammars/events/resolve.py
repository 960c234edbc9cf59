"""What happens."""

from __future__ import annotations

from collections.abc import Sequence

from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Referent
from chronist.model.analysis import TimeExpression
from chronist.model.event import Event
from chronist.model.report import Published
from chronist.model.statement import Statement


def find_events(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    published: Published | None,
) -> tuple[Event, ...]:
    """Return the events of a report with participants, place, day and status."""
    return ()
