"""A sentence as the speech grammar sees it: quoted or not, in parts between commas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chronist.language.grammars.speech.cast import Cast
from chronist.language.grammars.speech.phrases import Phrase, phrases
from chronist.language.grammars.speech.quotations import Quotation
from chronist.language.tokens import Sentence, Token
from chronist.model.actor import MentionKind

_SPLIT = frozenset(",:;–—")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between commas outside quotations: token indexes, ``last`` excluded;
    the closing comma belongs to it."""

    first: int
    last: int

    def holds(self, index: int) -> bool:
        """Whether a token stands in it."""
        return self.first <= index < self.last


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with its quotations; ``quoted`` says for every token whether it stands
    inside one (marks included), ``named`` whether it names somebody who can speak."""

    sentence: Sentence
    quotations: tuple[Quotation, ...]
    quoted: tuple[bool, ...]
    parts: tuple[Part, ...]
    named: tuple[bool, ...]
    openings: frozenset[int]
    """Tokens a name begins with."""
    closings: tuple[bool, ...]
    """Whether a name ends right before a token."""
    proper: tuple[bool, ...]
    """Which tokens stand in a proper name."""

    @property
    def tokens(self) -> Sequence[Token]:
        """Return the sentence's tokens."""
        return self.sentence.tokens

    def part_of(self, index: int) -> int:
        """Return the number of the part that holds a token (of the last, behind it)."""
        holding = (n for n, part in enumerate(self.parts) if part.holds(index))
        return next(holding, len(self.parts) - 1)

    def finite_verbs(self, part: Part) -> list[int]:
        """Return the unquoted finite verbs of a part."""
        return [
            i for i in self.verbs(part) if any(r.finite for r in self.tokens[i].verb)
        ]

    def verbs(self, part: Part) -> list[int]:
        """Return the unquoted verbs of a part."""
        return [
            i
            for i in range(part.first, part.last)
            if self.tokens[i].verb and not self.quoted[i]
        ]

    def phrases(self, first: int, last: int) -> list[Phrase]:
        """Return the noun phrases outside quotations; "Von der Leyen" is a name, and
        a name ends where another noun begins ("sagte Merz | Journalisten")."""
        return [
            self._fitted(p)
            for p in phrases(self.tokens, first, last)
            if not self.quoted[p.start] or self.named[p.start]
        ]

    def _fitted(self, phrase: Phrase) -> Phrase:
        at = phrase.preposition
        if at is not None and at in self.openings:
            return Phrase(at, phrase.core, phrase.end, None)
        return self.cut(phrase)

    def cut(self, phrase: Phrase) -> Phrase:
        """Return the phrase up to the end of a name in it."""
        for index in range(phrase.start + 1, phrase.core):
            if self.closings[index] and not self.named[index]:
                return Phrase(phrase.start, index, index, phrase.preposition)
        return phrase

    def names_somebody(self, phrase: Phrase) -> bool:
        """Whether the head of a phrase names somebody who can speak."""
        return self.named[phrase.core - 1] or self.named[phrase.start]


def view_of(
    sentence: Sentence, quotations: Sequence[Quotation], cast: Cast | None = None
) -> View:
    """Return the sentence with the quotations of its paragraph that touch it."""
    touching = tuple(
        q
        for q in quotations
        if q.outer_start < sentence.end and sentence.start < q.outer_end
    )
    quoted = tuple(any(q.holds(t.start) for q in touching) for t in sentence.tokens)
    parts = _parts(sentence.tokens, quoted)
    return View(sentence, touching, quoted, parts, *_names(sentence, cast))


def _names(
    sentence: Sentence, cast: Cast | None
) -> tuple[tuple[bool, ...], frozenset[int], tuple[bool, ...], tuple[bool, ...]]:
    """Return which tokens are named, open a name, follow one, stand in one."""
    tokens = sentence.tokens
    if cast is None:
        none = (False,) * len(tokens)
        return none, frozenset(), none, none
    mentions = [
        m for m, r in cast.within(sentence.start, sentence.end) if cast.can_speak(r)
    ]
    named = tuple(
        any(m.citation.start < t.end and t.start < m.citation.end for m in mentions)
        for t in tokens
    )
    names = [m.citation for m in mentions if m.kind is MentionKind.NAME]
    starts, ends = {c.start for c in names}, {c.end for c in names}
    openings = frozenset(i for i, t in enumerate(tokens) if t.start in starts)
    closings = tuple(i > 0 and tokens[i - 1].end in ends for i in range(len(tokens)))
    proper = tuple(any(c.start <= t.start < c.end for c in names) for t in tokens)
    return named, openings, closings, proper


def _parts(tokens: Sequence[Token], quoted: Sequence[bool]) -> tuple[Part, ...]:
    parts: list[Part] = []
    first = 0
    for index, token in enumerate(tokens):
        if token.text in _SPLIT and not quoted[index]:
            parts.append(Part(first, index + 1))
            first = index + 1
    if first < len(tokens):
        parts.append(Part(first, len(tokens)))
    return tuple(parts)
