"""Rules for months, quarters, seasons, years, decades and centuries."""

from __future__ import annotations

from chronist.language.grammar.pattern import (
    after,
    any_token,
    anyof,
    capitalised,
    capture,
    glued,
    lexicon,
    mark,
    not_after,
    not_ahead,
    number,
    optional,
    seq,
    some,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.grammars.time import words
from chronist.language.grammars.time.days import OF_YEAR, year_steps
from chronist.language.grammars.time.parts import (
    ARTICLE,
    any_of,
    edged,
    full_month,
    month,
    month_of,
    noun,
    numeral,
    one,
    year,
    year_of,
)
from chronist.language.grammars.time.point import SEASONS, Grain, Point
from chronist.language.grammars.time.reading import (
    Fixed,
    InYear,
    Piece,
    Reading,
    Sense,
)

_WHICH_YEAR = anyof(
    seq(
        optional(mark(",")),
        optional(word("des", "jahres", "im", "jahr", "von")),
        year(),
    ),
    seq(word("des"), word("jahres"), year()),
    OF_YEAR,
)
_STEP = capture("step", any_of(words.DEICTIC))
_NUMBERED = anyof(
    capture("number", any_of(words.ORDINALS)),
    seq(capture("number", number(1, 4)), mark(".")),
)
_HALVES = {"halbjahr": 2, "halbjahres": 2, "halbjahrs": 2, "jahreshälfte": 2}
_QUARTERS = {"quartal": 4, "quartals": 4, "vierteljahr": 4, "jahresviertel": 4}


def _part_of_year(match: Match, grain: Grain, number_: int) -> Sense:
    year_number = year_of(match)
    if year_number:
        return Fixed(Point.part(grain, year_number, number_))
    steps, origin = year_steps(match)
    step = words.DEICTIC.get(match.text("step"))
    return InYear(grain, number_, year=steps, step=step, origin=origin)


def _month(match: Match) -> Reading:
    return one(match, _part_of_year(match, Grain.MONTH, month_of(match)))


def _month_digits(match: Match) -> Reading:
    y = year_of(match) or 0
    return one(match, Fixed(Point.month(y, int(match.first("month").text))))


def _season(match: Match) -> Reading:
    number_ = SEASONS.index(words.SEASONS[match.first("season").lower])
    return one(match, _part_of_year(match, Grain.SEASON, number_))


def _numbered(match: Match) -> Reading | None:
    token = match.first("number")
    number_ = int(token.text) if token.is_number else words.ORDINALS[token.lower]
    kind = match.text("kind")
    grain, most = (Grain.HALF, 2) if kind in _HALVES else (Grain.QUARTER, 4)
    if not 1 <= number_ <= most:
        return None
    return one(match, _part_of_year(match, grain, number_))


def _list(match: Match) -> Reading:
    """Read "Juni bis August 2008": every month takes the year of the last."""
    pieces = []
    for c in match.captures:
        if c.name in ("item", "last"):
            tokens = match.tokens[c.start : c.end]
            named = next(
                words.MONTHS[t.lower] for t in tokens if t.lower in words.MONTHS
            )
            edge = words.EDGES.get(tokens[0].lower)
            sense = _part_of_year(match, Grain.MONTH, named)
            pieces.append(Piece(c.start, c.end, sense, edge))
    return tuple(pieces)


def _year(match: Match) -> Reading | None:
    number_ = year_of(match)
    if number_ is None:
        return None
    if match.has("bc"):
        number_ = 1 - number_
    return one(match, Fixed(Point.year(number_)))


def _old_year(match: Match) -> Reading:
    return one(match, Fixed(Point.year(1 - int(match.first("year").text))))


def _season_years(match: Match) -> Reading:
    """Read "2007/08" as the year it begins in."""
    return one(match, Fixed(Point.year(int(match.first("year").text))))


def _decade(match: Match) -> Reading:
    token = match.first("decade")
    digits = "".join(c for c in token.text if c.isdigit())
    value = int(digits) if digits else words.DECADE_WORDS[_decade_stem(token.lower)]
    start = full_decade(value)
    return one(match, Fixed(Point(Grain.DECADE, start // 10)), _early(match))


def _decade_stem(word_: str) -> str:
    return (
        word_
        if word_ in words.DECADE_WORDS
        else word_.removesuffix("jahren").removesuffix("jahre")
    )


def full_decade(value: int) -> int:
    """Return the first year of a decade given as 90 or 1990."""
    return value if value > 99 else 1900 + value


def _century(match: Match) -> Reading:
    token = match.first("number")
    count = int(token.text) if token.is_number else words.ORDINALS[token.lower]
    sign = 1 - count if match.has("bc") else count - 1
    return one(match, Fixed(Point(Grain.CENTURY, sign)), _early(match))


def _early(match: Match) -> str | None:
    return words.EARLY_LATE.get(match.text("early"))


_EARLY = capture("early", any_of(words.EARLY_LATE))
_YEAR_LIKE = (
    "saison",
    "spielzeit",
    "schuljahr",
    "geschäftsjahr",
    "wintersemester",
    "winter",
)
_DECADE = capture(
    "decade", anyof(numeral(r"(?:1[89]|20)?\d0-?er"), any_of(words.DECADE_WORDS))
)
_DECADE_COMPOUNDS = {
    w + t: v for w, v in words.DECADE_WORDS.items() for t in ("jahre", "jahren")
}
_BC = capture("bc", seq(word("v"), mark("."), optional(seq(word("chr"), mark(".")))))
_YEAR_WORD = seq(optional(ARTICLE), noun(("jahr", "jahre", "jahres", "jahren", "anno")))
_FRACTION = seq(mark(".", ",", ":"), glued(), numeral(r"\d+"))
_NO_AMOUNT = seq(
    not_ahead(anyof(lexicon("time/not_years"), word("%", "€", "$", "°"), _FRACTION)),
    not_ahead(seq(mark("-", "–"), glued(), capitalised())),
)
_NOT_INSIDE = not_after(mark(".", ",", ":", "§"))
_RECENT = capture("year", number(1900, 2099, digits=4))
_DISTANT = capture("year", number(1000, 1899, digits=4))
_CUE = anyof(lexicon("time/year_cues"), word("(", "jahr", "jahre", "jahres", "jahren"))
_RANGE_MARK = anyof(word("–", "-", "/"))
_KIND = capture("kind", noun((*_HALVES, *_QUARTERS)))
_SEASON = capture("season", noun(words.SEASONS))
_LAST_MONTH = capture("last", seq(edged(full_month()), optional(_WHICH_YEAR)))
_MONTH_JOINT = seq(
    word("bis", "und", "oder", "–", "-", "/", ","),
    optional(word("zum")),
    optional(ARTICLE),
)
_DECADE_TAIL = seq(optional(mark("-")), noun(("jahre", "jahren")))

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        "de.time.month.list",
        "Mehrere Monate teilen sich das Jahr, das beim letzten steht.",
        "Several months share the year that stands with the last one.",
        seq(
            some(
                seq(capture("item", seq(edged(noun(words.FULL_MONTHS)))), _MONTH_JOINT),
                1,
                4,
            ),
            _LAST_MONTH,
        ),
        _list,
    ),
    Rule(
        "de.time.month.year",
        "Ein Monat mit seinem Jahr.",
        "A month with its year.",
        seq(edged(month()), _WHICH_YEAR),
        _month,
    ),
    Rule(
        "de.time.month.digits",
        "Monat und Jahr in Ziffern.",
        "Month and year in digits.",
        seq(
            not_after(mark("/", ".", "-")),
            capture("month", number(1, 12)),
            mark("/"),
            glued(),
            capture("year", number(1900, 2199, digits=4)),
        ),
        _month_digits,
    ),
    Rule(
        "de.time.month",
        "Ein Monat ohne Jahr: welcher gemeint ist, sagen Zeitform und Umgebung.",
        "A month without a year: tense and context say which one is meant.",
        edged(seq(optional(seq(optional(ARTICLE), _STEP)), full_month())),
        _month,
    ),
    Rule(
        "de.time.season",
        "Eine Jahreszeit, mit oder ohne Jahr.",
        "A season, with or without a year.",
        edged(
            seq(optional(seq(optional(ARTICLE), _STEP)), _SEASON, optional(_WHICH_YEAR))
        ),
        _season,
    ),
    Rule(
        "de.time.quarter",
        "Ein Quartal oder Halbjahr.",
        "A quarter or half of a year.",
        seq(optional(ARTICLE), _NUMBERED, _KIND, optional(_WHICH_YEAR)),
        _numbered,
    ),
    Rule(
        "de.time.year",
        "Ein Jahr in vier Ziffern.",
        "A year in four digits.",
        anyof(
            seq(_NOT_INSIDE, edged(seq(optional(_YEAR_WORD), _RECENT)), _NO_AMOUNT),
            seq(edged(seq(_YEAR_WORD, _DISTANT)), _NO_AMOUNT),
            seq(after(_CUE), _DISTANT, _NO_AMOUNT, not_ahead(capitalised())),
            seq(after(_RANGE_MARK), glued(), _DISTANT, _NO_AMOUNT),
        ),
        _year,
    ),
    Rule(
        "de.time.year.bc",
        "Ein Jahr vor Christi Geburt.",
        "A year before Christ.",
        edged(seq(optional(_YEAR_WORD), capture("year", number(1, 5000)), _BC)),
        _old_year,
    ),
    Rule(
        "de.time.year.short",
        "Ein Jahr in zwei Ziffern mit Auslassungszeichen.",
        "A year in two digits with an apostrophe.",
        seq(
            capture("year", seq(word("'", "’", "‘"), glued(), number(0, 99, digits=2))),
            not_ahead(seq(glued(), any_token())),
        ),
        _year,
    ),
    Rule(
        "de.time.year.double",
        "Ein Spiel-, Schul- oder Geschäftsjahr über zwei Kalenderjahre.",
        "A season or school year across two calendar years.",
        seq(
            optional(seq(optional(ARTICLE), noun(_YEAR_LIKE))),
            capture("year", number(1900, 2099, digits=4)),
            mark("/"),
            number(0, 2099),
        ),
        _season_years,
    ),
    Rule(
        "de.time.decade",
        "Ein Jahrzehnt.",
        "A decade.",
        anyof(
            edged(seq(optional(ARTICLE), optional(_EARLY), _DECADE, _DECADE_TAIL)),
            edged(
                seq(optional(ARTICLE), capture("decade", numeral(r"\d0-?er-?Jahren?")))
            ),
            edged(seq(optional(ARTICLE), capture("decade", noun(_DECADE_COMPOUNDS)))),
            edged(
                seq(
                    ARTICLE,
                    optional(_EARLY),
                    capture("decade", numeral(r"(?:1[89]|20)?\d0-?ern?")),
                )
            ),
        ),
        _decade,
    ),
    Rule(
        "de.time.century",
        "Ein Jahrhundert.",
        "A century.",
        edged(
            seq(
                optional(ARTICLE),
                optional(_EARLY),
                anyof(
                    seq(capture("number", number(1, 21)), mark(".")),
                    capture("number", any_of(words.ORDINALS)),
                ),
                anyof(
                    noun(("jahrhundert", "jahrhunderts", "jahrhunderten")),
                    seq(word("jh", "jhd", "jhdt"), mark(".")),
                ),
                optional(_BC),
            )
        ),
        _century,
    ),
)
