"""Naming the stretches of a report: by their own words, then by their neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import groupby

from chronist.lexica.load import load_names
from chronist.model.report import SegmentKind
from chronist.reports.agencies import agency_mark
from chronist.reports.bylines import byline
from chronist.reports.cut import facts_of_codes
from chronist.reports.furniture import (
    ends_sentence,
    is_bulleted,
    is_summary_head,
    opens_teasers,
    own_kind,
)
from chronist.reports.head import is_outlet, name_head
from chronist.reports.page import Page

_OUTLET_AND_AGENCY = re.compile(r"([^\W\d_][\w-]{2,30})/([^\W\d_][\w-]{1,30})")
_LONGEST_CAPTION = 260
_LONGEST_LINK = 160
_MOST_LINKS = 10
_LIST_RUN = 3
_LONGEST_LAST_HEADING_WORDS = 6
_CLEARLY_SHORTER = 0.6
"""A caption among paragraphs is at most so long beside the average paragraph."""


def name_stretches(page: Page) -> None:
    """Name every stretch of a page."""
    for step in PASSES:
        step(page)


def _by_own_words(page: Page) -> None:
    for index in range(len(page)):
        if page.unnamed(index):
            kind = own_kind(page.text(index))
            if kind is not None:
                page.name(index, kind)


def _agency_lines(page: Page) -> None:
    for index in range(len(page)):
        if page.is_kind(index, SegmentKind.AGENCY_MARK):
            codes = agency_mark(page.text(index))
            if codes:
                page.facts = page.facts.or_else(facts_of_codes(codes))


def _last_mark(page: Page) -> None:
    """Name a last line of the form outlet/agency though we know neither."""
    unnamed = [i for i in range(max(0, len(page) - 3), len(page)) if page.unnamed(i)]
    found = _OUTLET_AND_AGENCY.fullmatch(page.text(unnamed[-1])) if unnamed else None
    if found is not None and is_outlet(found[1]):
        page.learn(outlet=found[1], agency=found[2])
        page.name(unnamed[-1], SegmentKind.AGENCY_MARK)


def _last_byline(page: Page) -> None:
    """Name a byline that stands under the text."""
    for index in range(max(0, len(page) - 3), len(page)):
        found = byline(page.text(index)) if page.unnamed(index) else None
        if found is not None:
            page.learn(author=found.author, place=found.place)
            page.name(index, SegmentKind.BYLINE)


def _summaries(page: Page) -> None:
    """Name the items under "Das Wichtigste in Kürze"."""
    for index in range(len(page)):
        if not is_summary_head(page.text(index)):
            continue
        page.name(index, SegmentKind.HEADING)
        item = index + 1
        while item < len(page) and _is_item(page, item, index):
            page.name(item, SegmentKind.LIST)
            item += 1


def _is_item(page: Page, item: int, head: int) -> bool:
    if is_bulleted(page.text(item)):
        return True
    same_block = (
        not page.stretches[item].after_gap
        and page.stretches[head + 1].after_gap is False
    )
    return (
        same_block and page.unnamed(item) and len(page.text(item)) <= _LONGEST_CAPTION
    )


def _teaser_links(page: Page) -> None:
    """Name the links under a bare "Mehr zum Thema"."""
    for index in range(len(page)):
        if not (
            page.is_kind(index, SegmentKind.TEASER) and opens_teasers(page.text(index))
        ):
            continue
        link = index + 1
        while link <= index + _MOST_LINKS and _is_link(page, link, index):
            page.name(link, SegmentKind.TEASER)
            link += 1


def _is_link(page: Page, link: int, head: int) -> bool:
    if not (page.unnamed(link) or page.is_kind(link, SegmentKind.LIST)):
        return False
    if (
        link > head + 1
        and page.stretches[link].after_gap
        and not is_bulleted(page.text(link))
    ):
        return False
    text = page.text(link)
    return len(text) <= _LONGEST_LINK and not ends_sentence(text)


def _captions(page: Page) -> None:
    """Name the caption between a picture and its credit, and blocks on other stories."""
    average = _average_paragraph(page)
    for index in range(len(page)):
        if page.is_kind(index, SegmentKind.CREDIT) and page.unnamed(index - 1):
            _name_caption(page, index - 1, average)
        elif page.is_kind(index, SegmentKind.PICTURE) and page.unnamed(index + 1):
            _caption_below(page, index + 1)


def _name_caption(page: Page, caption: int, average: float) -> None:
    """Name what stands over a credit: a caption, with a heading over it a teaser.

    Heading, one sentence and a credit are a block for another story unless the
    heading leads on to a paragraph below; either way none of it tells the story.
    """
    text = page.text(caption)
    if page.could_head(caption) and page.prose(caption - 1):
        page.name(caption, SegmentKind.PICTURE)
        return
    headed = page.could_head(caption - 1) and page.prose(caption - 2)
    if len(text) > _LONGEST_CAPTION or not (
        headed or _looks_like_caption(page, caption, average)
    ):
        return
    if headed and not page.prose(caption + 2):
        page.name(caption - 1, SegmentKind.TEASER)
        page.name(caption, SegmentKind.TEASER)
        page.name(caption + 1, SegmentKind.TEASER)
        return
    if headed and not _shares_words(page.text(caption - 1), page.text(caption + 2)):
        page.name(caption - 1, SegmentKind.TEASER)
    page.name(caption, SegmentKind.PICTURE)


def _looks_like_caption(page: Page, index: int, average: float) -> bool:
    text = page.text(index)
    if page.is_kind(index - 1, SegmentKind.PICTURE, SegmentKind.ADVERTISEMENT):
        return True
    if index <= 2 and page.could_head(index - 1):
        return True
    if any(cue in text for cue in _caption_cues()):
        return True
    return len(text) <= _CLEARLY_SHORTER * average


def _caption_below(page: Page, index: int) -> None:
    """Name a short line with the words of a caption right under a picture's address."""
    text = page.text(index)
    if len(text) <= _LONGEST_CAPTION and any(cue in text for cue in _caption_cues()):
        page.name(index, SegmentKind.PICTURE)


def _average_paragraph(page: Page) -> float:
    lengths = [len(page.text(i)) for i in range(len(page)) if page.prose(i)]
    return sum(lengths) / len(lengths) if lengths else 0.0


def _shares_words(heading: str, paragraph: str) -> bool:
    stems = {word[:5].casefold() for word in paragraph.split() if len(word) > 4}
    return any(
        word[:5].casefold() in stems for word in heading.split() if len(word) > 4
    )


def _headings(page: Page) -> None:
    """Name short lines without stop between paragraphs; runs of them are lists."""
    could = [page.could_head(i) for i in range(len(page))]
    for candidate, run in groupby(range(len(page)), key=could.__getitem__):
        indices = list(run)
        if not candidate:
            continue
        if len(indices) >= _LIST_RUN:
            for index in indices:
                page.name(index, SegmentKind.LIST)
        elif not _goes_on(page, indices[0]) and _leads_on(page, indices[-1]):
            for index in indices:
                page.name(index, SegmentKind.HEADING)


def _goes_on(page: Page, index: int) -> bool:
    """Whether the line before breaks off, so that this one may be its continuation."""
    if index == 0 or page.stretches[index].after_gap or not page.unnamed(index - 1):
        return False
    return not ends_sentence(page.text(index - 1)) and not page.text(
        index - 1
    ).endswith(":")


def _leads_on(page: Page, index: int) -> bool:
    """Whether text follows, or the line is so short that it can only be a heading."""
    following = index + 1
    short = len(page.text(index).split()) <= _LONGEST_LAST_HEADING_WORDS
    if following >= len(page) or page.is_kind(following, SegmentKind.LIST):
        return short
    return not page.text(following)[0].islower()


@cache
def _caption_cues() -> tuple[str, ...]:
    return load_names("press/captions")


PASSES: tuple[Callable[[Page], None], ...] = (
    _by_own_words,
    _agency_lines,
    _captions,
    name_head,
    _last_mark,
    _last_byline,
    _summaries,
    _teaser_links,
    _headings,
)
