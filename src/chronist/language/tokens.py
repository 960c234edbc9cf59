"""Words and marks of a sentence, with exact offsets and what the word lists know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chronist.language.sentences import split_sentences
from chronist.lexica.load import VerbForm, load_verbs, tags_of
from chronist.model.report import Report, Segment

_TOKEN = re.compile(
    r"\d+-[^\W\d_][\w-]*"  # 67-Jährige
    r"|\d+[^\W\d_]\w*"  # 1990er
    r"|\d+"
    r"|[^\W\d_]\w*(?:[-‑'’][^\W_]\w*)*"  # US-Präsident, Sapad-2021, gibt's
    r"|\S"
)


@dataclass(slots=True)
class Token:
    """A word, number or mark. ``start`` and ``end`` count in the report's clean text.

    ``tags`` are the names of the word lists the form is on (``time/months``), and of
    the verb lists its ``lemma`` is on, once morphology has looked at the sentence.
    ``verb`` holds the readings as a verb form; ``lemma`` the verb it is, with its
    particle wherever that stands, or the word itself.
    """

    text: str
    start: int
    end: int
    lower: str
    spaced: bool
    """Whether white space (or the start of the sentence) stands before it."""
    tags: frozenset[str]
    verb: tuple[VerbForm, ...]
    lemma: str

    @property
    def is_number(self) -> bool:
        """Whether it consists of digits."""
        return self.text.isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report: its place, its tokens and the segment it stands in."""

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    segment: int
    """Index into ``Report.segments``; sentences with the same one share a paragraph."""


@dataclass(frozen=True, slots=True)
class TokenizedReport:
    """A report with its sentences; what every grammar reads."""

    report: Report
    sentences: tuple[Sentence, ...]

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds a position of the clean text."""
        for sentence in self.sentences:
            if sentence.start <= position < sentence.end:
                return sentence
        return None


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of ``text[start:end]``.

    >>> [t.text for t in tokenize("Am 9.8.2020, 20.30 Uhr, sprach der 67-Jährige.")]
    ['Am', '9', '.', '8', '.', '2020', ',', '20', '.', '30', 'Uhr', ',', 'sprach', 'der', '67-Jährige', '.']
    """
    stop = len(text) if end is None else end
    verbs = load_verbs()
    tokens: list[Token] = []
    last = start - 1
    for match in _TOKEN.finditer(text, start, stop):
        word = match.group()
        lower = word.lower()
        readings = verbs.get(lower, ())
        tokens.append(
            Token(
                word,
                match.start(),
                match.end(),
                lower,
                match.start() != last,
                tags_of(lower),
                readings,
                readings[0].lemma if readings else lower,
            )
        )
        last = match.end()
    return tuple(tokens)


def tokenize_report(
    report: Report, segments: Sequence[Segment] | None = None
) -> TokenizedReport:
    """Return the sentences of the segments that tell the story (or of those given)."""
    chosen = report.story_segments() if segments is None else tuple(segments)
    numbers = {id(s): n for n, s in enumerate(report.segments)}
    sentences: list[Sentence] = []
    for segment in chosen:
        number = numbers.get(id(segment))
        if number is None:  # an equal one, made elsewhere
            number = report.segments.index(segment)
        for start, end in split_sentences(report.text, segment.start, segment.end):
            tokens = tokenize(report.text, start, end)
            sentences.append(Sentence(len(sentences), start, end, tokens, number))
    return TokenizedReport(report, tuple(sentences))
