"""How matches of several rules are found and settled."""

from __future__ import annotations

import pytest

from chronist.language.grammar.explain import explain
from chronist.language.grammar.match import RuleSet
from chronist.language.grammar.pattern import capture, number, optional, seq, word
from chronist.language.grammar.rule import Match, Rule
from chronist.language.tokens import tokenize


def rule(name: str, pattern: object, **more: object) -> Rule[str]:
    produces = more.pop("produces", lambda m: m.text("x") or "found")
    return Rule(name, "Ein Test.", "A test.", pattern, produces, **more)  # type: ignore[arg-type]


SHORT = rule("short", word("am"))
LONG = rule("long", seq(word("am"), word("Montag")))


def read(rules: list[Rule[str]], text: str) -> list[tuple[str, int, int]]:
    found = RuleSet(rules).read(tokenize(text))
    return [(f.rule.id, f.match.start, f.match.end) for f in found]


def test_the_longest_match_wins():
    assert read([SHORT, LONG], "am Montag") == [("long", 0, 2)]


def test_of_equals_the_earlier_rule_wins():
    again = rule("again", word("am"))
    assert read([SHORT, again], "am Montag") == [("short", 0, 1)]
    assert read([again, SHORT], "am Montag") == [("again", 0, 1)]


def test_matches_come_in_order_of_place():
    assert read([SHORT], "am Ende am Anfang") == [("short", 0, 1), ("short", 2, 3)]


def test_unless_takes_the_match_back():
    guarded = rule("guarded", word("am"), unless=seq(word("am"), word("Ende")))
    assert read([guarded], "am Ende") == []
    assert read([guarded], "am Montag") == [("guarded", 0, 1)]


def test_a_rule_may_make_nothing_of_a_match():
    picky = rule(
        "picky",
        seq(word("am"), optional(capture("x", number(1, 31)))),
        produces=lambda m: "day" if not m.has("x") else None,
    )
    # The longer way is given up, the shorter one kept.
    assert read([picky], "am 9") == [("picky", 0, 1)]


def test_an_empty_match_is_no_match():
    assert read([rule("empty", optional(word("am")))], "im Mai") == []


def test_parts_of_a_match():
    tokens = tokenize("am 9")
    found = RuleSet([rule("day", seq(word("am"), capture("x", number(1, 31))))])
    match: Match = found.read(tokens)[0].match
    assert match.has("x")
    assert match.first("x").text == "9"
    assert match.text("x") == "9"
    assert match.part("y") == ()
    assert match.span == (0, 4)
    with pytest.raises(KeyError):
        match.first("y")


def test_explain_shows_what_was_kept_and_what_lost():
    text = explain(RuleSet([SHORT, LONG]), tokenize("am Montag"))
    assert text.splitlines() == [
        "- short: am [] → found",
        "+ long: am Montag [] → found",
    ]
    assert explain(RuleSet([SHORT]), tokenize("im Mai")) == "no rule matches"
