"""Rules for lengths of time, distances from another time, and repeated times."""

from __future__ import annotations

from chronist.language.grammar.pattern import (
    Pattern,
    ahead,
    anyof,
    capitalised,
    capture,
    mark,
    not_ahead,
    number,
    optional,
    seq,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.grammars.time import words
from chronist.language.grammars.time.parts import (
    ARTICLE,
    amount,
    amount_of,
    any_of,
    length_value,
    noun,
    numeral,
    one,
    small,
    unit,
    unit_of,
    x,
)
from chronist.language.grammars.time.reading import (
    Length,
    Origin,
    Piece,
    Reading,
    Repeat,
)

_INEXACT = anyof(
    capture("inexact", seq(word("mehr", "länger"), word("als"))),
    capture("inexact", seq(word("weniger", "kürzer"), word("als"))),
    capture("inexact", seq(word("bis"), word("zu"))),
    capture("inexact", seq(any_of(words.INEXACT), optional(mark(".")))),
)
_INEXACT_PHRASES = {
    "mehr als": "MORE_THAN",
    "länger als": "MORE_THAN",
    "weniger als": "LESS_THAN",
    "kürzer als": "LESS_THAN",
    "bis zu": "EQUAL_OR_LESS",
}
_WHICH = capture("which", anyof(any_of(words.DEICTIC), any_of(words.ANAPHORIC)))
_FILLER = word(
    "weitere", "weiteren", "weiterer", "lange", "langen", "volle", "vollen", "ganze",
    "ganzen", "knappe", "knappen", "gute", "guten", "aufeinanderfolgenden",
)  # fmt: skip
_SOME = capture("some", any_of(words.AMOUNTS))
_HALF = capture("half", word("halbe", "halben", "halbes", "halber", "dreiviertel"))
_COUNTED: Pattern = seq(
    optional(_INEXACT),
    anyof(
        seq(optional(word("ein", "eine", "einem", "einer", "einen", "eines")), _HALF),
        seq(word("ein"), _SOME),
        _SOME,
        amount(),
    ),
    optional(_FILLER),
    unit(),
)
_AND_SMALLER = seq(word("und"), amount("amount2"), capture("unit2", noun(words.UNITS)))
_LENGTH = seq(
    optional(_INEXACT),
    optional(seq(optional(ARTICLE), anyof(word("ersten", "allerersten"), _WHICH))),
    _COUNTED,
    optional(_AND_SMALLER),
)
_OLD = {"alt": 0, **words.inflected({"alt": 0, "jünger": 0, "älter": 0})}
_PLURALS = {
    w: u
    for w, u in words.UNITS.items()
    if w.endswith(("e", "en", "n"))
    and w not in ("woche", "minute", "sekunde", "stunde")
    and not w.endswith("ende")
}
_HALF_AMOUNTS = {"dreiviertel": 0.75}


def _inexact(match: Match) -> str | None:
    found = match.text("inexact").rstrip(" .")
    return _INEXACT_PHRASES.get(found) or words.INEXACT.get(found) or None


def _counted(match: Match) -> tuple[str, str, float]:
    """Return TIMEX3's value, its unit and amount (0 if nobody counted)."""
    found = unit_of(match)
    if match.has("half"):
        half = _HALF_AMOUNTS.get(match.text("half"), 0.5)
        return _half_value(found, half), found, half
    if match.has("some"):
        return length_value(found, None), found, 0
    count = amount_of(match)
    value = length_value(found, count)
    if match.has("unit2"):
        smaller = length_value(unit_of(match, "unit2"), amount_of(match, "amount2"))
        value += smaller.removeprefix("P" if "T" not in value else "PT")
    return value, found, count


def _half_value(unit_: str, half: float) -> str:
    smaller = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}
    letter, factor = smaller.get(unit_, (unit_, 1))
    return length_value(letter, half * factor)


def _length(match: Match) -> Reading:
    value, found, count = _counted(match)
    return one(match, Length(value, found, count), _inexact(match))


def _distance(match: Match) -> Reading:
    value, found, count = _counted(match)
    side = match.text("side")
    steps = -1 if side in ("vor", "zuvor", "davor", "her", "früher", "vorher") else 1
    origin = Origin.REPORT if side in ("vor", "in", "her") else Origin.TEXT
    return one(match, Length(value, found, count, steps, origin), _inexact(match))


def _range(match: Match) -> Reading:
    """Read "sechs bis acht Monate": both amounts are of the one unit."""
    found = unit_of(match)
    first = Length(length_value(found, amount_of(match, "low")), found)
    last = Length(length_value(found, amount_of(match)), found)
    spans = {c.name: c for c in match.captures}
    low, high = spans["low"], spans["amount"]
    return (
        Piece(low.start, low.end, first),
        Piece(high.start, spans["unit"].end, last),
    )


def _plural(match: Match) -> Reading:
    found = words.UNITS[match.text("unit")]
    return one(match, Length(length_value(found, None), found))


def _plural_distance(match: Match) -> Reading:
    found = words.UNITS[match.text("unit")]
    return one(match, Length(length_value(found, None), found, 0, -1, Origin.REPORT))


def _adjective(match: Match) -> Reading | None:
    token = match.first("length")
    if token.lower in words.LENGTH_ADJECTIVES:
        found, count = words.LENGTH_ADJECTIVES[token.lower]
    else:
        digits, tail = token.lower.split("-", 1) if "-" in token.lower else ("", "")
        stem = next((s for s in words.UNIT_ADJECTIVES if tail.startswith(s)), None)
        if stem is None or not digits.isdigit():
            return None
        found, count = words.UNIT_ADJECTIVES[stem], float(digits)
    if token.is_capitalised:
        return None
    if found == "Y" and count >= _LEAST_AGE and not match.has("not_age"):
        return None
    return one(match, Length(length_value(found, count), found, count), _inexact(match))


_LEAST_AGE = 13
"""From here on "30-jährig" is nearly always an age, below mostly a length."""


def _long(match: Match) -> Reading:
    found = words.LONG_WORDS[match.text("long")]
    return one(match, Length(length_value(found, None), found))


def _each(match: Match) -> Reading:
    ordinal = match.part("ordinal")
    step = words.ORDINALS[ordinal[0].lower] if ordinal else 1
    name = match.text("what")
    named = _NAMED.get(name)
    return one(match, Repeat(named or length_value(words.UNITS[name], step)))


_NAMED = (
    {w: f"XXXX-WXX-{day}" for w, day in words.WEEKDAYS.items()}
    | {w: f"XXXX-WXX-{day}T{code}" for w, (day, code) in words.WEEKDAY_PARTS.items()}
    | {w: f"XXXX-XX-XXT{code}" for w, code in words.DAY_PARTS.items()}
    | {w: f"XXXX-{month:02d}" for w, month in words.MONTHS.items()}
    | {w: f"XXXX-{season}" for w, season in words.SEASONS.items()}
)
"""Repeated values of words that are no units."""


def _every(match: Match) -> Reading:
    value, _, _ = _counted(match)
    return one(match, Repeat(value))


def _per(match: Match) -> Reading:
    return one(match, Repeat(length_value(words.UNITS[match.text("unit")], 1)))


def _repeat(match: Match) -> Reading:
    return one(match, Repeat(words.REPEATS[match.text("repeat")]))


def _habit(match: Match) -> Reading:
    name = match.text("habit")
    if name in words.WEEKDAYS:
        return one(match, Repeat(f"XXXX-WXX-{words.WEEKDAYS[name]}"))
    return one(match, Repeat(f"XXXX-XX-XXT{words.DAY_PART_ADVERBS[name]}"))


_TIMES = ("einmal", "zweimal", "dreimal", "viermal", "fünfmal", "mehrmals", "mehrfach")
_PLURAL = capture("unit", noun(_PLURALS))
_HABIT_DAYS = tuple(w for w in words.WEEKDAYS if w.endswith("s"))
_SINGLE_UNITS = (
    "tag",
    "woche",
    "monat",
    "jahr",
    "stunde",
    "minute",
    "sekunde",
    "quartal",
)

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        "de.time.age",
        "Ein Lebensalter.",
        "An age.",
        anyof(
            seq(x(_COUNTED), ahead(any_of(_OLD))),
            seq(word("alter"), word("von"), x(_COUNTED)),
            seq(
                word("ab", "unter"),
                x(seq(amount(), capture("unit", word("jahren", "monaten")))),
            ),
        ),
        _length,
    ),
    Rule(
        "de.time.per.amount",
        "Wie viel in einer Zeit (500 Menschen im Jahr).",
        "How much in a time (500 people a year).",
        seq(
            numeral(r"\d+"),
            capitalised(),
            word("im", "am"),
            x(capture("unit", noun(("tag", "monat", "jahr")))),
            not_ahead(numeral(r"\d+")),
            not_ahead(word("darauf", "danach", "zuvor", "davor", "der", "des")),
        ),
        _per,
    ),
    Rule(
        "de.time.distance",
        "Ein Abstand vom Tag des Berichts (vor drei Tagen, in zwei Wochen).",
        "A distance from the report's day (three days ago, in two weeks).",
        anyof(
            seq(
                capture("side", word("vor", "in")),
                x(_COUNTED),
                not_ahead(word("lang")),
            ),
            seq(x(_COUNTED), capture("side", word("her"))),
        ),
        _distance,
    ),
    Rule(
        "de.time.distance.plural",
        "Ein ungezählter Abstand in der Vergangenheit (vor Jahren).",
        "An uncounted distance into the past (years ago).",
        seq(word("vor"), x(_PLURAL), not_ahead(word("und"))),
        _plural_distance,
    ),
    Rule(
        "de.time.distance.text",
        "Ein Abstand von der Zeit, von der die Rede ist (zwei Tage später).",
        "A distance from the time just named (two days later).",
        seq(
            _COUNTED,
            capture(
                "side",
                word(
                    "später", "danach", "darauf", "zuvor", "davor", "früher", "vorher"
                ),
            ),
        ),
        _distance,
    ),
    Rule(
        "de.time.length.range",
        "Eine Länge zwischen zwei Zahlen.",
        "A length between two numbers.",
        seq(amount("low"), word("bis", "oder", "-", "–"), amount(), unit()),
        _range,
    ),
    Rule(
        "de.time.length",
        "Eine gezählte Länge.",
        "A counted length.",
        _LENGTH,
        _length,
    ),
    Rule(
        "de.time.length.plural",
        "Eine ungezählte Länge (seit Jahren, die letzten Wochen).",
        "An uncounted length (for years, the last weeks).",
        anyof(
            seq(optional(ARTICLE), _WHICH, _PLURAL),
            seq(
                word(
                    "seit",
                    "nach",
                    "über",
                    "innerhalb",
                    "binnen",
                    "für",
                    "während",
                    "in",
                ),
                optional(word("von")),
                x(_PLURAL),
            ),
        ),
        _plural,
    ),
    Rule(
        "de.time.length.adjective",
        "Eine Länge als Eigenschaftswort (dreitägig, mehrwöchig).",
        "A length as an adjective (three-day, of several weeks).",
        seq(
            optional(_INEXACT),
            capture(
                "length",
                anyof(
                    any_of(words.LENGTH_ADJECTIVES), numeral(r"\d+-\w+ig(?:e[rnsm]?)?")
                ),
            ),
        ),
        _adjective,
    ),
    Rule(
        "de.time.length.long",
        "Eine ungezählte Länge in einem Wort (jahrelang).",
        "An uncounted length in one word (for years).",
        capture("long", any_of(words.LONG_WORDS)),
        _long,
    ),
    Rule(
        "de.time.each",
        "Eine Zeit, die wiederkehrt (jeden zweiten Montag).",
        "A time that comes again (every other Monday).",
        seq(
            word("jeden", "jede", "jedes", "jedem", "jeder"),
            optional(
                anyof(
                    capture("ordinal", any_of(words.ORDINALS)),
                    seq(capture("nth", number(1, 31)), mark(".")),
                )
            ),
            capture(
                "what",
                noun(
                    {
                        **words.UNITS,
                        **words.WEEKDAYS,
                        **words.WEEKDAY_PARTS,
                        **words.DAY_PARTS,
                        **words.FULL_MONTHS,
                        **words.SEASONS,
                    }
                ),
            ),
        ),
        _each,
    ),
    Rule(
        "de.time.every",
        "Ein Abstand, in dem etwas wiederkehrt (alle vier Jahre).",
        "A distance at which something comes again (every four years).",
        seq(word("alle", "je"), _COUNTED),
        _every,
    ),
    Rule(
        "de.time.per",
        "Wie oft oder wie viel in einer Zeit (pro Jahr, zweimal im Monat).",
        "How often or how much in a time (per year, twice a month).",
        anyof(
            seq(word("pro", "je"), capture("unit", noun(_SINGLE_UNITS))),
            seq(
                capture(
                    "times", anyof(seq(numeral(r"\d+"), word("mal")), word(*_TIMES))
                ),
                word("im", "am", "in"),
                optional(ARTICLE),
                capture("unit", noun(_SINGLE_UNITS)),
            ),
        ),
        _per,
    ),
    Rule(
        "de.time.repeat",
        "Eine wiederkehrende Zeit in einem Wort (jährlich).",
        "A repeated time in one word (yearly).",
        capture("repeat", small(words.REPEATS)),
        _repeat,
    ),
    Rule(
        "de.time.habit",
        "Ein Tag oder Tagesteil, an dem etwas üblich ist (nachts, montags).",
        "A day or part of the day on which something is usual (at night, on Mondays).",
        capture("habit", small((*words.DAY_PART_ADVERBS, *_HABIT_DAYS))),
        _habit,
    ),
)
