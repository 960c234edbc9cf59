"""What a pattern matches, and how it says where it can begin."""

from __future__ import annotations

import pytest

from chronist.language.grammar.pattern import (
    ANYTHING,
    NUMBER,
    Pattern,
    after,
    ahead,
    any_token,
    anyof,
    at_end,
    at_start,
    capitalised,
    capture,
    exactly,
    gap,
    glued,
    keys_of,
    mark,
    not_after,
    not_ahead,
    number,
    optional,
    regex,
    seq,
    some,
    where,
    word,
    words,
)
from chronist.language.tokens import tokenize


def ends(pattern: Pattern, text: str, at: int = 0) -> list[int]:
    return [step.end for step in pattern.match(tokenize(text), at)]


CASES: list[tuple[Pattern, str, list[int]]] = [
    (word("am"), "Am Montag", [1]),
    (word("am"), "im Mai", []),
    (exactly("Am"), "Am Montag", [1]),
    (exactly("am"), "Am Montag", []),
    (words("in der Nacht"), "In der Nacht", [3]),
    (number(1, 31), "31", [1]),
    (number(1, 31), "32", []),
    (number(0, 9999, digits=4), "0031", [1]),
    (number(1, 31), "99999999999999", []),
    (regex(r"\d+-Jährige"), "67-Jährige", [1]),
    (capitalised(), "Wien", [1]),
    (capitalised(), "wien", []),
    (seq(number(1, 31), mark(".")), "9. Mai", [2]),
    (seq(number(1, 31), mark(".")), "9 . Mai", []),
    (anyof(word("am"), words("am Montag")), "am Montag", [1, 2]),
    (optional(word("am")), "am", [1, 0]),
    (some(word("ja"), most=3), "ja ja ja ja", [3, 2, 1]),
    (seq(word("von"), gap(2), word("bis")), "von a b bis", [4]),
    (seq(word("von"), gap(1), word("bis")), "von a b bis", []),
    (seq(word("von"), gap(3, without=mark(",")), word("bis")), "von a, b bis", []),
    (seq(word("am"), ahead(word("Montag"))), "am Montag", [1]),
    (seq(word("am"), not_ahead(word("Montag"))), "am Montag", []),
    (seq(word("am"), glued()), "am Montag", []),
    (seq(any_token(), at_end()), "Wien", [1]),
    (where(any_token(), lambda t: t.is_number), "9", [1]),
]


@pytest.mark.parametrize(("pattern", "text", "wanted"), CASES)
def test_where_a_match_ends(pattern: Pattern, text: str, wanted: list[int]):
    assert ends(pattern, text) == wanted


def test_looking_back():
    assert ends(seq(after(word("am")), word("Montag")), "am Montag", 1) == [2]
    assert ends(seq(not_after(word("am")), word("Montag")), "am Montag", 1) == []
    assert ends(seq(at_start(), word("Montag")), "am Montag", 1) == []
    assert ends(seq(after(word("am")), word("Montag")), "Montag", 0) == []


def test_captures_keep_their_places():
    day = seq(word("am"), capture("day", number(1, 31)), mark("."))
    step = next(day.match(tokenize("am 9. Mai"), 0))
    assert [(c.name, c.start, c.end) for c in step.captures] == [("day", 1, 2)]


KEYS: list[tuple[Pattern, set[str]]] = [
    (word("Am"), {"w:am"}),
    (number(1, 31), {NUMBER}),
    (any_token(), {ANYTHING}),
    (seq(optional(word("am")), number(1, 31)), {"w:am", NUMBER}),
    (seq(at_start(), word("am")), {"w:am"}),
    (anyof(word("a"), word("b")), {"w:a", "w:b"}),
]


@pytest.mark.parametrize(("pattern", "wanted"), KEYS)
def test_keys(pattern: Pattern, wanted: set[str]):
    assert pattern.keys() == wanted


def test_keys_of_a_token_cover_every_way_to_ask_for_it():
    (token,) = tokenize("9")
    assert {ANYTHING, NUMBER, "w:9"} <= set(keys_of(token))
