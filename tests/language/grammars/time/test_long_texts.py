"""Texts longer than a block: nothing is lost, and no block's tokens stay."""

from __future__ import annotations

import tracemalloc
from datetime import date

import pytest

from chronist.runs.tag_times import BLOCK, tag_times

DAY = date(2021, 9, 9)
SENTENCE = "Der Rat tagte am Montag in Musterdorf und sprach über das neue Dach. "


@pytest.mark.parametrize("joint", ["\n\n", ""])
def test_every_time_of_a_long_text_is_found(joint: str) -> None:
    one = SENTENCE + joint
    count = 2 * BLOCK // len(one)
    text = one * count
    found = tag_times(text, DAY)
    assert count - 3 <= len(found) <= count
    assert all(t.citation.text == "Montag" for t in found)
    assert all(
        t.citation.text == text[t.citation.start : t.citation.end] for t in found
    )


def test_a_word_without_end_is_read_too() -> None:
    assert tag_times("x" * (BLOCK + 9), DAY) == ()


def test_memory_follows_the_block_not_the_text() -> None:
    text = (SENTENCE.replace("am Montag ", "") + "\n\n") * (3 * BLOCK // len(SENTENCE))
    tag_times("Am Montag.", DAY)
    tracemalloc.start()
    tag_times(text[: len(text) // 3], DAY)
    _, short = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    tag_times(text, DAY)
    _, long = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert long < 1.5 * short
