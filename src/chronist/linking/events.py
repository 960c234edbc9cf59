"""Which events of all reports are one happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chronist.linking.candidates import candidates, compatible
from chronist.linking.clusters import Clusters, join_judged, judgement_marks
from chronist.linking.happenings import Happening
from chronist.linking.pile import Pile
from chronist.linking.score import THRESHOLD, Scored, score
from chronist.model.judgement import Subject, Verdict


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events that are one happening, the joins that made it, and who judged so."""

    happenings: tuple[Happening, ...]
    joins: tuple[Scored, ...]
    judged_by: tuple[str, ...] = ()


def cluster_events(happenings: Sequence[Happening], pile: Pile) -> tuple[Cluster, ...]:
    """Join the pairs that score high enough, best first, where nothing forbids it.

    Two exact different days never meet, unless one is a plan's, nor do parties without
    any in common, whatever stands between them; a judgement "different" always holds,
    a judgement "same" overrides days.
    """
    clusters = _clusters(happenings, pile)
    judged = join_judged(clusters, pile, Subject.ENTRY)
    joins = [
        pair
        for pair in _best_first(happenings)
        if not clusters.together(pair.first, pair.second)
        and clusters.join(pair.first, pair.second)
    ]
    by_id = {h.id: h for h in happenings}
    authors = [(members[0], judgement.author) for judgement, members in judged]
    return _assemble(clusters, by_id, joins, authors)


def _clusters(happenings: Iterable[Happening], pile: Pile) -> Clusters:
    apart = judgement_marks(pile.judged(Subject.ENTRY, Verdict.DIFFERENT))
    clusters = Clusters()
    for happening in happenings:
        marks = dict(apart.get(happening.id, {}))
        if happening.parties:
            marks["party"] = happening.parties
        clusters.add(happening.id, marks, happening.span)
    return clusters


def _best_first(happenings: Sequence[Happening]) -> list[Scored]:
    scored = (
        score(first, second)
        for first, second in candidates(happenings)
        if compatible(first.event.type, second.event.type)
    )
    good = [pair for pair in scored if pair.total >= THRESHOLD]
    return sorted(good, key=lambda p: (-p.total, p.first, p.second))


def _assemble(
    clusters: Clusters,
    by_id: Mapping[str, Happening],
    joins: Sequence[Scored],
    authors: Sequence[tuple[str, str]],
) -> tuple[Cluster, ...]:
    leaders = clusters.leaders()
    joins_of: dict[str, list[Scored]] = {}
    for pair in joins:
        joins_of.setdefault(leaders[pair.first], []).append(pair)
    authors_of: dict[str, list[str]] = {}
    for member, author in authors:
        authors_of.setdefault(leaders[member], []).append(author)
    return tuple(
        Cluster(
            tuple(by_id[m] for m in component),
            tuple(joins_of.get(component[0], ())),
            tuple(authors_of.get(component[0], ())),
        )
        for component in clusters.components()
    )
