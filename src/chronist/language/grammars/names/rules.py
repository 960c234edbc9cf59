"""Rules that find names. Order is priority among matches of equal length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from chronist.language.grammar.match import RuleSet
from chronist.language.grammar.pattern import (
    One,
    Pattern,
    Step,
    anyof,
    at_start,
    capture,
    lexicon,
    mark,
    not_after,
    not_ahead,
    optional,
    seq,
    some,
    word,
)
from chronist.language.grammar.rule import Match, Rule
from chronist.language.grammars.names import vocabulary as vocab
from chronist.language.grammars.names.gazetteer import Entry, gazetteer
from chronist.language.grammars.names.reading import NameReading
from chronist.language.tokens import Token
from chronist.model.actor import ActorKind

Tokens = Sequence[Token]
QUOTES = '„“”"»«‚‘›‹'


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
    """Match a word of a list of names/signs in its case, endings allowed."""
    words = vocab.sign(name)
    return One(lambda t: t.text in words, frozenset(f"w:{w.lower()}" for w in words))


def _only(*classes: str, but: Sequence[str] = ()) -> Pattern:
    wanted, barred = frozenset(classes), frozenset(but)
    return One(
        lambda t: not wanted.isdisjoint(t.tags) and barred.isdisjoint(t.tags),
        frozenset(f"t:{c}" for c in classes),
    )


PLACE = vocab.LISTED[ActorKind.PLACE]
ORGANISATION = vocab.LISTED[ActorKind.ORGANISATION]
given = lexicon(vocab.GIVEN)
initial = seq(lexicon(vocab.INITIAL), mark("."))
forename = anyof(given, initial)
particles = some(signed("particle"), 1, 2)
plain = _only(vocab.PLAIN)
surname_alone = _only(vocab.PLAIN, vocab.COMPOUND, but=(vocab.COMMON, vocab.FUNCTION))
surname = anyof(
    _only(
        vocab.PLAIN,
        vocab.COMPOUND,
        vocab.GIVEN,
        vocab.FUNCTION,
        vocab.LISTED[ActorKind.PERSON],
        vocab.COMMON,
        PLACE,
        ORGANISATION,
        vocab.ADJECTIVE,
    ),
)
academic = seq(signed("academic"), optional(mark(".")))


def _named(kind: ActorKind) -> Callable[[Match], NameReading | None]:
    """Return a maker of readings from the part captured as ``name``."""

    def produce(match: Match) -> NameReading | None:
        return _reading(match, kind, ())

    return produce


def _reading(
    match: Match, kind: ActorKind, entries: tuple[Entry, ...]
) -> NameReading | None:
    part = next((c for c in match.captures if c.name == "name"), None)
    start, end = (part.start, part.end) if part else (match.start, match.end)
    function = next((c.start for c in match.captures if c.name == "function"), -1)
    return NameReading(kind, start, end, entries, function)


def _listed(kind: ActorKind) -> Callable[[Match], NameReading | None]:
    def produce(match: Match) -> NameReading | None:
        for end, entries in gazetteer().longest(match.tokens, match.start):
            if end == match.end:
                fitting = tuple(e for e in entries if e.kind is kind)
                if fitting and _has_sign(match, fitting[0]):
                    return _reading(match, kind, fitting)
        return None

    return produce


def _has_sign(match: Match, entry: Entry) -> bool:
    """Whether a name that is also a common word stands where it must be a name."""
    if not entry.quoted or match.end - match.start > 1:
        return True
    before = match.tokens[match.start - 1].text if match.start else ""
    if entry.kind is ActorKind.PLACE:
        return before in vocab.sign("place_before") or before in vocab.sign(
            "place_noun"
        )
    after = match.tokens[match.end].text if match.end < len(match.tokens) else ""
    return (before in QUOTES and before != "" and after in QUOTES) or (
        vocab.base_of(before, _PRESS) is not None if before else False
    )


_PRESS = frozenset(
    ("Zeitung", "Magazin", "Zeitschrift", "Nachrichtenmagazin", "Tageszeitung", "Blatt",
     "Boulevardzeitung", "Wochenzeitung", "Sender", "Boulevardblatt")
)  # fmt: skip


def _person_name(match: Match) -> NameReading | None:
    """A given name and what follows; the last word must be able to be a last name."""
    reading = _reading(match, ActorKind.PERSON, ())
    if reading is None:
        return None
    last = match.tokens[reading.end - 1]
    barred = {vocab.COMMON, vocab.ADJECTIVE} & last.tags
    if barred and vocab.FUNCTION not in last.tags and vocab.GIVEN not in last.tags:
        return None
    return reading


_PERSON = capture(
    "name",
    anyof(
        seq(some(forename, 1, 3), optional(particles), surname, optional(plain)),
        seq(some(forename, 1, 3), optional(particles), surname),
    ),
)
_BEHIND_TITLE = capture(
    "name",
    anyof(
        seq(some(forename, 1, 3), optional(particles), surname, optional(plain)),
        seq(plain, plain, optional(plain)),
        seq(plain, particles, plain),
        seq(optional(particles), surname_alone),
        seq(given, not_ahead(surname)),
    ),
)
RULES: tuple[Rule[NameReading], ...] = (
    Rule(
        id="de.names.listed_person",
        de="Eine bekannte Person bei ihrem Namen.",
        en="A well-known person by name.",
        pattern=Listed(ActorKind.PERSON),
        produces=_listed(ActorKind.PERSON),
    ),
    Rule(
        id="de.names.listed_organisation",
        de="Eine bekannte Organisation, Partei oder Zeitung bei ihrem Namen.",
        en="A known organisation, party or newspaper by name.",
        pattern=Listed(ActorKind.ORGANISATION),
        produces=_listed(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.listed_place",
        de="Ein bekannter Ort oder Staat bei seinem Namen.",
        en="A known place or country by name.",
        pattern=Listed(ActorKind.PLACE),
        produces=_listed(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.listed_thing",
        de="Ein bekanntes Ereignis, Werk oder Erzeugnis bei seinem Namen.",
        en="A known event, work or product by name.",
        pattern=Listed(ActorKind.OTHER),
        produces=_listed(ActorKind.OTHER),
    ),
    Rule(
        id="de.names.full_name",
        de="Vorname und Nachname nebeneinander.",
        en="A given name and a last name side by side.",
        pattern=_PERSON,
        produces=_person_name,
    ),
    Rule(
        id="de.names.title_name",
        de="Ein Name gleich hinter einem Amt, Titel oder Beruf.",
        en="A name right behind an office, title or trade.",
        pattern=seq(
            capture("function", lexicon(vocab.FUNCTION)),
            optional(some(academic, 1, 3)),
            _BEHIND_TITLE,
        ),
        produces=_person_name,
    ),
    Rule(
        id="de.names.academic_name",
        de="Ein Name hinter Herr, Frau, Dr. oder Professor.",
        en="A name behind Herr, Frau, Dr. or Professor.",
        pattern=seq(some(academic, 1, 3), _BEHIND_TITLE),
        produces=_person_name,
    ),
    Rule(
        id="de.names.foreign_name",
        de="Zwei oder drei großgeschriebene Wörter nebeneinander, die keine deutschen Wörter sind.",
        en="Two or three capitalised words side by side that are no German words.",
        pattern=seq(not_after(word(*QUOTES)), capture("name", some(plain, 2, 3))),
        produces=_named(ActorKind.PERSON),
    ),
    Rule(
        id="de.names.legal_form",
        de="Großgeschriebene Wörter mit einer Rechtsform oder einem englischen Firmenwort.",
        en="Capitalised words with a legal form or an English company word.",
        pattern=capture(
            "name",
            seq(
                some(
                    _only(
                        vocab.PLAIN,
                        vocab.ACRONYM,
                        vocab.COMPOUND,
                        vocab.GIVEN,
                        PLACE,
                        ORGANISATION,
                    ),
                    1,
                    3,
                ),
                some(lexicon(vocab.LEGAL), 1, 2),
            ),
        ),
        produces=_named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.acronym",
        de="Eine Abkürzung aus Großbuchstaben.",
        en="An abbreviation in capital letters.",
        pattern=lexicon(vocab.ACRONYM),
        produces=_named(ActorKind.ORGANISATION),
    ),
    Rule(
        id="de.names.body",
        de="Ein großgeschriebenes Eigenschaftswort mit dem Wort für eine Körperschaft.",
        en="A capitalised adjective with the noun of a body.",
        pattern=seq(
            capture(
                "name",
                seq(some(lexicon(vocab.ADJECTIVE), 1, 2), lexicon(vocab.BODY)),
            ),
        ),
        produces=_named(ActorKind.ORGANISATION),
        unless=at_start(),
    ),
    Rule(
        id="de.names.place_sign",
        de="Ein unbekanntes Wort hinter Stadt, Provinz, Insel oder Ähnlichem.",
        en="An unknown word behind city, province, island or the like.",
        pattern=seq(lexicon(vocab.PLACE_NOUN), capture("name", some(plain, 1, 2))),
        produces=_named(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.place_behind_preposition",
        de="Ein unbekanntes Wort hinter in, aus, nach oder bei, ohne Artikel.",
        en="An unknown word behind in, from, to or near, without an article.",
        pattern=seq(signed("place_before"), capture("name", some(plain, 1, 2))),
        produces=_named(ActorKind.PLACE),
    ),
    Rule(
        id="de.names.dated_name",
        de="Ein Wort mit Jahreszahl, etwa ein Manöver oder eine Messe.",
        en="A word with a year, such as an exercise or a fair.",
        pattern=One(
            lambda t: _is_dated(t.text), frozenset((f"t:{vocab.PLAIN}", "t:+dated"))
        ),
        produces=_named(ActorKind.OTHER),
    ),
)


def _is_dated(text: str) -> bool:
    head, _, year = text.rpartition("-")
    return len(head) > 2 and head[0].isupper() and len(year) == 4 and year.isdecimal()


RULE_SET: RuleSet[NameReading] = RuleSet(RULES)
