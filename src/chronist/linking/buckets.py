"""Referents that one rule takes for the same actor, and the reason to be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chronist.linking.clusters import Clusters
from chronist.linking.roster import Roster


@dataclass(frozen=True, slots=True)
class Bucket:
    """Referents that one rule takes for the same actor; ``de`` and ``en`` say why."""

    rule: str
    de: str
    en: str
    members: tuple[str, ...]


BucketRule = Callable[[Roster, Clusters], Iterator[Bucket]]


def grouped(
    keys: Iterable[tuple[str | None, str]], least: int = 2
) -> list[tuple[str, tuple[str, ...]]]:
    """Return keys with their members, both sorted, where at least ``least`` share one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, member in keys:
        if key:
            groups[key].append(member)
    return [(k, tuple(sorted(m))) for k, m in sorted(groups.items()) if len(m) >= least]


def bucket_of(
    roster: Roster, members: tuple[str, ...], rule: str, says: tuple[str, str]
) -> Iterator[Bucket]:
    """Yield the bucket whose reason, German and English, goes on with the names."""
    names = quoted_names(roster, members)
    yield Bucket(rule, f"{says[0]}: {names}.", f"{says[1]}: {names}.", members)


def quoted_names(roster: Roster, members: Iterable[str]) -> str:
    """Return the different names of some referents, in quotation marks."""
    names = sorted({roster.referents[m].name for m in members})
    return ", ".join(f"„{name}“" for name in names)
