"""Bylines: who wrote a report, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from chronist.lexica.load import load_names
from chronist.reports.agencies import agencies_in, agency_mark
from chronist.reports.place_lines import CAPITAL, PLACE, WORD

_PARTICLE = r"(?:von|van|de|der|den|la|al|el|du|di|bin|ter|zur|und zu)"
_NAME = rf"{WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}(?:{WORD}|[{CAPITAL}]\.)){{1,3}}"
_NAMES = rf"(?P<names>{_NAME}(?:(?:,\s|\sund\s|\s&\s|\su\.\s){_NAME}){{0,4}})"
_FROM = rf"(?:(?:,\s|\sin\s|\saus\s|\s\||\s\(|\s–\s|\s-\s)\s?(?P<place>{PLACE})\)?)?"
_SIGNED = re.compile(rf"{_NAMES},\s(?P<place>{PLACE})")
_REPORTS = re.compile(rf"Aus\s(?P<place>{PLACE})\sbericht\w+\s{_NAMES}")
_LONGEST_BYLINE = 130


@cache
def _byline() -> re.Pattern[str]:
    cues = "|".join(
        sorted(map(re.escape, load_names("press/bylines")), key=len, reverse=True)
    )
    return re.compile(
        rf"(?:{cues}):?\s{_NAMES}{_FROM}(?:\s?[/(]\s?(?P<codes>[\w/\- ]{{2,20}})\)?)?"
    )


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it, and where; either may be missing."""

    author: str | None
    place: str | None
    codes: str | None = None


def byline(line: str) -> Byline | None:
    """Return who and where a line such as ``Von Anna Berg, Minsk`` names."""
    if len(line) > _LONGEST_BYLINE or line.endswith((".", "!", "?", ":")):
        return None
    found = _byline().fullmatch(line)
    if found:
        return Byline(found["names"], found["place"], found["codes"])
    found = _REPORTS.fullmatch(line)
    if found:
        return Byline(found["names"], found["place"])
    if (
        re.match(r"(?i:von)\s", line)
        and agencies_in(line[4:])
        and agency_mark(line[4:])
    ):
        return Byline(None, None, line[4:])
    return None


def signed_line(line: str) -> Byline | None:
    """Return who and where of a byline without "Von"; only a head line can be one."""
    found = _SIGNED.fullmatch(line) if len(line) <= _LONGEST_BYLINE else None
    return Byline(found["names"], found["place"]) if found else None
