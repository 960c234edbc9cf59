"""Who is mentioned where in a report, for finding who stands behind some words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from chronist.model.actor import ActorKind, Mention, MentionKind, Referent
from chronist.model.report import Report

_SPEAKING = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP))
_LEAST_STEM = 4
"""Letters an adjective and a name must share: "israelisch", Israel."""


class Cast:
    """All mentions of a report by place."""

    def __init__(self, report: Report, referents: Sequence[Referent]) -> None:
        """Index the mentions of the referents."""
        self.report = report
        self._referents = {r.id: r for r in referents}
        self._mentions = sorted(
            ((m, r.id) for r in referents for m in r.mentions),
            key=lambda pair: (pair[0].citation.start, -pair[0].citation.end, pair[1]),
        )
        self._starts = [m.citation.start for m, _ in self._mentions]
        self._longest = max(
            (m.citation.end - m.citation.start for m, _ in self._mentions), default=0
        )

    def kind(self, referent: str) -> ActorKind:
        """Return the kind of a referent."""
        return self._referents[referent].kind

    def is_person(self, referent: str) -> bool:
        """Whether a referent is one person."""
        return self.kind(referent) is ActorKind.PERSON

    def is_woman(self, referent: str) -> bool:
        """Whether the report has a feminine noun for a person: "Ministerin"."""
        return self.is_person(referent) and any(
            m.kind is MentionKind.DESCRIPTION
            and m.citation.text.split()[-1].endswith("in")
            for m in self._referents[referent].mentions
        )

    def has_name(self, referent: str) -> bool:
        """Whether the report names a referent anywhere."""
        return any(
            m.kind is MentionKind.NAME for m in self._referents[referent].mentions
        )

    def can_speak(self, referent: str) -> bool:
        """Whether a referent is a person, organisation or group."""
        return self.kind(referent) in _SPEAKING

    def within(self, start: int, end: int) -> list[tuple[Mention, str]]:
        """Return the mentions that overlap a stretch of text, in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [(m, r) for m, r in self._mentions[first:last] if start < m.citation.end]

    def best_mention(self, start: int, end: int) -> tuple[Mention, str] | None:
        """Return the mention that names a phrase's head: a name at its end first."""
        inside = self.within(start, end)
        heads = [
            (m, r)
            for m, r in inside
            if m.citation.end >= end or m.citation.start <= start
        ]
        speaking = [(m, r) for m, r in (heads or inside) if self.can_speak(r)]
        names = [(m, r) for m, r in speaking if m.kind is MentionKind.NAME]
        chosen = names or speaking or heads
        return chosen[-1] if chosen else None

    def last_before(
        self,
        position: int,
        *,
        plural: bool = False,
        without: frozenset[str] = frozenset(),
    ) -> str | None:
        """Return whom "er" falls back on: the person named last before a position;
        for a plural "sie" the group or organisation."""
        found = self._place_before(position, plural=plural, without=without)
        return found and found[1]

    def is_named_between(self, start: int, position: int) -> bool:
        """Whether a person is named behind ``start`` and before ``position``."""
        found = self._place_before(position, plural=False)
        return found is not None and found[0] > start

    def _place_before(
        self, position: int, *, plural: bool, without: frozenset[str] = frozenset()
    ) -> tuple[int, str] | None:
        last = bisect_left(self._starts, position)
        fitting = (
            (mention.citation.start, referent)
            for mention, referent in reversed(self._mentions[:last])
            if mention.citation.end <= position
            and self.can_speak(referent)
            and self.is_person(referent) != plural
            and referent not in without
        )
        return next(fitting, None)

    def persons_named(self, start: int, end: int) -> frozenset[str]:
        """Return the persons whose names stand in a stretch of text."""
        return frozenset(
            r
            for m, r in self.within(start, end)
            if m.kind is MentionKind.NAME and self.is_person(r)
        )

    def named_like(self, stem: str) -> str | None:
        """Return the actor whose name begins like an adjective: "israelisch"."""
        if len(stem) < _LEAST_STEM:
            return None
        for _, referent in self._mentions:
            if self._referents[referent].name.lower().startswith(stem):
                return referent
        return None
