"""Patterns that several rules of time share, and what their captures mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chronist.language.grammar.pattern import (
    NUMBER,
    Here,
    One,
    Pattern,
    anyof,
    capture,
    glued,
    key_of,
    mark,
    not_ahead,
    number,
    optional,
    seq,
    word,
)
from chronist.language.grammar.rule import Match
from chronist.language.grammars.time import words
from chronist.language.grammars.time.reading import Piece, Reading, Sense
from chronist.language.tokens import Token

ARTICLE = word("der", "die", "das", "dem", "den", "des")
_BEFORE_SENTENCE = frozenset('„“”"»«:–-(…')


def noun(table: Iterable[str]) -> Pattern:
    """Match a capitalised word of a table."""
    wanted = frozenset(table)
    return One(
        lambda t: t.lower in wanted and t.is_capitalised,
        frozenset(f"w:{w}" for w in wanted),
    )


def small(table: Iterable[str]) -> Pattern:
    """Match a word of a table that is no noun here."""
    wanted = frozenset(table)
    return seq(Here(_may_be_small), key_of(wanted))


def _may_be_small(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or not tokens[at].is_capitalised:
        return True
    return at == 0 or tokens[at - 1].text in _BEFORE_SENTENCE


def any_of(table: Iterable[str]) -> Pattern:
    """Match a word of a table in any case."""
    return key_of(frozenset(table))


def numeral(expression: str) -> Pattern:
    """Match a token that begins with a digit and that the expression covers."""
    compiled = re.compile(expression)
    return One(lambda t: compiled.fullmatch(t.text) is not None, frozenset((NUMBER,)))


def capitalised_next() -> Pattern:
    """Match a noun or number, which a bare "am 3." would belong to."""
    return One(lambda t: t.is_capitalised or t.is_number, frozenset(("*",)))


# Days, months, years ---------------------------------------------------------------


def day(name: str = "day") -> Pattern:
    """Match "9."."""
    return seq(capture(name, number(1, 31)), mark("."))


def month(name: str = "month") -> Pattern:
    """Match "August" or "Aug."."""
    abbreviated = {m for m in words.MONTHS if m not in words.FULL_MONTHS}
    short = seq(capture(name, noun(abbreviated)), optional(mark(".")))
    return anyof(short, capture(name, noun(words.FULL_MONTHS)))


def full_month(name: str = "month") -> Pattern:
    """Match a month's full name."""
    return capture(name, noun(words.FULL_MONTHS))


def year(name: str = "year") -> Pattern:
    """Match "2020", "'20"."""
    four = number(1000, 2199, digits=4)
    two = seq(word("'", "’", "‘"), glued(), number(0, 99, digits=2))
    not_decimal = not_ahead(seq(mark(".", ","), glued(), numeral(r"\d+")))
    return seq(capture(name, anyof(four, two)), not_decimal)


EDGE = seq(
    capture("edge", noun(words.EDGES)),
    optional(anyof(ARTICLE, word("dieser", "diesen"))),
)
"""Anfang, Mitte, Ende, with an article behind."""


def edged(part: Pattern) -> Pattern:
    """Match a part that "Anfang", "Mitte" or "Ende" may stand before."""
    return seq(optional(EDGE), part)


def edge_of(match: Match) -> str | None:
    """Return START, MID or END if the match begins so."""
    found = match.part("edge")
    return words.EDGES[found[0].lower] if found else None


def day_of(match: Match, name: str = "day") -> int:
    """Return the number captured as a day."""
    return int(match.first(name).text)


def month_of(match: Match, name: str = "month") -> int:
    """Return the number of the month captured by name or in digits."""
    token = match.first(name)
    return int(token.text) if token.is_number else words.MONTHS[token.lower]


def year_of(match: Match, name: str = "year") -> int | None:
    """Return the year captured; None if none was.

    Two digits mean the century in which they lie nearer to the present: '98 is 1998,
    '20 is 2020.
    """
    found = match.part(name)
    if not found:
        return None
    return full_year(found[-1].text)


def full_year(digits: str) -> int:
    """Return the year that two or four digits stand for."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 36 else 1900)


# Amounts and units -----------------------------------------------------------------

_THOUSANDS = seq(number(1, 999), mark("."), glued(), number(0, 999, digits=3))
_DECIMAL = seq(number(0, 9999), mark(","), glued(), number(0, 99))
_COUNT = anyof(
    seq(any_of(words.NUMBER_WORDS), word("millionen", "milliarden")),
    seq(number(1, 999), word("millionen", "milliarden")),
    _THOUSANDS,
    _DECIMAL,
    number(0, 99999),
    any_of(words.NUMBER_WORDS),
)
_SCALES = {"millionen": 1_000_000, "milliarden": 1_000_000_000}


def amount(name: str = "amount") -> Pattern:
    """Match "26", "30.000", "2,5", "drei", "zwei Millionen"."""
    return capture(name, _COUNT)


def amount_of(match: Match, name: str = "amount") -> float:
    """Return the number captured as an amount."""
    tokens = [t.lower for t in match.part(name)]
    scale = _SCALES.get(tokens[-1], 1)
    if scale > 1:
        tokens = tokens[:-1]
    text = "".join(t for t in tokens if t != ".").replace(",", ".")
    base = words.NUMBER_WORDS.get(text)
    return (float(text) if base is None else base) * scale


def unit(name: str = "unit") -> Pattern:
    """Match a unit of time, plain or as the end of a compound such as "Kalenderjahr"."""
    return capture(name, noun(words.UNITS))


def unit_of(match: Match, name: str = "unit") -> str:
    """Return TIMEX3's letter of the unit captured (T before units of the clock)."""
    return words.UNITS[match.first(name).lower]


def length_value(unit: str, amount: float | None) -> str:
    """Return TIMEX3's value of a length; an amount of None or 0 is X.

    >>> length_value("Y", 26), length_value("TM", None), length_value("TH", 1.5)
    ('P26Y', 'PTXM', 'PT90M')
    """
    if unit in ("TH", "TM") and amount and amount != int(amount):
        smaller, factor = ("TM", 60) if unit == "TH" else ("TS", 60)
        return length_value(smaller, amount * factor)
    head, letter = ("PT", unit[1:]) if unit.startswith("T") else ("P", unit)
    if unit == "ML" and amount:
        letter, amount = "Y", amount * 1000
    if unit in ("Q", "H") and amount:
        letter, amount = "M", amount * (3 if unit == "Q" else 6)
    return (
        f"{head}{f'{amount:g}' if amount and amount < 1e6 else _whole(amount)}{letter}"
    )


def _whole(amount: float | None) -> str:
    return str(int(amount)) if amount else "X"


# Making readings -------------------------------------------------------------------


def one(match: Match, sense: Sense, mod: str | None = None) -> Reading:
    """Return the reading of a match that is one expression: what is captured as ``x``,
    or all of it."""
    found = [c for c in match.captures if c.name == "x"]
    start, end = (found[0].start, found[0].end) if found else (match.start, match.end)
    return (Piece(start, end, sense, mod or edge_of(match)),)


def piece(match: Match, name: str, sense: Sense, mod: str | None = None) -> Piece:
    """Return the expression captured under a name."""
    found = next(c for c in match.captures if c.name == name)
    return Piece(found.start, found.end, sense, mod)


def x(part: Pattern) -> Pattern:
    """Name the part of a match that is the expression itself."""
    return capture("x", part)
