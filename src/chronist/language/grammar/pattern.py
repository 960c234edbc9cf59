"""What a rule can ask of a row of tokens. Small frozen nodes, made by plain functions.

A pattern yields every way it can match at a place; captures name the parts a rule
needs. ``keys`` says by which tokens a match can begin, so that a rule is only tried
where it can succeed.

>>> from chronist.language.tokens import tokenize
>>> day = seq(word("am"), capture("day", number(1, 31)), mark("."))
>>> [m.end for m in day.match(tokenize("am 9. August"), 0)]
[3]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from chronist.language.tokens import Token

ANYTHING = "*"
"""Key of patterns that may begin with any token."""
NUMBER = "#"
"""Key of patterns that begin with a digit: 9, 1990er, 67-Jährige."""


@dataclass(frozen=True, slots=True)
class Captured:
    """A named part of a match: token indexes, ``end`` excluded."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One way a pattern matched: where it ends, and what it captured."""

    end: int
    captures: tuple[Captured, ...] = ()


class Pattern(Protocol):
    """Something that matches tokens from a place on."""

    def match(self, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Yield every way to match at token ``at``, the preferred one first."""
        ...

    def keys(self) -> frozenset[str]:
        """Return what a match can begin with: ``w:word``, ``t:tag``, NUMBER, ANYTHING.

        Empty if the pattern can match nothing at all.
        """
        ...


def keys_of(token: Token) -> Iterator[str]:
    """Yield the keys under which patterns that can begin with this token stand."""
    yield ANYTHING
    if token.text[0].isdecimal():
        yield NUMBER
    yield f"w:{token.lower}"
    for tag in token.tags:
        yield f"t:{tag}"


@dataclass(frozen=True, slots=True)
class One:
    """One token that passes a test."""

    test: Callable[[Token], bool]
    begins: frozenset[str]

    def match(self, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Yield one step over the token if it passes."""
        if at < len(tokens) and self.test(tokens[at]):
            yield Step(at + 1)

    def keys(self) -> frozenset[str]:
        """Return the keys given."""
        return self.begins


@dataclass(frozen=True, slots=True)
class Here:
    """A look at the neighbourhood that takes no token."""

    test: Callable[[Sequence[Token], int], bool]

    def match(self, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Yield an empty step if the place passes."""
        if self.test(tokens, at):
            yield Step(at)

    def keys(self) -> frozenset[str]:
        """Return nothing: the next part of the sequence decides."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class InOrder:
    """Parts one after the other."""

    parts: tuple[Pattern, ...]

    def match(self, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Yield every combination, preferred first."""
        return _in_order(self.parts, 0, tokens, Step(at))

    def keys(self) -> frozenset[str]:
        """Return the keys of the first part, and of those behind optional ones."""
        found: frozenset[str] = frozenset()
        for part in self.parts:
            found |= part.keys()
            if not _may_be_empty(part):
                break
        return found


def _in_order(
    parts: tuple[Pattern, ...], index: int, tokens: Sequence[Token], so_far: Step
) -> Iterator[Step]:
    if index == len(parts):
        yield so_far
        return
    for step in parts[index].match(tokens, so_far.end):
        joined = Step(step.end, so_far.captures + step.captures)
        yield from _in_order(parts, index + 1, tokens, joined)


@dataclass(frozen=True, slots=True)
class Either:
    """The first alternative that matches, then the others."""

    choices: tuple[Pattern, ...]

    def match(self, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Yield the ways of every alternative in order."""
        for choice in self.choices:
            yield from choice.match(tokens, at)

    def keys(self) -> frozenset[str]:
        """Return the keys of all alternatives."""
        return frozenset().union(*(choice.keys() for choice in self.choices))


@dataclass(frozen=True, slots=True)
class Repeated:
    """Between ``least`` and ``most`` times; as many as possible is preferred."""

    part: Pattern
    least: int
    most: int
    lazy: bool = False

    def match(self, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Yield the longest way first, or the shortest if lazy."""
        return self._from(tokens, Step(at), 0)

    def keys(self) -> frozenset[str]:
        """Return the keys of the part."""
        return self.part.keys()

    def _from(
        self, tokens: Sequence[Token], so_far: Step, times: int
    ) -> Iterator[Step]:
        enough = times >= self.least
        if enough and self.lazy:
            yield so_far
        if times < self.most:
            for step in self.part.match(tokens, so_far.end):
                if step.end > so_far.end:
                    joined = Step(step.end, so_far.captures + step.captures)
                    yield from self._from(tokens, joined, times + 1)
        if enough and not self.lazy:
            yield so_far


@dataclass(frozen=True, slots=True)
class Capture:
    """A part under a name."""

    name: str
    part: Pattern

    def match(self, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Yield the part's ways, each with its capture added."""
        for step in self.part.match(tokens, at):
            here = Captured(self.name, at, step.end)
            yield Step(step.end, (here, *step.captures))

    def keys(self) -> frozenset[str]:
        """Return the keys of the part."""
        return self.part.keys()


def _may_be_empty(pattern: Pattern) -> bool:
    if isinstance(pattern, Here):
        return True
    if isinstance(pattern, Repeated):
        return pattern.least == 0 or _may_be_empty(pattern.part)
    if isinstance(pattern, Either):
        return any(_may_be_empty(c) for c in pattern.choices)
    if isinstance(pattern, InOrder):
        return all(_may_be_empty(p) for p in pattern.parts)
    return isinstance(pattern, Capture) and _may_be_empty(pattern.part)


# One token -----------------------------------------------------------------------


def word(*words: str) -> Pattern:
    """Match one of these words or marks, in any case."""
    wanted = frozenset(w.lower() for w in words)
    return One(lambda t: t.lower in wanted, frozenset(f"w:{w}" for w in wanted))


def exactly(*words: str) -> Pattern:
    """Match one of these words in exactly this case."""
    wanted = frozenset(words)
    return One(lambda t: t.text in wanted, frozenset(f"w:{w.lower()}" for w in wanted))


def mark(*marks: str) -> Pattern:
    """Match a punctuation mark that stands directly behind the token before it."""
    wanted = frozenset(marks)
    return One(
        lambda t: t.text in wanted and not t.spaced, frozenset(f"w:{m}" for m in wanted)
    )


def lexicon(*names: str) -> Pattern:
    """Match a word of these lists; for verb lists, any form of the verb."""
    wanted = frozenset(names)
    return One(
        lambda t: not wanted.isdisjoint(t.tags), frozenset(f"t:{n}" for n in names)
    )


def key_of(table: frozenset[str]) -> Pattern:
    """Match a word that is among these (lower case); for keys of lexicon tables."""
    return One(lambda t: t.lower in table, frozenset(f"w:{w}" for w in table))


def lemma(*verbs: str) -> Pattern:
    """Match any form of these verbs, wherever their particle stands."""
    wanted = frozenset(verbs)
    return One(lambda t: bool(t.verb) and t.lemma in wanted, frozenset((ANYTHING,)))


def verb_form(*forms: str) -> Pattern:
    """Match a verb that can have one of these forms (``pp``, ``k1``, ``zu`` …)."""
    wanted = frozenset(forms)
    return One(lambda t: any(r.form in wanted for r in t.verb), frozenset((ANYTHING,)))


def number(least: int, most: int, digits: int | None = None) -> Pattern:
    """Match digits whose value lies between the two; ``digits`` fixes their count."""

    def test(token: Token) -> bool:
        # Ten digits cover every number a rule asks for and keep int() cheap.
        if not token.is_number or len(token.text) > 10:
            return False
        return (digits is None or len(token.text) == digits) and (
            least <= int(token.text) <= most
        )

    return One(test, frozenset((NUMBER,)))


def regex(expression: str) -> Pattern:
    """Match a token that the expression covers wholly."""
    compiled = re.compile(expression)
    return One(lambda t: compiled.fullmatch(t.text) is not None, frozenset((ANYTHING,)))


def capitalised() -> Pattern:
    """Match a word that begins with a capital letter."""
    return One(lambda t: t.is_capitalised, frozenset((ANYTHING,)))


def any_token() -> Pattern:
    """Match any token."""
    return One(lambda _: True, frozenset((ANYTHING,)))


def where(part: Pattern, test: Callable[[Token], bool]) -> Pattern:
    """Match one token that fits ``part`` and passes the test."""
    return InOrder((Here(lambda ts, at: at < len(ts) and test(ts[at])), part))


# Several tokens ------------------------------------------------------------------


def seq(*parts: Pattern) -> Pattern:
    """Match the parts one after the other."""
    return InOrder(parts)


def words(phrase: str) -> Pattern:
    """Match the words of a phrase one after the other ("in der Nacht zum")."""
    return InOrder(tuple(word(w) for w in phrase.split()))


def anyof(*choices: Pattern) -> Pattern:
    """Match one of the alternatives; all are tried, in this order."""
    return Either(choices)


def optional(part: Pattern) -> Pattern:
    """Match the part if it is there."""
    return Repeated(part, 0, 1)


def some(part: Pattern, least: int = 1, most: int = 8) -> Pattern:
    """Match the part several times, as often as possible."""
    return Repeated(part, least, most)


def gap(most: int, *, without: Pattern | None = None) -> Pattern:
    """Skip up to ``most`` tokens, as few as possible, none of which may fit ``without``."""
    part = any_token() if without is None else seq(not_ahead(without), any_token())
    return Repeated(part, 0, most, lazy=True)


def capture(name: str, part: Pattern) -> Pattern:
    """Give the part a name the rule can ask for."""
    return Capture(name, part)


# Looking around ------------------------------------------------------------------


def _fits(part: Pattern, tokens: Sequence[Token], at: int) -> bool:
    return next(part.match(tokens, at), None) is not None


def ahead(part: Pattern) -> Pattern:
    """Go on only if the part follows; takes nothing."""
    return Here(lambda tokens, at: _fits(part, tokens, at))


def not_ahead(part: Pattern) -> Pattern:
    """Go on only if the part does not follow; takes nothing."""
    return Here(lambda tokens, at: not _fits(part, tokens, at))


def after(part: Pattern) -> Pattern:
    """Go on only if the token before fits the part."""
    return Here(lambda tokens, at: at > 0 and _fits(part, tokens, at - 1))


def not_after(part: Pattern) -> Pattern:
    """Go on only if the token before does not fit the part."""
    return Here(lambda tokens, at: at == 0 or not _fits(part, tokens, at - 1))


def glued() -> Pattern:
    """Go on only if no white space stands before the next token."""
    return Here(lambda tokens, at: at < len(tokens) and not tokens[at].spaced)


def at_start() -> Pattern:
    """Go on only at the start of the sentence."""
    return Here(lambda _, at: at == 0)


def at_end() -> Pattern:
    """Go on only at the end of the sentence."""
    return Here(lambda tokens, at: at == len(tokens))
