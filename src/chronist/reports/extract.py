"""The report in a page: trafilatura says what it is, the visible text says where it stands."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

import trafilatura

from chronist.model.report import MediaType, SegmentKind
from chronist.reports.bylines import byline
from chronist.reports.draft import Draft
from chronist.reports.furniture import own_kind
from chronist.reports.head_dates import date_line
from chronist.reports.page_facts import page_facts
from chronist.reports.repair import Edit, apply_edits, untouched
from chronist.reports.visible import VisibleLine, parse_page, visible_lines
from chronist.text.offsets import identity

_LEAST_PART = 20
"""Letters a line must share with a longer paragraph of the extract to be part of it."""
_WINDOW = 4000
_HEAD_LINES = 15
_TAIL_LINES = 4
_BYLINE_LINES = 6
_HINTS = {
    "h1": SegmentKind.TITLE,
    "figcaption": SegmentKind.PICTURE,
    "li": SegmentKind.LIST,
} | dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), SegmentKind.HEADING)


def extract_page(draft: Draft) -> Draft:
    """Return the draft of an HTML page: its visible text as base, its report as text.

    Offsets lead to the visible text, because the report's words stand there one by
    one; in the source they are mixed with mark-up. Other media pass unchanged.
    """
    if draft.raw.media_type is not MediaType.HTML:
        return draft
    page = parse_page(draft.raw.text)
    if page is None:
        return replace(draft, base="", text="", offsets=identity(0))
    facts = draft.facts.or_else(page_facts(page, draft.raw.text))
    lines = visible_lines(page)
    chosen = _chosen(lines, _main_text(draft.raw.text))
    visible = "\n".join(line.text for line in lines)
    cleaned = apply_edits(untouched(visible), _left_out(lines, chosen))
    return replace(
        draft,
        base=visible,
        text=cleaned.text,
        offsets=cleaned.offsets,
        facts=facts,
        hints=_hints([lines[i] for i in chosen]),
    )


def _main_text(source: str) -> str:
    clean = re.sub("[\x00\ud800-\udfff]", " ", source)
    found = trafilatura.extract(clean, include_comments=False, include_tables=True)
    return found or ""


def _chosen(lines: Sequence[VisibleLine], main: str) -> list[int]:
    """Return the numbers of the lines that make the report, in order."""
    body = _aligned(lines, main) or _paragraphs(lines)
    if not body:
        return []
    head = _head_of(lines, body[0])
    tail = [
        i
        for i in range(body[-1] + 1, min(len(lines), body[-1] + 1 + _TAIL_LINES))
        if own_kind(lines[i].text) in {SegmentKind.AGENCY_MARK, SegmentKind.NOTE}
        and not lines[i].outside
    ]
    inner = [
        i
        for i in range(body[0], body[-1])
        if not lines[i].outside and _belongs(lines[i], i - body[0])
    ]
    return sorted({*head, *body, *inner, *tail})


def _belongs(line: VisibleLine, distance: int) -> bool:
    """Whether a line inside the report is its own though the extract leaves it out."""
    if line.tag == "figcaption":
        return True
    near = distance <= _BYLINE_LINES
    return near and bool(byline(line.text) or date_line(line.text))


def _head_of(lines: Sequence[VisibleLine], first: int) -> list[int]:
    """Return the lines from the page's title down to the first of the text."""
    start = max(0, first - _HEAD_LINES)
    titles = [i for i in range(start, first) if lines[i].tag == "h1"]
    if not titles:
        return []
    return [
        i
        for i in range(titles[-1], first)
        if not lines[i].outside and lines[i].tag != "li"
    ]


def _aligned(lines: Sequence[VisibleLine], main: str) -> list[int]:
    """Return the lines that the extract holds, found in order.

    Whole lines are looked up; a part of a longer paragraph only in a window behind
    the last hit, so that the work stays linear.
    """
    keys = [key for key in map(_letters, main.split("\n")) if key]
    joined = "".join(keys)
    starts: defaultdict[str, deque[int]] = defaultdict(deque)
    position = 0
    for key in keys:
        starts[key].append(position)
        position += len(key)
    found: list[int] = []
    reached = 0
    for number, line in enumerate(lines):
        key = _letters(line.text)
        at = _place_of(key, starts.get(key), joined, reached)
        if at is not None:
            reached = at + len(key)
            found.append(number)
    return found


def _place_of(
    key: str, whole: deque[int] | None, joined: str, reached: int
) -> int | None:
    while whole and whole[0] < reached:
        whole.popleft()
    if whole:
        return whole.popleft()
    if len(key) < _LEAST_PART:
        return None
    at = joined.find(key, reached, reached + _WINDOW + len(key))
    return at if at >= 0 else None


def _paragraphs(lines: Sequence[VisibleLine]) -> list[int]:
    """Return the paragraphs of a page that trafilatura finds no text in."""
    return [i for i, line in enumerate(lines) if line.tag == "p" and not line.outside]


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _left_out(lines: Sequence[VisibleLine], chosen: Sequence[int]) -> list[Edit]:
    """Return the edits that take out all other lines, each with its line end."""
    kept = set(chosen)
    total = sum(len(line.text) + 1 for line in lines) - 1
    edits, position = [], 0
    for number, line in enumerate(lines):
        end = min(position + len(line.text) + 1, total)
        if number not in kept:
            edits.append(Edit(position, end, ""))
        position = end
    return edits


def _hints(lines: Sequence[VisibleLine]) -> dict[int, SegmentKind]:
    hints, position = {}, 0
    for line in lines:
        if line.tag in _HINTS:
            hints[position] = _HINTS[line.tag]
        position += len(line.text) + 1
    return hints
