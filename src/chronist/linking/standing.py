"""How many independent sources stand behind an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chronist.linking.names import fold
from chronist.linking.pile import Pile
from chronist.model.entry import Standing

_ENOUGH = 2


def independent_sources(pile: Pile, reports: Iterable[str]) -> int:
    """Count sources: prints of one text are one, and so are texts of one agency or,
    where no agency is named, of one outlet."""
    sources: list[set[str]] = []
    for report in sorted(set(reports)):
        keys = _source_keys(pile, report)
        meeting = [s for s in sources if s & keys]
        sources = [s for s in sources if not s & keys]
        sources.append(keys.union(*meeting))
    return len(sources)


def standing(sources: int) -> Standing:
    """Return what a number of independent sources amounts to, before conflicts."""
    return Standing.CONFIRMED if sources >= _ENOUGH else Standing.SINGLE_SOURCE


def _source_keys(pile: Pile, report: str) -> set[str]:
    keys = {f"group {pile.group_of[report]}"}
    found = pile.reports.get(report)
    if found is not None and found.agency:
        names = re.split(r"[/,;&+]", found.agency)
        keys |= {f"agency {fold(name)}" for name in names if name.strip()}
    elif found is not None and found.outlet:
        keys.add(f"outlet {fold(found.outlet)}")
    return keys
