"""Who said what."""

from __future__ import annotations

from collections.abc import Sequence

from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Referent
from chronist.model.analysis import TimeExpression
from chronist.model.report import Published
from chronist.model.statement import Statement


def find_statements(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    times: Sequence[TimeExpression],
    published: Published | None,
) -> tuple[Statement, ...]:
    """Return the statements of a report with their speakers."""
    return ()
