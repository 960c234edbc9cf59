"""Which words can tell an event, and of which types: the lists in resources/de/events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from chronist.language.tokens import Token
from chronist.lexica.load import (
    load_counter_words,
    load_lemmas,
    load_verbs,
    verb_tags,
)
from chronist.model.event import EventType


class WordKind(StrEnum):
    """How a word tells an event."""

    VERB = "verb"
    PARTICIPLE = "participle"
    """With an adjective's ending: "die geplante", "der festgenommene"."""
    NOUN = "noun"
    COMPOUND = "compound"
    """A compound whose last part is on a list: "Krisentreffen"."""
    PHRASE = "phrase"
    """A verb with the words it needs: "in Kraft treten"."""


@dataclass(frozen=True, slots=True)
class EventWord:
    """A word of the lists: ``key`` names it in the table of counts.

    Keys are the infinitive of verbs ("treffen"), the noun ("Treffen"), and the noun
    behind a hyphen for the end of compounds ("-Treffen").
    """

    key: str
    kind: WordKind
    types: tuple[EventType, ...]


_ENDINGS = ("en", "em", "er", "es", "e")
_LEAST_HEAD = 4
_CACHED_WORDS = 65_536
"""A pile of thousands of reports has fewer different words than this."""


def event_word(token: Token) -> EventWord | None:
    """Return what the lists say about a token, or None if no list holds it.

    Verbs must have been settled (``morphology.settle_verbs``).
    """
    if token.is_capitalised:
        noun = _noun(token.lower)
        if noun is not None or not token.verb:
            return noun
    if token.verb:
        return _verb(token.lemma) or _first_listed(token)
    return None if token.is_capitalised else _attribute(token.lower)


def _first_listed(token: Token) -> EventWord | None:
    """Take another reading of an ambiguous form, if that one is listed."""
    found = (_verb(r.lemma) for r in token.verb if r.form == "pp" or len(r.lemma) > 4)
    return next((word for word in found if word is not None), None)


@lru_cache(maxsize=_CACHED_WORDS)
def _verb(lemma: str) -> EventWord | None:
    types = tuple(_types_of(verb_tags(lemma), "verbs"))
    return EventWord(lemma, WordKind.VERB, types) if types else None


def _types_of(tags: frozenset[str], kind: str) -> Iterator[EventType]:
    for tag in sorted(tags):
        field, _, rest = tag.partition("/")
        name, _, what = rest.partition("/")
        if field == "events" and what == kind:
            yield EventType(name.upper())


@lru_cache(maxsize=_CACHED_WORDS)
def _noun(lower: str) -> EventWord | None:
    whole = _nouns().get(lower)
    if whole is not None:
        return EventWord(whole.key, WordKind.NOUN, whole.types)
    for start in range(2, len(lower) - _LEAST_HEAD + 1):
        head = _nouns().get(lower[start:])
        if head is not None:
            types = tuple(t for t in head.types if lower not in _counter_words(t))
            return (
                EventWord(f"-{head.key}", WordKind.COMPOUND, types) if types else None
            )
    return None


@cache
def _nouns() -> Mapping[str, EventWord]:
    found: dict[str, EventWord] = {}
    for kind in EventType:
        for form, noun in load_lemmas(f"events/{kind.lower()}/nouns").items():
            types = found[form].types if form in found else ()
            found[form] = EventWord(noun, WordKind.NOUN, (*types, kind))
    return found


@cache
def _counter_words(kind: EventType) -> frozenset[str]:
    return load_counter_words(f"events/{kind.lower()}/nouns")


@lru_cache(maxsize=_CACHED_WORDS)
def _attribute(lower: str) -> EventWord | None:
    """Read "festgenommenen" as festnehmen."""
    for bare in _bare_forms(lower):
        for reading in load_verbs().get(bare, ()):
            if reading.form in ("pp", "inf"):
                verb = _verb(reading.lemma)
                if verb is not None and verb.key not in _NAMING:
                    return EventWord(verb.key, WordKind.PARTICIPLE, verb.types)
    return None


_NAMING = frozenset(("bezeichnen", "nennen"))
"""Verbs whose participle only says what somebody is called: "der so genannte"."""


def _bare_forms(lower: str) -> Iterator[str]:
    yield lower
    for ending in _ENDINGS:
        if lower.endswith(ending):
            bare = lower.removesuffix(ending)
            yield bare
            if bare.endswith("end"):
                yield bare.removesuffix("d")
