"""Rules for times counted from another one: weekdays, gestern, vergangene Woche."""

from __future__ import annotations

from chronist.language.grammar.pattern import (
    Pattern,
    anyof,
    capture,
    not_ahead,
    optional,
    seq,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.grammars.time import words
from chronist.language.grammars.time.parts import (
    ARTICLE,
    any_of,
    edged,
    noun,
    one,
    small,
    x,
)
from chronist.language.grammars.time.point import Grain
from chronist.language.grammars.time.reading import (
    Away,
    Origin,
    Reading,
    Weekday,
)

_GRAINS = {
    "D": Grain.DAY,
    "W": Grain.WEEK,
    "WE": Grain.WEEKEND,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "H": Grain.HALF,
    "Y": Grain.YEAR,
    "DE": Grain.DECADE,
    "CE": Grain.CENTURY,
}
_ONE_UNIT = {
    word_: unit
    for word_, unit in words.UNITS.items()
    if unit in _GRAINS
    and not word_.endswith(("tage", "tagen", "wochen", "jahre", "jahren"))
    and word_
    not in ("monate", "monaten", "tags", "wochenenden", "quartale", "quartalen")
    and not word_.startswith(("jahrzehnte", "jahrhunderte"))
} | {"jahrhunderts": "CE", "jahrzehnts": "DE"}
"""Units in the singular."""
_EDGE_UNITS = {
    "jahresanfang": (Grain.YEAR, "START"),
    "jahresbeginn": (Grain.YEAR, "START"),
    "jahresmitte": (Grain.YEAR, "MID"),
    "jahresende": (Grain.YEAR, "END"),
    "jahreswechsel": (Grain.YEAR, "END"),
    "monatsanfang": (Grain.MONTH, "START"),
    "monatsbeginn": (Grain.MONTH, "START"),
    "monatsmitte": (Grain.MONTH, "MID"),
    "monatsende": (Grain.MONTH, "END"),
    "wochenanfang": (Grain.WEEK, "START"),
    "wochenbeginn": (Grain.WEEK, "START"),
    "wochenmitte": (Grain.WEEK, "MID"),
}
_NEIGHBOURS = {
    "vorjahr": (Grain.YEAR, -1),
    "vorjahres": (Grain.YEAR, -1),
    "vortag": (Grain.DAY, -1),
    "vortages": (Grain.DAY, -1),
    "vormonat": (Grain.MONTH, -1),
    "vormonats": (Grain.MONTH, -1),
    "vorwoche": (Grain.WEEK, -1),
    "vorquartal": (Grain.QUARTER, -1),
    "folgejahr": (Grain.YEAR, 1),
    "folgetag": (Grain.DAY, 1),
    "folgemonat": (Grain.MONTH, 1),
    "folgewoche": (Grain.WEEK, 1),
}
_YEAR_ADJECTIVES = words.inflected(
    {
        "diesjährig": 0,
        "heurig": 0,
        "letztjährig": -1,
        "vorjährig": -1,
        "nächstjährig": 1,
    }
)
_YEAR_ADVERBS = {"heuer": 0}
_THIS = words.inflected({"dies": 0})
_STEP = capture("step", any_of(words.DEICTIC))
_TEXT_STEP = capture("step", any_of(words.ANAPHORIC))
_DAY_PART = capture(
    "part", seq(optional(any_of(words.EARLY_LATE)), noun(words.DAY_PARTS))
)
_DAY_PART_WORD = capture(
    "part", anyof(any_of(words.DAY_PARTS), any_of(words.DAY_PART_ADVERBS))
)
_DAY = anyof(
    capture("day", noun(words.WEEKDAY_PARTS)),
    capture("day", noun(words.WEEKDAYS)),
)
_SOON = capture("day_adjective", any_of(words.DAY_ADJECTIVES))


def _step(match: Match, name: str = "step") -> int | None:
    found = match.text(name)
    return words.DEICTIC.get(found, words.ANAPHORIC.get(found))


def _clock(match: Match) -> str:
    for token in match.part("part"):
        code = words.DAY_PARTS.get(token.lower) or words.DAY_PART_ADVERBS.get(
            token.lower
        )
        if (code and token.lower not in words.EARLY_LATE) or token.lower == "früh":
            return f"T{code or 'MO'}"
    return ""


def _early(match: Match) -> str | None:
    found = match.text("early") or match.text("part").split(" ")[0]
    if match.text("part") == found and not match.text("early"):
        return None
    return words.EARLY_LATE.get(found)


def _weekday(match: Match) -> Reading | None:
    name = match.text("day")
    number, clock = (
        (words.WEEKDAYS[name], "")
        if name in words.WEEKDAYS
        else (words.WEEKDAY_PARTS[name][0], f"T{words.WEEKDAY_PARTS[name][1]}")
    )
    if match.has("day_adjective"):
        steps = words.DAY_ADJECTIVES[match.text("day_adjective")]
        return one(
            match,
            Away(Grain.DAY, steps, clock=clock or _clock(match), weekday=number),
            _early(match),
        )
    step = match.text("step")
    origin = Origin.TEXT if step in words.ANAPHORIC else Origin.REPORT
    week = _step(match, "week")
    sense = Weekday(
        number, clock or _clock(match), _step(match), week, origin, match.has("night")
    )
    return one(match, sense, _early(match))


def _night(match: Match) -> Reading | None:
    name = match.text("day")
    number = words.WEEKDAYS[name]
    both = match.has("from")
    return one(match, Weekday(number, "TNI", _step(match), night_before=not both))


def _day_word(match: Match) -> Reading:
    steps = words.DAY_WORDS[match.text("day")]
    return one(match, Away(Grain.DAY, steps, clock=_clock(match)), _early(match))


def _day_adjective(match: Match) -> Reading:
    steps = words.DAY_ADJECTIVES[match.text("day_adjective")]
    return one(match, Away(Grain.DAY, steps, clock=_clock(match)), _early(match))


def _unit(match: Match) -> Reading | None:
    unit = words.UNITS[match.text("unit")]
    step = _step(match)
    if step is None:
        return None
    text = match.text("step")
    anaphoric = text in words.ANAPHORIC or (unit == "D" and step != 0)
    same_day = unit == "D" and step == 0
    origin = Origin.TEXT if anaphoric or same_day else Origin.REPORT
    return one(match, Away(_GRAINS[unit], step, origin))


def _plain_unit(match: Match) -> Reading:
    unit = words.UNITS[match.text("unit")]
    return one(match, Away(_GRAINS[unit], 0))


def _edge_unit(match: Match) -> Reading:
    grain, mod = _EDGE_UNITS[match.text("unit")]
    return one(match, Away(grain, 0), mod)


def _neighbour(match: Match) -> Reading:
    grain, steps = _NEIGHBOURS[match.text("unit")]
    origin = Origin.REPORT if grain is Grain.YEAR else Origin.TEXT
    return one(match, Away(grain, steps, origin))


def _year_word(match: Match) -> Reading:
    word_ = match.text("year")
    return one(match, Away(Grain.YEAR, {**_YEAR_ADJECTIVES, **_YEAR_ADVERBS}[word_]))


def _next_to(match: Match) -> Reading:
    steps = 1 if match.text("side") in ("darauf", "danach", "später", "nach") else -1
    found = match.text("unit")
    grain = _GRAINS[words.UNITS[found]] if found in words.UNITS else Grain.DAY
    return one(match, Away(grain, steps, Origin.TEXT))


def _part_of_next(match: Match) -> Reading:
    step = _step(match) or 0
    origin = Origin.TEXT
    return one(match, Away(Grain.DAY, step, origin, _clock(match)))


_NIGHT: Pattern = seq(
    optional(ARTICLE),
    noun(("nacht",)),
    anyof(
        seq(word("zum", "zu", "auf"), optional(ARTICLE)),
        seq(
            capture(
                "from", seq(word("von", "vom"), optional(ARTICLE), noun(words.WEEKDAYS))
            ),
            word("zum", "zu", "auf"),
            optional(ARTICLE),
        ),
    ),
    optional(_STEP),
    capture("day", noun(words.WEEKDAYS)),
)
_WEEK_OF = seq(
    optional(ARTICLE), capture("week", anyof(any_of(words.DEICTIC))), word("woche")
)

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        "de.time.night",
        "Die Nacht zwischen zwei Tagen; ihr Datum ist das des Abends, an dem sie beginnt.",
        "The night between two days; it bears the date of the evening it begins on.",
        _NIGHT,
        _night,
    ),
    Rule(
        "de.time.weekday",
        "Ein Wochentag: der letzte vor oder der nächste nach dem Tag des Berichts, je nach Zeitform.",
        "A weekday: the last before or the next after the report's day, as the tense says.",
        anyof(
            seq(
                optional(ARTICLE),
                optional(capture("early", any_of(words.EARLY_LATE))),
                optional(anyof(_STEP, _SOON, _TEXT_STEP)),
                _DAY,
                optional(anyof(_WEEK_OF, seq(not_ahead(seq(ARTICLE)), _DAY_PART_WORD))),
            ),
        ),
        _weekday,
        unless=seq(
            optional(ARTICLE), anyof(noun(w for w in words.WEEKDAYS if w.endswith("s")))
        ),
    ),
    Rule(
        "de.time.day_word",
        "Ein Tag, vom Tag des Berichts gezählt (gestern, heute, morgen).",
        "A day counted from the report's day (yesterday, today, tomorrow).",
        seq(capture("day", small(words.DAY_WORDS)), optional(_DAY_PART_WORD)),
        _day_word,
    ),
    Rule(
        "de.time.day_adjective",
        "Ein Tag als Eigenschaftswort, vom Tag des Berichts gezählt.",
        "A day as an adjective, counted from the report's day.",
        seq(
            _SOON,
            optional(anyof(_DAY_PART, noun(("tag", "tages", "tage")))),
        ),
        _day_adjective,
    ),
    Rule(
        "de.time.unit",
        "Eine Woche, ein Monat, ein Jahr …, vom Tag des Berichts gezählt.",
        "A week, month, year … counted from the report's day.",
        edged(
            seq(
                anyof(
                    seq(ARTICLE, not_ahead(any_of(_THIS)), anyof(_STEP, _TEXT_STEP)),
                    anyof(_STEP, _TEXT_STEP),
                ),
                capture("unit", noun(_ONE_UNIT)),
            )
        ),
        _unit,
    ),
    Rule(
        "de.time.unit.edge",
        "Anfang, Mitte oder Ende der laufenden Woche, des Monats, des Jahres.",
        "The beginning, middle or end of the current week, month, year.",
        anyof(
            seq(
                capture("edge", noun(words.EDGES)),
                word("der", "des"),
                capture(
                    "unit",
                    noun(("woche", "monats", "jahres", "jahrzehnts", "jahrhunderts")),
                ),
                not_ahead(any_of(map(str, ()))),
            ),
        ),
        _plain_unit,
    ),
    Rule(
        "de.time.unit.edge_word",
        "Anfang, Mitte oder Ende des Jahres, Monats oder der Woche in einem Wort.",
        "The beginning, middle or end of a year, month or week in one word.",
        capture("unit", noun(_EDGE_UNITS)),
        _edge_unit,
    ),
    Rule(
        "de.time.weekend",
        "Das Wochenende beim Tag des Berichts.",
        "The weekend next to the report's day.",
        seq(
            word("am", "übers", "ums", "zum", "vom"),
            x(capture("unit", noun(("wochenende",)))),
        ),
        _plain_unit,
    ),
    Rule(
        "de.time.neighbour",
        "Das Jahr, der Tag … davor oder danach in einem Wort.",
        "The year, day … before or after in one word.",
        edged(seq(optional(ARTICLE), capture("unit", noun(_NEIGHBOURS)))),
        _neighbour,
    ),
    Rule(
        "de.time.year_word",
        "Das laufende oder benachbarte Jahr als Eigenschaftswort oder Umstandswort.",
        "The current or a neighbouring year as an adjective or adverb.",
        capture("year", any_of({**_YEAR_ADJECTIVES, **_YEAR_ADVERBS})),
        _year_word,
    ),
    Rule(
        "de.time.next_to",
        "Der Tag oder das Jahr vor oder nach dem, von dem die Rede ist.",
        "The day or year before or after the one just named.",
        anyof(
            seq(
                word("tags", "anderntags"),
                capture("side", word("darauf", "danach", "zuvor", "davor")),
            ),
            seq(
                optional(ARTICLE),
                capture(
                    "unit", noun(("tag", "jahr", "woche", "monat", "jahres", "tages"))
                ),
                capture("side", word("darauf", "danach", "zuvor", "davor")),
            ),
        ),
        _next_to,
    ),
    Rule(
        "de.time.part_of_next",
        "Ein Teil des Tages danach oder des Tages, von dem die Rede ist.",
        "A part of the next day or of the day just named.",
        seq(
            optional(ARTICLE),
            anyof(_STEP, _TEXT_STEP),
            _DAY_PART,
        ),
        _part_of_next,
    ),
)
