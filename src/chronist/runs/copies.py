"""Fingerprints kept between runs: making one costs 4 ms, comparing it a tenth of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chronist.model.report import DuplicateGroup, Report
from chronist.reports.duplicates import Fingerprint, fingerprint, group_fingerprints
from chronist.store.codec import pack, unpack


def packed_fingerprint(report: Report) -> bytes:
    """Return the report's fingerprint as the store keeps it."""
    return pack(fingerprint(report), Fingerprint)


def group_packed(
    reports: Sequence[Report], packed: Sequence[bytes]
) -> tuple[DuplicateGroup, ...]:
    """Return the groups of copies; ``packed`` are the fingerprints of ``reports``."""
    pairs = zip(reports, packed, strict=True)
    return group_fingerprints(_of_today(report, kept) for report, kept in pairs)


def _of_today(report: Report, kept: bytes) -> Fingerprint:
    """Return the fingerprint with the day that is now known.

    The day is the one part that the text alone does not fix: the report's own words
    and other reports narrow it after the fingerprint was made.
    """
    dated = fingerprint(replace(report, segments=()))
    return replace(unpack(kept, Fingerprint), published=dated.published)
