"""The score of quotations, on cases worked out by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.quotes.assignment import assign
from eval.quotes.scoring import Quote, pairs, score


def quote(form: str, *message: int, nested: bool = False, **roles: set[int]) -> Quote:
    tokens = {role: frozenset(numbers) for role, numbers in roles.items()}
    return Quote(form, frozenset(message), nested, **tokens)


def test_equal_lists_score_full():
    said = quote("Direct", 1, 2, 3, cue={4}, speaker={5}, frame={4, 5})
    figures = score([([said], [said])])
    assert figures == dict.fromkeys(
        ("message", "roles", "joint", "form", "source"), 100.0
    )


def test_a_missed_quotation_halves_recall_alone():
    first, second = quote("Direct", 1, 2), quote("Indirect", 5, 6)
    figures = score([([first, second], [first])])
    # precision 1 (one group), recall (1 + 0) / 2
    assert figures["message"] == pytest.approx(100 * 2 * 0.5 / 1.5)
    # one form right of one found and two wanted
    assert figures["form"] == pytest.approx(100 * 2 / 3)


def test_part_of_a_message_counts_by_tokens():
    figures = score([([quote("Direct", 1, 2, 3, 4)], [quote("Direct", 3, 4, 5)])])
    precision, recall = 2 / 3, 2 / 4
    expected = 100 * 2 * precision * recall / (precision + recall)
    assert figures["message"] == pytest.approx(expected)


def test_a_role_only_one_side_has_counts_on_that_side():
    gold = quote("Direct", 1, 2, cue={3}, speaker={4})
    found = quote("Direct", 1, 2, cue={3}, addressee={9})
    figures = score([([gold], [found])])
    # precisions: cue 1, addressee 0; recalls: cue 1, speaker 0
    assert figures["roles"] == pytest.approx(50.0)
    # with the message: precisions 1 1 0, recalls 1 1 0
    assert figures["joint"] == pytest.approx(100 * 2 / 3)


def test_equal_overlap_goes_to_the_equal_form():
    outer, inner = quote("Indirect", 1, 2), quote("Direct", 1, 2, nested=True)
    assert set(pairs([outer, inner], [inner, outer])) == {
        (outer, outer),
        (inner, inner),
    }


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (quote("Direct", 1, 2, 3, speaker={9}), 100.0),
        (quote("Direct", 1, 2, speaker={9, 10}), 100.0),
        (quote("Direct", 1, speaker={9}), 0.0),
        (quote("Direct", 1, 2, 3, speaker={8}), 0.0),
        (quote("Direct", 1, 2, 3), 0.0),
    ],
)
def test_source_asks_for_half_the_words_and_the_speaker(found: Quote, expected: float):
    gold = quote("Direct", 1, 2, 3, speaker={9})
    assert score([([gold], [found])])["source"] == expected


def test_source_leaves_out_nested_quotations():
    gold = quote("Direct", 1, 2, nested=True, speaker={9})
    assert score([([gold], [])])["source"] == 0.0
    kept = quote("Indirect", 3, 4, speaker={9})
    assert score([([gold, kept], [kept])])["source"] == 100.0


_TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 9).map(float), min_size=width, max_size=width),
        min_size=1,
        max_size=5,
    )
)


@given(_TABLES)
def test_no_other_pairing_has_a_greater_sum(table: list[list[float]]):
    chosen = assign(table)
    total = sum(table[row][column] for row, column in chosen)
    assert total == _greatest(table)
    assert len({r for r, _ in chosen}) == len({c for _, c in chosen}) == len(chosen)


def _greatest(table: list[list[float]]) -> float:
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table, strict=True)]
    return max(
        sum(table[row][column] for row, column in enumerate(columns))
        for columns in permutations(range(len(table[0])), len(table))
    )
