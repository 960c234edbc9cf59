"""The stretches of one report while passes name them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from chronist.lexica.load import load_names
from chronist.model.report import MediaType, Segment, SegmentKind
from chronist.reports.cut import Stretch
from chronist.reports.draft import Facts
from chronist.reports.furniture import ends_sentence

_LEAST_PARAGRAPH = 80
_LONGEST_HEADING = 120
_MOST_HEADING_WORDS = 16
_INNER_STOP = re.compile(r"[a-zäöüß\d)“”\"»«][.!?][\"“”»«]?\s")
_SCORE = re.compile(r"\d\s?:\s?\d{1,3}\b(?!\sUhr)")
"""A result ("3:1") is news, however short its line."""


@cache
def _function_words() -> frozenset[str]:
    """Return small words that end no heading, but often a line broken by its width."""
    return frozenset(load_names("press/function_words"))


class Page:
    """Stretches, the kind each has so far, and the facts found on the way."""

    def __init__(
        self, stretches: tuple[Stretch, ...], facts: Facts, media_type: MediaType
    ) -> None:
        """Start with the kinds the marks gave."""
        self.stretches = stretches
        self.kinds: list[SegmentKind | None] = [s.kind for s in stretches]
        self.facts = facts
        self.media_type = media_type

    def __len__(self) -> int:
        return len(self.stretches)

    def text(self, index: int) -> str:
        """Return the words of a stretch."""
        return self.stretches[index].text

    def unnamed(self, index: int) -> bool:
        """Whether no pass has named a stretch yet; False outside the text."""
        return 0 <= index < len(self) and self.kinds[index] is None

    def is_kind(self, index: int, *kinds: SegmentKind) -> bool:
        """Whether a stretch exists and has one of the kinds."""
        return 0 <= index < len(self) and self.kinds[index] in kinds

    def name(self, index: int, kind: SegmentKind) -> None:
        """Say what a stretch is."""
        self.kinds[index] = kind

    def learn(self, **facts: str | None) -> None:
        """Keep facts that were not known before."""
        self.facts = self.facts.or_else(replace(Facts(), **facts))  # type: ignore[arg-type]

    def prose(self, index: int) -> bool:
        """Whether a stretch reads like a paragraph: long, with a full stop."""
        if not 0 <= index < len(self):
            return False
        if self.is_kind(
            index, SegmentKind.PARAGRAPH, SegmentKind.LEAD, SegmentKind.PLACE_LINE
        ):
            return True
        text = self.text(index)
        stops = ends_sentence(text) or bool(_INNER_STOP.search(text[:400]))
        return self.kinds[index] is None and len(text) >= _LEAST_PARAGRAPH and stops

    def could_head(self, index: int) -> bool:
        """Whether a stretch has the form of a heading: short, no stop, a capital."""
        if not self.unnamed(index) or len(self.text(index)) > _LONGEST_HEADING:
            return False
        text = self.text(index)
        if len(text.split()) > _MOST_HEADING_WORDS:
            return False
        if ends_sentence(text) and not text.endswith("?"):
            return False
        if text[-1] in ",;:-–" or text[0].islower() or _SCORE.search(text):
            return False
        return text.split()[-1] not in _function_words()

    def segments(self) -> tuple[Segment, ...]:
        """Return the named stretches; whatever no pass named is a paragraph."""
        return tuple(
            Segment(kind or SegmentKind.PARAGRAPH, s.start, s.end)
            for s, kind in zip(self.stretches, self.kinds, strict=True)
        )
