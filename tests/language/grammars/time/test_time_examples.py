"""The examples beside the rules of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.language.grammars.time.rules import RULES
from chronist.runs.tag_times import tag_times
from tests.rule_examples import (
    Example,
    Reading,
    check_example,
    load_examples,
    rules_without_examples,
)

DAY = date(2021, 9, 9)
WORDS = [
    "am",
    "vor",
    "in",
    "seit",
    "9.",
    "31.",
    "2020",
    "8",
    "20.30",
    "Uhr",
    "Mai",
    "August",
    "Montag",
    "Abend",
    "Jahren",
    "Woche",
    "Ende",
    "des",
    "letzten",
    "vergangenen",
    "bis",
    "und",
    "halb",
    "drei",
    "1990er",
    "Jahre",
    "v.",
    "Chr.",
    "99999999999",
    "12:61",
    "00.00.0000",
    "Ostern",
    "heute",
    "morgen",
    "damals",
    "jeden",
    "-",
    "–",
    "/",
    ",",
    "(",
    ")",
    ".",
    "'",
    "’",
    "2007/08",
    "30.000",
    "Millionen",
    "Tags",
    "darauf",
]


def read(text: str) -> Iterator[Reading]:
    for time in tag_times(text, DAY):
        mod = f" {time.mod}" if time.mod else ""
        yield (
            time.derivation.rule,
            f"{time.citation.text} | {time.type} {time.value}{mod}",
        )


@pytest.mark.parametrize("example", load_examples("time"))
def test_example(example: Example) -> None:
    check_example(example, read)


def test_every_rule_has_examples_for_and_against() -> None:
    assert rules_without_examples("time", [rule.id for rule in RULES]) == []


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.dates())
def test_no_row_of_time_words_raises(row: list[str], day: date) -> None:
    text = " ".join(row)
    for time in tag_times(text, day):
        assert text[time.citation.start : time.citation.end] == time.citation.text
        assert time.value


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    spans = [(t.citation.start, t.citation.end) for t in tag_times(text, DAY)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.binary(max_size=300))
def test_no_bytes_raise(raw: bytes) -> None:
    assert isinstance(tag_times(raw.decode("latin-1"), None), tuple)
