"""The times of one text, without a chronicle: for linguists and for other programs."""

from __future__ import annotations

import re
from datetime import date

from chronist.language.grammars.time.resolve import find_times
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.analysis import TimeExpression
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![^\S\n]*\n))+")


def tag_times(text: str, dct: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a German text written on the day ``dct``.

    Citations count in code points of ``text``, which is taken as it is; blank lines
    part paragraphs. Without a day, relative times keep an open value.

    >>> [(t.citation.text, t.value) for t in tag_times("Gestern kam er an.", date(2021, 9, 9))]
    [('Gestern', '2021-09-08')]
    """
    segments = tuple(
        Segment(SegmentKind.PARAGRAPH, m.start(), m.end())
        for m in _PARAGRAPH.finditer(text)
    )
    report = Report("text", "text", text, segments)
    tokenized = tokenize_report(report)
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    published = Published(When.day(dct), dct) if dct else None
    return find_times(tokenized, published)
