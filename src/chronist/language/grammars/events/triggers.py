"""Does this word tell an event here, and of which type? One small decision.

How often a word told an event in the annotated corpus, and what stands around it,
add up to a chance; a word is taken where that chance, times the share of its
likeliest type, passes a threshold chosen by cross-validation on the corpus.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronist.language.grammars.events.context import signs
from chronist.language.grammars.events.parse import Parse, parse_of
from chronist.language.grammars.events.phrases import word_at
from chronist.language.grammars.events.setting import Setting
from chronist.language.grammars.events.words import EventWord
from chronist.lexica.load import load_table
from chronist.model.event import EventType

TypeShares = Mapping[EventType, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listed word where it stands; ``chance`` that it tells an event here."""

    setting: Setting
    index: int
    word: EventWord
    chance: float
    types: TypeShares
    """Share of each type among the events this word tells; sums to 1."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event of a type."""

    setting: Setting
    index: int
    word: EventWord
    type: EventType
    chance: float


_PRIOR_WEIGHT = 3.0
"""How many occurrences the list alone is worth against counts (cross-validated)."""


_LIST_WEIGHT = 5.0
"""How many events the lists are worth against counts of types (cross-validated)."""


def find_triggers(settings: Sequence[Setting]) -> tuple[Trigger, ...]:
    """Return the triggers of a report, in order."""
    candidates = [c for s in settings for c in candidates_of(s)]
    tenor = tenor_of(candidates)
    threshold = float(load_table("events/decision")["threshold"])
    return tuple(t for c in candidates if (t := _decide(c, tenor)).chance >= threshold)


def candidates_of(setting: Setting) -> list[Candidate]:
    """Return every listed word of a sentence with its chances."""
    words = [(i, word_at(setting, i)) for i in range(len(setting.tokens))]
    listed = [(index, word) for index, word in words if word is not None]
    if not listed:
        return []
    parse = parse_of(setting)
    return [
        Candidate(
            setting,
            index,
            word,
            _sigmoid(_score(setting, parse, index, word)),
            type_shares(word),
        )
        for index, word in listed
    ]


def _score(setting: Setting, parse: Parse, index: int, word: EventWord) -> float:
    weights = _sign_weights()
    share = word_share(word)
    total = weights["word"] * math.log(share / (1 - share)) + weights["all"]
    found = signs(setting, parse, index, word)
    return total + sum(weights.get(sign, 0.0) for sign in found)


@cache
def _sign_weights() -> Mapping[str, float]:
    return dict(load_table("events/context"))


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


@cache
def word_share(word: EventWord) -> float:
    """Return the smoothed share of a word's occurrences that tell an event."""
    prior = float(load_table("events/decision")[str(word.kind)])
    return smoothed_share(load_table("events/counted").get(word.key), prior)


def counts_of_word(word: EventWord) -> tuple[int, int]:
    """Return how often a word told an event in the corpus, and how often it stood."""
    counts = load_table("events/counted").get(word.key, {})
    seen = int(counts.get("seen", 0))
    return sum(counts.values()) - seen, seen


def smoothed_share(counts: Mapping[str, int] | None, prior: float) -> float:
    """Return (told + prior) / (seen + prior weight); never 0 or 1."""
    told = sum(n for name, n in (counts or {}).items() if name != "seen")
    seen = (counts or {}).get("seen", 0)
    return (told + _PRIOR_WEIGHT * prior) / (seen + _PRIOR_WEIGHT)


@cache
def type_shares(word: EventWord) -> TypeShares:
    """Return the smoothed share of each type among the events a word tells."""
    return smoothed_types(word.types, load_table("events/counted").get(word.key))


def smoothed_types(
    listed: Sequence[EventType], counts: Mapping[str, int] | None
) -> TypeShares:
    """Return counts plus the list's weight, split over the listed types, as shares."""
    found = {kind: _LIST_WEIGHT / len(listed) for kind in listed}
    for name, number in (counts or {}).items():
        if name != "seen":
            kind = EventType(name)
            found[kind] = found.get(kind, 0.0) + number
    total = sum(found.values())
    return {kind: number / total for kind, number in sorted(found.items())}


def tenor_of(candidates: Sequence[Candidate]) -> TypeShares:
    """Return what a report tells of on the whole: expected share of each type."""
    mass: defaultdict[EventType, float] = defaultdict(float)
    for candidate in candidates:
        for kind, share in candidate.types.items():
            mass[kind] += candidate.chance * share
    total = sum(mass.values())
    return {kind: mass[kind] / total for kind in mass} if total else {}


_TENOR_FLOOR = 0.05
"""Share a type counts for although the report does not speak of it (cross-validated)."""


def _decide(candidate: Candidate, tenor: TypeShares) -> Trigger:
    kind, share = best_type(candidate.types, tenor)
    chance = candidate.chance * share
    return Trigger(candidate.setting, candidate.index, candidate.word, kind, chance)


def best_type(types: TypeShares, tenor: TypeShares) -> tuple[EventType, float]:
    """Return the likeliest type in a report of this tenor, and its share."""
    scored = {k: s * (tenor.get(k, 0.0) + _TENOR_FLOOR) for k, s in types.items()}
    best = max(scored, key=lambda kind: (scored[kind], kind))
    return best, scored[best] / sum(scored.values())
