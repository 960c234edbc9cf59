"""The gate before the rules: it may only spare work, never a match."""

from __future__ import annotations

import pytest

from chronist.language.grammar.match import _try as try_rule
from chronist.language.grammar.match import settle
from chronist.language.grammar.need import Gate, need_of
from chronist.language.grammar.pattern import (
    any_token,
    anyof,
    number,
    optional,
    seq,
    some,
    word,
)
from chronist.language.grammars.time.rules import RULES
from chronist.language.tokens import tokenize


def test_optional_parts_are_not_needed() -> None:
    needed = need_of(seq(optional(word("am")), number(1, 31), word("Mai")))
    assert needed == (frozenset({"#"}), frozenset({"w:mai"}))


def test_alternatives_need_one_of_theirs() -> None:
    needed = need_of(anyof(seq(word("a"), word("b")), word("c")))
    assert all("w:c" in keys for keys in needed)


def test_any_token_needs_nothing() -> None:
    assert need_of(some(any_token())) == ()
    assert Gate([any_token()]).open_for(tokenize("Irgendetwas.")) == {0}


@pytest.mark.parametrize(
    "text",
    [
        "Am 9. August 2020 und vom 3. bis 5. Mai kam er um 20.30 Uhr.",
        "Vor gut zwei Jahren, Ende Oktober, in der Nacht zum Montag, seit 26 Jahren.",
        "Jeden zweiten Dienstag, nachts, im Sommer 2008, in den 90er Jahren, damals.",
    ],
)
def test_the_gate_loses_no_match(text: str) -> None:
    tokens = tokenize(text)
    shut = set(range(len(RULES))) - Gate([r.pattern for r in RULES]).open_for(tokens)
    missed = [
        RULES[number].id
        for number in shut
        for at in range(len(tokens))
        if try_rule(RULES[number], tokens, at) is not None
    ]
    assert missed == []
    assert settle([], RULES) == []
