"""What is promised."""

from __future__ import annotations

from collections.abc import Sequence

from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Referent
from chronist.model.analysis import TimeExpression
from chronist.model.event import Event
from chronist.model.pledge import Pledge
from chronist.model.statement import Statement


def find_pledges(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> tuple[Pledge, ...]:
    """Return the pledges of a report."""
    return ()
