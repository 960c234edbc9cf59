"""Words of time as the lists have them, in lower case, with their inflected forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from chronist.language.grammars.time.reading import Era
from chronist.lexica.load import load_table
from chronist.model.when import When

V = TypeVar("V")
_ENDINGS = ("e", "er", "en", "em", "es")


def _lower(name: str) -> dict[str, Any]:
    return {str(k).lower(): v for k, v in load_table(name).items()}


def inflected(stems: Mapping[str, V], *, bare: bool = False) -> dict[str, V]:
    """Return every form of adjectives given without ending.

    >>> sorted(inflected({"letzt": -1}))
    ['letzte', 'letztem', 'letzten', 'letzter', 'letztes']
    """
    forms = {stem + end: value for stem, value in stems.items() for end in _ENDINGS}
    return forms | dict(stems) if bare else forms


MONTHS: dict[str, int] = _lower("time/months")
FULL_MONTHS = {
    name: number for name, number in MONTHS.items() if len(name) > 4 or name == "mai"
} | {"märz": 3, "juni": 6, "juli": 7}
"""Months that stand for themselves; Jan, Mai and Jul need a day or a year beside them."""
WEEKDAYS: dict[str, int] = _lower("time/weekdays")
SHORT_WEEKDAYS: dict[str, int] = _lower("time/weekdays_short")
DAY_PARTS: dict[str, str] = _lower("time/day_parts")
DAY_PART_ADVERBS: dict[str, str] = _lower("time/day_part_adverbs")
DAY_WORDS: dict[str, int] = _lower("time/day_words")
DAY_ADJECTIVES: dict[str, int] = inflected(_lower("time/day_adjectives"))
UNITS: dict[str, str] = _lower("time/units")
DEICTIC: dict[str, int] = inflected(_lower("time/deictic"))
ANAPHORIC: dict[str, int] = inflected(_lower("time/anaphoric"))
EDGES: dict[str, str] = _lower("time/edges")
EARLY_LATE: dict[str, str] = _lower("time/early_late")
SEASONS: dict[str, str] = _lower("time/seasons")
FEASTS: dict[str, str] = _lower("time/feasts")
INEXACT: dict[str, str] = _lower("time/inexact")
AMOUNTS: dict[str, str] = _lower("time/amounts")
REPEATS: dict[str, str] = inflected(_lower("time/repeats"), bare=True)
VAGUE: dict[str, str] = _lower("time/vague")
VAGUE_ADJECTIVES: dict[str, str] = inflected(_lower("time/vague_adjectives"))
WEEKDAY_PARTS: dict[str, tuple[int, str]] = {
    day + joint + part: (day_number, code)
    for day, day_number in WEEKDAYS.items()
    if not day.endswith("s")
    for joint in ("", "-")
    for part, code in DAY_PARTS.items()
}
"""Montagabend, Sonntag-Nachmittag."""

ELECTION_YEARS = frozenset(int(year) for year in load_table("time/election_years"))


def _eras() -> dict[str, tuple[Era, ...]]:
    """Return the eras that each name may mean."""
    table: dict[str, tuple[Era, ...]] = {}
    for name, row in load_table("time/named").items():
        first, last = (date.fromisoformat(row[k]) for k in ("first", "last"))
        beside = tuple(row["beside"]) if "beside" in row else None
        era = Era(
            str(name),
            When.between(first, last),
            row["value"],
            bool(row.get("about")),
            frozenset(row.get("only", ())),
            beside,
        )
        for form in row["words"]:
            table[form] = (*table.get(form, ()), era)
    return table


NAMED = _eras()

_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig")
_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = ("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn")


def _number_words() -> dict[str, float]:
    table: dict[str, float] = dict(_lower("time/numbers"))
    table |= {w: 13 + i for i, w in enumerate((*_TEENS, "neunzehn"))}
    for place, ten in enumerate((*_TENS, "neunzig")):
        table[ten] = 20 + 10 * place
        for one, digit in enumerate(_ONES, 1):
            table[f"{digit}und{ten}"] = 20 + 10 * place + one
    table |= {"hundert": 100, "einhundert": 100, "tausend": 1000, "eintausend": 1000}
    for count, digit in enumerate(_ONES[1:], 2):
        table[f"{digit}hundert"] = 100 * count
        table[f"{digit}tausend"] = 1000 * count
    return table


NUMBER_WORDS = _number_words()
_IRREGULAR = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_CARDINALS = {
    2: "zwei",
    4: "vier",
    5: "fünf",
    6: "sechs",
    9: "neun",
    10: "zehn",
    11: "elf",
    12: "zwölf",
}


def _ordinal_stem(number: int) -> str:
    if number > 12:
        return "zwanzigst" if number == 20 else f"{(*_TEENS, 'neunzehn')[number - 13]}t"
    return _IRREGULAR.get(number) or _CARDINALS[number] + "t"


ORDINALS: dict[str, int] = inflected({_ordinal_stem(n): n for n in range(1, 21)})


UNIT_ADJECTIVES: dict[str, str] = _lower("time/unit_adjectives")
_DECADE_WORDS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50}
DECADE_WORDS: dict[str, int] = {
    f"{word}er": value
    for word, value in (
        _DECADE_WORDS | {"sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90}
    ).items()
}
"""neunziger (Jahre)."""


def _length_adjectives() -> dict[str, tuple[str, float]]:
    """Return every form of "dreitägig", "mehrwöchig" … → unit and amount (0 is X)."""
    amounts: dict[str, float] = {w: n for w, n in NUMBER_WORDS.items() if n > 1}
    amounts |= {"ein": 1, "mehr": 0, "viel": 0, "lang": 0, "halb": 0.5, "ganz": 1}
    stems = {
        amount + adjective: (unit, number)
        for adjective, unit in UNIT_ADJECTIVES.items()
        if adjective.endswith("ig")
        for amount, number in amounts.items()
    }
    return inflected(stems, bare=True)


LENGTH_ADJECTIVES = _length_adjectives()
_LONG_STEMS = {
    "sekunden": "TS", "minuten": "TM", "stunden": "TH", "tage": "D", "wochen": "W",
    "monate": "M", "jahre": "Y", "jahrzehnte": "DE", "jahrhunderte": "CE",
}  # fmt: skip
LONG_WORDS: dict[str, str] = inflected(
    {f"{stem}lang": unit for stem, unit in _LONG_STEMS.items()}, bare=True
)
"""tagelang, jahrzehntelange."""
