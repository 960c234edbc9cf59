"""Reads a pile: every file becomes reports, or a failure that says what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

from chronist.model.report import Failure, FailureKind
from chronist.sources.archive import read_zip
from chronist.sources.compressed import read_gzip
from chronist.sources.feed import read_feed
from chronist.sources.folder import failure_of, find_items
from chronist.sources.html import read_html
from chronist.sources.item import Item, Meter, Reader, Reading, Result, too_large
from chronist.sources.mail import read_mail
from chronist.sources.objects import read_json, read_json_lines
from chronist.sources.options import DEFAULT_OPTIONS, SourceOptions
from chronist.sources.pdf import read_pdf
from chronist.sources.refusal import Exhausted, Refused
from chronist.sources.sniff import Format, sniff
from chronist.sources.table import read_table
from chronist.sources.text import read_markdown, read_text
from chronist.sources.warc import read_warc

READERS: MappingProxyType[Format, Reader] = MappingProxyType(
    {
        Format.TEXT: read_text,
        Format.MARKDOWN: read_markdown,
        Format.HTML: read_html,
        Format.PDF: read_pdf,
        Format.MAIL: read_mail,
        Format.JSON: read_json,
        Format.JSON_LINES: read_json_lines,
        Format.TABLE: read_table,
        Format.FEED: read_feed,
        Format.WARC: read_warc,
        Format.ZIP: read_zip,
        Format.GZIP: read_gzip,
    }
)
"""One reader per format: all of them, on one screen."""


def read_sources(
    paths: Sequence[Path], options: SourceOptions = DEFAULT_OPTIONS
) -> Iterator[Result]:
    """Yield a report or a failure for everything that the paths hold.

    Files come sorted by source, whatever the order of ``paths`` or of the file
    system; a file given twice is read once. Nothing is written to disk, no link is
    followed out of a folder, and no file is held that is over its budget.
    """
    for found in find_items(paths):
        if isinstance(found, Failure):
            yield found
        else:
            yield from read_item(found, Reading(options, Meter(options), read_item))


def read_item(item: Item, reading: Reading) -> Iterator[Result]:
    """Yield what one file, member or attachment holds; its errors become failures."""
    try:
        reader = _reader(item, reading.options)
        yield from reader(item, reading)
    except Exhausted as spent:
        if item.depth:
            raise
        yield Failure(item.source, spent.kind, spent.reason)
    except Refused as refused:
        yield Failure(item.source, refused.kind, refused.reason)
    except OSError as error:
        yield failure_of(item.source, error)


def _reader(item: Item, options: SourceOptions) -> Reader:
    if item.size == 0:
        reason = "The file is empty. Remove it, or save it again from its origin."
        raise Refused(FailureKind.EMPTY, reason)
    if item.depth > options.max_depth:
        reason = (
            f"It lies more than {options.max_depth} archives deep. Unpack the outer "
            "ones and give the folder."
        )
        raise Refused(FailureKind.OVER_BUDGET, reason)
    try:
        return READERS[sniff(item.head(), item.name)]
    except Refused:
        if item.size > options.max_file_bytes:
            raise too_large(item.size, options.max_file_bytes) from None
        raise
