"""The same words of one speaker in several reports, in other wording or length.

Statements are compared only where they share a speaker and one of each other's rarest
words, so that the work grows with the pile and not with its square. Two are one saying
if most words of the shorter stand in the longer and the days do not exclude it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chronist.model.statement import Statement, StatementForm
from chronist.text.digest import content_id

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_STEM = 6
"""Letters of a word that count: "Verhandlungen" and "Verhandlung" are one."""
_LEAST_WORDS = 4
"""Shorter statements are one only with equal words."""
_SHARED = 0.7
"""Share of the shorter statement's words that the longer must hold."""
_KEYS = 3
_CROWD = 200
"""A word that more statements of one speaker have tells nothing."""
_APART = 14
"""Days between two prints of one saying."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    statement: Statement
    words: frozenset[str]

    @property
    def speaker(self) -> str:
        return self.statement.speaker or ""


def join_sayings(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements in their order; those that others repeat know their saying.

    The order of the statements changes nothing about what is joined, nor the ids.
    """
    spoken = [_Spoken(s, _words(s)) for s in statements if _comparable(s)]
    root = _Roots()
    for one, other in _candidates(spoken):
        if _same(one, other):
            root.join(one.statement.id, other.statement.id)
    groups = root.groups()
    saying_of = {
        member: content_id("say", min(members))
        for members in groups
        for member in members
    }
    return tuple(
        replace(s, saying=saying_of[s.id]) if s.id in saying_of else s
        for s in statements
    )


def _comparable(statement: Statement) -> bool:
    return statement.speaker is not None and statement.form in _FORMS


_FORMS = (StatementForm.DIRECT, StatementForm.INDIRECT)


def _words(statement: Statement) -> frozenset[str]:
    text = " ".join(part.text for part in statement.content).lower()
    return frozenset(word[:_STEM] for word in _WORD.findall(text))


def _candidates(spoken: Iterable[_Spoken]) -> Iterator[tuple[_Spoken, _Spoken]]:
    """Yield pairs that share a speaker and a word rare among the speaker's statements."""
    by_speaker: dict[str, list[_Spoken]] = defaultdict(list)
    for one in spoken:
        by_speaker[one.speaker].append(one)
    for said in by_speaker.values():
        frequency = Counter(word for one in said for word in one.words)
        holding: dict[str, list[_Spoken]] = defaultdict(list)
        for one in said:
            for word in _rarest(one.words, frequency):
                holding[word].append(one)
        for crowd in holding.values():
            if len(crowd) <= _CROWD:
                yield from _pairs(crowd)


def _rarest(words: Iterable[str], frequency: Mapping[str, int]) -> list[str]:
    """Return the words by which a statement is looked up: rare, but not unique."""
    repeated = [word for word in words if frequency[word] > 1]
    return sorted(repeated, key=lambda word: (frequency[word], word))[:_KEYS]


def _pairs(crowd: Sequence[_Spoken]) -> Iterator[tuple[_Spoken, _Spoken]]:
    for place, one in enumerate(crowd):
        for other in crowd[place + 1 :]:
            yield one, other


def _same(one: _Spoken, other: _Spoken) -> bool:
    if one.statement.report == other.statement.report:
        return False  # a clause and the words quoted in it
    shorter = min(len(one.words), len(other.words))
    common = len(one.words & other.words)
    if shorter < _LEAST_WORDS:
        alike = one.words == other.words and shorter > 1
    else:
        alike = common >= _SHARED * shorter
    return alike and _days_allow(one.statement, other.statement)


def _days_allow(one: Statement, other: Statement) -> bool:
    if one.when is None or other.when is None:
        return True
    first = _between(one.when.latest, other.when.earliest)
    second = _between(other.when.latest, one.when.earliest)
    return max(first, second) <= _APART


def _between(earlier: date, later: date) -> int:
    return (later - earlier).days


class _Roots:
    """Which ids belong together."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Put two ids into one group."""
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def groups(self) -> list[list[str]]:
        """Return the groups of two and more."""
        members: dict[str, list[str]] = defaultdict(list)
        for item in self._parent:
            members[self._root(item)].append(item)
        return [group for group in members.values() if len(group) > 1]

    def _root(self, item: str) -> str:
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item
