"""The head of a report: outlet and day, title, author, lead, before the first paragraph."""

from __future__ import annotations

import re
from functools import cache

from chronist.lexica.load import load_names
from chronist.model.report import MediaType, SegmentKind
from chronist.reports.agencies import agency_of
from chronist.reports.bylines import Byline, byline, signed_line
from chronist.reports.cut import shifted
from chronist.reports.days import find_day
from chronist.reports.draft import Dated, Facts, Weight
from chronist.reports.furniture import ends_sentence
from chronist.reports.head_dates import DateMark, date_line
from chronist.reports.page import Page

_MOST_HEAD_LINES = 12
_MOST_LEADS = 2
_LONGEST_LEAD = 500
_LONGEST_TITLE = 250
_LONGEST_KICKER_WORDS = 3
_LONGEST_OUTLET_WORDS = 4
_SET_APART = (
    SegmentKind.PICTURE,
    SegmentKind.CREDIT,
    SegmentKind.ADVERTISEMENT,
    SegmentKind.TEASER,
    SegmentKind.BOILERPLATE,
    SegmentKind.METADATA,
    SegmentKind.TITLE,
    SegmentKind.HEADING,
    SegmentKind.LEAD,
    SegmentKind.BYLINE,
)


def name_head(page: Page) -> None:
    """Name the lines before the first paragraph, and learn what they say."""
    body = _body_at(page)
    head = _Head(page, body)
    for index in range(body):
        if page.unnamed(index):
            head.name(index)


def _body_at(page: Page) -> int:
    """Return where the body begins: its place line, or its first paragraph.

    Up to two paragraphs before a place line or byline are the lead.
    """
    most = min(len(page), _MOST_HEAD_LINES)
    prose = [i for i in range(most) if page.unnamed(i) and page.prose(i)]
    first = prose[0] if prose else most
    for index in range(first, most):
        before = [i for i in prose if i < index]
        if len(before) > _MOST_LEADS or any(
            len(page.text(i)) > _LONGEST_LEAD for i in before
        ):
            break
        if _opens_with_place(page, index):
            return index if _is_headed(page, first) else first
        if page.unnamed(index) and byline(page.text(index)):
            return _body_behind(page, index, most)
    return min(first, _place_at(page, most))


def _opens_with_place(page: Page, index: int) -> bool:
    placed = page.is_kind(index, SegmentKind.PLACE_LINE)
    return placed and page.stretches[index].opens_line


def _body_behind(page: Page, byline_at: int, most: int) -> int:
    """Return where the body begins behind a byline; day and clock may stand between."""
    for index in range(byline_at + 1, most):
        if page.prose(index):
            return index
    return byline_at + 1


def _place_at(page: Page, most: int) -> int:
    places = (i for i in range(most) if page.is_kind(i, SegmentKind.PLACE_LINE))
    return next(places, most)


def _is_headed(page: Page, first: int) -> bool:
    """Whether something like a title stands before the first prose."""
    if page.facts.title is not None:
        return True
    return any(
        page.unnamed(i) or page.is_kind(i, SegmentKind.TITLE) for i in range(first)
    )


class _Head:
    """Names the lines of a head in order."""

    def __init__(self, page: Page, body: int) -> None:
        self._page = page
        self._body = body
        self._takes_title = (
            page.media_type is not MediaType.HTML and page.facts.title is None
        )
        self._titled = False

    def name(self, index: int) -> None:
        """Name one line."""
        for rule in (self._date, self._byline, self._outlet, self._title, self._signed):
            if rule(index):
                return
        self._rest(index)

    def _date(self, index: int) -> bool:
        page = self._page
        mark = date_line(page.text(index))
        if mark is None:
            return False
        dated = shifted(mark.dated, page.stretches[index].start)
        facts = Facts(outlet=_outlet_part(mark), dates=(dated,))
        page.facts = page.facts.or_else(facts)
        for part in mark.rest.split(" | "):
            self._learn_byline(index, byline(part[:1].upper() + part[1:]))
        page.name(index, SegmentKind.METADATA)
        return True

    def _byline(self, index: int) -> bool:
        """Take a byline, also one with the day behind it on the same line."""
        page, text = self._page, self._page.text(index)
        if self._learn_byline(index, byline(text)):
            return True
        found = find_day(text)
        before = text[: found[1]].rstrip(" ,|·•–-") if found else ""
        if found is None or not self._learn_byline(index, byline(before)):
            return False
        start = page.stretches[index].start
        span = (start + found[1], start + found[2])
        words = text[found[1] : found[2]]
        dated = Dated(found[0], Weight.LINE, "report.dated.head_line", words, span)
        page.facts = page.facts.or_else(Facts(dates=(dated,)))
        return True

    def _signed(self, index: int) -> bool:
        if not self._titled and not self._page.facts.title:
            return False
        return self._learn_byline(index, signed_line(self._page.text(index)))

    def _learn_byline(self, index: int, found: Byline | None) -> bool:
        if found is None:
            return False
        agency = agency_of(found.codes) if found.codes else None
        self._page.learn(author=found.author, place=found.place, agency=agency)
        self._page.name(index, SegmentKind.BYLINE)
        return True

    def _outlet(self, index: int) -> bool:
        page, text = self._page, self._page.text(index)
        if text.casefold() in _sections():
            page.name(index, SegmentKind.METADATA)
            return True
        if self._titled or not (is_outlet(text) or self._stands_over_date(index)):
            return False
        page.learn(outlet=text)
        page.name(index, SegmentKind.METADATA)
        return True

    def _stands_over_date(self, index: int) -> bool:
        page = self._page
        if index or len(page.text(index).split()) > _LONGEST_OUTLET_WORDS:
            return False
        follows = index + 1 < self._body and not page.stretches[index + 1].after_gap
        mark = date_line(page.text(index + 1)) if follows else None
        return mark is not None and not mark.rest

    def _title(self, index: int) -> bool:
        page, text = self._page, self._page.text(index)
        if _same(text, page.facts.title) and not self._titled:
            page.name(index, SegmentKind.TITLE)
            self._titled = True
            return True
        if self._titled or not self._takes_title or not _could_be_title(text):
            return False
        if self._is_kicker(index):
            page.name(index, SegmentKind.HEADING)
            return True
        page.learn(title=text)
        page.name(index, SegmentKind.TITLE)
        self._titled = True
        return True

    def _is_kicker(self, index: int) -> bool:
        """Whether a short line stands directly over the title proper."""
        page = self._page
        following = index + 1
        if (
            len(page.text(index).split()) > _LONGEST_KICKER_WORDS
            or following >= self._body
        ):
            return False
        below = page.text(following)
        longer = len(below.split()) > _LONGEST_KICKER_WORDS
        near = not page.stretches[following].after_gap
        return near and longer and page.unnamed(following) and _could_be_title(below)

    def _rest(self, index: int) -> None:
        page = self._page
        breaks_off = index + 1 < len(page) and page.text(index + 1)[0].islower()
        if ends_sentence(page.text(index)) or page.prose(index):
            page.name(index, SegmentKind.LEAD)
        elif page.could_head(index) and not breaks_off:
            page.name(index, SegmentKind.HEADING)


def is_outlet(text: str) -> bool:
    """Whether a short line is the name of a paper ("Weserzeitung", "Havelbote Online")."""
    words = text.split()
    if not 0 < len(words) <= _LONGEST_OUTLET_WORDS or ends_sentence(text):
        return False
    nouns = _outlet_nouns()
    ends = (word.casefold().strip(",:") for word in (words[-1], words[0]))
    return any(end.endswith(nouns) for end in ends) and text[0].isupper()


def _outlet_part(mark: DateMark) -> str | None:
    parts = [p for p in mark.rest.split(" | ") if p and p.casefold() not in _sections()]
    named = [p for p in parts if is_outlet(p)]
    if named:
        return named[0]
    plausible = [
        p for p in parts if p[0].isupper() and not re.search(r"\d|Uhr|Ausgabe", p)
    ]
    return plausible[0] if plausible and len(plausible[0].split()) <= 3 else None


def _could_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and (
        not ends_sentence(text) or text.endswith(("?", "!"))
    )


def _same(text: str, title: str | None) -> bool:
    return title is not None and _letters(text) == _letters(title)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@cache
def _sections() -> frozenset[str]:
    return frozenset(name.casefold() for name in load_names("press/sections"))


@cache
def _outlet_nouns() -> tuple[str, ...]:
    return tuple(noun.casefold() for noun in load_names("press/outlet_nouns"))
