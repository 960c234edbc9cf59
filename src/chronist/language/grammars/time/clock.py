"""Rules for clock times and parts of the day."""

from __future__ import annotations

from chronist.language.grammar.pattern import (
    anyof,
    capture,
    glued,
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
from chronist.language.grammars.time.parts import ARTICLE, any_of, noun, one, x
from chronist.language.grammars.time.reading import Clock, Piece, Reading
from chronist.language.tokens import Token

_HOUR_WORDS = {
    w: int(n) for w, n in words.NUMBER_WORDS.items() if n == int(n) and 1 <= n <= 24
}
_MINUTES = seq(mark(".", ":"), glued(), number(0, 59, digits=2))
_TIME = seq(
    number(0, 24),
    optional(_MINUTES),
    optional(seq(mark(":"), glued(), number(0, 59, digits=2))),
)
_UHR = word("uhr")
_ZONE = anyof(
    seq(word("("), word("ortszeit", "mesz", "mez", "gmt", "utc"), word(")")),
    word("ortszeit", "mesz", "mez", "gmt", "utc"),
    seq(word("mitteleuropäischer"), word("zeit", "sommerzeit")),
)
_BEFORE = {"gegen": "APPROX", "circa": "APPROX", "etwa": "APPROX", "ca": "APPROX"}
_HALVES = (
    "früh",
    "morgens",
    "vormittags",
    "mittags",
    "nachmittags",
    "abends",
    "nachts",
)
_LATE = ("nachmittags", "abends")


def _clock(tokens: list[Token]) -> str | None:
    numbers = [int(t.text) for t in tokens if t.is_number]
    if not numbers or numbers[0] > 24:
        return None
    hour = 0 if numbers[0] == 24 else numbers[0]
    minute = numbers[1] if len(numbers) > 1 else 0
    return f"T{hour:02d}:{minute:02d}"


def _later(clock: str, part: str) -> str:
    hour = int(clock[1:3])
    if part in _LATE and hour < 12:
        return f"T{hour + 12:02d}{clock[3:]}"
    return clock


def _uhr(match: Match) -> Reading | None:
    clock = _clock(list(match.part("time")))
    if clock is None:
        return None
    clock = _later(clock, match.text("half"))
    return one(match, Clock(clock, match.text("time").startswith("24")), _mod(match))


def _mod(match: Match) -> str | None:
    if match.start == 0:
        return None
    before = match.tokens[match.start - 1].lower
    return "APPROX" if before in ("gegen", "circa", "etwa", "ca", "rund") else None


def _list(match: Match) -> Reading | None:
    pieces = []
    for c in match.captures:
        if c.name in ("item", "last"):
            clock = _clock(list(match.tokens[c.start : c.end]))
            if clock is None:
                return None
            pieces.append(Piece(c.start, c.end, Clock(clock)))
    return tuple(pieces)


def _spoken(match: Match) -> Reading | None:
    hour = _HOUR_WORDS[match.text("hour")]
    if hour > 24:
        return None
    minutes = hour * 60 + _OFFSETS.get(match.text("offset"), 0)
    clock = _later(f"T{minutes // 60 % 24:02d}:{minutes % 60:02d}", match.text("half"))
    return one(match, Clock(clock), _mod(match))


_OFFSETS = {
    "halb": -30,
    "viertel nach": 15,
    "viertel vor": -15,
    "dreiviertel": -15,
    "kurz nach": 0,
    "kurz vor": 0,
}


def _part(match: Match) -> Reading:
    name = match.first("name").lower
    mod = words.EARLY_LATE.get(match.text("early"))
    return one(match, Clock(f"T{words.DAY_PARTS[name]}"), mod or _mod(match))


def _midnight(match: Match) -> Reading:
    return one(match, Clock("T24:00"))


_HALF = capture("half", word(*_HALVES))
_EARLY = capture("early", any_of(words.EARLY_LATE))
_PART_NOUNS = {
    w: c for w, c in words.DAY_PARTS.items() if w not in ("früh", "mitternacht")
}
_PART_PREPOSITIONS = word(
    "am", "gegen", "in", "zum", "bis", "des", "vom", "seit", "noch", "eines"
)
_JOINT = seq(word("bis", "und", "-", "–", "oder", ",", "sowie"), optional(word("von")))

RULES: tuple[Rule[Reading], ...] = (
    Rule(
        "de.time.clock.list",
        "Mehrere Uhrzeiten, von denen nur die letzte „Uhr“ trägt.",
        "Several clock times, only the last of which carries the word for o'clock.",
        seq(
            some(seq(capture("item", _TIME), _JOINT), 1, 6),
            capture("last", seq(_TIME, _UHR)),
        ),
        _list,
    ),
    Rule(
        "de.time.clock",
        "Eine Uhrzeit.",
        "A clock time.",
        anyof(
            seq(capture("time", _TIME), _UHR, optional(_HALF), optional(_ZONE)),
            seq(
                not_after(mark(":", ".", ",")),
                capture(
                    "time",
                    seq(number(0, 24), mark(":"), glued(), number(0, 59, digits=2)),
                ),
                not_ahead(mark(":")),
                optional(_ZONE),
            ),
        ),
        _uhr,
    ),
    Rule(
        "de.time.clock.spoken",
        "Eine Uhrzeit in Worten (halb neun, Viertel nach acht).",
        "A clock time in words (half past eight).",
        anyof(
            seq(
                capture("offset", word("halb", "dreiviertel")),
                capture("hour", any_of(_HOUR_WORDS)),
                not_ahead(noun(words.UNITS)),
                optional(_HALF),
            ),
            seq(
                capture("offset", seq(word("viertel"), word("nach", "vor"))),
                capture("hour", any_of(_HOUR_WORDS)),
            ),
            seq(
                capture("hour", any_of(_HOUR_WORDS)),
                _UHR,
                optional(_HALF),
                optional(_ZONE),
            ),
        ),
        _spoken,
    ),
    Rule(
        "de.time.midnight",
        "Mitternacht.",
        "Midnight.",
        capture("name", noun(("mitternacht",))),
        _midnight,
    ),
    Rule(
        "de.time.part_of_day",
        "Ein Teil des Tages, von dem die Rede ist.",
        "A part of the day just named.",
        seq(
            _PART_PREPOSITIONS,
            x(
                seq(
                    optional(ARTICLE),
                    optional(_EARLY),
                    capture("name", noun(_PART_NOUNS)),
                )
            ),
            not_ahead(anyof(word("zu", "zum", "auf", "vom", "des"))),
        ),
        _part,
    ),
)
