"""Reports that print one text: exact copies, near copies, shortened and re-headed ones.

A fingerprint holds the hashed word shingles of the story (not title, place line or
furniture) and a MinHash over them. Bands of the MinHash find candidates; exact
Jaccard similarity and containment decide. Whether two reports are copies depends on
their two fingerprints alone, so groups are the same in any order and for any way of
adding reports one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Protocol

import numpy as np
from datasketch import MinHash  # type: ignore[import-untyped]

from chronist.model.derivation import Derivation
from chronist.model.report import DuplicateGroup, Report

SHINGLE_WORDS = 4
LEAST_SIMILARITY = 0.4
"""Wikinews corpus, all pairs of 1247 reports: the 22 pairs marked ``near_duplicate_of``
lie at 0.87 to 1.0, the nearest two different reports at 0.27 (containment 0.60); with
these limits precision and recall are 22 of 22."""
LEAST_CONTAINMENT = 0.7
"""Share of the shorter story's shingles that the longer one holds. Of 152 reports cut
to their first 40 %, all were found as they are, 90 % with every twentieth word changed."""
LEAST_CONTAINED = 30
"""Shingles a shortened copy must have: two shared sentences are background, no copy."""
_BANDS, _ROWS = 48, 2
"""Finds pairs of similarity 0.2 with 86 %, 0.3 with 98.9 %, 0.4 with 99.98 %, and takes
unrelated ones (0.01) for candidates in 0.5 % of the cases."""
_WORD = re.compile(r"\d+(?:[.,' ]\d{3})*|\w+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a report to find its copies: no words, only hashes and facts.

    ``shingles`` are sorted hashes of eight bytes each; ``length`` counts words.
    """

    report: str
    shingles: bytes
    buckets: tuple[int, ...]
    agency: str | None
    published: date | None
    length: int


class Known(Protocol):
    """Fingerprints kept from before."""

    def sharing(self, buckets: Iterable[int]) -> Iterable[Fingerprint]:
        """Return the fingerprints that have at least one of the buckets."""
        ...


class FingerprintIndex:
    """Fingerprints in memory, found by bucket."""

    def __init__(self, fingerprints: Iterable[Fingerprint] = ()) -> None:
        """Index the given fingerprints; a later one replaces one of the same report."""
        self._by_id: dict[str, Fingerprint] = {}
        self._by_bucket: dict[int, list[str]] = {}
        for one in fingerprints:
            self.add(one)

    def add(self, one: Fingerprint) -> None:
        """Add a fingerprint."""
        if one.report not in self._by_id:
            for bucket in one.buckets:
                self._by_bucket.setdefault(bucket, []).append(one.report)
        self._by_id[one.report] = one

    def sharing(self, buckets: Iterable[int]) -> Iterable[Fingerprint]:
        """Return the fingerprints that have at least one of the buckets."""
        names = {n for bucket in buckets for n in self._by_bucket.get(bucket, ())}
        return [self._by_id[name] for name in sorted(names)]


def fingerprint(report: Report) -> Fingerprint:
    """Return the fingerprint of a report's story."""
    words = _story_words(report)
    shingles = _shingles(words)
    published = report.published
    day = None
    if published is not None:
        day = published.best or (
            published.when.earliest if published.when.is_bounded else None
        )
    return Fingerprint(
        report=report.id,
        shingles=np.array(sorted(shingles), dtype=">u8").tobytes(),
        buckets=_buckets(shingles),
        agency=report.agency,
        published=day,
        length=len(words),
    )


def group_duplicates(
    reports: Sequence[Report], known: Known | None = None
) -> tuple[DuplicateGroup, ...]:
    """Return the groups of copies that the reports belong to, in order of their origins.

    ``known`` holds the fingerprints of earlier reports; groups then may contain those
    too, and groups that none of ``reports`` touches are not returned.
    """
    return group_fingerprints([fingerprint(report) for report in reports], known)


def group_fingerprints(
    fingerprints: Iterable[Fingerprint], known: Known | None = None
) -> tuple[DuplicateGroup, ...]:
    """Return the groups of copies that the fingerprints belong to."""
    given = {one.report: one for one in fingerprints}
    neighbours = _Neighbours(given.values(), known or FingerprintIndex())
    groups: list[DuplicateGroup] = []
    seen: set[str] = set()
    for one in sorted(given.values(), key=lambda f: f.report):
        if one.report not in seen:
            component = neighbours.component(one)
            seen.update(component)
            groups += _split(component)
    return tuple(sorted(groups, key=lambda g: g.origin))


class _Neighbours:
    """The graph of copies around some reports, looked up as it is walked."""

    def __init__(self, given: Iterable[Fingerprint], known: Known) -> None:
        self._given = FingerprintIndex(given)
        self._known = known

    def component(self, start: Fingerprint) -> dict[str, Fingerprint]:
        """Return all reports that copies of copies connect with ``start``."""
        found = {start.report: start}
        waiting = [start]
        while waiting:
            one = waiting.pop()
            for other in self._near(one):
                if other.report not in found and _copied(one, other):
                    found[other.report] = other
                    waiting.append(other)
        return found

    def _near(self, one: Fingerprint) -> list[Fingerprint]:
        """Return candidates; of a report known from before, the given print counts."""
        near = {f.report: f for f in self._known.sharing(one.buckets)}
        near.update({f.report: f for f in self._given.sharing(one.buckets)})
        return list(near.values())


def _split(component: Mapping[str, Fingerprint]) -> list[DuplicateGroup]:
    """Return the groups of a component: origin and what copies it, then the rest.

    A chain of copies may end in a text that shares nothing with its beginning; such
    members are compared again among themselves.
    """
    groups = []
    rest = sorted(component.values(), key=_originality)
    while len(rest) > 1:
        origin, *others = rest
        copies = [other for other in others if _copied(origin, other)]
        if copies:
            groups.append(_group(origin, copies))
        rest = [other for other in others if other not in copies]
    return groups


def _originality(one: Fingerprint) -> tuple[date, int, str]:
    """Order of likely origins: the earliest, then the longest, then the smallest id."""
    return one.published or date.max, -one.length, one.report


def _group(origin: Fingerprint, copies: Sequence[Fingerprint]) -> DuplicateGroup:
    members = [origin, *copies]
    agencies = sorted({one.agency for one in members if one.agency})
    agency = origin.agency or (agencies[0] if agencies else None)
    overlaps = [_overlap(origin, copy) for copy in copies]
    similar = min(overlap.similarity for overlap in overlaps)
    contained = min(overlap.containment for overlap in overlaps)
    why = Derivation(
        "report.copies",
        f"Von den Wortfolgen der Texte stimmen mindestens {similar:.0%} überein;"
        f" von jeder kürzeren Fassung stehen mindestens {contained:.0%} im Ursprung.",
        f"At least {similar:.0%} of the word sequences of the texts agree;"
        f" at least {contained:.0%} of each shorter print stands in the origin.",
    )
    names = tuple(sorted(one.report for one in copies))
    return DuplicateGroup(origin.report, names, agency, why)


def _copied(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one of the two prints the other's text, whole or shortened."""
    overlap = _overlap(one, other)
    if overlap.similarity >= LEAST_SIMILARITY:
        return True
    return (
        overlap.shorter >= LEAST_CONTAINED and overlap.containment >= LEAST_CONTAINMENT
    )


@dataclass(frozen=True, slots=True)
class _Overlap:
    """Numbers of shingles: in both texts, in either, in the shorter one."""

    common: int
    union: int
    shorter: int

    @property
    def similarity(self) -> float:
        return self.common / self.union if self.union else 0.0

    @property
    def containment(self) -> float:
        return self.common / self.shorter if self.shorter else 0.0


def _overlap(one: Fingerprint, other: Fingerprint) -> _Overlap:
    first = np.frombuffer(one.shingles, dtype=">u8")
    second = np.frombuffer(other.shingles, dtype=">u8")
    common = int(np.intersect1d(first, second, assume_unique=True).size)
    shorter = min(first.size, second.size)
    return _Overlap(common, first.size + second.size - common, shorter)


def _story_words(report: Report) -> list[str]:
    words: list[str] = []
    for segment in report.story_segments():
        text = report.text[segment.start : segment.end].casefold().replace("ß", "ss")
        words += (re.sub(r"[., ']", "", word) for word in _WORD.findall(text))
    return words


def _shingles(words: Sequence[str]) -> frozenset[int]:
    """Return the hashes of all runs of words; a text shorter than one run is one."""
    runs = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    return frozenset(_hash(" ".join(words[i : i + SHINGLE_WORDS])) for i in range(runs))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=7).digest(), "big")


def _buckets(shingles: frozenset[int]) -> tuple[int, ...]:
    """Return one bucket per band of the MinHash; equal bands share a bucket."""
    if not shingles:
        return ()
    sketch = MinHash(
        num_perm=_BANDS * _ROWS, seed=1, hashfunc=_low_bits, scheme="affine32"
    )
    sketch.update_batch(sorted(shingles))
    bands = np.asarray(sketch.hashvalues, dtype=np.uint64).reshape(_BANDS, _ROWS)
    return tuple(
        _hash(f"{number}:{':'.join(map(str, band.tolist()))}")
        for number, band in enumerate(bands)
    )


def _low_bits(shingle: int) -> int:
    return shingle & 0xFFFFFFFF
