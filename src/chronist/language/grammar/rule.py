"""The shape of every rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from chronist.language.grammar.pattern import Captured, Pattern
from chronist.language.tokens import Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule's pattern fits in a row of tokens (``end`` excluded)."""

    tokens: Sequence[Token]
    start: int
    end: int
    captures: tuple[Captured, ...]

    def has(self, name: str) -> bool:
        """Whether a part of this name was captured."""
        return any(c.name == name for c in self.captures)

    def part(self, name: str) -> Sequence[Token]:
        """Return the tokens captured under a name; empty if none were."""
        for captured in self.captures:
            if captured.name == name:
                return self.tokens[captured.start : captured.end]
        return ()

    def first(self, name: str) -> Token:
        """Return the first token captured under a name; KeyError if none was."""
        found = self.part(name)
        if not found:
            raise KeyError(name)
        return found[0]

    def text(self, name: str) -> str:
        """Return the words captured under a name, in lower case, joined by blanks."""
        return " ".join(token.lower for token in self.part(name))

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the report's clean text."""
        return self.tokens[self.start].start, self.tokens[self.end - 1].end


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A named row of the grammar: what it catches, and what it makes of it.

    ``id`` is public and stable. ``de`` and ``en`` say in one sentence what it
    catches; readers see them under "Warum?". ``produces`` may return None: the
    pattern fits but means nothing here. ``unless`` is tried at the same place and
    takes the match back if it fits.
    """

    id: str
    de: str
    en: str
    pattern: Pattern
    produces: Callable[[Match], T | None]
    unless: Pattern | None = None
