"""What lengths of time tell when their other end is known: tenures, anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from chronist.language.dating.fact import Fact
from chronist.language.grammars.time.reading import Length, Origin
from chronist.language.grammars.time.resolve import Found
from chronist.language.tokens import Sentence, TokenizedReport
from chronist.lexica.load import load_table
from chronist.model.actor import Referent
from chronist.text.belief import FIRST, LAST, Step

_YEAR, _MONTH = 365.25, 30.44
_UNITS = {"Y": _YEAR, "M": _MONTH, "DE": 10 * _YEAR}
Band = tuple[float, float, float]
"""First and last unit away from the start, and the weight of the days between."""

_HEADS = frozenset(("president", "prime_minister", "monarch"))
_RULING = ("amt", "macht", "amtierend", "regier", "herrsch", "spitze")
_OTHER_PERSON = 3e-5
"""Weight of days outside all bands: once in some hundred reports another one rules."""
_OTHER_EVENT = 3e-5
"""Weight of days outside all bands, as for ages: once in some hundred reports the
length is another event's."""
_NEAR_YEARS: tuple[Band, ...] = (
    (-1, -0.5, 0.01),
    (-0.5, 0, 0.2),
    (0, 1, 1),
    (1, 1.25, 0.05),
)
"""By hand: newsrooms count full years mostly, and round up near the day."""
_BANDS: Mapping[str | None, tuple[Band, ...]] = {
    None: _NEAR_YEARS,
    "LESS_THAN": ((-1, 0, 1), (0, 0.5, 0.2), (-2, -1, 0.1)),
    "MORE_THAN": ((-0.5, 0, 0.1), (0, 2, 1), (2, 5, 0.5)),
    "APPROX": ((-1.5, 1.5, 1), (1.5, 2.5, 0.2), (-2.5, -1.5, 0.2)),
}
# Newsrooms also count calendar years: April 2007 is three years after December 2004.
_RETURN: Mapping[str, tuple[Band, ...]] = {
    "Y": ((-0.12, 0.12, 1), (-1, -0.12, 0.2), (0.12, 1, 0.2)),
    "M": ((-1, 1.5, 1), (-2, -1, 0.1), (1.5, 3, 0.1)),
}
_ON_THE_DAY: tuple[Band, ...] = (
    (-0.06, 0.06, 1),
    (-0.3, -0.06, 0.1),
    (0.06, 0.3, 0.1),
    (0.3, 3, 0.003),
)
"""Some reports tell of an anniversary that has long passed."""
_JUBILEE = re.compile(
    r"(?i)\b(\d{1,3})\. (?:jahrestag|jubiläum)|\b(\d{1,3}) jahre (?:nach|seit)\b"
)


def tenures(
    tokenized: TokenizedReport, referents: Sequence[Referent], found: Sequence[Found]
) -> Iterator[Fact]:
    """Yield the year that "seit 26 Jahren im Amt" names for a known holder."""
    for each in found:
        sense = each.piece.sense
        if (
            not isinstance(sense, Length)
            or sense.unit not in _UNITS
            or not sense.amount
        ):
            continue
        if not _rules_since(each):
            continue
        holder = _nearest(each, referents)
        starts = _starts(holder.known or "", each) if holder else []
        if holder is None or not starts:
            continue
        bands = _BANDS.get(each.piece.mod, _BANDS[None])
        yield _tenure(tokenized, each, holder.name, starts, bands)


def _rules_since(found: Found) -> bool:
    """Whether the length follows "seit" in a sentence about ruling."""
    tokens = found.sentence.tokens
    start = found.piece.start
    before = [t.lower for t in tokens[max(0, start - 3) : start]]
    near = tokens[max(0, start - 10) : found.piece.end + 10]
    return "seit" in before and any(t.lower.startswith(_RULING) for t in near)


def _nearest(found: Found, referents: Sequence[Referent]) -> Referent | None:
    """Return the known holder of an office who is named nearest in the sentence."""
    at = found.tokens[0].start
    sentence = found.sentence
    row = [
        (abs(m.citation.start - at), r.id, r)
        for r in referents
        if r.known
        for m in r.mentions
        if sentence.start <= m.citation.start < sentence.end
    ]
    return min(row, key=lambda each: each[:2])[2] if row else None


def _starts(known: str, found: Found) -> list[date]:
    """Return the known first days at the head of a state or government.

    "Im Amt" may count from any office; power counts through offices that follow each
    other.
    """
    row = load_table("names/office_holders").get(known)
    if row is None:
        return []
    terms = sorted(
        (date.fromisoformat(begin), end)
        for office, begin, end in row[3]
        if office in _HEADS and len(begin) == _DAY
    )
    if any(t.lower.startswith("amt") for t in found.sentence.tokens):
        return [begin for begin, _ in terms]
    return [begin for begin, _ in terms if not _goes_on(begin, terms)]


_DAY = len("1994-07-20")
_PAUSE = timedelta(days=31)


def _goes_on(begin: date, terms: Sequence[tuple[date, str]]) -> bool:
    ends = [
        date.fromisoformat(end) for b, end in terms if b < begin and len(end) == _DAY
    ]
    return any(abs(begin - end) <= _PAUSE for end in ends)


def _tenure(
    tokenized: TokenizedReport,
    found: Found,
    name: str,
    starts: Sequence[date],
    bands: Sequence[Band],
) -> Fact:
    tokens = found.tokens
    cited = tokenized.report.cite(tokens[0].start, tokens[-1].end)
    shown = ", ".join(f"{day:%d.%m.%Y}" for day in starts)
    english = ", ".join(map(str, starts))
    return Fact(
        "de.dating.tenure",
        f"{name} kam ins Amt am {shown}; seither sind es „{cited.text}“.",
        f"{name} took office on {english}; “{cited.text}” have passed since.",
        _steps(_ends(day, found, band) for day in starts for band in bands),
        _OTHER_PERSON,
        cited,
    )


def _ends(day: date, found: Found, band: Band) -> tuple[int, int, float]:
    sense = found.piece.sense
    if not isinstance(sense, Length):
        msg = f"{sense} is no length"
        raise TypeError(msg)
    unit = _UNITS[sense.unit]
    return _away(day, sense.amount, unit, band)


def _away(day: date, amount: float, unit: float, band: Band) -> tuple[int, int, float]:
    first, last, weight = band
    base = day.toordinal()
    return (
        round(base + (amount + first) * unit),
        round(base + (amount + last) * unit),
        weight,
    )


def _steps(bands: Iterable[tuple[int, int, float]]) -> tuple[Step, ...]:
    """Return stretches that do not overlap; where bands do, the heaviest counts."""
    row = list(bands)
    least, most = FIRST.toordinal(), LAST.toordinal()
    edges = sorted({min(max(e, least), most) for f, last, _ in row for e in (f, last)})
    steps = []
    for first, end in pairwise(edges):
        weights = [w for f, last, w in row if f <= first and end <= last]
        if weights:
            steps.append(Step(first, end - 1, max(weights)))
    return tuple(steps)


# Anniversaries ---------------------------------------------------------------------


def anniversaries(tokenized: TokenizedReport, found: Sequence[Found]) -> Iterator[Fact]:
    """Yield the days that "vor 20 Jahren" and "zum 20. Jahrestag" name beside an event
    whose day is known."""
    text = tokenized.report.text.lower()
    table: Mapping[str, Any] = load_table("knowledge/anniversaries")
    for name, row in table.items():
        if not speaks_of(text, row["words"]):
            continue
        day = date.fromisoformat(row["day"])
        for sentence in tokenized.sentences:
            if speaks_of(text[sentence.start : sentence.end], row["words"]):
                yield from _returns(tokenized, name, day, sentence, found)


def speaks_of(lower: str, groups: Sequence[Sequence[str]]) -> bool:
    """Whether every group has one of its words in a text in lower case."""
    return all(any(word in lower for word in group) for group in groups)


def _returns(
    tokenized: TokenizedReport,
    name: str,
    day: date,
    sentence: Sentence,
    found: Sequence[Found],
) -> Iterator[Fact]:
    for each in found:
        sense = each.piece.sense
        if each.sentence is not sentence or not isinstance(sense, Length):
            continue
        back = sense.steps < 0 and sense.origin is Origin.REPORT and sense.amount
        if back and sense.unit in _RETURN:
            bands = [_ends(day, each, band) for band in _RETURN[sense.unit]]
            at = each.tokens[0].start, each.tokens[-1].end
            yield _return_fact(tokenized, name, day, at, bands)
    text = tokenized.report.text[sentence.start : sentence.end]
    for match in _JUBILEE.finditer(text):
        years = int(match[1] or match[2])
        table = _ON_THE_DAY if match[1] else _RETURN["Y"]
        bands = [_away(day, years, _YEAR, band) for band in table]
        at = sentence.start + match.start(), sentence.start + match.end()
        yield _return_fact(tokenized, name, day, at, bands)


def _return_fact(
    tokenized: TokenizedReport,
    name: str,
    day: date,
    at: tuple[int, int],
    bands: Sequence[tuple[int, int, float]],
) -> Fact:
    cited = tokenized.report.cite(*at)
    return Fact(
        "de.dating.anniversary",
        f"{name} war am {day:%d.%m.%Y}; davon aus gezählt „{cited.text}“.",
        f"{name} was on {day}; counted from there: “{cited.text}”.",
        _steps(bands),
        _OTHER_EVENT,
        cited,
    )
