"""The noun of a headline: the reports' own, that of their verb, or the type's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from chronist.lexica.load import load_table, load_verbs, separable_verbs
from chronist.linking.nominative import nominative_noun
from chronist.model.event import Event, EventType

_CLAUSE_END = re.compile(r"[,;.:!?–]")
_WIDE = frozenset({EventType.OTHER, EventType.BUSINESS})
"""Types too wide for one word: there the reports' own verb stands beside it."""


def noun_of(kind: EventType, events: Sequence[Event]) -> str:
    """Return the noun most reports use, else that of their verb, else the type's."""
    own = Counter(n for e in events if (n := own_noun(e)) is not None)
    if own:
        return min(own, key=lambda n: (-own[n], -len(n), n))
    made = Counter(n for e in events if (n := _noun_of_verb(e)) is not None)
    if made:
        return min(made, key=lambda n: (-made[n], n))
    plain = str(_types()[kind.value]["noun"])
    if kind not in _WIDE:
        return plain
    verbs = Counter(e.trigger.text for e in events)
    return f"{plain} („{min(verbs, key=lambda v: (-verbs[v], v))}“)"


def follows(kind: EventType, noun: str) -> tuple[str, str] | None:
    """Return preposition and case by which the one concerned follows the noun."""
    of_type = _types()[kind.value]
    if noun == of_type["noun"]:
        return _pair(of_type.get("follows"))
    small = noun.casefold()
    ends = [end for end in _takes() if small.endswith(end)]
    return _pair(_takes()[max(ends, key=len)]) if ends else None


def own_noun(event: Event) -> str | None:
    """Return the trigger in the nominative if it is a noun."""
    word = event.trigger.text
    start = event.trigger.start - event.sentence.start
    if not word[:1].isupper() or " " in word:
        return None
    if start == 0 and word.casefold() in load_verbs():
        return None
    return nominative_noun(word, event.sentence.text[:start])


def _noun_of_verb(event: Event) -> str | None:
    """Return the noun of the trigger's verb, where one is listed for the type."""
    for lemma in _lemmas(event):
        found = _verbs().get(lemma)
        if isinstance(found, str):
            return found
        if found is not None and event.type.value in found:
            return str(found[event.type.value])
    return None


def _lemmas(event: Event) -> Iterator[str]:
    """Yield the verb the trigger may be: with the particle the clause ends on first."""
    for reading in load_verbs().get(event.trigger.text.casefold(), ()):
        if reading.finite:
            rest = event.sentence.text[event.trigger.end - event.sentence.start :]
            last = _CLAUSE_END.split(rest, maxsplit=1)[0].split()[-1:]
            particles = separable_verbs().get(reading.lemma, frozenset())
            yield from (word + reading.lemma for word in last if word in particles)
        yield reading.lemma


def _pair(found: Sequence[str] | None) -> tuple[str, str] | None:
    return (found[0], found[1]) if found else None


@cache
def _verbs() -> Mapping[str, Any]:
    return load_table("linking/verb_nouns")


@cache
def _types() -> Mapping[str, Mapping[str, Any]]:
    return load_table("linking/type_nouns")


@cache
def _takes() -> Mapping[str, Sequence[str]]:
    return load_table("linking/noun_takes")
