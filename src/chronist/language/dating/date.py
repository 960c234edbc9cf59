"""Weigh all that a report says about its day, and say which days remain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from chronist.language.dating.clues import Clue, Kind, gather_clues
from chronist.language.dating.fact import Fact
from chronist.language.dating.facts import known_facts
from chronist.language.dating.lags import hear
from chronist.language.grammars.time.point import Grain
from chronist.language.grammars.time.reading import Away, Origin
from chronist.language.grammars.time.resolve import Found, spot_times
from chronist.language.morphology import Tense
from chronist.language.tokens import TokenizedReport
from chronist.model.actor import Referent
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.report import Published, Report, SegmentKind
from chronist.model.when import When
from chronist.text.belief import FIRST, LAST, Belief

MASS = 0.99
"""Share of the weight that the interval holds; 99 % of intervals must hold the truth,
and clues lean on each other (measured: see docs/explanation/dating.md)."""
_WIDEST = 6000
"""Days; of a wider interval only the side that clues bound is told."""
_MARGIN = 2000


def date_report(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    spotted: Sequence[Found] | None = None,
    mass: float = MASS,
) -> Published | None:
    """Return the report's day: what its metadata gave, narrowed by its words.

    ``spotted`` are the report's times as ``spot_times`` finds them, if they are at
    hand already. A day that the metadata give is kept; a wider interval is narrowed;
    without any metadata the words alone are heard. ``mass`` is the share of the weight
    that the interval is to hold.
    """
    given = tokenized.report.published
    if given is not None and (given.when.is_day or _is_heard(given)):
        return given
    found = tuple(spot_times(tokenized)) if spotted is None else spotted
    clues = gather_clues(found)
    facts = list(known_facts(tokenized, referents, found))
    if not clues and not facts:
        return given
    belief = _belief(given)
    press = _is_press(tokenized.report)
    for clue in clues:
        hear(belief, clue, press=press)
    for fact in facts:
        belief.hear_steps(fact.steps, fact.elsewhere)
    if _looks_back_a_day(found):
        _day_has_passed(belief, clues)
    when = _when(*belief.interval(mass), given)
    if when is None:
        return None
    best = belief.best()
    heard = _evidence(tokenized.report, clues, facts, best)
    evidence = (*(given.evidence if given else ()), *heard)
    return Published(when, best, tuple(dict.fromkeys(evidence)))


def _is_heard(given: Published) -> bool:
    """Whether the words were weighed before; weighed twice they would count double."""
    return any(e.rule.startswith("de.dating.") for e in given.evidence)


def _belief(given: Published | None) -> Belief:
    if given is None:
        return Belief(FIRST, LAST)
    first = max(given.when.earliest, FIRST) if given.when.earliest < LAST else FIRST
    last = min(given.when.latest, LAST) if given.when.latest > FIRST else LAST
    return Belief(first, last)


def _is_press(report: Report) -> bool:
    """Whether the report carries marks of a newsroom or its archive."""
    marks = (report.agency, report.author, report.place, report.outlet)
    kinds = {segment.kind for segment in report.segments}
    return any(marks) or SegmentKind.METADATA in kinds or SegmentKind.CREDIT in kinds


def _looks_back_a_day(found: Sequence[Found]) -> bool:
    """Whether the text tells of the day after the one it is about ("am nächsten Tag")."""
    return any(
        isinstance(f.piece.sense, Away)
        and f.piece.sense.origin is Origin.TEXT
        and f.piece.sense.grain is Grain.DAY
        and f.piece.sense.steps == 1
        and f.tense is Tense.PAST
        for f in found
    )


def _day_has_passed(belief: Belief, clues: Sequence[Clue]) -> None:
    named = {
        c.weekday for c in clues if c.kind is Kind.WEEKDAY and c.tense is Tense.PAST
    }
    if len(named) == 1:
        day = named.pop()
        belief.hear_week([0.02 if i == day - 1 else 1.0 for i in range(7)])


# The answer ------------------------------------------------------------------------


def _when(first: date, last: date, given: Published | None) -> When | None:
    """Return the interval; a side that no clue bounds stays open, None if none does."""
    if given is None and (last - first).days > _WIDEST:
        low = first if first > FIRST + timedelta(days=_MARGIN) else date.min
        high = last if last < LAST - timedelta(days=_MARGIN) else date.max
        bounded = low != date.min or high != date.max
        return When.between(low, high) if bounded else None
    if given is not None and (first, last) == (given.when.earliest, given.when.latest):
        return given.when
    return When.between(first, last)


_SAYS = {
    Kind.LEAD_DAY: (
        "Der erste Satz nennt „{}“.",
        "The first sentence names “{}”.",
    ),
    Kind.LATEST_DAY: (
        "Der späteste Tag, von dem der Bericht spricht, ist „{}“.",
        "The latest day the report speaks of is “{}”.",
    ),
    Kind.LATEST_MONTH: (
        "Der späteste Monat, von dem der Bericht spricht, ist „{}“.",
        "The latest month the report speaks of is “{}”.",
    ),
    Kind.LATEST_YEAR: (
        "Das späteste Jahr, von dem der Bericht spricht, ist „{}“.",
        "The latest year the report speaks of is “{}”.",
    ),
    Kind.NEXT_DAY: (
        "Der Bericht blickt voraus auf „{}“.",
        "The report looks ahead to “{}”.",
    ),
    Kind.WEEKDAY: (
        "Der Bericht nennt den Wochentag „{}“ ({}).",
        "The report names the weekday “{}” ({}).",
    ),
    Kind.DAY_OF_YEAR: (
        "Der Bericht nennt „{}“ ohne Jahr ({}).",
        "The report names “{}” without a year ({}).",
    ),
    Kind.MONTH: (
        "Der Bericht nennt den Monat „{}“ ohne Jahr ({}).",
        "The report names the month “{}” without a year ({}).",
    ),
}
_TENSES = {
    Tense.PAST: ("Vergangenheit", "past"),
    Tense.PRESENT: ("Gegenwart", "present"),
    Tense.FUTURE: ("Zukunft", "future"),
    Tense.UNKNOWN: ("ohne Verb", "no verb"),
}


def _evidence(
    report: Report, clues: Sequence[Clue], facts: Sequence[Fact], best: date
) -> Iterator[Derivation]:
    for fact in facts:
        against = not any(
            s.first <= best.toordinal() <= s.last and s.weight > fact.elsewhere
            for s in fact.steps
        )
        de, en = fact.reasons(best)
        yield _derivation(fact.rule, de, en, fact.citation, against)
    for clue in clues:
        yield _because(report, clue, best)


def _because(report: Report, clue: Clue, best: date) -> Derivation:
    tokens = clue.found.tokens
    citation = report.cite(tokens[0].start, tokens[-1].end)
    de, en = _SAYS[clue.kind]
    german, english = _TENSES[clue.tense]
    against = (
        clue.point is not None
        and clue.kind is not Kind.NEXT_DAY
        and clue.point.first > best + timedelta(days=3)
    )
    return _derivation(
        f"de.dating.{clue.kind}",
        de.format(citation.text, german),
        en.format(citation.text, english),
        citation,
        against,
    )


def _derivation(
    rule: str, de: str, en: str, citation: Citation, against: bool
) -> Derivation:
    if against:
        de = f"{de[:-1]}; das widerspricht dem Übrigen und zählt nicht."
        en = f"{en[:-1]}; this contradicts the rest and does not count."
    return Derivation(rule, de, en, (citation,))
