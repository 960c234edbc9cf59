"""The examples beside the pledge rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from chronist.language.analyse import analyse
from chronist.language.grammars.pledges.resolve import ANNOUNCED
from chronist.language.grammars.pledges.rules import RULES
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When
from tests.rule_examples import (
    Example,
    Reading,
    check_example,
    load_examples,
    rules_without_examples,
)

DAY = date(2021, 9, 9)


def read(text: str) -> Iterator[Reading]:
    segment = Segment(SegmentKind.PARAGRAPH, 0, len(text))
    published = Published(When.day(DAY), DAY)
    report = Report("r-test", "test", text, (segment,), published=published)
    for pledge in analyse(report).pledges:
        content = " && ".join(c.text for c in pledge.content)
        due = pledge.due.edtf if pledge.due else "-"
        yield pledge.derivations[0].rule, f"{content} | {due}"


@pytest.mark.parametrize("example", load_examples("pledges"))
def test_example(example: Example):
    check_example(example, read)


def test_every_rule_has_examples_for_and_against():
    ids = [rule.id for rule in RULES] + [ANNOUNCED.rule]
    assert rules_without_examples("pledges", ids) == []
