"""From a raw page to a report: the steps in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from chronist.model.report import Failure, MediaType, RawReport, Report, SegmentKind
from chronist.reports.agencies import agency_mark, agency_of
from chronist.reports.cut import cut_lines
from chronist.reports.dated import container_dates, published
from chronist.reports.draft import Draft, Facts
from chronist.reports.extract import extract_page
from chronist.reports.head import is_outlet
from chronist.reports.layout import name_stretches
from chronist.reports.lines import join_lines
from chronist.reports.markup import read_markup
from chronist.reports.page import Page
from chronist.reports.repair import Cleaned, clean_characters, clean_value
from chronist.reports.tongue import why_not
from chronist.text.digest import content_id
from chronist.text.offsets import identity


def read(raw: RawReport) -> Report | Failure:
    """Return the report that a raw text holds, or why it holds none.

    The clean text keeps everything the page printed as its text; what does not tell
    the story is set apart by segments. Pure: the same raw text gives the same report.
    """
    draft = Draft(raw, raw.text, raw.text, identity(len(raw.text)))
    for step in STEPS:
        draft = step(draft)
    report = _report(draft)
    return why_not(report) or report


def _know_container(draft: Draft) -> Draft:
    """Take over what file, row or page say about the report."""
    said = draft.raw.metadata
    author, outlet = clean_value(said.author), clean_value(said.outlet)
    agency = clean_value(said.agency)
    codes = agency_mark(author) if author else None
    if codes is not None:
        author, agency = None, agency or agency_of(codes)
    elif author and outlet is None and is_outlet(author):
        author, outlet = None, author
    facts = Facts(
        title=clean_value(said.title),
        outlet=outlet,
        agency=agency,
        author=author,
        place=clean_value(said.place),
        url=clean_value(said.url)
        or (draft.raw.source if "://" in draft.raw.source else None),
        dates=container_dates(draft.raw),
    )
    return replace(draft, facts=facts)


def _clean_text(draft: Draft) -> Draft:
    """Repair characters and join lines that only a page width divided."""
    cleaned = clean_characters(Cleaned(draft.base, draft.text, draft.offsets))
    if draft.raw.media_type is not MediaType.HTML:
        cleaned = join_lines(cleaned, draft.raw.media_type)
    hints = _moved(draft.hints, draft.text, cleaned.text)
    return replace(draft, text=cleaned.text, offsets=cleaned.offsets, hints=hints)


def _moved(
    hints: Mapping[int, SegmentKind], before: str, after: str
) -> dict[int, SegmentKind]:
    """Return what is known of lines at their new places; their number is the same.

    Only pages have hints this early, and their lines are never joined.
    """
    if not hints:
        return {}
    old, new, moved = 0, 0, {}
    for one, other in zip(before.split("\n"), after.split("\n"), strict=False):
        if old in hints:
            moved[new] = hints[old]
        old, new = old + len(one) + 1, new + len(other) + 1
    return moved


def _set_apart(draft: Draft) -> Draft:
    """Name every part of the text and learn from what stands around the story."""
    cut = cut_lines(draft)
    page = Page(cut.stretches, draft.facts.or_else(cut.facts), draft.raw.media_type)
    name_stretches(page)
    return replace(draft, facts=page.facts, segments=page.segments())


STEPS: tuple[Callable[[Draft], Draft], ...] = (
    _know_container,
    extract_page,
    _clean_text,
    read_markup,
    _set_apart,
)


def _report(draft: Draft) -> Report:
    """Return the finished report. Its id holds the file's name but not its folder."""
    facts, source = draft.facts, draft.raw.source
    report = Report(
        id=content_id("r", PurePosixPath(source.replace("\\", "/")).name, draft.text),
        source=source,
        text=draft.text,
        segments=draft.segments,
        title=facts.title,
        outlet=facts.outlet,
        agency=facts.agency,
        author=facts.author,
        place=facts.place,
        url=facts.url,
        language="de",
        raw=draft.base,
        offsets=draft.offsets,
    )
    return replace(report, published=published(report, facts.dates, facts.days_of_year))
