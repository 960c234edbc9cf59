"""Quantities in German sentences: what is counted, and between which bounds.

"mindestens zwölf Tote" is anything from twelve up, "rund 200 000 Menschen" a range
around the figure. Dates, clock times, ages and years are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from chronist.linking.words import stem


class Bound(StrEnum):
    """How a text limits its figure."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit; ``start`` and ``end`` count from the sentence's start.

    ``low`` and ``high`` are the bounds the words allow. ``unit`` is the stem of the
    noun counted, ``scale`` the last digit that was given (200 000 is given to
    100 000).
    """

    value: float
    bound: Bound
    low: float
    high: float
    unit: str
    scale: float
    start: int
    end: int

    def agrees(self, other: Quantity) -> bool:
        """Whether both can hold: bounds overlap, or one rounds the other."""
        if self.low <= other.high and other.low <= self.high:
            return True
        return _rounds(self, other) or _rounds(other, self)


_BOUNDS: tuple[tuple[str, Bound], ...] = (
    (r"mehr als|über|mindestens|wenigstens|nicht weniger als|gut", Bound.AT_LEAST),
    (r"bis zu|höchstens|maximal|weniger als|unter|nicht mehr als|kaum mehr als|knapp", Bound.AT_MOST),
    (r"rund|etwa|ungefähr|circa|ca\.|fast|nahezu|an die|schätzungsweise", Bound.ABOUT),
)  # fmt: skip
_TOLERANCE = 0.15
"""How far "rund" reaches: German papers say "rund 3000" of 2 700 and of 3 400."""
_ROUNDED_FROM = 100
_ROUNDED_BY = 0.05
_WORDS = {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
}  # fmt: skip
_SCALES = {
    "tausend": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9,
    "milliarden": 1e9, "billion": 1e12, "billionen": 1e12,
}  # fmt: skip
_NO_UNITS = frozenset(
    stem(word)
    for word in (
        "Uhr", "Jahr", "Jahre", "Jahren", "Monat", "Monate", "Monaten", "Woche", "Wochen",
        "Tag", "Tage", "Tagen", "Stunde", "Stunden", "Minute", "Minuten", "Sekunden",
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
        "September", "Oktober", "November", "Dezember", "Jahrhundert", "Seite", "Mal",
    )
)  # fmt: skip
_FIGURE = re.compile(
    r"(?<![\w.,:/-])(?P<digits>\d{1,3}(?:[.\u00a0\u202f'’ ]\d{3})+(?!\d)|\d+)(?:,(?P<decimals>\d+))?"
    r"|\b(?P<word>" + "|".join(_WORDS) + r")\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:(?P<scale>Tausend|tausend|Million(?:en)?|Milliarden?|Billion(?:en)?)\s)?"
    r"(?:[a-zäöü][\wäöüß-]*\s){0,2}?(?P<unit>[A-ZÄÖÜ][\w-]{2,})"
)
_LABEL = re.compile(
    r"(?:§+|\b(?:Artikel|Art\.|Absatz|Abs\.|Satz|Paragra(?:f|ph)|Nr\.|Nummer|Platz|Rang"
    r"|Seite|Kapitel|Resolution|Gruppe|Boeing|Airbus|Flug|Agenda|Ziffer|Version))\s*$"
)
"""Words whose figure is a label: "Artikel 68", "Boeing 737"."""
_BEFORE = re.compile(
    r"\b(?:" + "|".join(f"(?P<b{i}>{p})" for i, (p, _) in enumerate(_BOUNDS)) + r")\s$",
    re.IGNORECASE,
)


@lru_cache(maxsize=32768)
def quantities(sentence: str) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in order.

    >>> [(q.value, q.bound.value) for q in quantities("Mehr als 200 000 Soldaten und 1,5 Milliarden Euro")]
    [(200000.0, 'at_least'), (1500000000.0, 'exact')]
    >>> quantities("Am 9. August 2020 um 14 Uhr")
    ()
    """
    return tuple(_read(sentence))


def _read(sentence: str) -> Iterator[Quantity]:
    for figure in _FIGURE.finditer(sentence):
        if _LABEL.search(sentence[: figure.start()]):
            continue
        after = _AFTER.match(sentence, figure.end())
        if after is None or stem(after["unit"]) in _NO_UNITS:
            continue
        value, scale = _value(figure, after["scale"])
        bound, start = _bound(sentence, figure.start())
        low, high = _range(value, bound)
        unit = stem(after["unit"].rsplit("-", 1)[-1])
        yield Quantity(value, bound, low, high, unit, scale, start, after.end())


def _value(figure: re.Match[str], scale_word: str | None) -> tuple[float, float]:
    """Return the value and the place of its last given digit."""
    factor = _SCALES[scale_word.casefold()] if scale_word else 1.0
    if figure["word"]:
        return _WORDS[figure["word"].casefold()] * factor, factor
    whole = re.sub(r"\D", "", figure["digits"])
    decimals = figure["decimals"] or ""
    value = float(f"{whole}.{decimals or 0}") * factor
    if decimals:
        return value, factor / 10 ** len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return value, factor * 10 ** min(zeros, len(whole) - 1)


def _bound(sentence: str, start: int) -> tuple[Bound, int]:
    before = _BEFORE.search(sentence[:start])
    if before is None:
        return Bound.EXACT, start
    index = next(i for i in range(len(_BOUNDS)) if before[f"b{i}"])
    return _BOUNDS[index][1], before.start()


def _range(value: float, bound: Bound) -> tuple[float, float]:
    if bound is Bound.AT_LEAST:
        return value, float("inf")
    if bound is Bound.AT_MOST:
        return 0.0, value
    if bound is Bound.ABOUT:
        return value * (1 - _TOLERANCE), value * (1 + _TOLERANCE)
    return value, value


def _rounds(rough: Quantity, fine: Quantity) -> bool:
    """Whether ``fine``, rounded to the places that ``rough`` gives, is ``rough``.

    Hundreds and decimals are rounded silently; "40 Personen" means forty.
    """
    if rough.bound is not Bound.EXACT or rough.scale <= fine.scale:
        return False
    apart = abs(rough.value - fine.value)
    usual = rough.scale >= _ROUNDED_FROM or fine.scale < 1
    return usual and apart <= min(rough.scale / 2, _ROUNDED_BY * fine.value)
