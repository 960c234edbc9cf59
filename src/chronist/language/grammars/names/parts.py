"""Parts that name rules are put together from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronist.language.grammar.pattern import (
    Here,
    One,
    Pattern,
    Step,
    anyof,
    capture,
    exactly,
    lexicon,
    mark,
    not_ahead,
    optional,
    seq,
    some,
    where,
)
from chronist.language.grammar.rule import Match
from chronist.language.grammars.names import vocabulary as vocab
from chronist.language.grammars.names.countries import capitals, country_forms
from chronist.language.grammars.names.gazetteer import Entry, gazetteer
from chronist.language.grammars.names.reading import NameReading
from chronist.language.grammars.names.stems import base_of, sign
from chronist.language.tokens import Token
from chronist.model.actor import ActorKind

Tokens = Sequence[Token]
Produce = Callable[[Match], NameReading | None]
PLACE = vocab.LISTED[ActorKind.PLACE]
ORGANISATION = vocab.LISTED[ActorKind.ORGANISATION]
PERSON = vocab.LISTED[ActorKind.PERSON]
OPENING, CLOSING = '„»‚"“', '“”«"‘'


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the gazetteer of one kind."""

    kind: ActorKind

    def match(self, tokens: Tokens, at: int) -> Iterator[Step]:
        """Yield the listed names that begin here, longest first."""
        for end, entries in gazetteer().longest(tokens, at):
            if any(entry.kind is self.kind for entry in entries):
                yield Step(end)

    def keys(self) -> frozenset[str]:
        """Return the class of the words such names begin with."""
        return frozenset((f"t:{vocab.LISTED[self.kind]}",))


def signed(name: str) -> Pattern:
    """Match a word of a list of names/signs in its case."""
    words = sign(name)
    return One(lambda t: t.text in words, frozenset(f"w:{w.lower()}" for w in words))


def noun_sign(name: str) -> Pattern:
    """Match a noun of a list of names/signs in any case form."""
    words = sign(name)
    forms = frozenset(
        f"w:{w.lower()}{end}" for w in words for end in ("", "s", "es", "n", "en", "e")
    )
    return One(lambda t: t.is_capitalised and base_of(t.text, words) is not None, forms)


def only(*classes: str, but: Sequence[str] = ()) -> Pattern:
    """Match a word of one of these classes and of none of the others."""
    wanted, barred = frozenset(classes), frozenset(but)
    return One(
        lambda t: (
            not wanted.isdisjoint(t.tags)
            and barred.isdisjoint(t.tags)
            and (t.is_capitalised or vocab.NAMELIKE in t.tags)
            and t.lower not in sign("closed")
        ),
        frozenset(f"t:{c}" for c in classes),
    )


def small_adjective() -> Pattern:
    """Match an adjective in lower case, as far as its ending shows."""
    ends = ("e", "er", "en", "es")
    return One(
        lambda t: t.text.islower() and t.text.endswith(ends) and len(t.text) > 4,
        frozenset("*"),
    )


def capital() -> Pattern:
    """Match a capitalised word; only for use behind a part that finds the place."""
    return One(lambda t: t.is_capitalised, frozenset("*"))


def reading_of(
    match: Match, kind: ActorKind, entries: tuple[Entry, ...] = ()
) -> NameReading:
    """Return the reading of the part captured as ``name``, or of the whole match."""
    part = next((c for c in match.captures if c.name == "name"), None)
    start, end = (part.start, part.end) if part else (match.start, match.end)
    function = next((c.start for c in match.captures if c.name == "function"), -1)
    return NameReading(kind, start, end, entries, function)


def named(kind: ActorKind) -> Produce:
    """Return a maker of readings of one kind."""
    return lambda match: reading_of(match, kind)


def listed(kind: ActorKind) -> Produce:
    """Return a maker of readings of listed names of one kind."""

    def produce(match: Match) -> NameReading | None:
        for end, entries in gazetteer().longest(match.tokens, match.start):
            if end == match.end:
                fitting = tuple(e for e in entries if e.kind is kind)
                if fitting and _has_sign(match, fitting[0]):
                    return reading_of(match, kind, fitting)
        return None

    return produce


def _has_sign(match: Match, entry: Entry) -> bool:
    """Whether a name that is also a common word stands where it must be a name."""
    first = match.tokens[match.start]
    if match.end - match.start > 1 and first.lower not in sign("closed"):
        return True
    before = match.tokens[match.start - 1].text if match.start else ""
    if entry.kind is ActorKind.PLACE:
        doubtful = entry.quoted or _is_word(first)
        return (
            not doubtful
            or before.lower() in sign("place_before")
            or (before in sign("place_noun"))
        )
    if not entry.quoted:
        return True
    after = match.tokens[match.end].text if match.end < len(match.tokens) else ""
    quoted = before != "" and before in OPENING and after != "" and after in CLOSING
    return quoted or (before != "" and base_of(before, sign("press_noun")) is not None)


def _is_word(token: Token) -> bool:
    """Whether the name is a German word too, so that it needs a sign."""
    if token.lower in sign("closed"):
        return True
    return vocab.COMMON in token.tags and token.text not in country_forms()


def person_name(match: Match) -> NameReading | None:
    """A given name and what follows; the last word must be able to be a last name."""
    reading = reading_of(match, ActorKind.PERSON)
    last = match.tokens[reading.end - 1]
    if {vocab.ABSTRACT, vocab.ADJECTIVE} & last.tags and vocab.GIVEN not in last.tags:
        return None
    first = match.tokens[reading.start]
    alone = reading.end - reading.start == 2 and first.lower in sign("closed")
    return None if alone else reading


def foreign_name(match: Match) -> NameReading | None:
    """Capitalised words no list knows: a person, or behind an article a body."""
    reading = reading_of(match, ActorKind.PERSON)
    tokens = match.tokens[reading.start : reading.end]
    if not any(vocab.PLAIN in t.tags for t in tokens) or _holds_listed(reading, match):
        return None
    if reading.start == 0 and tokens[0].lower.endswith(("e", "er", "es", "en", "em")):
        return None
    return replace(reading, kind=_foreign_kind(match.tokens, reading))


def _holds_listed(reading: NameReading, match: Match) -> bool:
    """Whether listed names stand in the words, so that they are no name as a whole."""
    tokens = match.tokens[reading.start : reading.end]
    if any(ORGANISATION in t.tags or t.text in country_forms() for t in tokens):
        return True
    if PERSON in tokens[0].tags and tokens[0].text.endswith("s"):
        return True
    found = gazetteer().longest(match.tokens, reading.start)
    return any(end - reading.start > 1 and end < reading.end for end, _ in found)


def _foreign_kind(tokens: Tokens, reading: NameReading) -> ActorKind:
    last = tokens[reading.end - 1].text
    if last in sign("english_place"):
        return ActorKind.PLACE
    if any(
        t.text in sign("english_thing") for t in tokens[reading.start : reading.end]
    ):
        return ActorKind.OTHER
    before = tokens[reading.start - 1].lower if reading.start else ""
    articles = ("die", "das", "der", "den", "dem", "des", "im", "vom", "zum", "zur")
    return ActorKind.ORGANISATION if before in articles else ActorKind.PERSON


given = lexicon(vocab.GIVEN)
initial = seq(
    Here(lambda ts, at: _begins_initial(ts, at)), lexicon(vocab.INITIAL), mark(".")
)
forename = anyof(given, initial)
particles = some(signed("particle"), 1, 2)
plain = only(vocab.PLAIN)
namelike = only(vocab.NAMELIKE)
surname_alone = One(
    lambda t: _may_be_surname(t),
    frozenset(f"t:{c}" for c in (vocab.NAMELIKE, vocab.COMPOUND)),
)
surname = only(
    vocab.NAMELIKE,
    vocab.COMPOUND,
    vocab.GIVEN,
    vocab.FUNCTION,
    PERSON,
    vocab.COMMON,
    vocab.ADJECTIVE,
    PLACE,
    ORGANISATION,
    but=(vocab.LEGAL,),
)
academic = seq(signed("academic"), optional(mark(".")))
ordinal = seq(exactly("I", "II", "III", "IV", "V", "VI", "XIV", "XVI"), mark("."))
full = seq(
    some(forename, 1, 3),
    optional(particles),
    surname,
    optional(anyof(ordinal, seq(signed("particle"), namelike), namelike)),
)
full_short = seq(some(forename, 1, 3), optional(particles), surname)
behind_title = capture(
    "name",
    anyof(
        full,
        full_short,
        seq(namelike, signed("particle"), namelike),
        seq(namelike, namelike, optional(namelike)),
        seq(surname_alone),
        seq(given, not_ahead(surname)),
        seq(where(only(PERSON), lambda t: t.is_capitalised), not_ahead(surname)),
    ),
)
place_like = One(
    lambda t: _may_be_place(t),
    frozenset((f"t:{vocab.PLAIN}", f"t:{vocab.COMPOUND}")),
)


def _may_be_place(token: Token) -> bool:
    """Whether an unknown word can be a town: not a plural, or with a town's ending."""
    if vocab.is_town(token.text):
        return vocab.NAMELIKE in token.tags
    return vocab.PLAIN in token.tags and not token.lower.endswith(_PLURAL_ENDS)


_PLURAL_ENDS = ("en", "ern", "eln", "ien", "er", "ismus")


def _may_be_surname(token: Token) -> bool:
    """Whether a word right behind a title is a last name: no genitive of a place."""
    barred = {vocab.COMMON, vocab.FUNCTION, vocab.ABSTRACT, vocab.BODY, vocab.ADJECTIVE}
    if not {vocab.NAMELIKE, vocab.COMPOUND} & token.tags or barred & token.tags:
        return False
    if PLACE not in token.tags:
        return ORGANISATION not in token.tags
    genitive = token.text.endswith("s") or token.text in country_forms()
    return not genitive and capitals().get(token.text) is None


def _begins_initial(tokens: Tokens, at: int) -> bool:
    """Whether a letter can be an initial: not the second one of "z.B."."""
    if at >= len(tokens) or tokens[at].spaced or at < 2:
        return True
    return tokens[at - 2].text.isupper() and len(tokens[at - 2].text) == 1


def is_movement(token: Token) -> bool:
    """Whether a body is a party, union, front or council."""
    ends = ("partei", "union", "front", "bund", "liga", "rat", "allianz", "bewegung")
    return token.lower.endswith(ends)
