"""What the words alone say, before anything is known about the report's day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from chronist.language.grammars.time.point import Grain, Point
from chronist.model.when import When


class Origin(Enum):
    """What a relative time is counted from."""

    REPORT = auto()
    """The day the report speaks on."""
    TEXT = auto()
    """The time the text named last."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that needs no anchor: "9. August 2020", "1997", "die 90er Jahre"."""

    point: Point


@dataclass(frozen=True, slots=True)
class InYear:
    """A part of a year that is not named: "9. August", "im Mai", "zweites Quartal".

    ``number`` counts as ``Point.part`` does; ``day`` is the day of that month.
    ``year`` says which year if the words do: -1 is the one before ``origin``.
    ``step`` is 0 for "diesen", -1 for "vergangenen", 1 for "kommenden" Mai.
    """

    grain: Grain
    number: int
    day: int = 0
    clock: str = ""
    year: int | None = None
    step: int | None = None
    origin: Origin = Origin.REPORT


@dataclass(frozen=True, slots=True)
class FeastDay:
    """A feast: ``rule`` is ``MM-DD``, or ``E+n``/``A+n`` days from Easter or Advent."""

    rule: str
    year: int | None = None
    """The year itself if above 3, else steps from the report's year."""
    step: int | None = None
    clock: str = ""


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day whose month is not named: "am 12."."""

    day: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 to 7. ``step`` as in InYear; ``week`` counts weeks away."""

    number: int
    clock: str = ""
    step: int | None = None
    week: int | None = None
    origin: Origin = Origin.REPORT
    night_before: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """A time some steps away: "gestern", "vergangene Woche", "Vorjahr", "tags darauf"."""

    grain: Grain
    steps: int
    origin: Origin = Origin.REPORT
    clock: str = ""
    weekday: int = 0
    """The day of the week beside it ("am gestrigen Montag"), which settles the day
    where a report came out a day late."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long: TIMEX3's value ``P3D``.

    ``unit`` and ``amount`` repeat it as numbers where it was counted (amount 0 if
    not); ``steps`` is -1 for "vor drei Tagen", 1 for "in drei Tagen", 0 for neither.
    """

    value: str
    unit: str = ""
    amount: float = 0
    steps: int = 0
    origin: Origin = Origin.REPORT


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time or part of a day whose day is not named. ``value`` begins with T."""

    value: str
    next_day: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A time that comes again: ``P1Y`` for "jährlich"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Then:
    """The past time named last ("damals"), PAST_REF if none was."""


@dataclass(frozen=True, slots=True)
class Era:
    """A time with a name: its days, TIMEX3 value, and what must stand beside it.

    ``beside`` are two years: the name means this era where the text has just named a
    time between them; None if the name alone says it. ``about`` says that the bounds
    are a convention. ``only`` are the prepositions it is a time with, empty for all.
    """

    name: str
    when: When
    value: str
    about: bool = False
    only: frozenset[str] = frozenset()
    beside: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A time with a name; ``eras`` are all it may mean. ``side`` is AFTER, BEFORE or
    empty."""

    eras: tuple[Era, ...]
    side: str = ""


@dataclass(frozen=True, slots=True)
class ElectionYear:
    """The year of an election, which the text or the known elections name."""


Sense = (
    Fixed
    | InYear
    | FeastDay
    | DayOfMonth
    | Weekday
    | Away
    | Length
    | Clock
    | Repeat
    | Vague
    | Then
    | Named
    | ElectionYear
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression of a match: its tokens (``end`` excluded), sense and modifier."""

    start: int
    end: int
    sense: Sense
    mod: str | None = None


Reading = tuple[Piece, ...]
"""What a rule makes of its match: one expression, or the ends of a range or a list."""
