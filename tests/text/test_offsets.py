"""The offset map agrees, both ways, with a model that tracks every character."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.text.offsets import OffsetMap, TextBuilder, identity

LETTERS = "aäöüßAÄ „“–\u00ad\n😀é"
PIECES = st.lists(
    st.tuples(
        st.sampled_from(["copy", "drop", "replace"]),
        st.text(LETTERS, max_size=6),
        st.text(LETTERS, max_size=4),
    ),
    max_size=12,
)


@dataclass(frozen=True)
class Cleaned:
    """A text with its map, and per clean character the raw span it stands for."""

    raw: str
    text: str
    offsets: OffsetMap
    origin: list[tuple[int, int]]


def clean(pieces: list[tuple[str, str, str]]) -> Cleaned:
    raw = "".join(piece[1] for piece in pieces)
    builder = TextBuilder(raw)
    origin: list[tuple[int, int]] = []
    at = 0
    for kind, old, new in pieces:
        end = at + len(old)
        written = {"copy": old, "drop": "", "replace": new}[kind]
        if kind == "copy":
            builder.copy(at, end)
        elif kind == "replace":
            builder.replace(at, end, new)
        one_to_one = len(written) == len(old)
        for i in range(len(written)):
            origin.append((at + i, at + i + 1) if one_to_one else (at, end))
        at = end
    text, offsets = builder.finish()
    return Cleaned(raw, text, offsets, origin)


@st.composite
def cleaned_with_span(draw, of: str):
    cleaned = draw(
        PIECES.map(clean).filter(lambda c: bool(c.text if of == "text" else c.raw))
    )
    length = len(getattr(cleaned, of))
    start = draw(st.integers(0, length - 1))
    return cleaned, start, draw(st.integers(start + 1, length))


@given(cleaned_with_span("text"))
def test_to_raw_agrees_with_the_model(case):
    cleaned, start, end = case
    expected = (cleaned.origin[start][0], cleaned.origin[end - 1][1])
    assert cleaned.offsets.to_raw(start, end) == expected


@given(cleaned_with_span("raw"))
def test_to_clean_agrees_with_the_model(case):
    cleaned, start, end = case
    touched = [
        i for i, (a, b) in enumerate(cleaned.origin) if a < end and start < max(a, b)
    ]
    expected = (touched[0], touched[-1] + 1) if touched else None
    assert cleaned.offsets.to_clean(start, end) == expected


@given(cleaned_with_span("text"))
def test_there_and_back_covers_the_span(case):
    cleaned, start, end = case
    raw_start, raw_end = cleaned.offsets.to_raw(start, end)
    if raw_start == raw_end:  # text that stands for nothing in the raw text
        return
    back = cleaned.offsets.to_clean(raw_start, raw_end)
    assert back is not None
    inside = [i for i in range(start, end) if len(set(cleaned.origin[i])) == 2]
    assert all(back[0] <= i < back[1] for i in inside)


@given(PIECES.map(clean))
def test_copied_characters_are_the_same_in_both_texts(cleaned):
    for piece in cleaned.offsets.pieces:
        assert 0 <= piece.raw <= piece.raw + piece.raw_length <= len(cleaned.raw)
    ends = [piece.clean + piece.length for piece in cleaned.offsets.pieces]
    starts = [piece.clean for piece in cleaned.offsets.pieces]
    assert starts == [0, *ends][: len(starts)]
    assert sum(piece.length for piece in cleaned.offsets.pieces) == len(cleaned.text)


@given(st.text(LETTERS, min_size=1), st.data())
def test_identity(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert identity(len(text)).to_raw(start, end) == (start, end)
    assert identity(len(text)).to_clean(start, end) == (start, end)


def test_an_empty_text_maps_to_nothing():
    assert identity(0).to_raw(0, 0) == (0, 0)
    assert identity(0).to_clean(0, 5) is None


@pytest.mark.parametrize(
    ("span", "raw"),
    [((0, 5), (0, 5)), ((5, 8), (7, 10)), ((0, 8), (0, 10)), ((4, 6), (4, 8))],
)
def test_a_word_broken_at_the_line_end(span, raw):
    builder = TextBuilder("Zusam-\nmen")
    builder.copy(0, 5)
    builder.copy(7, 10)
    text, offsets = builder.finish()
    assert text == "Zusammen"
    assert offsets.to_raw(*span) == raw


def test_pieces_that_continue_each_other_become_one():
    builder = TextBuilder("ein Satz")
    builder.copy(0, 3)
    builder.copy(3, 8)
    assert builder.finish()[1] == identity(8)
