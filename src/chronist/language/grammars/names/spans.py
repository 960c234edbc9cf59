"""Candidate names of a report: what the rules find, and last names seen again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronist.language.grammars.names import vocabulary as vocab
from chronist.language.grammars.names.countries import capitals
from chronist.language.grammars.names.gazetteer import Entry, gazetteer
from chronist.language.grammars.names.reading import NameReading
from chronist.language.grammars.names.rules import RULE_SET
from chronist.language.grammars.names.stems import base_of, sign
from chronist.language.tokens import Sentence, Token, TokenizedReport
from chronist.model.actor import ActorKind


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in a sentence; ``title`` is the token index of a title before it, or -1."""

    sentence: int
    start: int
    end: int
    """Token indexes, ``end`` excluded."""
    kind: ActorKind
    rule: str
    entries: tuple[Entry, ...]
    title: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its classified tokens."""

    sentence: Sentence
    tokens: tuple[Token, ...]

    def words(self, start: int, end: int) -> str:
        """Return the words of a stretch, joined by blanks."""
        return " ".join(t.text for t in self.tokens[start:end])


def lines_of(tokenized: TokenizedReport) -> tuple[Line, ...]:
    """Return the sentences with what each word can be in a name."""
    return tuple(
        Line(s, tuple(vocab.classified(s.tokens))) for s in tokenized.sentences
    )


def find_names(lines: Sequence[Line]) -> list[NameSpan]:
    """Return the names of a report in reading order, without overlaps."""
    found = [
        span
        for line in lines
        for span in _read(line)
        if not _inside_description(line, span)
    ]
    found = [_acting_capital(lines, s) for s in _persons_not_places(lines, found)]
    found += _again(lines, found)
    return sorted(found, key=lambda s: (s.sentence, s.start))


def _read(line: Line) -> list[NameSpan]:
    return [
        NameSpan(
            line.sentence.index,
            f.value.start,
            f.value.end,
            f.value.kind,
            f.rule.id,
            f.value.entries or _entries(line, f.value),
            f.value.function,
        )
        for f in RULE_SET.read(line.tokens)
    ]


def _entries(line: Line, reading: NameReading) -> tuple[Entry, ...]:
    """Return what is known of a name that a rule found without the list."""
    for end, entries in gazetteer().longest(line.tokens, reading.start):
        if end == reading.end:
            return tuple(e for e in entries if e.kind is reading.kind)
    return ()


def _inside_description(line: Line, span: NameSpan) -> bool:
    """Whether a city only says which court or authority is meant ("Landgericht Köln")."""
    if span.kind is not ActorKind.PLACE or span.start == 0:
        return False
    before = line.tokens[span.start - 1].text
    return base_of(before, sign("body_of_place")) is not None


def _acting_capital(lines: Sequence[Line], span: NameSpan) -> NameSpan:
    """Return a capital with its own reason where it is the subject of a verb."""
    tokens = lines[span.sentence].tokens
    capital = capitals().get(" ".join(t.text for t in tokens[span.start : span.end]))
    if capital is None or span.kind is not ActorKind.PLACE or span.end >= len(tokens):
        return span
    before = tokens[span.start - 1].lower if span.start else ""
    acts = any(r.finite for r in tokens[span.end].verb) and before in _SUBJECT_BEHIND
    return replace(span, rule="de.names.capital_acts") if acts else span


_SUBJECT_BEHIND = frozenset(("", "dass", "und", "aber", "doch", "denn", "„", ":", "–"))
_SHORT = 4
"""A last name this short keeps its final s: it is rarely a genitive."""
_AGAIN = "de.names.last_name_again"
_CARRIED = frozenset(
    ("de.names.place_sign", "de.names.place_behind_preposition", "de.names.legal_form")
)


def _again(lines: Sequence[Line], found: Sequence[NameSpan]) -> list[NameSpan]:
    """Return last names of persons, and unknown places, where they stand alone."""
    known = _last_words(lines, found)
    taken = {(s.sentence, i) for s in found for i in range(s.start, s.end)}
    again: list[NameSpan] = []
    for line in lines:
        for index, token in enumerate(line.tokens):
            if not token.is_capitalised or (line.sentence.index, index) in taken:
                continue
            kind = known.get(token.text) or known.get(token.text.removesuffix("s"))
            if kind is None or _is_noun_here(line.tokens, index):
                continue
            again.append(
                NameSpan(line.sentence.index, index, index + 1, kind, _AGAIN, ())
            )
    return again


def _persons_not_places(
    lines: Sequence[Line], found: Sequence[NameSpan]
) -> list[NameSpan]:
    """Return the names with towns turned into the person of the report whose last
    name they are, except behind a preposition of place."""
    known = _last_words(
        lines, [s for s in found if s.end - s.start > 1 or s.title >= 0]
    )
    return [
        replace(span, kind=ActorKind.PERSON, rule=_AGAIN, entries=())
        if _is_last_name(lines, span, known)
        else span
        for span in found
    ]


def _is_last_name(
    lines: Sequence[Line], span: NameSpan, known: dict[str, ActorKind]
) -> bool:
    if span.rule != "de.names.listed_place" or span.end - span.start > 1:
        return False
    if span.entries and (span.entries[0].known or "").startswith("country:"):
        return False
    tokens = lines[span.sentence].tokens
    word = tokens[span.start].text
    before = tokens[span.start - 1].lower if span.start else ""
    kind = known.get(word) or known.get(word.removesuffix("s"))
    return kind is ActorKind.PERSON and before not in sign("place_before")


def _last_words(
    lines: Sequence[Line], found: Sequence[NameSpan]
) -> dict[str, ActorKind]:
    known: dict[str, ActorKind] = {}
    for span in found:
        last = lines[span.sentence].tokens[span.end - 1]
        if (span.kind is ActorKind.PERSON and len(last.text) > 2) or (
            span.rule in _CARRIED and span.end - span.start == 1
        ):
            known.setdefault(last.text, span.kind)
    return known


def _is_noun_here(tokens: Sequence[Token], index: int) -> bool:
    """Whether a last name that is also a noun stands as the noun ("der Koch")."""
    if vocab.NAME_CLASSES.isdisjoint(tokens[index].tags - {vocab.PLAIN}):
        return False
    if vocab.PLAIN in tokens[index].tags or vocab.GIVEN in tokens[index].tags:
        return False
    return index == 0 or tokens[index - 1].lower in _ARTICLES


_ARTICLES = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einer",
        "eines",
        "einem",
        "einen",
        "jeder",
        "kein",
        "zum",
        "zur",
    ]
)
