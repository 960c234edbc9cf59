"""Place lines: "Moskau.", "BERLIN (dpa-AFX) -", "Minsk, 9. September (dpa) –"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from chronist.lexica.load import load_names
from chronist.reports.agencies import agencies_in, is_agency_slot
from chronist.reports.days import MONTH, month_number
from chronist.reports.draft import DayOfYear

CAPITAL = "A-ZÄÖÜÉÈÁÀÓŁŠŚŽŹČĆÇĐİØÅ"
WORD = rf"(?:St\.\s)?[{CAPITAL}](?:[\w'’]|-(?=\w)){{0,29}}"
_LINK = r"(?:\s?/\s?|\s(?:(?:am|an der|im|in der|bei|ob der|de|el|al)\s)?)"
PLACE = rf"{WORD}(?:{_LINK}{WORD}){{0,3}}(?:\sa\.\s?[MdO]\.)?"
_DAY = rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?i:{MONTH})\.?)(?:\s?\d{{4}})?"
CODES = r"[^\W\d_][\w./\- ,]{1,29}"
_PLACE_LINE = re.compile(
    rf"(?P<place>{PLACE})(?:\s\((?P<land>{WORD})\))?(?:,\s(?:den\s)?(?P<day>{_DAY}))?"
    rf"(?:\s?\((?P<codes>{CODES})\))?(?P<stop>\s?[-–—]{{1,2}}\s|[.:]\s(?:[-–—]\s)?|(?<=\))\s)"
    r"(?=\S)"
)
_BAR_LINE = re.compile(
    rf"(?P<place>{PLACE})\s(?P<codes>[a-z]{{2,4}}(?:/[a-z]{{2,4}})*)\s\|\s(?=\S)"
)
_CODES_FIRST = re.compile(rf"[(\[](?P<codes>{CODES})[)\]]\s?(?:[-–—:]\s)?(?=\S)")
_REST_BEGINS = re.compile(rf"[{CAPITAL}\d„“\"»«›‹‚‘'(]")
_ABBREVIATED = re.compile(r"\w{1,2}|[IVX]+")
"""A stop behind it belongs to an initial or a king's number."""
_LONGEST_PLACE_LINE = 120
_LEAST_REST = 40


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place line found at the start of a line; ``end`` is where it ends."""

    end: int
    place: str | None
    codes: str | None
    day: str | None
    day_at: int
    certain: bool
    """An agency or a day stands in it; without, only a first paragraph may have it."""


def place_line(line: str) -> PlaceLine | None:
    """Return the place line that begins ``line``, None if there is none.

    >>> place_line("BERLIN (dpa-AFX) - Der Bundestag hat am Freitag das Gesetz beschlossen.").place
    'Berlin'
    """
    head = line[: _LONGEST_PLACE_LINE + 1]
    found = _PLACE_LINE.match(head) or _BAR_LINE.match(head)
    if found is None:
        return _codes_first(head)
    groups = found.groupdict()
    codes, day = groups["codes"], groups.get("day")
    land = groups.get("land")
    if codes is None and land is not None and is_agency_slot(land):
        codes = land
    if codes is not None and not is_agency_slot(codes):
        return None
    certain = bool(codes or day)
    if not certain and not _is_plain_place(found, line[found.end() :]):
        return None
    day_at = found.start("day") if day else -1
    end = len(found.group().rstrip())
    return PlaceLine(
        end, _in_small_letters(groups["place"]), codes, day, day_at, certain
    )


def _in_small_letters(place: str) -> str:
    """Return a place in the usual spelling where a paper prints it in capitals."""
    if not place.isupper():
        return place
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), place)


def _codes_first(head: str) -> PlaceLine | None:
    found = _CODES_FIRST.match(head)
    if found is None or not agencies_in(found["codes"]):
        return None
    end = len(found.group().rstrip())
    return PlaceLine(end, None, found["codes"], None, -1, certain=True)


def _is_plain_place(found: re.Match[str], rest: str) -> bool:
    """Whether words before a stop or dash can be a place though nothing else says so."""
    place, stop = found["place"], found["stop"]
    if len(rest) < _LEAST_REST or not _REST_BEGINS.match(rest) or ":" in stop:
        return False
    words = re.split(r"[\s/]+", place)
    if not stop.strip() or len(place) < 3 or any(w in _not_places() for w in words):
        return False
    if stop.startswith("."):
        return len(words) <= 3 and not _ABBREVIATED.fullmatch(words[-1])
    opening = re.split(r"[.!?]", rest, maxsplit=1)[0]
    return (" " not in place) and not re.search(r"\s[-–—]\s", opening)


@cache
def _not_places() -> frozenset[str]:
    return frozenset(load_names("press/not_places"))


def day_of_year(found: PlaceLine, at: int) -> DayOfYear | None:
    """Return day and month of a place line that says no year."""
    if not found.day:
        return None
    numbers = re.fullmatch(
        rf"(\d{{1,2}})\.\s?(?:(\d{{1,2}})\.|({MONTH})\.?)", found.day, re.IGNORECASE
    )
    if not numbers:
        return None
    month = int(numbers[2]) if numbers[2] else month_number(numbers[3])
    start = at + found.day_at
    return DayOfYear(month, int(numbers[1]), (start, start + len(found.day)), found.day)
