"""How much speaks for two events being one happening: weights in one table."""

from __future__ import annotations

from dataclasses import dataclass

from chronist.linking import features, retelling
from chronist.linking.features import Feature
from chronist.linking.happenings import Happening

WEIGHTS: tuple[tuple[Feature, float, str], ...] = (
    (features.same_type, 1.5, "needed, but weak: a story repeats its types"),
    (features.shared_parties, 3.0, "who did it is what readers recognise it by"),
    (features.swapped_roles, 3.0, "A accuses B is not B accuses A"),
    (features.other_parties, 2.5, "sanctions on two countries of one day are two"),
    (features.alike_parties, 0.9, "police and demonstrators are everywhere"),
    (features.same_place, 1.0, "often left out"),
    (
        features.other_place,
        2.0,
        "weaker than it looks: a suburb and its city differ too",
    ),
    (features.same_time, 3.0, "the day; a common month says far less"),
    (features.election_day, 1.0, "two votes on one day are rare, two places tell them"),
    (features.near_reports, 1.2, "news is told while it is new"),
    (features.same_word, 1.5, "the paper's choice of word varies"),
    (features.same_subject, 1.5, "tells two agreements of one day apart"),
    (features.one_report, 1.0, "a report seldom tells the same thing twice"),
    (features.same_print, 8.0, "a copy tells what its original tells"),
    (features.denied_or_not, 1.5, "may be a denial, more often another matter"),
    (retelling.one_clause, 5.2, '"verhängten Sanktionen" is one act of two words'),
    (retelling.told_again, 3.7, "a definite article takes up what was told before"),
    (retelling.goes_on, 3.9, "two meetings of the same people in a row are rare"),
    (retelling.put_off, 2.5, "a date that slips is news of the same thing"),
    (retelling.the_one_vote, 2.0, "a country votes seldom"),
)
"""Feature, weight, reason."""
THRESHOLD = 5.6
"""Pairs from this score on are joined."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A compared pair with what each feature contributed (zeros left out)."""

    first: str
    second: str
    total: float
    parts: tuple[tuple[str, float], ...]


def score(first: Happening, second: Happening) -> Scored:
    """Compare two events by all features."""
    parts = []
    for feature, weight, _reason in WEIGHTS:
        value = feature(first, second) * weight
        if value:
            parts.append((feature.__name__, round(value, 3)))
    total = round(sum(value for _, value in parts), 3)
    low, high = sorted((first.id, second.id))
    return Scored(low, high, total, tuple(parts))


_DOCS = {feature.__name__: feature.__doc__ or "" for feature, _, _ in WEIGHTS}


def says(name: str) -> tuple[str, str]:
    """Return a feature's sentence in German and English."""
    de, _, en = _DOCS.get(name, name).strip().removesuffix(".").partition(" | ")
    return de, en
