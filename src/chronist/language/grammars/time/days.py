"""Rules for days of the calendar, lists and ranges of them, and feasts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from chronist.language.grammar.pattern import (
    Captured,
    Pattern,
    anyof,
    capture,
    glued,
    mark,
    not_ahead,
    number,
    optional,
    seq,
    some,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.grammars.time import words
from chronist.language.grammars.time.parts import (
    ARTICLE,
    any_of,
    capitalised_next,
    day,
    day_of,
    month,
    month_of,
    noun,
    numeral,
    one,
    x,
    year,
    year_of,
)
from chronist.language.grammars.time.point import Grain, Point
from chronist.language.grammars.time.reading import (
    DayOfMonth,
    FeastDay,
    Fixed,
    InYear,
    Origin,
    Piece,
    Reading,
    Sense,
)

_DAY_NAME = seq(
    capture(
        "name",
        anyof(
            noun(words.WEEKDAYS),
            noun(words.WEEKDAY_PARTS),
            seq(noun(words.SHORT_WEEKDAYS), optional(mark("."))),
        ),
    ),
    optional(mark(",")),
    optional(ARTICLE),
)
"""Montag, dem …; the weekday belongs to the date."""
_PART_BEFORE = seq(
    optional(ARTICLE),
    capture("part", seq(optional(any_of(words.EARLY_LATE)), noun(words.DAY_PARTS))),
    word("des", "vom"),
)
"""Abend des, frühen Morgen des."""
OF_YEAR = seq(
    optional(ARTICLE),
    capture("which", anyof(any_of(words.DEICTIC), any_of(words.ANAPHORIC))),
    word("jahres", "jahrs"),
)
"""dieses Jahres, des vergangenen Jahres."""
_YEAR_TAIL = anyof(seq(optional(mark(",")), year()), OF_YEAR)
_DIGIT_MONTH = capture("month", number(1, 12))
_TWO_OR_FOUR = capture(
    "year", anyof(number(1000, 2199, digits=4), number(0, 99, digits=2))
)


def valid_day(year_number: int, month_number: int, day_number: int) -> bool:
    """Whether the calendar has the day; a year of 0 stands for an unknown one."""
    if not 1 <= month_number <= 12:
        return False
    return 1 <= day_number <= monthrange(year_number or 2000, month_number)[1]


def year_steps(match: Match) -> tuple[int | None, Origin]:
    """Return how many years away "dieses Jahres" and its like are, and from what."""
    which = match.text("which")
    if which in words.ANAPHORIC:
        return words.ANAPHORIC[which], Origin.TEXT
    return words.DEICTIC.get(which), Origin.REPORT


def _sense(match: Match, day_number: int, month_number: int) -> Sense | None:
    """Return a day with the year the match names, if it names one."""
    year_number = year_of(match)
    if not valid_day(year_number or 0, month_number, day_number):
        return None
    clock = _clock_of(match)
    if year_number:
        return Fixed(Point.of(date(year_number, month_number, day_number), clock))
    steps, origin = year_steps(match)
    return InYear(
        Grain.MONTH, month_number, day_number, clock, year=steps, origin=origin
    )


def _clock_of(match: Match) -> str:
    for token in match.part("part"):
        if token.lower in words.DAY_PARTS and token.is_capitalised:
            return f"T{words.DAY_PARTS[token.lower]}"
    named = match.text("name")
    return f"T{words.WEEKDAY_PARTS[named][1]}" if named in words.WEEKDAY_PARTS else ""


def _early(match: Match) -> str | None:
    first = match.part("part")[:1]
    return words.EARLY_LATE.get(first[0].lower) if first else None


def _single(match: Match) -> Reading | None:
    sense = _sense(match, day_of(match), month_of(match))
    return one(match, sense, _early(match)) if sense else None


def _iso(match: Match) -> Reading | None:
    y, m = (int(match.first(name).text) for name in ("year", "month"))
    if not match.has("day"):
        return one(match, Fixed(Point.month(y, m)))
    d = day_of(match)
    return one(match, Fixed(Point.of(date(y, m, d)))) if valid_day(y, m, d) else None


def _list(match: Match) -> Reading | None:
    """Read "am 3., 4. und 5. Mai": every day takes month and year of the last."""
    pieces = [_item(match, c) for c in match.captures if c.name in ("item", "last")]
    if any(p is None for p in pieces):
        return None
    return tuple(p for p in pieces if p is not None)


def _item(match: Match, captured: Captured) -> Piece | None:
    tokens = match.tokens[captured.start : captured.end]
    day_number = next(int(t.text) for t in tokens if t.is_number)
    named = [words.MONTHS[t.lower] for t in tokens if t.lower in words.MONTHS]
    sense = _sense(match, day_number, named[0] if named else month_of(match))
    return Piece(captured.start, captured.end, sense) if sense else None


def _day_only(match: Match) -> Reading:
    return one(match, DayOfMonth(day_of(match)))


def _feast(match: Match) -> Reading:
    name = match.text("feast")
    rule = words.FEASTS[name]
    ordinal = match.part("ordinal")
    if ordinal:
        second = ordinal[0].lower in ("2", "zweite", "zweiten", "zweiter")
        rule = "12-26" if second else rule
    clock = "TNI" if name.endswith("nacht") else "TEV" if name.endswith("abend") else ""
    year_number = year_of(match)
    step = words.DEICTIC.get(match.text("step"))
    sense = FeastDay(rule, year_number, step, "" if name == "heiligabend" else clock)
    return one(match, sense)


_JOINT = seq(
    word(
        "bis",
        "und",
        "oder",
        "sowie",
        "beziehungsweise",
        "bzw",
        "–",
        "-",
        "/",
        ",",
        "auf",
    ),
    optional(word("zum", "am", "einschließlich", "vom")),
    optional(ARTICLE),
)
_ITEM = capture("item", seq(number(1, 31), mark("."), optional(noun(words.MONTHS))))
_LAST = capture("last", seq(optional(_DAY_NAME), day(), month(), optional(_YEAR_TAIL)))
_DOTTED = seq(
    optional(_DAY_NAME),
    day(),
    glued(),
    _DIGIT_MONTH,
    anyof(
        seq(mark("."), glued(), _TWO_OR_FOUR),
        seq(mark("."), _TWO_OR_FOUR),
        seq(mark("."), not_ahead(seq(glued(), numeral(r"\d+")))),
    ),
)
_DASH = anyof(mark("-"), mark("–"))
_ISO = seq(
    capture("year", number(1000, 2199, digits=4)),
    _DASH,
    glued(),
    capture("month", number(1, 12, digits=2)),
    optional(seq(_DASH, glued(), capture("day", number(1, 31, digits=2)))),
    not_ahead(seq(_DASH, glued(), numeral(r".*"))),
)
_FEAST: Pattern = seq(
    optional(
        capture("step", anyof(any_of(words.DEICTIC), any_of(words.DAY_ADJECTIVES)))
    ),
    optional(
        anyof(
            seq(capture("ordinal", number(1, 2)), mark(".")),
            capture("ordinal", any_of(words.ORDINALS)),
        )
    ),
    capture(
        "feast",
        anyof(
            seq(word("mariä", "maria", "christi"), noun(("himmelfahrt",))),
            seq(word("mariä"), noun(("empfängnis",))),
            seq(word("heiliger", "heiligen"), noun(("abend",))),
            noun(words.FEASTS),
        ),
    ),
    optional(year()),
)

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        "de.time.day.list",
        "Mehrere Tage teilen sich den Monat, der beim letzten steht.",
        "Several days share the month that stands with the last one.",
        seq(some(seq(_ITEM, _JOINT), 1, 6), _LAST),
        _list,
    ),
    Rule(
        "de.time.day.written",
        "Tag und Monat ausgeschrieben, mit oder ohne Jahr.",
        "A day and a month in words, with or without a year.",
        seq(
            optional(_PART_BEFORE),
            optional(_DAY_NAME),
            day(),
            month(),
            optional(_YEAR_TAIL),
        ),
        _single,
    ),
    Rule(
        "de.time.day.numeric",
        "Ein Datum in Ziffern mit Punkten.",
        "A date in digits with full stops.",
        _DOTTED,
        _single,
        unless=seq(
            number(0, 99), mark("."), number(0, 99), word("uhr", "prozent", "euro")
        ),
    ),
    Rule(
        "de.time.day.iso",
        "Ein Datum in der Schreibweise Jahr-Monat-Tag.",
        "A date written year-month-day.",
        _ISO,
        _iso,
    ),
    Rule(
        "de.time.day.only",
        "Ein Tag ohne Monat: gemeint ist der Monat, von dem die Rede ist.",
        "A day without a month: the month the text speaks of is meant.",
        seq(
            word("am", "vom", "zum", "den", "dem"),
            x(day()),
            not_ahead(capitalised_next()),
        ),
        _day_only,
    ),
    Rule(
        "de.time.day.feast",
        "Ein Feiertag oder benannter Tag.",
        "A feast or a named day.",
        _FEAST,
        _feast,
    ),
)
