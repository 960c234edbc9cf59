"""Lines that a page width broke: put together again, in hard-wrapped text and in PDF text.

A text counts as hard-wrapped when most of its line ends were forced: the next word
would not have fitted. Joining writes a blank for the line end, so positions stay;
only a word divided at the line end loses its hyphen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chronist.model.report import MediaType
from chronist.reports.bylines import byline
from chronist.reports.head_dates import date_line
from chronist.reports.repair import Cleaned, Edit, apply_edits

_NARROWEST, _WIDEST = 30, 130
"""Characters of a line that a page width can have made; columns of papers hold 30."""
_LEAST_FORCED = 0.7
_LEAST_BREAKS = 3
_RAGGED = 0.8
"""In proportional type a forced line may be this much shorter than the widest."""
_HYPHENATED = re.compile(r"[^\W\d_]{2}-")
_GOES_ON = re.compile(r"(?!(?:und|oder|bzw|sowie|als|bis|noch|wie)\b)[a-zäöüß]")
"""A small letter continues a divided word, unless it is the "und" of "Ein- und"."""
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'“”’‘»«›‹)\]]*\s*$")
_PAGE_NUMBER = re.compile(
    r"(?:(?:Seite|S\.|Page)\s*)?[-–]?\s*\d{1,4}(?:\s*(?:/|von)\s*\d{1,4})?\s*[-–]?"
)
_LIST_MARK = re.compile(r"\s*#{1,6}\s|\s*---\s*$")
_LIST_ITEM = re.compile(r"\s*(?:[-–•*·▪■●]|\d{1,2}\)|#{1,6}|>)\s")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    first_of_page: bool
    last_of_page: bool

    @property
    def width(self) -> int:
        return len(self.text.rstrip())


def join_lines(cleaned: Cleaned, media_type: MediaType) -> Cleaned:
    """Return the text with lines joined that only the width of a page divided."""
    if media_type is MediaType.PAGES:
        cleaned = _drop_page_marks(cleaned)
    lines = _lines_of(cleaned.text)
    width = _wrap_width(lines, media_type)
    edits = _joins(lines, width) if width else _page_breaks(lines)
    return apply_edits(cleaned, edits)


def _lines_of(text: str) -> list[_Line]:
    """Return all lines; a form feed ends a line and a page."""
    lines, start, page_begins = [], 0, True
    for found in re.finditer(r"[\n\f]|\Z", text):
        ends_page = found.group() != "\n"
        line = _Line(
            start, found.start(), text[start : found.start()], page_begins, ends_page
        )
        lines.append(line)
        page_begins, start = ends_page, found.end()
    return lines


def _wrap_width(lines: Sequence[_Line], media_type: MediaType) -> int:
    """Return the width the text was wrapped at, 0 if it was not."""
    inner = [(a, b) for a, b in pairwise(lines) if a.width and b.width]
    if len(inner) < _LEAST_BREAKS:
        return 0
    widths = sorted(a.width for a, _ in inner)
    width = widths[int(len(widths) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    slack = _RAGGED if media_type is MediaType.PAGES else 1.0
    forced = sum(_forced(a, b, width * slack) for a, b in inner)
    open_ends = sum(not _ENDS_SENTENCE.search(a.text) for a, _ in inner)
    enough = min(forced, open_ends) >= _LEAST_FORCED * len(inner)
    return int(width * slack) if enough else 0


def _forced(line: _Line, following: _Line, width: float) -> bool:
    """Whether the first word of the next line would not have fitted."""
    word = following.text.split(maxsplit=1)[0]
    return line.width + 1 + len(word) > width


def _joins(lines: Sequence[_Line], width: int) -> Iterator[Edit]:
    for line, following in pairwise(lines):
        if not _belongs(line, following, width):
            if line.last_of_page:
                yield Edit(line.end, line.end + 1, "\n")
        elif _divided(line, following):
            yield Edit(line.start + line.width - 1, _text_start(following), "")
        else:
            yield Edit(line.end, line.end + 1, " ")


def _divided(line: _Line, following: _Line) -> bool:
    """Whether the line end stands inside a word."""
    last = line.text.rstrip()[-3:]
    return bool(
        _HYPHENATED.fullmatch(last) and _GOES_ON.match(following.text.lstrip()[:5])
    )


def _text_start(line: _Line) -> int:
    return line.end - len(line.text.lstrip())


def _belongs(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line goes on with this one's paragraph."""
    if not (line.width and following.width) or _begins_anew(line, following):
        return False
    if _forced(line, following, width):
        return True
    return not _ENDS_SENTENCE.search(line.text) and following.text.lstrip()[0].islower()


def _begins_anew(line: _Line, following: _Line) -> bool:
    """Whether a list item, a heading's mark or the lines of a head forbid joining."""
    if _LIST_ITEM.match(following.text) or _LIST_MARK.match(line.text):
        return True
    return date_line(line.text.strip()) is not None or (
        byline(following.text.strip()) is not None
    )


def _page_breaks(lines: Sequence[_Line]) -> Iterator[Edit]:
    for line in lines[:-1]:
        if line.last_of_page:
            yield Edit(line.end, line.end + 1, "\n")


def _drop_page_marks(cleaned: Cleaned) -> Cleaned:
    """Leave out page numbers and repeated running heads; the first print of each stays."""
    lines = _lines_of(cleaned.text)
    edges = [line for line in lines if line.first_of_page or line.last_of_page]
    repeated = Counter(_without_digits(line.text) for line in edges if line.width)
    seen: set[str] = set()
    edits: list[Edit] = []
    for line in edges:
        key = _without_digits(line.text)
        number = bool(_PAGE_NUMBER.fullmatch(line.text.strip()))
        if line.width and (number or (repeated[key] > 1 and key in seen)):
            edits.append(Edit(line.start, line.end, ""))
        seen.add(key)
    return _join_pages(apply_edits(cleaned, edits))


def _without_digits(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _join_pages(cleaned: Cleaned) -> Cleaned:
    """Write one line end for the white space around a page break inside a sentence."""
    edits = []
    for found in re.finditer(r"(?<!\s)\s*\f\s*", cleaned.text):
        before, after = (
            cleaned.text[: found.start()][-3:],
            cleaned.text[found.end() :][:1],
        )
        if after.islower() and not _ENDS_SENTENCE.search(before):
            edits.append(Edit(found.start(), found.end(), "\n"))
    return apply_edits(cleaned, edits)
