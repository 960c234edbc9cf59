"""Time expressions with their values: rules find them, the text's own time line
says what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from chronist.language.grammar.match import RuleSet
from chronist.language.grammar.rule import Rule
from chronist.language.grammars.time.anchoring import Anchored, anchor
from chronist.language.grammars.time.nowadays import age_meant
from chronist.language.grammars.time.open_values import open_value
from chronist.language.grammars.time.point import Grain, Point
from chronist.language.grammars.time.reading import (
    Away,
    Clock,
    DayOfMonth,
    Fixed,
    InYear,
    Length,
    Named,
    Origin,
    Piece,
    Reading,
    Repeat,
    Sense,
    Then,
    Vague,
    Weekday,
)
from chronist.language.grammars.time.rules import RULES
from chronist.language.grammars.time.tense import tense_at
from chronist.language.grammars.time.timeline import Moment
from chronist.language.morphology import Clause, Tense, clauses
from chronist.language.tokens import Sentence, Token, TokenizedReport
from chronist.model.analysis import TimeExpression, TimeType
from chronist.model.derivation import Derivation
from chronist.model.report import Published
from chronist.model.when import When
from chronist.text.digest import content_id


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that rules found, before it is resolved."""

    sentence: Sentence
    piece: Piece
    rule: Rule[Reading]
    tense: Tense

    @property
    def tokens(self) -> Sequence[Token]:
        """The expression's tokens."""
        return self.sentence.tokens[self.piece.start : self.piece.end]


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its value, against one certain day of publication."""

    type: TimeType
    value: str
    anchored: Anchored | None


def find_times(
    tokenized: TokenizedReport, published: Published | None
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report, resolved against its day.

    Where only an interval is known for the report, ``when`` holds every day that
    some day of the interval would give, and ``value`` follows the best day.
    """
    found = tuple(spot_times(tokenized))
    return tuple(_express(tokenized, found, published))


def spot_times(tokenized: TokenizedReport) -> Iterator[Found]:
    """Yield what the rules find, in order of place."""
    for sentence in tokenized.sentences:
        matches = _rule_set().read(sentence.tokens)
        if not matches:
            continue
        tenses = _Tenses(sentence.tokens)
        for match in matches:
            for piece in match.value:
                yield Found(sentence, piece, match.rule, tenses.at(piece))


LONG = 300
"""Tokens; of longer sentences only what stands near an expression is asked for its
tense, so that a text without full stops costs no more than another."""
_NEAR, _REACH = 100, 40


class _Tenses:
    """The tense of each expression of one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._blocks: dict[int, tuple[Sequence[Token], Sequence[Clause], int]] = {}

    def at(self, piece: Piece) -> Tense:
        block = piece.start // _NEAR if len(self._tokens) > LONG else -1
        if block not in self._blocks:
            self._blocks[block] = self._window(block)
        window, parts, first = self._blocks[block]
        return tense_at(window, parts, piece.start - first, piece.end - first)

    def _window(self, block: int) -> tuple[Sequence[Token], Sequence[Clause], int]:
        if block < 0:
            return self._tokens, clauses(self._tokens), 0
        first = max(0, block * _NEAR - _REACH)
        window = self._tokens[first : (block + 1) * _NEAR + _REACH]
        return window, clauses(window), first


@cache
def _rule_set() -> RuleSet[Reading]:
    return RuleSet(RULES)


def resolve_against(found: Sequence[Found], report: date | None) -> list[Resolved]:
    """Resolve all expressions of a report against one day, in order of place."""
    told = _tells_history(found, report)
    line = _Line(report, told)
    return [line.resolve(each) for each in found]


def _tells_history(found: Sequence[Found], report: date | None) -> bool:
    """Whether the dates a text names lie far from its own day nearly throughout."""
    years = [
        f.piece.sense.point.to(Grain.YEAR).count
        for f in found
        if isinstance(f.piece.sense, Fixed)
    ]
    if report is None or len(years) < 8:
        return False
    far = sum(abs(report.year - year) > 2 for year in years)
    return far >= 0.8 * len(years)


NEAR = 30
"""Days: a time nearer to the report than this is not "damals"."""
_NAMED = ("gemeint ist die zuletzt genannte Zeit", "the time named last is meant")


def _age_meant(found: Found) -> str | None:
    piece = found.piece
    tokens = found.sentence.tokens
    return age_meant(piece.sense, tokens, piece.start, piece.end, found.tense)


class _Line:
    """The time line of one text: what was named last, and where."""

    def __init__(self, report: date | None, told: bool) -> None:
        self.report = report
        self.told = told
        self.named: Point | None = None
        self.day: Point | None = None
        self.segment = -1
        self.named_in = self.day_in = self.repeated_in = -9

    def resolve(self, found: Found) -> Resolved:
        self._enter(found.sentence.segment)
        sense = found.piece.sense
        index = found.sentence.index
        fresh = index == self.named_in
        # A line without a verb is an entry of a list (a programme): it starts afresh.
        listed = (
            isinstance(sense, Clock)
            and found.tense is Tense.UNKNOWN
            and index != self.day_in
        )
        day = None if listed else self.day
        moment = Moment(self.report, self.named, day, found.tense, self.told, fresh)
        age = _age_meant(found)
        if age is not None:
            return Resolved(TimeType.DATE, age, None)
        if isinstance(sense, Repeat):
            self.repeated_in = index
        if isinstance(sense, Clock) and self.repeated_in == index:
            return Resolved(TimeType.TIME, open_value(sense), None)
        fixed = self._then(found) or _without_calendar(found)
        if fixed is not None:
            return fixed
        anchored = anchor(sense, moment)
        self._remember(found, anchored)
        return _with_calendar(sense, anchored)

    def _then(self, found: Found) -> Resolved | None:
        """Return the past time named last for "damals", if one was named."""
        sense, named = found.piece.sense, self.named
        if not isinstance(sense, Then) or named is None or not named.in_reach:
            return None
        if self.report is not None and (self.report - named.last).days < NEAR:
            return None
        anchored = Anchored(named, named, *_NAMED)
        return Resolved(TimeType.DATE, named.value, anchored)

    def _enter(self, segment: int) -> None:
        if segment != self.segment:
            self.segment = segment
            if not self.told:
                self.named, self.day = None, None

    def _remember(self, found: Found, anchored: Anchored | None) -> None:
        if anchored is None or isinstance(found.piece.sense, Length | Named):
            return
        if self.told and self.named is not None and _in_passing(found, anchored.point):
            return
        self.named_in = found.sentence.index
        point = anchored.point
        self.named = Point(point.grain, point.count)
        if point.grain is Grain.DAY:
            self.day, self.day_in = self.named, found.sentence.index


def _in_passing(found: Found, point: Point) -> bool:
    """Whether history names a time beside its line: in brackets, a year within a
    sentence, a decade or century, or its own day."""
    tokens, start = found.sentence.tokens, found.piece.start
    if not isinstance(found.piece.sense, Fixed | InYear | Weekday | DayOfMonth):
        return (
            isinstance(found.piece.sense, Away)
            and found.piece.sense.origin is Origin.REPORT
        )
    if start and tokens[start - 1].text == "(":
        return True
    if point.grain in (Grain.DECADE, Grain.CENTURY):
        return True
    return point.grain is Grain.YEAR and start > _EARLY and len(tokens) > _HEADING


_EARLY, _HEADING = 3, 9


def _without_calendar(found: Found) -> Resolved | None:
    """Return the value of a length, a repeated or a vague time."""
    sense = found.piece.sense
    if isinstance(sense, Repeat):
        return Resolved(TimeType.SET, sense.value, None)
    if isinstance(sense, Then):
        return Resolved(TimeType.DATE, "PAST_REF", None)
    if isinstance(sense, Vague):
        return Resolved(TimeType.DATE, sense.value, None)
    if isinstance(sense, Length) and (not sense.steps or not sense.amount):
        return Resolved(TimeType.DURATION, sense.value, None)
    return None


def _with_calendar(sense: Sense, anchored: Anchored | None) -> Resolved:
    if isinstance(sense, Length):
        if anchored is None:
            return Resolved(TimeType.DURATION, sense.value, None)
        return Resolved(TimeType.DATE, anchored.point.value, anchored)
    value = anchored.value if anchored else open_value(sense)
    return Resolved(TimeType.TIME if "T" in value else TimeType.DATE, value, anchored)


# Out of the grammar, into the model --------------------------------------------------


def _express(
    tokenized: TokenizedReport, found: Sequence[Found], published: Published | None
) -> Iterator[TimeExpression]:
    best, bounds = _days(published)
    values = resolve_against(found, best)
    shared: dict[Derivation, Derivation] = {}
    early = late = values
    if bounds:
        early, late = (resolve_against(found, day) for day in bounds)
    for each, value, first, last in zip(found, values, early, late, strict=True):
        if isinstance(each.piece.sense, Named) and value.anchored is None:
            continue  # nothing says which war is meant
        when = _when(each.piece.mod, value, first, last, certain=not bounds)
        why = _derivation(each, value.anchored)
        yield _expression(tokenized, each, value, when, shared.setdefault(why, why))


def _days(published: Published | None) -> tuple[date | None, tuple[date, date] | None]:
    """Return the day to resolve against, and the bounds if it is not certain."""
    if published is None or not published.when.is_bounded:
        return None, None
    when = published.when
    if when.is_day:
        return when.earliest, None
    middle = when.earliest + timedelta(days=when.width // 2)
    return published.best or middle, (when.earliest, when.latest)


def _when(
    mod: str | None, value: Resolved, first: Resolved, last: Resolved, *, certain: bool
) -> When | None:
    points = [r.anchored.when for r in (value, first, last) if r.anchored]
    known = [narrowed(w, mod) for w in points if w is not None]
    if len(known) < 3:
        return None
    if certain or known[1] == known[2]:
        return known[0]
    return When.between(min(w.earliest for w in known), max(w.latest for w in known))


_THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


def narrowed(when: When, mod: str | None) -> When:
    """Return the third of a period that "Anfang", "Mitte" or "Ende" means.

    >>> narrowed(When.month(2021, 10), "END")
    When('2021-10-21/2021-10-31')
    """
    if mod not in _THIRDS or when.width < 3:
        return when
    first, last = (when.width * part // 3 for part in _THIRDS[mod])
    return When.between(
        when.earliest + timedelta(days=first), when.earliest + timedelta(days=last - 1)
    )


def _expression(
    tokenized: TokenizedReport,
    found: Found,
    value: Resolved,
    when: When | None,
    why: Derivation,
) -> TimeExpression:
    report = tokenized.report
    tokens = found.tokens
    citation = report.cite(tokens[0].start, tokens[-1].end)
    anchored = value.anchored
    sense = found.piece.sense
    return TimeExpression(
        id=content_id("t", report.id, citation.start, citation.end),
        citation=citation,
        type=value.type,
        value=value.value,
        when=when,
        derivation=why,
        mod=found.piece.mod,
        anchor=anchored.anchor.when if anchored and anchored.anchor else None,
        length=sense.value if isinstance(sense, Length) else None,
    )


def _derivation(found: Found, anchored: Anchored | None) -> Derivation:
    rule = found.rule
    if anchored is None:
        return Derivation(rule.id, rule.de, rule.en)
    at = f" ({anchored.anchor.value})" if anchored.anchor else ""
    return Derivation(
        rule.id,
        f"{rule.de[:-1]}; {anchored.de}{at}.",
        f"{rule.en[:-1]}; {anchored.en}{at}.",
    )
