"""Words and marks with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.language.tokens import tokenize, tokenize_report
from chronist.model.report import Report, Segment, SegmentKind

CASES: list[tuple[str, list[str]]] = [
    ("US-Präsident", ["US-Präsident"]),
    ("der 67-Jährige", ["der", "67-Jährige"]),
    ("9.8.2020", ["9", ".", "8", ".", "2020"]),
    ("Sapad-2021", ["Sapad-2021"]),
    ("die 1990er", ["die", "1990er"]),
    ("„Ja“, sagte er.", ["„", "Ja", "“", ",", "sagte", "er", "."]),
    ("gibt's", ["gibt's"]),
    ("20.30 Uhr", ["20", ".", "30", "Uhr"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_tokens(text: str, wanted: list[str]):
    assert [t.text for t in tokenize(text)] == wanted


def test_offsets_count_in_the_whole_text():
    text = "Kopf. Er kam."
    tokens = tokenize(text, 6)
    assert [(t.start, t.end) for t in tokens] == [(6, 8), (9, 12), (12, 13)]


def test_spaced_tells_glued_marks_apart():
    comma, word = tokenize(", a")
    assert comma.spaced
    assert word.spaced
    assert [t.spaced for t in tokenize("a, b")] == [True, False, True]


def test_only_story_segments_are_read():
    text = "Moskau (dpa) -\nEr kam. Sie ging."
    segments = (
        Segment(SegmentKind.PLACE_LINE, 0, 14),
        Segment(SegmentKind.PARAGRAPH, 15, len(text)),
    )
    found = tokenize_report(Report("r-1", "test", text, segments))
    assert [text[s.start : s.end] for s in found.sentences] == ["Er kam.", "Sie ging."]
    assert {s.segment for s in found.sentences} == {1}
    at = found.sentence_at(text.index("ging"))
    assert at is not None
    assert at.index == 1
    assert found.sentence_at(3) is None


@given(st.text(max_size=80))
def test_every_token_stands_where_it_says(text: str):
    at = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert text[at : token.start].strip() == ""
        at = token.end
    assert text[at:].strip() == ""
