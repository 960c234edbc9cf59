"""The examples beside the speech rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chronist.language.grammars.names.resolve import find_referents
from chronist.language.grammars.speech.draft import STRUCTURAL
from chronist.language.grammars.speech.resolve import find_statements
from chronist.language.grammars.speech.rules import RULES
from chronist.language.morphology import settle_verbs
from chronist.language.tokens import tokenize_report
from chronist.model.report import Report, Segment, SegmentKind
from tests.rule_examples import (
    Example,
    Reading,
    check_example,
    load_examples,
    rules_without_examples,
)


def report_of(text: str) -> Report:
    """A report of one paragraph; a first line behind "# " is a heading."""
    heading, _, body = (
        text.partition("\n\n") if text.startswith("# ") else ("", "", text)
    )
    segments = [Segment(SegmentKind.PARAGRAPH, len(text) - len(body), len(text))]
    if heading:
        segments.insert(0, Segment(SegmentKind.HEADING, 2, len(heading)))
    return Report("r-test", "test", text, tuple(segments))


def read(text: str) -> Iterator[Reading]:
    tokenized = tokenize_report(report_of(text))
    for sentence in tokenized.sentences:
        settle_verbs(sentence.tokens)
    referents = find_referents(tokenized)
    for found in find_statements(tokenized, referents, (), None):
        content = " && ".join(c.text for c in found.content)
        cue = found.cue.text if found.cue else "-"
        yield found.derivations[0].rule, f"{found.form} | {content} | {cue}"


@pytest.mark.parametrize("example", load_examples("speech"))
def test_example(example: Example):
    check_example(example, read)


def test_every_rule_has_examples_for_and_against():
    ids = [rule.id for rule in RULES] + [origin.rule for origin in STRUCTURAL]
    assert rules_without_examples("speech", ids) == []
