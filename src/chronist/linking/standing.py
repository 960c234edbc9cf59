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
    source_of: dict[str, set[str]] = {}
    for report in set(reports):
        source = _source_keys(pile, report)
        for key in tuple(source):
            known = source_of.get(key)
            if known is not None and known is not source:
                source, known = sorted((source, known), key=len, reverse=True)
                source |= known
        source_of.update(dict.fromkeys(source, source))
    return len({id(source) for source in source_of.values()})


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
