"""The exact words a claim rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """Words of one report: ``text`` stands at ``start``–``end`` of its clean text.

    Positions are Unicode code points. Made by ``Report.cite``, so that the words
    are right by construction.
    """

    report: str
    start: int
    end: int
    text: str

    def overlaps(self, other: Citation) -> bool:
        """Whether the two share at least one character."""
        return (
            self.report == other.report
            and self.start < other.end
            and other.start < self.end
        )

    def contains(self, other: Citation) -> bool:
        """Whether ``other`` lies wholly inside."""
        return (
            self.report == other.report
            and self.start <= other.start
            and other.end <= self.end
        )
