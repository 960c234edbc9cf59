"""A news text, from the page it came on to the clean text that citations point into."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.when import When
from chronist.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the container of a report says about it; every field as written there."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    place: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


class MediaType(StrEnum):
    """How ``RawReport.text`` is to be read."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PAGES = "text/x-pages"
    """Text taken from a PDF: hard line breaks, form feeds between pages."""


@dataclass(frozen=True, slots=True)
class RawReport:
    """One report as it was found. ``source`` is its file name or URL as given,
    ``file#id`` for a row of a table or a page of an archive."""

    source: str
    text: str
    media_type: MediaType = MediaType.PLAIN
    metadata: Metadata = Metadata()


class FailureKind(StrEnum):
    """Why a file gave no report."""

    MISSING = "missing"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    IMAGE_ONLY = "image_only"
    BROKEN_ENCODING = "broken_encoding"
    CORRUPT = "corrupt"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    OVER_BUDGET = "over_budget"
    NOT_GERMAN = "not_german"
    NOT_A_REPORT = "not_a_report"
    NO_PERMISSION = "no_permission"


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A file, row or page that could not become a report, and what to do about it."""

    source: str
    kind: FailureKind
    reason: str


class SegmentKind(StrEnum):
    """What a stretch of the clean text is."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    METADATA = "metadata"
    BYLINE = "byline"
    PLACE_LINE = "place_line"
    AGENCY_MARK = "agency_mark"
    PICTURE = "picture"
    CREDIT = "credit"
    ADVERTISEMENT = "advertisement"
    TEASER = "teaser"
    NOTE = "note"
    """A note of the editors, such as a correction."""
    BOILERPLATE = "boilerplate"

    @property
    def tells_the_story(self) -> bool:
        """Whether events, statements and pledges are read from it."""
        return self in _STORY


_STORY = frozenset(
    {SegmentKind.LEAD, SegmentKind.PARAGRAPH, SegmentKind.LIST, SegmentKind.NOTE}
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a report's clean text, set apart but not deleted."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication: all days that remain, the best one, and the evidence."""

    when: When
    best: date | None
    evidence: tuple[Derivation, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One news text, clean, with the way back to its raw form.

    Segments are in order, do not overlap, and between them stands only white space.
    """

    id: str
    source: str
    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    place: str | None = None
    url: str | None = None
    language: str = "de"
    published: Published | None = None
    raw: str = field(default="", repr=False)
    offsets: OffsetMap = field(default=OffsetMap(()), repr=False)

    def cite(self, start: int, end: int) -> Citation:
        """Return the words at ``start``–``end`` (code points of the clean text)."""
        return Citation(self.id, start, end, self.text[start:end])

    def story_segments(self) -> tuple[Segment, ...]:
        """Return the segments that tell the story, in order."""
        return tuple(s for s in self.segments if s.kind.tells_the_story)


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Reports that print one text: ``origin`` first in time, the others its copies."""

    origin: str
    copies: tuple[str, ...]
    agency: str | None
    derivation: Derivation
