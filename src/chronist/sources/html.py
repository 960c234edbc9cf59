"""HTML pages as browsers save them; what of a page is the report, stage 2 finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronist.model.report import MediaType, Metadata
from chronist.sources.decode import decode
from chronist.sources.gate import report
from chronist.sources.item import Item, Reading, Result
from chronist.sources.outlets import outlet_of

_CHARSET_WITHIN = 4096
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=(?:\(\d+\))?|Page saved with SingleFile\s+url:\s*)"
    r"(https?://[^\s>]{1,2000})"
)
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|h[1-6]|ul|li|em|strong|b|i|img|figure)\b[^<>]*>"
)


def read_html(item: Item, reading: Reading) -> Iterator[Result]:
    """Read a saved page as one report; its address is found in the browser's mark."""
    data = item.whole(reading.options.max_file_bytes)
    text = decode_page(data)
    saved = _SAVED_FROM.search(text[:_CHARSET_WITHIN])
    url = saved.group(1) if saved else None
    metadata = Metadata(url=url, outlet=outlet_of(url) if url else None)
    yield report(item.source, text, MediaType.HTML, metadata, reading.options)


def decode_page(data: bytes, declared: str | None = None) -> str:
    """Return the text of a page; ``declared`` is what the server said of its charset."""
    named = _CHARSET.search(data[:_CHARSET_WITHIN])
    inside = named.group(1).decode("ascii") if named else None
    return decode(data, declared or inside)


def is_markup(text: str) -> bool:
    """Whether a piece of text, such as a cell of a table, is written in HTML."""
    return len(_TAG.findall(text[:20_000])) >= 2


def as_page(fragment: str) -> str:
    """Return a piece of HTML as a page whose only content is that report."""
    return (
        "<!DOCTYPE html><html><head></head><body><article>"
        f"{fragment}</article></body></html>"
    )
