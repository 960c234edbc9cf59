"""Time expressions with their values."""

from __future__ import annotations

from chronist.language.tokens import TokenizedReport
from chronist.model.analysis import TimeExpression
from chronist.model.report import Published


def find_times(
    tokenized: TokenizedReport, published: Published | None
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report, resolved against its day."""
    return ()
