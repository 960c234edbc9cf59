"""The times of one text, without a chronicle: for linguists and for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chronist.language.grammars.time.resolve import find_times
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.analysis import TimeExpression
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![^\S\n]*\n))+")


BLOCK = 131_072
"""Code points read at a time: tokens of one block are gone before the next is read, so
that memory grows with the times found, not with the text. No document of WikiWarsDE
is longer; whether a text tells history is asked of a block."""


def tag_times(text: str, dct: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a German text written on the day ``dct``.

    Citations count in code points of ``text``, which is taken as it is; blank lines
    part paragraphs. Without a day, relative times keep an open value. Long texts are
    read in blocks of whole paragraphs, each of which is history or news of its own.

    >>> [(t.citation.text, t.value) for t in tag_times("Gestern kam er an.", date(2021, 9, 9))]
    [('Gestern', '2021-09-08')]
    """
    published = Published(When.day(dct), dct) if dct else None
    report = Report("text", "text", text, ())
    times: list[TimeExpression] = []
    for block in _blocks(text):
        times += _tag(replace(report, segments=block), published)
    return tuple(times)


def _blocks(text: str) -> Iterator[tuple[Segment, ...]]:
    """Yield the paragraphs of a text, as many at a time as fill a block."""
    block: list[Segment] = []
    for start, end in _paragraphs(text):
        if block and end - block[0].start > BLOCK:
            yield tuple(block)
            block = []
        block.append(Segment(SegmentKind.PARAGRAPH, start, end))
    if block:
        yield tuple(block)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield paragraphs; one longer than a block is cut at white space, if it has any."""
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        while end - start > BLOCK:
            space = text.rfind(" ", start + 1, start + BLOCK)
            cut = space if space > 0 else start + BLOCK
            yield start, cut
            start = cut
        yield start, end


def _tag(report: Report, published: Published | None) -> tuple[TimeExpression, ...]:
    tokenized = tokenize_report(report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    return find_times(tokenized, published)
