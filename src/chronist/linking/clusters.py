"""Connected components that respect what may not meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from chronist.linking.pile import Pile
from chronist.model.judgement import Judgement, Subject, Verdict
from chronist.model.when import When

Marks = Mapping[str, frozenset[str]]
"""What a member is bound to, per kind of mark: two components that both carry a
kind of mark may only meet if they share a value of it."""


@dataclass(slots=True)
class Component:
    """Members that are one thing, the marks they carry, the days they may mean."""

    members: list[str]
    marks: dict[str, frozenset[str]]
    span: When | None


@dataclass(slots=True)
class Clusters:
    """Disjoint sets of ids with marks and day spans.

    Spans make the check on days complete-link: no component holds two members whose
    intervals have no day in common, however long the chain between them.
    """

    _of: dict[str, Component] = field(default_factory=dict)

    def add(self, member: str, marks: Marks, span: When | None = None) -> None:
        """Put in one member as a component of its own."""
        self._of[member] = Component([member], dict(marks), span)

    def __contains__(self, member: str) -> bool:
        return member in self._of

    def together(self, first: str, second: str) -> bool:
        """Whether both stand in one component."""
        return self._of[first] is self._of[second]

    def may_join(self, first: str, second: str) -> bool:
        """Whether nothing keeps the two components apart."""
        a, b = self._of[first], self._of[second]
        return not _clashing(a, b) and _spans_meet(a.span, b.span)

    def join(self, first: str, second: str) -> bool:
        """Make one component of two, if allowed; return whether they are one now."""
        if self.together(first, second):
            return True
        if not self.may_join(first, second):
            return False
        self._merge(first, second)
        return True

    def force(self, first: str, second: str, respected: frozenset[str]) -> bool:
        """Join on a person's word: only the ``respected`` marks can prevent it."""
        if self.together(first, second):
            return True
        if _clashing(self._of[first], self._of[second]) & respected:
            return False
        self._merge(first, second)
        return True

    def components(self) -> tuple[tuple[str, ...], ...]:
        """Return all components, each sorted, sorted by their smallest member."""
        seen = {id(c): c for c in self._of.values()}
        return tuple(sorted(tuple(sorted(c.members)) for c in seen.values()))

    def leaders(self) -> dict[str, str]:
        """Return for each member the smallest member of its component."""
        return {m: component[0] for component in self.components() for m in component}

    def _merge(self, first: str, second: str) -> None:
        big, small = self._of[first], self._of[second]
        if len(big.members) < len(small.members):
            big, small = small, big
        for mark, values in small.marks.items():
            big.marks[mark] = big.marks.get(mark, frozenset()) | values
        big.span = _common(big.span, small.span)
        big.members.extend(small.members)
        for member in small.members:
            self._of[member] = big


def _clashing(a: Component, b: Component) -> frozenset[str]:
    few, many = (
        (a.marks, b.marks) if len(a.marks) <= len(b.marks) else (b.marks, a.marks)
    )
    return frozenset(m for m, v in few.items() if m in many and not v & many[m])


def _spans_meet(a: When | None, b: When | None) -> bool:
    return a is None or b is None or a.overlaps(b)


def _common(a: When | None, b: When | None) -> When | None:
    if a is None or b is None:
        return a or b
    if a.overlaps(b):
        return When.between(max(a.earliest, b.earliest), min(a.latest, b.latest))
    # Only a person can join these; the hull lets either day's mentions follow.
    return When.between(min(a.earliest, b.earliest), max(a.latest, b.latest))


def judgement_marks(
    different: Iterable[Judgement],
) -> dict[str, dict[str, frozenset[str]]]:
    """Return per evidence id the marks that keep judged-different items apart."""
    marks: dict[str, dict[str, frozenset[str]]] = {}
    for judgement in different:
        for index, target in enumerate(judgement.targets):
            for evidence in target:
                of = marks.setdefault(evidence, {})
                here = of.get(judgement.id, frozenset())
                of[judgement.id] = here | {str(index)}
    return marks


def join_judged(
    clusters: Clusters, pile: Pile, subject: Subject
) -> tuple[tuple[Judgement, tuple[str, ...]], ...]:
    """Join what a person called the same, unless a later "different" forbids it.

    Returns each judgement that was applied with the members it speaks of.
    """
    applied = []
    different = pile.judged(subject, Verdict.DIFFERENT)
    for judgement in pile.judged(subject, Verdict.SAME):
        members = [m for target in judgement.targets for m in target if m in clusters]
        later = frozenset(
            d.id for d in different if (d.at, d.id) > (judgement.at, judgement.id)
        )
        joined = [clusters.force(members[0], m, later) for m in members[1:]]
        if any(joined):
            applied.append((judgement, tuple(members)))
    return tuple(applied)
