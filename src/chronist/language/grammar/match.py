"""Find all matches of a set of rules, and settle overlaps by a stated order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from chronist.language.grammar.need import Gate
from chronist.language.grammar.pattern import keys_of
from chronist.language.grammar.rule import Match, Rule
from chronist.language.tokens import Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What one rule made of one place."""

    rule: Rule[T]
    match: Match
    value: T


class RuleSet(Generic[T]):
    """Rules in order, indexed by what they can begin with."""

    def __init__(self, rules: Sequence[Rule[T]]) -> None:
        """Index the rules; their order is their priority."""
        self.rules = tuple(rules)
        self._gate = Gate([rule.pattern for rule in self.rules])
        self._by_key: dict[str, list[int]] = {}
        for number, rule in enumerate(self.rules):
            for key in rule.pattern.keys():  # noqa: SIM118  # not a dict
                self._by_key.setdefault(key, []).append(number)

    def find(self, tokens: Sequence[Token]) -> Iterator[Found[T]]:
        """Yield what every rule finds at every place, overlaps included."""
        able = self._gate.open_for(tokens)
        if not able:
            return
        for at, token in enumerate(tokens):
            for number in self._numbers(token, able):
                found = _try(self.rules[number], tokens, at)
                if found is not None:
                    yield found

    def read(self, tokens: Sequence[Token]) -> list[Found[T]]:
        """Return what remains after overlaps are settled, in order of place."""
        return settle(self.find(tokens), self.rules)

    def _numbers(self, token: Token, able: frozenset[int]) -> list[int]:
        numbers: set[int] = set()
        for key in keys_of(token):
            numbers.update(self._by_key.get(key, ()))
        return sorted(numbers & able)


def _try(rule: Rule[T], tokens: Sequence[Token], at: int) -> Found[T] | None:
    """Return the rule's preferred match at a place that it makes something of."""
    for step in rule.pattern.match(tokens, at):
        if step.end == at:
            continue
        match = Match(tokens, at, step.end, step.captures)
        value = rule.produces(match)
        if value is not None:
            return None if _taken_back(rule, tokens, at) else Found(rule, match, value)
    return None


def _taken_back(rule: Rule[T], tokens: Sequence[Token], at: int) -> bool:
    if rule.unless is None:
        return False
    return next(rule.unless.match(tokens, at), None) is not None


def settle(found: Iterable[Found[T]], rules: Sequence[Rule[T]]) -> list[Found[T]]:
    """Return matches that do not overlap: longest first, then the earlier rule, then
    the earlier place."""
    priority = {rule.id: number for number, rule in enumerate(rules)}
    order = sorted(
        found,
        key=lambda f: (
            f.match.start - f.match.end,
            priority[f.rule.id],
            f.match.start,
        ),
    )
    kept: list[Found[T]] = []
    taken: set[int] = set()
    for candidate in order:
        places = range(candidate.match.start, candidate.match.end)
        if taken.isdisjoint(places):
            kept.append(candidate)
            taken.update(places)
    return sorted(kept, key=lambda f: f.match.start)
