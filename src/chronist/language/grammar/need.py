"""What a sentence must hold for a pattern to match anywhere in it.

Most rules name a word that few sentences have. Asking for it once a sentence spares
trying the rule at every article; it changes nothing in what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chronist.language.grammar.pattern import (
    ANYTHING,
    Capture,
    Either,
    InOrder,
    One,
    Pattern,
    Repeated,
    keys_of,
)
from chronist.language.tokens import Token

Need = tuple[frozenset[str], ...]
"""Sets of keys; of every set, some token of the sentence must have one."""


def need_of(pattern: Pattern) -> Need:
    """Return what every match of the pattern holds; empty if that is unknown.

    >>> from chronist.language.grammar.pattern import number, optional, seq, word
    >>> sorted(map(sorted, need_of(seq(optional(word("am")), number(1, 31), word("Mai")))))
    [['#'], ['w:mai']]
    """
    if isinstance(pattern, One):
        return () if ANYTHING in pattern.begins else (pattern.begins,)
    if isinstance(pattern, Capture):
        return need_of(pattern.part)
    if isinstance(pattern, InOrder):
        return tuple(dict.fromkeys(s for part in pattern.parts for s in need_of(part)))
    if isinstance(pattern, Repeated):
        return need_of(pattern.part) if pattern.least else ()
    return _need_of_either(pattern.choices) if isinstance(pattern, Either) else ()


def _need_of_either(choices: Iterable[Pattern]) -> Need:
    """Ask one set of each alternative: once the largest (small ones are function words),
    once the last (the head noun mostly stands there)."""
    needs = [need_of(choice) for choice in choices]
    if not all(needs):
        return ()
    largest = frozenset().union(*(max(n, key=len) for n in needs))
    last = frozenset().union(*(n[-1] for n in needs))
    return tuple(dict.fromkeys((largest, last)))


class Gate:
    """Says which rules a sentence can satisfy at all."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        """Number the sets of all patterns; each becomes a bit."""
        sets: dict[frozenset[str], int] = {}
        self._asked: list[int] = []
        for pattern in patterns:
            bits = 0
            for needed in need_of(pattern):
                bits |= 1 << sets.setdefault(needed, len(sets))
            self._asked.append(bits)
        self._bits: dict[str, int] = {}
        for needed, bit in sets.items():
            for key in needed:
                self._bits[key] = self._bits.get(key, 0) | 1 << bit

    def open_for(self, tokens: Sequence[Token]) -> frozenset[int]:
        """Return the numbers of the patterns that may match somewhere in the tokens."""
        held = 0
        bits = self._bits
        for token in tokens:
            for key in keys_of(token):
                held |= bits.get(key, 0)
        return frozenset(
            number for number, asked in enumerate(self._asked) if asked & held == asked
        )
