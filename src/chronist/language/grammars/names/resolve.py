"""Who is spoken of in a report."""

from __future__ import annotations

from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Referent


def find_referents(tokenized: TokenizedReport) -> tuple[Referent, ...]:
    """Return the actors of a report with all their mentions."""
    return ()
