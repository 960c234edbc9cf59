"""Rules for times that have a name: nach dem Krieg, seit der Wende, im Wahljahr."""

from __future__ import annotations

from chronist.language.grammar.pattern import (
    anyof,
    capture,
    not_ahead,
    number,
    optional,
    seq,
    word,
)
from chronist.language.grammar.pattern import words as phrase
from chronist.language.grammar.rule import Match, Rule
from chronist.language.grammars.time import words
from chronist.language.grammars.time.parts import ARTICLE, noun, one, x
from chronist.language.grammars.time.reading import ElectionYear, Named, Reading

_SIDES = {"nach": "AFTER", "vor": "BEFORE"}
_OF_ANOTHER = word(
    "in", "im", "um", "gegen", "gegeneinander", "zwischen", "der", "des", "von", "mit",
    "zum", "zur", "bei", "am", "auf", "koreas", "zyperns", "beider",
)  # fmt: skip
"""Words behind a name that make it another one's: "nach dem Krieg in Syrien"."""
_BEFORE = capture(
    "side",
    word(
        "nach", "vor", "seit", "während", "in", "im", "bei", "beim", "zu", "zur", "zum",
        "ab", "bis",
    ),
)  # fmt: skip


def _named(match: Match) -> Reading | None:
    tokens = match.part("name")
    if not tokens[-1].is_capitalised:
        return None
    name = " ".join(token.lower for token in tokens)
    before = match.text("side")
    eras = tuple(e for e in words.NAMED[name] if not e.only or before in e.only)
    if not eras:
        return None
    side = _SIDES.get(before, "")
    mod = side or ("APPROX" if eras[0].about else None)
    return one(match, Named(eras, side), mod)


def _election_year(match: Match) -> Reading:
    return one(match, ElectionYear())


RULES: tuple[Rule[Reading], ...] = (
    Rule(
        "de.time.named",
        "Eine Zeit mit Namen, deren Tage bekannt sind (seit der Wende).",
        "A time with a name whose days are known (since German reunification began).",
        seq(
            _BEFORE,
            optional(word("zu", "zum", "zur")),
            x(
                seq(
                    optional(ARTICLE),
                    capture("name", anyof(*(phrase(name) for name in words.NAMED))),
                )
            ),
            not_ahead(_OF_ANOTHER),
            not_ahead(number(1000, 2199, digits=4)),
        ),
        _named,
    ),
    Rule(
        "de.time.election_year",
        "Ein Wahljahr, das der Text oder die bekannten Wahltage nennen.",
        "An election year that the text or the known elections name.",
        seq(
            word("im", "ins", "zum", "vor", "nach"),
            x(seq(optional(ARTICLE), noun(("wahljahr", "superwahljahr")))),
            not_ahead(number(1000, 2199, digits=4)),
        ),
        _election_year,
    ),
)
