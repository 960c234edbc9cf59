"""From what the words say to a point of the calendar, one function a kind of sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from chronist.language.grammars.time import words
from chronist.language.grammars.time.point import Grain, Point
from chronist.language.grammars.time.reading import (
    Away,
    Clock,
    DayOfMonth,
    ElectionYear,
    FeastDay,
    Fixed,
    InYear,
    Length,
    Named,
    Origin,
    Weekday,
)
from chronist.language.grammars.time.timeline import Moment
from chronist.language.morphology import Tense
from chronist.model.when import When
from chronist.text.calendar import easter


@dataclass(frozen=True, slots=True)
class Anchored:
    """A point, what it was counted from and why; the reasons finish a sentence.

    ``span`` and ``written`` stand for the point's days and value where a time with a
    name is no point of the calendar.
    """

    point: Point
    anchor: Point | None
    de: str
    en: str
    span: When | None = None
    written: str | None = None

    @property
    def when(self) -> When | None:
        """All days that are meant; None where the calendar ends."""
        return self.span or self.point.when

    @property
    def value(self) -> str:
        """TIMEX3's value."""
        return self.written or self.point.value


_STATED = ("das Datum steht im Text", "the date is in the text")
_FROM_REPORT = ("gezählt vom Tag des Berichts", "counted from the report's day")
_FROM_TEXT = (
    "gezählt von der zuletzt genannten Zeit",
    "counted from the time named last",
)
_PAST = (
    "die Zeitform ist Vergangenheit, also vor dem Tag des Berichts",
    "the tense is past, so before the report's day",
)
_FUTURE = (
    "die Zeitform ist nicht Vergangenheit, also nach dem Tag des Berichts",
    "the tense is not past, so after the report's day",
)
_NEAREST = ("am nächsten beim Tag des Berichts", "nearest to the report's day")
_SAID = ("das Beiwort sagt, welche gemeint ist", "the adjective says which is meant")


def anchor(sense: object, moment: Moment) -> Anchored | None:
    """Return the point a sense means at a moment of the text; None if nothing tells."""
    function = _BY_KIND.get(type(sense))
    return function(sense, moment) if function else None


def _fixed(sense: Fixed, moment: Moment) -> Anchored | None:
    del moment
    return Anchored(sense.point, None, *_STATED)


# Parts of a year -------------------------------------------------------------------


def _in_year(sense: InYear, moment: Moment) -> Anchored | None:
    def make(year: int) -> Point | None:
        return _point_in_year(sense, year)

    if sense.year is not None:
        base = moment.named if sense.origin is Origin.TEXT else moment.today
        if base is None:
            return None
        point = make(base.to(Grain.YEAR).count + sense.year)
        return Anchored(point, base, *_SAID) if point else None
    return _choose_year(make, sense.step, moment)


def _point_in_year(sense: InYear, year: int) -> Point | None:
    if not sense.day:
        return Point.part(sense.grain, year, sense.number)
    try:
        return Point.of(date(year, sense.number, sense.day), sense.clock)
    except ValueError:
        return None


def _choose_year(
    make: Callable[[int], Point | None], step: int | None, moment: Moment
) -> Anchored | None:
    background = moment.background
    if background is not None and step is None:
        point = make(background.to(Grain.YEAR).count)
        return Anchored(point, background, *_FROM_TEXT) if point else None
    if moment.report is None:
        return None
    years = range(moment.report.year - 4, moment.report.year + 5)
    points = [p for p in map(make, years) if p is not None]
    return _choose(points, step, moment)


def _choose(
    points: list[Point], step: int | None, moment: Moment, factor: int = 1
) -> Anchored | None:
    """Choose among points in order: by the adjective, else by tense, else the nearest."""
    report, today = moment.report, moment.today
    if report is None or not points:
        return None
    if step is not None and step != 0:
        return _by_step(points, step, moment)
    before, behind = (w**factor for w in _WEIGHTS.get(moment.tense, (1, 1)))

    def cost(point: Point) -> tuple[int, bool]:
        weight = before if point.first <= report else behind
        return weight * _distance(point, report), point.first < report

    best = min(points, key=cost)
    reason = _REASONS.get((moment.tense, best.first <= report), _NEAREST)
    return Anchored(best, today, *reason)


_WEIGHTS = {Tense.PAST: (1, 4), Tense.FUTURE: (4, 1)}
"""How much farther a time before and behind the report's day seems, by tense: a past
tense may still speak of a day ahead ("wollte am 3. Mai kommen") if that is much nearer."""
_REASONS = {(Tense.PAST, True): _PAST, (Tense.FUTURE, False): _FUTURE}


def _by_step(points: list[Point], step: int, moment: Moment) -> Anchored | None:
    report = moment.report
    if report is None:
        return None
    if step < 0:
        row = [p for p in points if p.last < report][::-1]
    else:
        row = [p for p in points if p.first > report]
    place = abs(step) - 1
    return Anchored(row[place], moment.today, *_SAID) if place < len(row) else None


def _distance(point: Point, day: date) -> int:
    if point.first <= day <= point.last:
        return 0
    return min(abs((point.first - day).days), abs((point.last - day).days))


# Feasts ----------------------------------------------------------------------------


def feast_day(rule: str, year: int) -> date:
    """Return the day of a feast: ``MM-DD``, ``E+n`` from Easter, ``A+n`` from Advent.

    >>> feast_day("E+49", 2021).isoformat(), feast_day("A-7", 2021).isoformat()
    ('2021-05-23', '2021-11-21')
    """
    if rule[0] == "E":
        return easter(year) + timedelta(days=int(rule[1:]))
    if rule[0] == "A":
        christmas = date(year, 12, 25)
        fourth = christmas - timedelta(days=christmas.weekday() + 1)
        return fourth + timedelta(days=int(rule[1:]) - 21)
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)


def _feast(sense: FeastDay, moment: Moment) -> Anchored | None:
    def make(year: int) -> Point | None:
        if not 1 < year < 9000:
            return None
        return Point.of(feast_day(sense.rule, year), sense.clock)

    if sense.year:
        point = make(sense.year)
        return Anchored(point, None, *_STATED) if point else None
    return _choose_year(make, sense.step, moment)


# Days ------------------------------------------------------------------------------


def _weekday(sense: Weekday, moment: Moment) -> Anchored | None:
    background = moment.background if moment.told else None
    if background is not None and sense.step is None and background.grain is Grain.DAY:
        start = background.count + 1
        point = Point(Grain.DAY, start + (sense.number - _number(start)) % 7)
        return _night(sense, Anchored(point.at(sense.clock), background, *_FROM_TEXT))
    if moment.report is None:
        return None
    base = moment.today
    if sense.origin is Origin.TEXT and moment.day is not None:
        return _weekday_from_text(sense, moment.day)
    if sense.week is not None and base is not None:
        monday = base.to(Grain.WEEK).shifted(sense.week).first
        day = monday + timedelta(days=sense.number - 1)
        return _night(sense, Anchored(Point.of(day, sense.clock), base, *_SAID))
    ahead = _weekday_moment(moment)
    # Weekdays are near on both sides: here the tense decides alone.
    chosen = _choose(_days_around(sense, moment.report), sense.step, ahead, factor=3)
    return _night(sense, chosen) if chosen else None


def _weekday_moment(moment: Moment) -> Moment:
    """In the present tense a weekday lies ahead: nobody writes "am Freitag beginnt" of
    the day before yesterday."""
    tense = {Tense.PRESENT: Tense.FUTURE, Tense.UNKNOWN: Tense.PAST}.get(
        moment.tense, moment.tense
    )
    return replace(moment, tense=tense)


def _days_around(sense: Weekday, report: date) -> list[Point]:
    ordinal = report.toordinal()
    first = ordinal - 21 + (sense.number - _number(ordinal)) % 7
    return [Point(Grain.DAY, first + 7 * i, sense.clock) for i in range(7)]


def _number(ordinal: int) -> int:
    """Return 1 for Monday … 7 for Sunday."""
    return (ordinal - 1) % 7 + 1


def _weekday_from_text(sense: Weekday, base: Point) -> Anchored:
    step = sense.step or 0
    if step < 0:
        count = base.count - 1 - (_number(base.count - 1) - sense.number) % 7
    else:
        start = base.count + (step > 0)
        count = start + (sense.number - _number(start)) % 7
    return Anchored(Point(Grain.DAY, count, sense.clock), base, *_FROM_TEXT)


def _night(sense: Weekday, found: Anchored) -> Anchored:
    if not sense.night_before:
        return found
    return Anchored(found.point.shifted(-1), found.anchor, found.de, found.en)


def _day_of_month(sense: DayOfMonth, moment: Moment) -> Anchored | None:
    base = moment.background or moment.day or moment.named or moment.today
    if base is None or base.grain not in (Grain.DAY, Grain.MONTH, Grain.WEEK):
        base = moment.today
    if base is None or not base.in_reach:
        return None
    first = base.to(Grain.MONTH).first
    try:
        point = Point.of(first.replace(day=sense.day))
    except ValueError:
        return None
    reason = _FROM_REPORT if base == moment.today else _FROM_TEXT
    return Anchored(point, base, *reason)


def _clock(sense: Clock, moment: Moment) -> Anchored | None:
    base = moment.day or moment.today
    if base is None:
        return None
    day = base.shifted(1) if sense.next_day else base
    reason = _FROM_TEXT if moment.day is not None else _FROM_REPORT
    return Anchored(day.at(sense.value), base.at(""), *reason)


# Steps -----------------------------------------------------------------------------


def _away(sense: Away, moment: Moment) -> Anchored | None:
    base, reason = _base(sense, moment)
    if base is None or not base.in_reach:
        return None
    if sense.grain is Grain.WEEKEND and base == moment.today:
        return _weekend(sense, moment)
    point = base.to(sense.grain).shifted(sense.steps)
    if sense.weekday:
        point = _nearest_weekday(point, sense.weekday)
    if not point.in_reach:
        return None
    return Anchored(point.at(sense.clock) if sense.clock else point, base, *reason)


def _nearest_weekday(day: Point, weekday: int) -> Point:
    later = (weekday - _number(day.count)) % 7
    return day.shifted(later if later < 4 else later - 7)


def _base(sense: Away, moment: Moment) -> tuple[Point | None, tuple[str, str]]:
    if sense.origin is Origin.TEXT:
        near = moment.day if sense.grain is Grain.DAY else moment.named
        if near is not None:
            return near.at(""), _FROM_TEXT
    elif sense.steps == 0 and sense.grain is not Grain.DAY and moment.background:
        return moment.background, _FROM_TEXT
    elif moment.told and moment.named is not None and sense.grain is not Grain.DAY:
        return moment.named, _FROM_TEXT
    return moment.today, _FROM_REPORT


def _weekend(sense: Away, moment: Moment) -> Anchored | None:
    today = moment.today
    if today is None:
        return None
    this = today.to(Grain.WEEKEND)
    return _choose([this.shifted(i) for i in range(-3, 4)], sense.steps, moment)


_GRAIN_OF_UNIT = {
    "D": Grain.DAY,
    "W": Grain.WEEK,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "Y": Grain.YEAR,
    "DE": Grain.DECADE,
    "CE": Grain.CENTURY,
}


def distance(sense: Length, moment: Moment) -> Anchored | None:
    """Return the point that lies a counted length away; None if nothing tells."""
    # "in vier Tagen legte er 80 Kilometer zurück" says how long, not when.
    lasted = sense.steps > 0 and sense.origin is Origin.REPORT
    if not sense.steps or not sense.amount or (lasted and moment.tense is Tense.PAST):
        return None
    text = sense.origin is Origin.TEXT
    base = (moment.day or moment.named) if text else moment.today
    grain = _GRAIN_OF_UNIT.get(sense.unit)
    if base is None or grain is None or not base.in_reach:
        return None
    if sense.amount != int(sense.amount):
        return _half_distance(sense, base, text)
    point = base.to(grain).shifted(sense.steps * int(sense.amount))
    if not point.in_reach:
        return None
    return Anchored(point, base, *(_FROM_TEXT if text else _FROM_REPORT))


def _half_distance(sense: Length, base: Point, text: bool) -> Anchored | None:
    months = {"Y": 12, "M": 1}.get(sense.unit)
    if months is None:
        return None
    steps = round(sense.steps * sense.amount * months)
    point = base.to(Grain.MONTH).shifted(steps)
    return Anchored(point, base, *(_FROM_TEXT if text else _FROM_REPORT))


# Names -----------------------------------------------------------------------------


def _named(sense: Named, moment: Moment) -> Anchored | None:
    """Return the era a name means; its years come from the knowledge."""
    near = moment.named.to(Grain.YEAR).count if moment.named else None
    for era in sense.eras:
        if era.beside and (near is None or not era.beside[0] <= near <= era.beside[1]):
            continue
        anchor_point = moment.named if era.beside else None
        value, span = _side(sense.side, era.value, era.when, moment)
        return Anchored(
            Point.year(span.earliest.year if sense.side != "BEFORE" else int(value)),
            anchor_point,
            f"{era.name} ist bekannt: {era.when.edtf}",
            f"{era.name} is known: {era.when.edtf}",
            span,
            value,
        )
    return None


def _side(side: str, value: str, when: When, moment: Moment) -> tuple[str, When]:
    """Return value and days of what lies after or before an era, or of the era."""
    if side == "BEFORE":
        return value.split("/")[0][:4], When.between(date.min, when.earliest)
    if side != "AFTER":
        return value, when
    now = moment.report if moment.tense is Tense.PAST else None
    last = max(now, when.latest) if now else date.max
    return value.split("/")[-1], When.between(when.latest, last)


_ELECTION = (
    "in diesem Jahr wurde der Bundestag gewählt",
    "the Bundestag was elected in that year",
)


def _election_year(sense: ElectionYear, moment: Moment) -> Anchored | None:
    """Return the year just named, or the report's own if one of the known elections
    fell into it; other countries elect in other years."""
    del sense
    if moment.named is not None:
        year = moment.named.to(Grain.YEAR)
        return Anchored(year, moment.named, *_FROM_TEXT)
    if moment.report is None or moment.report.year not in words.ELECTION_YEARS:
        return None
    return Anchored(Point.year(moment.report.year), moment.today, *_ELECTION)


_BY_KIND: dict[type, Callable[[Any, Moment], Anchored | None]] = {
    Fixed: _fixed,
    InYear: _in_year,
    FeastDay: _feast,
    Weekday: _weekday,
    DayOfMonth: _day_of_month,
    Clock: _clock,
    Away: _away,
    Length: distance,
    Named: _named,
    ElectionYear: _election_year,
}
