"""A sentence with everything that is already known about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronist.language.morphology import Clause, clauses
from chronist.language.tokens import Sentence, Token, TokenizedReport
from chronist.model.actor import ActorKind, Mention, Referent
from chronist.model.analysis import TimeExpression
from chronist.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention in a sentence: token indexes (``last`` excluded) and who is meant."""

    first: int
    last: int
    referent: Referent
    mention: Mention

    @property
    def is_place(self) -> bool:
        """Whether a place is named."""
        return self.referent.kind is ActorKind.PLACE


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression in a sentence, by token indexes (``last`` excluded)."""

    first: int
    last: int
    expression: TimeExpression


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence, its clauses, and the mentions, times and statements in it."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    mentions: tuple[Placed, ...]
    times: tuple[Dated, ...]
    statements: tuple[Statement, ...]
    """Statements of the report whose content or cue touches the sentence."""
    clause_numbers: tuple[int, ...]
    """For each token the index of its clause."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def clause_at(self, index: int) -> Clause:
        """Return the clause that holds a token."""
        return self.clauses[self.clause_numbers[index]]

    def statement_at(self, index: int) -> Statement | None:
        """Return the innermost statement whose content holds a token."""
        token = self.tokens[index]
        around = [
            (part.end - part.start, statement.id, statement)
            for statement in self.statements
            for part in statement.content
            if part.start <= token.start and token.end <= part.end
        ]
        return min(around)[2] if around else None

    def is_cue(self, index: int) -> bool:
        """Whether a token is the cue of a statement."""
        token = self.tokens[index]
        return any(
            s.cue is not None and s.cue.start <= token.start < s.cue.end
            for s in self.statements
        )


def settings_of(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
) -> tuple[Setting, ...]:
    """Return the settings of all sentences, in order."""
    mentions = sorted(
        (
            (m.citation.start, m.citation.end, r, m)
            for r in referents
            for m in r.mentions
        ),
        key=lambda row: (row[0], row[1], row[2].id),
    )
    dates = sorted(times, key=lambda t: (t.citation.start, t.citation.end))
    return tuple(
        _setting(sentence, mentions, dates, statements)
        for sentence in tokenized.sentences
    )


def _setting(
    sentence: Sentence,
    mentions: Sequence[tuple[int, int, Referent, Mention]],
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
) -> Setting:
    found = clauses(sentence.tokens)
    return Setting(
        sentence,
        found,
        tuple(_placed(sentence, mentions)),
        tuple(_dated(sentence, times)),
        tuple(_touching(sentence, statements)),
        tuple(
            n
            for n, clause in enumerate(found)
            for _ in range(clause.first, clause.last)
        ),
    )


def _placed(
    sentence: Sentence, mentions: Sequence[tuple[int, int, Referent, Mention]]
) -> Iterator[Placed]:
    starts = [t.start for t in sentence.tokens]
    for start, end, referent, mention in mentions:
        if sentence.start <= start and end <= sentence.end:
            first, last = _indexes(starts, start, end)
            yield Placed(first, last, referent, mention)


def _dated(sentence: Sentence, times: Sequence[TimeExpression]) -> Iterator[Dated]:
    starts = [t.start for t in sentence.tokens]
    for time in times:
        start, end = time.citation.start, time.citation.end
        if sentence.start <= start and end <= sentence.end:
            first, last = _indexes(starts, start, end)
            yield Dated(first, last, time)


def _indexes(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return the token indexes of a span; at least one token, ``last`` excluded."""
    first = max(bisect_right(starts, start) - 1, 0)
    return first, max(bisect_right(starts, end - 1), first + 1)


def _touching(
    sentence: Sentence, statements: Sequence[Statement]
) -> Iterator[Statement]:
    for statement in statements:
        parts = [*statement.content]
        if statement.cue is not None:
            parts.append(statement.cue)
        if any(p.start < sentence.end and sentence.start < p.end for p in parts):
            yield statement
